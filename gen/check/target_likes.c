/* SPDX-License-Identifier: MIT */
/* Targets of areas that are ranked together lie close to one another and are of the same years; one that stands alone
 * by a power of ten, or in a year of its own, was probably mistyped. */
#include "check/measure.h"
#include "check/ops.h"
#include "check/target_reading.h"

#include <stdlib.h>
#include <string.h>

/* From how many areas on their targets say what the odd one should be, and how many powers of ten are no accident: of
 * percentages a hundredfold; amounts differ with the size of areas, so a thousandfold. */
enum { LIKES = 4, PERCENT_PLACES = 2, AMOUNT_PLACES = 3, MOST_PLACES = 12 };

static int order_of(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

/* Those of one indicator and measure together, then of one parent and group. */
static int by_peers(const struct target *a, const struct target *b)
{
    int order = order_of(a->indicator->index, b->indicator->index);
    order = order ? order : order_of((size_t)a->measure, (size_t)b->measure);
    order = order ? order : order_of(a->area->parent->index, b->area->parent->index);
    return order ? order : strcmp(a->area->group, b->area->group);
}

static int by_years(const struct target *a, const struct target *b)
{
    int order = (a->deadline > b->deadline) - (a->deadline < b->deadline);
    order = order ? order : (a->from > b->from) - (a->from < b->from);
    order = order ? order : (a->to > b->to) - (a->to < b->to);
    return order || !a->deadline ? order : period_compare(a->due, b->due);
}

static int in_order(const void *left, const void *right)
{
    const struct target *a = *(const struct target *const *)left, *b = *(const struct target *const *)right;
    int order = by_peers(a, b);
    order = order ? order : by_years(a, b);
    return order ? order : order_of(a->area->index, b->area->index);
}

static int by_value(const void *left, const void *right)
{
    const struct target *a = *(const struct target *const *)left, *b = *(const struct target *const *)right;
    int order = number_compare(a->value, b->value);
    return order ? order : order_of(a->area->index, b->area->index);
}

/* ---- off by a power of ten ---- */

/* The value with its point moved by as many places as bring it among the others; 0 places when none do. */
static int places_off(struct arena *arena, const struct number *value, bool large, const struct number *least,
                      const struct number *most, const struct number **meant)
{
    for (int places = 1; places <= MOST_PLACES; places++) {
        *meant = number_multiply(arena, value, number_ten(arena, large ? -places : places));
        if (number_compare(*meant, least) >= 0 && number_compare(*meant, most) <= 0)
            return places;
    }
    return 0;
}

static void check_value(struct loader *loader, const struct target *odd, bool large, const struct target *least,
                        const struct target *most)
{
    const struct number *meant;
    int places = places_off(loader->arena, odd->value, large, least->value, most->value, &meant);
    int enough = measure_in_percent(odd->measure, odd->indicator) ? PERCENT_PLACES : AMOUNT_PLACES;
    if (places < enough)
        return;
    struct where where = target_line(odd);
    FINDING(loader->findings, RULE_TARGET_UNLIKE, &where, number_plain(loader->arena, odd->value, 10),
            odd->indicator->name, number_plain(loader->arena, least->value, 10),
            number_plain(loader->arena, most->value, 10),
            number_plain(loader->arena, number_ten(loader->arena, places), 0), number_plain(loader->arena, meant, 10));
}

/* Targets of one year: the largest and the smallest of their values against all others. */
static void check_values(struct loader *loader, const struct target *const *all, size_t count)
{
    const struct target **list = arena_alloc(loader->arena, (count + 1) * sizeof *list);
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        if (target_is_number(all[i]) && number_sign(all[i]->value) > 0 && all[i]->op == all[0]->op)
            list[n++] = all[i];
    if (n < LIKES)
        return;
    qsort(list, n, sizeof *list, by_value);
    check_value(loader, list[n - 1], true, list[0], list[n - 2]);
    check_value(loader, list[0], false, list[1], list[n - 1]);
}

/* ---- in another year ---- */

static size_t run_of(const struct target *const *all, size_t count,
                     int (*same)(const struct target *, const struct target *))
{
    size_t n = 1;
    while (n < count && same(all[0], all[n]) == 0)
        n++;
    return n;
}

static bool has_area(const struct target *const *all, size_t count, const struct area *area)
{
    for (size_t i = 0; i < count; i++)
        if (all[i]->area == area)
            return true;
    return false;
}

/* Of one indicator, measure and group: two runs of years, one of a single area that has no target in the other. */
static void check_years(struct loader *loader, const struct target *const *all, size_t count)
{
    size_t first = run_of(all, count, by_years);
    if (count < LIKES || first == count || run_of(all + first, count - first, by_years) != count - first)
        return;
    if (first != 1 && count - first != 1)
        return;
    const struct target *odd = first == 1 ? all[0] : all[count - 1];
    const struct target *const *others = first == 1 ? all + 1 : all;
    if (has_area(others, count - 1, odd->area) || odd->deadline != others[0]->deadline || !odd->to)
        return;
    struct where where = target_line(odd);
    FINDING(loader->findings, RULE_TARGET_OTHER_YEAR, &where, arena_format(loader->arena, "%d", odd->to),
            odd->indicator->name, arena_format(loader->arena, "%d", others[0]->to));
}

void targets_check_likes(struct loader *loader)
{
    const struct dataset *dataset = loader->dataset;
    const struct target **all = arena_alloc(loader->arena, (dataset->target_count + 1) * sizeof *all);
    size_t count = 0;
    for (size_t i = 0; i < dataset->target_count; i++)
        if (dataset->targets[i].scope == SCOPE_AREA && dataset->targets[i].area->parent)
            all[count++] = &dataset->targets[i];
    qsort(all, count, sizeof *all, in_order);
    for (size_t i = 0, n; i < count; i += n) {
        n = run_of(all + i, count - i, by_peers);
        check_years(loader, all + i, n);
        for (size_t j = 0, m; j < n; j += m) {
            m = run_of(all + i + j, n - j, by_years);
            check_values(loader, all + i + j, m);
        }
    }
}
