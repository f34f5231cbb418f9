/* SPDX-License-Identifier: MIT */
/* Tables whose rows and columns a template chooses, and the targets as issued. */
#include "check/cell.h"
#include "tables/tables.h"

static struct cell year_before_cell(const struct desk *desk, const struct topic *topic)
{
    return shown_cell(desk, desk_year_before(desk, topic->indicator, topic->area));
}

static struct cell verdict_cell(const struct desk *desk, const struct topic *topic)
{
    return topic->verdict ? topic_verdict(desk, topic) : lane_goal_cell(desk, topic);
}

static struct cell unit_cell(const struct desk *desk, const struct topic *topic)
{
    (void)desk;
    return cell_text(topic->indicator->unit);
}

static struct cell to_do_cell(const struct desk *desk, const struct topic *topic)
{
    int decimals = measure_decimals(MEASURE_VALUE, topic->indicator);
    topic_tell_need(desk, topic);
    return topic->verdict ? number_cell(desk, topic->verdict->to_do, decimals) : cell_empty();
}

static struct cell per_month_cell(const struct desk *desk, const struct topic *topic)
{
    int decimals = measure_decimals(MEASURE_VALUE, topic->indicator);
    topic_tell_need(desk, topic);
    return topic->verdict ? number_cell(desk, topic->verdict->per_month, decimals) : cell_empty();
}

static const struct free_column columns[] = {
    {"累计", "ytd", NULL, NULL, MEASURE_VALUE},
    {"总量", "value", NULL, NULL, MEASURE_VALUE},
    {"当期", "single", NULL, NULL, MEASURE_SINGLE},
    {"同比", "yoy", "同比(%)", lane_growth_cell, MEASURE_YOY},
    {"增速", "growth", "增速(%)", lane_growth_cell, MEASURE_YOY},
    {"当期增速", "single_yoy", "当期增速(%)", NULL, MEASURE_SINGLE_YOY},
    {"环比", "qoq", "环比(%)", NULL, MEASURE_QOQ},
    {"上年同期", "year_before", NULL, year_before_cell, MEASURE_COUNT},
    {"较上期", "yoy_change", "较上期(百分点)", NULL, MEASURE_YOY_CHANGE},
    {"占比", "share", "占比(%)", NULL, MEASURE_SHARE},
    {"贡献率", "contribution", "贡献率(%)", NULL, MEASURE_CONTRIBUTION},
    {"拉动", "pull", "拉动(百分点)", NULL, MEASURE_PULL},
    {"两年平均", "avg2", "两年平均(%)", NULL, MEASURE_AVG2},
    {"与上级之差", "vs_parent", NULL, NULL, MEASURE_VS_PARENT},
    {"目标", "target", NULL, lane_goal_cell, MEASURE_COUNT},
    {"差距", "gap", NULL, lane_gap_cell, MEASURE_COUNT},
    {"进度", "progress", "进度(%)", lane_progress_cell, MEASURE_COUNT},
    {"还需完成", "to_do", NULL, to_do_cell, MEASURE_COUNT},
    {"月均需完成", "per_month", NULL, per_month_cell, MEASURE_COUNT},
    {"判定", "verdict", NULL, verdict_cell, MEASURE_COUNT},
    {"位次", "rank", NULL, lane_rank_cell, MEASURE_COUNT},
    {"单位", "unit", NULL, unit_cell, MEASURE_COUNT},
};

const struct free_column *free_columns(size_t *count)
{
    *count = sizeof columns / sizeof *columns;
    return columns;
}

const struct free_column *free_column_find(const char *name)
{
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (cell_same(name, columns[i].name) || cell_same(name, columns[i].english))
            return &columns[i];
    return NULL;
}

static struct cell cell_of(const struct desk *desk, const struct free_column *column, const struct topic *topic)
{
    if (column->cell)
        return column->cell(desk, topic);
    if (!measure_applies(column->measure, topic->indicator))
        return cell_empty();
    struct cell cell = desk_cell_of(desk, column->measure, topic->indicator, topic->area);
    if (column->measure == topic->measure)
        cell.text = arena_format(desk->arena, "%s%s", cell.text, topic_mark(desk, topic));
    return cell;
}

