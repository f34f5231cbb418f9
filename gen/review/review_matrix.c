/* SPDX-License-Identifier: MIT */
#include "base/text.h"
#include "check/measure.h"
#include "review/review_parts.h"
#include "tables/trend.h"
#include "words/goal.h"

#include <string.h>

/* An A4 page across is readable up to here. */
enum { MOST_AREAS = 15 };

/* ---- what is shown of a lane ---- */

/* A place is no course of its own: what it ranks by is. */
static enum measure measure_shown(const struct lane *lane)
{
    return measure_is_place(lane->key.measure) ? place_measure(lane->key.measure, lane->key.indicator)
                                               : lane->key.measure;
}

static bool adds_up(enum measure measure, const struct indicator *indicator)
{
    return indicator->kind == KIND_FLOW &&
           (measure == MEASURE_VALUE || measure == MEASURE_SINGLE || measure == MEASURE_TOTAL);
}

/* 增速，%; 累计，亿元: which of the indicator's figures stands in the row. */
static const char *row_unit(const struct desk *desk, const struct lane *lane)
{
    enum measure measure = measure_shown(lane);
    const struct indicator *indicator = lane->key.indicator;
    const char *unit = desk_unit(desk, measure, indicator), *name = measure_name(measure);
    if (measure == MEASURE_VALUE && indicator->kind == KIND_RATE)
        name = measure_name(MEASURE_YOY);
    else if (measure == MEASURE_VALUE)
        name = SAY(&desk->say, indicator->kind == KIND_FLOW ? WORD_COL_YTD : WORD_COL_VALUE);
    return *unit ? FILL(&desk->say, WORD_REVIEW_ROW_UNIT, "口径", name, "单位", unit) : name;
}

static bool figure_anywhere(const struct desk *desk, const struct indicator *indicator)
{
    for (size_t i = 0; i < desk->dataset->area_count; i++)
        if (desk->dataset->areas[i].role == ROLE_AREA && desk_has_figure(desk, indicator, &desk->dataset->areas[i]))
            return true;
    return false;
}

/* Unlike in a summary of the areas, the region's own targets have rows too. */
static struct lanes all_lanes(const struct desk *desk)
{
    struct lane *items = NULL;
    size_t count = 0, key_count;
    const struct target_key *keys = target_keys(desk->engine, desk->period, &key_count);
    for (size_t i = 0; i < desk->dataset->indicator_count; i++) {
        const struct indicator *indicator = &desk->dataset->indicators[i];
        size_t before = count;
        for (size_t k = 0; k < key_count; k++) {
            struct lane lane = {keys[k], true};
            if (keys[k].indicator == indicator)
                ARRAY_ADD(desk->arena, items, count, lane);
        }
        struct lane lane = {{indicator, reference_measure(desk, indicator), {0}}, false};
        if (count == before && figure_anywhere(desk, indicator))
            ARRAY_ADD(desk->arena, items, count, lane);
    }
    return (struct lanes){items, count};
}

/* ---- cells ---- */

static struct review_spark spark_of(const struct desk *desk, enum measure measure, const struct topic *topic)
{
    struct period periods[TREND_PERIODS];
    struct cell *values = arena_alloc(desk->arena, TREND_PERIODS * sizeof *values);
    size_t first = TREND_PERIODS, figures = 0;
    trend_periods(desk, periods);
    for (size_t i = 0; i < TREND_PERIODS; i++) {
        const struct result *result = desk_result_at(desk, measure, topic->indicator, topic->area, periods[i]);
        bool whole = result->printed && result->flag == FLAG_NONE;
        values[i] = whole ? desk_cell(desk, result, measure, topic->indicator) : cell_empty();
        if (whole && !figures++)
            first = i;
    }
    if (figures < 2)
        return (struct review_spark){0};
    struct strings said = {0};
    for (size_t i = first; i < TREND_PERIODS; i++)
        strings_add(&said, desk->arena,
                    values[i].kind == CELL_EMPTY ? SAY(&desk->say, WORD_CELL_NONE) : values[i].text);
    return (struct review_spark){
        .values = values + first,
        .count = TREND_PERIODS - first,
        .bars = adds_up(measure, topic->indicator),
        .alt = FILL(&desk->say, WORD_REVIEW_SPARK, "起", period_code(desk->arena, periods[first]), "止",
                    period_code(desk->arena, desk->period), "数值",
                    strings_join(&said, desk->arena, SAY(&desk->say, WORD_REVIEW_SPARK_COMMA))),
    };
}

