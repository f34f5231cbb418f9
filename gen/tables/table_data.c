/* SPDX-License-Identifier: MIT */
/* Tables of what came in: the data with their sources, the findings, the definitions. */
#include "base/text.h"
#include "tables/book_tables.h"
#include "tables/notes.h"
#include "tables/table_parts.h"
#include "words/frame.h"
#include "words/goal.h"

#include <stdlib.h>
#include <string.h>

static struct cell line_cell(const struct desk *desk, int line)
{
    return line ? count_cell(desk, (size_t)line) : cell_empty();
}

/* ---- 数据 ---- */

/* Why a cell is empty: the reasons of one row, each with the heads of its columns. */
struct blanks {
    const struct desk *desk;
    struct reason {
        const char *why;
        struct strings heads;
    } reasons[8];
    size_t count;
};

static void blank_add(struct blanks *blanks, const char *why, enum word head)
{
    size_t i = 0;
    while (i < blanks->count && strcmp(blanks->reasons[i].why, why) != 0)
        i++;
    if (i == sizeof blanks->reasons / sizeof *blanks->reasons)
        return;
    if (i == blanks->count)
        blanks->reasons[blanks->count++].why = why;
    strings_add(&blanks->reasons[i].heads, blanks->desk->arena, SAY(&blanks->desk->say, head));
}

static const char *blanks_text(const struct blanks *blanks)
{
    struct strings all = {0};
    struct arena *arena = blanks->desk->arena;
    for (size_t i = 0; i < blanks->count; i++)
        strings_add(&all, arena,
                    FILL(&blanks->desk->say, WORD_BLANK_REASON, "原因", blanks->reasons[i].why, "名单",
                         strings_join(&blanks->reasons[i].heads, arena, "、")));
    return strings_join(&all, arena, "；");
}

static const char *flag_reason(const struct desk *desk, const struct result *result, enum measure measure,
                               const struct indicator *indicator)
{
    switch (result->flag) {
    case FLAG_NO_DATA:
        return SAY(&desk->say, WORD_CELL_MISSING);
    case FLAG_NONE:
    case FLAG_NO_BASE:
        return SAY(&desk->say, WORD_BLANK_NO_BASE);
    case FLAG_INCOMPLETE:
        return SAY(&desk->say, WORD_BLANK_INCOMPLETE);
    case FLAG_ZERO_BASE:
        return SAY(&desk->say, WORD_BLANK_ZERO_BASE);
    default:
        return result_text(desk->arena, result, measure, indicator, desk->say.rounding);
    }
}

static struct cell measure_cell(struct blanks *blanks, enum measure measure, enum word head,
                                const struct indicator *indicator, const struct area *area)
{
    const struct desk *desk = blanks->desk;
    if (!measure_exists(desk->engine, measure, indicator, area, desk->period)) {
        blank_add(blanks, SAY(&desk->say, WORD_BLANK_NOT_APPLICABLE), head);
        return cell_empty();
    }
    const struct result *result = desk_result(desk, measure, indicator, area);
    if (result->printed)
        return desk_cell(desk, result, measure, indicator);
    blank_add(blanks, flag_reason(desk, result, measure, indicator), head);
    return cell_empty();
}

static struct cell before_cell(struct blanks *blanks, const struct indicator *indicator, const struct area *area)
{
    const struct desk *desk = blanks->desk;
    if (indicator->kind == KIND_RATE) {
        blank_add(blanks, SAY(&desk->say, WORD_BLANK_NOT_APPLICABLE), WORD_COL_YEAR_BEFORE);
        return cell_empty();
    }
    struct cell cell = shown_cell(desk, desk_year_before(desk, indicator, area));
    if (cell.kind == CELL_NUMBER)
        return cell;
    const struct result *before =
        desk_result_at(desk, MEASURE_VALUE, indicator, area, period_year_before(desk->period, 1));
    bool restated = before->flag == FLAG_NONE && !desk_base_printable(desk, indicator, area);
    bool partial = before->flag == FLAG_INCOMPLETE;
    blank_add(blanks,
              SAY(&desk->say, restated  ? WORD_BLANK_RESTATED
                              : partial ? WORD_BLANK_INCOMPLETE
                                        : WORD_BLANK_NO_BASE),
              WORD_COL_YEAR_BEFORE);
    return cell;
}

