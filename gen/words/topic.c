/* SPDX-License-Identifier: MIT */
#include "words/topic.h"

/* ---- which there are ---- */

static bool has_target(const struct desk *desk, const struct indicator *indicator, const struct area *area)
{
    size_t count;
    const struct verdict *rows =
        verdicts_of_area(desk->composer->verdicts, desk->composer->verdict_count, area, &count);
    for (size_t i = 0; i < count; i++)
        if (rows[i].key.indicator == indicator && rows[i].target)
            return true;
    return false;
}

enum measure reference_measure(const struct desk *desk, const struct indicator *indicator)
{
    return desk_counts(desk, indicator) ? MEASURE_VALUE : rank_measure(indicator);
}

struct topic topic_of_verdict(const struct verdict *verdict)
{
    return (struct topic){verdict->area, verdict->key.indicator, verdict->key.measure,
                          verdict->target ? verdict : NULL};
}

struct topic topic_of_key(const struct desk *desk, struct target_key key, const struct area *area)
{
    const struct verdict *row = verdicts_find(desk->composer->verdicts, desk->composer->verdict_count, key, area);
    return row ? topic_of_verdict(row) : (struct topic){area, key.indicator, key.measure, NULL};
}

struct topic topic_reference(const struct desk *desk, const struct indicator *indicator, const struct area *area)
{
    return (struct topic){area, indicator, reference_measure(desk, indicator), NULL};
}

struct topics topics_of(const struct desk *desk, const struct area *area)
{
    struct topic *items = NULL;
    size_t count = 0, row_count;
    const struct verdict *rows =
        verdicts_of_area(desk->composer->verdicts, desk->composer->verdict_count, area, &row_count);
    for (size_t i = 0; i < row_count; i++) {
        struct topic topic = topic_of_verdict(&rows[i]);
        if (topic.verdict)
            ARRAY_ADD(desk->arena, items, count, topic);
    }
    for (size_t i = 0; i < desk->dataset->indicator_count; i++) {
        const struct indicator *indicator = &desk->dataset->indicators[i];
        struct topic topic = topic_reference(desk, indicator, area);
        if (!has_target(desk, indicator, area) && desk_has_figure(desk, indicator, area))
            ARRAY_ADD(desk->arena, items, count, topic);
    }
    return (struct topics){items, count};
}

enum standing topic_standing(const struct topic *topic)
{
    static const enum standing standings[] = {
        [VERDICT_STRETCH] = STANDING_REACHED,     [VERDICT_MET] = STANDING_REACHED,
        [VERDICT_MISSED] = STANDING_BEHIND,       [VERDICT_DONE] = STANDING_REACHED,
        [VERDICT_ON_PACE] = STANDING_REACHED,     [VERDICT_BEHIND] = STANDING_BEHIND,
        [VERDICT_PENDING] = STANDING_PENDING,     [VERDICT_NO_DATA] = STANDING_NO_DATA,
        [VERDICT_NO_TARGET] = STANDING_REFERENCE, [VERDICT_COMPARED] = STANDING_REFERENCE,
    };
    if (!topic->verdict)
        return STANDING_REFERENCE;
    return standings[topic->verdict->kind];
}

bool topic_is_uncounted(const struct topic *topic)
{
    return topic->verdict && ops[topic->verdict->target->op].uncounted;
}

bool topic_is_late(const struct topic *topic)
{
    return topic->verdict && topic->verdict->kind == VERDICT_BEHIND && topic->verdict->accumulating;
}

size_t topics_standing(const struct topics *topics, enum standing standing)
{
    size_t count = 0;
    for (size_t i = 0; i < topics->count; i++)
        count += topic_standing(&topics->items[i]) == standing && !topic_is_uncounted(&topics->items[i]);
    return count;
}

size_t topics_counted(const struct topics *topics)
{
    size_t count = 0;
    for (size_t i = 0; i < topics->count; i++)
        count += topic_standing(&topics->items[i]) != STANDING_REFERENCE && !topic_is_uncounted(&topics->items[i]);
    return count;
}

static bool without_data(const struct topic *topic)
{
    return topic_standing(topic) == STANDING_NO_DATA && topic->verdict->result &&
           topic->verdict->result->flag == FLAG_NO_DATA;
}

bool topic_said_before(const struct topics *topics, size_t index)
{
    const struct topic *topic = &topics->items[index];
    for (size_t i = 0; i < index && without_data(topic); i++)
        if (topics->items[i].indicator == topic->indicator && without_data(&topics->items[i]))
            return true;
    return false;
}

