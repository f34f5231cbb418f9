/* SPDX-License-Identifier: MIT */
/* Which areas get a letter of reminder, 提醒函, and what for (SPEC §2: letters, letter_min, letter_gap, letter_repeat).
 *
 * A shortfall is a verdict of the area that is `missed` or `behind` at P. Its distance is in points, so that targets of
 * every sort can be told apart by one limit:
 * - a figure in % (growth, rate, ratio in %, share, difference of such): |gap|, as compared;
 * - an accumulating amount that is behind, or that the year ended without: |pace − progress|, both as printed; none
 *   where there is no progress, for a target of 0 or below;
 * - an accumulating amount beyond its upper limit, and every other amount: |gap| / |target| × 100, unrounded, the
 * target of between being the end that was missed; none for a target of 0;
 * - a rank, a milestone: none.
 * A shortfall counts when its distance is at least letter_gap, or when the same target (indicator, measure, to) has
 * been a shortfall of the area in each of the last letter_repeat periods in time, P included. A period whose verdict is
 * another, or that has no such target, ends the row.
 *
 * letters=rule: an area below the region gets a letter when at least letter_min of its shortfalls count; =all: when it
 * has a shortfall; =off: none does. */
#ifndef TONGBAO_COMPUTE_LETTER_H
#define TONGBAO_COMPUTE_LETTER_H

#include "compute/verdict.h"

struct shortfall {
    const struct verdict *verdict;
    const struct number *distance; /* points, not negative; NULL: none */
    const struct number *severity; /* ledger_severity: growth and pace in one order; NULL: counted apart */
    int periods;                   /* in a row, P included: at least 1 */
    bool leads;                    /* of the lead indicator */
    bool counts;
};

/* Shortfalls in the order of a letter: those of the first indicator of indicators.csv, the lead indicator; then the
 * severer first, what is counted apart last; where that leaves them equal, in the order of the verdicts. */
struct letter {
    const struct area *area;
    const struct shortfall *shortfalls;
    size_t count;
    size_t counting; /* how many of them count */
};

/* The letters that the settings ask for, in file order of the areas. `verdicts` are those of verdicts_all at `period`;
 * the result lives in the engine's arena and points into them. */
const struct letter *letters_due(struct engine *engine, const struct verdict *verdicts, size_t verdict_count,
                                 struct period period, size_t *count);
/* What a letter to the area would hold whatever the settings say, count 0 when it has no shortfall. Never NULL. */
const struct letter *letter_of(struct engine *engine, const struct verdict *verdicts, size_t verdict_count,
                               const struct area *area, struct period period);

#endif
