/* SPDX-License-Identifier: MIT */
#include "words/gap.h"

#include "words/goal.h"
#include "words/goal_kind.h"
#include "words/lag.h"
#include "words/sentence_target.h"

/* ---- kinds ---- */

enum gap_kind topic_gap_kind(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    if (target_is_milestone(v->target) || (ops[v->target->op].unjudged && v->target->op != OP_COMPARE))
        return GAP_NONE;
    if (v->accumulating)
        return topic_counts(desk, topic) ? GAP_DUE : GAP_PACE;
    if (topic_is_growth(topic))
        return GAP_GROWTH;
    if (measure_is_place(topic->measure) || indicator_is_place(topic->indicator))
        return GAP_PLACE;
    return measure_in_points(topic->measure) || measure_in_percent(topic->measure, topic->indicator) ? GAP_SHARE
                                                                                                     : GAP_LEVEL;
}

enum gap_kind lane_gap_kind(const struct desk *desk, const struct lane *lane)
{
    struct areas areas = areas_below(desk);
    for (size_t i = 0; i < areas.count; i++) {
        struct topic topic = lane_topic(desk, lane, areas.items[i]);
        if (topic.verdict)
            return topic_gap_kind(desk, &topic);
    }
    return GAP_NONE;
}

const char *gap_unit(const struct desk *desk, enum gap_kind kind, const struct indicator *indicator)
{
    switch (kind) {
    case GAP_GROWTH:
    case GAP_PACE:
    case GAP_SHARE:
        return SAY(&desk->say, WORD_POINTS);
    case GAP_PLACE:
        return SAY(&desk->say, WORD_PLACES);
    case GAP_DUE:
    case GAP_LEVEL:
        return indicator->unit;
    case GAP_NONE:
        break;
    }
    return "";
}

/* ---- the figure ---- */

static struct shown turned(const struct desk *desk, struct shown figure)
{
    if (figure.number)
        figure.number = number_negate(desk->arena, figure.number);
    return figure;
}

/* Within two ends there is no better: only what lies beyond one of them is short of something. */
static struct shown beyond(const struct desk *desk, const struct topic *topic)
{
    struct shown gap = topic_gap(desk, topic);
    if (topic->verdict->satisfied || !gap.number)
        return (struct shown){NULL, gap.decimals};
    gap.number = number_absolute(desk->arena, gap.number);
    return turned(desk, gap);
}

/* To the pace; of whole units, where that would contradict the verdict, to the share that is due. */
static struct shown pace_gap(const struct desk *desk, const struct topic *topic)
{
    struct shown progress = topic_progress(desk, topic);
    struct shown gap = shown_difference(&desk->say, progress, topic_pace(desk, topic));
    bool good = verdict_good(topic->verdict) == GOOD_BELOW ? shown_sign(gap) <= 0 : shown_sign(gap) >= 0;
    if (good == (topic_standing(topic) != STANDING_BEHIND))
        return gap;
    const struct verdict *v = topic->verdict;
    if (!v->due || !v->target_value || number_sign(v->target_value) <= 0)
        return gap;
    const struct number *full = number_integer(desk->arena, 100);
    const struct number *share =
        number_divide(desk->arena, number_multiply(desk->arena, v->due, full), v->target_value);
    return shown_difference(&desk->say, progress, shown_of(&desk->say, share, progress.decimals));
}

/* Of a comparison the indicator says which side is the better one. */
static bool below_is_good(const struct topic *topic)
{
    enum op_good good = verdict_good(topic->verdict);
    return good == GOOD_BELOW || (good == GOOD_NOWHERE && topic->indicator->better == BETTER_LOWER);
}

struct shown topic_signed_gap(const struct desk *desk, const struct topic *topic, enum gap_kind kind)
{
    const struct verdict *v = topic->verdict;
    struct shown gap = {NULL, 0};
    if (kind == GAP_NONE || topic_standing(topic) == STANDING_NO_DATA)
        return gap;
    if (verdict_good(v) == GOOD_WITHIN)
        return beyond(desk, topic);
    if (kind == GAP_PACE && v->accumulating)
        gap = pace_gap(desk, topic);
    else if (kind == GAP_DUE && v->accumulating)
        gap = shown_difference(&desk->say, topic_actual(desk, topic), topic_due(topic));
    else
        gap = topic_standing(topic) == STANDING_BEHIND ? topic_distance(desk, topic) : topic_gap(desk, topic);
    return below_is_good(topic) ? turned(desk, gap) : gap;
}