/* ---- names ---- */

/* Which areas' targets a name must tell apart. */
enum scope { OF_AREA, BELOW_REGION, EVERYWHERE };

static bool area_has_several(const struct desk *desk, struct target_key key, const struct area *area)
{
    size_t count;
    const struct verdict *rows =
        verdicts_of_area(desk->composer->verdicts, desk->composer->verdict_count, area, &count);
    for (size_t i = 0; i < count; i++)
        if (rows[i].target && rows[i].key.indicator == key.indicator && rows[i].key.measure != key.measure)
            return true;
    return false;
}

/* Whether the indicator is held against targets by more than one measure, so that its name alone would not tell. */
static bool several_measures(const struct desk *desk, struct target_key key, enum scope scope, const struct area *area)
{
    if (scope == OF_AREA)
        return area_has_several(desk, key, area);
    const struct targeted *targeted = &desk->composer->targeted[key.indicator->index];
    return ((scope == EVERYWHERE ? targeted->all : targeted->below) & ~(1UL << key.measure)) != 0;
}

/* The measures that the name of an indicator implies. */
static bool plain_measure(struct target_key key)
{
    return key.measure == MEASURE_VALUE || (key.measure == MEASURE_YOY && key.indicator->kind != KIND_RATIO);
}

bool topic_within_year(struct period due)
{
    return due.year && due.frequency != FREQUENCY_YEAR;
}

const char *topic_deadline(const struct desk *desk, struct period due)
{
    if (due.frequency != FREQUENCY_MONTH)
        return period_name(desk->arena, due);
    return FILL(&desk->say, WORD_DEADLINE_MONTH, "年", arena_format(desk->arena, "%d", due.year), "月",
                arena_format(desk->arena, "%d", due.part));
}

const char *measure_word(const struct desk *desk, enum measure measure)
{
    return measure == MEASURE_CHANGE ? SAY(&desk->say, WORD_NAME_CHANGE) : measure_name(measure);
}

static const char *key_name(const struct desk *desk, struct target_key key, enum scope scope, const struct area *area)
{
    bool change = key.measure == MEASURE_CHANGE;
    const char *name = key.indicator->name, *measure = measure_word(desk, key.measure);
    const char *year = arena_format(desk->arena, "%d", key.to.year);
    /* Of one area the sentence tells that it is the change; a column must say it. */
    bool plain = plain_measure(key) || (change && scope == OF_AREA);
    bool told_apart = !plain || several_measures(desk, key, scope, area);
    if (topic_within_year(key.to) && told_apart)
        return FILL(&desk->say, WORD_NAME_MEASURE_BY, "指标", name, "口径", measure, "期限",
                    topic_deadline(desk, key.to));
    if (topic_within_year(key.to))
        return FILL(&desk->say, WORD_NAME_BY, "指标", name, "期限", topic_deadline(desk, key.to));
    if (told_apart && key.to.year)
        return FILL(&desk->say, WORD_NAME_MEASURE_DEADLINE, "指标", name, "口径", measure, "年", year);
    if (told_apart)
        return FILL(&desk->say, WORD_NAME_MEASURE, "指标", name, "口径", measure);
    return key.to.year ? FILL(&desk->say, WORD_NAME_DEADLINE, "指标", name, "年", year) : name;
}

const char *topic_key_name(const struct desk *desk, struct target_key key, bool everywhere)
{
    return key_name(desk, key, everywhere ? EVERYWHERE : BELOW_REGION, NULL);
}

const char *topic_name(const struct desk *desk, const struct topic *topic)
{
    return topic->verdict ? key_name(desk, topic->verdict->key, OF_AREA, topic->area) : topic->indicator->name;
}

const char *topic_subject(const struct desk *desk, const struct topic *topic)
{
    const char *name = topic->indicator->name;
    if (!topic->verdict || plain_measure(topic->verdict->key) || topic->measure == MEASURE_CHANGE ||
        measure_is_place(topic->measure))
        return name;
    return FILL(&desk->say, WORD_MEASURE_OF, "名称", name, "口径", measure_word(desk, topic->measure));
}

bool topic_is_growth(const struct topic *topic)
{
    return measure_is_growth(topic->measure, topic->indicator);
}

bool topics_lag(const struct topics *topics)
{
    return topics_standing(topics, STANDING_BEHIND) > topics_standing(topics, STANDING_REACHED);
}
