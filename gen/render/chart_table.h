/* SPDX-License-Identifier: MIT */
/* A chart's figures as a table: for those who cannot draw it, or draw it from a table. */
#ifndef TONGBAO_RENDER_CHART_TABLE_H
#define TONGBAO_RENDER_CHART_TABLE_H

#include "document/document.h"

/* What the table is for. */
enum chart_use {
    CHART_TO_READ, /* to be read: all cells as printed; a chart's reference has a row of its own, the last */
    CHART_TO_DRAW  /* to be drawn from: only figures in the columns, where a word would count as 0; the reference has a
                    * column, the same in each row */
};

#define NOT_THERE ((size_t)-1)

struct chart_table {
    const struct table *table;  /* a row for each bar or category, whose name is in column 0; one head row */
    size_t own_row, own_column; /* of what is to stand out; NOT_THERE for none */
    /* Of bars, where they have them; NOT_THERE for none. */
    size_t target_column, reference_column;
    size_t base_column; /* of a waterfall to be drawn: what lies below the bar, then its parts above and below 0 */
};

/* The table lives in `arena`. To be drawn from it has the title that it needs apart from the drawing. */
struct chart_table chart_table(const struct chart *chart, enum chart_use use, struct arena *arena);

#endif
