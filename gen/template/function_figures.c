/* SPDX-License-Identifier: MIT */
/* Single figures: each as it is printed everywhere else, with its unit. */
#include "check/cell.h"
#include "template/argument.h"

#include <string.h>

static const struct value *nothing(struct evaluation *s)
{
    return value_figure(&s->desk->say, (struct shown){NULL, 0}, "");
}

/* A measure of an indicator in an area; no figure where its kind has no such measure. */
static const struct value *measured(struct evaluation *s, enum measure measure, const struct value *indicator_value,
                                    const struct value *area)
{
    const struct desk *desk = s->desk;
    const struct indicator *indicator = argument_indicator(s, indicator_value);
    const struct area *of =
        area || indicator_value->kind != VALUE_TOPIC ? argument_area(s, area) : indicator_value->topic->area;
    if (!indicator || !measure_applies(measure, indicator))
        return nothing(s);
    const struct result *result = desk_result(desk, measure, indicator, of);
    return value_figure(&desk->say, desk_shown(desk, result, measure, indicator), desk_unit(desk, measure, indicator));
}

/* The functions that are a measure. */
#define MEASURE_FUNCTION(name, measure)                                                                                \
    static const struct value *name(struct evaluation *s, const struct value *const *a)                                \
    {                                                                                                                  \
        return measured(s, measure, a[0], a[1]);                                                                       \
    }

/* clang-format off */
MEASURE_FUNCTION(figure_ytd, MEASURE_VALUE)
MEASURE_FUNCTION(figure_single, MEASURE_SINGLE)
MEASURE_FUNCTION(figure_yoy, MEASURE_YOY)
MEASURE_FUNCTION(figure_single_yoy, MEASURE_SINGLE_YOY)
MEASURE_FUNCTION(figure_qoq, MEASURE_QOQ)
MEASURE_FUNCTION(figure_change, MEASURE_CHANGE)
MEASURE_FUNCTION(figure_yoy_change, MEASURE_YOY_CHANGE)
MEASURE_FUNCTION(figure_share, MEASURE_SHARE)
MEASURE_FUNCTION(figure_contribution, MEASURE_CONTRIBUTION)
MEASURE_FUNCTION(figure_pull, MEASURE_PULL)
MEASURE_FUNCTION(figure_cagr, MEASURE_CAGR)
MEASURE_FUNCTION(figure_avg2, MEASURE_AVG2)
MEASURE_FUNCTION(figure_vs_parent, MEASURE_VS_PARENT)
MEASURE_FUNCTION(figure_vs_reference, MEASURE_VS_REFERENCE)
/* clang-format on */

static const struct value *measure_asked(struct evaluation *s, const struct value *const *a)
{
    for (int m = 0; m < MEASURE_COUNT; m++)
        if (a[1]->kind == VALUE_NAME && !strcmp(measure_id((enum measure)m), a[1]->text))
            return measured(s, (enum measure)m, a[0], a[2]);
    return nothing(s);
}

static const struct value *year_before(struct evaluation *s, const struct value *const *a)
{
    const struct indicator *indicator = argument_indicator(s, a[0]);
    if (!indicator)
        return nothing(s);
    return value_figure(&s->desk->say, desk_year_before(s->desk, indicator, argument_area(s, a[1])), indicator->unit);
}

/* ---- of a target ---- */

/* What the functions below show of a verdict; false without one. */
static bool judged(struct evaluation *s, const struct value *const *a, bool (*fits)(const struct topic *topic),
                   struct topic *topic)
{
    return argument_topic(s, a, fits, topic) && topic->verdict;
}

/* As it is written (10%, 下降2%以上), and to be compared with figures where it is one. */
static const struct value *goal(struct evaluation *s, const struct value *const *a)
{
    struct topic topic;
    if (!judged(s, a, NULL, &topic))
        return nothing(s);
    const char *text = topic_goal(s->desk, &topic, true), *unit = desk_unit(s->desk, topic.measure, topic.indicator);
    const struct number *number = topic.verdict->target_value;
    if (!number || topic.verdict->target->op == OP_BETWEEN)
        return value_text(s->arena, text);
    const char *plain = number_plain(s->arena, number, 10), *point = strchr(plain, '.');
    struct value value = {
        .kind = VALUE_FIGURE, .text = text, .unit = unit, .figure = {number, point ? (int)strlen(point + 1) : 0}};
    return arena_copy(s->arena, &value, sizeof value);
}

