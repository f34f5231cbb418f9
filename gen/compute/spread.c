/* SPDX-License-Identifier: MIT */
#include "compute/spread.h"

#include <stdlib.h>

static int compare_numbers(const void *left, const void *right)
{
    return number_compare(*(const struct number *const *)left, *(const struct number *const *)right);
}

struct spread spread_of(struct arena *arena, const struct number *const *numbers, size_t count, enum better better)
{
    struct spread spread = {0};
    const struct number **there = NULL;
    for (size_t i = 0; i < count; i++)
        if (numbers[i])
            ARRAY_ADD(arena, there, spread.count, numbers[i]);
    if (spread.count < SPREAD_LEAST)
        return spread;
    qsort(there, spread.count, sizeof *there, compare_numbers);
    const struct number *low = there[0], *high = there[spread.count - 1];
    const struct number *below = there[(spread.count - 1) / 2], *above = there[spread.count / 2];
    spread.best = better == BETTER_LOWER ? low : high;
    spread.worst = better == BETTER_LOWER ? high : low;
    spread.median = number_divide(arena, number_add(arena, below, above), number_integer(arena, 2));
    return spread;
}
