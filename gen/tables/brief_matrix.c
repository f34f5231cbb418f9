/* SPDX-License-Identifier: MIT */
/* The brief's matrix, area × target. */
#include "base/text.h"
#include "tables/brief.h"
#include "tables/table_parts.h"
#include "words/area_words.h"
#include "words/gap.h"
#include "words/sentence_growth.h"

#include <string.h>

/* ---- rows ---- */

static struct cell behind_cell(const struct desk *desk, size_t behind)
{
    return behind ? count_cell(desk, behind) : cell_text(SAY(&desk->say, WORD_BRIEF_NONE_BEHIND));
}

static void area_row(const struct desk *desk, struct table_builder *t, const struct brief_plan *plan,
                     const struct brief_area *row)
{
    struct cell name = cell_text(row->name);
    name.tone = row->behind ? TONE_BAD : TONE_PLAIN;
    table_cell(t, name);
    struct cell behind = row->targets ? behind_cell(desk, row->behind) : cell_empty();
    behind.tone = row->behind ? TONE_BAD : TONE_MUTED;
    table_cell(t, behind);
    for (size_t i = 0; i < plan->lane_count; i++) {
        const struct brief_lane *lane = &plan->lanes[i];
        struct topic topic = lane_topic(desk, &lane->lane, row->area);
        table_cell(t, topic_gap_cell(desk, &topic, (enum gap_kind)lane->kind));
    }
}

static bool is_shown(const struct brief_plan *plan, const struct area *area)
{
    for (size_t i = 0; i < plan->area_count; i++)
        if (plan->areas[i].area == area)
            return true;
    return false;
}

/* How many areas stand so in the lane; of those without a row of their own, or of all. */
static size_t standing_in(const struct desk *desk, const struct brief_plan *plan, const struct lane *lane,
                          enum standing standing, bool all)
{
    struct areas areas = areas_below(desk);
    size_t count = 0;
    for (size_t i = 0; i < areas.count; i++) {
        struct topic topic = lane_topic(desk, lane, areas.items[i]);
        count += topic.verdict && topic_standing(&topic) == standing && (all || !is_shown(plan, areas.items[i]));
    }
    return count;
}

/* A row of numbers of areas: 3个. */
static void count_row(const struct desk *desk, struct table_builder *t, const struct brief_plan *plan, const char *name,
                      enum standing standing, bool all)
{
    enum cell_mark mark = standing == STANDING_BEHIND    ? MARK_BEHIND
                          : standing == STANDING_REACHED ? MARK_REACHED
                                                         : MARK_NONE;
    table_cell(t, cell_text(name));
    table_cell(t, cell_empty());
    for (size_t i = 0; i < plan->lane_count; i++) {
        size_t count = standing_in(desk, plan, &plan->lanes[i].lane, standing, all);
        struct cell cell = count_cell(desk, count);
        cell.text = FILL(&desk->say, WORD_BRIEF_AREAS, "数", cell.text);
        cell.mark = count ? mark : MARK_NONE;
        cell.tone = count && mark == MARK_BEHIND ? TONE_BAD : TONE_PLAIN;
        table_cell(t, cell);
    }
}

static void other_rows(const struct desk *desk, struct table_builder *t, const struct brief_plan *plan)
{
    const struct phrasing *p = &desk->say;
    if (plan->areas_left && !plan->counts)
        count_row(desk, t, plan, FILL(p, WORD_BRIEF_OTHERS, "数", arena_format(desk->arena, "%zu", plan->areas_left)),
                  STANDING_BEHIND, false);
}

/* The region's own count is of all its targets, as everybody's is. */
static void region_row(const struct desk *desk, struct table_builder *t, const struct brief_plan *plan)
{
    struct topics topics = topics_of(desk, desk->region);
    struct brief_area row = {desk->region, area_short_name(desk->region, BRIEF_NAME),
                             topics_standing(&topics, STANDING_BEHIND), topics_counted(&topics)};
    /* Held against itself it would say nothing. */
    if (row.targets)
        area_row(desk, t, plan, &row);
}

const struct table *table_matrix(const struct desk *desk)
{
    const struct phrasing *p = &desk->say;
    struct brief_plan plan = brief_plan(desk);
    struct table_builder t;
    if (!plan.lane_count || !areas_below(desk).count)
        return NULL;
    table_begin(&t, desk->arena, 2);
    t.table.form = TABLE_MATRIX;
    table_column(&t, SAY(p, WORD_COL_AREA), NULL, NULL, ALIGN_LEFT, 6);
    table_column(&t, SAY(p, WORD_BRIEF_COL_BEHIND), NULL, NULL, ALIGN_CENTER, 3);
    for (size_t i = 0; i < plan.lane_count; i++)
        table_column(&t, plan.lanes[i].group, plan.lanes[i].name, NULL, ALIGN_RIGHT, 4);
    region_row(desk, &t, &plan);
    if (plan.counts) {
        count_row(desk, &t, &plan, SAY(p, WORD_BRIEF_COUNT_REACHED), STANDING_REACHED, true);
        count_row(desk, &t, &plan, SAY(p, WORD_BRIEF_COUNT_BEHIND), STANDING_BEHIND, true);
        count_row(desk, &t, &plan, SAY(p, WORD_BRIEF_COUNT_MISSING), STANDING_NO_DATA, true);
    }
    for (size_t i = 0; i < plan.area_count; i++)
        area_row(desk, &t, &plan, &plan.areas[i]);
    other_rows(desk, &t, &plan);
    return table_end_compact(&t);
}

