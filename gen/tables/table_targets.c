/* SPDX-License-Identifier: MIT */
/* The targets as they were issued. */
#include "tables/area_tables.h"
#include "tables/table_parts.h"
#include "words/goal.h"

enum { LANES_WIDE = 9 }; /* as many columns as stay readable on one sheet */

/* 年底; 到2020年底; 2019—2021年. */
static const char *term(const struct desk *desk, const struct target *target)
{
    int first = target_first_year(target), last = target_last_year(target);
    if (topic_within_year(target->due))
        return FILL(&desk->say, WORD_TERM_BY, "期限", topic_deadline(desk, target->due));
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
        {WORD_COL_GOAL_SHORT, ALIGN_CENTER, 6}, {WORD_COL_TERM, ALIGN_CENTER, 5},     {WORD_COL_BASIS, ALIGN_LEFT, 12},
        {WORD_COL_CLAUSE, ALIGN_LEFT, 8},       {WORD_COL_OWNER, ALIGN_LEFT, 8},
    };
    struct topics topics = topics_of(desk, desk->region);
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    t.table.title = desk->region->name;
    table_columns(desk, &t, heads, sizeof heads / sizeof *heads);
    for (size_t i = 0; i < topics.count; i++) {
        const struct topic *topic = &topics.items[i];
        if (!topic->verdict)
            continue;
        const struct target *target = topic->verdict->target;
        table_cell(&t, count_cell(desk, i + 1));
        table_cell(&t, cell_text(topic_name(desk, topic)));
        table_cell(&t, cell_text(topic->indicator->unit));
        table_cell(&t, cell_text(topic_goal(desk, topic, false)));
        table_cell(&t, cell_text(term(desk, target)));
        table_cell(&t, text_or_empty(target->source));
        table_cell(&t, text_or_empty(target_clauses(desk->arena, target)));
        table_cell(&t, text_or_empty(target_owners(desk->arena, target)));
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
