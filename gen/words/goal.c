/* SPDX-License-Identifier: MIT */
#include "words/goal.h"

#include "check/measure.h"

/* ---- what is asked for ---- */

bool topic_at_most(const struct topic *topic)
{
    return op_at_most(topic->verdict->target->op);
}

/* 加0.5个百分点; "" where the target is the other area's figure itself. */
static const char *addition(const struct desk *desk, const struct topic *topic)
{
    const struct target *t = topic->verdict->target;
    int sign = t->value ? number_sign(t->value) : 0;
    if (!sign)
        return "";
    return FILL(&desk->say, sign > 0 ? WORD_PLUS : WORD_MINUS, "值",
                number_plain(desk->arena, number_absolute(desk->arena, t->value), 10), "单位",
                desk_gap_unit(desk, topic->measure, topic->indicator));
}

const char *topic_other_name(const struct desk *desk, const struct topic *topic)
{
    const struct target *t = topic->verdict->target;
    const struct area *other = t->of_parent ? topic->area->parent : t->of_area;
    return other ? other->name : desk->region->name;
}

bool topic_of_other(const struct topic *topic)
{
    return topic->verdict->target->of_parent || topic->verdict->target->of_area;
}

const char *topic_goal_label(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct target *t = topic->verdict->target;
    if (topic_of_other(topic) && *addition(desk, topic))
        return FILL(p, WORD_GOAL_LABEL_AREA_PLUS, "地区", topic_other_name(desk, topic), "加", addition(desk, topic));
    if (topic_of_other(topic))
        return FILL(p, WORD_GOAL_LABEL_AREA, "地区", topic_other_name(desk, topic));
    int first = target_first_year(t), last = target_last_year(t);
    if (topic_within_year(t->due))
        return FILL(p, WORD_GOAL_LABEL_BY, "期限", topic_deadline(desk, t->due));
    if (t->deadline)
        return FILL(p, WORD_GOAL_LABEL_TO, "年", arena_format(desk->arena, "%d", t->to));
    if (!last)
        return SAY(p, WORD_GOAL_LABEL_ALWAYS);
    if (op_at_most(t->op) && t->value && number_sign(t->value) >= 0 && topic_is_growth(topic))
        return SAY(p, WORD_GOAL_LABEL_LIMIT);
    if (first < last && (measures[topic->measure].over_years || target_is_milestone(t)))
        return FILL(p, WORD_GOAL_LABEL_SPAN, "起", arena_format(desk->arena, "%d", first), "止",
                    arena_format(desk->arena, "%d", last));
    return SAY(p, WORD_GOAL_LABEL_YEAR);
}

/* A target as it was written, never rounded; with % or, when wanted, the unit. */
static const char *figure(const struct desk *desk, const struct topic *topic, const struct number *number,
                          bool with_unit)
{
    const char *unit = desk_unit(desk, topic->measure, topic->indicator);
    bool percent = measure_in_percent(topic->measure, topic->indicator);
    return arena_format(desk->arena, "%s%s", number_plain(desk->arena, number, 10), with_unit || percent ? unit : "");
}

/* The figure that another area's comes to, with what is added; "" when that area has none. */
static const char *other_figure(const struct desk *desk, const struct topic *topic, bool with_unit)
{
    int decimals = measure_decimals(topic->measure, topic->indicator);
    if (!topic->verdict->target_value)
        return "";
    /* What is added may have more places than a figure of the indicator. */
    const struct number *added = topic->verdict->target->value;
    while (added && decimals < 10 &&
           number_compare(added, number_round(desk->arena, added, decimals, ROUND_FLOOR)) != 0)
        decimals++;
    struct shown value = shown_of(&desk->say, topic->verdict->target_value, decimals);
    const char *unit = desk_unit(desk, topic->measure, topic->indicator);
    bool percent = measure_in_percent(topic->measure, topic->indicator);
    return arena_format(desk->arena, "%s%s", shown_text(&desk->say, value), with_unit || percent ? unit : "");
}

