/* SPDX-License-Identifier: MIT */
/* What a template can go through: areas, indicators, items held against targets. */
#include "base/text.h"
#include "template/argument.h"
#include "words/deadline_words.h"
#include "words/lane_list.h"
#include "words/movers_words.h"
#include "words/paragraph.h"
#include "words/region_words.h"
#include "words/sentence.h"

struct list {
    const struct value **items;
    size_t count;
};

static void add(struct evaluation *e, struct list *list, const struct value *value)
{
    ARRAY_ADD(e->arena, list->items, list->count, value);
}

static const struct value *made(struct evaluation *e, const struct list *list)
{
    return value_list(e->arena, list->items, list->count);
}

/* ---- areas and indicators ---- */

static const struct value *areas_all(struct evaluation *e, const struct value *const *a)
{
    struct areas areas = areas_below(e->desk);
    struct list list = {NULL, 0};
    (void)a;
    for (size_t i = 0; i < areas.count; i++)
        add(e, &list, value_area(e->arena, areas.items[i]));
    return made(e, &list);
}

static const struct value *areas_of_group(struct evaluation *e, const struct value *const *a)
{
    struct areas areas = areas_below(e->desk);
    const char *name = argument_text(e, a[0]);
    struct list list = {NULL, 0};
    for (size_t i = 0; i < areas.count; i++)
        if (text_same(areas.items[i]->group, name))
            add(e, &list, value_area(e->arena, areas.items[i]));
    return made(e, &list);
}

static const struct value *indicators_all(struct evaluation *e, const struct value *const *a)
{
    struct list list = {NULL, 0};
    (void)a;
    for (size_t i = 0; i < e->desk->dataset->indicator_count; i++)
        add(e, &list, value_indicator(e->arena, &e->desk->dataset->indicators[i]));
    return made(e, &list);
}

/* ---- items ---- */

/* Those of the area in the order of the documents; a missing indicator is named once, not for each of its targets. */
static const struct value *topics_if(struct evaluation *e, const struct value *area,
                                     bool (*wanted)(struct evaluation *e, const struct topic *topic))
{
    const struct area *of = argument_area(e, area);
    struct topics topics = of == e->desk->area ? e->topics : topics_of(e->desk, of);
    struct list list = {NULL, 0};
    for (size_t i = 0; i < topics.count; i++)
        if (wanted(e, &topics.items[i]) && !topic_said_before(&topics, i))
            add(e, &list, value_topic(e->arena, topics.items[i]));
    return made(e, &list);
}

static bool is_any(struct evaluation *e, const struct topic *topic)
{
    (void)e, (void)topic;
    return true;
}

static bool is_targeted(struct evaluation *e, const struct topic *topic)
{
    (void)e;
    return topic->verdict != NULL;
}

static bool stands_so(struct evaluation *e, const struct topic *topic)
{
    return topic_standing(topic) == (enum standing)e->function->which;
}

static const struct value *topics_all(struct evaluation *e, const struct value *const *a)
{
    return topics_if(e, a[0], is_any);
}

static const struct value *targeted(struct evaluation *e, const struct value *const *a)
{
    return topics_if(e, a[0], is_targeted);
}

static const struct value *standing(struct evaluation *e, const struct value *const *a)
{
    return topics_if(e, a[0], stands_so);
}

/* Those a letter of reminder is about, the first n of them in its order. */
static const struct value *shortfalls(struct evaluation *e, const struct value *const *a)
{
    const struct composer *composer = e->desk->composer;
    const struct letter *letter =
        letter_of(e->desk->engine, composer->verdicts, composer->verdict_count, e->desk->area, e->desk->period);
    size_t most = a[0] ? (size_t)argument_count(e, a[0], 0) : letter->count;
    struct list list = {NULL, 0};
    for (size_t i = 0; i < letter->count && i < most; i++)
        add(e, &list, value_topic(e->arena, topic_of_verdict(letter->shortfalls[i].verdict)));
    return made(e, &list);
}

/* ---- the region's items, by how they are best told ---- */

enum { FEW_TARGETS = 3 };

