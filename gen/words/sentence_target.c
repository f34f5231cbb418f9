/* SPDX-License-Identifier: MIT */
#include "words/sentence_target.h"

#include "words/goal.h"
#include "words/sentence_growth.h"

#include <string.h>

/* ---- against the target ---- */

/* What the distance is: points; an amount, which exceeds or is lacking; the difference of two falls. */
enum distance { DISTANCE_ANY, DISTANCE_POINTS, DISTANCE_AMOUNT, DISTANCE_FALL };

/* Where the figure stands to the target while the year lasts, and at its end; of a range, within it; before a deadline,
 * short of a floor or above a ceiling. */
enum state { STATE_REACHED, STATE_SHORT, STATE_HELD, STATE_LOST, STATE_WITHIN, STATE_EARLY, STATE_EARLY_OVER };

/* The words of a state, by the gap's sign: below, on, above the target; the first row that fits. On the target and not
 * reached: > and <, or an unrounded figure just short of it. Of falls the lower figure is the larger fall. */
static const struct {
    enum state state;
    enum distance distance;
    enum word words[3];
} against_words[] = {
    {STATE_REACHED, DISTANCE_FALL, {WORD_MORE_FALL, WORD_AT_GOAL, WORD_LESS_FALL}},
    {STATE_REACHED, DISTANCE_ANY, {WORD_UNDER_GOAL, WORD_AT_GOAL, WORD_OVER_GOAL}},
    {STATE_SHORT, DISTANCE_FALL, {WORD_MORE_FALL, WORD_TOUCHING_GOAL, WORD_LESS_FALL}},
    {STATE_SHORT, DISTANCE_ANY, {WORD_UNDER_GOAL, WORD_TOUCHING_GOAL, WORD_OVER_GOAL}},
    {STATE_HELD, DISTANCE_FALL, {WORD_GOAL_HELD_MORE_FALL, WORD_GOAL_HELD, WORD_GOAL_HELD_LESS_FALL}},
    {STATE_HELD, DISTANCE_AMOUNT, {WORD_GOAL_HELD_UNDER, WORD_GOAL_HELD, WORD_GOAL_HELD_EXCESS}},
    {STATE_HELD, DISTANCE_ANY, {WORD_GOAL_HELD_UNDER, WORD_GOAL_HELD, WORD_GOAL_HELD_OVER}},
    {STATE_LOST, DISTANCE_FALL, {WORD_GOAL_LOST_MORE_FALL, WORD_GOAL_LOST, WORD_GOAL_LOST_LESS_FALL}},
    {STATE_LOST, DISTANCE_AMOUNT, {WORD_GOAL_LOST_SHORT, WORD_GOAL_LOST, WORD_GOAL_LOST_OVER}},
    {STATE_LOST, DISTANCE_ANY, {WORD_GOAL_LOST_UNDER, WORD_GOAL_LOST, WORD_GOAL_LOST_OVER}},
    {STATE_WITHIN, DISTANCE_ANY, {WORD_IN_GOAL, WORD_IN_GOAL, WORD_IN_GOAL}},
    {STATE_EARLY, DISTANCE_ANY, {WORD_DEADLINE_GAP, WORD_DEADLINE_GAP, WORD_DEADLINE_GAP}},
    {STATE_EARLY_OVER, DISTANCE_ANY, {WORD_DEADLINE_EXCESS, WORD_DEADLINE_EXCESS, WORD_DEADLINE_EXCESS}},
};

static enum state state_of(const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    bool reached = topic_standing(topic) == STANDING_REACHED;
    if (v->kind == VERDICT_PENDING)
        return topic_at_most(topic) ? STATE_EARLY_OVER : STATE_EARLY;
    if (v->upper && v->satisfied && !v->year_over && v->kind != VERDICT_STRETCH)
        return STATE_WITHIN;
    /* Being above another area is no task that one completes. */
    if (v->year_over && !topic_of_other(topic))
        return reached ? STATE_HELD : STATE_LOST;
    return reached ? STATE_REACHED : STATE_SHORT;
}

