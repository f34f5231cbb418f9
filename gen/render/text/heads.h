/* The head of a table as rectangles: which header cells are merged into one. */
#ifndef TONGBAO_RENDER_TEXT_HEADS_H
#define TONGBAO_RENDER_TEXT_HEADS_H

#include "base/arena.h"
#include "compose/document.h"

/* One printed head: its text and the header rows and columns that it covers. */
struct head {
    const char *text;
    size_t column, columns;
    int row, rows;
};

/* Returns the heads of `table`, from the top row down and from left to right, with their number in *count; they live
 * in `arena`. Together they cover every header cell exactly once. Equal neighbours are merged only below one and the
 * same upper head, and only where both reach equally far down. */
const struct head *table_heads(const struct table *table, struct arena *arena, size_t *count);

#endif