enum telling { TOLD_FIRST, TOLD_ALONE, TOLD_COUNTED, TOLD_MILESTONE, TOLD_BRIEFLY, TOLD_AT_YEAR_END, TOLD_SINGLY };

static enum telling telling_of(struct evaluation *e, const struct topic *topic)
{
    /* Where targets make the report, what has none is said in one breath after them. */
    bool together = topics_counted(&e->topics) >= FEW_TARGETS;
    if (topic == topics_leading(e->desk, &e->topics))
        return TOLD_FIRST;
    if (!topic->verdict)
        return together ? TOLD_BRIEFLY : TOLD_ALONE;
    if (target_is_milestone(topic->verdict->target))
        return TOLD_MILESTONE;
    if (topic_awaits_year_end(e->desk, topic))
        return TOLD_AT_YEAR_END;
    return desk_counts(e->desk, topic->indicator) ? TOLD_COUNTED : TOLD_ALONE;
}

/* Told in the paragraph of its growth; beside 主要项 the leading one is told by its sentence alone. */
static bool told_beside(struct evaluation *e, const struct topic *topic, bool singly)
{
    const struct topic *growth = topic_told_with(&e->topics, topic);
    return growth && (singly || growth != topics_leading(e->desk, &e->topics));
}

/* Those with a target as they are told: reached, behind, not due, without data, where more are behind than reached
 * these first; two of one indicator once. */
static const struct value *paragraphs(struct evaluation *e, const struct value *const *a)
{
    struct list list = {NULL, 0};
    bool lags = topics_lag(&e->topics);
    const enum standing order[] = {lags ? STANDING_BEHIND : STANDING_REACHED, lags ? STANDING_REACHED : STANDING_BEHIND,
                                   STANDING_PENDING, STANDING_NO_DATA};
    (void)a;
    for (size_t o = 0; o < sizeof order / sizeof *order; o++)
        for (size_t i = 0; i < e->topics.count; i++) {
            const struct topic *topic = &e->topics.items[i];
            if (paragraph_standing(&e->topics, topic) == order[o] && !topic_said_before(&e->topics, i) &&
                !topic_told_with(&e->topics, topic) && !topic_awaits_year_end(e->desk, topic))
                add(e, &list, value_topic(e->arena, *topic));
        }
    return made(e, &list);
}

/* Those of TOLD_SINGLY are of TOLD_ALONE, without the levels that are told together by their deadlines. */
static const struct value *told(struct evaluation *e, const struct value *const *a)
{
    bool singly = e->function->which == TOLD_SINGLY;
    enum telling telling = singly ? TOLD_ALONE : (enum telling)e->function->which;
    struct list list = {NULL, 0};
    (void)a;
    for (size_t i = 0; i < e->topics.count; i++)
        if (telling_of(e, &e->topics.items[i]) == telling && !topic_said_before(&e->topics, i) &&
            !told_beside(e, &e->topics.items[i], singly) &&
            !(singly && deadline_grouped(e->desk, &e->topics, &e->topics.items[i])))
            add(e, &list, value_topic(e->arena, e->topics.items[i]));
    return made(e, &list);
}

static const struct value *leading(struct evaluation *e, const struct value *const *a)
{
    const struct topic *topic = topics_leading(e->desk, &e->topics);
    (void)a;
    return topic ? value_topic(e->arena, *topic) : value_none();
}

static const struct value *moved_items(struct evaluation *e, const struct value *const *a)
{
    enum { MOST_TOLD = 2 };
    const struct topic *topics;
    struct list list = {NULL, 0};
    struct topics of_region = topics_of(e->desk, e->desk->region);
    size_t count = movers_topics(e->desk, &of_region, (size_t)argument_count(e, a[0], MOST_TOLD), &topics);
    for (size_t i = 0; i < count; i++)
        add(e, &list, value_topic(e->arena, topics[i]));
    return made(e, &list);
}

/* ---- what areas are compared in ---- */

static bool any_targeted(const struct lanes *lanes)
{
    bool any = false;
    for (size_t i = 0; i < lanes->count; i++)
        any |= lanes->items[i].targeted;
    return any;
}

