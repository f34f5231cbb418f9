/* SPDX-License-Identifier: MIT */
/* Growth on a year earlier, on the period before and over years, and its changes. */
#include "compute/define.h"

const struct figure *define_reported_yoy(struct engine *e, struct subject s)
{
    struct period before;
    bool of_single = s.indicator->kind == KIND_FLOW && s.indicator->basis == BASIS_SINGLE;
    if (of_single && period_before_in_year(s.period, &before))
        return NULL;
    const struct figure *figure = of_single ? lookup_exact(subject_series(e, s), FIELD_YOY, s.period)
                                            : lookup_figure(subject_series(e, s), FIELD_YOY, s.period);
    return figure && figure->number ? figure : NULL;
}

const struct result *measure_computed_yoy(struct engine *e, struct subject s)
{
    struct result r = result_growth(e, subject_value(e, s), subject_value(e, subject_year_before(s)));
    return arena_copy(e->arena, &r, sizeof r);
}

struct result define_yoy(struct engine *e, struct subject s)
{
    if (s.indicator->kind == KIND_RATE)
        return *subject_value(e, s);
    const struct figure *figure = define_reported_yoy(e, s);
    if (figure)
        return result_reported(e, figure);
    return result_growth(e, subject_value(e, s), subject_value(e, subject_year_before(s)));
}

struct result define_single_yoy(struct engine *e, struct subject s)
{
    struct period before;
    if (!period_before_in_year(s.period, &before))
        return *measure_of(e, MEASURE_YOY, s);
    const struct figure *figure = lookup_exact(subject_series(e, s), FIELD_SINGLE_YOY, s.period);
    if (s.indicator->basis == BASIS_SINGLE && !(figure && figure->number))
        figure = lookup_exact(subject_series(e, s), FIELD_YOY, s.period);
    if (figure && figure->number)
        return result_reported(e, figure);
    return result_growth(e, measure_of(e, MEASURE_SINGLE, s), measure_of(e, MEASURE_SINGLE, subject_year_before(s)));
}

/* February holds two months: neither it nor March has a month before it to be held against. */
bool define_spans_two_months(struct subject s)
{
    return s.indicator->kind == KIND_FLOW && s.period.frequency == FREQUENCY_MONTH &&
           (s.period.part == 2 || s.period.part == 3);
}

struct result define_qoq(struct engine *e, struct subject s)
{
    enum measure of = periodic_measure(s.indicator);
    const struct result *now = measure_of(e, of, s);
    if (define_spans_two_months(s)) {
        static const struct result nothing = {.flag = FLAG_NO_BASE};
        return result_growth(e, now, &nothing);
    }
    return result_growth(e, now, measure_of(e, of, subject_at(s, period_before(s.period))));
}

struct result define_change(struct engine *e, struct subject s)
{
    return result_compared_difference(e, subject_value(e, s), subject_value(e, subject_year_before(s)));
}

struct result define_yoy_change(struct engine *e, struct subject s)
{
    return result_compared_difference(e, measure_of(e, MEASURE_YOY, s),
                                      measure_of(e, MEASURE_YOY, subject_at(s, period_before(s.period))));
}

struct result define_yoy_change_year(struct engine *e, struct subject s)
{
    return result_compared_difference(e, measure_of(e, MEASURE_YOY, s),
                                      measure_of(e, MEASURE_YOY, subject_year_before(s)));
}

/* ---- growth over years ---- */

/* P's no_data or incomplete stays, any other lack is no_base. */
static enum flag long_growth_flag(const struct result *now)
{
    return now->flag == FLAG_NO_DATA || now->flag == FLAG_INCOMPLETE ? now->flag : FLAG_NO_BASE;
}

/* (root_n(factor) − 1) × 100 */
static const struct number *yearly_rate(struct engine *e, const struct number *factor, int years)
{
    const struct number *root = number_root(e->arena, factor, (unsigned)years);
    return number_multiply(e->arena, number_subtract(e->arena, root, number_integer(e->arena, 1)), number_hundred(e));
}

static struct result growth_from_levels(struct engine *e, struct subject s, int years)
{
    const struct result *now = subject_value(e, s);
    const struct result *base = subject_value(e, subject_at(s, period_year_before(s.period, years)));
    struct result r = result_flagged(FLAG_NONE);
    result_take_inputs(e, &r, now);
    result_take_inputs(e, &r, base);
    if (!result_is_plain(now) || !result_is_plain(base))
        r.flag = long_growth_flag(now);
    else if (number_sign(base->number) <= 0 || number_sign(now->number) < 0)
        r.flag = FLAG_NO_BASE;
    else
        r.number = yearly_rate(e, number_divide(e->arena, now->number, base->number), years);
    return r;
}

static struct result growth_from_rates(struct engine *e, struct subject s, int years)
{
    struct result r = result_flagged(FLAG_NONE);
    const struct number *product = number_integer(e->arena, 1);
    const struct result *now = measure_of(e, MEASURE_YOY, s);
    for (int k = 0; k < years; k++) {
        const struct result *rate = measure_of(e, MEASURE_YOY, subject_at(s, period_year_before(s.period, k)));
        result_take_inputs(e, &r, rate);
        const struct number *factor = result_is_plain(rate) ? measure_factor(e, rate->number) : NULL;
        if (!factor || number_sign(factor) < 0) {
            if (result_is_plain(&r))
                r.flag = long_growth_flag(now);
            continue;
        }
        product = number_multiply(e->arena, product, factor);
    }
    if (result_is_plain(&r))
        r.number = yearly_rate(e, product, years);
    return r;
}

bool define_grows_by_levels(struct engine *e, struct subject s, int years)
{
    bool any_reported = s.indicator->kind == KIND_RATE;
    for (int k = 0; k < years && !any_reported; k++)
        any_reported = define_reported_yoy(e, subject_at(s, period_year_before(s.period, k))) != NULL;
    return !any_reported;
}

static struct result growth_over_years(struct engine *e, struct subject s, int years)
{
    if (years < 1) {
        const struct result *now = measure_of(e, MEASURE_YOY, s);
        return result_flagged(long_growth_flag(now));
    }
    return define_grows_by_levels(e, s, years) ? growth_from_levels(e, s, years) : growth_from_rates(e, s, years);
}

struct result define_cagr(struct engine *e, struct subject s)
{
    return growth_over_years(e, s, s.period.year - s.from + 1);
}

struct result define_avg2(struct engine *e, struct subject s)
{
    return growth_over_years(e, s, 2);
}
