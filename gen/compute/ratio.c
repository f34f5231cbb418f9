/* SPDX-License-Identifier: MIT */
#include "compute/ratio.h"

#include "check/unit.h"

#include <string.h>

static const struct number *or_one(struct arena *arena, const struct number *factor)
{
    return factor ? factor : number_integer(arena, 1);
}

const struct number *ratio_scale(struct arena *arena, const struct indicator *ratio)
{
    const char *above = ratio->numerator->unit, *below = ratio->denominator->unit;
    const char *slash = strchr(ratio->unit, '/');
    if (slash) {
        const char *a = arena_string_n(arena, ratio->unit, (size_t)(slash - ratio->unit));
        return number_divide(arena, or_one(arena, unit_factor(arena, above, a)),
                             or_one(arena, unit_factor(arena, below, slash + 1)));
    }
    long times = unit_is_permille(ratio->unit) ? 1000 : 100;
    return number_multiply(arena, or_one(arena, unit_factor(arena, above, below)), number_integer(arena, times));
}
