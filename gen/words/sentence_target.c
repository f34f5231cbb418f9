/* SPDX-License-Identifier: MIT */
#include "words/sentence_target.h"

#include "words/goal.h"
#include "words/goal_kind.h"
#include "words/sentence_growth.h"

#include <string.h>

/* ---- against a figure ---- */

/* How the figure stands to the target: while the year lasts, at its end, and before a deadline. The other side: a rise
 * where a fall is wanted, or a fall where growth may be lost or gained. */
enum state {
    STATE_MET,
    STATE_MET_OTHER_SIDE,
    STATE_MISSED,
    STATE_MISSED_OTHER_SIDE,
    STATE_MISSED_UNMOVED,
    STATE_SHORT,
    STATE_EARLY,
    STATE_HELD,
    STATE_LOST,
    STATE_HOPE_HELD,
    STATE_HOPE_LOST
};
enum { ANY_KIND = -1 };
/* The distance of a growth this far from its target says nothing. */
enum { FAR_POINTS = 100 };

#define ALL(word)                                                                                                      \
    {                                                                                                                  \
        word, word, word                                                                                               \
    }

/* The words of a kind and a state, by the gap's sign: below, on, above the target; the first row that fits. On the
 * target and not reached: > and <, or an unrounded figure just short of it. */
