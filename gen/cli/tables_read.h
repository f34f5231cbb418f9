/* SPDX-License-Identifier: MIT */
/* How each table was understood, on the terminal. */
#ifndef TONGBAO_CLI_TABLES_READ_H
#define TONGBAO_CLI_TABLES_READ_H

#include "check/dataset.h"
#include "check/understood.h"

/* Appends a line for each table, with one more for its indicators and one for each reason why cells were not used. */
void tables_read_list(const struct dataset *dataset, struct buffer *out);
/* The table of that name, data/a.csv or a.csv alone; NULL when there is none, or more than one. */
const struct understood *tables_read_find(const struct dataset *dataset, const char *name, struct arena *arena);
/* Appends the table itself: every cell with the mark of what it was read as, its columns as wide as they must be. */
void tables_read_draw(const struct understood *table, struct buffer *out);

#endif
