/* SPDX-License-Identifier: MIT */
#include "tables/columns.h"

#include "check/cell.h"
#include "tables/table_parts.h"
#include "words/goal.h"
#include "words/sentence_target.h"

/* ---- which the summary wants ---- */

static bool level_wanted(const struct desk *desk, const struct lane *lane)
{
    (void)desk;
    return lane->key.indicator->kind == KIND_FLOW;
}

static bool point_wanted(const struct desk *desk, const struct lane *lane)
{
    (void)desk;
    return lane->key.indicator->kind == KIND_STOCK || lane->key.indicator->kind == KIND_RATIO;
}

/* Where nobody has a growth, a column for it would stand empty. */
static bool any_growth(const struct desk *desk, const struct lane *lane)
{
    struct areas areas = areas_below(desk);
    enum measure measure = desk_growth_measure(lane->key.indicator);
    for (size_t i = 0; i < areas.count; i++) {
        enum flag flag = desk_result(desk, measure, lane->key.indicator, areas.items[i])->flag;
        if (flag != FLAG_NO_DATA && flag != FLAG_NO_BASE)
            return true;
    }
    return false;
}

/* Things counted one by one, so few in the whole region that their growth says nothing. */
static bool is_counted(const struct desk *desk, const struct lane *lane)
{
    struct topic region = {.indicator = lane->key.indicator, .area = desk->region, .measure = lane->key.measure};
    return growth_is_counted(desk, &region);
}

static bool more_wanted(const struct desk *desk, const struct lane *lane)
{
    return lane->key.indicator->kind != KIND_RATE && any_growth(desk, lane) && is_counted(desk, lane);
}

static bool yoy_wanted(const struct desk *desk, const struct lane *lane)
{
    return lane->key.indicator->kind != KIND_RATE && measure_applies(MEASURE_YOY, lane->key.indicator) &&
           any_growth(desk, lane) && !is_counted(desk, lane);
}

static bool rate_wanted(const struct desk *desk, const struct lane *lane)
{
    (void)desk;
    return lane->key.indicator->kind == KIND_RATE;
}

static bool change_wanted(const struct desk *desk, const struct lane *lane)
{
    return !measure_applies(MEASURE_YOY, lane->key.indicator) && any_growth(desk, lane);
}

/* A measure that none of the columns above shows. */
static bool other_wanted(const struct desk *desk, const struct lane *lane)
{
    (void)desk;
    enum measure measure = lane->key.measure;
    return measure != MEASURE_VALUE && !measure_is_place(measure) &&
           measure != desk_growth_measure(lane->key.indicator);
}

static bool goal_wanted(const struct desk *desk, const struct lane *lane)
{
    (void)desk;
    return lane->targeted;
}

static bool progress_wanted(const struct desk *desk, const struct lane *lane)
{
    return lane->targeted && lane_accumulates(desk, lane);
}

static bool gap_wanted(const struct desk *desk, const struct lane *lane)
{
    return lane->targeted && !lane_accumulates(desk, lane);
}

bool lane_ranked(const struct desk *desk, const struct lane *lane)
{
    struct areas areas = areas_below(desk);
    for (size_t i = 0; i < areas.count; i++)
        if (desk_place(desk, lane->key.measure, lane->key.indicator, areas.items[i]).of > 1)
            return true;
    return false;
}

/* ---- their cells ---- */

static struct cell figure_cell(const struct desk *desk, const struct topic *topic, enum measure measure)
{
    struct cell cell = desk_cell_of(desk, measure, topic->indicator, topic->area);
    return topic->measure == measure ? marked_cell(desk, topic, cell) : cell;
}

static struct cell growth_cell(const struct desk *desk, const struct topic *topic)
{
    enum measure measure = desk_growth_measure(topic->indicator);
    /* A rate's target may be written on either of the two measures that are one. */
    if (topic->indicator->kind == KIND_RATE && topic->measure == MEASURE_VALUE)
        measure = MEASURE_VALUE;
    struct cell cell = figure_cell(desk, topic, measure);
    /* 未报 stands once, under the level. */
    if (topic->indicator->kind != KIND_RATE &&
        desk_result(desk, measure, topic->indicator, topic->area)->flag == FLAG_NO_DATA)
        cell.text = SAY(&desk->say, WORD_CELL_NONE);
    return cell;
}