static bool falling(const struct number *number)
{
    return number && number_sign(number) < 0;
}

static enum distance distance_of(const struct desk *desk, const struct topic *topic, const char *unit)
{
    if (topic_is_growth(topic) && falling(topic->verdict->actual) && falling(topic->verdict->goal))
        return DISTANCE_FALL;
    return strcmp(unit, SAY(&desk->say, WORD_POINTS)) != 0 ? DISTANCE_AMOUNT : DISTANCE_POINTS;
}

static enum word against_word(enum state state, enum distance distance, struct shown gap)
{
    size_t i = 0;
    while (against_words[i].state != state ||
           (against_words[i].distance != distance && against_words[i].distance != DISTANCE_ANY))
        i++;
    return against_words[i].words[shown_sign(gap) + 1];
}

static const char *against(const struct desk *desk, const struct topic *topic)
{
    const char *unit = desk_gap_unit(desk, topic->measure, topic->indicator);
    struct shown gap = topic_gap(desk, topic);
    enum word word = against_word(state_of(topic), distance_of(desk, topic, unit), gap);
    const char *text = FILL(&desk->say, word, "标签", topic_goal_label(desk, topic), "目标",
                            topic_goal_labelled(desk, topic), "值", shown_size(&desk->say, gap), "单位", unit);
    if (topic->verdict->kind == VERDICT_PENDING && topic->verdict->accumulating)
        return arena_format(desk->arena, "%s，%s", text, SAY(&desk->say, WORD_NOT_BEGUN));
    if (topic->verdict->kind != VERDICT_STRETCH || topic->verdict->target->range)
        return text;
    return arena_format(desk->arena, "%s，%s", text,
                        FILL(&desk->say, WORD_STRETCH_REACHED, "目标", topic_stretch(desk, topic)));
}

/* How the figure stands to that of a year that the target names. */
static const char *moved_since(const struct desk *desk, const struct topic *topic, struct shown gap)
{
    static const enum word words[2][3] = {{WORD_UNDER_BASE_YEAR, WORD_SAME_BASE_YEAR, WORD_OVER_BASE_YEAR},
                                          {WORD_RANK_BASE_UP, WORD_RANK_BASE_SAME, WORD_RANK_BASE_DOWN}};
    return FILL(&desk->say, words[measure_is_place(topic->measure)][shown_sign(gap) + 1], "年",
                arena_format(desk->arena, "%d", topic->verdict->target->base_year), "值", shown_size(&desk->say, gap),
                "单位", desk_gap_unit(desk, topic->measure, topic->indicator));
}

/* up and down are held against an earlier year; the gap is that difference, of a place the smaller is the better. */
static const char *against_year_before(const struct desk *desk, const struct topic *topic)
{
    static const enum word words[2][3] = {{WORD_UNDER_YEAR_BEFORE, WORD_SAME_YEAR_BEFORE, WORD_OVER_YEAR_BEFORE},
                                          {WORD_RANK_YEAR_UP, WORD_RANK_YEAR_SAME, WORD_RANK_YEAR_DOWN}};
    const struct phrasing *p = &desk->say;
    struct shown gap = topic_gap(desk, topic);
    const char *moved = FILL(p, words[measure_is_place(topic->measure)][shown_sign(gap) + 1], "值", shown_size(p, gap),
                             "单位", desk_gap_unit(desk, topic->measure, topic->indicator));
    bool reached = topic_standing(topic) == STANDING_REACHED;
    if (topic->verdict->target->base_year)
        moved = moved_since(desk, topic, gap);
    if (topic_standing(topic) == STANDING_PENDING)
        return moved; /* before its deadline it is neither */
    return arena_format(desk->arena, "%s，%s", moved, SAY(p, reached ? WORD_NEED_MET : WORD_NEED_MISSED));
}

const char *topic_awaited(const struct desk *desk, const struct topic *topic)
{
    bool words = topic->verdict->target->op == OP_QUALITATIVE;
    return SAY(&desk->say, words ? WORD_QUALITATIVE_SAID : WORD_EXTERNAL_WAITING);
}

