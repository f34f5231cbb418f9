/* SPDX-License-Identifier: MIT */
/* Exact numbers: rationals that never change once made. Nothing in the program computes with doubles.
 *
 * Every function that returns a number allocates it in the arena given; there is nothing to free. */
#ifndef TONGBAO_BASE_NUMBER_H
#define TONGBAO_BASE_NUMBER_H

#include "base/arena.h"

#include <gmp.h>
#include <stdbool.h>

struct number {
    mpq_t q; /* canonical; read-only, its limbs lie in the arena */
};

enum rounding {
    ROUND_HALF_UP,   /* 四舍五入: ties away from zero */
    ROUND_HALF_EVEN, /* GB/T 8170-2008: ties to the even digit */
    ROUND_CEILING,   /* towards +∞ */
    ROUND_FLOOR      /* towards −∞ */
};

/* n, n/d (d > 0), and 10 to the power of e (also negative). */
const struct number *number_integer(struct arena *arena, long n);
const struct number *number_ratio(struct arena *arena, long n, long d);
const struct number *number_ten(struct arena *arena, int e);
/* The most digits that a figure may have: no statistic has more, and what does is a fault of whatever wrote it. */
#define NUMBER_DIGITS 40
/* Whether the text has more than that. */
bool number_is_long(const char *text);
/* A plain ASCII decimal: [+-]digits[.digits], at least one digit. NULL when it is anything else. */
const struct number *number_parse(struct arena *arena, const char *text);

const struct number *number_add(struct arena *arena, const struct number *a, const struct number *b);
const struct number *number_subtract(struct arena *arena, const struct number *a, const struct number *b);
const struct number *number_multiply(struct arena *arena, const struct number *a, const struct number *b);
/* b must not be zero. */
const struct number *number_divide(struct arena *arena, const struct number *a, const struct number *b);
const struct number *number_negate(struct arena *arena, const struct number *a);
const struct number *number_absolute(struct arena *arena, const struct number *a);
/* The n-th root of a >= 0, n >= 1: exact where it is rational; else cut after 300 decimals and made to lie strictly
 * between two points of that grid, so that no later rounding can take it for a tie. */
const struct number *number_root(struct arena *arena, const struct number *a, unsigned n);

/* −1, 0 or 1 (and less, equal, greater). */
int number_sign(const struct number *a);
int number_compare(const struct number *a, const struct number *b);
/* a against b × above / below (below > 0), without a number made of it; a NULL b is 1. −1, 0 or 1. */
int number_compare_times(const struct number *a, long above, long below, const struct number *b);
/* True for whole numbers. */
bool number_is_integer(const struct number *a);
/* −1, 0, 1: how it stands to a whole number. */
int number_compare_integer(const struct number *a, long n);

/* Rounded to `decimals` places (0 or more). */
const struct number *number_round(struct arena *arena, const struct number *a, int decimals, enum rounding rounding);
/* A plain ASCII decimal with exactly `decimals` places; a is rounded by `rounding` first. Nothing prints as −0. */
char *number_text(struct arena *arena, const struct number *a, int decimals, enum rounding rounding);
/* At most `decimals` places, half away from zero, no trailing zeros, no exponent: 10.05, 3, -0.5. */
char *number_plain(struct arena *arena, const struct number *a, int decimals);
/* At most ten places, … behind them where there are more; "" for NULL. */
const char *number_exact(struct arena *arena, const struct number *a);

#endif