/* 全省（7.1%）, 全省加0.5个百分点（7.6%）: the figure of another area, plus something. */
static const char *of_area(const struct desk *desk, const struct topic *topic, bool with_unit)
{
    const struct phrasing *p = &desk->say;
    const char *name = topic_other_name(desk, topic), *value = other_figure(desk, topic, with_unit);
    if (!*value)
        return FILL(p, WORD_GOAL_OF_AREA_NONE, "地区", name);
    return FILL(p, WORD_GOAL_OF_AREA, "地区", name, "加", addition(desk, topic), "值", value);
}

/* −2 % at most is spoken as 下降2%以上. */
static const char *upper_goal(const struct desk *desk, const struct topic *topic, bool with_unit)
{
    const struct number *value = topic->verdict->target->value;
    if (topic->verdict->target->range)
        return FILL(&desk->say, WORD_GOAL_BETWEEN, "下限",
                    number_plain(desk->arena, topic->verdict->target->stretch, 10), "上限",
                    figure(desk, topic, value, with_unit));
    if (measure_is_place(topic->measure))
        return FILL(&desk->say, WORD_GOAL_RANK, "值", number_plain(desk->arena, value, 0));
    bool fall = number_sign(value) < 0 && topic_is_growth(topic);
    if (fall)
        return FILL(&desk->say, WORD_GOAL_FALL, "值",
                    figure(desk, topic, number_absolute(desk->arena, value), with_unit));
    return FILL(&desk->say, WORD_GOAL_AT_MOST, "值", figure(desk, topic, value, with_unit));
}

enum word goal_word(enum target_op op, bool place)
{
    switch (op) {
    case OP_UP:
        return place ? WORD_GOAL_RANK_UP : WORD_GOAL_UP;
    case OP_DOWN:
        return place ? WORD_GOAL_RANK_DOWN : WORD_GOAL_DOWN;
    case OP_EXTERNAL:
        return WORD_GOAL_EXTERNAL;
    case OP_QUALITATIVE:
        return WORD_GOAL_QUALITATIVE;
    case OP_DONE:
        return WORD_GOAL_DONE;
    case OP_COMPARE:
    case OP_AT_LEAST:
    case OP_ABOVE:
    case OP_AT_MOST:
    case OP_BELOW:
    case OP_BETWEEN:
    case OP_ABOUT:
        break;
    }
    return WORD_COUNT;
}

/* Held against the end of a year that is named. */
static const char *base_goal(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct target *t = topic->verdict->target;
    const char *year = arena_format(desk->arena, "%d", t->base_year);
    if (measure_is_place(topic->measure))
        return t->op == OP_UP ? FILL(p, WORD_GOAL_RANK_UP_BASE, "年", year)
                              : FILL(p, WORD_GOAL_RANK_DOWN_BASE, "年", year);
    return t->op == OP_UP ? FILL(p, WORD_GOAL_UP_BASE, "年", year) : FILL(p, WORD_GOAL_DOWN_BASE, "年", year);
}

/* 2—3%: a floor with what is hoped for. */
static const char *lower_goal(const struct desk *desk, const struct topic *topic, bool with_unit)
{
    const struct target *t = topic->verdict->target;
    if (t->range)
        return FILL(&desk->say, WORD_GOAL_BETWEEN, "下限", number_plain(desk->arena, t->value, 10), "上限",
                    figure(desk, topic, t->stretch, with_unit));
    return figure(desk, topic, t->value, with_unit);
}

