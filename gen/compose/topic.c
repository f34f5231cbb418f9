#include "compose/topic.h"

/* ---- which there are ---- */

static bool has_target(const struct desk *desk, const struct indicator *indicator, const struct area *area)
{
    for (size_t i = 0; i < desk->composer->verdict_count; i++) {
        const struct verdict *row = &desk->composer->verdicts[i];
        if (row->area == area && row->key.indicator == indicator && row->target)
            return true;
    }
    return false;
}

struct topics topics_of(const struct desk *desk, const struct area *area)
{
    struct topic *items = NULL;
    size_t count = 0;
    for (size_t i = 0; i < desk->composer->verdict_count; i++) {
        const struct verdict *row = &desk->composer->verdicts[i];
        struct topic topic = {area, row->key.indicator, row->key.measure, row};
        if (row->area == area && row->target)
            ARRAY_ADD(desk->arena, items, count, topic);
    }
    for (size_t i = 0; i < desk->dataset->indicator_count; i++) {
        const struct indicator *indicator = &desk->dataset->indicators[i];
        struct topic topic = {area, indicator, MEASURE_VALUE, NULL};
        if (!has_target(desk, indicator, area) && desk_has_figure(desk, indicator, area))
            ARRAY_ADD(desk->arena, items, count, topic);
    }
    return (struct topics){items, count};
}

enum standing topic_standing(const struct topic *topic)
{
    static const enum standing standings[] = {
        [VERDICT_STRETCH] = STANDING_REACHED, [VERDICT_MET] = STANDING_REACHED,
        [VERDICT_MISSED] = STANDING_BEHIND,   [VERDICT_DONE] = STANDING_REACHED,
        [VERDICT_ON_PACE] = STANDING_REACHED, [VERDICT_BEHIND] = STANDING_BEHIND,
        [VERDICT_PENDING] = STANDING_PENDING, [VERDICT_NO_DATA] = STANDING_NO_DATA,
        [VERDICT_NO_TARGET] = STANDING_REFERENCE,
    };
    return topic->verdict ? standings[topic->verdict->kind] : STANDING_REFERENCE;
}

size_t topics_standing(const struct topics *topics, enum standing standing)
{
    size_t count = 0;
    for (size_t i = 0; i < topics->count; i++)
        count += topic_standing(&topics->items[i]) == standing;
    return count;
}

/* ---- names ---- */

/* Whether the indicator is held against targets by more than one measure, so that its name alone would not tell. */
static bool several_measures(const struct desk *desk, struct target_key key)
{
    size_t count;
    const struct target_key *keys = target_keys(desk->engine, desk->period, &count);
    for (size_t i = 0; i < count; i++)
        if (keys[i].indicator == key.indicator && keys[i].measure != key.measure)
            return true;
    return false;
}

/* The measures that the name of an indicator implies. */
static bool plain_measure(struct target_key key)
{
    return key.measure == MEASURE_VALUE || (key.measure == MEASURE_YOY && key.indicator->kind != KIND_RATIO);
}

const char *topic_key_name(const struct desk *desk, struct target_key key)
{
    const char *name = key.indicator->name;
    if (!plain_measure(key) || several_measures(desk, key))
        name = FILL(&desk->say, WORD_NAME_MEASURE, "指标", name, "口径", measure_name(key.measure));
    if (key.to)
        name = FILL(&desk->say, WORD_NAME_DEADLINE, "指标", name, "年", arena_format(desk->arena, "%d", key.to));
    return name;
}

const char *topic_name(const struct desk *desk, const struct topic *topic)
{
    return topic->verdict ? topic_key_name(desk, topic->verdict->key) : topic->indicator->name;
}

bool topic_is_growth(const struct topic *topic)
{
    switch (topic->measure) {
    case MEASURE_VALUE:
        return topic->indicator->kind == KIND_RATE;
    case MEASURE_YOY:
    case MEASURE_SINGLE_YOY:
    case MEASURE_QOQ:
    case MEASURE_CAGR:
    case MEASURE_AVG2:
        return true;
    default:
        return false;
    }
}
