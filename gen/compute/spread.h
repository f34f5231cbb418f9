/* SPDX-License-Identifier: MIT */
/* How the figures of a group are spread, without saying whose they are. */
#ifndef TONGBAO_COMPUTE_SPREAD_H
#define TONGBAO_COMPUTE_SPREAD_H

#include "check/dataset.h"

/* Fewer figures than that would name their areas. */
enum { SPREAD_LEAST = 5 };

struct spread {
    size_t count;                               /* of the figures there are */
    const struct number *best, *median, *worst; /* NULL where there are fewer than SPREAD_LEAST */
};

/* Of `count` numbers in one unit, NULL where there is none. The median is the one in the middle, of an even count the
 * mean of the two there, exactly. The result lives in `arena`. */
struct spread spread_of(struct arena *arena, const struct number *const *numbers, size_t count, enum better better);

#endif
