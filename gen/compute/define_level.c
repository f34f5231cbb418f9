/* SPDX-License-Identifier: MIT */
/* Levels: value and single, by observation, by sums over children and by quotient. */
#include "compute/define.h"
#include "compute/ratio.h"

/* The sum over the children with in_total of `measure` (value, or the observed single): incomplete when one is
 * missing, no_data when all are. The first addend's inputs come first. */
static struct result children_sum(struct engine *e, struct subject s,
                                  const struct result *(*of)(struct engine *, struct subject))
{
    struct result sum = {.number = number_integer(e->arena, 0), .origin = ORIGIN_SUMMED};
    size_t present = 0, missing = 0;
    for (size_t i = 0; i < s.area->child_count; i++) {
        const struct area *child = s.area->children[i];
        if (!child->in_total)
            continue;
        const struct result *part = of(e, subject_in(s, child));
        missing += !result_is_plain(part);
        if (!part->number)
            continue;
        present++;
        sum.number = number_add(e->arena, sum.number, part->number);
        result_take_inputs(e, &sum, part);
    }
    if (!present)
        return (struct result){.flag = FLAG_NO_DATA};
    if (missing)
        sum.flag = FLAG_INCOMPLETE;
    return sum;
}

static bool sums_children(struct subject s)
{
    return s.indicator->total == TOTAL_SUM && s.area->child_count > 0;
}

/* The parts of a period that a finer series gives one by one: the months of a quarter, the quarters or months of a
 * year. February stands for January and February. Returns how many. */
static size_t finer_parts(struct period period, enum frequency finer, struct period parts[12])
{
    size_t count = 0;
    int width = finer == FREQUENCY_QUARTER ? 3 : 1;
    int last = period_months(period) / width;
    int first = period.frequency == FREQUENCY_YEAR ? 1 : last - 2;
    if (finer == FREQUENCY_MONTH && first == 1)
        first = 2;
    for (int part = first; part <= last; part++)
        parts[count++] = (struct period){period.year, finer, part};
    return count;
}

/* basis single: the sum of a finer series' singles over the period; without a number unless all are there. */
static struct result single_from_finer(struct engine *e, struct subject s, enum frequency finer)
{
    struct period parts[12];
    size_t count = finer_parts(s.period, finer, parts);
    struct result sum = {.number = number_integer(e->arena, 0), .origin = ORIGIN_COMPUTED};
    for (size_t i = 0; i < count; i++) {
        const struct figure *figure = lookup_exact(subject_series(e, s), FIELD_VALUE, parts[i]);
        if (!figure || !figure->number)
            return (struct result){.flag = FLAG_NO_DATA};
        sum.number = number_add(e->arena, sum.number, figure->number);
        result_take_input(e, &sum, figure);
    }
    return sum;
}

/* basis single: the area's own figure of the period alone. A month does not answer for a quarter here, the months of
 * the quarter do together. */
static struct result own_single(struct engine *e, struct subject s)
{
    const struct figure *figure = lookup_exact(subject_series(e, s), FIELD_VALUE, s.period);
    if (!figure || !figure->number)
        figure = lookup_exact(subject_series(e, s), FIELD_SINGLE, s.period);
    if (figure && figure->number)
        return result_reported(e, figure);
    struct result sum = {.flag = FLAG_NO_DATA};
    if (s.period.frequency == FREQUENCY_YEAR)
        sum = single_from_finer(e, s, FREQUENCY_QUARTER);
    if (!result_is_plain(&sum) && s.period.frequency != FREQUENCY_MONTH)
        sum = single_from_finer(e, s, FREQUENCY_MONTH);
    return sum;
}

/* basis single: own, else over the children, period by period. */
static const struct result *observed_single(struct engine *e, struct subject s)
{
    struct result *r = arena_alloc(e->arena, sizeof *r);
    *r = own_single(e, s);
    if (!result_is_plain(r) && sums_children(s))
        *r = children_sum(e, s, observed_single);
    return r;
}

/* The sum of the year's own singles up to the period; no_data if one is missing. P's own comes first, then the others
 * from the year's beginning on, so that their cells are named in that order. */