void source_cells(const struct desk *desk, const struct result *result, struct cell *file, struct cell *line)
{
    const struct figure *const *figures;
    size_t count = result->inputs ? result_inputs(desk->arena, result, &figures) : 0;
    const struct figure *first = result_first_input(result);
    *file = *line = cell_empty();
    if (!first)
        return;
    if (result->origin == ORIGIN_REPORTED || count == 1) {
        *file = text_or_empty(first->file);
        *line = line_cell(desk, first->line);
        return;
    }
    enum word word = result->origin == ORIGIN_SUMMED ? WORD_SOURCE_SUMMED : WORD_SOURCE_COMPUTED;
    *file = cell_text(FILL(&desk->say, word, "数", arena_format(desk->arena, "%zu", count)));
}

/* 公布, 计算; of a growth published elsewhere than the figure also where. */
static struct cell growth_source(const struct desk *desk, const struct result *yoy, struct cell file, struct cell line)
{
    if (!yoy || !yoy->printed)
        return cell_empty();
    if (yoy->origin != ORIGIN_REPORTED)
        return cell_text(SAY(&desk->say, WORD_ORIGIN_COMPUTED));
    struct cell own_file, own_line;
    source_cells(desk, yoy, &own_file, &own_line);
    bool same = !strcmp(own_file.text, file.text) && !strcmp(own_line.text, line.text);
    return cell_text(same ? SAY(&desk->say, WORD_ORIGIN_REPORTED)
                          : FILL(&desk->say, WORD_ORIGIN_REPORTED_IN, "文件", own_file.text, "行", own_line.text));
}

/* The figures of a row; a measure more is a line here. */
static const struct data_figure {
    enum measure measure; /* MEASURE_COUNT: the level a year before */
    enum word head;
    int width;
} figures[] = {
    {MEASURE_VALUE, WORD_COL_VALUE_TEXT, 5},
    {MEASURE_COUNT, WORD_COL_YEAR_BEFORE, 5},
    {MEASURE_YOY, WORD_COL_YOY, 4},
    {MEASURE_CHANGE, WORD_COL_CHANGE, 5},
    {MEASURE_YOY_CHANGE, WORD_COL_YOY_CHANGE, 5},
    {MEASURE_SINGLE, WORD_COL_SINGLE, 5},
    {MEASURE_SINGLE_YOY, WORD_COL_SINGLE_YOY, 5},
    {MEASURE_SHARE, WORD_COL_SHARE, 4},
    {MEASURE_VS_PARENT, WORD_COL_VS_PARENT, 5},
};

enum { FIGURES = sizeof figures / sizeof *figures };

static void data_columns(const struct desk *desk, struct table_builder *t)
{
    static const struct table_head before[] = {{WORD_COL_PERIOD, ALIGN_LEFT, 4},
                                               {WORD_COL_CODE, ALIGN_LEFT, 4},
                                               {WORD_COL_AREA, ALIGN_LEFT, 6},
                                               {WORD_COL_INDICATOR, ALIGN_LEFT, 12},
                                               {WORD_COL_UNIT, ALIGN_LEFT, 4}};
    static const struct table_head after[] = {{WORD_COL_BLANKS, ALIGN_LEFT, 14},
                                              {WORD_COL_BANNER, ALIGN_LEFT, 4},
                                              {WORD_COL_SOURCE_FILE, ALIGN_LEFT, 14},
                                              {WORD_COL_SOURCE_LINE, ALIGN_RIGHT, 3},
                                              {WORD_COL_YOY_ORIGIN, ALIGN_LEFT, 4}};
    table_columns(desk, t, before, sizeof before / sizeof *before);
    for (size_t i = 0; i < FIGURES; i++)
        table_columns(desk, t, &(struct table_head){figures[i].head, ALIGN_RIGHT, figures[i].width}, 1);
    table_columns(desk, t, after, sizeof after / sizeof *after);
}

static void data_row(const struct desk *desk, struct table_builder *t, const struct indicator *indicator,
                     const struct area *area)
{
    struct blanks blanks = {.desk = desk};
    struct cell file, line;
    const struct result *value = desk_result(desk, MEASURE_VALUE, indicator, area);
    const struct result *yoy =
        measure_applies(MEASURE_YOY, indicator) ? desk_result(desk, MEASURE_YOY, indicator, area) : NULL;
    source_cells(desk, result_first_input(value) || !yoy ? value : yoy, &file, &line);
    table_cell(t, cell_text(period_code(desk->arena, desk->period)));
    table_cell(t, cell_text(area->code));
    table_cell(t, cell_text(area->name));
    table_cell(t, cell_text(indicator->name));
    table_cell(t, text_or_empty(indicator->unit));
    for (size_t i = 0; i < FIGURES; i++)
        table_cell(t, figures[i].measure == MEASURE_COUNT
                          ? before_cell(&blanks, indicator, area)
                          : measure_cell(&blanks, figures[i].measure, figures[i].head, indicator, area));
    table_cell(t, text_or_empty(blanks_text(&blanks)));
    table_cell(t, text_or_empty(parts_banner(desk)));
    table_cell(t, file);
    table_cell(t, line);
    table_cell(t, growth_source(desk, yoy, file, line));
}

