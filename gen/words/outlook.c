/* SPDX-License-Identifier: MIT */
#include "words/outlook.h"

#include "base/text.h"
#include "compute/forecast.h"
#include "words/goal.h"
#include "words/goal_kind.h"
#include "words/lag.h"
#include "words/sentence_target.h"

enum { FEW_COUNTED = 10, MOST_EXPLAINED = 6 };

/* Of whom there is an answer: a total or a growth of this year that asks for something more. Things counted one by one
 * come as they come. */
static bool foreseen(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    if (!v || !v->to_do || number_sign(v->to_do) <= 0 || v->year_over || topic_at_most(topic))
        return false;
    if (topic_counts(desk, topic) && number_compare(v->to_do, number_integer(desk->arena, FEW_COUNTED)) < 0)
        return false;
    return v->accumulating || (topic_is_growth(topic) && v->growth_needed && v->actual);
}

static struct shown amount(const struct topic *topic, const struct number *number)
{
    return (struct shown){number, measure_decimals(MEASURE_VALUE, topic->indicator)};
}

/* 第四季度月均需为前9个月月均的1.2倍; where that is less than a month so far brought, both figures. */
static const char *total_text(const struct desk *desk, const struct topic *topic, const struct forecast *forecast)
{
    const struct phrasing *p = &desk->say;
    const struct verdict *v = topic->verdict;
    bool more = number_compare_integer(forecast->times, 1) > 0;
    enum word word = more                                                    ? WORD_NEXT_TIMES
                     : number_compare(v->per_month, v->so_far_per_month) < 0 ? WORD_NEXT_LESS
                                                                             : WORD_NEXT_MONTH;
    return FILL(p, word, "剩余", topic_rest(desk, topic), "值", shown_text(p, amount(topic, v->per_month)), "单位",
                topic->indicator->unit, "期", topic_so_far(desk, topic), "前期",
                shown_text(p, amount(topic, v->so_far_per_month)), "倍",
                shown_text(p, (struct shown){forecast->times, 1}));
}

/* 第四季度需增长11.7%以上，高于前三季度2.4个百分点. */
static const char *growth_text(const struct desk *desk, const struct topic *topic, const struct forecast *forecast)
{
    const struct phrasing *p = &desk->say;
    int decimals = topic->indicator->rate_decimals;
    struct shown needed = {topic->verdict->growth_needed, decimals}, more = {forecast->points, decimals};
    static const enum word needs[] = {WORD_NEXT_FALL, WORD_NEXT_FLAT, WORD_NEXT_GROWTH};
    static const enum word beside[] = {WORD_NEXT_BELOW, WORD_NEXT_SAME, WORD_NEXT_ABOVE};
    if (!more.number)
        return NULL;
    const char *need =
        FILL(p, needs[shown_sign(needed) + 1], "剩余", topic_rest(desk, topic), "值", shown_size(p, needed));
    return arena_format(desk->arena, "%s，%s", need,
                        FILL(p, beside[shown_sign(more) + 1], "期", period_name_short(desk->arena, desk->period), "值",
                             shown_size(p, more)));
}

/* 第四季度还需12户，上年第四季度为13户; 第四季度还需20户，单季最多为12户. */
static const char *record_text(const struct desk *desk, const struct topic *topic, const struct forecast *forecast)
{
    const struct phrasing *p = &desk->say;
    bool by_months = desk->period.frequency == FREQUENCY_MONTH;
    bool as_before = forecast->kind == FORECAST_HOPE || !forecast->best;
    enum word word = as_before ? WORD_NEXT_AS_BEFORE : by_months ? WORD_NEXT_BEST_MONTH : WORD_NEXT_BEST_QUARTER;
    return FILL(p, word, "剩余", topic_rest(desk, topic), "值", shown_text(p, amount(topic, forecast->need)), "单位",
                topic->indicator->unit, "前期",
                shown_text(p, amount(topic, as_before ? forecast->before : forecast->best)));
}

static const char *text_of(const struct desk *desk, const struct topic *topic, const struct forecast *forecast)
{
    switch (forecast->basis) {
    case FORECAST_BY_TIMES:
        return total_text(desk, topic, forecast);
    case FORECAST_BY_POINTS:
        return growth_text(desk, topic, forecast);
    case FORECAST_BY_RECORD:
        return record_text(desk, topic, forecast);
    case FORECAST_BY_NOTHING:
        break;
    }
    return NULL;
}

static const char *told(const struct desk *desk, enum forecast_kind wanted, enum word word)
{
    struct topics topics = topics_of(desk, desk->area);
    struct strings names = {0}, bare = {0};
    const char *so_far = "";
    for (size_t i = 0; i < topics.count; i++) {
        const struct topic *topic = &topics.items[i];
        if (!foreseen(desk, topic))
            continue;
        struct forecast forecast = forecast_of(desk->engine, topic->verdict, desk->period);
        const char *text = forecast.kind == wanted ? text_of(desk, topic, &forecast) : NULL;
        if (!text)
            continue;
        topic_tell_need(desk, topic);
        so_far =
            FILL(&desk->say, WORD_SO_FAR_MONTHS, "月", arena_format(desk->arena, "%d", period_months(desk->period)));
        const char *name = topic_plain_name(desk, topic);
        strings_add(&bare, desk->arena, name);
        strings_add(&names, desk->arena, FILL(&desk->say, WORD_LIST_ITEM, "地区", name, "值", text));
    }
    /* Of many that go well how well each goes is left to the tables. */
    if (wanted == FORECAST_HOPE && names.count > MOST_EXPLAINED)
        return FILL(&desk->say, WORD_NEXT_HOPE_MANY, "期", so_far, "数", arena_format(desk->arena, "%zu", bare.count),
                    "名单", phrase_names(&desk->say, &bare));
    return names.count ? FILL(&desk->say, word, "期", so_far, "名单", strings_join(&names, desk->arena, "、")) : "";
}

const char *outlook_hope(const struct desk *desk)
{
    return told(desk, FORECAST_HOPE, WORD_NEXT_HOPE);
}

const char *outlook_push(const struct desk *desk)
{
    return told(desk, FORECAST_PUSH, WORD_NEXT_PUSH);
}

const char *outlook_hard(const struct desk *desk)
{
    return told(desk, FORECAST_HARD, WORD_NEXT_HARD);
}
