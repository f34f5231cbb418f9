/* SPDX-License-Identifier: MIT */
/* The tables of one area: what stands on a county bulletin's pages. */
#include "tables/tables.h"

/* ---- the overview ---- */

static struct cell level_cell(const struct desk *desk, const struct topic *topic)
{
    if (topic->indicator->kind == KIND_RATE)
        return cell_empty();
    enum measure measure =
        topic->measure == MEASURE_TOTAL || topic->measure == MEASURE_MEAN ? topic->measure : MEASURE_VALUE;
    struct cell cell = desk_cell_of(desk, measure, topic->indicator, topic->area);
    if (topic->measure == measure && *topic_mark(desk, topic))
        cell.text = arena_format(desk->arena, "%s%s", cell.text, topic_mark(desk, topic));
    return cell;
}

/* Growth; of another measure, such as a share, its own figure: the target beside it is held against that. */
static struct cell growth_cell(const struct desk *desk, const struct topic *topic)
{
    bool level = topic->measure == MEASURE_VALUE || topic->measure == MEASURE_TOTAL || topic->measure == MEASURE_MEAN ||
                 topic->measure == MEASURE_RANK;
    enum measure measure = level ? desk_growth_measure(topic->indicator) : topic->measure;
    if (!measure_applies(measure, topic->indicator))
        return cell_empty();
    struct cell cell = desk_cell_of(desk, measure, topic->indicator, topic->area);
    /* Nothing reported is said once, in the column before. */
    if (topic->indicator->kind != KIND_RATE &&
        desk_result(desk, measure, topic->indicator, topic->area)->flag == FLAG_NO_DATA)
        return cell_empty();
    bool own = measure == topic->measure || topic->indicator->kind == KIND_RATE;
    if (own && cell.kind == CELL_NUMBER && *topic_mark(desk, topic))
        cell.text = arena_format(desk->arena, "%s%s", cell.text, topic_mark(desk, topic));
    return cell;
}

static struct cell rank_cell(const struct desk *desk, const struct place *place)
{
    if (!place->rank || place->of < 2)
        return cell_text(SAY(&desk->say, WORD_CELL_UNRANKED));
    const char *rank = arena_format(desk->arena, "%d", place->rank);
    return cell_number(rank, arena_format(desk->arena, "%d/%d", place->rank, place->of));
}

/* Points gained or lost on the period before, with a sign, since the column's head has no verb. */
static struct cell change_cell(const struct desk *desk, const struct topic *topic)
{
    if (!measure_applies(MEASURE_YOY_CHANGE, topic->indicator))
        return cell_empty();
    const struct result *result = desk_result(desk, MEASURE_YOY_CHANGE, topic->indicator, topic->area);
    if (!result->printed)
        return cell_empty();
    struct cell cell = desk_cell(desk, result, MEASURE_YOY_CHANGE, topic->indicator);
    if (number_sign(result->printed) > 0)
        cell.text = FILL(&desk->say, WORD_CELL_FASTER, "值", cell.text);
    return cell;
}

static const char *unit_text(const struct topic *topic)
{
    return topic->indicator->unit;
}

static void overview_row(const struct desk *desk, struct table_builder *t, const struct topic *topic, size_t number,
                         bool ranked)
{
    const char *text = arena_format(desk->arena, "%zu", number);
    struct place place = desk_place(desk, topic->measure, topic->indicator, topic->area);
    struct cell verdict = topic_verdict(desk, topic), gap = topic_gap_or_progress(desk, topic);
    gap.tone = verdict.tone;
    table_cell(t, cell_number(text, text));
    table_cell(t, cell_text(topic_name(desk, topic)));
    table_cell(t, cell_text(unit_text(topic)));
    table_cell(t, level_cell(desk, topic));
    table_cell(t, growth_cell(desk, topic));
    table_cell(t, topic->verdict ? cell_text(topic_goal(desk, topic, false)) : cell_empty());
    table_cell(t, gap);
    table_cell(t, verdict);
    if (ranked)
        table_cell(t, rank_cell(desk, &place));
    table_cell(t, change_cell(desk, topic));
}

