/* SPDX-License-Identifier: MIT */
#include "words/goal.h"

#include "base/text.h"
#include "check/measure.h"
#include "words/goal_kind.h"

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

static const char *other_name(const struct desk *desk, const struct topic *topic)
{
    const struct target *t = topic->verdict->target;
    const struct area *other = t->of_parent ? topic->area->parent : t->of_area;
    return other ? other->name : desk->region->name;
}

/* Of a ratio the whole is the average of its parts. */
const char *topic_other_name(const struct desk *desk, const struct topic *topic)
{
    const char *name = other_name(desk, topic);
    bool average = topic->indicator->kind == KIND_RATIO && topic->verdict->target->of_parent;
    return average ? FILL(&desk->say, WORD_AREA_AVERAGE, "地区", name) : name;
}

bool topic_of_other(const struct topic *topic)
{
    return topic->verdict->target->of_parent || topic->verdict->target->of_area;
}

const char *topic_goal_time(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct target *t = topic->verdict->target;
    int first = target_first_year(t), last = target_last_year(t);
    if (topic_within_year(t->due))
        return topic_deadline(desk, t->due);
    if (t->deadline)
        return FILL(p, WORD_GOAL_SPAN_TO, "年", arena_format(desk->arena, "%d", t->to));
    if (!last)
        return "";
    if (first < last && (measures[topic->measure].over_years || target_is_milestone(t)))
        return FILL(p, WORD_GOAL_SPAN_YEARS, "起", arena_format(desk->arena, "%d", first), "止",
                    arena_format(desk->arena, "%d", last));
    return SAY(p, WORD_GOAL_SPAN_YEAR);
}

static enum word label_word(const struct topic *topic)
{
    enum goal_kind kind = topic_goal_kind(topic);
    if (topic->verdict->target->hoped)
        return WORD_GOAL_LABEL_HOPED;
    if (measures[topic->measure].counted == IN_MEAN_GROWTH)
        return WORD_GOAL_LABEL_PLAN;
    if (kind == GOAL_MEAN)
        return WORD_GOAL_LABEL_MEAN;
    return kind == GOAL_LIMIT || kind == GOAL_GROWTH_LIMIT ? WORD_GOAL_LABEL_LIMIT : WORD_GOAL_LABEL;
}

const char *topic_goal_label(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    if (topic_of_other(topic) && *addition(desk, topic))
        return FILL(p, WORD_GOAL_LABEL_AREA_PLUS, "地区", other_name(desk, topic), "加", addition(desk, topic));
    if (topic_of_other(topic))
        return FILL(p, WORD_GOAL_LABEL_AREA, "地区", other_name(desk, topic));
    enum word word = label_word(topic);
    bool span_said = topic->verdict->year_over && (word == WORD_GOAL_LABEL_PLAN || word == WORD_GOAL_LABEL_MEAN);
    return FILL(p, word, "限", span_said ? "" : topic_goal_time(desk, topic));
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
    const char *name = other_name(desk, topic), *value = other_figure(desk, topic, with_unit);
    if (!*value)
        return FILL(p, WORD_GOAL_OF_AREA_NONE, "地区", name);
    return FILL(p, WORD_GOAL_OF_AREA, "地区", name, "加", addition(desk, topic), "值", value);
}

/* A growth without its sign: 下降3%, 增长3%; what is none as it was written. */
static const char *spoken(const struct desk *desk, const struct topic *topic, const struct number *number)
{
    const char *size = figure(desk, topic, number_absolute(desk->arena, number), true);
    if (!topic_is_growth(topic))
        return figure(desk, topic, number, true);
    return number_sign(number) < 0 ? FILL(&desk->say, WORD_GOAL_FALL, "值", size, "数", "")
                                   : FILL(&desk->say, WORD_GOAL_GROW, "值", size);
}

/* The same, where a rise needs no word. */
static const char *bare(const struct desk *desk, const struct topic *topic, const struct number *number, bool with_unit)
{
    return topic_is_growth(topic) && number_sign(number) < 0 ? spoken(desk, topic, number)
                                                             : figure(desk, topic, number, with_unit);
}

