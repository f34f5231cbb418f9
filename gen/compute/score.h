/* SPDX-License-Identifier: MIT */
/* Scores (SPEC §4 "Scores"). */
#ifndef TONGBAO_COMPUTE_SCORE_H
#define TONGBAO_COMPUTE_SCORE_H

#include "compute/rank.h"
#include "compute/verdict.h"

struct score {
    const struct number *points; /* rounded to 2 decimals; NULL: left out */
    const char *flag;            /* "", no_data, no_target, pending, compared */
};

/* One area's scores: items[i] belongs to dataset.scoring[i]. */
struct score_card {
    const struct area *area;
    const struct score *items;
    const struct number *total; /* rounded to 2 decimals; NULL when nothing is scored */
    bool incomplete;            /* an item has no data */
    struct rank rank;           /* within the group */
};

/* A card for every area that has a group, in file order. Empty without scoring. */
const struct score_card *scores_all(struct engine *engine, struct period period, size_t *count);
/* The sum of all weights. */
const struct number *scores_weight(struct engine *engine);

#endif
