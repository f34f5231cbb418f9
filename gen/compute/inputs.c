/* SPDX-License-Identifier: MIT */
/* The cells behind a result. */
#include "compute/engine.h"

#include <string.h>

const struct figure *result_first_input(const struct result *result)
{
    const struct inputs *inputs = result->inputs;
    while (inputs && !inputs->figure)
        inputs = inputs->first;
    return inputs ? inputs->figure : NULL;
}

/* A set of places while they are listed: open addressing, at most half full. */
struct places {
    const struct figure **slots;
    size_t size;
    const struct figure **listed;
    size_t count;
};

static bool same_place(const struct figure *a, const struct figure *b)
{
    return a->line == b->line && (a->file == b->file || strcmp(a->file, b->file) == 0);
}

static void add_place(struct places *places, const struct figure *figure)
{
    size_t slot = (size_t)figure->line * 2654435761u % places->size;
    for (; places->slots[slot]; slot = (slot + 1) % places->size)
        if (same_place(places->slots[slot], figure))
            return;
    places->slots[slot] = places->listed[places->count++] = figure;
}

static size_t count_cells(const struct inputs *inputs)
{
    size_t count = 0;
    /* Joins lean to the left, so the left is walked and the right recursed into: the depth stays small. */
    for (; inputs && !inputs->figure; inputs = inputs->first)
        count += count_cells(inputs->then);
    return count + (inputs != NULL);
}

/* Adds the cells of a rope from first to last. `trail` has room for every join on its left edge. */
static void add_cells(struct arena *arena, struct places *places, const struct inputs *inputs)
{
    const struct inputs **trail = NULL;
    size_t depth = 0;
    for (; inputs && !inputs->figure; inputs = inputs->first)
        ARRAY_ADD(arena, trail, depth, inputs);
    if (inputs)
        add_place(places, inputs->figure);
    while (depth)
        add_cells(arena, places, trail[--depth]->then);
}

size_t result_inputs(struct arena *arena, const struct result *result, const struct figure *const **figures)
{
    size_t cells = count_cells(result->inputs);
    struct places places = {.size = 2 * cells + 1};
    places.slots = arena_alloc(arena, places.size * sizeof(const struct figure *));
    places.listed = arena_alloc(arena, (cells + 1) * sizeof(const struct figure *));
    add_cells(arena, &places, result->inputs);
    *figures = places.listed;
    return places.count;
}