static const struct {
    int kind;
    enum state state;
    enum word words[3];
} against_words[] = {
    {GOAL_BAND, STATE_MET, ALL(WORD_IN_GOAL)},
    {GOAL_BAND, STATE_MISSED, {WORD_UNDER_LOWER_END, WORD_IN_GOAL, WORD_OVER_UPPER_END}},
    {GOAL_BAND, STATE_SHORT, {WORD_UNDER_LOWER_END, WORD_IN_GOAL, WORD_OVER_UPPER_END}},
    {GOAL_BAND, STATE_EARLY, ALL(WORD_IN_GOAL)},
    {GOAL_BAND, STATE_LOST, {WORD_LOST_UNDER_LOWER_END, WORD_GOAL_LOST, WORD_LOST_OVER_UPPER_END}},
    {GOAL_ABOUT, STATE_MET, ALL(WORD_AT_GOAL)},
    {GOAL_ABOUT, STATE_SHORT, {WORD_UNDER_GOAL, WORD_AT_GOAL, WORD_OVER_GOAL}},
    {GOAL_ABOUT, STATE_EARLY, ALL(WORD_EARLY_AT)},
    {GOAL_FALL, STATE_MET, {WORD_MORE_FALL, WORD_AT_GOAL, WORD_AT_GOAL}},
    {GOAL_FALL, STATE_MISSED, {WORD_NOT_REACHED, WORD_TOUCHING_GOAL, WORD_LESS_FALL}},
    {GOAL_FALL, STATE_MISSED_OTHER_SIDE, ALL(WORD_NOT_REACHED_BY)},
    {GOAL_FALL, STATE_MISSED_UNMOVED, ALL(WORD_NOT_REACHED)},
    {GOAL_FALL, STATE_HELD, {WORD_GOAL_HELD_MORE_FALL, WORD_GOAL_HELD, WORD_GOAL_HELD}},
    {GOAL_FALL, STATE_LOST, {WORD_GOAL_LOST, WORD_GOAL_LOST, WORD_GOAL_LOST_SHORT}},
    {GOAL_CHANGE_FALL, STATE_MET, {WORD_BEYOND_LIMIT, WORD_AT_GOAL, WORD_AT_GOAL}},
    {GOAL_CHANGE_FALL, STATE_MISSED, {WORD_NOT_REACHED, WORD_TOUCHING_GOAL, WORD_DEADLINE_GAP}},
    {GOAL_CHANGE_FALL, STATE_MISSED_OTHER_SIDE, ALL(WORD_NOT_REACHED_BY)},
    {GOAL_CHANGE_FALL, STATE_MISSED_UNMOVED, ALL(WORD_NOT_REACHED_BY)},
    {GOAL_CHANGE_FALL, STATE_SHORT, {WORD_NOT_REACHED, WORD_NOT_REACHED, WORD_DEADLINE_GAP}},
    {GOAL_CHANGE_FALL, STATE_EARLY, ALL(WORD_EARLY_AT)},
    {GOAL_CHANGE_FALL, STATE_HELD, {WORD_GOAL_HELD_EXCESS, WORD_GOAL_HELD, WORD_GOAL_HELD}},
    {GOAL_CHANGE_FALL, STATE_LOST, {WORD_GOAL_LOST, WORD_GOAL_LOST, WORD_GOAL_LOST_SHORT}},
    {GOAL_GROWTH_LOSS, STATE_MET, ALL(WORD_FALL_WITHIN)},
    {GOAL_GROWTH_LOSS, STATE_MISSED, {WORD_FALL_BEYOND, WORD_TOUCHING_GOAL, WORD_FALL_WITHIN}},
    {GOAL_GROWTH_NIL, STATE_MET, ALL(WORD_AT_GOAL)},
    {GOAL_GROWTH_NIL, STATE_MISSED, ALL(WORD_NOT_REACHED)},
    {GOAL_GROWTH_LIMIT, STATE_MET, ALL(WORD_WITHIN_LIMIT)},
    {GOAL_GROWTH_LIMIT, STATE_MISSED, {WORD_NOT_REACHED, WORD_NOT_REACHED, WORD_BEYOND_LIMIT}},
    {GOAL_GROWTH_LIMIT, STATE_HELD, ALL(WORD_WITHIN_LIMIT)},
    {GOAL_GROWTH_LIMIT, STATE_LOST, {WORD_NOT_REACHED, WORD_NOT_REACHED, WORD_BEYOND_LIMIT}},
    {GOAL_LIMIT, STATE_MET, ALL(WORD_WITHIN_LIMIT)},
    {GOAL_LIMIT, STATE_MISSED, {WORD_NOT_REACHED, WORD_NOT_REACHED, WORD_BEYOND_LIMIT}},
    {GOAL_LIMIT, STATE_SHORT, {WORD_NOT_REACHED, WORD_NOT_REACHED, WORD_DEADLINE_EXCESS}},
    {GOAL_LIMIT, STATE_EARLY, ALL(WORD_WITHIN_LIMIT)},
    {GOAL_LIMIT, STATE_HELD, ALL(WORD_WITHIN_LIMIT)},
    {GOAL_LIMIT, STATE_LOST, {WORD_NOT_REACHED, WORD_NOT_REACHED, WORD_BEYOND_LIMIT_BARE}},
    {GOAL_CHANGE, STATE_MISSED_OTHER_SIDE, ALL(WORD_NOT_REACHED_BY)},
    {GOAL_CHANGE, STATE_MISSED_UNMOVED, ALL(WORD_NOT_REACHED_BY)},
    {GOAL_EXCEED, STATE_MET, ALL(WORD_LINE_PASSED)},
    {GOAL_EXCEED, STATE_EARLY, ALL(WORD_LINE_PASSED)},
    {GOAL_EXCEED, STATE_MISSED, {WORD_DEADLINE_GAP, WORD_LINE_NOT_PASSED, WORD_LINE_PASSED}},
    {GOAL_EXCEED, STATE_SHORT, {WORD_DEADLINE_GAP, WORD_LINE_NOT_PASSED, WORD_LINE_PASSED}},
    {GOAL_EXCEED, STATE_HELD, ALL(WORD_GOAL_HELD)},
    {GOAL_AMOUNT, STATE_MET, {WORD_AT_GOAL, WORD_AT_GOAL, WORD_AT_GOAL_MORE}},
    {GOAL_AMOUNT, STATE_MISSED, {WORD_DEADLINE_GAP, WORD_NOT_REACHED, WORD_AT_GOAL_MORE}},
    {GOAL_AMOUNT, STATE_EARLY, ALL(WORD_EARLY_LEVEL)},
    {GOAL_AMOUNT, STATE_HOPE_HELD, {WORD_AT_GOAL, WORD_AT_GOAL, WORD_HOPE_HELD_EXCESS}},
    {GOAL_AMOUNT, STATE_HELD, {WORD_GOAL_HELD, WORD_GOAL_HELD, WORD_GOAL_HELD_EXCESS}},
    {GOAL_LEVEL, STATE_MET, {WORD_AT_GOAL, WORD_AT_GOAL, WORD_AT_GOAL_MORE}},
    {GOAL_LEVEL, STATE_MISSED, {WORD_DEADLINE_GAP, WORD_NOT_REACHED, WORD_AT_GOAL_MORE}},
    {GOAL_LEVEL, STATE_EARLY, {WORD_EARLY_AT, WORD_EARLY_AT, WORD_EARLY_MORE}},
    {GOAL_LEVEL, STATE_HOPE_HELD, {WORD_AT_GOAL, WORD_AT_GOAL, WORD_HOPE_HELD_EXCESS}},
    {GOAL_LEVEL, STATE_HELD, {WORD_GOAL_HELD, WORD_GOAL_HELD, WORD_GOAL_HELD_EXCESS}},
    {ANY_KIND, STATE_MET, {WORD_UNDER_GOAL, WORD_AT_GOAL, WORD_OVER_GOAL}},
    {ANY_KIND, STATE_MET_OTHER_SIDE, {WORD_UNDER_GOAL, WORD_AT_GOAL, WORD_OVER_GOAL}},
    {ANY_KIND, STATE_MISSED, {WORD_UNDER_GOAL, WORD_TOUCHING_GOAL, WORD_OVER_GOAL}},
    {ANY_KIND, STATE_MISSED_OTHER_SIDE, {WORD_UNDER_GOAL, WORD_TOUCHING_GOAL, WORD_OVER_GOAL}},
    {ANY_KIND, STATE_MISSED_UNMOVED, {WORD_UNDER_GOAL, WORD_TOUCHING_GOAL, WORD_OVER_GOAL}},
    {ANY_KIND, STATE_SHORT, {WORD_DEADLINE_GAP, WORD_NOT_REACHED, WORD_DEADLINE_EXCESS}},
    {ANY_KIND, STATE_EARLY, {WORD_EARLY_AT, WORD_EARLY_AT, WORD_EARLY_OVER}},
    {ANY_KIND, STATE_HELD, {WORD_GOAL_HELD, WORD_GOAL_HELD, WORD_GOAL_HELD_OVER}},
    {ANY_KIND, STATE_LOST, {WORD_GOAL_LOST_SHORT, WORD_GOAL_LOST, WORD_GOAL_LOST_OVER}},
    {ANY_KIND, STATE_HOPE_HELD, {WORD_AT_GOAL, WORD_AT_GOAL, WORD_HOPE_HELD_OVER}},
    {ANY_KIND, STATE_HOPE_LOST, {WORD_HOPE_LOST_SHORT, WORD_NOT_REACHED, WORD_HOPE_LOST_SHORT}},
};

