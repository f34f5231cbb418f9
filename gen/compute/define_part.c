/* SPDX-License-Identifier: MIT */
/* Parts of the whole, differences from others, and sums over years. */
#include "compute/define.h"

/* ---- parts of the whole ---- */

static struct subject of_region(struct engine *e, struct subject s)
{
    return subject_in(s, e->dataset->region);
}

/* The whole's level a year before. It has no row of its own in measures.csv, but where it was added up, and the whole's
 * growth computed from it, the growth's row names its cells: whoever is a part need not name them all again. */
static const struct result *whole_year_before(struct engine *e, struct subject whole)
{
    const struct result *base = subject_value(e, subject_year_before(whole));
    if (base->origin != ORIGIN_SUMMED)
        return base;
    const struct result *growth = measure_of(e, MEASURE_YOY, whole);
    if (growth->origin != ORIGIN_COMPUTED || !growth->inputs)
        return base;
    struct result named = *base;
    named.inputs = growth->inputs;
    return arena_copy(e->arena, &named, sizeof named);
}

/* part / whole × 100; whole 0 zero_base, below 0 no_base. */
static struct result part_of_whole(struct engine *e, const struct result *part, const struct result *whole)
{
    struct result r = result_flagged(result_lacking(part, whole));
    result_take_inputs(e, &r, part);
    result_take_inputs(e, &r, whole);
    if (part->number && result_is_plain(whole) && number_sign(whole->number) < 0)
        r.flag = FLAG_NO_BASE;
    if (result_is_plain(&r) && number_sign(whole->number) == 0)
        r.flag = FLAG_ZERO_BASE;
    if (result_is_plain(&r))
        r.number = measure_percentage(e, part->number, whole->number);
    return r;
}

struct result define_share(struct engine *e, struct subject s)
{
    return part_of_whole(e, subject_value(e, s), subject_value(e, of_region(e, s)));
}

struct result define_contribution(struct engine *e, struct subject s)
{
    struct subject whole = of_region(e, s);
    struct result part_rise = result_difference(e, subject_value(e, s), subject_value(e, subject_year_before(s)));
    struct result whole_rise = result_difference(e, subject_value(e, whole), whole_year_before(e, whole));
    struct result r = result_flagged(result_lacking(&part_rise, &whole_rise));
    result_take_inputs(e, &r, &part_rise);
    result_take_inputs(e, &r, &whole_rise);
    if (result_is_plain(&r) && number_sign(whole_rise.number) == 0)
        r.flag = FLAG_ZERO_BASE;
    if (result_is_plain(&r))
        r.number = measure_percentage(e, part_rise.number, whole_rise.number);
    return r;
}

struct result define_pull(struct engine *e, struct subject s)
{
    struct result rise = result_difference(e, subject_value(e, s), subject_value(e, subject_year_before(s)));
    return part_of_whole(e, &rise, whole_year_before(e, of_region(e, s)));
}

/* ---- held against others ---- */

static struct result against(struct engine *e, struct subject s, const struct area *other)
{
    enum measure of = rank_measure(s.indicator);
    const struct result *own = measure_of(e, of, s);
    if (other)
        return result_compared_difference(e, own, measure_of(e, of, subject_in(s, other)));
    static const struct result nobody = {.flag = FLAG_NO_BASE};
    return result_compared_difference(e, own, &nobody);
}

struct result define_vs_parent(struct engine *e, struct subject s)
{
    return against(e, s, s.area->parent);
}

struct result define_vs_reference(struct engine *e, struct subject s)
{
    return against(e, s, reference_area(e->dataset));
}

const struct result *measure_beside(struct engine *engine, struct subject subject, const struct area *other)
{
    struct result r = against(engine, subject, other);
    return arena_copy(engine->arena, &r, sizeof r);
}

/* ---- sums over years ---- */

struct result define_total(struct engine *e, struct subject s)
{
    const struct result *now = subject_value(e, s);
    struct result sum = {.number = now->number, .flag = now->flag, .origin = ORIGIN_COMPUTED};
    result_take_inputs(e, &sum, now);
    if (s.period.year < s.from && sum.flag != FLAG_NO_DATA)
        sum.flag = FLAG_NO_BASE;
    for (int year = s.from; year < s.period.year; year++) {
        const struct result *whole = subject_value(e, subject_at(s, period_year_end(s.period, year)));
        result_take_inputs(e, &sum, whole);
        if (sum.flag == FLAG_NO_DATA || sum.flag == FLAG_NO_BASE)
            continue;
        if (!whole->number)
            sum.flag = FLAG_NO_BASE;
        else if (!result_is_plain(whole))
            sum.flag = FLAG_INCOMPLETE;
        else
            sum.number = number_add(e->arena, sum.number, whole->number);
    }
    /* Computed from an incomplete figure, it has none itself. */
    if (!result_is_plain(&sum))
        sum.number = NULL;
    return sum;
}

struct result define_mean(struct engine *e, struct subject s)
{
    struct result r = define_total(e, s);
    int months = (s.period.year - s.from) * 12 + period_months(s.period);
    if (result_is_plain(&r))
        r.number = number_divide(e->arena, r.number, number_ratio(e->arena, months, 12));
    return r;
}
