/* Tables of what came in: the data with their sources, the findings, the definitions. */
#include "compose/tables.h"

#include <string.h>

struct head {
    enum word word;
    enum align align;
    int width;
};

static void heads(const struct desk *desk, struct table_builder *t, const struct head *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        table_column(t, SAY(&desk->say, list[i].word), NULL, NULL, list[i].align, list[i].width);
}

static struct cell text_or_empty(const char *text)
{
    return text && *text ? cell_text(text) : cell_empty();
}

static struct cell line_cell(const struct desk *desk, int line)
{
    const char *text = arena_format(desk->arena, "%d", line);
    return line ? cell_number(text, text) : cell_empty();
}

/* ---- 数据 ---- */

static struct cell measure_cell(const struct desk *desk, enum measure measure, const struct indicator *indicator,
                                const struct area *area)
{
    if (!measure_applies(measure, indicator))
        return cell_empty();
    const struct result *result = desk_result(desk, measure, indicator, area);
    return result->printed ? desk_cell(desk, result, measure, indicator) : cell_empty();
}

static void data_row(const struct desk *desk, struct table_builder *t, const struct indicator *indicator,
                     const struct area *area)
{
    const struct result *value = desk_result(desk, MEASURE_VALUE, indicator, area);
    const struct result *yoy =
        measure_applies(MEASURE_YOY, indicator) ? desk_result(desk, MEASURE_YOY, indicator, area) : NULL;
    const struct figure *source = result_first_input(value);
    if (!source && yoy)
        source = result_first_input(yoy);
    table_cell(t, cell_text(period_code(desk->arena, desk->period)));
    table_cell(t, cell_text(area->code));
    table_cell(t, cell_text(area->name));
    table_cell(t, cell_text(indicator->name));
    table_cell(t, text_or_empty(indicator->unit));
    table_cell(t, measure_cell(desk, MEASURE_VALUE, indicator, area));
    table_cell(t,
               indicator->kind == KIND_RATE ? cell_empty() : shown_cell(desk, desk_year_before(desk, indicator, area)));
    table_cell(t, measure_cell(desk, MEASURE_YOY, indicator, area));
    table_cell(t, measure_cell(desk, MEASURE_CHANGE, indicator, area));
    table_cell(t, measure_cell(desk, MEASURE_YOY_CHANGE, indicator, area));
    table_cell(t, measure_cell(desk, MEASURE_SINGLE, indicator, area));
    table_cell(t, measure_cell(desk, MEASURE_SINGLE_YOY, indicator, area));
    table_cell(t, measure_cell(desk, MEASURE_SHARE, indicator, area));
    table_cell(t, measure_cell(desk, MEASURE_VS_PARENT, indicator, area));
    table_cell(t, source ? text_or_empty(source->file) : cell_empty());
    table_cell(t, source ? line_cell(desk, source->line) : cell_empty());
    bool reported = yoy && yoy->printed && yoy->origin == ORIGIN_REPORTED;
    table_cell(t, !yoy || !yoy->printed
                      ? cell_empty()
                      : cell_text(SAY(&desk->say, reported ? WORD_ORIGIN_REPORTED : WORD_ORIGIN_COMPUTED)));
}

const struct table *table_data(const struct desk *desk)
{
    static const struct head list[] = {
        {WORD_COL_PERIOD, ALIGN_LEFT, 4},       {WORD_COL_CODE, ALIGN_LEFT, 4},
        {WORD_COL_AREA, ALIGN_LEFT, 6},         {WORD_COL_INDICATOR, ALIGN_LEFT, 12},
        {WORD_COL_UNIT, ALIGN_LEFT, 4},         {WORD_COL_VALUE_TEXT, ALIGN_RIGHT, 5},
        {WORD_COL_YEAR_BEFORE, ALIGN_RIGHT, 5}, {WORD_COL_YOY, ALIGN_RIGHT, 4},
        {WORD_COL_CHANGE, ALIGN_RIGHT, 5},      {WORD_COL_YOY_CHANGE, ALIGN_RIGHT, 5},
        {WORD_COL_SINGLE, ALIGN_RIGHT, 5},      {WORD_COL_SINGLE_YOY, ALIGN_RIGHT, 5},
        {WORD_COL_SHARE, ALIGN_RIGHT, 4},       {WORD_COL_VS_PARENT, ALIGN_RIGHT, 5},
        {WORD_COL_SOURCE_FILE, ALIGN_LEFT, 14}, {WORD_COL_SOURCE_LINE, ALIGN_RIGHT, 3},
        {WORD_COL_YOY_ORIGIN, ALIGN_LEFT, 4},
    };
    const struct dataset *d = desk->dataset;
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    heads(desk, &t, list, sizeof list / sizeof *list);
    for (size_t a = 0; a < d->area_count; a++)
        for (size_t i = 0; i < d->indicator_count; i++)
            if (desk_has_figure(desk, &d->indicators[i], &d->areas[a]))
                data_row(desk, &t, &d->indicators[i], &d->areas[a]);
    t.table.data = true;
    return t.cell_count ? table_end(&t) : NULL;
}

/* ---- 核查 ---- */