/* 75%—80%, 2—3家, 5亿—10亿元 (GB/T 15835: nothing left out that could mislead). */
static const char *range_goal(const struct desk *desk, const struct topic *topic, const struct number *low,
                              const struct number *high, bool with_unit)
{
    const char *unit = desk_unit(desk, topic->measure, topic->indicator), *rest = unit, *scale = "";
    bool percent = measure_in_percent(topic->measure, topic->indicator) && !measure_in_points(topic->measure);
    if (percent)
        scale = unit;
    else if (with_unit && (text_starts(unit, "万") || text_starts(unit, "亿")) && text_next(&rest) && *rest)
        scale = arena_string_n(desk->arena, unit, (size_t)(rest - unit));
    /* Two falls are said without their signs, the smaller first; a range of points says which way. */
    if (topic_is_growth(topic) && number_sign(low) < 0 && number_sign(high) >= 0)
        return FILL(&desk->say, WORD_GOAL_FALL_TO_GROWTH, "下限", spoken(desk, topic, low), "上限",
                    spoken(desk, topic, high));
    bool falls = topic_is_growth(topic) && number_sign(high) < 0;
    const struct number *first = falls ? number_negate(desk->arena, high) : low;
    const struct number *last = falls ? number_negate(desk->arena, low) : high;
    const char *range = FILL(&desk->say, WORD_GOAL_BETWEEN, "下限",
                             arena_format(desk->arena, "%s%s", number_plain(desk->arena, first, 10), scale), "上限",
                             figure(desk, topic, last, with_unit));
    if (falls)
        return FILL(&desk->say, WORD_GOAL_FALL, "值", range, "数", "");
    return topic->measure == MEASURE_CHANGE && number_sign(low) >= 0
               ? FILL(&desk->say, WORD_GOAL_HIGHER_RANGE, "值", range)
               : range;
}

static const char *upper_goal(const struct desk *desk, const struct topic *topic, bool with_unit)
{
    const struct target *t = topic->verdict->target;
    if (t->range)
        return range_goal(desk, topic, t->stretch, t->value, with_unit);
    return FILL(&desk->say, WORD_GOAL_AT_MOST, "值", figure(desk, topic, t->value, with_unit));
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
    bool place = indicator_is_place(topic->indicator);
    if (place || measure_is_place(topic->measure)) /* 下降 of what is itself a place is 前移 */
        return (t->op == OP_UP) != place ? FILL(p, WORD_GOAL_RANK_UP_BASE, "年", year)
                                         : FILL(p, WORD_GOAL_RANK_DOWN_BASE, "年", year);
    return t->op == OP_UP ? FILL(p, WORD_GOAL_UP_BASE, "年", year) : FILL(p, WORD_GOAL_DOWN_BASE, "年", year);
}

/* 2—3%: a floor with what is hoped for. */
static const char *lower_goal(const struct desk *desk, const struct topic *topic, bool with_unit)
{
    const struct target *t = topic->verdict->target;
    if (t->range)
        return range_goal(desk, topic, t->value, t->stretch, with_unit);
    return figure(desk, topic, t->value, with_unit);
}

/* Of these the kind, not the operator, says how the figure is spoken. WORD_COUNT: none of them. */
static enum word kind_word(const struct topic *topic)
{
    const struct target *t = topic->verdict->target;
    bool down = t->value && number_sign(t->value) < 0;
    switch (topic_goal_kind(topic)) {
    case GOAL_PLACE:
        return op_at_most(t->op) ? WORD_GOAL_RANK : WORD_COUNT;
    case GOAL_ZERO:
        return WORD_GOAL_ZERO;
    case GOAL_FALL:
        return WORD_GOAL_FALL;
    case GOAL_GROWTH_LOSS:
        return WORD_GOAL_FALL_WITHIN;
    case GOAL_AVERAGE_GROWTH:
        return down ? WORD_GOAL_FALL_WITHIN : WORD_COUNT;
    case GOAL_GROWTH_NIL:
        return WORD_GOAL_NOT_BELOW_LAST_YEAR;
    case GOAL_CHANGE_FALL:
        return WORD_GOAL_LOWER_BY;
    case GOAL_CHANGE:
        return t->op == OP_ABOVE ? WORD_COUNT : down ? WORD_GOAL_LOWER_BY : WORD_GOAL_HIGHER_BY;
    case GOAL_OTHER_AREA:
    case GOAL_BAND:
    case GOAL_ABOUT:
    case GOAL_RANGE:
    case GOAL_GROWTH_LIMIT:
    case GOAL_LIMIT:
    case GOAL_FULL:
    case GOAL_MEAN:
    case GOAL_GROWTH:
    case GOAL_SHARE:
    case GOAL_EXCEED:
    case GOAL_AMOUNT:
    case GOAL_LEVEL:
        break;
    }
    return WORD_COUNT;
}

