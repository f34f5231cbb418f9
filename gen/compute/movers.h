/* SPDX-License-Identifier: MIT */
/* What moved the region: the areas that make up a sum, by how many points each pulled its growth up or down (§3's
 * pull). */
#ifndef TONGBAO_COMPUTE_MOVERS_H
#define TONGBAO_COMPUTE_MOVERS_H

#include "compute/engine.h"

struct mover {
    const struct area *area;
    const struct result *pull, *growth, *share, *contribution;
};

struct movers {
    const struct indicator *indicator;
    const struct mover *items; /* the largest pull first, so that those that pull down stand last; else in file order */
    size_t count;
    size_t first, last; /* how many to name: of those that pull up, from the first on; down, from the last */
    const struct area *const *absent; /* those without a pull: then the others don't make up the region */
    size_t absent_count;
    const struct result *growth; /* the region's; NULL where some are absent or it isn't told */
    bool
        shares; /* the contributions are to be told: nobody is absent, and the region grows by more than half a point */
};

/* The region's parts at `period`; all in the engine's arena. False where there is nothing to tell: of rates and ratios,
 * of what isn't summed up, of things counted one by one, where the parts with a pull are fewer than two, or where the
 * pulls are further than a tenth of a point from the region's growth, so that the areas don't add up to it. */
bool movers_of(struct engine *engine, const struct indicator *indicator, struct period period, struct movers *movers);

#endif
