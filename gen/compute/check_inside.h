/* SPDX-License-Identifier: MIT */
/* What the checks of results share. Only compute/result_checks.c and the check_*.c include this. */
#ifndef TONGBAO_COMPUTE_CHECK_INSIDE_H
#define TONGBAO_COMPUTE_CHECK_INSIDE_H

#include "compute/engine.h"
#include "compute/score.h"
#include "compute/series_lookup.h"

/* What the checks look at. */
struct results {
    struct engine *engine;
    const struct dataset *dataset;
    struct arena *arena;
    struct findings *findings;
    struct period period;
    const struct verdict *verdicts;
    size_t verdict_count;
    const struct score_card *cards;
    size_t card_count;
    unsigned char *doubted; /* enum doubted, by [indicator * areas + area] */
};

/* What has been said of a figure at P. */
enum doubted {
    NOT_DOUBTED,
    DOUBTED, /* something is wrong with it or what it is held against: nothing more is said */
    BLAMED   /* it is the wrong one: nothing is said of sums it is in */
};

struct subject results_subject(const struct results *r, const struct indicator *indicator, const struct area *area);
/* The place of the cell a figure came from, or at least of whom it speaks. */
struct where results_where(const struct results *r, struct subject s, const struct figure *figure);
/* The cell that answers for the subject's period; NULL for none. */
const struct figure *results_figure(const struct results *r, struct subject s, enum field field);
const char *results_plain(const struct results *r, const struct number *number);
bool results_farther(const struct results *r, const struct number *a, const struct number *b,
                     const struct number *limit);

enum doubted results_doubted(const struct results *r, struct subject s);
void results_set_doubted(const struct results *r, struct subject s, enum doubted how);
/* A warning that the figure looks wrong; a note where checks.csv says that it has been verified. Either way it is all
 * that is said of the subject. The arguments fill the rule's sentence; the last is the figure as it stands. */
#define DOUBT(r, s, rule, figure, ...)                                                                                 \
    results_doubt((r), (s), (rule), (figure), (const char *const[]){__VA_ARGS__, NULL})
void results_doubt(const struct results *r, struct subject s, enum rule rule, const struct figure *figure,
                   const char *const *arguments);

/* ---- one function for each file of checks ---- */

void check_levels(const struct results *r);    /* doubts of check/levels.c at P and what P is held against */
void check_sums(const struct results *r);      /* totals, identities, quotients, cumulative figures that fall */
void check_growths(const struct results *r);   /* beyond the limits; far from the group */
void check_fractions(const struct results *r); /* growths written as fractions */
void check_repeats(const struct results *r);   /* the same figure in two places */
void check_targets(const struct results *r);   /* year-end levels judged within the year */
void check_needs(const struct results *r);     /* figures, and growths, that something needs and that are missing */

#endif