/* Whether a rise stands beside a fall that is wanted, a fall beside a rise; 0 where nothing moved. */
static int side_of(const struct desk *desk, const struct topic *topic)
{
    const struct number *goal = topic->verdict->target->value;
    struct shown actual = topic_actual(desk, topic);
    return goal && actual.number ? number_sign(goal) * number_sign(actual.number) : 1;
}

static enum state state_of(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    bool reached = topic_standing(topic) == STANDING_REACHED;
    if (v->kind == VERDICT_PENDING)
        return STATE_SHORT;
    if (v->early)
        return STATE_EARLY;
    if (v->year_over && v->target->hoped)
        return reached ? STATE_HOPE_HELD : STATE_HOPE_LOST;
    if (v->year_over)
        return reached ? STATE_HELD : STATE_LOST;
    int side = side_of(desk, topic);
    if (reached)
        return side < 0 ? STATE_MET_OTHER_SIDE : STATE_MET;
    return side < 0 ? STATE_MISSED_OTHER_SIDE : side == 0 ? STATE_MISSED_UNMOVED : STATE_MISSED;
}

static enum word against_word(enum goal_kind kind, enum state state, int sign)
{
    static const enum state plain[] = {[STATE_MISSED_OTHER_SIDE] = STATE_MISSED,
                                       [STATE_MISSED_UNMOVED] = STATE_MISSED,
                                       [STATE_MET_OTHER_SIDE] = STATE_MET};
    size_t count = sizeof against_words / sizeof *against_words;
    for (size_t i = 0; i < count; i++)
        if (against_words[i].kind == (int)kind && against_words[i].state == state)
            return against_words[i].words[sign + 1];
    /* Where no side matters to the kind, its own words hold on either. */
    bool sided = state == STATE_MISSED_OTHER_SIDE || state == STATE_MISSED_UNMOVED ||
                 (state == STATE_MET_OTHER_SIDE && kind != GOAL_GROWTH_LOSS);
    for (size_t i = 0; sided && i < count; i++)
        if (against_words[i].kind == (int)kind && against_words[i].state == plain[state])
            return against_words[i].words[sign + 1];
    size_t i = 0;
    while (against_words[i].kind != ANY_KIND || against_words[i].state != state)
        i++;
    return against_words[i].words[sign + 1];
}