static const char *goal_figure(const struct desk *desk, const struct topic *topic, bool with_unit)
{
    const struct phrasing *p = &desk->say;
    const struct target *t = topic->verdict->target;
    switch (t->op) {
    case OP_AT_LEAST:
        return lower_goal(desk, topic, with_unit);
    case OP_ABOVE:
        return t->range ? lower_goal(desk, topic, with_unit)
                        : FILL(p, WORD_GOAL_ABOVE, "值", figure(desk, topic, t->value, with_unit));
    case OP_AT_MOST:
        return upper_goal(desk, topic, with_unit);
    case OP_BELOW:
        return t->range ? upper_goal(desk, topic, with_unit)
                        : FILL(p, WORD_GOAL_BELOW, "值", figure(desk, topic, t->value, with_unit));
    case OP_BETWEEN:
        return FILL(p, WORD_GOAL_BETWEEN, "下限", number_plain(desk->arena, t->value, 10), "上限",
                    figure(desk, topic, t->upper, with_unit));
    case OP_ABOUT: {
        const struct verdict *v = topic->verdict;
        const struct number *tolerance = number_subtract(desk->arena, v->upper, v->target_value);
        return FILL(p, WORD_GOAL_ABOUT, "值", number_plain(desk->arena, v->target_value, 10), "容差",
                    figure(desk, topic, tolerance, with_unit));
    }
    case OP_UP:
    case OP_DOWN:
    case OP_EXTERNAL:
    case OP_QUALITATIVE:
    case OP_DONE:
    case OP_COMPARE:
        break;
    }
    return SAY(p, goal_word(t->op, measure_is_place(topic->measure)));
}

const char *topic_goal(const struct desk *desk, const struct topic *topic, bool with_unit)
{
    const struct target *t = topic->verdict->target;
    if (t->of_parent || t->of_area)
        return of_area(desk, topic, with_unit);
    if (t->base_year)
        return base_goal(desk, topic);
    const char *goal = goal_figure(desk, topic, with_unit);
    return t->hoped ? FILL(&desk->say, WORD_GOAL_HOPED, "值", goal) : goal;
}

const char *topic_goal_labelled(const struct desk *desk, const struct topic *topic)
{
    return topic_of_other(topic) ? other_figure(desk, topic, true) : topic_goal(desk, topic, true);
}

const char *topic_stretch(const struct desk *desk, const struct topic *topic)
{
    return arena_format(desk->arena, "%s%s", number_plain(desk->arena, topic->verdict->target->stretch, 10),
                        desk_unit(desk, topic->measure, topic->indicator));
}

/* ---- the verdict in words ---- */

static enum word judged_word(const struct topic *topic, bool met)
{
    const struct verdict *v = topic->verdict;
    const struct target *t = v->target;
    if (v->year_over) {
        bool over_years = measures[topic->measure].over_years && target_first_year(t) < target_last_year(t);
        bool yearly = !t->deadline && target_last_year(t) && !over_years && topic->measure != MEASURE_TOTAL &&
                      !target_is_milestone(t);
        if (yearly)
            return met ? WORD_VERDICT_YEAR_MET : WORD_VERDICT_YEAR_MISSED;
        return met ? WORD_VERDICT_END_MET : WORD_VERDICT_END_MISSED;
    }
    if (target_is_milestone(t))
        return met ? WORD_VERDICT_END_MET : WORD_VERDICT_END_MISSED;
    if (topic_is_growth(topic) && op_at_most(t->op))
        return met ? WORD_VERDICT_LIMIT_MET : WORD_VERDICT_LIMIT_MISSED;
    if (topic_is_growth(topic))
        return met ? WORD_VERDICT_GROWTH_MET : WORD_VERDICT_GROWTH_MISSED;
    return met ? WORD_VERDICT_MET : WORD_VERDICT_MISSED;
}

static enum word pending_word(const struct verdict *verdict)
{
    if (verdict->target->op == OP_QUALITATIVE)
        return WORD_VERDICT_QUALITATIVE;
    if (ops[verdict->target->op].against == AGAINST_NOTHING_YET)
        return WORD_VERDICT_EXTERNAL;
    return verdict->accumulating ? WORD_VERDICT_NOT_BEGUN : WORD_VERDICT_PENDING;
}

