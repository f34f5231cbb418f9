/* SPDX-License-Identifier: MIT */
/* Measures: every figure of SPEC §3 for one indicator, area and period, in exact rationals.
 *
 * Pure: a result depends on the dataset alone, and is remembered, so asking twice is cheap. Everything lives in the
 * engine's arena. */
#ifndef TONGBAO_COMPUTE_ENGINE_H
#define TONGBAO_COMPUTE_ENGINE_H

#include "compute/result.h"

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
    bool *verified_used;                /* house_check.c: [house_rule->index]; NULL: none */
};
struct engine_shared *engine_shared(struct engine *engine);

/* Never NULL. */
const struct result *measure_of(struct engine *engine, enum measure measure, struct subject subject);

/* The figure that differences, gaps, verdicts, ranks and scores are taken of: printed, or under compare=exact the
 * unrounded one. NULL without a figure. */
const struct number *compared(const struct engine *engine, const struct result *result);

/* The arithmetic behind a result with its numbers filled in, such as (88.04-80)/80*100; "" without a figure. */
const char *measure_formula(struct engine *engine, enum measure measure, struct subject subject);

/* The computed growth (v − v′)/v′×100 even where a reported one stands; flagged as yoy would be. */
const struct result *measure_computed_yoy(struct engine *engine, struct subject subject);
/* What vs_parent and vs_reference are, against any other area. */
const struct result *measure_beside(struct engine *engine, struct subject subject, const struct area *other);
/* The sum over the children with in_total even where an own row stands; its flag says what is lacking. */
const struct result *measure_children_sum(struct engine *engine, struct subject subject);

#endif