static struct cell other_cell(const struct desk *desk, const struct topic *topic)
{
    return figure_cell(desk, topic, topic->measure);
}

static struct cell year_before_cell(const struct desk *desk, const struct topic *topic)
{
    return shown_cell(desk, desk_year_before(desk, topic->indicator, topic->area));
}

struct cell unranked_cell(const struct desk *desk)
{
    struct cell cell = cell_text(SAY(&desk->say, WORD_CELL_UNRANKED));
    cell.tone = TONE_MUTED;
    return cell;
}

struct cell lane_goal_cell(const struct desk *desk, const struct topic *topic)
{
    return topic->verdict ? goal_number_cell(desk, topic) : unranked_cell(desk);
}

static struct cell verdict_cell(const struct desk *desk, const struct topic *topic)
{
    return topic->verdict ? topic_verdict(desk, topic) : unranked_cell(desk);
}

/* A figure of the verdict in its colour; where there is none, its word. */
static struct cell toned(const struct desk *desk, const struct topic *topic, struct shown figure)
{
    struct cell cell = shown_cell(desk, figure), verdict = topic_verdict(desk, topic);
    cell.tone = verdict.tone;
    return cell.kind == CELL_EMPTY ? verdict : cell;
}

static struct cell gap_cell(const struct desk *desk, const struct topic *topic)
{
    return topic->verdict ? toned(desk, topic, topic_gap(desk, topic)) : unranked_cell(desk);
}

static struct cell progress_cell(const struct desk *desk, const struct topic *topic)
{
    return topic->verdict ? toned(desk, topic, topic_progress(desk, topic)) : unranked_cell(desk);
}

/* What is still to be done, all or a month: an amount. */
static struct cell needed(const struct desk *desk, const struct topic *topic, const struct number *amount)
{
    topic_tell_need(desk, topic);
    return number_cell(desk, amount, measure_decimals(MEASURE_VALUE, topic->indicator));
}

static struct cell to_do_cell(const struct desk *desk, const struct topic *topic)
{
    return needed(desk, topic, topic->verdict ? topic->verdict->to_do : NULL);
}

static struct cell per_month_cell(const struct desk *desk, const struct topic *topic)
{
    return needed(desk, topic, topic->verdict ? topic->verdict->per_month : NULL);
}

struct cell lane_rank_cell(const struct desk *desk, const struct topic *topic)
{
    struct place place = desk_place(desk, topic->measure, topic->indicator, topic->area);
    return place.rank ? count_cell(desk, (size_t)place.rank) : unranked_cell(desk);
}

static struct cell unit_cell(const struct desk *desk, const struct topic *topic)
{
    (void)desk;
    return cell_text(topic->indicator->unit);
}

/* ---- the table ---- */

