/* SPDX-License-Identifier: MIT */
/* How a figure is shown in a cell that holds it as a number. */
#ifndef TONGBAO_RENDER_XLSX_XLSX_FIGURE_H
#define TONGBAO_RENDER_XLSX_XLSX_FIGURE_H

#include "document/document.h"

/* Excel's format for a number cell: the decimals of its figure, thousands separators if `grouped`, and whatever its
 * text has around the figure (%, 第…位). Lives in `arena`. */
const char *figure_format(struct arena *arena, const struct cell *cell, bool grouped);
/* True if a column needs separators: a figure with decimals or of five digits; 2019 stays 2019. */
bool figure_grouped(const struct table *table, size_t column);

#endif
