/* SPDX-License-Identifier: MIT */
#include "words/sentence_growth.h"

#include "base/text.h"
#include "words/goal.h"
#include "words/goal_kind.h"

/* Whether the indicator has a level at all: a rate is its own growth. */
static bool shows_level(const struct topic *topic)
{
    return topic->indicator->kind != KIND_RATE;
}

static struct shown level(const struct desk *desk, const struct topic *topic)
{
    if (!shows_level(topic))
        return (struct shown){NULL, 0};
    const struct result *value = desk_result(desk, MEASURE_VALUE, topic->indicator, topic->area);
    return desk_shown(desk, value, MEASURE_VALUE, topic->indicator);
}

static struct shown rate_at(const struct desk *desk, const struct topic *topic, struct period period)
{
    const struct result *yoy = desk_result_at(desk, MEASURE_YOY, topic->indicator, topic->area, period);
    return desk_shown(desk, yoy, MEASURE_YOY, topic->indicator);
}

/* ---- growth ---- */

/* 增长8.7%; 下降3.2%; 与上年同期持平; of what is better low 上升1.4%. A sentence's first growth names its base where
 * that is a year: 比上年增长8.7%. */
static const char *grown(const struct desk *desk, const struct indicator *indicator, struct shown rate, bool first)
{
    static const enum word words[2][2][2] = {{{WORD_GROWTH_DOWN, WORD_GROWTH_UP}, {WORD_GROWTH_DOWN, WORD_GROWTH_RISE}},
                                             {{WORD_YEAR_DOWN, WORD_YEAR_UP}, {WORD_YEAR_DOWN, WORD_YEAR_RISE}}};
    const struct phrasing *p = &desk->say;
    int sign = shown_sign(rate);
    if (!sign)
        return FILL(p, WORD_GROWTH_FLAT, "期", desk_year_ago(desk, indicator));
    bool lower = indicator->better == BETTER_LOWER, year = first && period_months(desk->period) == 12;
    return FILL(p, words[year][lower][sign > 0], "值", shown_size(p, rate), "期", desk_year_ago(desk, indicator));
}

const char *growth_phrase(const struct desk *desk, const struct indicator *indicator, struct shown rate)
{
    return grown(desk, indicator, rate, false);
}

/* From 105 % on, and of exactly 100 %: 增长1.6倍, 增长1倍. "" for the others. */
static const char *times_grown(const struct desk *desk, struct shown rate)
{
    const struct phrasing *p = &desk->say;
    if (!rate.number || (number_compare_integer(rate.number, 105) < 0 && number_compare_integer(rate.number, 100) != 0))
        return "";
    struct shown times = shown_of(p, number_divide(desk->arena, rate.number, number_integer(desk->arena, 100)), 1);
    return FILL(p, WORD_GROWTH_TIMES, "值", number_plain(desk->arena, times.number, 1));
}

const char *topic_growth(const struct desk *desk, const struct topic *topic)
{
    const struct indicator *indicator = topic->indicator;
    if (!measure_applies(MEASURE_YOY, indicator))
        return topic_change(desk, topic);
    const struct result *yoy = desk_result(desk, MEASURE_YOY, indicator, topic->area);
    if (yoy->printed)
        return grown(desk, indicator, desk_shown(desk, yoy, MEASURE_YOY, indicator), false);
    if (yoy->flag < FLAG_TURNED_PROFIT)
        return "";
    const char *text = result_text(desk->arena, yoy, MEASURE_YOY, indicator, desk->say.rounding);
    return yoy->amount ? arena_format(desk->arena, "%s%s", text, indicator->unit) : text;
}

/* 大幅, from the set threshold on. */
static const char *strength(const struct desk *desk, struct shown change)
{
    const struct number *size = number_absolute(desk->arena, change.number);
    return number_compare(size, desk->dataset->settings.strong_change) >= 0 ? SAY(&desk->say, WORD_STRONG) : "";
}

/* The words of a change of growth, by how it was before and is now: each below, on, above zero; then by whether it
 * became less, stayed, or became more. A rise of what is better low is no speed. */
