/* SPDX-License-Identifier: MIT */
/* Single figures: each as it is printed everywhere else, with its unit. */
#include "check/cell.h"
#include "template/argument.h"
#include "words/goal.h"

/* A measure of an indicator in an area; no figure where its kind has no such measure. */
static const struct value *measured(struct evaluation *e, enum measure measure, const struct value *indicator_value,
                                    const struct value *area)
{
    const struct desk *desk = e->desk;
    const struct indicator *indicator = argument_indicator(e, indicator_value);
    const struct area *of =
        area || indicator_value->kind != VALUE_TOPIC ? argument_area(e, area) : indicator_value->topic->area;
    if (!indicator || !measure_applies(measure, indicator))
        return value_no_figure();
    const struct result *result = desk_result(desk, measure, indicator, of);
    return value_figure(&desk->say, desk_shown(desk, result, measure, indicator), desk_unit(desk, measure, indicator));
}

static const struct value *own_measure(struct evaluation *e, const struct value *const *a)
{
    return measured(e, (enum measure)e->function->which, a[0], a[1]);
}

static const struct value *measure_asked(struct evaluation *e, const struct value *const *a)
{
    return a[1]->kind == VALUE_MEASURE ? measured(e, a[1]->measure, a[0], a[2]) : value_no_figure();
}

static const struct value *year_before(struct evaluation *e, const struct value *const *a)
{
    const struct indicator *indicator = argument_indicator(e, a[0]);
    if (!indicator)
        return value_no_figure();
    return value_figure(&e->desk->say, desk_year_before(e->desk, indicator, argument_area(e, a[1])), indicator->unit);
}

/* ---- of a target ---- */

/* As it is written (10%, 下降2%以上), and to be compared with figures where it is one. */
static const struct value *goal(struct evaluation *e, const struct value *const *a)
{
    struct topic topic;
    if (!argument_topic(e, a, NULL, &topic) || !topic.verdict)
        return value_no_figure();
    const char *text = topic_goal(e->desk, &topic, true), *unit = desk_unit(e->desk, topic.measure, topic.indicator);
    const struct number *number = topic.verdict->target_value;
    if (!number || topic.verdict->target->upper)
        return value_text(e->arena, text);
    return value_as_written(e->arena, number, number_plain(e->arena, number, 10), text, unit);
}

static const char *goal_label(const struct desk *desk, const struct topic *topic)
{
    return topic->verdict ? topic_goal_label(desk, topic) : NULL;
}

static const char *verdict(const struct desk *desk, const struct topic *topic)
{
    return topic->verdict ? topic_verdict(desk, topic).text : NULL;
}

static struct printed_figure gap(const struct desk *desk, const struct topic *topic)
{
    return (struct printed_figure){topic_gap(desk, topic), desk_gap_unit(desk, topic->measure, topic->indicator)};
}

static struct printed_figure actual(const struct desk *desk, const struct topic *topic)
{
    return (struct printed_figure){topic_actual(desk, topic), desk_unit(desk, topic->measure, topic->indicator)};
}

static struct printed_figure percentage(const struct desk *desk, struct shown figure)
{
    return (struct printed_figure){figure, SAY(&desk->say, WORD_PERCENT_SIGN)};
}

static struct printed_figure progress(const struct desk *desk, const struct topic *topic)
{
    return percentage(desk, topic_progress(desk, topic));
}

static struct printed_figure pace(const struct desk *desk, const struct topic *topic)
{
    return percentage(desk, topic_pace(desk, topic));
}

static struct printed_figure growth_needed(const struct desk *desk, const struct topic *topic)
{
    return percentage(desk, (struct shown){topic->verdict->growth_needed, topic->indicator->rate_decimals});
}

/* An amount of the verdict, in the indicator's unit. */
static struct printed_figure amount(const struct topic *topic, const struct number *number)
{
    struct shown figure = {number, measure_decimals(MEASURE_VALUE, topic->indicator)};
    return (struct printed_figure){figure, topic->indicator->unit};
}

static struct printed_figure due(const struct desk *desk, const struct topic *topic)
{
    (void)desk;
    return amount(topic, topic->verdict->due);
}

static struct printed_figure to_do(const struct desk *desk, const struct topic *topic)
{
    (void)desk;
    return amount(topic, topic->verdict->to_do);
}

static struct printed_figure per_month(const struct desk *desk, const struct topic *topic)
{
    (void)desk;
    return amount(topic, topic->verdict->per_month);
}

static struct printed_figure so_far(const struct desk *desk, const struct topic *topic)
{
    (void)desk;
    return amount(topic, topic->verdict->so_far_per_month);
}

/* ---- places and scores ---- */

static const struct value *whole(struct evaluation *e, int number)
{
    struct shown figure = {number ? number_integer(e->arena, number) : NULL, 0};
    return value_figure(&e->desk->say, figure, "");
}

static bool place_of(struct evaluation *e, const struct value *const *a, struct place *place)
{
    struct topic topic;
    if (!argument_topic(e, a, NULL, &topic))
        return false;
    *place = desk_place(e->desk, topic.measure, topic.indicator, topic.area);
    return true;
}