struct shown topic_distance(const struct desk *desk, const struct topic *topic)
{
    struct shown gap = topic_gap(desk, topic);
    const struct number *one = number_integer(desk->arena, 1);
    if (gap.number && topic_next_whole(topic) && topic_standing(topic) != STANDING_REACHED)
        gap.number = number_subtract(desk->arena, gap.number, one);
    if (gap.number && topic_place_strict(topic))
        gap.number = number_add(desk->arena, gap.number, one);
    return gap;
}

static const char *fill_against(const struct desk *desk, const struct topic *topic, enum word word, struct shown gap)
{
    const struct phrasing *p = &desk->say;
    const char *label = topic_goal_label(desk, topic);
    return FILL(p, word, "标签", label, "目标", topic_goal_labelled(desk, topic), "界", topic_goal_limit(desk, topic),
                "限", topic_goal_time(desk, topic), "值", shown_size(p, gap), "单位",
                desk_gap_unit(desk, topic->measure, topic->indicator));
}

/* Beyond the floor: what is hoped for, reached or not. Before the end of a sum it is mentioned only when reached. */
static const char *stretch_clause(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct verdict *v = topic->verdict;
    enum goal_kind kind = topic_goal_kind(topic);
    if (!v->target->stretch || v->target->range || v->target->hoped || topic_standing(topic) != STANDING_REACHED)
        return "";
    const char *goal = topic_stretch(desk, topic);
    bool amounts =
        kind == GOAL_AMOUNT || kind == GOAL_LEVEL || kind == GOAL_EXCEED || kind == GOAL_LIMIT || kind == GOAL_PLACE;
    if (v->kind == VERDICT_STRETCH || topic_stretch_reached(desk, topic))
        return FILL(p, amounts ? WORD_STRETCH_ALSO : WORD_STRETCH_REACHED, "目标", goal);
    if (v->year_over)
        return FILL(p, WORD_STRETCH_LOST, "目标", goal);
    if (v->accumulating || kind == GOAL_PLACE || kind == GOAL_LIMIT)
        return "";
    struct shown gap = topic_stretch_gap(desk, topic);
    return FILL(p, WORD_STRETCH_AHEAD, "目标", goal, "值", shown_size(p, gap), "单位",
                desk_gap_unit(desk, topic->measure, topic->indicator));
}

static const char *joined(const struct desk *desk, const char *text, const char *more)
{
    return *more ? arena_format(desk->arena, "%s，%s", text, more) : text;
}

/* 完成率98.1%, behind a year's total that was missed. */
static const char *share_done(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    struct shown progress = topic_progress(desk, topic);
    bool total = v->year_over && topic_standing(topic) == STANDING_BEHIND && v->accumulating &&
                 topic_goal_kind(topic) == GOAL_AMOUNT && !topic_counts(desk, topic);
    if (!total || !progress.number || number_sign(progress.number) <= 0)
        return "";
    return FILL(&desk->say, WORD_SHARE_DONE, "值", shown_text(&desk->say, progress));
}