static const struct value *goal_label(struct evaluation *s, const struct value *const *a)
{
    struct topic topic;
    return judged(s, a, NULL, &topic) ? value_text(s->arena, topic_goal_label(s->desk, &topic)) : value_none();
}

static const struct value *verdict(struct evaluation *s, const struct value *const *a)
{
    struct topic topic;
    return judged(s, a, NULL, &topic) ? value_text(s->arena, topic_verdict(s->desk, &topic).text) : value_none();
}

static const struct value *gap(struct evaluation *s, const struct value *const *a)
{
    struct topic topic;
    if (!judged(s, a, NULL, &topic))
        return nothing(s);
    return value_figure(&s->desk->say, topic_gap(s->desk, &topic),
                        desk_gap_unit(s->desk, topic.measure, topic.indicator));
}

static const struct value *actual(struct evaluation *s, const struct value *const *a)
{
    struct topic topic;
    if (!judged(s, a, NULL, &topic))
        return nothing(s);
    return value_figure(&s->desk->say, topic_actual(s->desk, &topic),
                        desk_unit(s->desk, topic.measure, topic.indicator));
}

static const struct value *progress(struct evaluation *s, const struct value *const *a)
{
    struct topic topic;
    if (!judged(s, a, argument_accumulates, &topic))
        return nothing(s);
    return value_figure(&s->desk->say, topic_progress(s->desk, &topic), SAY(&s->desk->say, WORD_PERCENT_SIGN));
}

static const struct value *pace(struct evaluation *s, const struct value *const *a)
{
    struct topic topic;
    if (!judged(s, a, argument_accumulates, &topic))
        return nothing(s);
    return value_figure(&s->desk->say, topic_pace(s->desk, &topic), SAY(&s->desk->say, WORD_PERCENT_SIGN));
}

/* An amount of the verdict, in the indicator's unit. */
static const struct value *amount(struct evaluation *s, const struct topic *topic, const struct number *number)
{
    struct shown figure = {number, measure_decimals(MEASURE_VALUE, topic->indicator)};
    return value_figure(&s->desk->say, figure, topic->indicator->unit);
}

#define AMOUNT_FUNCTION(name, field, fits)                                                                             \
    static const struct value *name(struct evaluation *s, const struct value *const *a)                                \
    {                                                                                                                  \
        struct topic topic;                                                                                            \
        return judged(s, a, fits, &topic) ? amount(s, &topic, topic.verdict->field) : nothing(s);                      \
    }

/* clang-format off */
AMOUNT_FUNCTION(due, due, argument_accumulates)
AMOUNT_FUNCTION(to_do, to_do, argument_needs_more)
AMOUNT_FUNCTION(per_month, per_month, argument_needs_more)
AMOUNT_FUNCTION(so_far_per_month, so_far_per_month, argument_needs_more)
/* clang-format on */

static const struct value *growth_needed(struct evaluation *s, const struct value *const *a)
{
    struct topic topic;
    if (!judged(s, a, argument_needs_more, &topic))
        return nothing(s);
    struct shown figure = {topic.verdict->growth_needed, topic.indicator->rate_decimals};
    return value_figure(&s->desk->say, figure, SAY(&s->desk->say, WORD_PERCENT_SIGN));
}

/* ---- places and scores ---- */

static const struct value *whole(struct evaluation *s, int number)
{
    struct shown figure = {number ? number_integer(s->arena, number) : NULL, 0};
    return value_figure(&s->desk->say, figure, "");
}

static bool place_of(struct evaluation *s, const struct value *const *a, struct place *place)
{
    struct topic topic;
    if (!argument_topic(s, a, NULL, &topic))
        return false;
    *place = desk_place(s->desk, topic.measure, topic.indicator, topic.area);
    return true;
}

