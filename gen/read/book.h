/* SPDX-License-Identifier: MIT */
/* A workbook (.xlsx, ECMA-376; those of Excel, WPS and LibreOffice) as the tables that stand on its sheets. */
#ifndef TONGBAO_READ_BOOK_H
#define TONGBAO_READ_BOOK_H

#include "read/raw.h"

/* Whether a file of this name is read as a workbook; whether it is one that has to be saved as .xlsx or CSV first. */
bool book_is(const char *file);
bool book_is_other(const char *file);

/* Reads `folder`/`file`. Each visible sheet is a table, of several parted by an empty row each is one; its name is the
 * file's and the sheet's: data/a.xlsx 三季度. Lines and columns are those of the sheet. Numbers are read as their cells
 * show them (read/stored.h). What has no value, can't be read or was passed over is a finding at its cell or sheet.
 * Returns how many tables there are; *tables lives in `arena`. What was read is noted in `inputs` (NULL: nobody asks).
 */
size_t book_read(const char *folder, const char *file, struct arena *arena, struct findings *findings,
                 struct file_list *inputs, const struct raw_table **tables);

/* The tables of a CSV file (one) or of a workbook. */
size_t tables_of_file(const char *folder, const char *file, struct arena *arena, struct findings *findings,
                      struct file_list *inputs, const struct raw_table **tables);

/* A table's name without its sheet: that of its file. */
const char *book_file(struct arena *arena, const char *table);

#endif
