/* SPDX-License-Identifier: MIT */
/* The account of each table while it is being read (understood.h). Only check/ includes this. */
#ifndef TONGBAO_CHECK_ACCOUNT_H
#define TONGBAO_CHECK_ACCOUNT_H

#include "check/loader.h"
#include "check/understood.h"

struct slot;

/* From here on the loader reads this table; what is marked before the next call belongs to it. */
void account_begin(struct loader *loader, const struct raw_table *table);
void account_shape(struct loader *loader, enum table_shape shape);
/* The rows [first, end) are the header. */
void account_header(struct loader *loader, const struct raw_table *table, size_t first, size_t end);
/* What becomes of the cells of a column that nobody reads one by one. */
void account_column(struct loader *loader, size_t column, enum cell_use use, enum rule rule);
/* The column of the table (by period: −1, the row) gives figures of an indicator. Returns its index among those of the
 * table. */
size_t account_figures(struct loader *loader, const struct understood_column *column);
/* The heading under which the column is drawn. */
void account_heading(struct loader *loader, size_t column, const char *name);
/* A figure of that area and period has been read. */
void account_figure(struct loader *loader, const struct area *area, struct period period);
/* The table can't be read, for the reason just given as a finding: nothing in it counts. */
void account_refuse(struct loader *loader);
/* The rule of the finding made last. */
enum rule account_reason(const struct loader *loader);
/* Marks one cell; one beyond the row's end is nobody's. */
void cell_mark(const struct raw_row *row, size_t column, enum cell_use use, enum rule rule);
/* Marks those cells of the row that have not been marked. */
void row_mark(const struct raw_row *row, enum cell_use use, enum rule rule);
/* Marks the whole row as refused. */
void row_refuse(const struct raw_row *row, enum rule rule);
/* When everything has been read: adds it up, and reports cells that were lost. Fills dataset.tables. */
void accounts_finish(struct loader *loader);

#endif
