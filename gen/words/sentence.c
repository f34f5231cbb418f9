/* SPDX-License-Identifier: MIT */
#include "words/sentence.h"

#include "words/goal.h"
#include "words/goal_kind.h"
#include "words/sentence_beside.h"
#include "words/sentence_growth.h"
#include "words/sentence_rank.h"
#include "words/sentence_target.h"

#include <string.h>

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

/* A sum that lacks a part: who is missing while they are few, else how many. */
static const char *incomplete(const struct desk *desk, const struct topic *topic)
{
    enum { FEW_MISSING = 3 };
    const struct phrasing *p = &desk->say;
    const char *name = topic->indicator->name, *missing = topic_missing(desk, topic);
    const struct result *sum = desk_result(desk, MEASURE_VALUE, topic->indicator, topic->area);
    struct shown value = desk_shown(desk, sum, MEASURE_VALUE, topic->indicator);
    if (!*missing || !value.number)
        return SENTENCE(p, FILL(p, WORD_INCOMPLETE_BARE, "名称", name));
    int reported, without;
    topic_count_missing(desk, topic, &reported, &without);
    return SENTENCE(p,
                    FILL(p, without > FEW_MISSING ? WORD_INCOMPLETE_MANY : WORD_INCOMPLETE, "名称", name, "地区",
                         missing, "值", shown_text(p, value), "单位", topic->indicator->unit, "已报",
                         arena_format(desk->arena, "%d", reported), "未报", arena_format(desk->arena, "%d", without)));
}

/* A milestone without a target in force: done or not, never a number. */
static const char *milestone_bare(const struct desk *desk, const struct topic *topic)
{
    const struct number *value = desk_result(desk, MEASURE_VALUE, topic->indicator, topic->area)->printed;
    bool done = value && number_compare_integer(value, 1) >= 0;
    return FILL(&desk->say, done ? WORD_DONE : WORD_DONE_OPEN, "名称", topic->indicator->name, "期限", "");
}

static const char *reference(const struct desk *desk, const struct topic *topic)
{
    if (desk_is_milestone(desk, topic->indicator))
        return SENTENCE(&desk->say, milestone_bare(desk, topic));
    if (lacks_part(desk, topic))
        return incomplete(desk, topic);
    if (topic_counts(desk, topic))
        return SENTENCE(&desk->say, topic_counted(desk, topic));
    const char *name = topic_subject(desk, topic), *change = topic_change(desk, topic), *others = beside(desk, topic);
    others = fall_said(desk, change, others);
    const char *pull = topic_pull(desk, topic);
    bool alone = !*change && !*others && !*pull;
    return SENTENCE(&desk->say, alone ? topic_opening_alone(desk, topic, name) : topic_opening(desk, topic, name),
                    change, others, pull, PHRASE_BREAK, topic_rank(desk, topic));
}

