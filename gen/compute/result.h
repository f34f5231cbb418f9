/* SPDX-License-Identifier: MIT */
/* What is asked of the engine, and what it answers. */
#ifndef TONGBAO_COMPUTE_RESULT_H
#define TONGBAO_COMPUTE_RESULT_H

#include "check/measure.h"

/* Of what a measure is asked. `from` is the first year of cagr, total and mean; 0 elsewhere. */
struct subject {
    const struct indicator *indicator;
    const struct area *area;
    struct period period;
    int from;
};

/* Why there is no figure, or no plain one (SPEC §3 "No figure"). */
enum flag {
    FLAG_NONE,
    FLAG_NO_DATA,       /* 未报 */
    FLAG_NO_BASE,       /* the base is missing */
    FLAG_INCOMPLETE,    /* a child is missing; the sum itself still shows */
    FLAG_ZERO_BASE,     /* the base is zero */
    FLAG_TURNED_PROFIT, /* 扭亏为盈 */
    FLAG_TURNED_LOSS,   /* 由盈转亏 */
    FLAG_LOSS_NARROWED, /* 减亏 */
    FLAG_LOSS_WIDENED,  /* 增亏 */
    FLAG_LOSS_SAME      /* 持平 */
};

enum origin { ORIGIN_NONE, ORIGIN_REPORTED, ORIGIN_COMPUTED, ORIGIN_SUMMED };

struct result {
    const struct number *number;  /* unrounded; NULL without a figure */
    const struct number *printed; /* rounded as printed; NULL without a figure */
    const struct number *amount;  /* |v − v′|, for 减亏 and 增亏 only */
    enum flag flag;
    enum origin origin;
    const struct inputs *inputs; /* the cells it was taken from, P's own first; NULL for none */
    /* How it was come by: for the measure asked for, or for the one that this one is in the year's first period. */
    const struct definition *definition;
};

/* Cells joined without copying: one cell, or what comes first and what comes then. Those of a figure of the whole
 * region lie below a node that names its row in measures.csv. */
struct inputs {
    const struct figure *figure; /* NULL: a join */
    const struct inputs *first, *then;
    const struct figure *row; /* @R/CZ/value as its file, without a line; NULL for no such row */
    struct period period;     /* of the row */
};

/* The first cell a result was taken from; NULL for none. */
const struct figure *result_first_input(const struct result *result);
/* All of them in order, each place (file and line) once. Returns how many; *figures lives in `arena`. */
size_t result_inputs(struct arena *arena, const struct result *result, const struct figure *const **figures);
/* The same with every cell, also several of one line. */
size_t result_cells(struct arena *arena, const struct result *result, const struct figure *const **figures);
/* The same for a row of the period's measures.csv: the rows of the whole region stand instead of their cells. */
size_t result_inputs_of_row(struct arena *arena, const struct result *result, struct period period,
                            const struct figure *const **figures);

/* As printed: ASCII minus, no sign, separators or unit; 减亏7.5, 扭亏为盈, —. */
const char *result_text(struct arena *arena, const struct result *result, enum measure measure,
                        const struct indicator *indicator, enum rounding rounding);
const char *flag_id(enum flag flag);       /* no_data …; "" for FLAG_NONE */
const char *origin_id(enum origin origin); /* reported, computed, summed; "" */

#endif
