/* SPDX-License-Identifier: MIT */
/* How wide a table's columns are, and at which size of type. */
#ifndef TONGBAO_RENDER_PAGE_TABLE_MEASURE_H
#define TONGBAO_RENDER_PAGE_TABLE_MEASURE_H

#include "document/document.h"
#include "render/heads.h"
#include "render/page/glyph.h"

/* A table's shaped texts. The size comes later. */
struct grid {
    const struct table *table;
    struct text *cells; /* row-major */
    const struct head *heads;
    struct text *head_texts; /* by head */
    double measure;          /* pt that the table may take */
};

/* Some of a table's columns side by side at a size: all of them, unless they are too many for the paper; then each
 * panel repeats the first column. */
struct panel {
    const struct grid *grid;
    size_t *columns; /* indices into the table's columns */
    size_t count;
    double size;    /* of the type, pt */
    double *widths; /* of the columns, pt; their sum is the measure */
    bool first;
};

/* Finds the size, from `largest` down, at which the table fits, and divides it into panels where it fits at none. */
struct panel *panels_fit(struct arena *arena, const struct grid *grid, double largest, size_t *count);

/* The panel's heads, their columns counted in the panel. */
const struct head *panel_heads(struct arena *arena, const struct panel *panel, size_t *count);
/* The text of one of them. */
const struct text *panel_head_text(const struct panel *panel, const struct head *head);

#endif
