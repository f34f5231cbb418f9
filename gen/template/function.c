/* SPDX-License-Identifier: MIT */
#include "template/function.h"

#include <stdint.h>

static size_t count_taken(const struct function *function, unsigned flags)
{
    size_t count = 0;
    for (size_t i = 0; i < FUNCTION_TAKES && function->takes[i] != ARG_NONE; i++)
        count += (function->takes[i] & flags) == 0;
    return count;
}

size_t function_least(const struct function *function)
{
    return count_taken(function, OPTIONAL | REPEATED);
}

size_t function_most(const struct function *function)
{
    size_t all = count_taken(function, 0);
    return all && (function->takes[all - 1] & REPEATED) ? SIZE_MAX : all;
}

enum argument_kind function_takes(const struct function *function, size_t argument)
{
    size_t all = count_taken(function, 0);
    if (!all)
        return ARG_VALUE;
    return (enum argument_kind)(function->takes[argument < all ? argument : all - 1] & ~(unsigned)ARGUMENT_FLAGS);
}
