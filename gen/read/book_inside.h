/* SPDX-License-Identifier: MIT */
/* What the files of the workbook's reader share. */
#ifndef TONGBAO_READ_BOOK_INSIDE_H
#define TONGBAO_READ_BOOK_INSIDE_H

#include "read/book.h"
#include "read/package.h"
#include "read/stored.h"

/* A sheet as the workbook lists it. */
struct book_sheet {
    const char *name, *part; /* xl/worksheets/sheet1.xml */
    bool hidden;
};

struct book {
    const char *file;
    struct arena *arena, *scratch; /* the run's; the workbook's, in which its parts lie */
    struct findings *findings;
    struct package package;
    bool date1904;
    struct book_sheet *sheets;
    size_t sheet_count;
    const char **strings; /* the shared ones, trimmed, in the run's arena */
    size_t string_count;
    struct stored_format *formats; /* of the cells' styles */
    size_t format_count;
    struct raw_table *tables;
    size_t table_count;
};

/* book_parts.c: the list of sheets, the strings, the styles. False: a part is missing or damaged. */
bool book_read_list(struct book *book);
bool book_read_strings(struct book *book);
bool book_read_styles(struct book *book);
/* What a part's relations say that something of the type (its last word: comments) is; NULL for none. */
const char *book_related(struct book *book, const char *part, const char *type);
/* book_cells.c: adds the sheet's tables. False: its part is damaged. */
bool book_read_sheet(struct book *book, const struct book_sheet *sheet);

#endif