static enum word change_word(bool lower, int before, int now, int change)
{
    static const enum word turns[3][3] = {{WORD_COUNT, WORD_TURN_FALL_FLAT, WORD_TURN_UP},
                                          {WORD_TURN_FLAT_FALL, WORD_COUNT, WORD_COUNT},
                                          {WORD_TURN_DOWN, WORD_COUNT, WORD_COUNT}};
    static const enum word moves[3][3] = {{WORD_SLOWER, WORD_SAME_GROWTH, WORD_FASTER},
                                          {WORD_WIDER, WORD_SAME_FALL, WORD_NARROWER},
                                          {WORD_RISE_NARROWER, WORD_SAME_RISE, WORD_RISE_WIDER}};
    if (turns[before + 1][now + 1] != WORD_COUNT)
        return turns[before + 1][now + 1];
    int row = before < 0 ? 1 : lower && now > 0 && before > 0 ? 2 : 0;
    return moves[row][change + 1];
}

/* Of a share or a ratio, against a year before: 比上年同期提高0.8个百分点; 降低; 与上年同期持平; 上升 where low is
 * better; of a place 比上年同期前移1位. */
static const char *points_change(const struct desk *desk, const struct topic *topic)
{
    static const enum word words[3][3] = {{WORD_LOWER_THAN, WORD_SAME_AS, WORD_HIGHER_THAN},
                                          {WORD_FALLEN_THAN, WORD_SAME_AS, WORD_RISEN_THAN},
                                          {WORD_RANK_FORWARD, WORD_RANK_SAME, WORD_RANK_BACK}};
    const struct phrasing *p = &desk->say;
    bool place = indicator_is_place(topic->indicator);
    const struct result *result = desk_result(desk, MEASURE_CHANGE, topic->indicator, topic->area);
    struct shown change = desk_shown(desk, result, MEASURE_CHANGE, topic->indicator);
    if (place)
        change = shown_difference(p, level(desk, topic), desk_year_before(desk, topic->indicator, topic->area));
    if (!change.number)
        return "";
    int sort = place ? 2 : topic->indicator->better == BETTER_LOWER;
    return FILL(p, words[sort][shown_sign(change) + 1], "期", desk_year_ago(desk, topic->indicator), "值",
                shown_size(p, change), "单位", place ? SAY(p, WORD_PLACES) : SAY(p, WORD_POINTS));
}

/* What fell by 100 % is gone: that is no speed. */
static bool all_lost(struct shown rate)
{
    return number_compare_integer(rate.number, -100) <= 0;
}

const char *topic_change(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct indicator *indicator = topic->indicator;
    if (!measure_applies(MEASURE_YOY, indicator) || indicator_is_place(indicator))
        return points_change(desk, topic);
    if (!measure_applies(MEASURE_YOY_CHANGE, indicator))
        return "";
    const struct result *result = desk_result(desk, MEASURE_YOY_CHANGE, indicator, topic->area);
    struct shown change = desk_shown(desk, result, MEASURE_YOY_CHANGE, indicator);
    struct shown now = rate_at(desk, topic, desk->period);
    struct shown before = rate_at(desk, topic, period_before(desk->period));
    if (!change.number || !now.number || !before.number || all_lost(now) || all_lost(before))
        return "";
    enum word word =
        change_word(indicator->better == BETTER_LOWER, shown_sign(before), shown_sign(now), shown_sign(change));
    return FILL(p, word, "期", desk_period_before(desk), "值", shown_size(p, change), "强", strength(desk, change),
                "前", shown_size(p, before));
}

/* ---- losses ---- */

/* What a profit that is or was a loss did; NULL where there is and was none. */
static const char *lost(const struct desk *desk, const struct topic *topic, const char *name)
{
    /* `bare` where the figure of the year before may not be printed. */
    static const struct {
        enum word word, bare;
    } words[] = {
        [FLAG_TURNED_PROFIT] = {WORD_TURNED_PROFIT, WORD_TURNED_PROFIT_BARE},
        [FLAG_TURNED_LOSS] = {WORD_TURNED_LOSS, WORD_TURNED_LOSS_BARE},
        [FLAG_LOSS_NARROWED] = {WORD_LOSS_NARROWED, WORD_LOSS_NARROWED},
        [FLAG_LOSS_WIDENED] = {WORD_LOSS_WIDENED, WORD_LOSS_WIDENED},
        [FLAG_LOSS_SAME] = {WORD_LOSS_SAME, WORD_LOSS_SAME},
    };
    const struct phrasing *p = &desk->say;
    struct shown now = level(desk, topic);
    if (!now.number || !measure_applies(MEASURE_YOY, topic->indicator))
        return NULL;
    const struct result *yoy = desk_result(desk, MEASURE_YOY, topic->indicator, topic->area);
    if (yoy->flag < FLAG_TURNED_PROFIT)
        return NULL;
    struct shown before = desk_year_before(desk, topic->indicator, topic->area);
    struct shown by =
        yoy->amount ? shown_of(p, yoy->amount, topic->indicator->decimals) : shown_difference(p, now, before);
    return FILL(p, before.number ? words[yoy->flag].word : words[yoy->flag].bare, "期",
                desk_year_ago(desk, topic->indicator), "名称", name, "本期", shown_size(p, now), "单位",
                desk_unit(desk, MEASURE_VALUE, topic->indicator), "上年", shown_size(p, before), "差",
                shown_size(p, by));
}