const struct table *table_data(const struct desk *desk)
{
    const struct dataset *d = desk->dataset;
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    data_columns(desk, &t);
    for (size_t a = 0; a < d->area_count; a++)
        for (size_t i = 0; i < d->indicator_count; i++)
            if (desk_has_figure(desk, &d->indicators[i], &d->areas[a]))
                data_row(desk, &t, &d->indicators[i], &d->areas[a]);
    t.table.data = true;
    return t.cell_count ? table_end_compact(&t) : NULL;
}

/* ---- 核查 ---- */

/* A finding and the area it is about: its number, counted from 1; 0 where it is about none that is there. */
struct about {
    const struct finding *finding;
    size_t area;
};

static int by_code(const void *left, const void *right)
{
    const struct area *const *a = left, *const *b = right;
    return strcmp((*a)->code, (*b)->code);
}

/* The worst first, then by area, those of none first; else in their order, which their addresses keep. */
static int by_severity(const void *left, const void *right)
{
    const struct about *a = left, *b = right;
    if (a->finding->severity != b->finding->severity)
        return a->finding->severity > b->finding->severity ? -1 : 1;
    if (a->area != b->area)
        return a->area < b->area ? -1 : 1;
    return (a->finding > b->finding) - (a->finding < b->finding);
}

static const struct about *sorted_findings(const struct desk *desk)
{
    const struct dataset *d = desk->dataset;
    const struct findings *findings = desk->composer->findings;
    const struct area **areas = arena_alloc(desk->arena, d->area_count * sizeof *areas);
    struct about *list = arena_alloc(desk->arena, (findings->count + 1) * sizeof *list);
    for (size_t i = 0; i < d->area_count; i++)
        areas[i] = &d->areas[i];
    qsort(areas, d->area_count, sizeof *areas, by_code);
    for (size_t i = 0; i < findings->count; i++) {
        const struct area wanted = {.code = findings->items[i].where.area}, *key = &wanted;
        const struct area **found = wanted.code ? bsearch(&key, areas, d->area_count, sizeof *areas, by_code) : NULL;
        list[i] = (struct about){&findings->items[i], found ? (*found)->index + 1 : 0};
    }
    qsort(list, findings->count, sizeof *list, by_severity);
    return list;
}

static void finding_row(const struct desk *desk, struct table_builder *t, const struct about *about)
{
    static const struct {
        enum word word;
        enum cell_tone tone;
    } severities[] = {[SEVERITY_NOTE] = {WORD_SEVERITY_NOTE, TONE_MUTED},
                      [SEVERITY_WARNING] = {WORD_SEVERITY_WARNING, TONE_WAITING},
                      [SEVERITY_ERROR] = {WORD_SEVERITY_ERROR, TONE_BAD}};
    const struct finding *finding = about->finding;
    const char *area = about->area ? desk->dataset->areas[about->area - 1].name : finding->where.area;
    struct cell severity = cell_text(SAY(&desk->say, severities[finding->severity].word));
    severity.tone = severities[finding->severity].tone;
    table_cell(t, text_or_empty(area));
    table_cell(t, text_or_empty(desk_indicator_name(desk, finding->where.indicator)));
    table_cell(t, text_or_empty(finding->where.period));
    table_cell(t, severity);
    table_cell(t, text_or_empty(finding->message));
    table_cell(t, text_or_empty(finding->where.file));
    table_cell(t, line_cell(desk, finding->where.line));
}

/* The worst first, and of those that are as bad by area: that is how the office sends them out for checking. */
const struct table *table_findings(const struct desk *desk)
{
    static const struct table_head heads[] = {
        {WORD_COL_AREA, ALIGN_LEFT, 5},         {WORD_COL_INDICATOR, ALIGN_LEFT, 8},
        {WORD_COL_PERIOD, ALIGN_LEFT, 4},       {WORD_COL_SEVERITY, ALIGN_CENTER, 3},
        {WORD_COL_MESSAGE, ALIGN_LEFT, 24},     {WORD_COL_SOURCE_FILE, ALIGN_LEFT, 10},
        {WORD_COL_SOURCE_LINE, ALIGN_RIGHT, 3},
    };
    const struct about *list = sorted_findings(desk);
    size_t count = desk->composer->findings->count;
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    table_columns(desk, &t, heads, sizeof heads / sizeof *heads);
    for (size_t i = 0; i < count; i++)
        finding_row(desk, &t, &list[i]);
    return t.cell_count ? table_end(&t) : NULL;
}

