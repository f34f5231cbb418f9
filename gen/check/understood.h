/* SPDX-License-Identifier: MIT */
/* How each table was understood: what its reader made of it, and of every single cell. The readers mark the cells as
 * they consume them; a cell that nobody has marked was lost, and is found out. */
#ifndef TONGBAO_CHECK_UNDERSTOOD_H
#define TONGBAO_CHECK_UNDERSTOOD_H

#include "base/finding.h"
#include "base/number.h"
#include "base/period.h"

#include <stdbool.h>

struct dataset;
struct figure;
struct indicator;
struct raw_row;
struct raw_table;

/* What became of a cell. Each cell of a table has exactly one of these. */
enum cell_use {
    USE_UNTOLD, /* nobody has read it, and nobody has said why */
    USE_FIGURE, /* a figure of the dataset, or a target */
    USE_KEY,    /* says whom, what, when, in which unit or state; any cell of a list such as areas.csv */
    USE_EMPTY,  /* nothing in it, or a dash, 未报 and the like */
    USE_HEADER,
    USE_REMARK,  /* a title, a note, a heading between the rows */
    USE_SKIPPED, /* a running number, a column that sources.csv skips, a row that says only that there is nothing */
    USE_PASSED,  /* not used, for the reason that a finding gives */
    USE_REFUSED, /* the same, and it was meant to be used */
    USES
};

enum table_shape {
    SHAPE_UNKNOWN,
    SHAPE_TIDY,
    SHAPE_BY_INDICATOR,
    SHAPE_BY_PERIOD,
    SHAPE_BY_SOURCES,
    SHAPE_TARGET_ROWS,
    SHAPE_TARGET_COLUMNS,
    SHAPE_LIST, /* areas.csv, settings.csv and the like */
    SHAPES
};

/* An indicator that the table gives figures of. */
struct understood_column {
    const char *column; /* the heading, or the row's */
    const struct indicator *indicator;
    int field;                   /* enum field */
    const char *unit;            /* of the cells; "" for none */
    const struct number *factor; /* to the indicator's unit; NULL: 1 */
};

/* Why cells were passed over or refused, and how many. */
struct understood_reason {
    enum cell_use use;
    enum rule rule;
    size_t count;
    int line;                  /* of the first */
    const struct finding *why; /* the first of that rule about the table; NULL: none said so */
};

struct understood {
    const struct raw_table *table;
    const char *file, *encoding;
    enum table_shape shape;
    int header, header_end; /* its first and last line; 0 where there is none */
    const struct understood_column *columns;
    size_t column_count;
    const char *const *headings; /* [column of the table]: the indicator it was read as, for drawing; NULL: none */
    size_t width;                /* of the widest row */
    bool has_period;
    struct period first, last; /* of the figures */
    size_t areas;              /* that have figures in it */
    size_t cells;              /* all: the sum of uses[] */
    size_t uses[USES];
    const struct understood_reason *reasons;
    size_t reason_count;
    const char *source; /* who published it, as a row 数据来源：… says; NULL for none, and for an example */
    size_t broken;      /* rows that could not be cut into cells, each of which is a finding */
};

/* The column's heading, when it says more than the indicator's name and a unit; else "". */
const char *understood_heading(const struct understood *table, const struct understood_column *column,
                               struct arena *arena);
/* 0.0001, or "" where nothing is converted. */
const char *understood_factor(const struct understood_column *column, struct arena *arena);
/* A cell as it stands in its table, and how it was read. */
struct understood_cell {
    const struct understood *table;
    const struct raw_row *row;
    size_t column;                      /* in the row, from 0 */
    const struct understood_column *as; /* its unit and factor; NULL: not known */
};

/* The cell that the figure was read from; false when it was read from none. */
bool understood_find(const struct dataset *dataset, const struct indicator *indicator, const struct figure *figure,
                     struct understood_cell *cell);
/* What stands in it; "" where the row is too short for it. */
const char *understood_text(const struct understood_cell *cell);
/* The row that begins on that line of the file; NULL for none. */
const struct raw_row *understood_row(const struct dataset *dataset, const char *file, int line);

/* How many cells were used. */
size_t understood_used(const struct understood *table);

#endif