const char *topic_loss(const struct desk *desk, const struct topic *topic)
{
    const char *clause = lost(desk, topic, topic->indicator->name);
    return clause ? clause : "";
}

/* ---- how a sentence begins ---- */

static const char *amount_of(const struct desk *desk, const struct topic *topic, const char *name)
{
    struct shown value = level(desk, topic);
    if (!value.number)
        return name;
    return FILL(&desk->say, indicator_is_place(topic->indicator) ? WORD_AMOUNT_PLACE : WORD_AMOUNT, "名称", name, "值",
                shown_text(&desk->say, value), "单位", desk_unit(desk, MEASURE_VALUE, topic->indicator));
}

/* 比上年同期增加2户; 与上年同期持平（均为3户）; 上年同期2个，今年尚无. */
static const char *count_change(const struct desk *desk, const struct topic *topic, struct shown now,
                                struct shown before)
{
    const struct phrasing *p = &desk->say;
    struct shown change = shown_difference(p, now, before);
    bool over = period_months(desk->period) == 12;
    enum word word = shown_sign(change) > 0   ? WORD_MORE_THAN
                     : shown_sign(change) < 0 ? WORD_LESS_THAN
                                              : WORD_SAME_COUNT;
    if (!number_sign(now.number) && !number_sign(before.number))
        word = WORD_SAME_AS;
    else if (!number_sign(now.number))
        word = over ? WORD_COUNT_GONE_YEAR : WORD_COUNT_GONE;
    return FILL(p, word, "期", desk_year_ago(desk, topic->indicator), "值", shown_size(p, change), "数",
                shown_text(p, now), "上年", shown_text(p, before), "单位", topic->indicator->unit);
}

static const char *counted(const struct desk *desk, const struct topic *topic, const char *name)
{
    const struct phrasing *p = &desk->say;
    struct shown now = level(desk, topic), before = desk_year_before(desk, topic->indicator, topic->area);
    if (!now.number)
        return name;
    bool none = !number_sign(now.number), over = period_months(desk->period) == 12;
    if (none && before.number && number_sign(before.number) > 0) /* 上年同期2个，今年尚无 */
        return arena_format(desk->arena, "%s%s", name, count_change(desk, topic, now, before));
    if (none)
        return FILL(p, over ? WORD_COUNT_NONE_YEAR : WORD_COUNT_NONE, "名称", name);
    const char *start = amount_of(desk, topic, name);
    if (!before.number)
        return start;
    return arena_format(desk->arena, "%s，%s", start, count_change(desk, topic, now, before));
}

/* Nothing is left of what there was a year ago: 下降100.0% would hide how much. */
static bool is_gone(const struct desk *desk, const struct topic *topic)
{
    struct shown now = level(desk, topic), before = desk_year_before(desk, topic->indicator, topic->area);
    bool amount = topic->indicator->kind == KIND_FLOW || topic->indicator->kind == KIND_STOCK;
    return amount && !indicator_is_place(topic->indicator) && now.number && before.number && !number_sign(now.number) &&
           number_sign(before.number) > 0;
}

static const char *opening(const struct desk *desk, const struct topic *topic, const char *name, bool in_times)
{
    const struct phrasing *p = &desk->say;
    struct shown value = level(desk, topic);
    bool grows = measure_applies(MEASURE_YOY, topic->indicator) && !indicator_is_place(topic->indicator);
    const char *loss = lost(desk, topic, name);
    if (loss)
        return loss;
    if ((topic_counts(desk, topic) && topic->measure != MEASURE_YOY) || is_gone(desk, topic))
        return counted(desk, topic, name);
    struct shown rate = grows ? rate_at(desk, topic, desk->period) : (struct shown){NULL, 0};
    if (!rate.number)
        return amount_of(desk, topic, name);
    const char *times = in_times ? times_grown(desk, rate) : "";
    const char *growth = *times ? times : grown(desk, topic->indicator, rate, true);
    if (!value.number)
        return FILL(p, WORD_NAMED_GROWTH, "名称", name, "增长", growth);
    return FILL(p, WORD_AMOUNT_GROWTH, "名称", name, "值", shown_text(p, value), "单位",
                desk_unit(desk, MEASURE_VALUE, topic->indicator), "增长", growth);
}

