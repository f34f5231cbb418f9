/* SPDX-License-Identifier: MIT */
#include "compute/rank.h"

#include "compute/target.h"

#include <stdlib.h>
#include <string.h>

static void collect_groups(struct engine *engine, struct engine_shared *all)
{
    const struct dataset *d = engine_dataset(engine);
    struct arena *arena = engine_arena(engine);
    struct group *groups = NULL;
    size_t count = 0;
    for (size_t i = 0; i < d->area_count; i++) {
        const struct area *area = &d->areas[i];
        if (!area->parent || area->role == ROLE_REFERENCE || strcmp(area->group, "-") == 0)
            continue;
        size_t g = 0;
        while (g < count && (groups[g].parent != area->parent || strcmp(groups[g].name, area->group) != 0))
            g++;
        if (g == count) {
            struct group group = {.parent = area->parent, .name = area->group};
            ARRAY_ADD(arena, groups, count, group);
        }
        ARRAY_ADD(arena, groups[g].members, groups[g].count, area);
    }
    all->groups = groups;
    all->group_count = count;
    all->groups_made = true;
}

const struct group *groups_of(struct engine *engine, size_t *count)
{
    struct engine_shared *all = engine_shared(engine);
    if (!all->groups_made)
        collect_groups(engine, all);
    *count = all->group_count;
    return all->groups;
}

const struct group *group_of(struct engine *engine, const struct area *area)
{
    size_t count;
    const struct group *groups = groups_of(engine, &count);
    for (size_t i = 0; i < count; i++)
        if (area->parent && groups[i].parent == area->parent && strcmp(groups[i].name, area->group) == 0)
            return &groups[i];
    return NULL;
}

struct contender {
    const struct number *number;
    size_t index;
    int direction; /* 1: the larger the better */
};

static int compare_contenders(const void *left, const void *right)
{
    const struct contender *a = left, *b = right;
    int order = number_compare(b->number, a->number) * a->direction;
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

const struct rank *rank_numbers(struct arena *arena, const struct number *const *numbers, size_t count,
                                enum better better)
{
    struct rank *ranks = arena_alloc(arena, (count + 1) * sizeof *ranks);
    struct contender *order = arena_alloc(arena, (count + 1) * sizeof *order);
    size_t of = 0;
    for (size_t i = 0; i < count; i++)
        if (numbers[i])
            order[of++] = (struct contender){numbers[i], i, better == BETTER_LOWER ? -1 : 1};
    if (of)
        qsort(order, of, sizeof *order, compare_contenders);
    for (size_t i = 0; i < count; i++)
        ranks[i].of = (int)of;
    for (size_t i = 0; i < of; i++) {
        struct rank *rank = &ranks[order[i].index];
        bool same = i > 0 && number_compare(order[i].number, order[i - 1].number) == 0;
        rank->rank = same ? ranks[order[i - 1].index].rank : (int)i + 1;
        if (same)
            rank->tied = ranks[order[i - 1].index].tied = true;
    }
    return ranks;
}

const struct rank *rank_group(struct engine *engine, const struct group *group, enum measure measure,
                              const struct indicator *indicator, struct period period, struct period run)
{
    struct arena *arena = engine_arena(engine);
    const struct number **numbers = arena_alloc(arena, (group->count + 1) * sizeof *numbers);
    for (size_t i = 0; i < group->count; i++) {
        const struct result *r = measure_at(engine, measure, indicator, group->members[i], period, run);
        numbers[i] = r->flag == FLAG_NONE ? compared(engine, r) : NULL;
    }
    return rank_numbers(arena, numbers, group->count, indicator->better);
}

/* A number of things is what it is; nothing was rounded. */
static bool is_rounded(enum measure measure, const struct indicator *indicator)
{
    bool number = measures[measure].counted == IN_UNIT && !measures[measure].finer;
    return !number || !indicator_of_things(indicator);
}

const bool *rank_close(struct engine *engine, const struct group *group, enum measure measure,
                       const struct indicator *indicator, struct period period, const struct rank *ranks)
{
    struct arena *arena = engine_arena(engine);
    bool *close = arena_alloc(arena, (group->count + 1) * sizeof *close);
    /* By rank, less one: those of one rank print alike. */
    const struct number **printed = arena_alloc(arena, (group->count + 1) * sizeof *printed);
    bool *marked = arena_alloc(arena, (group->count + 1) * sizeof *marked);
    const struct number *unit = number_ten(arena, -measure_decimals(measure, indicator));
    for (size_t i = 0; i < group->count && is_rounded(measure, indicator); i++)
        if (ranks[i].rank)
            printed[ranks[i].rank - 1] =
                measure_at(engine, measure, indicator, group->members[i], period, period)->printed;
    for (size_t i = 0, before = 0; i < group->count; i++) {
        if (!printed[i])
            continue;
        const struct number *apart = number_absolute(arena, number_subtract(arena, printed[i], printed[before]));
        if (i != before && number_compare(apart, unit) <= 0)
            marked[i] = marked[before] = true;
        before = i;
    }
    for (size_t i = 0; i < group->count; i++)
        close[i] = ranks[i].rank && marked[ranks[i].rank - 1];
    return close;
}

struct rank rank_of_area(struct engine *engine, const struct area *area, enum measure measure,
                         const struct indicator *indicator, struct period period, struct period run)
{
    const struct group *group = group_of(engine, area);
    if (!group)
        return (struct rank){0};
    const struct rank *ranks = rank_group(engine, group, measure, indicator, period, run);
    size_t i = 0;
    while (group->members[i] != area)
        i++;
    return ranks[i];
}

/* Whether what is named is the measure, or the place by it. */
static bool means(enum measure named, enum measure measure, const struct indicator *indicator)
{
    return named == measure || (measure_is_place(named) && place_measure(named, indicator) == measure);
}

bool rank_wanted(struct engine *engine, enum measure measure, const struct indicator *indicator, struct period period)
{
    const struct dataset *d = engine_dataset(engine);
    if (measure_is_place(measure) || !measure_applies(measure, indicator))
        return false;
    bool growth = indicator->kind == KIND_FLOW || indicator->kind == KIND_STOCK;
    if (measure == MEASURE_VALUE || (measure == MEASURE_YOY && growth) ||
        (measure == MEASURE_CHANGE && indicator->kind == KIND_RATIO))
        return true;
    for (size_t i = 0; i < d->target_count; i++)
        if (d->targets[i].indicator == indicator && means(d->targets[i].measure, measure, indicator) &&
            target_in_force(&d->targets[i], period))
            return true;
    for (size_t i = 0; i < d->scoring_count; i++)
        if (d->scoring[i].indicator == indicator && means(d->scoring[i].measure, measure, indicator))
            return true;
    return false;
}
