/* SPDX-License-Identifier: MIT */
/* The engine: what has been asked of it, it remembers. */
#include "compute/engine.h"
#include "compute/engine_inside.h"

#include <assert.h>

const struct dataset *engine_dataset(const struct engine *engine)
{
    return engine->dataset;
}

struct arena *engine_arena(const struct engine *engine)
{
    return engine->arena;
}

struct engine_shared *engine_shared(struct engine *engine)
{
    return engine->shared;
}

static bool same_period(struct period a, struct period b)
{
    return a.year == b.year && a.frequency == b.frequency && a.part == b.part;
}

static bool tells_of_loss(enum flag flag)
{
    return flag >= FLAG_TURNED_PROFIT;
}

/* A figure of the whole region goes on by the name of its row, so that what is made of it need not name every cell. */
static const struct inputs *as_row(struct engine *e, enum measure measure, struct subject s,
                                   const struct inputs *inputs)
{
    if (!inputs || s.area != e->dataset->region || s.indicator->total == TOTAL_NONE)
        return inputs;
    const char *name = arena_format(e->arena, "@%s/%s/%s", s.area->code, s.indicator->id, measure_id(measure));
    struct figure row = {.file = name};
    struct inputs whole = {.first = inputs, .row = arena_copy(e->arena, &row, sizeof row), .period = s.period};
    return arena_copy(e->arena, &whole, sizeof whole);
}

const struct result *measure_of(struct engine *e, enum measure measure, struct subject s)
{
    assert(measure < MEASURE_COUNT);
    if (!measures[measure].over_years)
        s.from = 0; /* the others do not depend on it: one memory for all */
    struct memory *memory = &e->memory[s.indicator->index * e->dataset->area_count + s.area->index];
    for (size_t i = 0; i < memory->count; i++) {
        const struct remembered *known = &memory->items[i];
        if (known->measure == measure && same_period(known->period, s.period) && known->from == s.from)
            return known->result;
    }
    const struct definition *definition = &e->definitions[measure];
    struct result computed = definition->define(e, s);
    /* What is another measure's figure comes from where that does. */
    if (computed.definition && computed.inputs && computed.inputs->row)
        computed.inputs = computed.inputs->first;
    if (!computed.definition)
        computed.definition = definition;
    if (computed.number)
        computed.printed = number_round(e->arena, computed.number, measure_decimals(measure, s.indicator),
                                        e->dataset->settings.rounding);
    if (!computed.number && !tells_of_loss(computed.flag)) {
        computed.origin = ORIGIN_NONE; /* what is not there comes from nowhere */
        computed.inputs = NULL;
    }
    computed.inputs = as_row(e, measure, s, computed.inputs);
    const struct result *result = arena_copy(e->arena, &computed, sizeof computed);
    struct remembered known = {measure, s.period, s.from, result};
    ARRAY_ADD(e->arena, memory->items, memory->count, known);
    return result;
}

const struct number *compared(const struct engine *engine, const struct result *result)
{
    return engine->dataset->settings.compare_exact ? result->number : result->printed;
}
