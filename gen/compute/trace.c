/* SPDX-License-Identifier: MIT */
#include "compute/trace.h"

#include "compute/define.h"

struct tracing {
    struct engine *engine;
    const struct trace **told;
    size_t count;
};

static bool told_before(const struct tracing *tracing, const struct trace *trace)
{
    for (size_t i = 0; i < tracing->count; i++) {
        const struct part *known = &tracing->told[i]->part;
        if (tracing->told[i]->result == trace->result && known->measure == trace->part.measure)
            return true;
    }
    return false;
}

/* The cell that says that there is no figure; NULL: no table has one. */
static const struct figure *missing_cell(struct engine *e, enum measure measure, struct subject s)
{
    const struct series *series = subject_series(e, s);
    bool single = s.indicator->kind == KIND_FLOW && s.indicator->basis == BASIS_SINGLE;
    const struct figure *figure = NULL;
    if (measure == MEASURE_SINGLE && !single)
        figure = lookup_exact(series, FIELD_SINGLE, s.period);
    else if (measure == MEASURE_VALUE || measure == MEASURE_SINGLE)
        figure = single ? lookup_exact(series, FIELD_VALUE, s.period) : lookup_figure(series, FIELD_VALUE, s.period);
    return figure && figure->file && !figure->number ? figure : NULL;
}

static void take_cells(struct engine *e, struct trace *trace)
{
    const struct result *r = trace->result;
    if (r->number && (r->origin == ORIGIN_REPORTED || !trace->part_count)) {
        trace->cell_count = result_cells(e->arena, r, &trace->cells);
        return;
    }
    const struct figure *missing = missing_cell(e, result_measure(e, r), trace->part.subject);
    if (r->number || !missing)
        return;
    trace->cells = arena_copy(e->arena, &missing, sizeof(const struct figure *));
    trace->cell_count = 1;
}

/* What the program would have computed had nothing been reported. */
static void take_beside(struct engine *e, struct trace *trace)
{
    struct subject s = trace->part.subject;
    enum measure as = result_measure(e, trace->result);
    trace->beside_formula = "";
    if (trace->result->origin != ORIGIN_REPORTED)
        return;
    if (as == MEASURE_YOY) {
        trace->beside = measure_computed_yoy(e, s);
        if (trace->beside->number)
            trace->beside_formula = growth_arithmetic(e, subject_value(e, s), subject_value(e, subject_year_before(s)));
    } else if (as == MEASURE_VALUE && s.indicator->total == TOTAL_SUM && s.area->child_count) {
        trace->beside = measure_children_sum(e, s);
        if (trace->beside->number)
            trace->beside_formula = children_arithmetic(e, MEASURE_VALUE, s);
    }
}

/* A figure without what hangs on it: its cells are known when it is known how many parts it has. */
static struct trace *trace_begin(struct tracing *tracing, struct part part)
{
    struct engine *e = tracing->engine;
    struct trace *trace = arena_alloc(e->arena, sizeof *trace);
    trace->part = part;
    trace->result = measure_of(e, part.measure, part.subject);
    trace->formula = measure_formula(e, part.measure, part.subject);
    trace->again = told_before(tracing, trace);
    take_beside(e, trace);
    return trace;
}

static const struct trace *trace_part(struct tracing *tracing, struct part part)
{
    struct engine *e = tracing->engine;
    struct trace *trace = trace_begin(tracing, part);
    if (trace->again)
        return trace;
    const struct part *parts;
    trace->part_count = measure_parts(e, part.measure, part.subject, &parts);
    take_cells(e, trace);
    const struct trace **below = arena_alloc(e->arena, (trace->part_count + 1) * sizeof(const struct trace *));
    for (size_t i = 0; i < trace->part_count; i++)
        below[i] = trace_part(tracing, parts[i]);
    trace->parts = below;
    const struct trace *done = trace;
    ARRAY_ADD(e->arena, tracing->told, tracing->count, done);
    return trace;
}

const struct trace *trace_of(struct engine *engine, enum measure measure, struct subject subject)
{
    struct tracing tracing = {.engine = engine};
    return trace_part(&tracing, (struct part){measure, subject, false});
}

/* Takes a figure that was not taken yet, and appends its parts to those that are still to be taken. */
static void take_listed(struct tracing *tracing, struct part part, const struct area *own, struct part **waiting,
                        size_t *waiting_count)
{
    struct engine *e = tracing->engine;
    struct trace *trace = trace_begin(tracing, part);
    if (trace->again)
        return;
    const struct part *parts;
    trace->part_count = measure_parts(e, part.measure, part.subject, &parts);
    take_cells(e, trace);
    for (size_t i = 0; part.subject.area == own && i < trace->part_count; i++)
        if (parts[i].subject.area->parent != own)
            ARRAY_ADD(e->arena, *waiting, *waiting_count, parts[i]);
    const struct trace *done = trace;
    ARRAY_ADD(e->arena, tracing->told, tracing->count, done);
}

size_t trace_list(struct engine *engine, const struct part *figures, size_t count, const struct trace *const **list)
{
    struct tracing tracing = {.engine = engine};
    struct part *waiting = NULL;
    size_t waiting_count = 0;
    for (size_t i = 0; i < count; i++)
        take_listed(&tracing, figures[i], figures[i].subject.area, &waiting, &waiting_count);
    for (size_t i = 0; i < waiting_count; i++)
        take_listed(&tracing, waiting[i], figures->subject.area, &waiting, &waiting_count);
    *list = tracing.told;
    return tracing.count;
}
