/* SPDX-License-Identifier: MIT */
#include "compute/issued.h"

#include <string.h>

struct comparing {
    struct engine *engine;
    struct arena *arena;
    struct period period;
    struct published_finder issued;
    struct issued_rank *items;
    size_t count;
};

static void compare_group(struct comparing *c, const struct group *group, enum measure measure,
                          const struct indicator *indicator)
{
    struct period before = period_before(c->period);
    const struct rank *ranks = rank_group(c->engine, group, measure, indicator, before, c->period);
    for (size_t i = 0; i < group->count; i++) {
        struct published_row now = published_rank(c->arena, group->members[i], indicator, measure, &ranks[i]);
        const struct published_row *issued = published_find(&c->issued, &now);
        if (!issued || strcmp(issued->text, now.text) == 0)
            continue;
        struct issued_rank differs = {group->members[i], indicator, measure, issued,
                                      arena_copy(c->arena, &now, sizeof now)};
        ARRAY_ADD(c->arena, c->items, c->count, differs);
    }
}

const struct issued_rank *issued_ranks_of(struct engine *engine, struct period period, const struct published *last,
                                          size_t *count)
{
    const struct dataset *d = engine_dataset(engine);
    struct arena *arena = engine_arena(engine);
    struct comparing c = {engine, arena, period, published_finder(last, arena), NULL, 0};
    size_t group_count;
    const struct group *groups = groups_of(engine, &group_count);
    for (size_t i = 0; i < d->indicator_count; i++)
        for (enum measure m = 0; m < MEASURE_COUNT; m++)
            for (size_t g = 0; g < group_count && rank_wanted(engine, m, &d->indicators[i], period); g++)
                compare_group(&c, &groups[g], m, &d->indicators[i]);
    *count = c.count;
    return c.items;
}