const char *topic_against(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    if (!v || !v->actual || !v->gap || topic_standing(topic) == STANDING_NO_DATA)
        return "";
    switch (ops[v->target->op].against) {
    case AGAINST_ONE:
        return "";
    case AGAINST_YEAR_BEFORE:
        return against_year_before(desk, topic);
    case AGAINST_NOTHING_YET:
        return topic_awaited(desk, topic);
    case AGAINST_FIGURE:
        break;
    }
    return against(desk, topic);
}

/* ---- pace ---- */

/* `size`: how far from the pace, or from what is due. */
static const char *paced(const struct desk *desk, const struct topic *topic, enum word word, struct shown size)
{
    const struct phrasing *p = &desk->say;
    return FILL(p, word, "数", topic_amount(desk, topic), "标签", topic_goal_label(desk, topic), "目标",
                topic_goal_labelled(desk, topic), "进度", shown_text(p, topic_progress(desk, topic)), "序时",
                shown_text(p, topic_pace(desk, topic)), "应", shown_text(p, topic_due(topic)), "单位",
                topic->indicator->unit, "值", shown_size(p, size));
}

/* By what is due: for whole units, and where rounding makes the percentages say other than the verdict. */
static const char *paced_by_due(const struct desk *desk, const struct topic *topic)
{
    struct shown distance = shown_difference(&desk->say, topic_actual(desk, topic), topic_due(topic));
    if (topic->verdict->kind != VERDICT_ON_PACE)
        return paced(desk, topic, WORD_DUE_SHORT, distance);
    return paced(desk, topic, shown_sign(distance) > 0 ? WORD_DUE_BEATEN : WORD_DUE_HELD, distance);
}

bool topic_is_paced(const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    return v->accumulating && !v->year_over && v->kind != VERDICT_MISSED && v->kind != VERDICT_PENDING;
}

const char *topic_pace_clause(const struct desk *desk, const struct topic *topic)
{
    static const enum word words[] = {WORD_PACE_LATE, WORD_PACE_EVEN, WORD_PACE_AHEAD};
    const struct verdict *v = topic->verdict;
    if (!v || !v->actual || !topic_is_paced(topic))
        return topic_against(desk, topic);
    bool on_pace = v->kind == VERDICT_ON_PACE;
    struct shown progress = topic_progress(desk, topic);
    struct shown lead = shown_difference(&desk->say, progress, topic_pace(desk, topic));
    if (topic_at_most(topic))
        return paced(desk, topic, on_pace ? WORD_LIMIT_HELD : WORD_LIMIT_LATE, lead);
    /* Within a range a percentage of its lower end means nothing. */
    if (v->kind == VERDICT_DONE)
        return paced(desk, topic, v->upper || !progress.number ? WORD_PACE_DONE_PLAIN : WORD_PACE_DONE, lead);
    if (desk_counts(desk, topic->indicator) || !lead.number || (shown_sign(lead) >= 0) != on_pace)
        return paced_by_due(desk, topic);
    return paced(desk, topic, words[shown_sign(lead) + 1], lead);
}

/* ---- what is still needed ---- */

static int first_year(const struct desk *desk, const struct topic *topic)
{
    int first = target_first_year(topic->verdict->target);
    return topic->measure == MEASURE_TOTAL && first ? first : desk->period.year;
}

static int last_year(const struct desk *desk, const struct topic *topic)
{
    int last = target_last_year(topic->verdict->target);
    return topic->measure == MEASURE_TOTAL && last ? last : desk->period.year;
}

/* Whether the target is this year's alone, as all are but those over years. */
static bool yearly(const struct desk *desk, const struct topic *topic)
{
    return last_year(desk, topic) == desk->period.year && first_year(desk, topic) == desk->period.year;
}

