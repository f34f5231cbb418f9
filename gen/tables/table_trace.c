/* SPDX-License-Identifier: MIT */
/* Where an area's figures come from, down to the cells: the command trace as a table. */
#include "base/text.h"
#include "check/understood.h"
#include "compute/trace.h"
#include "tables/book_tables.h"
#include "tables/table_parts.h"

#include <stdlib.h>
#include <string.h>

/* ---- which figures ---- */

struct parts {
    struct part *items;
    size_t count;
};

static bool is_listed(const struct parts *parts, enum measure measure, struct subject s)
{
    for (size_t i = 0; i < parts->count; i++) {
        const struct part *known = &parts->items[i];
        if (known->measure == measure && known->subject.indicator == s.indicator &&
            period_compare(known->subject.period, s.period) == 0)
            return true;
    }
    return false;
}

static void list_figure(const struct desk *desk, struct parts *parts, enum measure measure, struct subject s)
{
    if (measure_is_place(measure) || desk_is_milestone(desk, s.indicator) ||
        !measure_exists(desk->engine, measure, s.indicator, s.area, s.period) || is_listed(parts, measure, s))
        return;
    /* Of what isn't there a level that is missing says why. */
    if (measure != MEASURE_VALUE && !desk_result_at(desk, measure, s.indicator, s.area, s.period)->printed)
        return;
    s.from = target_from(desk->engine, measure, s.indicator, s.area, s.period);
    struct part part = {measure, s, false};
    ARRAY_ADD(desk->arena, parts->items, parts->count, part);
}

/* A rate is itself a growth; of things in small numbers a growth says nothing. */
static bool is_told(const struct desk *desk, enum measure measure, const struct indicator *indicator)
{
    bool growth = measure == MEASURE_YOY || measure == MEASURE_SINGLE_YOY;
    return !growth || (indicator->kind != KIND_RATE && !desk_counts(desk, indicator));
}

/* What the documents print of every indicator; what a target is about comes from the verdicts. */
static struct parts figures_of(const struct desk *desk)
{
    static const enum measure printed[] = {MEASURE_VALUE, MEASURE_YOY, MEASURE_CHANGE, MEASURE_SINGLE,
                                           MEASURE_SINGLE_YOY};
    struct parts parts = {0};
    for (size_t i = 0; i < desk->dataset->indicator_count; i++) {
        const struct indicator *indicator = &desk->dataset->indicators[i];
        if (!desk_has_figure(desk, indicator, desk->area))
            continue;
        for (size_t m = 0; m < sizeof printed / sizeof *printed; m++)
            if (is_told(desk, printed[m], indicator))
                list_figure(desk, &parts, printed[m], (struct subject){indicator, desk->area, desk->period, 0});
    }
    struct topics topics = topics_of(desk, desk->area);
    for (size_t i = 0; i < topics.count; i++)
        if (topics.items[i].verdict && topics.items[i].verdict->result)
            list_figure(desk, &parts, topics.items[i].measure,
                        (struct subject){topics.items[i].indicator, desk->area, topics.items[i].verdict->at, 0});
    return parts;
}

/* ---- how one came about ---- */

const char *trace_anchor(const struct desk *desk, enum measure measure, const struct indicator *indicator,
                         const struct area *area, struct period period)
{
    return arena_format(desk->arena, "%s %s %s %s", area->code, indicator->id, measure_id(measure),
                        period_code(desk->arena, period));
}

/* 公布; 由9处数加总; 计算. Of none the words are in its cell. */
static struct cell origin_cell(const struct desk *desk, const struct trace *trace)
{
    const struct result *r = trace->result;
    if (!r->number)
        return cell_empty();
    if (r->origin == ORIGIN_REPORTED)
        return cell_text(SAY(&desk->say, WORD_ORIGIN_REPORTED));
    if (r->origin == ORIGIN_SUMMED)
        return cell_text(FILL(&desk->say, WORD_SOURCE_SUMMED, "数",
                              arena_format(desk->arena, "%zu", trace->part_count + trace->cell_count)));
    return cell_text(SAY(&desk->say, WORD_ORIGIN_COMPUTED));
}

/* The arithmetic; of a sum over very many it would fill the page. */
static struct cell formula_cell(const struct trace *trace)
{
    enum { LONGEST = 200 };
    bool shown = trace->result->number && trace->result->origin != ORIGIN_REPORTED;
    return shown && strlen(trace->formula) <= LONGEST ? text_or_empty(trace->formula) : cell_empty();
}

static struct cell exact_cell(const struct desk *desk, const struct result *r)
{
    bool rounded = r->number && number_compare(r->number, r->printed) != 0;
    return rounded ? text_or_empty(number_exact(desk->arena, r->number)) : cell_empty();
}

/* ---- its cells ---- */

/* 万元，×0.0001；GB18030 */
static struct cell reading_cell(const struct desk *desk, const struct understood_cell *cell)
{
    struct strings words = {0};
    const char *factor = cell->as ? understood_factor(cell->as, desk->arena) : "";
    if (*factor)
        strings_add(&words, desk->arena, FILL(&desk->say, WORD_TRACE_FACTOR, "单位", cell->as->unit, "倍", factor));
    strings_add(&words, desk->arena, cell->table->encoding);
    return cell_text(strings_join(&words, desk->arena, "；"));
}

