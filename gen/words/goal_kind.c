/* SPDX-License-Identifier: MIT */
#include "words/goal_kind.h"

#include "words/goal.h"

#include <string.h>

bool indicator_is_place(const struct indicator *indicator)
{
    return !strcmp(indicator->unit, "位");
}

static int value_sign(const struct topic *topic)
{
    const struct number *value = topic->verdict->target->value;
    return value ? number_sign(value) : 0;
}

static bool is_place(const struct topic *topic)
{
    return measure_is_place(topic->measure) ||
           (topic->measure == MEASURE_VALUE && indicator_is_place(topic->indicator));
}

static bool is_band(const struct topic *topic)
{
    return topic->verdict->target->op == OP_BETWEEN;
}

static bool is_about(const struct topic *topic)
{
    return topic->verdict->target->op == OP_ABOUT;
}

static bool is_range(const struct topic *topic)
{
    return topic->verdict->target->range;
}

static bool is_zero(const struct topic *topic)
{
    const struct target *target = topic->verdict->target;
    bool countable = topic->indicator->kind == KIND_FLOW || topic->indicator->kind == KIND_STOCK;
    return topic_at_most(topic) && target->value && !number_sign(target->value) && countable &&
           topic->measure == MEASURE_VALUE && topic->indicator->decimals == 0;
}

static bool is_own_growth(const struct topic *topic)
{
    return topic_is_growth(topic) && measures[topic->measure].counted != IN_MEAN_GROWTH;
}

/* Also of an average over years: 年均下降3%. */
static bool is_fall(const struct topic *topic)
{
    return topic_is_growth(topic) && topic_at_most(topic) && value_sign(topic) < 0;
}

static bool is_change_fall(const struct topic *topic)
{
    return topic->measure == MEASURE_CHANGE && topic_at_most(topic) && value_sign(topic) < 0;
}

static bool is_growth_limit(const struct topic *topic)
{
    return is_own_growth(topic) && topic_at_most(topic);
}

static bool is_full(const struct topic *topic)
{
    const struct target *target = topic->verdict->target;
    return topic->indicator->kind == KIND_RATIO && topic->measure == MEASURE_VALUE && target->op == OP_AT_LEAST &&
           indicator_in_percent(topic->indicator) && target->value && number_compare_integer(target->value, 100) == 0 &&
           strstr(topic->indicator->name, "覆盖");
}

static bool is_average(const struct topic *topic)
{
    return measures[topic->measure].counted == IN_MEAN_GROWTH;
}

static bool is_mean(const struct topic *topic)
{
    return topic->measure == MEASURE_MEAN;
}

static bool is_change(const struct topic *topic)
{
    return topic->measure == MEASURE_CHANGE;
}

static bool is_growth_loss(const struct topic *topic)
{
    return is_own_growth(topic) && value_sign(topic) < 0;
}

static bool is_growth_nil(const struct topic *topic)
{
    const struct target *target = topic->verdict->target;
    return is_own_growth(topic) && target->value && value_sign(topic) == 0 && target->op == OP_AT_LEAST;
}

static bool is_share(const struct topic *topic)
{
    return topic->indicator->kind == KIND_RATIO || measures[topic->measure].counted == IN_PERCENT ||
           measures[topic->measure].counted == IN_POINTS || measures[topic->measure].counted == IN_DIFFERENCE;
}

static bool is_exceed(const struct topic *topic)
{
    return topic->verdict->target->op == OP_ABOVE;
}

/* A rate or a ratio as it stands; its change has words of its own. */
static bool is_line(const struct topic *topic)
{
    return is_exceed(topic) && topic->measure == MEASURE_VALUE;
}

static bool is_amount(const struct topic *topic)
{
    return topic->indicator->kind == KIND_FLOW;
}

static bool is_any(const struct topic *topic)
{
    (void)topic;
    return true;
}

/* The first that fits. */
static const struct {
    bool (*fits)(const struct topic *topic);
    enum goal_kind kind;
} kinds[] = {
    {topic_of_other, GOAL_OTHER_AREA},
    {is_place, GOAL_PLACE},
    {is_band, GOAL_BAND},
    {is_about, GOAL_ABOUT},
    {is_range, GOAL_RANGE},
    {is_zero, GOAL_ZERO},
    {is_fall, GOAL_FALL},
    {is_change_fall, GOAL_CHANGE_FALL},
    {is_growth_limit, GOAL_GROWTH_LIMIT},
    {topic_at_most, GOAL_LIMIT},
    {is_full, GOAL_FULL},
    {is_average, GOAL_AVERAGE_GROWTH},
    {is_mean, GOAL_MEAN},
    {is_change, GOAL_CHANGE},
    {is_growth_loss, GOAL_GROWTH_LOSS},
    {is_growth_nil, GOAL_GROWTH_NIL},
    {is_own_growth, GOAL_GROWTH},
    {is_line, GOAL_EXCEED},
    {is_share, GOAL_SHARE},
    {is_exceed, GOAL_EXCEED},
    {is_amount, GOAL_AMOUNT},
    {is_any, GOAL_LEVEL},
};

enum goal_kind topic_goal_kind(const struct topic *topic)
{
    size_t i = 0;
    while (!kinds[i].fits(topic))
        i++;
    return kinds[i].kind;
}

bool topic_is_ban(const struct topic *topic)
{
    return topic->verdict && ops[topic->verdict->target->op].against == AGAINST_FIGURE &&
           topic_goal_kind(topic) == GOAL_ZERO;
}

/* ---- few things ---- */

static bool is_few(const struct number *number)
{
    return !number || number_compare_integer(number, VERDICT_FEW) < 0;
}

bool topic_counts(const struct desk *desk, const struct topic *topic)
{
    const struct indicator *indicator = topic->indicator;
    /* An area's stock is ranked by its growth, which is told; the region's is in no ranking. */
    bool stock = indicator_stock_of_things(indicator) && !topic->verdict && topic->area == desk->region;
    if (!indicator_of_things(indicator) && !stock)
        return false;
    if (topic->verdict && topic->verdict->goal && topic->measure == MEASURE_VALUE)
        return verdict_of_few(topic->verdict);
    struct period before = period_year_before(desk->period, 1);
    return is_few(desk_result(desk, MEASURE_VALUE, indicator, topic->area)->printed) &&
           is_few(desk_result_at(desk, MEASURE_VALUE, indicator, topic->area, before)->printed);
}
