/* SPDX-License-Identifier: MIT */
/* Writing CSV: UTF-8 with BOM, LF, quoted where needed (SPEC §6). */
#ifndef TONGBAO_PUBLISH_CSV_OUT_H
#define TONGBAO_PUBLISH_CSV_OUT_H

#include "base/arena.h"

#include <stdbool.h>

struct csv_out {
    struct buffer *out;
    bool row_begun;
};

/* Starts a table: writes the BOM and the header line, `columns` being its comma-separated names. */
struct csv_out csv_out_begin(struct buffer *out, const char *columns);
/* The next field of the row. `csv_out_words` is for text that people wrote: a leading = + - @ gets an apostrophe, so
 * that a spreadsheet does not run it. NULL is an empty field. */
void csv_out_field(struct csv_out *csv, const char *text);
void csv_out_words(struct csv_out *csv, const char *text);
void csv_out_integer(struct csv_out *csv, int number);
void csv_out_end_row(struct csv_out *csv);

#endif
