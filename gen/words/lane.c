/* SPDX-License-Identifier: MIT */
#include "words/lane.h"

#include "base/text.h"
#include "words/sentence.h"

struct areas areas_below(const struct desk *desk)
{
    const struct area **items = NULL;
    size_t count = 0;
    for (size_t i = 0; i < desk->dataset->area_count; i++) {
        const struct area *area = &desk->dataset->areas[i];
        if (area->role == ROLE_AREA && area->parent)
            ARRAY_ADD(desk->arena, items, count, area);
    }
    return (struct areas){items, count};
}

/* Whether the key is a lane of its own: an area below the region is held against it. */
static bool key_below(const struct desk *desk, struct target_key key)
{
    for (size_t i = 0; i < desk->composer->verdict_count; i++) {
        const struct verdict *row = &desk->composer->verdicts[i];
        if (row->target && row->area != desk->region && target_key_same(row->key, key))
            return true;
    }
    return false;
}

static bool figure_below(const struct desk *desk, const struct indicator *indicator)
{
    struct areas areas = areas_below(desk);
    for (size_t i = 0; i < areas.count; i++)
        if (desk_has_figure(desk, indicator, areas.items[i]))
            return true;
    return false;
}

struct lanes lanes_of(const struct desk *desk)
{
    struct lane *items = NULL;
    size_t count = 0, key_count;
    const struct target_key *keys = target_keys(desk->engine, desk->period, &key_count);
    for (size_t i = 0; i < desk->dataset->indicator_count; i++) {
        const struct indicator *indicator = &desk->dataset->indicators[i];
        bool targeted = false;
        for (size_t k = 0; k < key_count; k++) {
            if (keys[k].indicator != indicator || !key_below(desk, keys[k]))
                continue;
            struct lane lane = {keys[k], true};
            ARRAY_ADD(desk->arena, items, count, lane);
            targeted = true;
        }
        struct lane lane = {{indicator, reference_measure(desk, indicator), {0}}, false};
        if (!targeted && figure_below(desk, indicator))
            ARRAY_ADD(desk->arena, items, count, lane);
    }
    return (struct lanes){items, count};
}

struct topic lane_topic(const struct desk *desk, const struct lane *lane, const struct area *area)
{
    return lane->targeted ? topic_of_key(desk, lane->key, area) : topic_reference(desk, lane->key.indicator, area);
}

bool lane_accumulates(const struct desk *desk, const struct lane *lane)
{
    struct areas areas = areas_below(desk);
    for (size_t i = 0; i < areas.count; i++) {
        struct topic topic = lane_topic(desk, lane, areas.items[i]);
        if (topic.verdict && topic.verdict->accumulating)
            return true;
    }
    return false;
}

const char *lane_name(const struct desk *desk, const struct lane *lane)
{
    return lane->targeted ? topic_key_name(desk, lane->key, false) : lane->key.indicator->name;
}

const char *lane_plain_name(const struct desk *desk, const struct lane *lane)
{
    const struct target_key *key = &lane->key;
    const char *name = key->indicator->name, *growth = measure_name(MEASURE_YOY);
    enum measure by = lane->targeted ? key->measure : desk_rank_measure(desk, key->measure, key->indicator);
    bool own = by == MEASURE_YOY || (by == MEASURE_VALUE && key->indicator->kind == KIND_RATE);
    if (own && measure_is_growth(by, key->indicator) && !key->to.year)
        return text_ends(name, growth) ? name : FILL(&desk->say, WORD_MEASURE_OF, "名称", name, "口径", growth);
    return lane_name(desk, lane);
}

const char *lane_head(const struct desk *desk, const struct lane *lane)
{
    const char *name = lane_name(desk, lane), *unit = lane->key.indicator->unit;
    if (!*unit)
        return name;
    return FILL(&desk->say, WORD_NAME_UNIT, "指标", name, "单位", unit);
}

bool lane_awaits_year_end(const struct desk *desk, const struct lane *lane)
{
    struct areas areas = areas_below(desk);
    for (size_t i = 0; i < areas.count; i++) {
        struct topic topic = lane_topic(desk, lane, areas.items[i]);
        if (topic.verdict && !topic_awaits_year_end(desk, &topic))
            return false;
    }
    return desk_awaits_year_end(desk, lane->key.indicator);
}

bool lane_only_compared(const struct desk *desk, const struct lane *lane)
{
    struct areas areas = areas_below(desk);
    bool any = false;
    for (size_t i = 0; i < areas.count; i++) {
        struct topic topic = lane_topic(desk, lane, areas.items[i]);
        if (topic.verdict && topic.verdict->target->op != OP_COMPARE)
            return false;
        any |= topic.verdict != NULL;
    }
    return any;
}