/* Whether a target counts for an area below the region: to be compared is none. */
static bool any_counted(const struct desk *desk)
{
    struct areas areas = areas_below(desk);
    for (size_t i = 0; i < areas.count; i++) {
        struct topics topics = topics_of(desk, areas.items[i]);
        if (topics_counted(&topics))
            return true;
    }
    return false;
}

enum { BY_PLACE = 1, BY_AMOUNT = 2 };

/* Where areas have targets, what has them; else all. Of which are told by place, or by amount, or both. */
static const struct value *compared_items(struct evaluation *e, const struct value *const *a)
{
    struct lanes lanes = lanes_of(e->desk);
    struct list list = {NULL, 0};
    bool targets = any_targeted(&lanes);
    (void)a;
    for (size_t i = 0; i < lanes.count; i++) {
        const struct lane *lane = &lanes.items[i];
        int by = lane_by_size(lane) ? BY_AMOUNT : BY_PLACE;
        if (lane->targeted == targets && (by & e->function->which))
            add(e, &list, value_lane(e->arena, *lane));
    }
    return made(e, &list);
}

static const struct value *areas_have_targets(struct evaluation *e, const struct value *const *a)
{
    (void)a;
    return value_truth(any_counted(e->desk));
}

const struct function functions_lists[] = {
    {"各地区", "areas", {ARG_NONE}, 2, .value = areas_all, .everyone = true},
    {"分组", "group", {ARG_WORD}, 2, .value = areas_of_group, .everyone = true},
    {"全部指标", "indicators", {ARG_NONE}, 2, .value = indicators_all},
    {"全部项", "items", {ARG_AREA | OPTIONAL}, 5, .value = topics_all},
    {"目标项", "targets", {ARG_AREA | OPTIONAL}, 5, .value = targeted},
    {"达到项", "reached", {ARG_AREA | OPTIONAL}, 5, .value = standing, .which = STANDING_REACHED},
    {"落后项", "behind", {ARG_AREA | OPTIONAL}, 5, .value = standing, .which = STANDING_BEHIND},
    {"待定项", "pending", {ARG_AREA | OPTIONAL}, 5, .value = standing, .which = STANDING_PENDING},
    {"未报项", "missing", {ARG_AREA | OPTIONAL}, 5, .value = standing, .which = STANDING_NO_DATA},
    {"参考项", "references", {ARG_AREA | OPTIONAL}, 5, .value = standing, .which = STANDING_REFERENCE},
    {"成段项", "paragraph_items", {ARG_NONE}, 5, .value = paragraphs},
    {"提醒项", "shortfalls", {ARG_FIGURE | OPTIONAL}, 10, .value = shortfalls},
    {"拉动项", "movers_items", {ARG_FIGURE | OPTIONAL}, 100, .value = moved_items},
    {"首要项", "leading", {ARG_NONE}, 5, .value = leading},
    {"主要项", "main_items", {ARG_NONE}, 20, .value = told, .which = TOLD_ALONE},
    {"单列项", "single_items", {ARG_NONE}, 50, .value = told, .which = TOLD_SINGLY},
    {"计数项", "counted_items", {ARG_NONE}, 20, .value = told, .which = TOLD_COUNTED},
    {"里程碑项", "milestones", {ARG_NONE}, 20, .value = told, .which = TOLD_MILESTONE},
    {"其他项", "other_items", {ARG_NONE}, 20, .value = told, .which = TOLD_BRIEFLY},
    {"比较项", "compared_items", {ARG_NONE}, 20, .value = compared_items, .which = BY_PLACE | BY_AMOUNT},
    {"排名项", "ranked_items", {ARG_NONE}, 20, .value = compared_items, .which = BY_PLACE},
    {"总量项", "amount_items", {ARG_NONE}, 20, .value = compared_items, .which = BY_AMOUNT},
    {"各地有目标", "areas_have_targets", {ARG_NONE}, 20, .value = areas_have_targets},
    {.name = NULL},
};
