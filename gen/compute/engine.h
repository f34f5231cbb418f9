/* SPDX-License-Identifier: MIT */
/* Measures: every figure of SPEC §3 for one indicator, area and period, in exact rationals.
 *
 * Pure: a result depends on the dataset alone, and is remembered, so asking twice is cheap. Everything lives in the
 * engine's arena. */
#ifndef TONGBAO_COMPUTE_ENGINE_H
#define TONGBAO_COMPUTE_ENGINE_H

#include "check/measure.h"

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

/* Cells joined without copying: one cell, or what comes first and what comes then. */
struct inputs {
    const struct figure *figure; /* NULL: a join */
    const struct inputs *first, *then;
};

/* The first cell a result was taken from; NULL for none. */
const struct figure *result_first_input(const struct result *result);
/* All of them in order, each place (file and line) once. Returns how many; *figures lives in `arena`. */
size_t result_inputs(struct arena *arena, const struct result *result, const struct figure *const **figures);

/* Of what a measure is asked. `from` is the first year of cagr, total and mean; 0 elsewhere. */
struct subject {
    const struct indicator *indicator;
    const struct area *area;
    struct period period;
    int from;
};

struct engine; /* the dataset, an arena and what has been computed so far */

/* The engine lives in `arena`, and so do all its results: definitions.c. */
struct engine *engine_new(const struct dataset *dataset, struct arena *arena);
const struct dataset *engine_dataset(const struct engine *engine);
struct arena *engine_arena(const struct engine *engine);

/* What is the same in the whole run, made once by the file that needs it. */
struct engine_shared {
    const struct group *groups; /* rank.c */
    size_t group_count;
    bool groups_made;
    const struct area_targets *targets; /* target.c */
};
struct engine_shared *engine_shared(struct engine *engine);

/* Never NULL. */
const struct result *measure_of(struct engine *engine, enum measure measure, struct subject subject);

/* The figure that differences, gaps, verdicts, ranks and scores are taken of: printed, or under compare=exact the
 * unrounded one. NULL without a figure. */
const struct number *compared(const struct engine *engine, const struct result *result);

/* As printed: ASCII minus, no sign, separators or unit; 减亏7.5, 扭亏为盈, —. */
const char *result_text(struct arena *arena, const struct result *result, enum measure measure,
                        const struct indicator *indicator, enum rounding rounding);
const char *flag_id(enum flag flag);       /* no_data …; "" for FLAG_NONE */
const char *origin_id(enum origin origin); /* reported, computed, summed; "" */

/* The arithmetic behind a result with its numbers filled in, such as (88.04-80)/80*100; "" without a figure. */
const char *measure_formula(struct engine *engine, enum measure measure, struct subject subject);

/* The computed growth (v − v′)/v′×100 even where a reported one stands; flagged as yoy would be. */
const struct result *measure_computed_yoy(struct engine *engine, struct subject subject);
/* The sum over the children with in_total even where an own row stands; its flag says what is lacking. */
const struct result *measure_children_sum(struct engine *engine, struct subject subject);

#endif
