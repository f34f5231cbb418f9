/* SPDX-License-Identifier: MIT */
/* Which observation answers for a period (SPEC §1 "Periods"). Only compute/ includes this. */
#ifndef TONGBAO_COMPUTE_SERIES_LOOKUP_H
#define TONGBAO_COMPUTE_SERIES_LOOKUP_H

#include "check/dataset.h"

/* The figure of the series that answers for `period`: its own observation's, else for a quarter that of the month it
 * ends with, and Q4, month 12 and the year answer for one another where a quarter or a year is asked for (a quarterly
 * series never answers for months). NULL, or a figure without a number, when nothing is known. */
const struct figure *lookup_figure(const struct series *series, enum field field, struct period period);
/* The same, of the period's own observation alone. */
const struct figure *lookup_exact(const struct series *series, enum field field, struct period period);

#endif
