/* SPDX-License-Identifier: MIT */
/* Tables on a tab. */
#ifndef TONGBAO_RENDER_XLSX_XLSX_TABLE_H
#define TONGBAO_RENDER_XLSX_XLSX_TABLE_H

#include "render/xlsx/tab.h"

/* How a table is drawn: a print table, the clean table of a data sheet, the numbers below a chart. */
enum table_dress { DRESS_PRINT, DRESS_DATA, DRESS_CHART };

/* About how high a table is, in points, each row taken for one line. */
double table_height(const struct table *table, enum table_dress dress);
/* Writes `table` at the current row and ends behind its notes. Returns the first body row. */
lxw_row_t table_write(struct tab *tab, const struct table *table, enum table_dress dress);

#endif