static const char *against_figure(const struct desk *desk, const struct topic *topic)
{
    struct shown gap = topic_distance(desk, topic);
    enum goal_kind kind = topic_goal_kind(topic);
    enum word word = against_word(kind, state_of(desk, topic), shown_sign(gap));
    if (word == WORD_BEYOND_LIMIT && topic->verdict->accumulating)
        word = WORD_BEYOND_LIMIT_ALREADY;
    bool far =
        topic_is_growth(topic) && number_compare_integer(number_absolute(desk->arena, gap.number), FAR_POINTS) >= 0;
    if (far && (word == WORD_OVER_GOAL || word == WORD_UNDER_GOAL))
        word = word == WORD_OVER_GOAL ? WORD_OVER_GOAL_FAR : WORD_UNDER_GOAL_FAR;
    if (word == WORD_TOUCHING_GOAL && !desk->dataset->settings.compare_exact)
        word = WORD_NOT_REACHED; /* > and < */
    return joined(desk, joined(desk, fill_against(desk, topic, word, gap), share_done(desk, topic)),
                  stretch_clause(desk, topic));
}

/* ---- a floor with what is hoped for ---- */

/* 2—3家: to which end the figure is nearest, and on which side of it. */
static const char *against_range(const struct desk *desk, const struct topic *topic)
{
    const struct target *t = topic->verdict->target;
    bool falls = topic_at_most(topic);
    const struct number *low = falls ? t->stretch : t->value, *high = falls ? t->value : t->stretch;
    struct shown actual = topic_actual(desk, topic);
    int to_low = number_compare(actual.number, low), to_high = number_compare(actual.number, high);
    const struct number *end = to_low < 0 ? low : high;
    struct shown gap =
        shown_of(&desk->say, number_subtract(desk->arena, actual.number, end), topic_gap(desk, topic).decimals);
    bool amount = topic->indicator->kind == KIND_FLOW || topic->indicator->kind == KIND_STOCK;
    bool over = topic->verdict->year_over;
    enum word word = WORD_IN_GOAL;
    if (to_low < 0 && !falls)
        word = over                                        ? WORD_LOST_UNDER_LOWER_END
               : amount && topic->measure == MEASURE_VALUE ? WORD_DEADLINE_GAP
                                                           : WORD_UNDER_LOWER_END;
    else if (to_high > 0 && falls)
        word = over ? WORD_LOST_OVER_UPPER_END : WORD_OVER_UPPER_END;
    else if (to_low < 0)
        word = WORD_UNDER_LOWER_END;
    else if (to_high > 0)
        word = amount && topic->measure == MEASURE_VALUE ? WORD_RANGE_PASSED : WORD_OVER_UPPER_END;
    else if (to_low == 0)
        word = WORD_AT_LOWER_END;
    else if (to_high == 0)
        word = WORD_AT_UPPER_END;
    return fill_against(desk, topic, word, gap);
}

/* ---- another area ---- */

const char *topic_other_goal(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct number *more = topic->verdict->target->value;
    const char *name = topic_other_name(desk, topic);
    if (!more || !number_sign(more))
        return FILL(p, topic_at_most(topic) ? WORD_NOT_ABOVE_AREA : WORD_NOT_BELOW_AREA, "地区", name);
    return FILL(p, number_sign(more) > 0 ? WORD_ABOVE_AREA : WORD_BELOW_AREA, "地区", name, "数", "", "值",
                number_plain(desk->arena, number_absolute(desk->arena, more), 10), "单位",
                desk_gap_unit(desk, topic->measure, topic->indicator));
}

