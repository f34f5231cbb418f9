/* SPDX-License-Identifier: MIT */
/* The table of a letter of reminder. */
#include "tables/tables.h"

/* A figure with its unit; empty without one. */
static struct cell with_unit(const struct desk *desk, struct shown figure, const char *unit)
{
    if (!figure.number)
        return cell_empty();
    return cell_text(arena_format(desk->arena, "%s%s", shown_text(&desk->say, figure), unit));
}

/* Behind in pace by so many points, else behind the target in its own unit. */
static struct cell gap_cell(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    if (topic->verdict->kind == VERDICT_BEHIND && topic->verdict->progress)
        return with_unit(desk, shown_difference(p, topic_progress(desk, topic), topic_pace(desk, topic)),
                         SAY(p, WORD_POINTS));
    return with_unit(desk, topic_gap(desk, topic), desk_gap_unit(desk, topic->measure, topic->indicator));
}

static void add_row(const struct desk *desk, struct table_builder *t, const struct shortfall *shortfall, size_t number)
{
    const struct verdict *v = shortfall->verdict;
    struct topic topic = {v->area, v->key.indicator, v->key.measure, v};
    int decimals = measure_decimals(MEASURE_VALUE, topic.indicator);
    const char *text = arena_format(desk->arena, "%zu", number);
    const char *periods = arena_format(desk->arena, "%d", shortfall->periods);
    table_cell(t, cell_number(text, text));
    table_cell(t, cell_text(topic_name(desk, &topic)));
    table_cell(t, cell_text(topic_goal(desk, &topic, true)));
    table_cell(t, with_unit(desk, topic_actual(desk, &topic), desk_unit(desk, topic.measure, topic.indicator)));
    table_cell(t, gap_cell(desk, &topic));
    table_cell(t, cell_number(periods, periods));
    if (v->to_do)
        topic_tell_need(desk, &topic);
    table_cell(t, with_unit(desk, (struct shown){v->to_do, decimals}, topic.indicator->unit));
    table_cell(t, with_unit(desk, (struct shown){v->per_month, decimals}, topic.indicator->unit));
}

const struct table *table_reminder(const struct desk *desk, size_t most)
{
    static const struct table_head heads[] = {
        {WORD_COL_NUMBER, ALIGN_CENTER, 2},     {WORD_COL_INDICATOR, ALIGN_LEFT, 9},
        {WORD_COL_GOAL_SHORT, ALIGN_CENTER, 5}, {WORD_COL_DONE, ALIGN_CENTER, 5},
        {WORD_COL_GAP, ALIGN_CENTER, 7},        {WORD_COL_PERIODS, ALIGN_CENTER, 3},
        {WORD_COL_TO_DO, ALIGN_CENTER, 6},      {WORD_COL_PER_MONTH, ALIGN_CENTER, 6}};
    const struct composer *composer = desk->composer;
    const struct letter *letter =
        letter_of(desk->engine, composer->verdicts, composer->verdict_count, desk->area, desk->period);
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    table_plain_columns(desk, &t, heads, sizeof heads / sizeof *heads);
    for (size_t i = 0; i < letter->count && i < most; i++)
        add_row(desk, &t, &letter->shortfalls[i], i + 1);
    return t.cell_count ? table_end_compact(&t) : NULL;
}
