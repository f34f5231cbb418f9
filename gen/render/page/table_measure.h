/* SPDX-License-Identifier: MIT */
/* How wide a table's columns are, and at which size of type. */
#ifndef TONGBAO_RENDER_PAGE_TABLE_MEASURE_H
#define TONGBAO_RENDER_PAGE_TABLE_MEASURE_H

#include "document/document.h"
#include "render/page/glyph.h"

#define HEADER_LEVELS 3

/* A table's shaped texts. The size comes later. */
struct grid {
    const struct table *table;
    struct text *cells; /* row-major */
    struct text *heads; /* column-major, HEADER_LEVELS a column; empty where the header is NULL */
    double measure;     /* pt that the table may take */
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

/* The blank at the left and right of a cell's text, pt. */
double panel_padding(double size);

/* Finds the size, from `largest` down, at which the table fits, and divides it into panels where it fits at none. */
struct panel *panels_fit(struct arena *arena, const struct grid *grid, double largest, size_t *count);

/* A cell of the header: its text stands in `span` columns from `column` and `depth` levels from `level`. */
struct head_cell {
    size_t column, span; /* positions in the panel */
    int level, depth;
};

/* Lists a panel's header cells: equal neighbours below the same parent merged, NULL merged with the level above. */
struct head_cell *panel_head_cells(struct arena *arena, const struct panel *panel, size_t *count);

#endif
