/* SPDX-License-Identifier: MIT */
/* Horizontal bars, each with its own tick: the target (CHART_BARS) or the pace (CHART_PROGRESS). */
#ifndef TONGBAO_RENDER_PAGE_CHART_BARS_H
#define TONGBAO_RENDER_PAGE_CHART_BARS_H

#include "render/page/chart_part.h"

/* Height without the title, pt. */
double bars_height(struct layout *layout, const struct chart *chart, size_t bars);
/* As many bars as a strip of `height` pt holds. */
size_t bars_that_fit(struct layout *layout, const struct chart *chart, double height);
/* Draws into the type area's width from y down. */
void bars_draw(struct layout *layout, const struct chart_part *part, double y);

#endif
