/* SPDX-License-Identifier: MIT */
/* The rows of a table: which are notes and headings, and whether they fit under their header (SPEC §1). */
#ifndef TONGBAO_CHECK_TABLE_ROWS_H
#define TONGBAO_CHECK_TABLE_ROWS_H

#include "check/loader.h"

/* How many cells of the row have something in them. */
size_t row_filled(const struct raw_row *row);
/* The first of them, or "". */
const char *row_first(const struct raw_row *row);
/* For each row of the table whether it is a note: a title or preamble (above `data`), or below it a row that begins
 * with 注, 数据来源, 说明 …, consists of such remarks as 制表：…, or goes on with one of those. */
const bool *rows_noted(struct loader *loader, const struct raw_table *table, size_t header, size_t data);
/* Marks the cells of those rows as what they are. */
void notes_mark(const struct raw_table *table, const bool *noted);
/* Warns of columns of the data rows that have content but, at or behind `count` headers or where headers[i] is "",
 * no header. */
void columns_report_unnamed(struct loader *loader, const struct raw_table *table, size_t data, const bool *noted,
                            const char *const *headers, size_t count);
/* Whether the row is one cell that is neither an area nor a figure: 一、山区县. */
bool row_is_heading(struct loader *loader, const struct raw_row *row);
/* Of a row without figures: names a heading in a note, and warns of anything else. */
void row_pass(struct loader *loader, const struct raw_table *table, const struct raw_row *row);
/* Whether people mean a number by it, sound or not. */
bool cell_is_figure(struct loader *loader, const char *text);
/* Holds a row of data against its header, "" where a column has none: false, with an error, when a figure stands beyond
 * the last one, for then any cell may be its neighbour's (an unquoted 1,100); a warning when cells are lacking. */
bool row_fits(struct loader *loader, const struct raw_table *table, const struct raw_row *row,
              const char *const *headers, size_t count);

#endif
