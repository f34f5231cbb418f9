/* SPDX-License-Identifier: MIT */
/* The ledger of what is behind, 落后清单, by offices, and what has been struck off it. */
#include "base/text.h"
#include "tables/book_tables.h"
#include "tables/table_parts.h"
#include "words/goal.h"
#include "words/goal_kind.h"
#include "words/sentence_target.h"

#include <string.h>

static struct cell owner_cell(const struct desk *desk, const struct ledger_entry *entry)
{
    return text_or_empty(target_owners(desk->arena, entry->verdict->target));
}

static struct cell severity_cell(const struct desk *desk, const struct ledger_entry *entry)
{
    if (!entry->severity)
        return cell_empty();
    return cell_with_unit(desk, shown_of(&desk->say, entry->severity, entry->verdict->key.indicator->rate_decimals),
                          "%");
}

static const struct table_head head_owner = {WORD_COL_OWNER, ALIGN_LEFT, 7};

/* Who is behind in what. */
static void name_cells(const struct desk *desk, struct table_builder *t, const struct topic *topic)
{
    table_cell(t, cell_text(topic->area->name));
    table_cell(t, cell_text(topic_name(desk, topic)));
    table_cell(t, cell_text(topic_goal(desk, topic, true)));
    /* Of a milestone the verdict says it. */
    table_cell(t, target_is_milestone(topic->verdict->target) ? cell_text(topic_verdict(desk, topic).text)
                                                              : actual_cell(desk, topic));
}

static void open_row(const struct desk *desk, struct table_builder *t, const struct ledger_entry *entry)
{
    struct topic topic = topic_of_verdict(entry->verdict);
    name_cells(desk, t, &topic);
    table_cell(t, due_shortfall_cell(desk, &topic));
    table_cell(t, severity_cell(desk, entry));
    table_cell(t, rest_cell(desk, &topic));
    /* Things counted one by one come as they come. */
    table_cell(t, topic_counts(desk, &topic) ? cell_empty() : shown_cell(desk, topic_need_times(desk, &topic)));
    table_cell(t, count_cell(desk, (size_t)entry->periods));
}

static void begin_owners(const struct desk *desk, struct table_builder *t)
{
    static const struct table_head heads[] = {
        {WORD_COL_AREA, ALIGN_LEFT, 5},    {WORD_COL_INDICATOR, ALIGN_LEFT, 10}, {WORD_COL_GOAL_SHORT, ALIGN_CENTER, 5},
        {WORD_COL_DONE, ALIGN_CENTER, 5},  {WORD_COL_GAP, ALIGN_CENTER, 7},      {WORD_COL_SHORTFALL, ALIGN_RIGHT, 4},
        {WORD_COL_TO_DO, ALIGN_CENTER, 6}, {WORD_COL_TIMES, ALIGN_RIGHT, 3},     {WORD_COL_PERIODS, ALIGN_CENTER, 3},
    };
    table_begin(t, desk->arena, 1);
    table_columns(desk, t, &head_owner, 1);
    table_columns(desk, t, heads, sizeof heads / sizeof *heads);
}

const struct table *table_ledger_owners(const struct desk *desk)
{
    const struct composer *composer = desk->composer;
    struct strings owners = {0};
    struct table_builder t;
    size_t open = 0;
    for (; open < composer->ledger_count && !composer->ledger[open].cleared; open++) {
        const char *owner = target_owners(desk->arena, composer->ledger[open].verdict->target);
        if (*owner && !strings_hold(&owners, owner))
            strings_add(&owners, desk->arena, owner);
    }
    begin_owners(desk, &t);
    for (size_t o = 0; o < owners.count; o++)
        for (size_t i = 0; i < open; i++) {
            const struct ledger_entry *entry = &composer->ledger[i];
            if (strcmp(target_owners(desk->arena, entry->verdict->target), owners.items[o]) != 0)
                continue;
            table_cell(&t, cell_text(owners.items[o]));
            open_row(desk, &t, entry);
        }
    return t.cell_count ? table_end_compact(&t) : NULL;
}

const struct table *table_ledger_cleared(const struct desk *desk)
{
    static const struct table_head heads[] = {
        {WORD_COL_AREA, ALIGN_LEFT, 5},         {WORD_COL_INDICATOR, ALIGN_LEFT, 10},
        {WORD_COL_GOAL_SHORT, ALIGN_CENTER, 5}, {WORD_COL_DONE, ALIGN_CENTER, 5},
        {WORD_COL_VERDICT, ALIGN_CENTER, 7},    {WORD_COL_SINCE, ALIGN_CENTER, 7},
        {WORD_COL_PERIODS, ALIGN_CENTER, 3},
    };
    const struct composer *composer = desk->composer;
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    table_columns(desk, &t, heads, sizeof heads / sizeof *heads);
    table_columns(desk, &t, &head_owner, 1);
    for (size_t i = 0; i < composer->ledger_count; i++) {
        const struct ledger_entry *entry = &composer->ledger[i];
        if (!entry->cleared)
            continue;
        struct topic topic = topic_of_verdict(entry->verdict);
        name_cells(desk, &t, &topic);
        table_cell(&t, topic_verdict(desk, &topic));
        table_cell(&t, cell_text(period_name(desk->arena, entry->since)));
        table_cell(&t, count_cell(desk, (size_t)entry->periods));
        table_cell(&t, owner_cell(desk, entry));
    }
    return t.cell_count ? table_end_compact(&t) : NULL;
}