/* ---- 口径 ---- */

const struct table *table_definitions(const struct desk *desk)
{
    static const struct table_head list[] = {
        {WORD_COL_INDICATOR, ALIGN_LEFT, 10}, {WORD_COL_UNIT, ALIGN_CENTER, 4},  {WORD_COL_KIND, ALIGN_CENTER, 4},
        {WORD_COL_BETTER, ALIGN_CENTER, 3},   {WORD_COL_TOTAL, ALIGN_CENTER, 4}, {WORD_COL_DEFINITION, ALIGN_LEFT, 24},
    };
    static const enum word kinds[] = {WORD_KIND_FLOW, WORD_KIND_STOCK, WORD_KIND_RATIO, WORD_KIND_RATE};
    static const enum word betters[] = {WORD_BETTER_HIGHER, WORD_BETTER_LOWER};
    static const enum word totals[] = {WORD_TOTAL_SUM, WORD_TOTAL_GIVEN, WORD_TOTAL_NONE};
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    table_columns(desk, &t, list, sizeof list / sizeof *list);
    for (size_t i = 0; i < desk->dataset->indicator_count; i++) {
        const struct indicator *indicator = &desk->dataset->indicators[i];
        if (!indicator_used(desk, indicator))
            continue;
        table_cell(&t, cell_text(indicator->name));
        table_cell(&t, text_or_empty(indicator->unit));
        table_cell(&t, cell_text(SAY(&desk->say, kinds[indicator->kind])));
        table_cell(&t, cell_text(SAY(&desk->say, betters[indicator->better])));
        table_cell(&t, cell_text(SAY(&desk->say, totals[indicator->total])));
        table_cell(&t, text_or_empty(indicator->note));
    }
    return t.cell_count ? table_end(&t) : NULL;
}

/* The figure that is held against the target, which leads to where it comes from. */
static struct cell judged_cell(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *verdict = topic->verdict;
    struct cell cell = desk_is_milestone(desk, topic->indicator) ? cell_empty() : actual_cell(desk, topic);
    if (cell.kind != CELL_EMPTY && verdict->result)
        cell.to = trace_anchor(desk, topic->measure, topic->indicator, topic->area, verdict->at);
    return cell;
}

static void source_row(const struct desk *desk, struct table_builder *t, const struct topic *topic)
{
    const struct target *target = topic->verdict->target;
    table_cell(t, cell_text(topic->area->name));
    table_cell(t, cell_text(topic_name(desk, topic)));
    table_cell(t, cell_text(topic_goal(desk, topic, true)));
    table_cell(t, judged_cell(desk, topic));
    table_cell(t, text_or_empty(target->source));
    table_cell(t, text_or_empty(target->file));
    table_cell(t, line_cell(desk, target->line));
}

const struct table *table_sources(const struct desk *desk)
{
    static const struct table_head list[] = {
        {WORD_COL_AREA, ALIGN_LEFT, 5},         {WORD_COL_INDICATOR, ALIGN_LEFT, 10},
        {WORD_COL_GOAL_SHORT, ALIGN_CENTER, 6}, {WORD_COL_JUDGED, ALIGN_RIGHT, 6},
        {WORD_COL_BASIS, ALIGN_LEFT, 14},       {WORD_COL_SOURCE_FILE, ALIGN_LEFT, 10},
        {WORD_COL_SOURCE_LINE, ALIGN_RIGHT, 3},
    };
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    table_columns(desk, &t, list, sizeof list / sizeof *list);
    for (size_t a = 0; a < desk->dataset->area_count; a++) {
        const struct area *area = &desk->dataset->areas[a];
        if (area->role == ROLE_REFERENCE || (desk->area != desk->region && area != desk->area))
            continue;
        struct topics topics = topics_of(desk, area);
        for (size_t i = 0; i < topics.count; i++)
            if (topics.items[i].verdict)
                source_row(desk, &t, &topics.items[i]);
    }
    return t.cell_count ? table_end(&t) : NULL;
}
