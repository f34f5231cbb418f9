/* SPDX-License-Identifier: MIT */
/* Levels and growths that are absurd beside their own history and their group. */
#include "check/house_rules.h"
#include "compute/check_inside.h"
#include "compute/house_check.h"
#include "compute/rank.h"

#include <stdlib.h>

enum { SMALL_COUNT = 10, SMALL_BASE = 100, ENOUGH = 8 };

/* ---- levels ---- */

static void check_level(const struct results *r, struct subject s, struct period period)
{
    static const enum field levels[] = {FIELD_VALUE, FIELD_SINGLE};
    struct subject at = s;
    at.period = period;
    /* Asked before: what is found here doubts the figure too. */
    bool copied = period_compare(period, r->period) == 0 && results_doubted(r, s) == BLAMED;
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
        const struct figure *figure = results_figure(r, at, levels[i]);
        if (!figure || !figure->number || !figure->doubt || copied)
            continue;
        struct where where = results_where(r, at, figure);
        const struct house_rule *vouched = figure_verified(r->engine, at);
        if (vouched)
            FINDING(r->findings, RULE_VERIFIED, &where, arena_format(r->arena, "%d", vouched->place.line),
                    results_plain(r, figure->number));
        else
            doubt_report(r->findings, SEVERITY_WARNING, &where, figure->number, figure->doubt);
        results_set_doubted(r, s, period_compare(period, r->period) == 0 ? BLAMED : DOUBTED);
    }
}

void check_levels(const struct results *r)
{
    struct period periods[] = {r->period, period_year_before(r->period, 1), period_before(r->period)};
    size_t count = r->period.frequency == FREQUENCY_YEAR ? 2 : 3; /* the year before is the period before */
    for (size_t i = 0; i < r->dataset->indicator_count; i++)
        for (size_t a = 0; a < r->dataset->area_count; a++)
            for (size_t p = 0; p < count; p++)
                check_level(r, results_subject(r, &r->dataset->indicators[i], &r->dataset->areas[a]), periods[p]);
}

/* ---- growths beyond a limit ---- */

static struct subject year_before(struct subject s)
{
    s.period = period_year_before(s.period, 1);
    return s;
}

/* A growth on a handful of things says nothing: 1, then 5; nor does one on a base of less than three digits, 0.11 or
 * 0.44, half of which may be rounding. */
static bool is_on_little(const struct results *r, struct subject s)
{
    if (s.indicator->kind == KIND_RATE)
        return false;
    const struct number *then = measure_of(r->engine, MEASURE_VALUE, year_before(s))->number;
    if (!then || indicator_counts(s.indicator, then))
        return then && number_compare_times(then, SMALL_COUNT, 1, NULL) < 0;
    const struct number *units = number_multiply(r->arena, then, number_ten(r->arena, s.indicator->decimals));
    return s.indicator->decimals > 0 && number_compare_times(units, SMALL_BASE, 1, NULL) < 0;
}

/* The growth of the area's own figures: of a sum each part is looked at. NULL for none. */
static const struct result *own_growth(const struct results *r, struct subject s, enum measure measure)
{
    if (!measure_applies(measure, s.indicator) || results_doubted(r, s))
        return NULL;
    const struct result *growth = measure_of(r->engine, measure, s);
    bool summed = measure_of(r->engine, MEASURE_VALUE, s)->origin == ORIGIN_SUMMED;
    if (!growth->printed || (summed && growth->origin != ORIGIN_REPORTED) || is_on_little(r, s))
        return NULL;
    return growth;
}

static void check_limit(const struct results *r, struct subject s, enum measure measure, enum rule rule,
                        const struct number *limit)
{
    const struct result *growth = limit ? own_growth(r, s, measure) : NULL;
    if (growth && number_compare(number_absolute(r->arena, growth->printed), limit) > 0)
        DOUBT(r, s, rule, result_first_input(growth), results_plain(r, growth->printed), results_plain(r, limit));
}

/* ---- growths far from the group's ---- */

struct growth {
    const struct area *area;
    const struct number *number, *distance; /* from the median */
};

static int by_number(const void *left, const void *right)
{
    return number_compare(((const struct growth *)left)->number, ((const struct growth *)right)->number);
}

static int by_distance(const void *left, const void *right)
{
    const struct growth *a = left, *b = right;
    int order = number_compare(a->distance, b->distance);
    return order ? order : (a->area->index > b->area->index) - (a->area->index < b->area->index);
}

static const struct number *middle(struct arena *arena, const struct number *a, const struct number *b)
{
    return number_divide(arena, number_add(arena, a, b), number_integer(arena, 2));
}

/* A growth as unusual as that of the period before is no news: the base is what it is. */
static bool is_as_before(const struct results *r, struct subject s, const struct number *growth,
                         const struct number *limit)
{
    s.period = period_before(s.period);
    const struct result *before = measure_of(r->engine, MEASURE_YOY, s);
    return before->printed && !results_farther(r, growth, before->printed, limit);
}