bool topic_place_strict(const struct topic *topic)
{
    const struct target *t = topic->verdict->target;
    return t->op == OP_BELOW && t->value && topic_goal_kind(topic) == GOAL_PLACE;
}

/* The last place that will do: 低于 3 is 前2位. */
static const struct number *last_place(const struct desk *desk, const struct topic *topic)
{
    const struct number *value = topic->verdict->target->value;
    return topic_place_strict(topic) ? number_subtract(desk->arena, value, number_integer(desk->arena, 1)) : value;
}

static const char *goal_figure(const struct desk *desk, const struct topic *topic, bool with_unit)
{
    const struct phrasing *p = &desk->say;
    const struct target *t = topic->verdict->target;
    enum word word = ops[t->op].against == AGAINST_FIGURE ? kind_word(topic) : WORD_COUNT;
    if (word != WORD_COUNT)
        return FILL(p, word, "值", figure(desk, topic, number_absolute(desk->arena, t->value), with_unit), "数",
                    number_plain(desk->arena, last_place(desk, topic), 0));
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
        return range_goal(desk, topic, t->value, t->upper, with_unit);
    case OP_ABOUT:
        return FILL(p, WORD_GOAL_ABOUT, "值", bare(desk, topic, topic->verdict->target_value, with_unit));
    case OP_UP:
    case OP_DOWN:
    case OP_EXTERNAL:
    case OP_QUALITATIVE:
    case OP_DONE:
    case OP_COMPARE:
        break;
    }
    if (indicator_is_place(topic->indicator)) /* 下降 of a place is 前移 */
        return SAY(p, goal_word(t->op == OP_DOWN ? OP_UP : t->op == OP_UP ? OP_DOWN : t->op, true));
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

/* Whether only the next whole number passes the limit: 超过4家，即5家以上. */
bool topic_next_whole(const struct topic *topic)
{
    const struct target *t = topic->verdict->target;
    bool whole = topic->indicator->kind != KIND_RATIO && topic->indicator->decimals == 0;
    return whole && topic_goal_kind(topic) == GOAL_EXCEED && t->value && number_is_integer(t->value) &&
           topic->measure == MEASURE_VALUE;
}

/* A growth target beside a figure that fell, or did not move, or is or was a loss, says that it is one. */
static const char *growth_goal(const struct desk *desk, const struct topic *topic)
{
    static const enum word words[2][2] = {{WORD_COUNT, WORD_GOAL_MEAN_GROWTH}, {WORD_GOAL_GROW, WORD_GOAL_MEAN_GROW}};
    const struct verdict *v = topic->verdict;
    bool average = topic_goal_kind(topic) == GOAL_AVERAGE_GROWTH;
    bool grows = v->actual && number_sign(topic_actual(desk, topic).number) > 0;
    bool loss = v->result && v->result->flag >= FLAG_TURNED_PROFIT;
    bool unmoved = ((v->actual && !grows) || loss) && v->target->value && number_sign(v->target->value) > 0 &&
                   v->target->op == OP_AT_LEAST;
    enum word word = words[unmoved][average];
    const char *goal = unmoved            ? figure(desk, topic, v->target->value, true)
                       : v->target->hoped ? goal_figure(desk, topic, true)
                                          : topic_goal(desk, topic, true);
    return word == WORD_COUNT ? goal : FILL(&desk->say, word, "值", goal);
}