static enum word verdict_word(const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    switch (v->kind) {
    case VERDICT_STRETCH:
        return WORD_VERDICT_STRETCH;
    case VERDICT_MET:
    case VERDICT_MISSED:
        return judged_word(topic, v->kind == VERDICT_MET);
    case VERDICT_DONE:
        return WORD_VERDICT_DONE;
    case VERDICT_ON_PACE:
        return v->spanning ? WORD_VERDICT_PLAN_MET : WORD_VERDICT_ON_PACE;
    case VERDICT_BEHIND:
        return v->spanning ? WORD_VERDICT_PLAN_MISSED : WORD_VERDICT_BEHIND;
    case VERDICT_PENDING:
        return pending_word(v);
    case VERDICT_NO_DATA:
        return v->result && v->result->flag == FLAG_NO_DATA ? WORD_VERDICT_NO_DATA : WORD_VERDICT_NO_BASE;
    case VERDICT_COMPARED:
        return WORD_VERDICT_COMPARED;
    case VERDICT_NO_TARGET:
        break;
    }
    return WORD_VERDICT_NO_TARGET;
}

struct cell topic_verdict(const struct desk *desk, const struct topic *topic)
{
    static const enum cell_tone tones[] = {TONE_GOOD, TONE_BAD, TONE_WAITING, TONE_WAITING, TONE_MUTED};
    struct cell cell = cell_text(SAY(&desk->say, topic->verdict ? verdict_word(topic) : WORD_VERDICT_NO_TARGET));
    cell.tone = tones[topic_standing(topic)];
    return cell;
}

const char *topic_outcome(const struct desk *desk, const struct topic *topic, enum verdict_kind kind)
{
    struct verdict verdict = *topic->verdict;
    struct topic other = *topic;
    verdict.kind = kind;
    other.verdict = &verdict;
    return topic_verdict(desk, &other).text;
}

/* ---- its figures as printed ---- */

static int decimals_of(const struct topic *topic)
{
    return measure_decimals(topic->measure, topic->indicator);
}

struct shown topic_actual(const struct desk *desk, const struct topic *topic)
{
    desk_tell(desk, topic->indicator);
    return shown_of(&desk->say, topic->verdict->actual, decimals_of(topic));
}

/* A target may have more places than its indicator prints; the gap of two printed figures then has as many. */
struct shown topic_gap(const struct desk *desk, const struct topic *topic)
{
    const struct number *gap = topic->verdict->gap;
    int decimals = decimals_of(topic);
    desk_tell(desk, topic->indicator);
    while (gap && !desk->dataset->settings.compare_exact && decimals < 10 &&
           number_compare(gap, number_round(desk->arena, gap, decimals, ROUND_FLOOR)) != 0)
        decimals++;
    return shown_of(&desk->say, gap, decimals);
}

struct shown topic_progress(const struct desk *desk, const struct topic *topic)
{
    desk_tell(desk, topic->indicator);
    return shown_of(&desk->say, topic->verdict->progress, topic->indicator->rate_decimals);
}

void topic_tell_pace(const struct desk *desk)
{
    if (desk->mentioned)
        desk->mentioned->pace = true;
}

struct shown topic_due(const struct topic *topic)
{
    return (struct shown){topic->verdict->due, decimals_of(topic)};
}

struct shown topic_pace(const struct desk *desk, const struct topic *topic)
{
    topic_tell_pace(desk);
    return shown_of(&desk->say, topic->verdict->pace, topic->indicator->rate_decimals);
}

struct cell topic_gap_or_progress(const struct desk *desk, const struct topic *topic)
{
    if (!topic->verdict)
        return cell_empty();
    struct shown progress = topic_progress(desk, topic);
    if (!progress.number || !topic->verdict->accumulating)
        return shown_cell(desk, topic_gap(desk, topic));
    const char *number = shown_text(&desk->say, progress);
    return cell_number(number, arena_format(desk->arena, "%s%%", number));
}

const char *topic_mark(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    if (!v || !desk->dataset->settings.compare_exact || !v->gap || !number_sign(v->gap))
        return "";
    if (number_sign(topic_gap(desk, topic).number) != 0 || !v->goal)
        return "";
    return SAY(&desk->say, number_sign(v->gap) > 0 ? WORD_MARK_ABOVE : WORD_MARK_BELOW);
}
