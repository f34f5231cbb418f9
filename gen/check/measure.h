/* SPDX-License-Identifier: MIT */
/* The words by which tables name a measure; the rest of the table of measures is in dataset.h. */
#ifndef TONGBAO_CHECK_MEASURE_H
#define TONGBAO_CHECK_MEASURE_H

#include "check/dataset.h"

/* yoy, 增速, rank, 位次, …; false for anything else. */
bool measure_find(const char *text, enum measure *measure);
/* All ids and names, for a sentence. */
const char *measure_list(struct arena *arena);
/* Whether the figure is in % or percentage points, so that a target for it may be written with a % sign. */
bool measure_in_percent(enum measure measure, const struct indicator *indicator);

#endif
