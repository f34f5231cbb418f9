/* SPDX-License-Identifier: MIT */
/* Charts on a tab: Excel's own, drawn from cells. */
#ifndef TONGBAO_RENDER_XLSX_XLSX_CHART_H
#define TONGBAO_RENDER_XLSX_XLSX_CHART_H

#include "render/xlsx/tab.h"

/* Writes the chart at the current row, and below it the table of the numbers that it is drawn from. */
void chart_write(struct tab *tab, const struct chart *chart);

#endif
