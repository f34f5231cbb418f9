/* SPDX-License-Identifier: MIT */
#include "compute/result.h"

#include <string.h>

/* ---- as it is written ---- */

static const struct {
    const char *id, *word;
} flags[] = {
    [FLAG_NONE] = {"", ""},
    [FLAG_NO_DATA] = {"no_data", "—"},
    [FLAG_NO_BASE] = {"no_base", "—"},
    [FLAG_INCOMPLETE] = {"incomplete", "—"},
    [FLAG_ZERO_BASE] = {"zero_base", "—"},
    [FLAG_TURNED_PROFIT] = {"turned_profit", "扭亏为盈"},
    [FLAG_TURNED_LOSS] = {"turned_loss", "由盈转亏"},
    [FLAG_LOSS_NARROWED] = {"loss_narrowed", "减亏"},
    [FLAG_LOSS_WIDENED] = {"loss_widened", "增亏"},
    [FLAG_LOSS_SAME] = {"loss_same", "持平"},
};

const char *flag_id(enum flag flag)
{
    return flags[flag].id;
}

const char *origin_id(enum origin origin)
{
    static const char *const ids[] = {"", "reported", "computed", "summed"};
    return ids[origin];
}

const char *result_text(struct arena *arena, const struct result *result, enum measure measure,
                        const struct indicator *indicator, enum rounding rounding)
{
    if (result->printed)
        return number_text(arena, result->printed, measure_decimals(measure, indicator), rounding);
    if (result->amount)
        return arena_format(arena, "%s%s", flags[result->flag].word,
                            number_text(arena, result->amount, indicator->decimals, rounding));
    return flags[result->flag].word;
}

/* ---- the cells behind it ---- */

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

static bool names_row(const struct inputs *inputs, const struct period *rows)
{
    return rows && inputs->row && period_compare(inputs->period, *rows) == 0;
}

/* Adds the cells of a rope from first to last; with `rows`, those of that period's rows by the name of the row. `trail`
 * has room for every join on its left edge. */
static void add_cells(struct arena *arena, struct places *places, const struct inputs *inputs,
                      const struct period *rows)
{
    const struct inputs **trail = NULL;
    size_t depth = 0;
    for (; inputs && !inputs->figure && !names_row(inputs, rows); inputs = inputs->first)
        ARRAY_ADD(arena, trail, depth, inputs);
    if (inputs)
        add_place(places, inputs->figure ? inputs->figure : inputs->row);
    while (depth)
        add_cells(arena, places, trail[--depth]->then, rows);
}

static size_t list_inputs(struct arena *arena, const struct inputs *inputs, const struct period *rows,
                          const struct figure *const **figures)
{
    size_t cells = count_cells(inputs);
    struct places places = {.size = 2 * cells + 1};
    places.slots = arena_alloc(arena, places.size * sizeof(const struct figure *));
    places.listed = arena_alloc(arena, (cells + 1) * sizeof(const struct figure *));
    add_cells(arena, &places, inputs, rows);
    *figures = places.listed;
    return places.count;
}

size_t result_inputs(struct arena *arena, const struct result *result, const struct figure *const **figures)
{
    return list_inputs(arena, result->inputs, NULL, figures);
}

static size_t collect_cells(const struct inputs *inputs, const struct figure **cells, size_t count)
{
    if (!inputs)
        return count;
    if (inputs->figure)
        cells[count++] = inputs->figure;
    count = collect_cells(inputs->first, cells, count);
    return collect_cells(inputs->then, cells, count);
}

size_t result_cells(struct arena *arena, const struct result *result, const struct figure *const **figures)
{
    const struct figure **cells = arena_alloc(arena, (count_cells(result->inputs) + 1) * sizeof(const struct figure *));
    *figures = cells;
    return collect_cells(result->inputs, cells, 0);
}

size_t result_inputs_of_row(struct arena *arena, const struct result *result, struct period period,
                            const struct figure *const **figures)
{
    /* The row itself is not one of its inputs. */
    const struct inputs *inputs = result->inputs;
    return list_inputs(arena, inputs && inputs->row ? inputs->first : inputs, &period, figures);
}