static struct review_cell cell_of(const struct desk *desk, const struct lane *lane, const struct area *area)
{
    struct topic topic = lane_topic(desk, lane, area);
    enum measure measure = measure_shown(lane);
    const struct result *result = desk_result(desk, measure, topic.indicator, area);
    struct review_cell cell = {.figure = desk_cell(desk, result, measure, topic.indicator), .word = cell_empty()};
    if (lane->key.measure == measure)
        cell.figure = marked_cell(desk, &topic, cell.figure);
    if (topic.verdict)
        cell.word = topic_verdict(desk, &topic);
    /* Held against nothing and without a figure: nobody owes one. */
    bool nothing = !topic.verdict && result->flag == FLAG_NO_DATA;
    if (nothing)
        cell.word = topic_verdict(desk, &topic);
    if (nothing || (cell.figure.kind == CELL_TEXT && !strcmp(cell.figure.text, cell.word.text)))
        cell.figure = cell_empty();
    cell.spark = spark_of(desk, measure, &topic);
    cell.partial = result->printed && result->flag == FLAG_INCOMPLETE;
    return cell;
}

/* ---- matrices ---- */

static struct review_row row_of(const struct desk *desk, const struct lane *lane, const struct areas *areas)
{
    struct review_cell *cells = arena_alloc(desk->arena, areas->count * sizeof *cells);
    const struct indicator *indicator = lane->key.indicator;
    const char *name = indicator->name;
    for (size_t i = 0; i < areas->count; i++)
        cells[i] = cell_of(desk, lane, areas->items[i]);
    if (topic_within_year(lane->key.to))
        name = FILL(&desk->say, WORD_NAME_BY, "指标", name, "期限", topic_deadline(desk, lane->key.to));
    else if (lane->key.to.year)
        name = FILL(&desk->say, WORD_NAME_DEADLINE, "指标", name, "年", target_key_code(desk->arena, lane->key));
    if (measure_is_place(lane->key.measure))
        name = FILL(&desk->say, WORD_NAME_MEASURE, "指标", name, "口径", measure_name(lane->key.measure));
    return (struct review_row){.name = name, .unit = row_unit(desk, lane), .cells = cells};
}

static struct review_matrix matrix_of(const struct desk *desk, const struct lanes *lanes, struct areas areas)
{
    const char **columns = arena_alloc(desk->arena, areas.count * sizeof *columns);
    struct review_row *rows = arena_alloc(desk->arena, lanes->count * sizeof *rows);
    for (size_t i = 0; i < areas.count; i++)
        columns[i] = areas.items[i]->name;
    for (size_t i = 0; i < lanes->count; i++)
        rows[i] = row_of(desk, &lanes->items[i], &areas);
    return (struct review_matrix){
        .corner = SAY(&desk->say, WORD_COL_INDICATOR),
        .columns = columns,
        .column_count = areas.count,
        .rows = rows,
        .row_count = lanes->count,
    };
}

const struct review_matrix *review_matrices(const struct desk *desk, size_t *count)
{
    struct review_matrix *matrices = NULL;
    struct lanes lanes = all_lanes(desk);
    struct areas below = areas_below(desk);
    const struct area **all = NULL;
    size_t total = 0;
    *count = 0;
    ARRAY_ADD(desk->arena, all, total, desk->region);
    for (size_t i = 0; i < below.count; i++)
        ARRAY_ADD(desk->arena, all, total, below.items[i]);
    size_t parts = (total + MOST_AREAS - 1) / MOST_AREAS;
    for (size_t part = 0; part < parts && lanes.count; part++) {
        size_t from = total * part / parts, to = total * (part + 1) / parts;
        struct review_matrix matrix = matrix_of(desk, &lanes, (struct areas){all + from, to - from});
        if (parts > 1)
            matrix.caption = FILL(&desk->say, WORD_REVIEW_CAPTION, "首", all[from]->name, "末", all[to - 1]->name);
        ARRAY_ADD(desk->arena, matrices, *count, matrix);
    }
    return matrices;
}
