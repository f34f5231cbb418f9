/* SPDX-License-Identifier: MIT */
#include "words/sentence.h"

#include "words/goal.h"
#include "words/sentence_growth.h"
#include "words/sentence_rank.h"
#include "words/sentence_target.h"

/* ---- without a target ---- */

/* Against the area above, for the region against the reference. */
static const char *beside(const struct desk *desk, const struct topic *topic)
{
    return topic_beside(desk, topic, topic->area == desk->region);
}

static bool lacks_part(const struct desk *desk, const struct topic *topic)
{
    return desk_result(desk, MEASURE_VALUE, topic->indicator, topic->area)->flag == FLAG_INCOMPLETE;
}

static const char *incomplete(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const char *name = topic_subject(desk, topic), *missing = topic_missing(desk, topic);
    const struct result *sum = desk_result(desk, MEASURE_VALUE, topic->indicator, topic->area);
    struct shown value = desk_shown(desk, sum, MEASURE_VALUE, topic->indicator);
    if (!*missing || !value.number)
        return SENTENCE(p, FILL(p, WORD_INCOMPLETE_BARE, "名称", name));
    return SENTENCE(p, FILL(p, WORD_INCOMPLETE, "名称", name, "地区", missing, "合计", topic->area->name, "值",
                            shown_text(p, value), "单位", topic->indicator->unit));
}

static const char *reference(const struct desk *desk, const struct topic *topic)
{
    if (lacks_part(desk, topic))
        return incomplete(desk, topic);
    if (desk_counts(desk, topic->indicator))
        return SENTENCE(&desk->say, topic_counted(desk, topic));
    return SENTENCE(&desk->say, topic_opening(desk, topic, topic_subject(desk, topic), ""), topic_change(desk, topic),
                    beside(desk, topic), PHRASE_BREAK, topic_rank(desk, topic));
}

const char *topic_brief(const struct desk *desk, const struct topic *topic)
{
    if (lacks_part(desk, topic))
        return FILL(&desk->say, WORD_INCOMPLETE_BARE, "名称", topic_subject(desk, topic));
    if (desk_counts(desk, topic->indicator))
        return topic_counted(desk, topic);
    if (topic->verdict) /* a comparison */
        return arena_format(desk->arena, "%s，%s", topic_opening(desk, topic, topic->indicator->name, ""),
                            topic_against(desk, topic));
    const char *start = topic_opening(desk, topic, topic_subject(desk, topic), "");
    /* A share has no growth that the opening could have said. */
    const char *points = measure_applies(MEASURE_YOY, topic->indicator) ? "" : topic_change(desk, topic);
    return *points ? arena_format(desk->arena, "%s，%s", start, points) : start;
}

/* ---- with a target and not judged ---- */

/* Nothing has come in, neither the figure nor what is held against the target. */
static bool lacks_data(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    return desk_result(desk, MEASURE_VALUE, topic->indicator, topic->area)->flag == FLAG_NO_DATA && !v->actual &&
           (!v->result || v->result->flag == FLAG_NO_DATA);
}

static const char *no_data(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    struct day issued = desk->composer->issued;
    const char *until = desk_reply_by(desk);
    const char *date = issued.year == desk->period.year ? desk_day_short(desk, issued) : desk_day(desk, issued);
    const char *name = topic->indicator->name;
    if (!*until || topic->area == desk->region)
        return SENTENCE(p, FILL(p, WORD_NO_DATA, "名称", name, "日期", date));
    return SENTENCE(p, FILL(p, WORD_NO_DATA_REPLY, "名称", name, "日期", date, "期限", until));
}

/* The figure is there, but not what it is to be held against. */
static const char *not_judged(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct verdict *v = topic->verdict;
    const struct result *result = v->result;
    const char *start = topic_opening(desk, topic, topic->indicator->name, ""), *why = "";
    bool said = result && result->flag >= FLAG_TURNED_PROFIT; /* the opening's words are why */
    if (v->elsewhere && !v->actual)
        why = FILL(p, WORD_NO_FIGURE_AT, "期", period_name(desk->arena, v->at));
    else if (v->actual && v->incomplete)
        why = FILL(p, WORD_NO_GOAL_COMPLETE, "目标", topic_goal(desk, topic, true));
    else if (v->actual && ops[v->target->op].against != AGAINST_NOTHING_YET)
        why = FILL(p, WORD_NO_GOAL_FIGURE, "目标", topic_goal(desk, topic, true));
    else if (result && result->flag == FLAG_ZERO_BASE)
        why = SAY(p, WORD_ZERO_BASE);
    else if (!said)
        why = FILL(p, WORD_NO_FIGURE, "口径", measure_name(topic->measure));
    return SENTENCE(p, start, why, SAY(p, WORD_NOT_JUDGED));
}

static const char *lacking(const struct desk *desk, const struct topic *topic)
{
    if (lacks_part(desk, topic))
        return incomplete(desk, topic);
    return lacks_data(desk, topic) ? no_data(desk, topic) : not_judged(desk, topic);
}

/* ---- by sort of target ---- */

static const char *milestone(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct verdict *v = topic->verdict;
    enum word state = v->satisfied ? WORD_DONE_ALREADY : v->year_over ? WORD_DONE_MISSED : WORD_DONE_NOT_YET;
    return SENTENCE(p, arena_format(desk->arena, "%s%s", topic_subject(desk, topic), SAY(p, state)));
}