const struct table *table_overview(const struct desk *desk, const struct area *area, bool references)
{
    static const struct {
        enum word head;
        enum align align;
        int width;
    } columns[] = {
        {WORD_COL_NUMBER, ALIGN_CENTER, 2},
        {WORD_COL_INDICATOR, ALIGN_LEFT, 10},
        {WORD_COL_UNIT, ALIGN_CENTER, 3},
        {WORD_COL_YTD, ALIGN_RIGHT, 4},
        {WORD_COL_YOY, ALIGN_RIGHT, 3},
        {WORD_COL_GOAL_SHORT, ALIGN_CENTER, 4},
        {WORD_COL_GAP_OR_PROGRESS, ALIGN_RIGHT, 4},
        {WORD_COL_VERDICT, ALIGN_CENTER, 6},
        {WORD_COL_RANK, ALIGN_CENTER, 3},
        {WORD_COL_AGAINST_BEFORE, ALIGN_RIGHT, 3},
    };
    struct topics topics = topics_of(desk, area);
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    bool ranked = group_of(desk->engine, area) != NULL;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (ranked || columns[i].head != WORD_COL_RANK)
            table_column(&t, SAY(&desk->say, columns[i].head), NULL, NULL, columns[i].align, columns[i].width);
    for (size_t i = 0; i < topics.count && (references || topics.items[i].verdict); i++)
        overview_row(desk, &t, &topics.items[i], i + 1, ranked);
    if (!t.cell_count)
        return NULL;
    table_note(&t, SAY(&desk->say, ranked ? WORD_OVERVIEW_NOTE : WORD_OVERVIEW_NOTE_PLAIN));
    table_note_partial(desk, &t);
    return table_end_compact(&t);
}

/* ---- what is needed ---- */

/* Of things counted one by one the few that are still to come need no table, as long as they are on pace. */
static bool needs(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    if (!v || !v->to_do || number_sign(v->to_do) == 0)
        return false;
    return topic_standing(topic) == STANDING_BEHIND || !desk_counts(desk, topic->indicator);
}

static void need_row(const struct desk *desk, struct table_builder *t, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    int decimals = measure_decimals(MEASURE_VALUE, topic->indicator);
    struct shown per_month = {v->per_month, decimals}, so_far = {v->so_far_per_month, decimals};
    const char *unit = topic->indicator->unit;
    topic_tell_need(desk, topic);
    table_cell(t, cell_text(topic_name(desk, topic)));
    table_cell(t, cell_text(unit));
    table_cell(t, cell_text(topic_goal(desk, topic, false)));
    table_cell(t, number_cell(desk, v->to_do, decimals));
    table_cell(t, shown_cell(desk, per_month));
    table_cell(t, shown_cell(desk, so_far));
    table_cell(t, shown_cell(desk, need_times(&desk->say, per_month, so_far)));
    table_cell(t, number_cell(desk, v->growth_needed, topic->indicator->rate_decimals));
}

const struct table *table_need(const struct desk *desk, const struct area *area)
{
    static const struct {
        enum word head;
        enum align align;
        int width;
    } columns[] = {
        {WORD_COL_INDICATOR, ALIGN_LEFT, 10},   {WORD_COL_UNIT, ALIGN_CENTER, 3},
        {WORD_COL_GOAL_WHOLE, ALIGN_CENTER, 4}, {WORD_COL_TO_DO, ALIGN_RIGHT, 4},
        {WORD_COL_PER_MONTH, ALIGN_RIGHT, 4},   {WORD_COL_SO_FAR, ALIGN_RIGHT, 4},
        {WORD_COL_TIMES, ALIGN_RIGHT, 3},       {WORD_COL_GROWTH_NEEDED, ALIGN_RIGHT, 4},
    };
    struct topics topics = topics_of(desk, area);
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        table_column(&t, SAY(&desk->say, columns[i].head), NULL, NULL, columns[i].align, columns[i].width);
    for (size_t i = 0; i < topics.count; i++)
        if (needs(desk, &topics.items[i]))
            need_row(desk, &t, &topics.items[i]);
    return t.cell_count ? table_end_compact(&t) : NULL;
}