const char *topic_goal_labelled(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct verdict *v = topic->verdict;
    const char *limit = v->target->value ? figure(desk, topic, v->target->value, true) : "";
    bool reached = topic_standing(topic) == STANDING_REACHED;
    if (topic_of_other(topic))
        return other_figure(desk, topic, true);
    switch (topic_goal_kind(topic)) {
    case GOAL_GROWTH:
    case GOAL_AVERAGE_GROWTH:
        return growth_goal(desk, topic);
    case GOAL_FALL:
        if (measures[topic->measure].counted != IN_MEAN_GROWTH)
            break;
        return FILL(p, WORD_GOAL_MEAN_GROWTH, "值", topic_goal(desk, topic, true));
    case GOAL_GROWTH_LIMIT:
        return v->target->op == OP_AT_MOST ? FILL(p, WORD_GOAL_GROW_WITHIN, "值", limit)
                                           : topic_goal(desk, topic, true);
    case GOAL_ABOUT:
        if (reached || !v->gap || !number_sign(v->gap))
            break;
        return FILL(p, WORD_GOAL_ABOUT_BAND, "值", bare(desk, topic, v->target_value, true), "范围",
                    range_goal(desk, topic, v->goal, v->upper, true));
    case GOAL_EXCEED:
        if (reached || !topic_next_whole(topic))
            break;
        return FILL(
            p, WORD_GOAL_ABOVE_WHOLE, "值", limit, "下一",
            figure(desk, topic, number_add(desk->arena, v->target->value, number_integer(desk->arena, 1)), true));
    default:
        break;
    }
    return v->target->hoped ? goal_figure(desk, topic, true) : topic_goal(desk, topic, true);
}

const char *topic_goal_limit(const struct desk *desk, const struct topic *topic)
{
    if (!topic->verdict->target->value)
        return "";
    return figure(desk, topic, number_absolute(desk->arena, last_place(desk, topic)), true);
}

const char *topic_stretch(const struct desk *desk, const struct topic *topic)
{
    const struct number *stretch = topic->verdict->target->stretch;
    if (topic_goal_kind(topic) == GOAL_PLACE)
        return FILL(&desk->say, WORD_GOAL_RANK, "数", number_plain(desk->arena, stretch, 0), "值", "");
    if (topic_is_growth(topic) && number_sign(stretch) < 0 && op_at_least(topic->verdict->target->op))
        return FILL(&desk->say, WORD_GOAL_FALL_WITHIN, "值",
                    figure(desk, topic, number_absolute(desk->arena, stretch), true), "数", "");
    return bare(desk, topic, stretch, true);
}

/* ---- the verdict in words ---- */

/* Met and missed while the year lasts, by kind; the others are simply met or missed. */
static const struct {
    enum goal_kind kind;
    enum word words[2];
} judged_words[] = {
    {GOAL_GROWTH, {WORD_VERDICT_GROWTH_MISSED, WORD_VERDICT_GROWTH_MET}},
    {GOAL_GROWTH_LOSS, {WORD_VERDICT_GROWTH_MISSED, WORD_VERDICT_GROWTH_MET}},
    {GOAL_GROWTH_NIL, {WORD_VERDICT_GROWTH_MISSED, WORD_VERDICT_GROWTH_MET}},
    {GOAL_AVERAGE_GROWTH, {WORD_VERDICT_PLAN_MISSED, WORD_VERDICT_PLAN_MET}},
    {GOAL_MEAN, {WORD_VERDICT_PLAN_MISSED, WORD_VERDICT_PLAN_MET}},
    {GOAL_GROWTH_LIMIT, {WORD_VERDICT_LIMIT_MISSED, WORD_VERDICT_LIMIT_MET}},
    {GOAL_LIMIT, {WORD_VERDICT_LIMIT_MISSED, WORD_VERDICT_LIMIT_MET}},
};

static enum word end_word(const struct topic *topic, bool met)
{
    const struct target *t = topic->verdict->target;
    if (t->hoped) /* nobody promised it, so nothing was failed */
        return met ? WORD_VERDICT_STRETCH : WORD_VERDICT_HOPE_MISSED;
    bool over_years = measures[topic->measure].over_years && target_first_year(t) < target_last_year(t);
    bool yearly = !t->deadline && target_last_year(t) && !over_years && topic->measure != MEASURE_TOTAL;
    if (yearly)
        return met ? WORD_VERDICT_YEAR_MET : WORD_VERDICT_YEAR_MISSED;
    return met ? WORD_VERDICT_END_MET : WORD_VERDICT_END_MISSED;
}