/* clang-format off */
static const struct lane_column columns[] = {
    {"累计", "ytd", WORD_COL_YTD, ALIGN_RIGHT, 5, level_wanted, NULL, MEASURE_VALUE},
    {"总量", "value", WORD_COL_AMOUNT, ALIGN_RIGHT, 5, NULL, NULL, MEASURE_VALUE},
    {NULL, NULL, WORD_COL_VALUE, ALIGN_RIGHT, 5, point_wanted, NULL, MEASURE_VALUE},
    {"当期", "single", WORD_COL_SINGLE, ALIGN_RIGHT, 5, NULL, NULL, MEASURE_SINGLE},
    {"同比", "yoy", WORD_COL_YOY, ALIGN_RIGHT, 5, yoy_wanted, growth_cell, MEASURE_YOY},
    {NULL, NULL, WORD_COL_MORE, ALIGN_RIGHT, 5, more_wanted, more_cell, MEASURE_COUNT},
    {"增速", "growth", WORD_COL_RATE, ALIGN_RIGHT, 5, rate_wanted, growth_cell, MEASURE_YOY},
    {NULL, NULL, WORD_COL_CHANGE, ALIGN_RIGHT, 5, change_wanted, growth_cell, MEASURE_CHANGE},
    {NULL, NULL, WORD_COUNT, ALIGN_RIGHT, 5, other_wanted, other_cell, MEASURE_COUNT},
    {"当期增速", "single_yoy", WORD_COL_SINGLE_RATE, ALIGN_RIGHT, 5, NULL, NULL, MEASURE_SINGLE_YOY},
    {"环比", "qoq", WORD_COL_QOQ, ALIGN_RIGHT, 5, NULL, NULL, MEASURE_QOQ},
    {"上年同期", "year_before", WORD_COL_YEAR_BEFORE, ALIGN_RIGHT, 5, NULL, year_before_cell, MEASURE_COUNT},
    {"较上期", "yoy_change", WORD_COL_YOY_CHANGE_SHORT, ALIGN_RIGHT, 5, NULL, NULL, MEASURE_YOY_CHANGE},
    {"占比", "share", WORD_COL_SHARE, ALIGN_RIGHT, 5, NULL, NULL, MEASURE_SHARE},
    {"贡献率", "contribution", WORD_COL_CONTRIBUTION, ALIGN_RIGHT, 5, NULL, NULL, MEASURE_CONTRIBUTION},
    {"拉动", "pull", WORD_COL_PULL, ALIGN_RIGHT, 5, NULL, NULL, MEASURE_PULL},
    {"两年平均", "avg2", WORD_COL_AVG2, ALIGN_RIGHT, 5, NULL, NULL, MEASURE_AVG2},
    {"与上级之差", "vs_parent", WORD_COL_VS_PARENT_SHORT, ALIGN_RIGHT, 5, NULL, NULL, MEASURE_VS_PARENT},
    {"目标", "target", WORD_COL_GOAL_SHORT, ALIGN_RIGHT, 4, goal_wanted, lane_goal_cell, MEASURE_COUNT},
    {"差距", "gap", WORD_COL_GAP, ALIGN_RIGHT, 4, gap_wanted, gap_cell, MEASURE_COUNT},
    {"进度", "progress", WORD_COL_PROGRESS, ALIGN_RIGHT, 4, progress_wanted, progress_cell, MEASURE_COUNT},
    {"还需完成", "to_do", WORD_COL_TO_DO, ALIGN_RIGHT, 5, NULL, to_do_cell, MEASURE_COUNT},
    {"月均需完成", "per_month", WORD_COL_PER_MONTH, ALIGN_RIGHT, 5, NULL, per_month_cell, MEASURE_COUNT},
    {"判定", "verdict", WORD_COL_VERDICT, ALIGN_CENTER, 7, NULL, verdict_cell, MEASURE_COUNT},
    {"位次", "rank", WORD_COL_RANK, ALIGN_RIGHT, 2, lane_ranked, lane_rank_cell, MEASURE_COUNT},
    {"单位", "unit", WORD_COL_UNIT, ALIGN_RIGHT, 5, NULL, unit_cell, MEASURE_COUNT},
};
/* clang-format on */

enum { COLUMNS = sizeof columns / sizeof *columns };

const struct lane_column *lane_columns(size_t *count)
{
    *count = COLUMNS;
    return columns;
}

const struct lane_column *lane_column_find(const char *name)
{
    for (size_t i = 0; i < COLUMNS; i++)
        if (columns[i].name && (cell_same(name, columns[i].name) || cell_same(name, columns[i].english)))
            return &columns[i];
    return NULL;
}

const char *lane_column_head(const struct desk *desk, const struct lane_column *column, const struct lane *lane)
{
    if (column->head == WORD_COL_GOAL_SHORT && lane_only_compared(desk, lane))
        return SAY(&desk->say, WORD_COL_COMPARED);
    if (column->head == WORD_COL_MORE)
        return FILL(&desk->say, WORD_COL_MORE, "单位", lane->key.indicator->unit);
    return column->head == WORD_COUNT ? measure_name(lane->key.measure) : SAY(&desk->say, column->head);
}

struct cell lane_column_cell(const struct desk *desk, const struct lane_column *column, const struct topic *topic)
{
    if (column->cell)
        return column->cell(desk, topic);
    return measure_applies(column->measure, topic->indicator) ? figure_cell(desk, topic, column->measure)
                                                              : cell_empty();
}
