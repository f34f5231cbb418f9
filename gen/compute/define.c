/* SPDX-License-Identifier: MIT */
/* The arithmetic and the rules for flags that the definitions share (SPEC §3 "No figure"). */
#include "compute/define.h"

#include <string.h>

struct subject subject_at(struct subject s, struct period period)
{
    s.period = period;
    return s;
}

struct subject subject_year_before(struct subject s)
{
    return subject_at(s, period_year_before(s.period, 1));
}

struct subject subject_in(struct subject s, const struct area *area)
{
    s.area = area;
    return s;
}

const struct series *subject_series(const struct engine *e, struct subject s)
{
    return dataset_series(e->dataset, s.indicator, s.area);
}

const struct result *subject_value(struct engine *e, struct subject s)
{
    return measure_of(e, MEASURE_VALUE, s);
}

struct result result_flagged(enum flag flag)
{
    return (struct result){.flag = flag, .origin = ORIGIN_COMPUTED};
}

static const struct inputs *inputs_of(struct engine *e, struct inputs inputs)
{
    return arena_copy(e->arena, &inputs, sizeof inputs);
}

void result_take_inputs(struct engine *e, struct result *to, const struct result *from)
{
    if (!to->inputs || !from->inputs)
        to->inputs = to->inputs ? to->inputs : from->inputs;
    else
        to->inputs = inputs_of(e, (struct inputs){.first = to->inputs, .then = from->inputs});
}

void result_take_input(struct engine *e, struct result *to, const struct figure *figure)
{
    result_take_inputs(e, to, &(struct result){.inputs = inputs_of(e, (struct inputs){.figure = figure})});
}

struct result result_reported(struct engine *e, const struct figure *figure)
{
    struct result r = {.number = figure->number, .origin = ORIGIN_REPORTED};
    result_take_input(e, &r, figure);
    return r;
}

bool result_is_plain(const struct result *r)
{
    return r->flag == FLAG_NONE;
}

const struct number *number_hundred(struct engine *e)
{
    return number_integer(e->arena, 100);
}

const struct number *measure_percentage(struct engine *e, const struct number *a, const struct number *b)
{
    return number_multiply(e->arena, number_divide(e->arena, a, b), number_hundred(e));
}

const struct number *measure_factor(struct engine *e, const struct number *rate)
{
    return number_add(e->arena, number_integer(e->arena, 1), number_divide(e->arena, rate, number_hundred(e)));
}

enum flag result_lacking(const struct result *now, const struct result *base)
{
    if (!now->number)
        return now->flag;
    if (!result_is_plain(base) && base->flag != FLAG_INCOMPLETE)
        return FLAG_NO_BASE;
    if (now->flag == FLAG_INCOMPLETE || base->flag == FLAG_INCOMPLETE)
        return FLAG_INCOMPLETE;
    return FLAG_NONE;
}

/* The flag of a difference (§3): P's no_data or incomplete stays, else the base's incomplete, any other flag of
 * either becomes no_base. */
static enum flag difference_flag(const struct result *now, const struct result *base)
{
    if (now->flag == FLAG_NO_DATA || now->flag == FLAG_INCOMPLETE)
        return now->flag;
    if (base->flag == FLAG_INCOMPLETE)
        return FLAG_INCOMPLETE;
    return result_is_plain(now) && result_is_plain(base) ? FLAG_NONE : FLAG_NO_BASE;
}

struct result result_difference(struct engine *e, const struct result *now, const struct result *base)
{
    struct result r = result_flagged(difference_flag(now, base));
    result_take_inputs(e, &r, now);
    result_take_inputs(e, &r, base);
    if (result_is_plain(&r))
        r.number = number_subtract(e->arena, now->number, base->number);
    return r;
}

struct result result_compared_difference(struct engine *e, const struct result *now, const struct result *base)
{
    struct result r = result_difference(e, now, base);
    if (result_is_plain(&r))
        r.number = number_subtract(e->arena, compared(e, now), compared(e, base));
    return r;
}

/* The flag of growth over a base that is not positive, or falling below zero (§3 "No figure"). */
static enum flag loss_flag(struct engine *e, const struct number *v, const struct number *base)
{
    int base_sign = number_sign(base), sign = number_sign(v);
    if (base_sign == 0)
        return FLAG_ZERO_BASE;
    if (base_sign > 0)
        return sign < 0 ? FLAG_TURNED_LOSS : FLAG_NONE;
    if (sign >= 0)
        return FLAG_TURNED_PROFIT;
    int order = number_compare(number_absolute(e->arena, v), number_absolute(e->arena, base));
    return order < 0 ? FLAG_LOSS_NARROWED : order > 0 ? FLAG_LOSS_WIDENED : FLAG_LOSS_SAME;
}

struct result result_growth(struct engine *e, const struct result *now, const struct result *base)
{
    struct result r = result_flagged(result_lacking(now, base));
    result_take_inputs(e, &r, now);
    result_take_inputs(e, &r, base);
    if (!result_is_plain(&r))
        return r;
    r.flag = loss_flag(e, now->number, base->number);
    const struct number *difference = number_subtract(e->arena, now->number, base->number);
    if (r.flag == FLAG_LOSS_NARROWED || r.flag == FLAG_LOSS_WIDENED)
        r.amount = number_absolute(e->arena, difference);
    if (result_is_plain(&r))
        r.number = measure_percentage(e, difference, base->number);
    return r;
}