static const char *area_name(const struct desk *desk, const char *code)
{
    for (size_t i = 0; code && i < desk->dataset->area_count; i++)
        if (!strcmp(desk->dataset->areas[i].code, code))
            return desk->dataset->areas[i].name;
    return code;
}

static const char *indicator_name(const struct desk *desk, const char *id)
{
    for (size_t i = 0; id && i < desk->dataset->indicator_count; i++)
        if (!strcmp(desk->dataset->indicators[i].id, id))
            return desk->dataset->indicators[i].name;
    return id;
}

static void finding_row(const struct desk *desk, struct table_builder *t, const struct finding *finding)
{
    static const struct {
        enum word word;
        enum cell_tone tone;
    } severities[] = {[SEVERITY_NOTE] = {WORD_SEVERITY_NOTE, TONE_MUTED},
                      [SEVERITY_WARNING] = {WORD_SEVERITY_WARNING, TONE_WAITING},
                      [SEVERITY_ERROR] = {WORD_SEVERITY_ERROR, TONE_BAD}};
    struct cell severity = cell_text(SAY(&desk->say, severities[finding->severity].word));
    severity.tone = severities[finding->severity].tone;
    table_cell(t, text_or_empty(area_name(desk, finding->where.area)));
    table_cell(t, text_or_empty(indicator_name(desk, finding->where.indicator)));
    table_cell(t, text_or_empty(finding->where.period));
    table_cell(t, severity);
    table_cell(t, text_or_empty(finding->message));
    table_cell(t, text_or_empty(finding->where.file));
    table_cell(t, line_cell(desk, finding->where.line));
}

/* By area, those of none first: that is how the office sends them out for checking. */
const struct table *table_findings(const struct desk *desk)
{
    static const struct head list[] = {
        {WORD_COL_AREA, ALIGN_LEFT, 5},         {WORD_COL_INDICATOR, ALIGN_LEFT, 8},
        {WORD_COL_PERIOD, ALIGN_LEFT, 4},       {WORD_COL_SEVERITY, ALIGN_CENTER, 3},
        {WORD_COL_MESSAGE, ALIGN_LEFT, 24},     {WORD_COL_SOURCE_FILE, ALIGN_LEFT, 10},
        {WORD_COL_SOURCE_LINE, ALIGN_RIGHT, 3},
    };
    const struct findings *findings = desk->composer->findings;
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    heads(desk, &t, list, sizeof list / sizeof *list);
    for (size_t a = 0; a <= desk->dataset->area_count; a++) {
        const char *code = a ? desk->dataset->areas[a - 1].code : NULL;
        for (size_t i = 0; i < findings->count; i++) {
            const char *of = findings->items[i].where.area;
            bool known = of && area_name(desk, of) != of;
            if (a ? known && !strcmp(of, code) : !known)
                finding_row(desk, &t, &findings->items[i]);
        }
    }
    return t.cell_count ? table_end(&t) : NULL;
}

/* ---- 口径 ---- */

const struct table *table_definitions(const struct desk *desk)
{
    static const struct head list[] = {
        {WORD_COL_INDICATOR, ALIGN_LEFT, 10}, {WORD_COL_UNIT, ALIGN_CENTER, 4},  {WORD_COL_KIND, ALIGN_CENTER, 4},
        {WORD_COL_BETTER, ALIGN_CENTER, 3},   {WORD_COL_TOTAL, ALIGN_CENTER, 4}, {WORD_COL_DEFINITION, ALIGN_LEFT, 24},
    };
    static const enum word kinds[] = {WORD_KIND_FLOW, WORD_KIND_STOCK, WORD_KIND_RATIO, WORD_KIND_RATE};
    static const enum word betters[] = {WORD_BETTER_HIGHER, WORD_BETTER_LOWER};
    static const enum word totals[] = {WORD_TOTAL_SUM, WORD_TOTAL_GIVEN, WORD_TOTAL_NONE};
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    heads(desk, &t, list, sizeof list / sizeof *list);
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

static void source_row(const struct desk *desk, struct table_builder *t, const struct topic *topic)
{
    const struct target *target = topic->verdict->target;
    table_cell(t, cell_text(topic->area->name));
    table_cell(t, cell_text(topic_name(desk, topic)));
    table_cell(t, cell_text(topic_goal(desk, topic, true)));
    table_cell(t, text_or_empty(target->source));
    table_cell(t, text_or_empty(target->file));
    table_cell(t, line_cell(desk, target->line));
}

const struct table *table_sources(const struct desk *desk)
{
    static const struct head list[] = {
        {WORD_COL_AREA, ALIGN_LEFT, 5},         {WORD_COL_INDICATOR, ALIGN_LEFT, 10},
        {WORD_COL_GOAL_SHORT, ALIGN_CENTER, 6}, {WORD_COL_BASIS, ALIGN_LEFT, 14},
        {WORD_COL_SOURCE_FILE, ALIGN_LEFT, 10}, {WORD_COL_SOURCE_LINE, ALIGN_RIGHT, 3},
    };
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    heads(desk, &t, list, sizeof list / sizeof *list);
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
