/* SPDX-License-Identifier: MIT */
/* What renderers work out of a document's tables: the head as rectangles, and where a sheet is signed. */
#ifndef TONGBAO_RENDER_HEADS_H
#define TONGBAO_RENDER_HEADS_H

#include "base/arena.h"
#include "document/document.h"

/* One printed head: its text and the header rows and columns that it covers. */
struct head {
    const char *text;
    size_t column, columns;
    int row, rows;
};

/* Returns the heads of `table`, from the top row down and from left to right, with their number in *count; they live
 * in `arena`. Together they cover every header cell exactly once. Equal neighbours are merged only below one and the
 * same upper head, and only where both reach equally far down; those of a data table never are. */
const struct head *table_heads(const struct table *table, struct arena *arena, size_t *count);

/* The one of `heads` that covers a header cell. */
const struct head *head_covering(const struct head *heads, int row, size_t column);

/* Returns the index of the block behind which a sheet's 制表/审核/负责人 line stands: its last print table that holds a
 * figure (a table of words, such as a list of the sheets, needs no signature); block_count if there is none. */
size_t section_signed_block(const struct section *section);

#endif
