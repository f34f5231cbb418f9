/* SPDX-License-Identifier: MIT */
#include "base/text.h"
#include "document/sheet.h"
#include "tables/brief.h"
#include "words/gap.h"
#include "words/goal.h"

#include <string.h>

enum {
    SHORT_LANE = 8,
    LEAST_LANE = 3,
    CARDS = 4,
    GAPS = 3,
    NOTE_LINES = 2,
    LAST_NOTE_LINES = 3,
    LONG_HEAD = 4,
    SHEET_BOLD = 8
};
enum { HEADLINES = 2, LEAST_REST = 6, LEAST_AREAS = 5 };

/* ---- names ---- */

int half_widths(const char *text)
{
    enum { FIRST_WIDE = 0x2000 };
    int width = 0;
    while (*text)
        width += text_next(&text) < FIRST_WIDE ? 1 : 2;
    return width;
}

int lines_of(const char *text, int wide)
{
    int width = half_widths(text);
    return width > wide && wide > 0 ? (width + wide - 1) / wide : 1;
}

const char *indicator_short_name(const struct indicator *indicator, int wide)
{
    if (half_widths(indicator->name) <= wide)
        return indicator->name;
    for (size_t i = 0; i < indicator->alias_count; i++) {
        int width = half_widths(indicator->aliases[i]);
        if (width <= wide && width >= 2 * LEAST_LANE)
            return indicator->aliases[i];
    }
    return indicator->name;
}

static const char *lane_short_name(const struct desk *desk, const struct lane *lane)
{
    const char *name = lane_name(desk, lane);
    return strcmp(name, lane->key.indicator->name) != 0 ? name
                                                        : indicator_short_name(lane->key.indicator, 2 * SHORT_LANE);
}

/* ---- columns ---- */

static bool is_leading(const struct desk *desk, const struct indicator *indicator)
{
    const struct settings *s = &desk->dataset->settings;
    for (size_t i = 0; i < s->lead_count; i++)
        if (s->lead[i] == indicator)
            return true;
    return false;
}

/* 与目标增速相差（百分点）: of comparisons to whom. */
static const char *group_of_lane(const struct desk *desk, const struct lane *lane, enum gap_kind kind)
{
    static const enum word words[] = {
        [GAP_GROWTH] = WORD_BRIEF_TO_GROWTH, [GAP_PACE] = WORD_BRIEF_TO_PACE,    [GAP_DUE] = WORD_BRIEF_TO_DUE,
        [GAP_SHARE] = WORD_BRIEF_TO_TARGET,  [GAP_PLACE] = WORD_BRIEF_TO_TARGET, [GAP_LEVEL] = WORD_BRIEF_TO_TARGET,
        [GAP_NONE] = WORD_BRIEF_TO_NOTHING};
    const struct phrasing *p = &desk->say;
    const char *unit = gap_unit(desk, kind, lane->key.indicator);
    if (!strcmp(unit, SAY(p, WORD_POINTS)))
        unit = SAY(p, WORD_BRIEF_POINTS);
    if (lane_only_compared(desk, lane)) {
        struct topic topic = lane_topic(desk, lane, areas_below(desk).items[0]);
        const char *other = topic.verdict ? topic_other_name(desk, &topic) : desk->region->name;
        return FILL(p, WORD_BRIEF_TO_OTHER, "地区", other, "单位", unit);
    }
    bool over = period_is_last(desk->period) && (kind == GAP_PACE || kind == GAP_DUE);
    return FILL(p, over ? WORD_BRIEF_TO_YEAR : words[kind], "单位", unit);
}

static struct brief_lane brief_lane_of(const struct desk *desk, const struct lane *lane)
{
    enum gap_kind kind = lane_gap_kind(desk, lane);
    return (struct brief_lane){*lane, lane_short_name(desk, lane), group_of_lane(desk, lane, kind), (int)kind};
}

/* Long names take the room of columns. */
static size_t columns_room(const struct desk *desk, const struct lanes *lanes)
{
    struct areas areas = areas_below(desk);
    for (size_t i = 0; i < areas.count; i++)
        if (half_widths(area_short_name(areas.items[i], BRIEF_NAME)) > SHEET_NAME_WIDE)
            return SHEET_COLUMNS_LONG;
    for (size_t i = 0; i < lanes->count; i++)
        if (lanes->items[i].targeted && lines_of(lane_short_name(desk, &lanes->items[i]), SHEET_HEAD_WIDE) > LONG_HEAD)
            return SHEET_COLUMNS_LONG;
    return SHEET_COLUMNS;
}

