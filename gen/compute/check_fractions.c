/* SPDX-License-Identifier: MIT */
/* Growths written as fractions, 0.067 for 6.7 %: a hundredth of what the levels say, or, without levels, of what the
 * other areas of the group have, and written two places finer than any of theirs. */
#include "compute/check_inside.h"
#include "compute/rank.h"

enum { LIKES = 3, FINEST = 8 };

/* The cell in which the growth was given, where it is below 1; NULL for none. */
static const struct figure *small_growth(const struct results *r, struct subject s)
{
    bool rate = s.indicator->kind == KIND_RATE;
    if ((!rate && !measure_applies(MEASURE_YOY, s.indicator)) || results_doubted(r, s))
        return NULL;
    const struct figure *figure = results_figure(r, s, rate ? FIELD_VALUE : FIELD_YOY);
    if (!figure || !figure->number || number_sign(figure->number) == 0)
        return NULL;
    return number_compare_integer(number_absolute(r->arena, figure->number), 1) < 0 ? figure : NULL;
}

static const struct number *hundredfold(const struct results *r, const struct number *number)
{
    return number_multiply(r->arena, number, number_integer(r->arena, 100));
}

static void report(const struct results *r, struct subject s, const struct figure *figure)
{
    DOUBT(r, s, RULE_GROWTH_FRACTION, figure, results_plain(r, figure->number),
          results_plain(r, hundredfold(r, figure->number)));
}

static void check_against_levels(const struct results *r, struct subject s)
{
    const struct figure *figure = s.indicator->kind == KIND_RATE ? NULL : small_growth(r, s);
    if (!figure || s.indicator->basis == BASIS_SINGLE)
        return;
    const struct number *computed = measure_computed_yoy(r->engine, s)->number, *tenth = number_ratio(r->arena, 1, 10);
    if (!computed || number_compare_integer(number_absolute(r->arena, computed), 1) < 0)
        return;
    if (results_farther(r, figure->number, computed, tenth) &&
        !results_farther(r, hundredfold(r, figure->number), computed, tenth))
        report(r, s, figure);
}

/* How many decimals it takes to write the number. */
static int decimals_of(const struct results *r, const struct number *number)
{
    int decimals = 0;
    while (decimals < FINEST && !number_is_integer(number_multiply(r->arena, number, number_ten(r->arena, decimals))))
        decimals++;
    return decimals;
}

static void check_against_group(const struct results *r, const struct group *group, struct subject s)
{
    const struct figure *figure = small_growth(r, s);
    if (!figure)
        return;
    enum field field = s.indicator->kind == KIND_RATE ? FIELD_VALUE : FIELD_YOY;
    int decimals = decimals_of(r, figure->number) - 2;
    const struct number *meant = number_absolute(r->arena, hundredfold(r, figure->number));
    size_t others = 0, below = 0, above = 0;
    for (size_t i = 0; i < group->count && decimals >= 0; i++) {
        const struct figure *other = results_figure(r, results_subject(r, s.indicator, group->members[i]), field);
        if (!other || !other->number || group->members[i] == s.area)
            continue;
        if (decimals_of(r, other->number) > decimals)
            return;
        int order = number_compare(number_absolute(r->arena, other->number), meant);
        others++;
        below += order <= 0;
        above += order >= 0;
    }
    if (others >= LIKES && below && above)
        report(r, s, figure);
}

void check_fractions(const struct results *r)
{
    size_t group_count;
    const struct group *groups = groups_of(r->engine, &group_count);
    for (size_t i = 0; i < r->dataset->indicator_count; i++) {
        for (size_t a = 0; a < r->dataset->area_count; a++)
            check_against_levels(r, results_subject(r, &r->dataset->indicators[i], &r->dataset->areas[a]));
        for (size_t g = 0; g < group_count; g++)
            for (size_t m = 0; m < groups[g].count; m++)
                check_against_group(r, &groups[g],
                                    results_subject(r, &r->dataset->indicators[i], groups[g].members[m]));
    }
}
