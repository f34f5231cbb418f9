/* SPDX-License-Identifier: MIT */
/* Colours that follow a formula: where a verdict is computed in the sheet, a changed input changes the word, and a
 * colour put on the cell would stay behind. So such cells are coloured by rules, one for each word of the book. */
#ifndef TONGBAO_RENDER_XLSX_TONE_H
#define TONGBAO_RENDER_XLSX_TONE_H

#include "render/xlsx/tab.h"

/* Collects the words of all tables that have a tone. */
void tone_collect(struct book *book, const struct document *document);
/* Adds the rules for the columns of a table whose body begins at row `first`. */
void tone_follow(struct tab *tab, const struct table *table, lxw_row_t first);

#endif
