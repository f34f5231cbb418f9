/* SPDX-License-Identifier: MIT */
/* Lines over periods, each named at its end. */
#ifndef TONGBAO_RENDER_PAGE_CHART_LINES_H
#define TONGBAO_RENDER_PAGE_CHART_LINES_H

#include "render/page/chart_part.h"

/* Height without the title, pt. */
double lines_height(void);
/* Draws into the type area's width from y down. */
void lines_draw(struct layout *layout, const struct chart_part *part, double y);

#endif