/* 高于全市平均（35.6%）2.6个百分点 and what that is to the target. */
static const char *against_other(const struct desk *desk, const struct topic *topic)
{
    static const enum word beside[2][3] = {{WORD_BELOW_FIGURE, WORD_LEVEL_AREA, WORD_ABOVE_FIGURE},
                                           {WORD_FALLS_MORE, WORD_LEVEL_AREA, WORD_FALLS_LESS}};
    static const enum word outcomes[2][2] = {{WORD_OTHER_MISSED, WORD_OTHER_MET}, {WORD_OTHER_LOST, WORD_OTHER_HELD}};
    const struct phrasing *p = &desk->say;
    const struct verdict *v = topic->verdict;
    const char *name = topic_other_name(desk, topic), *unit = desk_gap_unit(desk, topic->measure, topic->indicator);
    const struct number *more = v->target->value;
    bool plus = more && number_sign(more) != 0, reached = topic_standing(topic) == STANDING_REACHED;
    struct shown gap = topic_gap(desk, topic), lead = gap;
    if (plus)
        lead = shown_of(p, number_add(desk->arena, gap.number, more), gap.decimals);
    const struct number *theirs = v->target_value;
    if (plus)
        theirs = number_subtract(desk->arena, theirs, more);
    bool both_fall = topic_is_growth(topic) && number_sign(v->actual) < 0 && number_sign(theirs) < 0;
    const char *figure = arena_format(
        desk->arena, "%s%s", shown_text(p, shown_of(p, theirs, measure_decimals(topic->measure, topic->indicator))),
        desk_unit(desk, topic->measure, topic->indicator));
    enum word word = beside[both_fall][shown_sign(lead) + 1];
    if (plus && !both_fall && shown_sign(lead)) /* the figure is not the target itself */
        word = shown_sign(lead) > 0 ? WORD_ABOVE_AREA : WORD_BELOW_AREA;
    /* A figure of a fall is said as one, not by its sign. */
    bool falls = topic_is_growth(topic) && !both_fall && number_sign(theirs) < 0 && shown_sign(lead);
    if (falls)
        word = shown_sign(lead) > 0 ? WORD_ABOVE_AREA : WORD_BELOW_AREA;
    const char *stands = FILL(p, word, "地区", name, "数", figure, "值", shown_size(p, lead), "单位", unit);
    if (falls)
        stands = FILL(p, WORD_BESIDE_A_FALL, "内容", stands, "地区", name, "值",
                      shown_size(p, shown_of(p, theirs, measure_decimals(topic->measure, topic->indicator))));
    if (v->target->op == OP_COMPARE)
        return stands;
    const char *goal = topic_other_goal(desk, topic);
    if (plus && !reached && !v->year_over)
        return joined(desk, stands, FILL(p, WORD_OTHER_SHORT, "目标", goal, "值", shown_size(p, gap), "单位", unit));
    return joined(desk, stands, FILL(p, outcomes[v->year_over][reached], "目标", goal));
}

/* ---- places ---- */

static const char *against_place(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    bool reached = topic_standing(topic) == STANDING_REACHED;
    enum word word = reached ? WORD_PLACE_IN : v->kind == VERDICT_PENDING ? WORD_PLACE_SHORT_BY : WORD_PLACE_SHORT;
    if (v->year_over)
        word = reached ? WORD_GOAL_HELD : WORD_GOAL_LOST_SHORT;
    else if (reached && v->early)
        word = WORD_EARLY_AT;
    else if (reached && number_compare_integer(v->target_value, 1) == 0)
        word = WORD_AT_GOAL;
    return joined(desk, fill_against(desk, topic, word, topic_distance(desk, topic)), stretch_clause(desk, topic));
}

/* ---- against an earlier year ---- */

/* How the figure moved, of a place the smaller is the better: since the year before, or since a year that is named. */
const char *topic_moved(const struct desk *desk, const struct topic *topic)
{
    static const enum word words[3][3] = {{WORD_LOWER_THAN, WORD_SAME_AS, WORD_HIGHER_THAN},
                                          {WORD_LESS_THAN, WORD_SAME_AS, WORD_MORE_THAN},
                                          {WORD_RANK_FORWARD, WORD_RANK_SAME, WORD_RANK_BACK}};
    const struct phrasing *p = &desk->say;
    struct shown gap = topic_gap(desk, topic);
    int base = topic->verdict->target->base_year;
    const char *then =
        base ? FILL(p, WORD_YEAR, "年", arena_format(desk->arena, "%d", base)) : desk_year_ago(desk, topic->indicator);
    int sort = topic_goal_kind(topic) == GOAL_PLACE ? 2 : measure_in_percent(topic->measure, topic->indicator) ? 0 : 1;
    return FILL(p, words[sort][shown_sign(gap) + 1], "期", then, "值", shown_size(p, gap), "单位",
                desk_gap_unit(desk, topic->measure, topic->indicator), "数", "", "上年", "");
}

