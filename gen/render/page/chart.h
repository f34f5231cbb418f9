/* SPDX-License-Identifier: MIT */
/* Inside of charts: what the kinds have in common. */
#ifndef TONGBAO_RENDER_PAGE_CHART_H
#define TONGBAO_RENDER_PAGE_CHART_H

#include "render/page/flow.h"

#define CHART_TEXT SIZE_SMALL_5 /* labels and figures */

/* A chart, or some of its bars where there are too many for a page. */
struct chart_part {
    const struct chart *chart;
    size_t from, to; /* bars */
    struct line title;
    double height; /* pt, title included */
};

extern const struct colour chart_own, chart_other, chart_track, chart_grid;

/* Draws a line of small text with its middle at y, from x (align left), to x (right) or around x (centre). */
void chart_label(struct layout *layout, const struct line *line, double x, double middle, enum align align,
                 struct colour colour);
struct line chart_text(struct layout *layout, enum font_role face, const char *utf8);

/* Height without the title; drawing into the type area's width from y down. */
double bars_height(const struct chart *chart, size_t bars);
/* As many bars as a strip of `height` pt holds. */
size_t bars_that_fit(double height);
void bars_draw(struct layout *layout, const struct chart_part *part, double y);
double lines_height(const struct chart *chart);
void lines_draw(struct layout *layout, const struct chart_part *part, double y);

#endif