/* A growth that was reported and is that of the two levels: all three cells would have to be wrong. */
static bool is_confirmed(const struct results *r, struct subject s)
{
    const struct result *growth = measure_of(r->engine, MEASURE_YOY, s);
    const struct number *now = measure_of(r->engine, MEASURE_VALUE, s)->number;
    const struct number *then = measure_of(r->engine, MEASURE_VALUE, year_before(s))->number;
    if (s.indicator->kind == KIND_RATE || growth->origin != ORIGIN_REPORTED || !now || !then || !number_sign(then))
        return false;
    const struct number *percent = number_multiply(
        r->arena, number_divide(r->arena, number_subtract(r->arena, now, then), then), number_integer(r->arena, 100));
    return number_sign(then) < 0 || !results_farther(r, growth->number, percent, r->dataset->settings.outlier_spread);
}

/* The median of sorted growths, and how far one usually lies from it: the median distance × 1.4826, which of a normal
 * spread is its standard deviation; but at least the floor of the settings, for where all grow alike every tenth would
 * be far. Leaves them sorted by distance. */
static const struct number *measure_spread(const struct results *r, struct growth *growths, size_t count,
                                           const struct number **median)
{
    const struct number *floor = r->dataset->settings.outlier_spread;
    qsort(growths, count, sizeof *growths, by_number);
    *median = middle(r->arena, growths[(count - 1) / 2].number, growths[count / 2].number);
    for (size_t i = 0; i < count; i++)
        growths[i].distance = number_absolute(r->arena, number_subtract(r->arena, growths[i].number, *median));
    qsort(growths, count, sizeof *growths, by_distance);
    const struct number *distance = middle(r->arena, growths[(count - 1) / 2].distance, growths[count / 2].distance);
    const struct number *spread = number_multiply(r->arena, distance, number_ratio(r->arena, 14826, 10000));
    return number_compare(spread, floor) < 0 ? floor : spread;
}

/* An area that swings widely, by eight earlier growths or more, is far from nothing of its own. */
static bool is_its_way(const struct results *r, struct subject s, const struct number *growth)
{
    const struct series *series = dataset_series(r->dataset, s.indicator, s.area);
    struct growth *growths = arena_alloc(r->arena, (series->count + 1) * sizeof *growths);
    size_t count = 0;
    for (size_t i = 0; i < series->count && period_compare(series->items[i].period, s.period) < 0; i++) {
        struct subject earlier = s;
        earlier.period = series->items[i].period;
        const struct result *result = measure_of(r->engine, MEASURE_YOY, earlier);
        if (result->printed)
            growths[count++] = (struct growth){.area = s.area, .number = result->printed};
    }
    if (count < ENOUGH)
        return false;
    const struct number *median, *spread = measure_spread(r, growths, count, &median);
    return !results_farther(r, growth, median, number_multiply(r->arena, spread, r->dataset->settings.outlier_score));
}

static void check_group(const struct results *r, const struct group *group, const struct indicator *indicator)
{
    struct growth *growths = arena_alloc(r->arena, group->count * sizeof *growths);
    size_t count = 0;
    for (size_t i = 0; i < group->count; i++) {
        const struct result *result = own_growth(r, results_subject(r, indicator, group->members[i]), MEASURE_YOY);
        if (result)
            growths[count++] = (struct growth){.area = group->members[i], .number = result->printed};
    }
    if (count < ENOUGH)
        return;
    const struct number *median, *spread = measure_spread(r, growths, count, &median);
    const struct number *limit = number_multiply(r->arena, spread, r->dataset->settings.outlier_score);
    for (size_t i = count; i-- > 0 && number_compare(growths[i].distance, limit) > 0;) {
        struct subject s = results_subject(r, indicator, growths[i].area);
        if (!is_as_before(r, s, growths[i].number, limit) && !is_confirmed(r, s) &&
            !is_its_way(r, s, growths[i].number))
            DOUBT(r, s, RULE_OUTLIER_SCORE, result_first_input(measure_of(r->engine, MEASURE_YOY, s)),
                  results_plain(r, growths[i].number), results_plain(r, median),
                  number_plain(r->arena, number_divide(r->arena, growths[i].distance, spread), 1));
    }
}

void check_growths(const struct results *r)
{
    const struct settings *settings = &r->dataset->settings;
    size_t group_count;
    const struct group *groups = groups_of(r->engine, &group_count);
    for (size_t i = 0; i < r->dataset->indicator_count; i++) {
        const struct indicator *indicator = &r->dataset->indicators[i];
        for (size_t a = 0; a < r->dataset->area_count; a++) {
            struct subject s = results_subject(r, indicator, &r->dataset->areas[a]);
            check_limit(r, s, MEASURE_YOY, RULE_OUTLIER_YOY, settings->outlier_yoy);
            check_limit(r, s, MEASURE_YOY_CHANGE, RULE_OUTLIER_CHANGE, settings->outlier_change);
        }
        for (size_t g = 0; settings->outlier_score && measure_applies(MEASURE_YOY, indicator) && g < group_count; g++)
            check_group(r, &groups[g], indicator);
    }
}
