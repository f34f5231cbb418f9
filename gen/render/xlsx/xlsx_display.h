/* SPDX-License-Identifier: MIT */
/* What a workbook adds to the figures of a column: bars for progress, shades for places. The figures stay readable and
 * say it all; in grey print a shade is a lightness. */
#ifndef TONGBAO_RENDER_XLSX_XLSX_DISPLAY_H
#define TONGBAO_RENDER_XLSX_XLSX_DISPLAY_H

#include "render/xlsx/tab.h"

/* Adds the bars and shades that columns of a table ask for; its body begins at row `first`. */
void display_add(struct tab *tab, const struct table *table, lxw_row_t first);

#endif
