/* SPDX-License-Identifier: MIT */
/* One sheet while it is being written: where its next row goes, how wide its columns are, where its pages end. */
#ifndef TONGBAO_RENDER_XLSX_TAB_H
#define TONGBAO_RENDER_XLSX_TAB_H

#include "render/xlsx/book.h"

/* The sizes of a sheet's text in half points. */
enum { BODY_HALF_POINTS = 21, SMALL_HALF_POINTS = 18 };

struct tab {
    struct book *book;
    lxw_worksheet *handle;
    const struct document *document;
    const struct section *section;
    /* The grid that all tables of the sheet share. */
    double *widths; /* in characters, as Excel counts them */
    size_t columns;
    double total; /* of widths */
    bool a3;      /* printed on A3: on A4 it could not be read */
    int pages_across;
    int small; /* half points of notes: no smaller than what can be read once the sheet is fitted to its page */
    bool data; /* a data sheet: nothing is merged, lines of text run over their neighbours */
    lxw_row_t row;
    /* The printed page, estimated: how high it is and how much of it is filled, in points of the sheet. */
    double page, filled, height; /* height: of all rows so far */
    lxw_row_t *breaks;           /* the rows that begin a new page */
    size_t break_count;
    bool drifted;                    /* a page ended by itself since the last break: `filled` is vague by now */
    bool repeats;                    /* the table being written will have its heads on every page */
    lxw_row_t head_top, head_bottom; /* of the last table: its head rows */
};

/* The cell of `column` in the current row. */
struct place tab_place(const struct tab *tab, size_t column);
/* Ends the current row, `height` points high. */
void tab_next(struct tab *tab, double height);
/* Begins a new page if `height` points fit on a page but no longer on this one. */
void tab_keep(struct tab *tab, double height);
/* The same for a table, which may also go on over the page's end: it is moved only where much stands above it already,
 * or hardly more than its head would fit; never away from a title. */
void tab_keep_table(struct tab *tab, double height);
/* Begins a new page in any case. */
void tab_break(struct tab *tab);
/* A text across the whole grid in a row of its own, as high as it needs. */
void tab_line(struct tab *tab, const char *text, const struct look *look, double least_height);
/* The width of `columns` columns from `column` on. */
double tab_span(const struct tab *tab, size_t column, size_t columns);
/* How many lines `text` takes when wrapped there, in the look's size. */
int tab_lines(const struct tab *tab, size_t column, size_t columns, const char *text, const struct look *look);

#endif