static void add_figure_cells(const struct desk *desk, struct table_builder *t, const struct figure *figure,
                             const struct indicator *indicator)
{
    struct understood_cell cell;
    table_cell(t, text_or_empty(figure->file));
    table_cell(t, figure->line ? count_cell(desk, (size_t)figure->line) : cell_empty());
    if (!understood_find(desk->dataset, indicator, figure, &cell)) {
        for (int i = 0; i < 4; i++)
            table_cell(t, cell_empty());
        return;
    }
    table_cell(t, count_cell(desk, (size_t)figure->at));
    table_cell(t, text_or_empty(figure->column));
    table_cell(t, text_or_empty(text_excerpt(desk->arena, understood_text(&cell))));
    table_cell(t, reading_cell(desk, &cell));
}

/* ---- the table ---- */

struct listed {
    const struct trace *trace;
    size_t order;
};

static const struct table_head figure_heads[] = {
    {WORD_COL_AREA, ALIGN_LEFT, 5},           {WORD_COL_INDICATOR, ALIGN_LEFT, 9},
    {WORD_COL_PERIOD, ALIGN_LEFT, 6},         {WORD_TRACE_COL_MEASURE, ALIGN_LEFT, 4},
    {WORD_COL_VALUE_TEXT, ALIGN_RIGHT, 5},    {WORD_COL_UNIT, ALIGN_LEFT, 4},
    {WORD_TRACE_COL_EXACT, ALIGN_LEFT, 7},    {WORD_TRACE_COL_ORIGIN, ALIGN_LEFT, 5},
    {WORD_TRACE_COL_FORMULA, ALIGN_LEFT, 12},
};
static const struct table_head cell_heads[] = {
    {WORD_COL_SOURCE_FILE, ALIGN_LEFT, 12},  {WORD_TRACE_COL_LINE, ALIGN_RIGHT, 3},
    {WORD_TRACE_COL_COLUMN, ALIGN_RIGHT, 3}, {WORD_TRACE_COL_HEAD, ALIGN_LEFT, 6},
    {WORD_TRACE_COL_RAW, ALIGN_RIGHT, 5},    {WORD_TRACE_COL_READING, ALIGN_LEFT, 8},
};
enum { FIGURE_HEADS = sizeof figure_heads / sizeof *figure_heads, CELL_HEADS = sizeof cell_heads / sizeof *cell_heads };

static void add_figure(const struct desk *desk, struct table_builder *t, const struct trace *trace)
{
    const struct subject *s = &trace->part.subject;
    enum measure measure = trace->part.measure;
    bool single = s->indicator->kind == KIND_FLOW &&
                  (measure == MEASURE_SINGLE || measure == MEASURE_SINGLE_YOY || measure == MEASURE_QOQ);
    struct cell area = cell_text(s->area->name);
    area.anchor = trace_anchor(desk, measure, s->indicator, s->area, s->period);
    table_cell(t, area);
    table_cell(t, cell_text(s->indicator->name));
    table_cell(t, cell_text(single ? period_name_single(desk->arena, s->period) : period_name(desk->arena, s->period)));
    table_cell(t, cell_text(desk_measure_name(desk, measure, s->indicator)));
    table_cell(t, desk_cell(desk, trace->result, measure, s->indicator));
    table_cell(t, trace->result->printed ? text_or_empty(desk_unit(desk, measure, s->indicator)) : cell_empty());
    table_cell(t, exact_cell(desk, trace->result));
    table_cell(t, origin_cell(desk, trace));
    table_cell(t, formula_cell(trace));
}

static void add_trace(const struct desk *desk, struct table_builder *t, const struct trace *trace)
{
    add_figure(desk, t, trace);
    for (size_t c = 0; c == 0 || c < trace->cell_count; c++) {
        for (size_t i = 0; c && i < FIGURE_HEADS; i++)
            table_cell(t, cell_empty());
        for (size_t i = 0; !trace->cell_count && i < CELL_HEADS; i++)
            table_cell(t, cell_empty());
        if (trace->cell_count)
            add_figure_cells(desk, t, trace->cells[c], trace->part.subject.indicator);
    }
}

/* By indicator; else in their order. */
static int by_indicator(const void *left, const void *right)
{
    const struct listed *a = left, *b = right;
    size_t one = a->trace->part.subject.indicator->index, other = b->trace->part.subject.indicator->index;
    return one != other ? (one > other) - (one < other) : (a->order > b->order) - (a->order < b->order);
}

static const struct listed *listed_of(const struct desk *desk, size_t *count)
{
    struct parts figures = figures_of(desk);
    const struct trace *const *list = NULL;
    *count = figures.count ? trace_list(desk->engine, figures.items, figures.count, &list) : 0;
    struct listed *listed = arena_alloc(desk->arena, (*count + 1) * sizeof *listed);
    for (size_t i = 0; i < *count; i++)
        listed[i] = (struct listed){list[i], i};
    qsort(listed, *count, sizeof *listed, by_indicator);
    return listed;
}

const struct table *table_trace(const struct desk *desk)
{
    size_t count;
    const struct listed *listed = listed_of(desk, &count);
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    table_columns(desk, &t, figure_heads, FIGURE_HEADS);
    table_columns(desk, &t, cell_heads, CELL_HEADS);
    for (size_t i = 0; i < count; i++)
        add_trace(desk, &t, listed[i].trace);
    t.table.data = true;
    return t.cell_count ? table_end_compact(&t) : NULL;
}
