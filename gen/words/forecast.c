/* SPDX-License-Identifier: MIT */
#include "words/forecast.h"

#include "words/goal.h"
#include "words/goal_kind.h"
#include "words/sentence_target.h"

enum { QUARTER = 3, HALF_YEAR = 6, YEAR = 12 };

/* ---- what other months brought ---- */

/* The level at a period, unrounded; NULL without a whole one. */
static const struct number *level_at(const struct desk *desk, const struct topic *topic, struct period period)
{
    const struct result *result = desk_result_at(desk, MEASURE_VALUE, topic->indicator, topic->area, period);
    return result->flag == FLAG_NONE ? result->number : NULL;
}

/* What the periods behind `from` up to `to` of one year brought; `from` NULL: since the year began. */
static const struct number *brought(const struct desk *desk, const struct topic *topic, const struct period *from,
                                    struct period to)
{
    const struct number *after = level_at(desk, topic, to);
    if (!from || !after)
        return after;
    const struct number *before = level_at(desk, topic, *from);
    return before ? number_subtract(desk->arena, after, before) : NULL;
}

static int months_of(struct period period)
{
    return period.year * YEAR + period_months(period);
}

/* What the `months` months up to `to` brought; NULL where that isn't known. A flow begins anew with each year, so that
 * its stretch ends in the year it began in; a level goes on. */
static const struct number *stretch_to(const struct desk *desk, const struct topic *topic, struct period to, int months)
{
    bool flow = topic->indicator->kind == KIND_FLOW;
    struct period from = period_before(to);
    if (flow && period_months(to) == months)
        return brought(desk, topic, NULL, to);
    while (months_of(to) - months_of(from) < months)
        from = period_before(from);
    if (months_of(to) - months_of(from) > months || (flow && from.year != to.year))
        return NULL;
    return brought(desk, topic, &from, to);
}

/* The first year that an area has anything of the indicator; the desk's where none has. */
static int first_year(const struct desk *desk, const struct indicator *indicator)
{
    int first = desk->period.year;
    for (size_t i = 0; i < desk->dataset->area_count; i++) {
        const struct series *series = dataset_series(desk->dataset, indicator, &desk->dataset->areas[i]);
        if (series->count && series->items[0].period.year < first)
            first = series->items[0].period.year;
    }
    return first;
}

static void look_back(const struct desk *desk, const struct topic *topic, struct forecast *forecast)
{
    const struct period same = period_year_before(desk->period, 1), end = period_year_end(same, same.year);
    int left = months_of(end) - months_of(same), first = first_year(desk, topic->indicator);
    int decimals = measure_decimals(MEASURE_VALUE, topic->indicator);
    const struct number *best = NULL;
    forecast->before = shown_of(&desk->say, brought(desk, topic, &same, end), decimals);
    for (struct period to = desk->period; to.year >= first; to = period_before(to)) {
        const struct number *size = stretch_to(desk, topic, to, left);
        if (size && (!best || number_compare(size, best) > 0))
            best = size;
    }
    forecast->best = shown_of(&desk->say, best, decimals);
    forecast->best_from = best ? first : 0;
}

/* ---- the word ---- */

static enum prospect prospect_by(const struct number *size, const struct number *hope, const struct number *hard)
{
    if (number_compare(size, hope) <= 0)
        return PROSPECT_HOPE;
    return number_compare(size, hard) <= 0 ? PROSPECT_PUSH : PROSPECT_HARD;
}

/* What a total or a growth needs per month or in growth; false: there is no such figure. */
static bool judge_by_pace(const struct desk *desk, const struct topic *topic, struct forecast *forecast)
{
    const struct verdict *v = topic->verdict;
    const struct settings *s = &desk->dataset->settings;
    if (v->accumulating) {
        forecast->times = topic_need_times(desk, topic);
        if (!forecast->times.number)
            return false;
        forecast->basis = FORECAST_TIMES;
        forecast->prospect = prospect_by(forecast->times.number, s->hope_times, s->hard_times);
        return true;
    }
    forecast->growth = (struct shown){v->growth_needed, topic->indicator->rate_decimals};
    forecast->more = shown_difference(&desk->say, forecast->growth, topic_actual(desk, topic));
    if (!topic_is_growth(topic) || !forecast->more.number)
        return false;
    forecast->basis = FORECAST_GROWTH;
    forecast->prospect = prospect_by(forecast->more.number, s->hope_points, s->hard_points);
    return true;
}

/* What comes one by one, and a level, by what came before: false where the same months of last year aren't known. */
static bool judge_by_past(struct forecast *forecast)
{
    if (!forecast->before.number || !forecast->best.number)
        return false;
    forecast->basis = FORECAST_PAST;
    forecast->prospect = prospect_by(forecast->need.number, forecast->before.number, forecast->best.number);
    return true;
}

/* What is still to come of a level that is to be reached by the end of this year. */
static const struct number *level_lacking(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    int last = v->target->deadline ? v->target->due.year : target_last_year(v->target);
    if (topic->indicator->kind != KIND_STOCK || topic->measure != MEASURE_VALUE || last != desk->period.year ||
        !v->gap || number_sign(v->gap) >= 0 || v->elsewhere || target_is_milestone(v->target) ||
        ops[v->target->op].against != AGAINST_FIGURE)
        return NULL;
    return number_negate(desk->arena, v->gap);
}

struct forecast topic_forecast(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    struct forecast forecast = {.prospect = PROSPECT_NONE};
    if (v->year_over || period_is_last(desk->period) || topic_at_most(topic))
        return forecast;
    const struct number *level = level_lacking(desk, topic), *need = v->to_do ? v->to_do : level;
    if (!need || number_sign(need) <= 0)
        return forecast;
    forecast.need = (struct shown){need, measure_decimals(MEASURE_VALUE, topic->indicator)};
    if (target_last_year(v->target) > desk->period.year)
        return forecast; /* the rest of the year isn't the rest of the target */
    look_back(desk, topic, &forecast);
    if (period_months(desk->period) < HALF_YEAR)
        return forecast;
    bool by_past = level || topic_counts(desk, topic);
    if (!(by_past && judge_by_past(&forecast)) && !level)
        judge_by_pace(desk, topic, &forecast);
    return forecast;
}

const char *forecast_best_name(const struct desk *desk)
{
    int months = YEAR - period_months(desk->period);
    if (months == QUARTER && desk->period.frequency == FREQUENCY_QUARTER)
        return SAY(&desk->say, WORD_REST_COL_BEST_QUARTER);
    if (months == 1)
        return SAY(&desk->say, WORD_REST_COL_BEST_MONTH);
    return FILL(&desk->say, WORD_REST_COL_BEST, "月", arena_format(desk->arena, "%d", months));
}
