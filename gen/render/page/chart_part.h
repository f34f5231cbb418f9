/* SPDX-License-Identifier: MIT */
/* What the kinds of charts have in common. */
#ifndef TONGBAO_RENDER_PAGE_CHART_PART_H
#define TONGBAO_RENDER_PAGE_CHART_PART_H

#include "render/page/flow.h"

#define CHART_TEXT SIZE_SMALL_5 /* labels and figures */

/* A chart, or some of its bars where there are too many for a page. */
struct chart_part {
    const struct chart *chart;
    size_t from, to; /* bars */
    struct line title;
    double height; /* pt, title included */
};

extern const struct colour chart_own, chart_other, chart_dark, chart_pending, chart_track, chart_grid;

/* Draws a line of small text with its middle at y, from x (align left), to x (right) or around x (centre). */
void chart_label(struct layout *layout, const struct line *line, double x, double middle, enum align align,
                 struct colour colour);
struct line chart_text(struct layout *layout, enum font_role face, const char *utf8);

#endif
