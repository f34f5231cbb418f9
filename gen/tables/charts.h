/* SPDX-License-Identifier: MIT */
/* The charts of the documents. */
#ifndef TONGBAO_TABLES_CHARTS_H
#define TONGBAO_TABLES_CHARTS_H

#include "words/lane.h"

/* Adds bar charts of the areas, one per targeted lane, or per lane when none has a target; at most `most`. */
void charts_areas(const struct desk *desk, struct builder *builder, size_t most);
/* One of them; NULL with fewer than two figures. */
const struct chart *chart_lane(const struct desk *desk, const struct lane *lane);
/* The area's progress with the pace; NULL without a target that adds up over the year. */
const struct chart *chart_progress(const struct desk *desk);
/* Its growth in an indicator over the last periods, beside the region's or the reference's; NULL with fewer than two
 * figures. */
const struct chart *chart_trend(const struct desk *desk, const struct topic *topic);
/* A line for each of the area's first growth indicators. */
void charts_trend(const struct desk *desk, struct builder *builder, size_t most);

#endif