static struct result sum_of_singles(struct engine *e, struct subject s)
{
    struct period periods[12] = {s.period}, before = s.period;
    size_t count = 1;
    while (period_before_in_year(before, &before))
        periods[count++] = before;
    struct result sum = own_single(e, s);
    for (size_t i = count - 1; i >= 1 && result_is_plain(&sum); i--) {
        struct result earlier = own_single(e, subject_at(s, periods[i]));
        if (!result_is_plain(&earlier))
            return (struct result){.flag = FLAG_NO_DATA};
        sum.number = number_add(e->arena, sum.number, earlier.number);
        sum.origin = ORIGIN_COMPUTED;
        result_take_inputs(e, &sum, &earlier);
    }
    return sum;
}

/* basis single: in the first period the single itself; a figure of the whole year answers for the year's last period.
 */
static struct result own_cumulative(struct engine *e, struct subject s)
{
    struct result sum = sum_of_singles(e, s);
    if (result_is_plain(&sum) || !period_is_last(s.period) || s.period.frequency == FREQUENCY_YEAR)
        return sum;
    struct period year = {s.period.year, FREQUENCY_YEAR, 1};
    const struct figure *figure = lookup_exact(subject_series(e, s), FIELD_VALUE, year);
    return figure && figure->number ? result_reported(e, figure) : sum;
}

/* The area's own figure, whether or not children could be summed. */
static struct result own_value(struct engine *e, struct subject s)
{
    if (s.indicator->kind == KIND_FLOW && s.indicator->basis == BASIS_SINGLE)
        return own_cumulative(e, s);
    const struct figure *figure = lookup_figure(subject_series(e, s), FIELD_VALUE, s.period);
    if (figure && figure->number)
        return result_reported(e, figure);
    return (struct result){.flag = FLAG_NO_DATA};
}

/* ratio = numerator / denominator, in the ratio's unit: zero_base over 0, no_base below 0. */
static struct result quotient(struct engine *e, struct subject s)
{
    struct subject above = s, below = s;
    above.indicator = s.indicator->numerator;
    below.indicator = s.indicator->denominator;
    const struct result *a = subject_value(e, above), *b = subject_value(e, below);
    struct result r = result_flagged(FLAG_NONE);
    result_take_inputs(e, &r, a);
    result_take_inputs(e, &r, b);
    if (!a->number || !b->number)
        r.flag = a->flag == FLAG_NO_DATA || b->flag == FLAG_NO_DATA ? FLAG_NO_DATA : FLAG_NO_BASE;
    else if (result_is_plain(b) && number_sign(b->number) < 0)
        r.flag = FLAG_NO_BASE;
    else if (!result_is_plain(a) || !result_is_plain(b))
        r.flag = FLAG_INCOMPLETE;
    else if (number_sign(b->number) == 0)
        r.flag = FLAG_ZERO_BASE;
    else
        r.number = number_multiply(e->arena, number_divide(e->arena, a->number, b->number),
                                   ratio_scale(e->arena, s.indicator));
    return r;
}

struct result define_value(struct engine *e, struct subject s)
{
    if (s.indicator->numerator) {
        struct result r = quotient(e, s);
        if (r.flag != FLAG_NO_DATA)
            return r;
    }
    struct result own = own_value(e, s);
    if (!own.number && sums_children(s))
        return children_sum(e, s, subject_value);
    return own;
}

const struct result *measure_children_sum(struct engine *e, struct subject s)
{
    struct result sum = children_sum(e, s, subject_value);
    return arena_copy(e->arena, &sum, sizeof sum);
}

struct result define_single(struct engine *e, struct subject s)
{
    struct period before;
    if (!period_before_in_year(s.period, &before))
        return *subject_value(e, s);
    if (s.indicator->basis == BASIS_SINGLE)
        return *observed_single(e, s);
    const struct figure *figure = lookup_exact(subject_series(e, s), FIELD_SINGLE, s.period);
    if (figure && figure->number)
        return result_reported(e, figure);
    return result_difference(e, subject_value(e, s), subject_value(e, subject_at(s, before)));
}
