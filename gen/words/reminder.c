/* SPDX-License-Identifier: MIT */
#include "words/reminder.h"

#include "base/text.h"
#include "words/goal.h"
#include "words/goal_kind.h"
#include "words/lag.h"
#include "words/sentence_growth.h"
#include "words/sentence_target.h"

#include <string.h>

/* 已连续3个季度滞后; nothing for the first time. */
static const char *again(const struct desk *desk, const struct topic *topic)
{
    static const enum word units[] = {
        [FREQUENCY_YEAR] = WORD_YEARS, [FREQUENCY_QUARTER] = WORD_QUARTERS, [FREQUENCY_MONTH] = WORD_MONTHS};
    const struct composer *c = desk->composer;
    const struct letter *letter = letter_of(desk->engine, c->verdicts, c->verdict_count, topic->area, desk->period);
    int periods = 0;
    for (size_t i = 0; i < letter->count; i++)
        if (letter->shortfalls[i].verdict == topic->verdict)
            periods = letter->shortfalls[i].periods;
    if (periods < 2)
        return "";
    const char *length =
        FILL(&desk->say, units[desk->period.frequency], "数", arena_format(desk->arena, "%d", periods));
    bool low = topic_is_growth(topic) && !topic_at_most(topic) && !topic->verdict->year_over;
    enum word what = topic_is_late(topic) ? WORD_LIST_LATE : low ? WORD_LIST_BELOW : WORD_LIST_NOT_REACHED;
    return FILL(&desk->say, WORD_REMINDER_AGAIN, "期", length, "判定", SAY(&desk->say, what));
}

/* 第四季度需完成5.10亿元、增长52.2%以上; of a total with how much a month. */
static const char *asked(const struct desk *desk, const struct topic *topic)
{
    static const enum word words[] = {WORD_NEED_GROWTH_DOWN, WORD_NEED_GROWTH_FLAT, WORD_NEED_GROWTH};
    const struct phrasing *p = &desk->say;
    const struct verdict *v = topic->verdict;
    int decimals = measure_decimals(MEASURE_VALUE, topic->indicator);
    if (!v->to_do || !number_sign(v->to_do))
        return "";
    topic_tell_need(desk, topic);
    const char *amount = FILL(p, WORD_REMINDER_NEED, "剩余", topic_rest(desk, topic), "值",
                              shown_text(p, (struct shown){v->to_do, decimals}), "单位", topic->indicator->unit);
    struct shown growth = {v->growth_needed, topic->indicator->rate_decimals};
    if (growth.number)
        return arena_format(desk->arena, "%s%s", amount,
                            FILL(p, words[shown_sign(growth) + 1], "值", shown_size(p, growth)));
    if (!v->per_month || topic_counts(desk, topic) || number_compare(v->per_month, v->to_do) == 0)
        return amount;
    return arena_format(desk->arena, "%s%s", amount,
                        FILL(p, WORD_NEED_MONTH, "值", shown_text(p, (struct shown){v->per_month, decimals}), "单位",
                             topic->indicator->unit));
}

/* 工业投资下降5.2%，年度目标为增长11%，低16.2个百分点. */
static const char *growth(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    struct lag lag = topic_lag(desk, topic);
    const struct number *goal = topic->verdict->goal;
    const char *words = topic_goal(desk, topic, true);
    bool rises = goal && number_sign(goal) > 0 && !topic_at_most(topic) && !topic_of_other(topic);
    return FILL(p, WORD_REMINDER_GROWTH, "名称", topic_subject(desk, topic), "增长", lag.actual, "标签",
                topic_goal_label(desk, topic), "目标", rises ? FILL(p, WORD_LIST_RISE, "值", words) : words, "差距",
                *lag.text ? lag.text : SAY(p, WORD_LIST_NOT_REACHED));
}

/* The figure and how it stands to the target, as its sentence has them. */
static const char *other(const struct desk *desk, const struct topic *topic)
{
    if (target_is_milestone(topic->verdict->target))
        return FILL(&desk->say, WORD_REMINDER_UNDONE, "名称", topic_subject(desk, topic));
    if (topic_is_paced(topic))
        return topic_pace_clause(desk, topic);
    struct lag lag = topic_lag(desk, topic);
    return FILL(&desk->say, WORD_REMINDER_LEVEL, "名称", topic_subject(desk, topic), "值", lag.actual, "内容",
                topic_against(desk, topic));
}

const char *topic_reminder(const struct desk *desk, const struct topic *topic)
{
    if (topic_standing(topic) != STANDING_BEHIND)
        return "";
    const char *start = topic_is_growth(topic) && topic->verdict->actual ? growth(desk, topic) : other(desk, topic);
    return SENTENCE(&desk->say, start, again(desk, topic), PHRASE_BREAK, asked(desk, topic));
}