enum cell_mark topic_mark_shown(const struct topic *topic)
{
    switch (topic_standing(topic)) {
    case STANDING_REACHED:
        return MARK_REACHED;
    case STANDING_BEHIND:
        return MARK_BEHIND;
    case STANDING_PENDING:
        return MARK_PENDING;
    case STANDING_NO_DATA:
        return MARK_MISSING;
    case STANDING_REFERENCE:
        break;
    }
    return MARK_NONE;
}

/* +0.4, -4.9, 0.0: what is nothing has no sign. */
static const char *signed_text(const struct desk *desk, struct shown figure)
{
    const char *text = shown_text(&desk->say, figure);
    return shown_sign(figure) > 0 ? FILL(&desk->say, WORD_CELL_FASTER, "值", text) : text;
}

struct cell topic_gap_cell(const struct desk *desk, const struct topic *topic, enum gap_kind kind)
{
    enum cell_mark mark = topic_mark_shown(topic);
    if (!topic->verdict)
        return cell_text(SAY(&desk->say, WORD_CELL_NO_TARGET));
    struct cell cell;
    struct shown gap = topic_signed_gap(desk, topic, kind);
    if (mark == MARK_MISSING)
        cell = topic_verdict(desk, topic);
    else if (gap.number && mark != MARK_PENDING) {
        cell = shown_cell(desk, gap);
        cell.text = signed_text(desk, gap);
    } else
        cell = cell_text("");
    if (gap.number)
        desk_tell(desk, topic->indicator);
    cell.mark = mark;
    cell.tone = mark == MARK_BEHIND ? TONE_BAD : mark == MARK_MISSING ? TONE_WAITING : TONE_PLAIN;
    return cell;
}

/* ---- in words ---- */

/* What is reached, and by how much. */
static const char *reached_text(const struct desk *desk, const struct topic *topic)
{
    static const enum word over[] = {
        [GAP_GROWTH] = WORD_STATE_OVER, [GAP_PACE] = WORD_STATE_FASTER,      [GAP_DUE] = WORD_STATE_MORE,
        [GAP_SHARE] = WORD_STATE_OVER,  [GAP_PLACE] = WORD_STATE_OVER_PLACE, [GAP_LEVEL] = WORD_STATE_BEYOND};
    const struct phrasing *p = &desk->say;
    enum gap_kind kind = topic_gap_kind(desk, topic);
    struct shown gap = topic_signed_gap(desk, topic, kind);
    bool below = verdict_good(topic->verdict) == GOOD_BELOW;
    if (!gap.number || kind == GAP_NONE || shown_sign(gap) <= 0)
        return topic_verdict(desk, topic).text;
    if (topic->verdict->year_over && (kind == GAP_PACE || kind == GAP_DUE) && !below) {
        gap = topic_signed_gap(desk, topic, GAP_LEVEL);
        return FILL(p, WORD_STATE_BEYOND, "值", shown_size(p, gap), "单位", topic->indicator->unit);
    }
    enum word word = below && kind != GAP_PLACE ? WORD_STATE_UNDER : over[kind];
    return FILL(p, word, "值", shown_size(p, gap), "单位", gap_unit(desk, kind, topic->indicator));
}

struct cell topic_state_cell(const struct desk *desk, const struct topic *topic)
{
    struct cell cell = topic_verdict(desk, topic);
    enum cell_mark mark = topic_mark_shown(topic);
    if (mark == MARK_NONE)
        return cell_empty();
    if (mark == MARK_BEHIND) {
        struct lag lag = topic_lag(desk, topic);
        cell = cell_text(*lag.text ? lag.text : cell.text);
    } else if (mark == MARK_REACHED) {
        cell = cell_text(reached_text(desk, topic));
    }
    cell.mark = mark == MARK_MISSING ? MARK_NONE : mark;
    cell.tone = mark == MARK_BEHIND ? TONE_BAD : mark == MARK_MISSING ? TONE_WAITING : TONE_PLAIN;
    return cell;
}
