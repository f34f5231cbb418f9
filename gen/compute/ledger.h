/* SPDX-License-Identifier: MIT */
/* The ledger, 落后清单: every target of every area, the region's own too, that is behind at P, and those that were
 * behind in the period before and are reached at P (销号).
 *
 * Behind is a verdict that is `missed` or `behind`; so an overdue milestone is in it, and what is pending, has no data,
 * or only missed its stretch is not.
 *
 * The severity, 欠幅, is the share in % by which the figure is on the wrong side of where it should stand now, so that
 * targets of every sort go in one order:
 * - of a growth: of the level that the growth asked for would have made, |gap| / (100 + target) × 100; of one that is
 * too high, as where a fall is asked for, of the level that it has made, |gap| / (100 + actual) × 100;
 * - of an accumulating amount before its last period, due not cut: |due − actual| / due × 100, the gap by the pace;
 * beyond its upper limit, and after, and of every other figure: |gap| / |target| × 100, the target of between being the
 * end that was missed. Counts apart: things counted one by one whose target is below 100, places, differences in
 * points, milestones and where the divisor is 0 or below have no severity, since one of three is not a third behind. */
#ifndef TONGBAO_COMPUTE_LEDGER_H
#define TONGBAO_COMPUTE_LEDGER_H

#include "compute/verdict.h"

struct ledger_entry {
    const struct verdict *verdict; /* at P */
    const struct number *severity; /* in %, unrounded, not negative; NULL: counted apart, or cleared */
    bool few;                      /* things counted one by one, and few of them */
    const struct number *lacking;  /* to where it should stand now, in its own unit; NULL for a milestone */
    bool cleared;                  /* behind in the period before, reached at P */
    int periods;                   /* behind in a row: up to P, or, when cleared, up to the period before; at least 1 */
    struct period since;           /* the first of them */
    int of_target; /* those of them that belong to the target: of one set for each year anew, this year's */
};

/* Those behind, the severer first, then those counted apart: of few things, the more of them are lacking the earlier,
 * then the rest; among equals the longer behind first; then the cleared ones; else in the order of the verdicts.
 * `verdicts` are those of verdicts_all at `period`; the result lives in the engine's arena and points into them. */
const struct ledger_entry *ledger_of(struct engine *engine, const struct verdict *verdicts, size_t verdict_count,
                                     struct period period, size_t *count);

/* Whether the figure that a target is held against was not reported at all. */
bool ledger_is_missing(const struct verdict *verdict);

/* The severity of a verdict that is behind, in % and unrounded; NULL: counted apart. */
const struct number *ledger_severity(struct engine *engine, const struct verdict *verdict);

#endif
