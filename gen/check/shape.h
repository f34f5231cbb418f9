/* SPDX-License-Identifier: MIT */
/* Data tables while they are being read. Each shape (tidy, by indicator, by period, or as sources.csv describes it)
 * turns its cells into readings; observations.c sorts and merges them into the dataset's series. */
#ifndef TONGBAO_CHECK_SHAPE_H
#define TONGBAO_CHECK_SHAPE_H

#include "check/account.h"
#include "check/figure.h"
#include "check/loader.h"
#include "check/preamble.h"

/* One figure cell that has been read. */
struct reading {
    const struct indicator *indicator;
    const struct area *area;
    struct period period;
    enum field field;
    char status;
    struct figure figure;
    const char *note;      /* NULL for none */
    struct raw_mark *mark; /* of its cell */
};

/* What all shapes share; one for the whole run. */
struct shape {
    struct loader *loader;
    struct reading *readings;
    size_t count;
};

/* What the cells of a column (of a table by period: of a row) are. */
struct slot {
    const struct indicator *indicator;
    enum field field; /* a yoy of kind rate is its value */
    bool growth;      /* a growth rate: 1.6倍 and 扭亏为盈 may stand here */
    enum figure_scale scale;
    const char *unit;            /* of the cells, for findings */
    const struct number *factor; /* NULL: 1 */
    bool refused;                /* its unit can't be converted: nothing in it counts */
    enum rule reason;            /* why */
    const char *column;          /* the header, for findings and sources of figures */
    size_t read_as;              /* unless refused: among the columns of the table's account */
};

/* The cells' unit is that given, else (flow, stock) the one of the preamble that fits, else the indicator's. One that
 * can't be converted is a finding at `where`. */
struct slot slot_make(struct shape *shape, const struct indicator *indicator, enum field field, const char *unit,
                      const struct preamble *preamble, const struct where *where);

/* What is known of a row (or column) besides its figures. */
struct context {
    const struct raw_table *table;
    const struct area *area;
    struct period period;
    char status;      /* enum status or the letter */
    const char *note; /* NULL for none */
};

/* Reads the cell in `column` (from 0) of the row: adds a reading, missing when the cell is empty or is refused. */
void shape_cell(struct shape *shape, const struct context *context, const struct slot *slot, const struct raw_row *row,
                size_t column);

/* 正常, P, 未报 …; a finding, and STATUS_UNSET, for anything else. */
char shape_status(struct shape *shape, const char *text, const struct where *where);
/* A period cell; false with a finding when it is none. */
bool shape_period(struct shape *shape, const char *text, const struct where *where, struct period *period);
/* The place of a cell. */
struct where shape_where(const struct raw_table *table, const struct raw_row *row, size_t column, const char *label);

/* The first row of a tidy table with its header, or the row count. (That of a table by period: period_columns.h.) */
size_t tidy_header(struct loader *loader, const struct raw_table *table);

void tidy_read(struct shape *shape, const struct raw_table *table, size_t header);
void period_read(struct shape *shape, const struct raw_table *table, size_t header);
void indicator_read(struct shape *shape, const struct raw_table *table);

/* ---- sources.csv ---- */

struct sources;

/* NULL when the region has none. */
struct sources *sources_read(struct shape *shape);
/* Reads the table if sources.csv lists its file; false when it does not. */
bool sources_table_read(struct shape *shape, struct sources *sources, const struct raw_table *table);
/* Warns of files it lists that were not there. */
void sources_report_unused(struct shape *shape, const struct sources *sources);

#endif