/* 第四季度, 12月. */
const char *topic_rest(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    int months = period_months(desk->period), last = last_year(desk, topic);
    if (last > desk->period.year)
        return FILL(p, WORD_REST_YEARS, "年", arena_format(desk->arena, "%d", last));
    if (desk->period.frequency == FREQUENCY_MONTH) {
        const char *from = arena_format(desk->arena, "%d", months + 1);
        return months == 11 ? FILL(p, WORD_REST_MONTH, "月", from) : FILL(p, WORD_REST_MONTHS, "起", from, "止", "12");
    }
    static const enum word quarters[] = {WORD_REST_QUARTERS, WORD_REST_HALF};
    if (desk->period.part >= 3)
        return FILL(p, WORD_REST_QUARTER, "季", SAY(p, WORD_FOURTH));
    return SAY(p, quarters[desk->period.part - 1]);
}

/* 前9个月. */
const char *topic_so_far(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    int first = first_year(desk, topic);
    if (first < desk->period.year)
        return FILL(p, WORD_SO_FAR_YEARS, "起", arena_format(desk->arena, "%d", first));
    return FILL(p, WORD_SO_FAR_MONTHS, "月", arena_format(desk->arena, "%d", period_months(desk->period)));
}

/* A figure of what is needed, which the verdict has rounded. */
static struct shown needed(const struct topic *topic, const struct number *number)
{
    return (struct shown){number, measure_decimals(MEASURE_VALUE, topic->indicator)};
}

struct shown topic_need_times(const struct desk *desk, const struct topic *topic)
{
    const struct number *per_month = topic->verdict->per_month, *before = topic->verdict->so_far_per_month;
    if (!per_month || !before || number_sign(before) <= 0)
        return (struct shown){NULL, 1};
    return shown_of(&desk->say, number_divide(desk->arena, per_month, before), 1);
}

static const char *growth_needed(const struct desk *desk, const struct topic *topic)
{
    static const enum word words[] = {WORD_NEED_GROWTH_DOWN, WORD_NEED_GROWTH_FLAT, WORD_NEED_GROWTH};
    struct shown growth = {topic->verdict->growth_needed, topic->indicator->rate_decimals};
    if (!growth.number)
        return "";
    return FILL(&desk->say, words[shown_sign(growth) + 1], "值", shown_size(&desk->say, growth));
}

/* Nothing where the rest is a single month, or things are counted one by one. */
static const char *month_needed(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct verdict *v = topic->verdict;
    const char *unit = desk_unit(desk, MEASURE_VALUE, topic->indicator);
    if ((yearly(desk, topic) && period_months(desk->period) == 11) || desk_counts(desk, topic->indicator))
        return "";
    struct shown times = topic_need_times(desk, topic);
    const char *month = FILL(p, WORD_NEED_MONTH, "值", shown_text(p, needed(topic, v->per_month)), "单位", unit);
    const char *before = shown_text(p, needed(topic, v->so_far_per_month)), *period = topic_so_far(desk, topic);
    const char *beside =
        times.number ? FILL(p, WORD_NEED_TIMES, "期", period, "值", before, "单位", unit, "倍", shown_text(p, times))
                     : FILL(p, WORD_NEED_SO_FAR, "期", period, "值", before, "单位", unit);
    return arena_format(desk->arena, "%s%s", month, beside);
}

void topic_tell_need(const struct desk *desk, const struct topic *topic)
{
    desk_tell(desk, topic->indicator);
    if (desk->mentioned)
        desk->mentioned->need = true;
}

const char *topic_need(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct verdict *v = topic->verdict;
    /* A target that is reached asks for nothing: only those behind are told how much it would take. */
    if (!v || !v->to_do || !number_sign(v->to_do) || topic_standing(topic) != STANDING_BEHIND)
        return "";
    topic_tell_need(desk, topic);
    const char *goal = yearly(desk, topic) ? SAY(p, WORD_YEAR_GOAL) : topic_goal_label(desk, topic);
    const char *amount =
        FILL(p, WORD_NEED_AMOUNT, "目标", goal, "剩余", topic_rest(desk, topic), "值",
             shown_text(p, needed(topic, v->to_do)), "单位", desk_unit(desk, MEASURE_VALUE, topic->indicator));
    return arena_format(desk->arena, "%s%s%s", amount, growth_needed(desk, topic), month_needed(desk, topic));
}
