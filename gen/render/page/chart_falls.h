/* SPDX-License-Identifier: MIT */
/* Waterfalls: bars that begin where the one above ends, figures in columns beside them, a note below. */
#ifndef TONGBAO_RENDER_PAGE_CHART_FALLS_H
#define TONGBAO_RENDER_PAGE_CHART_FALLS_H

#include "render/page/chart_part.h"

/* pt, without the title. */
double falls_height(struct layout *layout, const struct chart *chart);
/* Draws it with its top at y. */
void falls_draw(struct layout *layout, const struct chart_part *part, double y);

#endif
