/* SPDX-License-Identifier: MIT */
#include "compute/target.h"

#include <stdlib.h>
#include <string.h>

int target_first_year(const struct target *target)
{
    return target->from ? target->from : target->to;
}

int target_last_year(const struct target *target)
{
    return target->to ? target->to : target->from;
}

bool target_in_force(const struct target *target, struct period period)
{
    if (target->deadline)
        return target->from <= period.year && period.year <= target->to;
    int first = target_first_year(target), last = target_last_year(target);
    return !first || (first <= period.year && period.year <= last);
}

static int key_year(const struct target *target)
{
    return target->deadline ? target->to : 0;
}

static int compare_keys(const void *left, const void *right)
{
    const struct target_key *a = left, *b = right;
    int order = (a->indicator->index > b->indicator->index) - (a->indicator->index < b->indicator->index);
    if (!order)
        order = (a->measure > b->measure) - (a->measure < b->measure);
    return order ? order : (a->to > b->to) - (a->to < b->to);
}

const struct target_key *target_keys(struct engine *engine, struct period period, size_t *count)
{
    const struct dataset *d = engine_dataset(engine);
    struct target_key *keys = arena_alloc(engine_arena(engine), (d->target_count + 1) * sizeof *keys);
    size_t all = 0, unique = 0;
    for (size_t i = 0; i < d->target_count; i++) {
        const struct target *t = &d->targets[i];
        if (target_in_force(t, period))
            keys[all++] = (struct target_key){t->indicator, t->measure, key_year(t)};
    }
    if (all)
        qsort(keys, all, sizeof *keys, compare_keys);
    for (size_t i = 0; i < all; i++)
        if (!unique || compare_keys(&keys[unique - 1], &keys[i]) != 0)
            keys[unique++] = keys[i];
    *count = unique;
    return keys;
}

/* Targets that speak to one area about one indicator, in file order; and, with `area` NULL, all about the indicator. */
struct area_targets {
    const struct target **items;
    size_t count;
};

/* Whether the target speaks to the area, the more closely the higher: 3 its own, 2 its group, 1 every area. */
static int closeness(const struct dataset *d, const struct target *target, const struct area *area)
{
    if (area->role == ROLE_REFERENCE)
        return 0;
    if (target->scope == SCOPE_AREA)
        return target->area == area ? 3 : 0;
    if (area == d->region)
        return 0;
    if (target->scope == SCOPE_GROUP)
        return strcmp(target->group, area->group) == 0 ? 2 : 0;
    return 1;
}

static size_t list_index(const struct dataset *d, const struct indicator *indicator, const struct area *area)
{
    return indicator->index * (d->area_count + 1) + (area ? area->index : d->area_count);
}

static void list_add(struct arena *arena, struct area_targets *list, const struct target *target)
{
    ARRAY_ADD(arena, list->items, list->count, target);
}

static const struct area_targets *make_lists(struct engine *engine)
{
    const struct dataset *d = engine_dataset(engine);
    struct arena *arena = engine_arena(engine);
    struct area_targets *lists = arena_alloc(arena, d->indicator_count * (d->area_count + 1) * sizeof *lists);
    for (size_t i = 0; i < d->target_count; i++) {
        const struct target *t = &d->targets[i];
        list_add(arena, &lists[list_index(d, t->indicator, NULL)], t);
        if (t->scope == SCOPE_AREA)
            list_add(arena, &lists[list_index(d, t->indicator, t->area)], t);
        for (size_t a = 0; a < d->area_count && t->scope != SCOPE_AREA; a++)
            if (closeness(d, t, &d->areas[a]))
                list_add(arena, &lists[list_index(d, t->indicator, &d->areas[a])], t);
    }
    return lists;
}

/* `area` NULL: every target about the indicator. */
static const struct area_targets *targets_about(struct engine *engine, const struct indicator *indicator,
                                                const struct area *area)
{
    struct engine_shared *shared = engine_shared(engine);
    if (!shared->targets)
        shared->targets = make_lists(engine);
    return &shared->targets[list_index(engine_dataset(engine), indicator, area)];
}

const struct target *target_for(struct engine *engine, struct target_key key, const struct area *area,
                                struct period period)
{
    const struct area_targets *list = targets_about(engine, key.indicator, area);
    const struct target *best = NULL;
    int best_closeness = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct target *t = list->items[i];
        if (t->measure != key.measure || key_year(t) != key.to || !target_in_force(t, period))
            continue;
        int close = closeness(engine_dataset(engine), t, area);
        if (close > best_closeness) {
            best = t;
            best_closeness = close;
        }
    }
    return best;
}

const struct target *target_for_score(struct engine *engine, const struct indicator *indicator, enum measure measure,
                                      const struct area *area, struct period period, int *to)
{
    struct target_key key = {indicator, measure, 0};
    *to = 0;
    const struct target *best = target_for(engine, key, area, period);
    const struct area_targets *list = targets_about(engine, indicator, area);
    if (best)
        return best;
    for (size_t i = 0; i < list->count; i++) {
        key.to = key_year(list->items[i]);
        const struct target *t = key.to ? target_for(engine, key, area, period) : NULL;
        if (t && (!best || t->to < best->to))
            best = t;
    }
    if (best)
        *to = best->to;
    return best;
}

int target_from(struct engine *engine, enum measure measure, const struct indicator *indicator, const struct area *area,
                struct period period)
{
    if (!measures[measure].over_years)
        return 0;
    int to;
    const struct target *own = target_for_score(engine, indicator, measure, area, period, &to);
    if (own)
        return target_first_year(own);
    const struct area_targets *list = targets_about(engine, indicator, NULL);
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i]->measure == measure && target_in_force(list->items[i], period))
            return target_first_year(list->items[i]);
    return 0;
}

bool measure_exists(struct engine *engine, enum measure measure, const struct indicator *indicator,
                    const struct area *area, struct period run)
{
    const struct area *region = engine_dataset(engine)->region;
    if (!measure_applies(measure, indicator) || (area == region && indicator->total == TOTAL_NONE))
        return false;
    if (measures[measure].of_children)
        return area->parent == region && area != region;
    if (measures[measure].over_years)
        return target_from(engine, measure, indicator, area, run) != 0;
    return true;
}

const struct result *measure_at(struct engine *engine, enum measure measure, const struct indicator *indicator,
                                const struct area *area, struct period period, struct period run)
{
    static const struct result none = {.flag = FLAG_NO_BASE};
    struct subject s = {indicator, area, period, 0};
    if (!measure_exists(engine, measure, indicator, area, run))
        return &none;
    s.from = target_from(engine, measure, indicator, area, run);
    return measure_of(engine, measure, s);
}
