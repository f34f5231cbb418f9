/* SPDX-License-Identifier: MIT */
/* What is written on a sheet, part by part: each on a tab at its current row. */
#ifndef TONGBAO_RENDER_XLSX_SHEET_H
#define TONGBAO_RENDER_XLSX_SHEET_H

#include "render/xlsx/tab.h"

/* ---- sheet.c ---- */

/* A section becomes a sheet of the book. */
void sheet_write(struct book *book, const struct document *document, const struct section *section);

/* ---- grid.c ---- */

/* Sets the tab's widths, columns and total from all that its section holds. */
void grid_fit(struct tab *tab);
/* True when the section is a data sheet: its first table is a data table. */
bool section_is_data(const struct section *section);

/* ---- xlsx_table.c ---- */

/* How a table is drawn: a print table, the clean table of a data sheet, the numbers below a chart. */
enum table_dress { DRESS_PRINT, DRESS_DATA, DRESS_CHART };

/* About how high a table is, in points, each row taken for one line. */
double table_height(const struct table *table, enum table_dress dress);
/* Writes `table` at the current row and ends behind its notes. Returns the first body row. */
lxw_row_t table_write(struct tab *tab, const struct table *table, enum table_dress dress);

/* ---- xlsx_chart.c ---- */

/* The chart, and below it the table of the numbers that it is drawn from. */
void chart_write(struct tab *tab, const struct chart *chart);

/* ---- tone.c ---- */

/* Collects the words of all tables that have a tone, for the rules below. */
void tone_collect(struct book *book, const struct document *document);
/* Adds the rules for the columns of a table whose body begins at row `first`. */
void tone_follow(struct tab *tab, const struct table *table, lxw_row_t first);

/* ---- xlsx_display.c ---- */

/* Adds the bars and shades that columns of a table ask for; its body begins at row `first`. */
void display_add(struct tab *tab, const struct table *table, lxw_row_t first);

/* ---- xlsx_figure.c ---- */

/* Excel's format for a number cell: the decimals of its figure, thousands separators if `grouped`, and whatever its
 * text has around the figure (%, 第…位). Lives in `arena`. */
const char *figure_format(struct arena *arena, const struct cell *cell, bool grouped);
/* True if a column needs separators: a figure with decimals or of five digits; 2019 stays 2019. */
bool figure_grouped(const struct table *table, size_t column);

#endif