const char *topic_opening(const struct desk *desk, const struct topic *topic, const char *name)
{
    return opening(desk, topic, name, false);
}

const char *topic_opening_alone(const struct desk *desk, const struct topic *topic, const char *name)
{
    return opening(desk, topic, name, true);
}

const char *topic_counted(const struct desk *desk, const struct topic *topic)
{
    return counted(desk, topic, topic_subject(desk, topic));
}

const char *topic_count_moved(const struct desk *desk, const struct topic *topic)
{
    struct shown now = level(desk, topic), before = desk_year_before(desk, topic->indicator, topic->area);
    return now.number && before.number ? count_change(desk, topic, now, before) : "";
}

void topic_count_missing(const struct desk *desk, const struct topic *topic, int *reported, int *missing)
{
    *reported = *missing = 0;
    for (size_t i = 0; i < topic->area->child_count; i++) {
        const struct area *child = topic->area->children[i];
        bool there = desk_result(desk, MEASURE_VALUE, topic->indicator, child)->printed != NULL;
        *reported += child->in_total && there;
        *missing += child->in_total && !there;
    }
}

const char *topic_missing(const struct desk *desk, const struct topic *topic)
{
    struct strings names = {0};
    if (topic->area != desk->area)
        return "";
    for (size_t i = 0; i < topic->area->child_count; i++) {
        const struct area *child = topic->area->children[i];
        const struct result *value = desk_result(desk, MEASURE_VALUE, topic->indicator, child);
        if (child->in_total && !value->printed)
            strings_add(&names, desk->arena, child->name);
    }
    return phrase_names(&desk->say, &names);
}

/* The first ever: asked for at least one, and there was none at the end of last year. */
const char *topic_first(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    bool whole = topic->measure == MEASURE_VALUE && topic->indicator->decimals == 0 &&
                 topic->indicator->kind != KIND_RATIO && op_at_least(v->target->op) && !target_is_milestone(v->target);
    if (!whole || v->elsewhere || !v->goal || number_compare_integer(v->goal, 1) < 0 || number_sign(v->actual) <= 0)
        return "";
    struct period end = period_year_end(desk->period, desk->period.year - 1);
    const struct result *before = desk_result_at(desk, MEASURE_VALUE, topic->indicator, topic->area, end);
    bool none = before->printed && before->flag == FLAG_NONE && !number_sign(before->printed);
    return none ? SAY(&desk->say, WORD_FIRST_EVER) : "";
}

static enum word amount_word(const struct desk *desk, const struct topic *topic)
{
    int sign = number_sign(topic->verdict->actual);
    if (topic->measure == MEASURE_TOTAL)
        return WORD_AMOUNT_SUM;
    if (sign < 0 && topic->indicator->kind == KIND_FLOW)
        return WORD_AMOUNT_LOST;
    if (sign == 0 && topic_counts(desk, topic))
        return topic->verdict->year_over ? WORD_COUNT_NONE_YEAR : WORD_COUNT_NONE;
    return WORD_AMOUNT;
}

const char *topic_amount(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    const struct result *result = topic->verdict->result;
    const char *name = topic->measure == MEASURE_TOTAL ? topic->indicator->name : topic_subject(desk, topic);
    const char *unit = topic->indicator->unit, *missing = topic_missing(desk, topic);
    const char *value = shown_size(p, topic_actual(desk, topic));
    if (result && result->flag == FLAG_INCOMPLETE)
        return FILL(p, *missing ? WORD_AMOUNT_PARTIAL : WORD_AMOUNT_PARTIAL_BARE, "名称", name, "值", value, "单位",
                    unit, "地区", missing);
    const char *amount = FILL(p, amount_word(desk, topic), "起",
                              arena_format(desk->arena, "%d", target_first_year(topic->verdict->target)), "名称", name,
                              "值", value, "单位", unit);
    const char *first = topic_first(desk, topic);
    return *first ? arena_format(desk->arena, "%s，%s", amount, first) : amount;
}