static enum word judged_word(const struct topic *topic, bool met)
{
    const struct verdict *v = topic->verdict;
    if (target_is_milestone(v->target))
        return met ? WORD_VERDICT_BUILT : WORD_VERDICT_OVERDUE;
    enum goal_kind kind = ops[v->target->op].against == AGAINST_FIGURE ? topic_goal_kind(topic) : GOAL_LEVEL;
    if (kind == GOAL_ZERO)
        return met ? WORD_VERDICT_ZERO_MET : WORD_VERDICT_ZERO_MISSED;
    if (v->year_over)
        return end_word(topic, met);
    if ((kind == GOAL_BAND || kind == GOAL_ABOUT) && !met && v->gap)
        return number_sign(v->gap) < 0 ? WORD_VERDICT_BELOW_RANGE : WORD_VERDICT_ABOVE_RANGE;
    if (kind == GOAL_OTHER_AREA || kind == GOAL_RANGE) /* of growth they are growth all the same */
        kind = topic_is_growth(topic) ? GOAL_GROWTH : kind;
    for (size_t i = 0; i < sizeof judged_words / sizeof *judged_words; i++)
        if (judged_words[i].kind == kind)
            return judged_words[i].words[met];
    return met ? WORD_VERDICT_MET : WORD_VERDICT_MISSED;
}

static enum word pending_word(const struct verdict *verdict)
{
    if (verdict->target->op == OP_QUALITATIVE)
        return WORD_VERDICT_QUALITATIVE;
    if (ops[verdict->target->op].against == AGAINST_NOTHING_YET)
        return WORD_VERDICT_EXTERNAL;
    return WORD_VERDICT_PENDING;
}

static enum word paced_word(const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    bool on_pace = v->kind == VERDICT_ON_PACE;
    enum goal_kind kind = topic_goal_kind(topic);
    if (kind == GOAL_ZERO)
        return WORD_VERDICT_ZERO_MET;
    if (kind == GOAL_LIMIT)
        return on_pace ? WORD_VERDICT_LIMIT_MET : WORD_VERDICT_LIMIT_LATE;
    if (v->spanning)
        return on_pace ? WORD_VERDICT_PLAN_MET : WORD_VERDICT_PLAN_MISSED;
    return on_pace ? WORD_VERDICT_ON_PACE : WORD_VERDICT_BEHIND;
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
    case VERDICT_BEHIND:
        return paced_word(topic);
    case VERDICT_PENDING:
        return pending_word(v);
    case VERDICT_NO_DATA:
        if (v->incomplete)
            return WORD_VERDICT_INCOMPLETE;
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
    static const enum cell_tone tones[] = {TONE_GOOD, TONE_BAD, TONE_MUTED, TONE_WAITING, TONE_MUTED};
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

struct shown topic_due_share(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    if (!v->due || !v->target_value || number_sign(v->target_value) <= 0 || !desk_counts(desk, topic->indicator))
        return topic_pace(desk, topic);
    struct arena *arena = desk->arena;
    topic_tell_pace(desk);
    const struct number *share =
        number_divide(arena, number_multiply(arena, v->due, number_integer(arena, 100)), v->target_value);
    return shown_of(&desk->say, share, topic->indicator->rate_decimals);
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

/* ---- what is hoped for ---- */

bool topic_stretch_reached(const struct desk *desk, const struct topic *topic)
{
    struct shown gap = topic_stretch_gap(desk, topic);
    return gap.number && (topic_at_most(topic) ? shown_sign(gap) <= 0 : shown_sign(gap) >= 0);
}

struct shown topic_stretch_gap(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    int decimals = topic_gap(desk, topic).decimals;
    if (!v->target->stretch || !v->actual)
        return (struct shown){NULL, decimals};
    return shown_of(&desk->say, number_subtract(desk->arena, v->actual, v->target->stretch), decimals);
}
