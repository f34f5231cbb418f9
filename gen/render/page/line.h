/* SPDX-License-Identifier: MIT */
/* Shaped text at a size, broken into lines. */
#ifndef TONGBAO_RENDER_PAGE_LINE_H
#define TONGBAO_RENDER_PAGE_LINE_H

#include "render/page/glyph.h"

struct line {
    const struct text_glyph *glyphs;
    size_t count;
    const float *x;  /* of each glyph's cell, pt from the line's left */
    double size;     /* of the type, pt */
    double tracking; /* the usual gap between cells, pt; may be negative */
    double narrow;   /* the share of their width that the glyphs are drawn at: 1 but for a mark */
    double width;    /* pt, from the left to the end of the last cell, as drawn */
};

struct line_style {
    double size;     /* pt */
    double tracking; /* pt added to each cell's width */
    double width;    /* of the measure, pt */
    double first;    /* indent of the first line, pt */
    double hang;     /* indent of the others, pt */
    bool justify;    /* all lines but the last fill the measure */
};

/* Breaks `text` into lines, in the arena; at least one, though it be empty. */
const struct line *text_lines(struct arena *arena, const struct text *text, const struct line_style *style,
                              size_t *count);
/* The width of the widest, pt. */
double widest_line(const struct line *lines, size_t count);

#endif