static const struct value *rank(struct evaluation *s, const struct value *const *a)
{
    struct place place;
    return place_of(s, a, &place) ? whole(s, place.rank) : nothing(s);
}

static const struct value *rank_before(struct evaluation *s, const struct value *const *a)
{
    struct place place;
    return place_of(s, a, &place) ? whole(s, place.previous) : nothing(s);
}

static const struct value *rank_of(struct evaluation *s, const struct value *const *a)
{
    struct place place;
    return place_of(s, a, &place) ? whole(s, place.of) : nothing(s);
}

static const struct score_card *card_of(struct evaluation *s, const struct value *area)
{
    const struct composer *composer = s->desk->composer;
    const struct area *of = argument_area(s, area);
    for (size_t i = 0; i < composer->card_count; i++)
        if (composer->cards[i].area == of)
            return &composer->cards[i];
    return NULL;
}

static const struct value *total_score(struct evaluation *s, const struct value *const *a)
{
    const struct score_card *card = card_of(s, a[0]);
    return card ? value_figure(&s->desk->say, shown_of(&s->desk->say, card->total, 2), "分") : nothing(s);
}

static const struct value *total_rank(struct evaluation *s, const struct value *const *a)
{
    const struct score_card *card = card_of(s, a[0]);
    return whole(s, card ? card->rank.rank : 0);
}

static const struct value *unit(struct evaluation *s, const struct value *const *a)
{
    const struct indicator *indicator = argument_indicator(s, a[0]);
    return indicator ? value_text(s->arena, indicator->unit) : value_none();
}

const struct function functions_figures[] = {
    {"累计", "ytd", "i a?", 1, figure_ytd, false},
    {"当期", "single", "i a?", 1, figure_single, false},
    {"增速", "yoy", "i a?", 1, figure_yoy, false},
    {"当期增速", "single_yoy", "i a?", 1, figure_single_yoy, false},
    {"环比", "qoq", "i a?", 1, figure_qoq, false},
    {"变化", "change", "i a?", 1, figure_change, false},
    {"增速变化", "yoy_change", "i a?", 1, figure_yoy_change, false},
    {"占比", "share", "i a?", 1, figure_share, false},
    {"贡献率", "contribution", "i a?", 1, figure_contribution, false},
    {"拉动", "pull", "i a?", 1, figure_pull, false},
    {"年均增速", "cagr", "i a?", 1, figure_cagr, false},
    {"两年平均", "avg2", "i a?", 1, figure_avg2, false},
    {"比上级差", "vs_parent", "i a?", 1, figure_vs_parent, false},
    {"比参照差", "vs_reference", "i a?", 1, figure_vs_reference, false},
    {"数值", "figure", "i m a?", 1, measure_asked, false},
    {"上年同期", "year_before", "i a?", 2, year_before, false},
    {"目标", "goal", "g a? m?", 2, goal, false},
    {"目标名称", "goal_label", "g a? m?", 2, goal_label, false},
    {"判定", "verdict", "g a? m?", 2, verdict, false},
    {"考核数", "actual", "g a? m?", 2, actual, false},
    {"差距", "gap", "g a? m?", 2, gap, false},
    {"进度", "progress", "g a? m?", 2, progress, false},
    {"序时进度", "pace_share", "g a? m?", 2, pace, false},
    {"应完成", "due", "g a? m?", 2, due, false},
    {"还需完成", "to_do", "g a? m?", 2, to_do, false},
    {"月均需完成", "per_month", "g a? m?", 2, per_month, false},
    {"前期月均", "so_far_per_month", "g a? m?", 2, so_far_per_month, false},
    {"还需增长", "growth_needed", "g a? m?", 2, growth_needed, false},
    {"名次", "place", "g a? m?", 5, rank, false},
    {"上期名次", "place_before", "g a? m?", 5, rank_before, false},
    {"参加排位数", "places", "g a? m?", 5, rank_of, false},
    {"总分", "total_score", "a?", 2, total_score, false},
    {"总分名次", "total_place", "a?", 2, total_rank, false},
    {"单位", "unit", "i", 1, unit, false},
    {NULL, NULL, NULL, 0, NULL, false},
};