static const struct value *rank(struct evaluation *e, const struct value *const *a)
{
    struct place place;
    return place_of(e, a, &place) ? whole(e, place.rank) : value_no_figure();
}

static const struct value *rank_before(struct evaluation *e, const struct value *const *a)
{
    struct place place;
    return place_of(e, a, &place) ? whole(e, place.previous) : value_no_figure();
}

static const struct value *rank_of(struct evaluation *e, const struct value *const *a)
{
    struct place place;
    return place_of(e, a, &place) ? whole(e, place.of) : value_no_figure();
}

static const struct score_card *card_of(struct evaluation *e, const struct value *area)
{
    const struct composer *composer = e->desk->composer;
    const struct area *of = argument_area(e, area);
    for (size_t i = 0; i < composer->card_count; i++)
        if (composer->cards[i].area == of)
            return &composer->cards[i];
    return NULL;
}

static const struct value *total_score(struct evaluation *e, const struct value *const *a)
{
    const struct score_card *card = card_of(e, a[0]);
    const struct phrasing *p = &e->desk->say;
    return card ? value_figure(p, shown_of(p, card->total, 2), SAY(p, WORD_SCORE_POINTS)) : value_no_figure();
}

static const struct value *total_rank(struct evaluation *e, const struct value *const *a)
{
    const struct score_card *card = card_of(e, a[0]);
    return whole(e, card ? card->rank.rank : 0);
}

static const struct value *unit(struct evaluation *e, const struct value *const *a)
{
    const struct indicator *indicator = argument_indicator(e, a[0]);
    return indicator ? value_text(e->arena, indicator->unit) : value_none();
}

#define INDICATOR_IN_AREA ARG_INDICATOR, ARG_AREA | OPTIONAL

struct function function_of_measure(enum measure measure)
{
    return (struct function){measure_name(measure), measure_id(measure),  {INDICATOR_IN_AREA}, 1,
                             .value = own_measure,  .which = (int)measure};
}

const struct function functions_figures[] = {
    /* What some measures are called besides their names. */
    {"累计", "ytd", {INDICATOR_IN_AREA}, 1, .value = own_measure, .which = MEASURE_VALUE},
    {"变化", "change", {INDICATOR_IN_AREA}, 1, .value = own_measure, .which = MEASURE_CHANGE},
    {"两年平均", "avg2", {INDICATOR_IN_AREA}, 1, .value = own_measure, .which = MEASURE_AVG2},
    {"比上级差", "vs_parent", {INDICATOR_IN_AREA}, 1, .value = own_measure, .which = MEASURE_VS_PARENT},
    {"比参照差", "vs_reference", {INDICATOR_IN_AREA}, 1, .value = own_measure, .which = MEASURE_VS_REFERENCE},
    {"数值", "figure", {ARG_INDICATOR, ARG_MEASURE, ARG_AREA | OPTIONAL}, 1, .value = measure_asked},
    {"上年同期", "year_before", {INDICATOR_IN_AREA}, 2, .value = year_before},
    {"目标", "goal", {ITEM_IN_AREA}, 2, .value = goal},
    {"目标名称", "goal_label", {ITEM_IN_AREA}, 2, .text_of_item = goal_label},
    {"判定", "verdict", {ITEM_IN_AREA}, 2, .text_of_item = verdict},
    {"考核数", "actual", {ITEM_IN_AREA}, 2, .figure_of_item = actual},
    {"差距", "gap", {ITEM_IN_AREA}, 2, .figure_of_item = gap},
    {"进度", "progress", {ITEM_IN_AREA}, 2, .figure_of_item = progress, .fits = argument_accumulates},
    {"序时进度", "pace_share", {ITEM_IN_AREA}, 2, .figure_of_item = pace, .fits = argument_accumulates},
    {"应完成", "due", {ITEM_IN_AREA}, 2, .figure_of_item = due, .fits = argument_accumulates},
    {"还需完成", "to_do", {ITEM_IN_AREA}, 2, .figure_of_item = to_do, .fits = argument_needs_more},
    {"月均需完成", "per_month", {ITEM_IN_AREA}, 2, .figure_of_item = per_month, .fits = argument_needs_more},
    {"前期月均", "so_far_per_month", {ITEM_IN_AREA}, 2, .figure_of_item = so_far, .fits = argument_needs_more},
    {"还需增长", "growth_needed", {ITEM_IN_AREA}, 2, .figure_of_item = growth_needed, .fits = argument_needs_more},
    {"名次", "place", {ITEM_IN_AREA}, 5, .value = rank},
    {"上期名次", "place_before", {ITEM_IN_AREA}, 5, .value = rank_before},
    {"参加排位数", "places", {ITEM_IN_AREA}, 5, .value = rank_of},
    {"总分", "total_score", {ARG_AREA | OPTIONAL}, 2, .value = total_score},
    {"总分名次", "total_place", {ARG_AREA | OPTIONAL}, 2, .value = total_rank},
    {"单位", "unit", {ARG_INDICATOR}, 1, .value = unit},
    {.name = NULL},
};
