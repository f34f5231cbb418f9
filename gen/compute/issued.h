/* SPDX-License-Identifier: MIT */
/* Ranks of the period before as they were issued, where the data now give others. */
#ifndef TONGBAO_COMPUTE_ISSUED_H
#define TONGBAO_COMPUTE_ISSUED_H

#include "compute/published.h"

struct issued_rank {
    const struct area *area;
    const struct indicator *indicator;
    enum measure measure;
    const struct published_row *issued, *now; /* PUBLISHED_RANK */
};

/* Of what ranks.csv has at `period`, in its order; `last` is the issue of the period before. What that issue doesn't
 * rank at all is not compared. Lives in the engine's arena. */
const struct issued_rank *issued_ranks_of(struct engine *engine, struct period period, const struct published *last,
                                          size_t *count);

#endif