static const char *against_year_before(const struct desk *desk, const struct topic *topic)
{
    static const enum word outcomes[2][2] = {{WORD_MOVE_MISSED, WORD_MOVE_MET}, {WORD_PLACE_MISSED, WORD_PLACE_MET}};
    const char *text = topic_moved(desk, topic);
    if (topic_standing(topic) == STANDING_PENDING)
        return text; /* before its deadline it is neither */
    bool place = topic_goal_kind(topic) == GOAL_PLACE, reached = topic_standing(topic) == STANDING_REACHED;
    bool forward = (topic->verdict->target->op == OP_UP) != indicator_is_place(topic->indicator);
    const char *goal =
        place ? SAY(&desk->say, forward ? WORD_GOAL_RANK_UP : WORD_GOAL_RANK_DOWN) : topic_goal(desk, topic, true);
    return joined(desk, text, FILL(&desk->say, outcomes[place][reached], "目标", goal));
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
    switch (topic_goal_kind(topic)) {
    case GOAL_OTHER_AREA:
        return against_other(desk, topic);
    case GOAL_PLACE:
        return against_place(desk, topic);
    case GOAL_RANGE:
        return against_range(desk, topic);
    default:
        return against_figure(desk, topic);
    }
}

/* ---- pace ---- */

/* `size`: how far from the pace, or from what is due. */
static const char *paced(const struct desk *desk, const struct topic *topic, enum word word, struct shown size)
{
    const struct phrasing *p = &desk->say;
    return FILL(p, word, "名称", topic_subject(desk, topic), "数", topic_amount(desk, topic), "标签",
                topic_goal_label(desk, topic), "目标", topic_goal_labelled(desk, topic), "进度",
                shown_text(p, topic_progress(desk, topic)), "序时", shown_text(p, topic_pace(desk, topic)), "应",
                shown_text(p, topic_due(topic)), "单位", topic->indicator->unit, "值", shown_size(p, size));
}

/* By what is due: for whole units, and where rounding makes the percentages say other than the verdict. */
static const char *paced_by_due(const struct desk *desk, const struct topic *topic)
{
    struct shown lead = shown_difference(&desk->say, topic_actual(desk, topic), topic_due(topic));
    bool nothing = !number_sign(topic_actual(desk, topic).number);
    if (topic->verdict->kind != VERDICT_ON_PACE)
        return paced(desk, topic, nothing ? WORD_DUE_NOTHING : WORD_DUE_SHORT, lead);
    return paced(desk, topic, shown_sign(lead) > 0 && topic_counts(desk, topic) ? WORD_DUE_BEATEN : WORD_DUE_HELD,
                 lead);
}

static const char *done_early(const struct desk *desk, const struct topic *topic)
{
    struct shown gap = topic_gap(desk, topic);
    bool more = !topic->verdict->upper && shown_sign(gap) > 0;
    return joined(desk, paced(desk, topic, more ? WORD_PACE_DONE_MORE : WORD_PACE_DONE, gap),
                  stretch_clause(desk, topic));
}

bool topic_is_paced(const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    return v->accumulating && !v->year_over && v->kind != VERDICT_MISSED;
}

/* A sum below nothing has no progress. */
static const char *lost(const struct desk *desk, const struct topic *topic)
{
    return joined(desk, topic_amount(desk, topic),
                  fill_against(desk, topic, WORD_DEADLINE_GAP, topic_gap(desk, topic)));
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
    if (v->kind == VERDICT_PENDING)
        return paced(desk, topic, WORD_NOT_BEGUN, lead);
    if (topic_at_most(topic) && number_sign(v->actual) < 0)
        return joined(desk, topic_amount(desk, topic),
                      fill_against(desk, topic, WORD_WITHIN_LIMIT, topic_gap(desk, topic)));
    if (topic_at_most(topic))
        return paced(desk, topic, on_pace ? WORD_LIMIT_HELD : WORD_LIMIT_LATE, lead);
    if (number_sign(v->actual) < 0)
        return lost(desk, topic);
    if (v->kind == VERDICT_DONE || v->kind == VERDICT_STRETCH)
        return done_early(desk, topic);
    /* Within a range a percentage of its lower end means nothing. */
    if (topic_counts(desk, topic) || !lead.number || (shown_sign(lead) >= 0) != on_pace)
        return paced_by_due(desk, topic);
    return paced(desk, topic, words[shown_sign(lead) + 1], lead);
}