/* ---- what is said below it ---- */

static bool mark_used(const struct table *table, enum cell_mark mark)
{
    for (size_t i = 0; i < table->row_count * table->column_count; i++)
        if (table->cells[i].mark == mark)
            return true;
    return false;
}

static bool no_target_used(const struct desk *desk, const struct table *table)
{
    for (size_t i = 0; i < table->row_count * table->column_count; i++)
        if (!strcmp(table->cells[i].text, SAY(&desk->say, WORD_CELL_NO_TARGET)))
            return true;
    return false;
}

static void add_legend(const struct desk *desk, const struct table *table, struct strings *parts)
{
    static const struct {
        enum cell_mark mark;
        enum word word, over;
    } signs[] = {{MARK_REACHED, WORD_LEGEND_REACHED, WORD_LEGEND_REACHED_END},
                 {MARK_BEHIND, WORD_LEGEND_BEHIND, WORD_LEGEND_BEHIND_END},
                 {MARK_PENDING, WORD_LEGEND_PENDING, WORD_LEGEND_PENDING}};
    bool over = period_is_last(desk->period);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (mark_used(table, signs[i].mark))
            strings_add(parts, desk->arena, SAY(&desk->say, over ? signs[i].over : signs[i].word));
    if (no_target_used(desk, table))
        strings_add(parts, desk->arena, SAY(&desk->say, WORD_LEGEND_NO_TARGET));
}

/* The full names of those whose short ones stand in the rows. */
static void add_names(const struct desk *desk, const struct brief_plan *plan, struct strings *parts)
{
    for (size_t i = 0; i < plan->area_count; i++)
        if (plan->areas[i].name != plan->areas[i].area->name)
            strings_add(
                parts, desk->arena,
                FILL(&desk->say, WORD_BRIEF_FULL_NAME, "简", plan->areas[i].name, "全", plan->areas[i].area->name));
}

/* Whose figure the region's sums lack. */
static void add_partial(const struct desk *desk, const struct brief_plan *plan, struct strings *parts)
{
    for (size_t i = 0; i < plan->lane_count; i++) {
        struct topic topic = lane_topic(desk, &plan->lanes[i].lane, desk->region);
        const char *missing = topic.verdict && topic.verdict->incomplete ? topic_missing(desk, &topic) : "";
        if (*missing)
            strings_add(parts, desk->arena,
                        FILL(&desk->say, WORD_BRIEF_PARTIAL, "指标", topic.indicator->name, "地区", missing));
    }
}

/* 列出的10项为分解到各地的目标；全州另有11项，其中低于目标或滞后序时1项. */
static const char *left_text(const struct desk *desk, const struct brief_plan *plan)
{
    struct topics topics = topics_of(desk, desk->region);
    size_t others = 0, behind = 0;
    for (size_t i = 0; i < topics.count; i++) {
        const struct topic *topic = &topics.items[i];
        bool listed = false;
        for (size_t l = 0; l < plan->lane_count && !listed; l++)
            listed = topic->verdict && target_key_same(plan->lanes[l].lane.key, topic->verdict->key);
        if (listed || topic_standing(topic) == STANDING_REFERENCE || topic_is_uncounted(topic))
            continue;
        others++;
        behind += topic_standing(topic) == STANDING_BEHIND;
    }
    if (!others)
        return "";
    return FILL(&desk->say, period_is_last(desk->period) ? WORD_BRIEF_OTHER_TARGETS_END : WORD_BRIEF_OTHER_TARGETS,
                "地区", desk->region->name, "数", arena_format(desk->arena, "%zu", others), "落后",
                arena_format(desk->arena, "%zu", behind));
}

const char *matrix_note(const struct desk *desk)
{
    const struct phrasing *p = &desk->say;
    const struct table *table = table_matrix(desk);
    struct brief_plan plan = brief_plan(desk);
    struct strings signs = {0}, said = {0};
    if (!table)
        return "";
    add_legend(desk, table, &signs);
    strings_add(&said, desk->arena, SAY(p, WORD_BRIEF_SIGNS));
    add_partial(desk, &plan, &said);
    add_names(desk, &plan, &said);
    if (plan.lanes_left)
        strings_add(&said, desk->arena,
                    FILL(p, WORD_BRIEF_LANES_LEFT, "数", arena_format(desk->arena, "%zu", plan.lanes_left)));
    if (*left_text(desk, &plan))
        strings_add(&said, desk->arena, left_text(desk, &plan));
    return arena_format(desk->arena, "%s%s%s", strings_join(&signs, desk->arena, "　"), signs.count ? "　" : "",
                        strings_join(&said, desk->arena, "；"));
}
