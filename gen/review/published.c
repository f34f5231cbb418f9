/* SPDX-License-Identifier: MIT */
#include "review/published.h"

#include <stdlib.h>
#include <string.h>

static int compare_rows(const struct published_row *a, const struct published_row *b)
{
    int order = (a->kind > b->kind) - (a->kind < b->kind);
    if (!order)
        order = strcmp(a->area, b->area);
    if (!order)
        order = strcmp(a->indicator, b->indicator);
    if (!order)
        order = strcmp(a->measure, b->measure);
    return order ? order : strcmp(a->to, b->to);
}

static int compare_places(const void *left, const void *right)
{
    return compare_rows(*(const struct published_row *const *)left, *(const struct published_row *const *)right);
}

/* The rows by name, for looking one up. */
static const struct published_row **sorted(const struct published *published, struct arena *arena)
{
    const struct published_row **places = arena_alloc(arena, published->count * sizeof(struct published_row *) + 1);
    for (size_t i = 0; i < published->count; i++)
        places[i] = &published->rows[i];
    if (published->count)
        qsort(places, published->count, sizeof *places, compare_places);
    return places;
}

static const struct published_row *find(const struct published_row **places, size_t count,
                                        const struct published_row *row)
{
    const struct published_row **found = count ? bsearch(&row, places, count, sizeof *places, compare_places) : NULL;
    return found ? *found : NULL;
}

static void count_changed(struct changes *changes, enum published_kind kind)
{
    changes->verdicts += kind == PUBLISHED_VERDICT;
    changes->targets += kind == PUBLISHED_TARGET;
    changes->figures += kind == PUBLISHED_FIGURE;
}

struct changes changes_between(const struct published *before, const struct published *now, struct arena *arena)
{
    struct changes changes = {0};
    struct change *items = NULL;
    const struct published_row **old = sorted(before, arena), **new = sorted(now, arena);
    for (size_t i = 0; i < now->count; i++) {
        const struct published_row *row = &now->rows[i], *was = find(old, before->count, row);
        if (was && !strcmp(was->text, row->text)) {
            changes.hidden += strcmp(was->exact, row->exact) != 0;
            continue;
        }
        if (was)
            count_changed(&changes, row->kind);
        changes.added += !was;
        struct change change = {was, row};
        ARRAY_ADD(arena, items, changes.count, change);
    }
    for (size_t i = 0; i < before->count; i++) {
        struct change change = {&before->rows[i], NULL};
        if (find(new, now->count, &before->rows[i]))
            continue;
        changes.gone++;
        ARRAY_ADD(arena, items, changes.count, change);
    }
    changes.items = items;
    return changes;
}
