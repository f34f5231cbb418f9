/* SPDX-License-Identifier: MIT */
#include "words/outlook.h"

#include "base/text.h"
#include "words/forecast.h"
#include "words/goal_kind.h"
#include "words/lag.h"
#include "words/sentence_target.h"

enum { FEW_COUNTED = 10, MOST_EXPLAINED = 6 };

/* Of whom there is an answer: a total or a growth of this year that asks for something more. Few things counted one by
 * one come as they come, and a level is told with its target. */
static bool foreseen(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    if (!v || !v->to_do || number_sign(v->to_do) <= 0)
        return false;
    return !topic_counts(desk, topic) || number_compare_integer(v->to_do, FEW_COUNTED) >= 0;
}

static struct shown per_month(const struct topic *topic, const struct number *number)
{
    return (struct shown){number, measure_decimals(MEASURE_VALUE, topic->indicator)};
}

/* 第四季度月均需为前9个月月均的1.2倍; where that is less than a month so far brought, both figures. */
static const char *total_text(const struct desk *desk, const struct topic *topic, const struct forecast *forecast)
{
    const struct phrasing *p = &desk->say;
    const struct verdict *v = topic->verdict;
    bool more = number_compare_integer(forecast->times.number, 1) > 0;
    enum word word = more                                                    ? WORD_NEXT_TIMES
                     : number_compare(v->per_month, v->so_far_per_month) < 0 ? WORD_NEXT_LESS
                                                                             : WORD_NEXT_MONTH;
    return FILL(p, word, "剩余", topic_rest(desk, topic), "值", shown_text(p, per_month(topic, v->per_month)), "单位",
                topic->indicator->unit, "期", topic_so_far(desk, topic), "前期",
                shown_text(p, per_month(topic, v->so_far_per_month)), "倍", shown_text(p, forecast->times));
}

/* 第四季度需增长11.7%以上，高于前三季度2.4个百分点. */
static const char *growth_text(const struct desk *desk, const struct topic *topic, const struct forecast *forecast)
{
    const struct phrasing *p = &desk->say;
    static const enum word needs[] = {WORD_NEXT_FALL, WORD_NEXT_FLAT, WORD_NEXT_GROWTH};
    static const enum word beside[] = {WORD_NEXT_BELOW, WORD_NEXT_SAME, WORD_NEXT_ABOVE};
    const char *need = FILL(p, needs[shown_sign(forecast->growth) + 1], "剩余", topic_rest(desk, topic), "值",
                            shown_size(p, forecast->growth));
    return arena_format(desk->arena, "%s，%s", need,
                        FILL(p, beside[shown_sign(forecast->more) + 1], "期",
                             period_name_short(desk->arena, desk->period), "值", shown_size(p, forecast->more)));
}

/* 第四季度需12户，上年同期15户，最多18户. */
static const char *past_text(const struct desk *desk, const struct topic *topic, const struct forecast *forecast)
{
    const struct phrasing *p = &desk->say;
    return FILL(p, WORD_NEXT_PAST, "剩余", topic_rest(desk, topic), "值", shown_text(p, forecast->need), "单位",
                topic->indicator->unit, "上年", shown_text(p, forecast->before), "最多", shown_text(p, forecast->best));
}

static const char *basis_text(const struct desk *desk, const struct topic *topic, const struct forecast *forecast)
{
    switch (forecast->basis) {
    case FORECAST_OPEN:
        break;
    case FORECAST_TIMES:
        return total_text(desk, topic, forecast);
    case FORECAST_GROWTH:
        return growth_text(desk, topic, forecast);
    case FORECAST_PAST:
        return past_text(desk, topic, forecast);
    }
    return NULL;
}

static const char *told(const struct desk *desk, enum prospect wanted, enum word word)
{
    struct topics topics = topics_of(desk, desk->area);
    struct strings names = {0}, bare = {0};
    const char *so_far = "";
    for (size_t i = 0; i < topics.count; i++) {
        const struct topic *topic = &topics.items[i];
        if (!foreseen(desk, topic))
            continue;
        struct forecast forecast = topic_forecast(desk, topic);
        const char *text = basis_text(desk, topic, &forecast);
        if (!text || forecast.prospect != wanted)
            continue;
        topic_tell_need(desk, topic);
        so_far =
            FILL(&desk->say, WORD_SO_FAR_MONTHS, "月", arena_format(desk->arena, "%d", period_months(desk->period)));
        const char *name = topic_plain_name(desk, topic);
        strings_add(&bare, desk->arena, name);
        strings_add(&names, desk->arena, FILL(&desk->say, WORD_LIST_ITEM, "地区", name, "值", text));
    }
    /* Of many that go well how well each goes is left to the tables. */
    if (wanted == PROSPECT_HOPE && names.count > MOST_EXPLAINED)
        return FILL(&desk->say, WORD_NEXT_HOPE_MANY, "期", so_far, "数", arena_format(desk->arena, "%zu", bare.count),
                    "名单", phrase_names(&desk->say, &bare));
    return names.count ? FILL(&desk->say, word, "期", so_far, "名单", strings_join(&names, desk->arena, "、")) : "";
}

const char *outlook_hope(const struct desk *desk)
{
    return told(desk, PROSPECT_HOPE, WORD_NEXT_HOPE);
}

const char *outlook_push(const struct desk *desk)
{
    return told(desk, PROSPECT_PUSH, WORD_NEXT_PUSH);
}

const char *outlook_hard(const struct desk *desk)
{
    return told(desk, PROSPECT_HARD, WORD_NEXT_HARD);
}
