/* SPDX-License-Identifier: MIT */
#include "words/paragraph.h"

#include "base/text.h"
#include "words/goal.h"
#include "words/sentence.h"
#include "words/sentence_beside.h"
#include "words/sentence_growth.h"
#include "words/sentence_rank.h"
#include "words/sentence_target.h"

#include <string.h>

/* A target of this year alone that has a figure. */
static bool of_the_year(const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    return v && v->actual && !v->elsewhere && !v->key.to.year && topic_standing(topic) != STANDING_NO_DATA &&
           topic_standing(topic) != STANDING_REFERENCE;
}

static bool is_growth(const struct topic *topic)
{
    return topic->measure == MEASURE_YOY && topic->indicator->kind == KIND_FLOW && of_the_year(topic);
}

/* A growth as the mean of several years, of which this is one. */
static bool is_average(const struct topic *topic)
{
    return (topic->measure == MEASURE_CAGR || topic->measure == MEASURE_AVG2) && topic->indicator->kind == KIND_FLOW &&
           of_the_year(topic);
}

static bool is_total(const struct topic *topic)
{
    return topic->measure == MEASURE_VALUE && topic->indicator->kind == KIND_FLOW && of_the_year(topic) &&
           !ops[topic->verdict->target->op].uncounted && topic->verdict->accumulating;
}

static const struct topic *find(const struct topics *topics, const struct topic *beside,
                                bool (*wanted)(const struct topic *topic))
{
    for (size_t i = 0; i < topics->count; i++)
        if (topics->items[i].indicator == beside->indicator && wanted(&topics->items[i]))
            return &topics->items[i];
    return NULL;
}

const struct topic *topic_told_with(const struct topics *topics, const struct topic *topic)
{
    const struct topic *growth = is_total(topic) ? find(topics, topic, is_growth) : NULL;
    return growth || !is_total(topic) ? growth : find(topics, topic, is_average);
}

/* The total that is told in the topic's paragraph; NULL for none. */
static const struct topic *total_beside(const struct topics *topics, const struct topic *topic)
{
    bool average = is_average(topic) && !find(topics, topic, is_growth);
    return is_growth(topic) || average ? find(topics, topic, is_total) : NULL;
}

enum standing paragraph_standing(const struct topics *topics, const struct topic *topic)
{
    const struct topic *total = total_beside(topics, topic);
    enum standing own = topic_standing(topic), other = total ? topic_standing(total) : own;
    return other == STANDING_BEHIND ? other : own;
}

/* 总量完成年度目标（100亿元）的69.3%，…: the total's clause without the name and the value, which are said. */
static const char *total_clause(const struct desk *desk, const struct topic *total)
{
    const char *clause = topic_pace_clause(desk, total), *amount = topic_amount(desk, total);
    topic_tell_pace(desk);
    if (text_starts(clause, amount))
        clause += strlen(amount);
    if (text_starts(clause, "，"))
        clause += strlen("，");
    return FILL(&desk->say, WORD_PARAGRAPH_TOTAL, "内容", clause);
}

/* What topic_need says, of the target of this name. */
static const char *need_of(const struct desk *desk, const struct topic *topic, enum word goal)
{
    const char *need = topic_need(desk, topic), *whole = SAY(&desk->say, WORD_YEAR_GOAL), *at = strstr(need, whole);
    if (!at)
        return need;
    return arena_format(desk->arena, "%s%s%s", arena_string_n(desk->arena, need, (size_t)(at - need)),
                        SAY(&desk->say, goal), at + strlen(whole));
}

/* Behind the need of the total, that of the growth is only how much it is. */
static const char *need_short(const struct desk *desk, const struct topic *growth)
{
    static const enum word words[] = {WORD_NEED_GROWTH_DOWN, WORD_NEED_GROWTH_FLAT, WORD_NEED_GROWTH};
    const struct phrasing *p = &desk->say;
    const struct verdict *v = growth->verdict;
    struct shown to_do = {v->to_do, measure_decimals(MEASURE_VALUE, growth->indicator)};
    struct shown rate = {v->growth_needed, growth->indicator->rate_decimals};
    const char *amount = FILL(p, WORD_NEED_AMOUNT, "目标", SAY(p, WORD_GROWTH_GOAL), "剩余", "", "值",
                              shown_text(p, to_do), "单位", growth->indicator->unit);
    if (!rate.number)
        return amount;
    return arena_format(desk->arena, "%s%s", amount, FILL(p, words[shown_sign(rate) + 1], "值", shown_size(p, rate)));
}

static const char *needs(const struct desk *desk, const struct topic *growth, const struct topic *total)
{
    const struct phrasing *p = &desk->say;
    const char *by_total = need_of(desk, total, WORD_TOTAL_GOAL), *by_growth = topic_need(desk, growth);
    if (*by_total && *by_growth && number_sign(growth->verdict->to_do))
        return SENTENCE(p, by_total, PHRASE_BREAK, need_short(desk, growth));
    return SENTENCE(p, by_total, need_of(desk, growth, WORD_GROWTH_GOAL));
}

/* The average's sentence, of which nothing is needed, and behind it how the total stands and what that still takes. */
static const char *average_paragraph(const struct desk *desk, const struct topic *average, const struct topic *total)
{
    const char *sentence = topic_sentence(desk, average);
    size_t length = strlen(sentence) - (text_ends(sentence, PHRASE_END) ? strlen(PHRASE_END) : 0);
    const char *standing =
        SENTENCE(&desk->say, arena_string_n(desk->arena, sentence, length), PHRASE_BREAK, total_clause(desk, total));
    return arena_format(desk->arena, "%s%s", standing, need_of(desk, total, WORD_TOTAL_GOAL));
}

const char *topic_paragraph(const struct desk *desk, const struct topic *topic)
{
    struct topics topics = topics_of(desk, topic->area);
    const struct topic *total = total_beside(&topics, topic);
    if (!total)
        return topic_sentence(desk, topic);
    if (is_average(topic))
        return average_paragraph(desk, topic, total);
    const char *start = topic_opening(desk, topic, topic->indicator->name);
    const char *goal = topic_against(desk, topic), *change = fall_said(desk, goal, topic_change(desk, topic));
    const char *beside = fall_said(desk, arena_format(desk->arena, "%s%s", goal, change),
                                   topic_beside(desk, topic, topic->area == desk->region));
    const char *standing = SENTENCE(&desk->say, start, goal, change, beside, topic_pull(desk, topic), PHRASE_BREAK,
                                    topic_rank(desk, topic), PHRASE_BREAK, total_clause(desk, total));
    return arena_format(desk->arena, "%s%s", standing, needs(desk, topic, total));
}
