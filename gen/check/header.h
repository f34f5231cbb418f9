/* SPDX-License-Identifier: MIT */
/* The header of a table with the areas down and the indicators across, up to three rows deep (SPEC §1): for data tables
 * and for targets.
 *
 * Everything lives in the loader's arena. */
#ifndef TONGBAO_CHECK_HEADER_H
#define TONGBAO_CHECK_HEADER_H

#include "check/header_name.h"
#include "check/loader.h"
#include "check/preamble.h"

#define HEADER_LEVELS 3

struct header_column {
    const char *text;  /* the levels joined with ·, units as written; "" without a header */
    const char *label; /* the same, or 第3列: for findings */
    const char *levels[HEADER_LEVELS];
    size_t level_count;
    const struct indicator *indicator; /* NULL: none of the levels is one */
    const char *ambiguous;             /* the name of several indicators, which has been reported; else NULL */
    bool growth;                       /* 增速, 同比, 增长%, 比上年同期: yoy (for kind rate: the value) */
    bool marked;                       /* 增加值①: read without the mark of a note */
    const char *unit;                  /* in the brackets at the end; "" for none */
    /* What the other levels say, compacted: those over the one that is the indicator, those below it (累计, 9月当月,
     * 2018年), and all of them; "" */
    const char *above, *below, *rest;
    bool empty; /* no cell of the data rows has anything in it */
};

struct header {
    size_t first, data; /* rows [first, data) are the header, those from `data` on the data and its notes */
    const struct header_column *columns;
    size_t count;             /* the widest row of all */
    const char *const *texts; /* [column]: "" without a header */
    /* −1 where there is none; the area's is the first that is neither a period nor a running number nor an indicator */
    int area, period, status, note;
    const bool *noted; /* for each row of the table: it is a title, a preamble or a note, no data */
    struct preamble preamble;
};

/* Finds and reads the header. An ambiguous name, a column that no indicator is known for and one without a header are
 * findings, and so are the notes. False when there is none, or none of its columns is an indicator; that is left to
 * the caller to say. */
bool header_read(struct loader *loader, const struct raw_table *table, struct header *header);

/* The area of a cell: by its text, else without a leading 其中：; with a finding when there is none. */
const struct area *header_area(struct loader *loader, const char *text, const struct where *where, bool in_data);

/* Holds a row of data against the header: table_rows.h. */
bool header_row_fits(struct loader *loader, const struct raw_table *table, const struct header *header,
                     const struct raw_row *row);

#endif