/* Up to so many: the leading ones first; then in the order of their kinds, those of one group together. */
static void plan_lanes(const struct desk *desk, struct brief_plan *plan)
{
    struct lanes lanes = lanes_of(desk);
    struct brief_lane *all = NULL, *kept = NULL;
    size_t count = 0, room = columns_room(desk, &lanes);
    bool *taken = arena_alloc(desk->arena, (lanes.count + 1) * sizeof *taken);
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < lanes.count; i++)
            if (lanes.items[i].targeted && room && !taken[i] &&
                (pass || is_leading(desk, lanes.items[i].key.indicator))) {
                taken[i] = true;
                room--;
            }
    for (size_t i = 0; i < lanes.count; i++) {
        plan->lanes_left += lanes.items[i].targeted && !taken[i];
        if (taken[i])
            ARRAY_ADD(desk->arena, all, count, brief_lane_of(desk, &lanes.items[i]));
    }
    for (int kind = 0; kind <= GAP_NONE; kind++)
        for (size_t i = 0; i < count; i++) {
            bool first = all[i].kind == kind;
            for (size_t j = 0; j < i && first; j++)
                first = all[j].kind != kind || strcmp(all[j].group, all[i].group) != 0;
            for (size_t j = i; j < count && first; j++)
                if (all[j].kind == kind && !strcmp(all[j].group, all[i].group))
                    ARRAY_ADD(desk->arena, kept, plan->lane_count, all[j]);
        }
    plan->lanes = kept;
}

/* ---- rows ---- */

struct brief_area *brief_areas(const struct desk *desk, size_t *count)
{
    struct areas areas = areas_below(desk);
    struct brief_area *list = NULL;
    *count = 0;
    for (size_t i = 0; i < areas.count; i++) {
        struct topics topics = topics_of(desk, areas.items[i]);
        struct brief_area item = {areas.items[i], area_short_name(areas.items[i], BRIEF_NAME),
                                  topics_standing(&topics, STANDING_BEHIND), topics_counted(&topics)};
        ARRAY_ADD(desk->arena, list, *count, item);
        for (size_t at = *count - 1; at > 0 && list[at].behind > list[at - 1].behind; at--) {
            struct brief_area swap = list[at];
            list[at] = list[at - 1];
            list[at - 1] = swap;
        }
    }
    return list;
}

static void sort_by_file(struct brief_area *areas, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t at = i; at > 0 && areas[at].area->index < areas[at - 1].area->index; at--) {
            struct brief_area swap = areas[at];
            areas[at] = areas[at - 1];
            areas[at - 1] = swap;
        }
}

static void plan_areas(const struct desk *desk, struct brief_plan *plan)
{
    size_t count, kept;
    struct brief_area *areas = brief_areas(desk, &count);
    plan->counts = count > SHEET_COUNTED;
    kept = plan->counts ? SHEET_WORST : count > SHEET_AREAS ? SHEET_AREAS_SHORT : count;
    if (desk->dataset->settings.brief_in_file_order)
        sort_by_file(areas, kept);
    plan->areas = areas;
    plan->area_count = kept;
    plan->areas_left = count - kept;
}

/* ---- what there is room for ---- */

/* A head is broken at words, so that a long one may take a line more than its letters fill. */
static int head_lines(const char *name)
{
    enum { EVEN = 2 };
    int lines = lines_of(name, SHEET_HEAD_WIDE);
    return lines > EVEN ? lines + 1 : lines;
}

static int matrix_height(const struct brief_plan *plan)
{
    int height = SHEET_TABLE_HEAD + SHEET_HEAD_LINE + SHEET_HEADING + NOTE_LINES * SHEET_NOTE + SHEET_GAP, lines = 2;
    enum { COUNT_ROWS = 3 };
    size_t rows = 1 + plan->area_count + (plan->counts ? COUNT_ROWS : plan->areas_left ? 1 : 0);
    if (!plan->lane_count)
        return 0;
    for (size_t i = 0; i < plan->lane_count; i++) {
        int own = head_lines(plan->lanes[i].name);
        lines = own > lines ? own : lines;
    }
    height += lines * SHEET_HEAD_LINE + (int)rows * SHEET_MATRIX_ROW;
    for (size_t i = 0; i < plan->area_count; i++)
        height += (lines_of(plan->areas[i].name, SHEET_NAME_WIDE) - 1) * SHEET_MORE_LINE;
    return height;
}

