/* SPDX-License-Identifier: MIT */
/* 发文机关标志 (GB/T 9704-2012 7.2.4). */
#ifndef TONGBAO_RENDER_PAGE_MARK_H
#define TONGBAO_RENDER_PAGE_MARK_H

#include "render/page/flow.h"

struct mark {
    const struct line *lines;
    size_t count;
    double height; /* pt, of all lines */
};

/* The document's mark, in the layout's arena: as large as the type area allows, never lower than MARK_LEAST; what is
 * too long for that is set in narrow glyphs, and then on two lines. */
const struct mark *mark_shape(struct layout *layout);
/* Adds it as an item, centred in the type area. */
void mark_add(struct layout *layout, const struct mark *mark);
/* Draws it with its top at y and its middle at x. */
void mark_draw(struct layout *layout, const struct mark *mark, double x, double y);

#endif
