/* SPDX-License-Identifier: MIT */
/* What a template can go through: areas, indicators, items held against targets. */
#include "base/text.h"
#include "template/argument.h"
#include "words/region_words.h"

struct list {
    const struct value **items;
    size_t count;
};

static void add(struct evaluation *s, struct list *list, const struct value *value)
{
    ARRAY_ADD(s->arena, list->items, list->count, value);
}

static const struct value *made(struct evaluation *s, const struct list *list)
{
    return value_list(s->arena, list->items, list->count);
}

/* ---- areas and indicators ---- */

static const struct value *areas_all(struct evaluation *s, const struct value *const *a)
{
    struct areas areas = areas_below(s->desk);
    struct list list = {NULL, 0};
    (void)a;
    for (size_t i = 0; i < areas.count; i++)
        add(s, &list, value_area(s->arena, areas.items[i]));
    return made(s, &list);
}

static const struct value *areas_of_group(struct evaluation *s, const struct value *const *a)
{
    struct areas areas = areas_below(s->desk);
    const char *name = argument_text(s, a[0]);
    struct list list = {NULL, 0};
    for (size_t i = 0; i < areas.count; i++)
        if (text_same(areas.items[i]->group, name))
            add(s, &list, value_area(s->arena, areas.items[i]));
    return made(s, &list);
}

static const struct value *indicators_all(struct evaluation *s, const struct value *const *a)
{
    struct list list = {NULL, 0};
    (void)a;
    for (size_t i = 0; i < s->desk->dataset->indicator_count; i++)
        add(s, &list, value_indicator(s->arena, &s->desk->dataset->indicators[i]));
    return made(s, &list);
}

/* ---- items ---- */

/* Those of the area in the order of the documents; a missing indicator is named once, not for each of its targets. */
static const struct value *topics_if(struct evaluation *s, const struct value *area,
                                     bool (*wanted)(const struct desk *desk, const struct topic *topic))
{
    const struct area *of = argument_area(s, area);
    struct topics topics = of == s->desk->area ? s->topics : topics_of(s->desk, of);
    struct list list = {NULL, 0};
    for (size_t i = 0; i < topics.count; i++)
        if (wanted(s->desk, &topics.items[i]) && !topic_said_before(&topics, i))
            add(s, &list, value_topic(s->arena, topics.items[i]));
    return made(s, &list);
}

static bool is_any(const struct desk *desk, const struct topic *topic)
{
    (void)desk, (void)topic;
    return true;
}

static bool is_targeted(const struct desk *desk, const struct topic *topic)
{
    (void)desk;
    return topic->verdict != NULL;
}

