/* SPDX-License-Identifier: MIT */
#include "compute/forecast.h"

#include "check/ops.h"

enum { HALF_YEAR = 6, TIMES_DECIMALS = 1, MONTHS_OF_YEAR = 12, MONTHS_OF_QUARTER = 3 };

struct work {
    struct engine *engine;
    struct arena *arena;
    const struct verdict *verdict;
    struct period period;
};

/* ---- what was done before ---- */

static bool is_level(const struct verdict *verdict)
{
    return verdict->key.measure == MEASURE_VALUE && verdict->key.indicator->kind == KIND_STOCK;
}

/* What the period alone brought, as it prints: of a level, by how much it rose. NULL without a whole figure. */
static const struct number *brought(const struct work *w, enum measure measure, struct period period)
{
    struct subject s = {w->verdict->key.indicator, w->verdict->area, period, 0};
    const struct result *result = measure_of(w->engine, measure, s);
    return result->flag == FLAG_NONE ? result->printed : NULL;
}

static const struct number *risen(const struct work *w, struct period from, struct period to)
{
    const struct number *before = brought(w, MEASURE_VALUE, from), *after = brought(w, MEASURE_VALUE, to);
    return before && after ? number_subtract(w->arena, after, before) : NULL;
}

static const struct number *single(const struct work *w, struct period period)
{
    if (w->verdict->key.indicator->kind == KIND_STOCK)
        return risen(w, period_before(period), period);
    return brought(w, MEASURE_SINGLE, period);
}

/* No figure is older than the first observation of the series; of a sum, than those of its parts. */
static int first_year(const struct dataset *dataset, const struct indicator *indicator, const struct area *area,
                      int year)
{
    const struct series *series = dataset_series(dataset, indicator, area);
    if (series->count && series->items[0].period.year < year)
        year = series->items[0].period.year;
    for (size_t i = 0; indicator->total == TOTAL_SUM && i < area->child_count; i++)
        year = first_year(dataset, indicator, area->children[i], year);
    return year;
}

static void set_record(const struct work *w, struct forecast *f)
{
    const struct dataset *dataset = engine_dataset(w->engine);
    struct period at = w->period, year_before = period_year_before(w->period, 1);
    int first = first_year(dataset, w->verdict->key.indicator, w->verdict->area, w->period.year);
    f->since = first;
    f->before = risen(w, year_before, period_year_end(w->period, year_before.year));
    for (; at.year >= first; at = period_before(at)) {
        const struct number *there = single(w, at);
        if (!there || (f->best && number_compare(there, f->best) < 0))
            continue;
        f->best = there;
        f->best_at = at;
    }
}

/* ---- the judgement ---- */

static enum forecast_kind between(const struct number *size, const struct number *hope, const struct number *hard)
{
    if (number_compare(size, hope) <= 0)
        return FORECAST_HOPE;
    return number_compare(size, hard) <= 0 ? FORECAST_PUSH : FORECAST_HARD;
}

static int periods_left(struct period period)
{
    int months = MONTHS_OF_YEAR - period_months(period);
    return period.frequency == FREQUENCY_MONTH ? months : months / MONTHS_OF_QUARTER;
}

static void judge_by_record(const struct work *w, struct forecast *f)
{
    if (!f->before && !f->best)
        return;
    f->basis = FORECAST_BY_RECORD;
    const struct number *left = number_integer(w->arena, periods_left(w->period));
    if (f->before && number_compare(f->need, f->before) <= 0)
        f->kind = FORECAST_HOPE;
    else if (f->best && number_compare(f->need, number_multiply(w->arena, f->best, left)) <= 0)
        f->kind = FORECAST_PUSH;
    else
        f->kind = FORECAST_HARD;
}

static void judge(const struct work *w, struct forecast *f)
{
    const struct verdict *v = w->verdict;
    const struct settings *s = &engine_dataset(w->engine)->settings;
    bool counted = verdict_of_few(v) || is_level(v);
    if (!f->need)
        return;
    if (v->accumulating && !counted && f->times) {
        f->basis = FORECAST_BY_TIMES;
        f->kind = between(f->times, s->hope_times, s->hard_times);
    } else if (v->accumulating || counted) {
        judge_by_record(w, f);
    } else if (f->points) {
        f->basis = FORECAST_BY_POINTS;
        f->kind = between(f->points, s->hope_points, s->hard_points);
    } else if (number_sign(f->need) == 0) {
        f->basis = FORECAST_BY_POINTS; /* what is there already makes the whole year's growth */
        f->kind = FORECAST_HOPE;
    }
}

/* ---- the figures ---- */

/* A target to be met by another day than the last of this year: what is left of the year does not decide it. */
static bool due_elsewhen(const struct target *t, struct period period)
{
    return t->deadline && period_compare(target_due(t, period), period_year_end(period, period.year)) != 0;
}

/* What a level lacks; of more than a whole number of things, the next one. */
static const struct number *level_need(const struct work *w)
{
    const struct verdict *v = w->verdict;
    const struct target *t = v->target;
    if (v->satisfied || v->year_over || due_elsewhen(t, w->period) || !v->gap || number_sign(v->gap) > 0 ||
        !v->result->printed || !target_is_number(t) || verdict_good(v) == GOOD_BELOW)
        return NULL;
    const struct number *lacking = number_subtract(w->arena, v->goal, v->result->printed);
    int decimals = v->key.indicator->decimals;
    return number_sign(lacking) > 0 ? number_round(w->arena, lacking, decimals, ROUND_CEILING)
                                    : number_ten(w->arena, -decimals);
}

static const struct number *times_of(const struct work *w)
{
    const struct verdict *v = w->verdict;
    if (!v->per_month || !v->so_far_per_month || number_sign(v->so_far_per_month) <= 0 || verdict_of_few(v))
        return NULL;
    return number_round(w->arena, number_divide(w->arena, v->per_month, v->so_far_per_month), TIMES_DECIMALS,
                        engine_dataset(w->engine)->settings.rounding);
}

static const struct number *points_of(const struct work *w)
{
    const struct verdict *v = w->verdict;
    bool growth = v->growth_needed && v->result && v->result->printed;
    return growth ? number_subtract(w->arena, v->growth_needed, v->result->printed) : NULL;
}

struct forecast forecast_of(struct engine *engine, const struct verdict *verdict, struct period period)
{
    struct work w = {engine, engine_arena(engine), verdict, period};
    struct forecast f = {.kind = FORECAST_NONE};
    if (!verdict->target || verdict->elsewhere || (verdict->accumulating && verdict->satisfied))
        return f;
    f.need = is_level(verdict) ? level_need(&w) : verdict->to_do;
    if (!f.need)
        return f;
    f.times = times_of(&w);
    f.points = points_of(&w);
    if (verdict->key.measure != MEASURE_TOTAL)
        set_record(&w, &f); /* years are no periods of a year */
    if (period_months(period) >= HALF_YEAR)
        judge(&w, &f);
    return f;
}