static int cards_height(const struct cards *cards)
{
    int name = 1, text = 0;
    bool sparks = false;
    if (!cards)
        return 0;
    int wide = (int)(SHEET_WIDE / cards->across), bold = wide - wide / SHEET_BOLD;
    for (size_t i = 0; i < cards->count; i++) {
        const struct card *card = &cards->items[i];
        int names = lines_of(card->name, bold), texts = card->text ? lines_of(card->text, wide - 1) : 0;
        name = names > name ? names : name;
        text = texts > text ? texts : text;
        sparks = sparks || card->spark.count;
    }
    int height = SHEET_CARD_AROUND + name * SHEET_CARD_NAME + text * SHEET_CARD_LINE + SHEET_GAP;
    if (text)
        return height + SHEET_CARD_SMALL_FIGURE + SHEET_GAP;
    /* What stands beside the figure may need a line of its own. */
    height += SHEET_CARD_FIGURE + SHEET_CARD_STATE + SHEET_CARD_LINE;
    return sparks ? height + SHEET_CARD_SPARK + SHEET_CARD_LINE : height;
}

/* What the rest has room for when the matrix stands. */
static int room_left(const struct brief_plan *plan, int others)
{
    int used = others + matrix_height(plan);
    return SHEET_HEIGHT > used ? SHEET_HEIGHT - used : 0;
}

struct brief_plan brief_plan(const struct desk *desk)
{
    struct brief_plan plan = {.lanes = NULL};
    struct topics own = topics_of(desk, desk->region);
    int least = topics_counted(&own) ? LEAST_REST * SHEET_BANDS_ROW : 0;
    plan_lanes(desk, &plan);
    if (plan.lane_count)
        plan_areas(desk, &plan);
    const struct cards *gaps = cards_widest(desk, GAPS);
    int others = SHEET_MASTHEAD + HEADLINES * SHEET_HEADLINE + cards_height(cards_leading(desk, CARDS));
    others += gaps ? SHEET_HEADING + cards_height(gaps) : 0;
    others += SHEET_HEADING + SHEET_TABLE_HEAD + 2 * SHEET_HEAD_LINE + LAST_NOTE_LINES * SHEET_NOTE;
    /* Where names take several lines the last areas make room for the region's own targets. */
    while (room_left(&plan, others) < least && plan.area_count > LEAST_AREAS) {
        plan.area_count--;
        plan.areas_left++;
    }
    plan.rest_height = room_left(&plan, others);
    return plan;
}

/* ---- who leads ---- */

static bool holds(const struct topic *items, size_t count, const struct topic *topic)
{
    for (size_t i = 0; i < count; i++)
        if (items[i].indicator == topic->indicator && items[i].measure == topic->measure)
            return true;
    return false;
}

/* The region's topic of an indicator: the one that areas are held against too, else the first. */
static bool topic_leading(const struct desk *desk, const struct topics *own, const struct indicator *indicator,
                          struct topic *topic)
{
    struct lanes lanes = lanes_of(desk);
    bool found = false;
    for (size_t i = 0; i < own->count && !found; i++)
        for (size_t l = 0; l < lanes.count && !found; l++)
            if (own->items[i].indicator == indicator && lanes.items[l].key.indicator == indicator &&
                lanes.items[l].key.measure == own->items[i].measure) {
                *topic = own->items[i];
                found = true;
            }
    for (size_t i = 0; i < own->count && !found; i++)
        if (own->items[i].indicator == indicator) {
            *topic = own->items[i];
            found = true;
        }
    return found;
}

/* A card without a figure would be none. */
static bool has_figure(const struct topic *topic)
{
    return !topic->verdict ||
           (!target_is_milestone(topic->verdict->target) && !ops[topic->verdict->target->op].unjudged);
}

struct topics brief_leading(const struct desk *desk, size_t most)
{
    const struct settings *s = &desk->dataset->settings;
    struct topics own = topics_of(desk, desk->region);
    struct lanes lanes = lanes_of(desk);
    struct topic *items = NULL, topic;
    size_t count = 0;
    for (size_t i = 0; i < s->lead_count && count < most; i++)
        if (topic_leading(desk, &own, s->lead[i], &topic) && !holds(items, count, &topic))
            ARRAY_ADD(desk->arena, items, count, topic);
    for (size_t i = 0; i < lanes.count && count < most; i++) {
        topic = lane_topic(desk, &lanes.items[i], desk->region);
        if (lanes.items[i].targeted && topic.verdict && has_figure(&topic) && !holds(items, count, &topic))
            ARRAY_ADD(desk->arena, items, count, topic);
    }
    /* Then its own targets, then what has none. */
    for (size_t i = 0; i < own.count && count < most; i++)
        if (has_figure(&own.items[i]) && !holds(items, count, &own.items[i]))
            ARRAY_ADD(desk->arena, items, count, own.items[i]);
    return (struct topics){items, count};
}
