/* SPDX-License-Identifier: MIT */
#include "compute/movers.h"

#include <stdlib.h>

enum { MOST_NAMED = 3, LEAST_PARTS = 2 };

/* The sum of the pulls may be so far from the region's growth, which is rounded where it was reported. */
static const struct number *tolerance(struct arena *arena)
{
    return number_ratio(arena, 1, 10);
}

static struct mover mover_of(struct engine *engine, struct subject s)
{
    return (struct mover){.area = s.area,
                          .pull = measure_of(engine, MEASURE_PULL, s),
                          .growth = measure_of(engine, MEASURE_YOY, s),
                          .share = measure_of(engine, MEASURE_SHARE, s),
                          .contribution = measure_of(engine, MEASURE_CONTRIBUTION, s)};
}

static int larger_first(const void *left, const void *right)
{
    const struct mover *a = left, *b = right;
    int order = number_compare(b->pull->number, a->pull->number);
    return order ? order : (a->area->index > b->area->index) - (a->area->index < b->area->index);
}

static void gather(struct engine *engine, struct period period, struct movers *m)
{
    const struct area *region = engine_dataset(engine)->region;
    struct arena *arena = engine_arena(engine);
    struct mover *items = NULL;
    const struct area **absent = NULL;
    for (size_t i = 0; i < region->child_count; i++) {
        if (!region->children[i]->in_total)
            continue;
        struct mover mover = mover_of(engine, (struct subject){m->indicator, region->children[i], period, 0});
        if (mover.pull->number && mover.pull->flag == FLAG_NONE)
            ARRAY_ADD(arena, items, m->count, mover);
        else
            ARRAY_ADD(arena, absent, m->absent_count, mover.area);
    }
    if (items)
        qsort(items, m->count, sizeof *items, larger_first);
    m->items = items;
    m->absent = absent;
}

/* The first ones of more than twice as many that pull up; and the last ones of those that pull down. */
static void choose_named(struct movers *m)
{
    size_t up = 0, down = 0;
    for (size_t i = 0; i < m->count; i++) {
        up += number_sign(m->items[i].pull->printed) > 0;
        down += number_sign(m->items[i].pull->printed) < 0;
    }
    m->first = (up + 1) / 2 < MOST_NAMED ? (up + 1) / 2 : MOST_NAMED;
    m->last = down < MOST_NAMED ? down : MOST_NAMED;
}

static bool adds_up(struct engine *engine, const struct movers *m)
{
    struct arena *arena = engine_arena(engine);
    const struct number *sum = number_integer(arena, 0);
    for (size_t i = 0; i < m->count; i++)
        sum = number_add(arena, sum, m->items[i].pull->number);
    const struct number *off = number_absolute(arena, number_subtract(arena, sum, m->growth->number));
    return number_compare(off, tolerance(arena)) <= 0;
}

bool movers_of(struct engine *engine, const struct indicator *indicator, struct period period, struct movers *movers)
{
    const struct area *region = engine_dataset(engine)->region;
    *movers = (struct movers){.indicator = indicator};
    if (!measure_applies(MEASURE_PULL, indicator) || indicator_of_things(indicator))
        return false;
    gather(engine, period, movers);
    if (movers->count < LEAST_PARTS)
        return false;
    choose_named(movers);
    if (movers->absent_count)
        return true;
    const struct result *growth = measure_of(engine, MEASURE_YOY, (struct subject){indicator, region, period, 0});
    if (!growth->number || growth->flag != FLAG_NONE)
        return false;
    movers->growth = growth;
    movers->shares = number_compare_times(growth->printed, 1, 2, NULL) > 0;
    return adds_up(engine, movers);
}