const char *topic_brief(const struct desk *desk, const struct topic *topic)
{
    if (!topic->verdict && desk_is_milestone(desk, topic->indicator))
        return milestone_bare(desk, topic);
    if (lacks_part(desk, topic))
        return FILL(&desk->say, WORD_INCOMPLETE_BARE, "名称", topic_subject(desk, topic));
    if (!topic->verdict && topic_counts(desk, topic))
        return topic_counted(desk, topic);
    if (topic->verdict) /* a comparison */
        return arena_format(desk->arena, "%s，%s", topic_opening(desk, topic, topic->indicator->name),
                            topic_against(desk, topic));
    const char *start = topic_opening_alone(desk, topic, topic_subject(desk, topic));
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

static bool is_lacking(const struct topic *topic)
{
    bool awaited = ops[topic->verdict->target->op].against == AGAINST_NOTHING_YET;
    return topic_standing(topic) == STANDING_NO_DATA || (awaited && !topic->verdict->actual);
}

bool topic_awaits_year_end(const struct desk *desk, const struct topic *topic)
{
    return topic->verdict && !target_is_milestone(topic->verdict->target) && is_lacking(topic) &&
           lacks_data(desk, topic) && desk_awaits_year_end(desk, topic->indicator);
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

/* 2020年6月末 of a level; else 2020年上半年. */
static const char *time_of(const struct desk *desk, const struct topic *topic, struct period at)
{
    if (period_months(at) == 12)
        return FILL(&desk->say, WORD_YEAR, "年", arena_format(desk->arena, "%d", at.year));
    if (topic->indicator->kind != KIND_STOCK)
        return period_name(desk->arena, at);
    return FILL(&desk->say, WORD_MONTH_END, "年", arena_format(desk->arena, "%d", at.year), "月",
                arena_format(desk->arena, "%d", period_months(at)));
}

/* Why a growth cannot be worked out: {缺上年同期数} and the like, with the target that is then not judged. */
static const char *base_lacking(const struct desk *desk, const struct topic *topic, bool zero)
{
    return FILL(&desk->say, zero ? WORD_ZERO_BASE : WORD_NO_BASE, "期", desk_year_ago(desk, topic->indicator));
}

/* 缺2018年数: the first of the years that a sum or an average goes over; a growth begins at the year before. */
static const char *year_lacking(const struct desk *desk, const struct topic *topic)
{
    int first = target_first_year(topic->verdict->target);
    enum measure of = topic->indicator->kind == KIND_RATE ? MEASURE_YOY : MEASURE_VALUE;
    if (first && measures[topic->measure].counted == IN_MEAN_GROWTH && of == MEASURE_VALUE)
        first--;
    for (int year = first; first && year < desk->period.year; year++)
        if (!desk_result_at(desk, of, topic->indicator, topic->area, period_year_end(desk->period, year))->printed)
            return FILL(&desk->say, WORD_NO_YEAR, "年", arena_format(desk->arena, "%d", year));
    return SAY(&desk->say, WORD_NO_YEARS);
}

/* 年度目标（5%）暂不评价; 2018—2020年累计目标暂不评价. */
static const char *goal_not_judged(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    if (topic_of_other(topic))
        return FILL(p, WORD_OTHER_UNJUDGED, "目标", topic_other_goal(desk, topic));
    if (topic->measure == MEASURE_TOTAL || topic->measure == MEASURE_MEAN)
        return FILL(p, topic->measure == MEASURE_TOTAL ? WORD_NOT_JUDGED_SUM : WORD_NOT_JUDGED_MEAN, "限",
                    topic_goal_time(desk, topic));
    return FILL(p, WORD_NOT_JUDGED_GOAL, "标签", topic_goal_label(desk, topic), "目标",
                topic_goal_labelled(desk, topic));
}

/* What has no growth lacks the figure before all the same: 缺上年同期数, 缺2017年数. */
static const char *figure_lacking(const struct desk *desk, const struct topic *topic)
{
    const struct target *target = topic->verdict->target;
    bool moves = ops[target->op].against == AGAINST_YEAR_BEFORE || topic->measure == MEASURE_CHANGE;
    if (!moves)
        return "";
    const char *then = target->base_year
                           ? FILL(&desk->say, WORD_YEAR, "年", arena_format(desk->arena, "%d", target->base_year))
                           : desk_year_ago(desk, topic->indicator);
    return FILL(&desk->say, WORD_NO_FIGURE_BEFORE, "期", then);
}

/* 工业投资增速居8县市第2位: by what it is ranked. */
static const char *place_subject(const struct desk *desk, const struct topic *topic)
{
    enum measure by = place_measure(topic->measure, topic->indicator);
    const struct indicator *indicator = topic->indicator;
    bool plain = indicator->kind == KIND_RATE || (indicator->kind == KIND_RATIO && by == MEASURE_VALUE);
    return plain ? indicator->name
                 : FILL(&desk->say, WORD_MEASURE_OF, "名称", indicator->name, "口径", measure_name(by));
}

/* The figure is there, but not what it is to be held against. */
static const char *not_judged(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct verdict *v = topic->verdict;
    const struct result *result = v->result;
    const char *start = topic_opening(desk, topic, topic->indicator->name), *why = "";
    bool years = measures[topic->measure].over_years || topic->measure == MEASURE_AVG2;
    bool loss = result && result->flag >= FLAG_TURNED_PROFIT; /* the opening's words are why */
    if (topic_of_other(topic) && v->actual)
        return SENTENCE(
            p, start,
            FILL(p, v->incomplete ? WORD_OTHER_INCOMPLETE : WORD_OTHER_NONE, "地区", topic_other_name(desk, topic)));
    if (measure_is_place(topic->measure))
        return SENTENCE(p, FILL(p, WORD_PLACE_NONE, "名称", place_subject(desk, topic)));
    if (v->elsewhere && !v->actual)
        why = FILL(p, WORD_NO_FIGURE_AT, "期", time_of(desk, topic, v->at));
    else if (years)
        why = year_lacking(desk, topic);
    else if (loss)
        why = SAY(p, WORD_NO_RATE);
    else if (*figure_lacking(desk, topic))
        why = figure_lacking(desk, topic);
    else if (result && (result->flag == FLAG_ZERO_BASE || result->flag == FLAG_NO_BASE))
        why = base_lacking(desk, topic, result->flag == FLAG_ZERO_BASE);
    return SENTENCE(p, start, years ? PHRASE_BREAK : "", why, goal_not_judged(desk, topic));
}

static const char *lacking(const struct desk *desk, const struct topic *topic)
{
    if (lacks_part(desk, topic))
        return incomplete(desk, topic);
    if (topic_awaits_year_end(desk, topic))
        return SENTENCE(&desk->say, FILL(&desk->say, WORD_ANNUAL, "名称", topic->indicator->name));
    return lacks_data(desk, topic) ? no_data(desk, topic) : not_judged(desk, topic);
}

/* ---- by sort of target ---- */

/* 2019年6月底, 2019年上半年, 2019年底: until when. */
static const char *milestone_term(const struct desk *desk, const struct target *target)
{
    int last = target->deadline ? target->due.year : target_last_year(target);
    if (topic_within_year(target->due))
        return topic_deadline(desk, target->due);
    return last ? FILL(&desk->say, WORD_YEAR_END, "年", arena_format(desk->arena, "%d", last)) : "";
}

/* Whether it was done when its time was over; before that there is nothing to be late for. */
static bool done_in_time(const struct desk *desk, const struct topic *topic)
{
    const struct target *target = topic->verdict->target;
    int last = target_last_year(target);
    struct period due = topic->verdict->at;
    if (target->deadline)
        due = target_due(target, desk->period);
    else if (last)
        due = period_year_end(desk->period, last);
    if (period_compare(due, desk->period) >= 0)
        return true;
    const struct result *then = desk_result_at(desk, MEASURE_VALUE, topic->indicator, topic->area, due);
    return !then->printed || number_compare_integer(then->printed, 1) >= 0;
}

static const char *milestone(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct verdict *v = topic->verdict;
    const char *term = milestone_term(desk, v->target), *name = topic->indicator->name;
    bool late = v->target->deadline ? period_compare(target_due(v->target, desk->period), desk->period) < 0
                                    : target_last_year(v->target) && target_last_year(v->target) < desk->period.year;
    enum word word = v->satisfied   ? done_in_time(desk, topic) ? WORD_DONE : WORD_DONE_LATE
                     : late         ? WORD_DONE_OVERDUE
                     : v->year_over ? WORD_DONE_MISSED
                     : *term        ? WORD_DONE_NOT_YET
                                    : WORD_DONE_OPEN;
    return SENTENCE(p, FILL(p, word, "名称", name, "期限", term));
}

static const char *milestone_lacking(const struct desk *desk, const struct topic *topic)
{
    return SENTENCE(&desk->say, FILL(&desk->say, WORD_DONE_UNKNOWN, "名称", topic->indicator->name));
}

/* 未发生…: what shall not happen has no progress. */
static const char *nothing_happened(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    bool over = topic->verdict->year_over;
    struct shown actual = topic_actual(desk, topic);
    if (number_sign(actual.number) <= 0)
        return SENTENCE(p, FILL(p, over ? WORD_ZERO_HELD : WORD_ZERO_SO_FAR, "名称", topic->indicator->name));
    struct shown before = desk_year_before(desk, topic->indicator, topic->area);
    const char *change = before.number ? topic_count_moved(desk, topic) : "";
    return SENTENCE(p,
                    FILL(p, WORD_ZERO_HIT, "名称", topic->indicator->name, "值", shown_text(p, actual), "单位",
                         topic->indicator->unit),
                    change, SAY(p, WORD_ZERO_MISSED));
}

/* 尚有2家未覆盖: only where both parts of the share are counted one by one. */
static const char *uncovered(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct indicator *part = topic->indicator->numerator, *whole = topic->indicator->denominator;
    if (!part || part->decimals || whole->decimals || strcmp(part->unit, whole->unit) != 0)
        return "";
    struct shown have = desk_shown(desk, desk_result(desk, MEASURE_VALUE, part, topic->area), MEASURE_VALUE, part);
    struct shown all = desk_shown(desk, desk_result(desk, MEASURE_VALUE, whole, topic->area), MEASURE_VALUE, whole);
    struct shown rest = shown_difference(p, all, have);
    return shown_sign(rest) > 0 ? FILL(p, WORD_FULL_REST, "值", shown_text(p, rest), "单位", whole->unit) : "";
}

/* 达到100%，实现全覆盖. */
static const char *covered(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct verdict *v = topic->verdict;
    bool reached = topic_standing(topic) == STANDING_REACHED;
    struct shown gap = topic_gap(desk, topic);
    if (reached)
        return SENTENCE(p, FILL(p, WORD_FULL, "名称", topic->indicator->name),
                        v->year_over ? FILL(p, WORD_FULL_HELD, "标签", topic_goal_label(desk, topic)) : "");
    return SENTENCE(p, topic_amount(desk, topic),
                    FILL(p, v->year_over ? WORD_FULL_LOST : WORD_FULL_SHORT, "值", shown_size(p, gap)),
                    uncovered(desk, topic));
}

/* As topic_against, and of a target without a figure, why it is not judged. */
static const char *against(const struct desk *desk, const struct topic *topic)
{
    bool awaited = ops[topic->verdict->target->op].against == AGAINST_NOTHING_YET;
    return awaited ? topic_awaited(desk, topic) : topic_against(desk, topic);
}

/* What the target will be is not known yet: the figure and its growth are told all the same. */
static const char *awaited(const struct desk *desk, const struct topic *topic)
{
    return SENTENCE(&desk->say, topic_opening(desk, topic, topic->indicator->name), topic_change(desk, topic),
                    PHRASE_BREAK, topic_awaited(desk, topic));
}

/* Nothing that could be told, and none of it judged. */
static const char *unjudged(const struct desk *desk, const struct topic *topic)
{
    return SENTENCE(&desk->say, topic_subject(desk, topic), topic_awaited(desk, topic));
}

/* A change in points as the verdict has it: 比上年同期提高1.7个百分点, of a growth 加快. */
static const char *changed(const struct desk *desk, const struct topic *topic)
{
    static const enum word words[2][3] = {{WORD_LOWER_THAN, WORD_SAME_AS, WORD_HIGHER_THAN},
                                          {WORD_SLOWER, WORD_SAME_GROWTH, WORD_FASTER}};
    const struct phrasing *p = &desk->say;
    struct shown change = topic_actual(desk, topic);
    bool rate = topic->indicator->kind == KIND_RATE;
    const char *then = SAY(p, period_months(topic->verdict->at) == 12 ? WORD_LAST_YEAR : WORD_LAST_YEAR_SAME);
    return FILL(p, words[rate][shown_sign(change) + 1], "期", then, "值", shown_size(p, change), "单位",
                SAY(p, WORD_POINTS), "强", "", "前", "");
}

/* The figures of a deadline that is over, or of the last whole year: what stands at P would be another, and is told
 * behind them. */
static const char *elsewhere(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    bool named = topic->measure == MEASURE_VALUE || measures[topic->measure].counted == IN_PLACES;
    const char *name =
        named ? topic->indicator->name
              : FILL(p, WORD_MEASURE_OF, "名称", topic->indicator->name, "口径", measure_name(topic->measure));
    bool place = topic_goal_kind(topic) == GOAL_PLACE;
    if (topic->measure == MEASURE_CHANGE) /* the change is told by the clause about the target */
        return SENTENCE(p,
                        arena_format(desk->arena, "%s%s%s", time_of(desk, topic, topic->verdict->at),
                                     topic->indicator->name, changed(desk, topic)),
                        against(desk, topic));
    if (topic_is_growth(topic) && measures[topic->measure].counted != IN_MEAN_GROWTH)
        return SENTENCE(p,
                        arena_format(desk->arena, "%s%s%s", time_of(desk, topic, topic->verdict->at),
                                     topic->indicator->name,
                                     growth_phrase(desk, topic->indicator, topic_actual(desk, topic))),
                        against(desk, topic));
    const char *start =
        FILL(p,
             place                                     ? WORD_HELD_PLACE_AT
             : period_months(topic->verdict->at) == 12 ? WORD_HELD_IN_YEAR
                                                       : WORD_HELD_AT,
             "名称", name, "期", time_of(desk, topic, topic->verdict->at), "值",
             shown_text(p, topic_actual(desk, topic)), "单位", desk_unit(desk, topic->measure, topic->indicator));
    const struct result *now = desk_result(desk, MEASURE_VALUE, topic->indicator, topic->area);
    bool also = topic->measure == MEASURE_VALUE && topic->indicator->kind == KIND_FLOW && topic->verdict->early &&
                now->printed && now->flag == FLAG_NONE;
    if (!also)
        return SENTENCE(p, start, against(desk, topic));
    struct topic bare = {topic->area, topic->indicator, topic->measure, NULL};
    const char *period = period_name_short(desk->arena, desk->period);
    return SENTENCE(p, start, against(desk, topic), PHRASE_BREAK,
                    FILL(p, WORD_THIS_YEAR, "期", period, "内容", topic_opening(desk, &bare, "")));
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
    const char *start = topic_opening(desk, topic, topic->indicator->name);
    const char *goal = against(desk, topic), *change = fall_said(desk, goal, topic_change(desk, topic));
    const char *said = arena_format(desk->arena, "%s%s", goal, change);
    return with_need(desk, topic,
                     SENTENCE(&desk->say, start, goal, change, fall_said(desk, said, beside(desk, topic)),
                              topic_pull(desk, topic), PHRASE_BREAK, topic_rank(desk, topic)));
}

/* Up, and the first already: there is nothing in front. */
static bool keeps_the_top(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    return ops[v->target->op].against == AGAINST_YEAR_BEFORE && topic_standing(topic) == STANDING_REACHED &&
           !shown_sign(topic_gap(desk, topic)) && number_compare_integer(v->actual, 1) == 0;
}

static const char *place(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    bool top = keeps_the_top(desk, topic);
    const char *where = topic_place(desk, topic);
    desk_tell(desk, topic->indicator);
    if (!*where)
        where = FILL(p, WORD_RANK_BARE, "位", shown_text(p, topic_actual(desk, topic)));
    const char *start =
        arena_format(desk->arena, "%s%s%s", place_subject(desk, topic), top ? SAY(p, WORD_STILL) : "", where);
    return SENTENCE(p, start, top ? "" : against(desk, topic));
}

/* An indicator that is itself a place: 利润总额全省位次第10位. */
static const char *given_place(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    bool top = keeps_the_top(desk, topic), moves = ops[topic->verdict->target->op].against == AGAINST_YEAR_BEFORE;
    const char *start = FILL(p, top ? WORD_AMOUNT_PLACE_STILL : WORD_AMOUNT_PLACE, "名称", topic->indicator->name, "值",
                             shown_text(p, topic_actual(desk, topic)), "单位", "");
    return SENTENCE(p, start, moves ? "" : topic_change(desk, topic), top ? "" : against(desk, topic));
}

/* This year's figure first; then the average of the years it covers, named by them. */
static const char *averaged(const struct desk *desk, const struct topic *topic)
{
    static const enum word words[2][2] = {{WORD_AVERAGE_UP, WORD_AVERAGE_UP_PART},
                                          {WORD_AVERAGE_DOWN, WORD_AVERAGE_DOWN_PART}};
    const struct phrasing *p = &desk->say;
    const struct verdict *v = topic->verdict;
    struct topic bare = {topic->area, topic->indicator, MEASURE_YOY, NULL};
    struct shown actual = topic_actual(desk, topic);
    int first = topic->measure == MEASURE_AVG2 ? desk->period.year - 1 : target_first_year(v->target);
    struct shown growth =
        desk_shown(desk, desk_result(desk, MEASURE_YOY, topic->indicator, topic->area), MEASURE_YOY, topic->indicator);
    /* In the first of its years it is this year's growth. */
    if (first == desk->period.year && growth.number && number_compare(growth.number, actual.number) == 0)
        return SENTENCE(p, topic_opening(desk, &bare, topic->indicator->name), against(desk, topic),
                        topic_change(desk, &bare), beside(desk, &bare), PHRASE_BREAK, topic_rank(desk, &bare));
    bool whole = period_months(desk->period) == 12;
    const char *average = FILL(p, words[shown_sign(actual) < 0][!whole], "起", arena_format(desk->arena, "%d", first),
                               "止", arena_format(desk->arena, "%d", desk->period.year), "期",
                               period_name_short(desk->arena, desk->period), "值", shown_size(p, actual));
    return SENTENCE(p, topic_opening(desk, &bare, topic->indicator->name), topic_change(desk, &bare),
                    beside(desk, &bare), PHRASE_BREAK, average, against(desk, topic), PHRASE_BREAK,
                    topic_rank(desk, &bare));
}

/* 2018年以来年均新增规模工业企业32.0户. */
static const char *mean(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct verdict *v = topic->verdict;
    const char *first = arena_format(desk->arena, "%d", target_first_year(v->target));
    const char *last = arena_format(desk->arena, "%d", target_last_year(v->target));
    struct topic bare = {topic->area, topic->indicator, MEASURE_VALUE, NULL};
    const char *start =
        FILL(p, v->year_over ? WORD_MEAN_WHOLE : WORD_MEAN_SO_FAR, "起", first, "止", last, "名称",
             topic->indicator->name, "值", shown_text(p, topic_actual(desk, topic)), "单位", topic->indicator->unit);
    return SENTENCE(p, topic_opening(desk, &bare, topic->indicator->name), PHRASE_BREAK, start, against(desk, topic));
}

/* Levels, ratios, shares: the figure as it stands, and how a share moved. */
/* Of 家, 个 and the like that there are at a time, in whole numbers, 0 is none. */
static bool is_none(const struct desk *desk, const struct topic *topic)
{
    struct shown actual = topic_actual(desk, topic);
    return indicator_stock_of_things(topic->indicator) && actual.number && !shown_sign(actual);
}

static const char *standing(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct indicator *indicator = topic->indicator;
    bool change = topic->measure == MEASURE_CHANGE, value = topic->measure == MEASURE_VALUE;
    const char *number = shown_text(p, topic_actual(desk, topic));
    enum word amount = is_none(desk, topic) ? WORD_AMOUNT_NONE_YET : WORD_AMOUNT;
    const char *start = FILL(p, value ? amount : WORD_NAMED_IS, "名称", topic_subject(desk, topic), "值", number,
                             "单位", desk_unit(desk, topic->measure, indicator));
    struct topic bare = {topic->area, indicator, MEASURE_VALUE, NULL};
    if (change)
        start = topic_opening(desk, &bare, indicator->name);
    bool points = (value || change) && !measure_applies(MEASURE_YOY, indicator) &&
                  (change || ops[topic->verdict->target->op].against != AGAINST_YEAR_BEFORE);
    bool ranked = !value || indicator->kind == KIND_RATIO;
    const char *first = value ? topic_first(desk, topic) : "";
    const char *moved = change && indicator->kind == KIND_RATE ? changed(desk, topic) : "";
    if (points)
        moved = topic_change(desk, &bare);
    return SENTENCE(p, start, first, moved, against(desk, topic), PHRASE_BREAK, ranked ? topic_rank(desk, topic) : "");
}

/* ---- the whole sentence ---- */

static bool has_no_target(const struct topic *topic)
{
    return !topic->verdict;
}

static bool is_milestone(const struct topic *topic)
{
    return target_is_milestone(topic->verdict->target) && topic->verdict->kind != VERDICT_NO_DATA &&
           topic->verdict->actual;
}

static bool is_unjudged(const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    return !v->actual && v->target->op == OP_QUALITATIVE;
}

static bool is_awaited(const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    return v->actual && ops[v->target->op].against == AGAINST_NOTHING_YET;
}

static bool is_elsewhere(const struct topic *topic)
{
    return topic->verdict->elsewhere;
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

static bool is_milestone_lacking(const struct topic *topic)
{
    return target_is_milestone(topic->verdict->target);
}

static bool is_figure_kind(const struct topic *topic, enum goal_kind kind)
{
    return ops[topic->verdict->target->op].against == AGAINST_FIGURE && topic_goal_kind(topic) == kind;
}

static bool is_full(const struct topic *topic)
{
    return is_figure_kind(topic, GOAL_FULL);
}

static bool is_average(const struct topic *topic)
{
    return measures[topic->measure].counted == IN_MEAN_GROWTH;
}

static bool is_mean(const struct topic *topic)
{
    return topic->measure == MEASURE_MEAN;
}

static bool is_given_place(const struct topic *topic)
{
    return topic->measure == MEASURE_VALUE && indicator_is_place(topic->indicator);
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
    {has_no_target, reference},
    {is_milestone, milestone},
    {is_milestone_lacking, milestone_lacking},
    {is_unjudged, unjudged},
    {is_lacking, lacking},
    {is_awaited, awaited},
    {is_elsewhere, elsewhere},
    {topic_is_ban, nothing_happened},
    {is_full, covered},
    {is_average, averaged},
    {is_mean, mean},
    {is_place, place},
    {is_given_place, given_place},
    {accumulates, accumulated},
    {is_own_growth, growth},
    {is_any, standing},
};

const char *topic_sentence(const struct desk *desk, const struct topic *topic)
{
    size_t i = 0;
    while (!sentences[i].fits(topic))
        i++;
    return sentences[i].say(desk, topic);
}
