/* SPDX-License-Identifier: MIT */
/* A CSV file as it stands: rows of cells, each with its line and column; nothing is interpreted yet. */
#ifndef TONGBAO_READ_RAW_H
#define TONGBAO_READ_RAW_H

#include "base/arena.h"
#include "base/files_read.h"
#include "base/finding.h"

#include <stdbool.h>

struct raw_cell {
    const char *text; /* UTF-8, surrounding white space (also U+3000) removed; never NULL */
    int line;         /* the physical line on which the cell begins, from 1 */
    int column;       /* from 1 */
};

/* What a reader has made of a cell: numbers of its own; all zero before anybody has read it. */
struct raw_mark {
    unsigned char use;
    unsigned short reason;
};

struct raw_row {
    const struct raw_cell *cells;
    struct raw_mark *marks; /* [count]: for whoever interprets the cells to fill in */
    size_t count;
    int line;
};

struct raw_table {
    const char *file;     /* relative to the input folder, with '/' */
    const char *encoding; /* UTF-8, UTF-8 BOM, GB18030, UTF-16LE, UTF-16BE */
    const struct raw_row *rows;
    size_t row_count;
    size_t blank;  /* cells of the rows left out because all of theirs are empty */
    size_t broken; /* rows left out with a finding */
};

/* Reads `folder`/`file`: finds the encoding (BOM, valid UTF-8, else GB18030), and what separates the cells: what a
 * first line sep=; says, else comma, tab or semicolon; CRLF or LF. ="0123" is the text 0123.
 * Blank lines and rows of empty cells are left out but counted; so are, with a finding each, rows whose quotes do not
 * pair or which hold bytes of no encoding. A missing file is a finding too: who can do without it looks first. False
 * when there is nothing to go on with. What was read is noted in `inputs` (NULL: nobody asks). */
bool raw_table_read(const char *folder, const char *file, struct arena *arena, struct findings *findings,
                    struct file_list *inputs, struct raw_table *table);

/* "libcsv 3.0.3" */
const char *raw_library(struct arena *arena);

/* The cell's text, "" beyond the row's end. */
const char *raw_text(const struct raw_row *row, size_t column);

#endif
