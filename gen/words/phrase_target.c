/* SPDX-License-Identifier: MIT */
#include "words/phrase.h"

/* ---- against a target ---- */

static const char *aimed(const struct phrasing *p, enum word word, const struct aim *aim, struct shown gap)
{
    return FILL(p, word, "标签", aim->label, "目标", aim->goal, "值", shown_size(p, gap), "单位", aim->unit);
}

static const char *aimed_plain(const struct phrasing *p, enum word word, const struct aim *aim)
{
    return FILL(p, word, "标签", aim->label, "目标", aim->goal);
}

/* Where the figure stands to the target while the year lasts, and at its end. */
enum outcome { OPEN, HELD, LOST };

const char *phrase_against(const struct phrasing *p, const struct aim *aim, struct shown gap)
{
    /* By the gap's sign: below, on, above the target; then of falls, where a lower figure is a larger fall. */
    static const enum word words[][2][3] = {
        [OPEN] = {{WORD_UNDER_GOAL, WORD_AT_GOAL, WORD_OVER_GOAL}, {WORD_MORE_FALL, WORD_AT_GOAL, WORD_LESS_FALL}},
        [HELD] = {{WORD_GOAL_HELD_UNDER, WORD_GOAL_HELD, WORD_GOAL_HELD_OVER},
                  {WORD_GOAL_HELD_MORE_FALL, WORD_GOAL_HELD, WORD_GOAL_HELD_LESS_FALL}},
        [LOST] = {{WORD_GOAL_LOST_UNDER, WORD_GOAL_LOST, WORD_GOAL_LOST_OVER},
                  {WORD_GOAL_LOST_MORE_FALL, WORD_GOAL_LOST, WORD_GOAL_LOST_LESS_FALL}},
    };
    int side = number_sign(gap.number) + 1;
    enum outcome outcome = !aim->final ? OPEN : aim->reached ? HELD : LOST;
    if (side != 1 && aim->final && aim->amount && (side == 2) == aim->reached)
        return aimed(p, aim->reached ? WORD_GOAL_HELD_EXCESS : WORD_GOAL_LOST_SHORT, aim, gap);
    if (side != 1)
        return aimed(p, words[outcome][aim->fall][side], aim, gap);
    /* On the target and not reached: > and <, or an unrounded figure just short of it. */
    if (!aim->final && !aim->reached)
        return aimed_plain(p, WORD_TOUCHING_GOAL, aim);
    return aimed_plain(p, words[outcome][false][side], aim);
}

/* ---- pace ---- */

/* By what is due: for whole units, and where rounding makes the percentages say other than the verdict. */
static const char *by_due(const struct phrasing *p, const struct aim *aim, const struct pace *pace)
{
    struct shown distance = shown_difference(p, pace->actual, pace->due);
    enum word word = !pace->on_pace                     ? WORD_DUE_SHORT
                     : number_sign(distance.number) > 0 ? WORD_DUE_BEATEN
                                                        : WORD_DUE_HELD;
    const char *due = shown_text(p, pace->due);
    if (word == WORD_DUE_HELD)
        return FILL(p, word, "数", pace->amount, "标签", aim->label, "目标", aim->goal, "应", due, "单位", pace->unit);
    return FILL(p, word, "数", pace->amount, "标签", aim->label, "目标", aim->goal, "应", due, "单位", pace->unit, "值",
                shown_size(p, distance));
}

static const char *within_limit(const struct phrasing *p, const struct aim *aim, const struct pace *pace)
{
    return FILL(p, pace->on_pace ? WORD_LIMIT_HELD : WORD_LIMIT_LATE, "数", pace->amount, "标签", aim->label, "目标",
                aim->goal, "应", shown_text(p, pace->due), "单位", pace->unit);
}

const char *phrase_pace(const struct phrasing *p, const struct aim *aim, const struct pace *pace)
{
    static const enum word words[] = {WORD_PACE_LATE, WORD_PACE_EVEN, WORD_PACE_AHEAD};
    const char *progress = shown_text(p, pace->progress), *due = shown_text(p, pace->pace);
    if (aim->at_most)
        return within_limit(p, aim, pace);
    if (pace->done && !pace->progress.number)
        return FILL(p, WORD_PACE_DONE_PLAIN, "数", pace->amount, "标签", aim->label, "目标", aim->goal);
    if (pace->done)
        return FILL(p, WORD_PACE_DONE, "数", pace->amount, "标签", aim->label, "目标", aim->goal, "进度", progress);
    struct shown lead = shown_difference(p, pace->progress, pace->pace);
    if (pace->whole_units || !lead.number || (number_sign(lead.number) >= 0) != pace->on_pace)
        return by_due(p, aim, pace);
    enum word word = words[number_sign(lead.number) + 1];
    if (word == WORD_PACE_EVEN)
        return FILL(p, word, "数", pace->amount, "标签", aim->label, "目标", aim->goal, "进度", progress, "序时", due);
    return FILL(p, word, "数", pace->amount, "标签", aim->label, "目标", aim->goal, "进度", progress, "序时", due, "值",
                shown_size(p, lead));
}

/* ---- what is still needed ---- */

struct shown need_times(const struct phrasing *p, struct shown per_month, struct shown so_far_per_month)
{
    if (!per_month.number || !so_far_per_month.number || number_sign(so_far_per_month.number) <= 0)
        return (struct shown){NULL, 1};
    return shown_of(p, number_divide(p->arena, per_month.number, so_far_per_month.number), 1);
}

static const char *growth_clause(const struct phrasing *p, const struct need *need)
{
    static const enum word words[] = {WORD_NEED_GROWTH_DOWN, WORD_NEED_GROWTH_FLAT, WORD_NEED_GROWTH};
    if (!need->growth.number)
        return "";
    enum word word = words[number_sign(need->growth.number) + 1];
    return word == WORD_NEED_GROWTH_FLAT ? SAY(p, word) : FILL(p, word, "值", shown_size(p, need->growth));
}

static const char *month_clause(const struct phrasing *p, const struct need *need)
{
    if (need->no_mean)
        return "";
    struct shown times = need_times(p, need->per_month, need->so_far_per_month);
    const char *so_far = shown_text(p, need->so_far_per_month);
    const char *month = FILL(p, WORD_NEED_MONTH, "值", shown_text(p, need->per_month), "单位", need->unit);
    const char *beside = times.number ? FILL(p, WORD_NEED_TIMES, "期", need->so_far, "值", so_far, "单位", need->unit,
                                             "倍", shown_text(p, times))
                                      : FILL(p, WORD_NEED_SO_FAR, "期", need->so_far, "值", so_far, "单位", need->unit);
    return arena_format(p->arena, "%s%s", month, beside);
}

const char *phrase_need(const struct phrasing *p, const struct need *need)
{
    const char *amount = FILL(p, WORD_NEED_AMOUNT, "目标", need->goal, "剩余", need->rest, "值",
                              shown_text(p, need->to_do), "单位", need->unit);
    return arena_format(p->arena, "%s%s%s", amount, growth_clause(p, need), month_clause(p, need));
}