/* As topic_against, and of a target without a figure, why it is not judged. */
static const char *against(const struct desk *desk, const struct topic *topic)
{
    bool awaited = ops[topic->verdict->target->op].against == AGAINST_NOTHING_YET;
    return awaited ? topic_awaited(desk, topic) : topic_against(desk, topic);
}

/* Nothing that could be told, and none of it judged. */
static const char *unjudged(const struct desk *desk, const struct topic *topic)
{
    return SENTENCE(&desk->say, topic_subject(desk, topic), topic_awaited(desk, topic));
}

/* The figures of a deadline that is over, or of the last whole year: what stands at P would be another. */
static const char *elsewhere(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    bool named = topic->measure == MEASURE_VALUE || measures[topic->measure].counted == IN_PLACES;
    const char *name =
        named ? topic->indicator->name
              : FILL(p, WORD_MEASURE_OF, "名称", topic->indicator->name, "口径", measure_name(topic->measure));
    if (measure_is_place(topic->measure))
        name = FILL(p, WORD_MEASURE_OF, "名称", name, "口径", measure_name(MEASURE_RANK));
    const char *start =
        FILL(p, WORD_HELD_AT, "名称", name, "期", period_name(desk->arena, topic->verdict->at), "值",
             shown_text(p, topic_actual(desk, topic)), "单位", desk_unit(desk, topic->measure, topic->indicator));
    return SENTENCE(p, start, against(desk, topic));
}

static const char *with_need(const struct desk *desk, const struct topic *topic, const char *sentence)
{
    return arena_format(desk->arena, "%s%s", sentence, SENTENCE(&desk->say, topic_need(desk, topic)));
}

static const char *accumulated(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    topic_tell_pace(desk);
    return with_need(desk, topic,
                     topic_is_paced(topic) ? SENTENCE(p, topic_pace_clause(desk, topic))
                                           : SENTENCE(p, topic_amount(desk, topic), against(desk, topic)));
}

static const char *growth(const struct desk *desk, const struct topic *topic)
{
    const char *start = topic_opening(desk, topic, topic->indicator->name, topic_mark(desk, topic));
    return with_need(desk, topic,
                     SENTENCE(&desk->say, start, against(desk, topic), topic_change(desk, topic), beside(desk, topic),
                              PHRASE_BREAK, topic_rank(desk, topic)));
}

static const char *place(const struct desk *desk, const struct topic *topic)
{
    const char *start = arena_format(desk->arena, "%s%s", topic_subject(desk, topic), topic_rank(desk, topic));
    desk_tell(desk, topic->indicator);
    return SENTENCE(&desk->say, start, against(desk, topic));
}

/* Levels, ratios, shares: the figure as it stands. */
static const char *standing(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct indicator *indicator = topic->indicator;
    bool value = topic->measure == MEASURE_VALUE;
    const char *number =
        arena_format(desk->arena, "%s%s", shown_text(p, topic_actual(desk, topic)), topic_mark(desk, topic));
    const char *start = FILL(p, value ? WORD_AMOUNT : WORD_NAMED_IS, "名称", topic_subject(desk, topic), "值", number,
                             "单位", desk_unit(desk, topic->measure, indicator));
    bool points = value && !measure_applies(MEASURE_YOY, indicator) &&
                  ops[topic->verdict->target->op].against != AGAINST_YEAR_BEFORE;
    bool ranked = !value || indicator->kind == KIND_RATIO;
    return SENTENCE(p, start, against(desk, topic), points ? topic_change(desk, topic) : "", PHRASE_BREAK,
                    ranked ? topic_rank(desk, topic) : "");
}

/* ---- the whole sentence ---- */

static bool has_no_target(const struct topic *topic)
{
    return !topic->verdict;
}

static bool is_milestone(const struct topic *topic)
{
    return target_is_milestone(topic->verdict->target) && topic->verdict->kind != VERDICT_NO_DATA;
}

static bool is_unjudged(const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    return !v->actual && v->target->op == OP_QUALITATIVE;
}

static bool is_elsewhere(const struct topic *topic)
{
    return topic->verdict->elsewhere;
}

static bool is_lacking(const struct topic *topic)
{
    bool awaited = ops[topic->verdict->target->op].against == AGAINST_NOTHING_YET;
    return topic_standing(topic) == STANDING_NO_DATA || (awaited && !topic->verdict->actual);
}

static bool accumulates(const struct topic *topic)
{
    return topic->verdict->accumulating;
}

static bool is_own_growth(const struct topic *topic)
{
    bool own = topic->measure == MEASURE_YOY || topic->indicator->kind == KIND_RATE;
    return own && topic_is_growth(topic) && measures[topic->measure].counted != IN_MEAN_GROWTH;
}

static bool is_place(const struct topic *topic)
{
    return measure_is_place(topic->measure);
}

static bool is_any(const struct topic *topic)
{
    (void)topic;
    return true;
}

/* The first that fits says it; a sort of target or a state with a sentence of its own is a row. */
static const struct {
    bool (*fits)(const struct topic *topic);
    const char *(*say)(const struct desk *desk, const struct topic *topic);
} sentences[] = {
    {has_no_target, reference}, {is_milestone, milestone}, {is_unjudged, unjudged},
    {is_lacking, lacking},      {is_elsewhere, elsewhere}, {accumulates, accumulated},
    {is_own_growth, growth},    {is_place, place},         {is_any, standing},
};

const char *topic_sentence(const struct desk *desk, const struct topic *topic)
{
    size_t i = 0;
    while (!sentences[i].fits(topic))
        i++;
    return sentences[i].say(desk, topic);
}
