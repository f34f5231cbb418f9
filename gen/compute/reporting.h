/* SPDX-License-Identifier: MIT */
/* Who has reported what of a period, 上报情况, so that who hasn't can be asked.
 *
 * An area is to report an indicator at P when its tables had a figure of it (level or growth) in the same period of the
 * year before; where they had none in that whole year, in the period before P; or when another area has one at P and a
 * target in force applies to this one: an indicator that begins this year. So what comes once or twice a year is not
 * asked for in September, and what is only computed (sums over areas, ratios) never. */
#ifndef TONGBAO_COMPUTE_REPORTING_H
#define TONGBAO_COMPUTE_REPORTING_H

#include "compute/engine.h"

struct reported {
    const struct indicator *indicator;
    const struct figure *figure;           /* that answers for P, the level or else the growth; NULL: none is there */
    const struct observation *observation; /* at P, as far as a table says something of it; NULL */
};

struct reporting {
    const struct area *area;
    const struct reported *items; /* what is to be reported or was, in the order of indicators.csv */
    size_t count, there;          /* of them with a figure */
};

/* A row for each area that is to report something, in the order of areas.csv; references too. Lives in the engine's
 * arena. */
const struct reporting *reporting_of(struct engine *engine, struct period period, size_t *count);

#endif