#define STANDING_FUNCTION(name, wanted)                                                                                \
    static bool is_##name(const struct desk *desk, const struct topic *topic)                                          \
    {                                                                                                                  \
        (void)desk;                                                                                                    \
        return topic_standing(topic) == (wanted);                                                                      \
    }                                                                                                                  \
    static const struct value *name(struct evaluation *s, const struct value *const *a)                                \
    {                                                                                                                  \
        return topics_if(s, a[0], is_##name);                                                                          \
    }

/* clang-format off */
STANDING_FUNCTION(reached, STANDING_REACHED)
STANDING_FUNCTION(behind, STANDING_BEHIND)
STANDING_FUNCTION(pending, STANDING_PENDING)
STANDING_FUNCTION(no_data, STANDING_NO_DATA)
STANDING_FUNCTION(references, STANDING_REFERENCE)
/* clang-format on */

static const struct value *topics_all(struct evaluation *s, const struct value *const *a)
{
    return topics_if(s, a[0], is_any);
}

static const struct value *targeted(struct evaluation *s, const struct value *const *a)
{
    return topics_if(s, a[0], is_targeted);
}

/* Those a letter of reminder is about, in its order: at most n. */
static const struct value *shortfalls(struct evaluation *s, const struct value *const *a)
{
    const struct composer *composer = s->desk->composer;
    const struct letter *letter =
        letter_of(s->desk->engine, composer->verdicts, composer->verdict_count, s->desk->area, s->desk->period);
    size_t most = a[0] ? (size_t)argument_count(s, a[0], 0) : letter->count;
    struct list list = {NULL, 0};
    for (size_t i = 0; i < letter->count && i < most; i++) {
        const struct verdict *v = letter->shortfalls[i].verdict;
        struct topic topic = {v->area, v->key.indicator, v->key.measure, v};
        add(s, &list, value_topic(s->arena, topic));
    }
    return made(s, &list);
}

/* ---- the region's items, by how they are best told ---- */

enum { FEW_TARGETS = 3 };

enum telling { TOLD_FIRST, TOLD_ALONE, TOLD_COUNTED, TOLD_MILESTONE, TOLD_BRIEFLY };

static enum telling telling_of(struct evaluation *s, const struct topic *topic)
{
    /* Where targets make the report, what has none is said in one breath after them. */
    bool together = s->topics.count - topics_standing(&s->topics, STANDING_REFERENCE) >= FEW_TARGETS;
    if (topic == topics_leading(s->desk, &s->topics))
        return TOLD_FIRST;
    if (!topic->verdict)
        return together ? TOLD_BRIEFLY : TOLD_ALONE;
    if (topic->verdict->target->op == OP_DONE)
        return TOLD_MILESTONE;
    return desk_counts(s->desk, topic->indicator) ? TOLD_COUNTED : TOLD_ALONE;
}

static const struct value *told(struct evaluation *s, enum telling telling)
{
    struct list list = {NULL, 0};
    for (size_t i = 0; i < s->topics.count; i++)
        if (telling_of(s, &s->topics.items[i]) == telling && !topic_said_before(&s->topics, i))
            add(s, &list, value_topic(s->arena, s->topics.items[i]));
    return made(s, &list);
}

static const struct value *leading(struct evaluation *s, const struct value *const *a)
{
    const struct topic *topic = topics_leading(s->desk, &s->topics);
    (void)a;
    return topic ? value_topic(s->arena, *topic) : value_none();
}

static const struct value *main_items(struct evaluation *s, const struct value *const *a)
{
    (void)a;
    return told(s, TOLD_ALONE);
}

static const struct value *counted_items(struct evaluation *s, const struct value *const *a)
{
    (void)a;
    return told(s, TOLD_COUNTED);
}

static const struct value *milestones(struct evaluation *s, const struct value *const *a)
{
    (void)a;
    return told(s, TOLD_MILESTONE);
}

static const struct value *other_items(struct evaluation *s, const struct value *const *a)
{
    (void)a;
    return told(s, TOLD_BRIEFLY);
}

/* ---- what areas are compared in ---- */

static bool any_targeted(const struct lanes *lanes)
{
    bool any = false;
    for (size_t i = 0; i < lanes->count; i++)
        any |= lanes->items[i].targeted;
    return any;
}

/* Where areas have targets, what has them; else all. Of which are told by place, or by amount, or both. */
static const struct value *lanes_if(struct evaluation *s, bool places, bool amounts)
{
    struct lanes lanes = lanes_of(s->desk);
    struct list list = {NULL, 0};
    bool targets = any_targeted(&lanes);
    for (size_t i = 0; i < lanes.count; i++) {
        const struct lane *lane = &lanes.items[i];
        if (lane->targeted == targets && (lane_by_size(lane) ? amounts : places))
            add(s, &list, value_lane(s->arena, *lane));
    }
    return made(s, &list);
}

static const struct value *compared_items(struct evaluation *s, const struct value *const *a)
{
    (void)a;
    return lanes_if(s, true, true);
}

static const struct value *ranked_items(struct evaluation *s, const struct value *const *a)
{
    (void)a;
    return lanes_if(s, true, false);
}

static const struct value *amount_items(struct evaluation *s, const struct value *const *a)
{
    (void)a;
    return lanes_if(s, false, true);
}

static const struct value *areas_have_targets(struct evaluation *s, const struct value *const *a)
{
    struct lanes lanes = lanes_of(s->desk);
    (void)a;
    return value_truth(any_targeted(&lanes));
}

const struct function functions_lists[] = {
    {"各地区", "areas", "", 2, areas_all, true},
    {"分组", "group", "w", 2, areas_of_group, true},
    {"全部指标", "indicators", "", 2, indicators_all, false},
    {"全部项", "items", "a?", 5, topics_all, false},
    {"目标项", "targets", "a?", 5, targeted, false},
    {"达到项", "reached", "a?", 5, reached, false},
    {"落后项", "behind", "a?", 5, behind, false},
    {"待定项", "pending", "a?", 5, pending, false},
    {"未报项", "missing", "a?", 5, no_data, false},
    {"参考项", "references", "a?", 5, references, false},
    {"提醒项", "shortfalls", "n?", 10, shortfalls, false},
    {"首要项", "leading", "", 5, leading, false},
    {"主要项", "main_items", "", 20, main_items, false},
    {"计数项", "counted_items", "", 20, counted_items, false},
    {"里程碑项", "milestones", "", 20, milestones, false},
    {"其他项", "other_items", "", 20, other_items, false},
    {"比较项", "compared_items", "", 20, compared_items, false},
    {"排名项", "ranked_items", "", 20, ranked_items, false},
    {"总量项", "amount_items", "", 20, amount_items, false},
    {"各地有目标", "areas_have_targets", "", 20, areas_have_targets, false},
    {NULL, NULL, NULL, 0, NULL, false},
};