const struct table *table_free(const struct desk *desk, struct areas areas, struct lanes lanes,
                               const struct free_column *const *chosen, size_t column_count, const char *title)
{
    struct table_builder t;
    if (!areas.count || !lanes.count || !column_count)
        return NULL;
    table_begin(&t, desk->arena, 2);
    t.table.title = title;
    table_column(&t, SAY(&desk->say, WORD_COL_AREA), NULL, NULL, ALIGN_LEFT, 6);
    for (size_t l = 0; l < lanes.count; l++)
        for (size_t c = 0; c < column_count; c++) {
            const char *head = chosen[c]->head ? chosen[c]->head : chosen[c]->name;
            bool word = chosen[c]->cell == verdict_cell;
            table_column(&t, lane_head(desk, &lanes.items[l]), head, NULL, word ? ALIGN_CENTER : ALIGN_RIGHT,
                         word ? 7 : 5);
        }
    for (size_t a = 0; a < areas.count; a++) {
        table_cell(&t, cell_text(areas.items[a]->name));
        for (size_t l = 0; l < lanes.count; l++) {
            struct topic topic = lane_topic(desk, &lanes.items[l], areas.items[a]);
            for (size_t c = 0; c < column_count; c++)
                table_cell(&t, cell_of(desk, chosen[c], &topic));
        }
    }
    table_note_partial(desk, &t);
    return table_end_compact(&t);
}

/* ---- the targets as issued ---- */

enum { LANES_WIDE = 9 }; /* as many columns as stay readable on one sheet */

/* 年底; 到2020年底; 2019—2021年. */
static const char *term(const struct desk *desk, const struct target *target)
{
    int first = target_first_year(target), last = target_last_year(target);
    if (target->deadline)
        return FILL(&desk->say, WORD_TERM_DEADLINE, "年", arena_format(desk->arena, "%d", target->to));
    if (!last)
        return SAY(&desk->say, WORD_TERM_ALWAYS);
    if (first && first < last)
        return FILL(&desk->say, WORD_TERM_SPAN, "起", arena_format(desk->arena, "%d", first), "止",
                    arena_format(desk->arena, "%d", last));
    return FILL(&desk->say, WORD_TERM_YEAR, "年", arena_format(desk->arena, "%d", last));
}

static const struct table *own_targets(const struct desk *desk)
{
    static const struct table_head heads[] = {
        {WORD_COL_NUMBER, ALIGN_CENTER, 2},     {WORD_COL_INDICATOR, ALIGN_LEFT, 12}, {WORD_COL_UNIT, ALIGN_CENTER, 4},
        {WORD_COL_GOAL_SHORT, ALIGN_CENTER, 6}, {WORD_COL_TERM, ALIGN_CENTER, 5},     {WORD_COL_BASIS, ALIGN_LEFT, 12}};
    struct topics topics = topics_of(desk, desk->region);
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    t.table.title = desk->region->name;
    table_plain_columns(desk, &t, heads, sizeof heads / sizeof *heads);
    for (size_t i = 0; i < topics.count; i++) {
        const struct topic *topic = &topics.items[i];
        if (!topic->verdict)
            continue;
        const char *number = arena_format(desk->arena, "%zu", i + 1);
        const struct target *target = topic->verdict->target;
        table_cell(&t, cell_number(number, number));
        table_cell(&t, cell_text(topic_name(desk, topic)));
        table_cell(&t, cell_text(topic->indicator->unit));
        table_cell(&t, cell_text(topic_goal(desk, topic, false)));
        table_cell(&t, cell_text(term(desk, target)));
        table_cell(&t, cell_text(target->source ? target->source : ""));
    }
    return t.cell_count ? table_end_compact(&t) : NULL;
}

static const struct table *targets_of_lanes(const struct desk *desk, const struct lane *lanes, size_t count)
{
    struct areas areas = areas_below(desk);
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    table_column(&t, SAY(&desk->say, WORD_COL_AREA), NULL, NULL, ALIGN_LEFT, 6);
    for (size_t l = 0; l < count; l++)
        table_column(&t, lane_head(desk, &lanes[l]), NULL, NULL, ALIGN_CENTER, 6);
    for (size_t a = 0; a <= areas.count; a++) {
        const struct area *area = a ? areas.items[a - 1] : desk->region;
        table_cell(&t, cell_text(area->name));
        for (size_t l = 0; l < count; l++) {
            struct topic topic = lane_topic(desk, &lanes[l], area);
            table_cell(&t, lane_goal_cell(desk, &topic));
        }
    }
    return table_end(&t);
}

void tables_breakdown(const struct desk *desk, struct builder *builder)
{
    const struct table *own = own_targets(desk);
    struct lanes all = lanes_of(desk);
    struct lane *targeted = NULL;
    size_t count = 0;
    if (own)
        builder_table(builder, own);
    for (size_t i = 0; i < all.count; i++)
        if (all.items[i].targeted)
            ARRAY_ADD(desk->arena, targeted, count, all.items[i]);
    /* As many columns in one table as in the next. */
    size_t tables = (count + LANES_WIDE - 1) / LANES_WIDE, wide = tables ? (count + tables - 1) / tables : 0;
    for (size_t from = 0; from < count; from += wide)
        builder_table(builder, targets_of_lanes(desk, targeted + from, count - from < wide ? count - from : wide));
}
