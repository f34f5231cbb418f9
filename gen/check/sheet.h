/* SPDX-License-Identifier: MIT */
/* A whole table with known columns, row by row: areas.csv, settings.csv, …, and typed access to its cells. A cell that
 * can't be read becomes a finding and the default its caller gave, so that reading goes on to the next fault. */
#ifndef TONGBAO_CHECK_SHEET_H
#define TONGBAO_CHECK_SHEET_H

#include "check/cell.h"
#include "check/loader.h"

#define SHEET_COLUMNS 20

struct sheet {
    struct loader *loader;
    struct raw_table table;
    const struct raw_row *header;
    const struct column_name *names;
    size_t name_count;
    int positions[SHEET_COLUMNS];
    const struct raw_row *row; /* the current one; NULL before the first */
    size_t said;               /* how many findings there were before it */
};

/* Whether the region folder has the file, or a workbook of that name: areas.xlsx for areas.csv. */
bool sheet_exists(const struct loader *loader, const char *file);
/* Reads `file`, whose first row is its header. False when there is nothing to read, which has been reported. */
bool sheet_open(struct sheet *sheet, struct loader *loader, const char *file, const struct column_name *names,
                size_t count);
/* The same for a table that has been read, with the header in the given row. */
bool sheet_start(struct sheet *sheet, struct loader *loader, const struct raw_table *table,
                 const struct raw_row *header, const struct column_name *names, size_t count);
/* Goes to the next row that is not empty; false behind the last. */
bool sheet_next(struct sheet *sheet);

/* Of the current row; `column` indexes the names. Whoever asks for a cell's text uses the cell. */
const char *sheet_text(const struct sheet *sheet, int column);
const char *sheet_text_or_null(const struct sheet *sheet, int column);
struct where sheet_where(const struct sheet *sheet, int column);
/* A finding about that cell; {1} is its text. */
void sheet_report(const struct sheet *sheet, int column, enum rule rule);
/* The text; false with a finding when it is empty. */
bool sheet_required(const struct sheet *sheet, int column, const char **text);
/* An error where the cell, a name that stands in lines, cells and names of files, has a line break in it or a character
 * that can't be printed. Returns the name without such, NULL where it has none: what other tables may call it. */
const char *sheet_check_name(const struct sheet *sheet, int column);
/* What else the row is called, the list in column `alias`; `name` is checked as above, and what it would rightly be is
 * among them: tables that have it right still find the row. */
const char *const *sheet_aliases(const struct sheet *sheet, int name, int alias, size_t *count);
int sheet_word(const struct sheet *sheet, int column, const struct cell_word *words, size_t count, int fallback);
int sheet_integer(const struct sheet *sheet, int column, int least, int most, int fallback);
/* Empty: the fallback. */
const struct number *sheet_number(const struct sheet *sheet, int column, const struct number *fallback);
/* Codes are names of files and shown in tables: one that was used before is reported with its line. */
void sheet_report_twice(const struct sheet *sheet, int column, int first_line);

#endif
