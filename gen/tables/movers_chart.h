/* SPDX-License-Identifier: MIT */
#ifndef TONGBAO_TABLES_MOVERS_CHART_H
#define TONGBAO_TABLES_MOVERS_CHART_H

#include "words/topic.h"

/* The areas' pulls on the region's growth in the topic's indicator, the largest first, closed by the growth itself;
 * NULL where there is nothing to tell (compute/movers.h). Above fifteen areas the eight that pull up most, the five
 * that pull down most, and the others as one. */
const struct chart *chart_movers(const struct desk *desk, const struct topic *topic);

#endif
