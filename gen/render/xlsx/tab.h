/* SPDX-License-Identifier: MIT */
/* One sheet while it is being written: where its next row goes and how wide its columns are. */
#ifndef TONGBAO_RENDER_XLSX_TAB_H
#define TONGBAO_RENDER_XLSX_TAB_H

#include "render/xlsx/book.h"

struct tab {
    struct book *book;
    lxw_worksheet *handle;
    const struct document *document;
    const struct section *section;
    /* The grid that all tables of the sheet share. */
    double *widths; /* in characters, as Excel counts them */
    size_t columns;
    double total; /* of widths */
    bool data;    /* a data sheet: nothing is merged, lines of text run over their neighbours */
    lxw_row_t row;
    /* The printed page, estimated: how high it is and how much of it is filled, in points of the sheet. */
    double page, filled, height; /* height: of all rows so far */
    lxw_row_t *breaks;           /* the rows that begin a new page */
    size_t break_count;
    bool drifted;                    /* a page ended by itself since the last break: `filled` is vague by now */
    bool repeats;                    /* the table being written will have its heads on every page */
    lxw_row_t head_top, head_bottom; /* of the last table: its head rows */
};

/* How a table is drawn: a print table, the clean table of a data sheet, the numbers below a chart. */
enum table_dress { DRESS_PRINT, DRESS_DATA, DRESS_CHART };

/* grid.c: sets widths, columns and total from all that the section holds. */
void grid_fit(struct tab *tab);
/* True when the section is a data sheet: its first table is a data table. */
bool section_is_data(const struct section *section);

/* tab.c: a section becomes a sheet of the book. */
void tab_write(struct book *book, const struct document *document, const struct section *section);
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

/* table.c: about how high a table is, in points, each row taken for one line. */
double table_height(const struct table *table, enum table_dress dress);
/* Writes `table` at the current row and ends behind its notes. Returns the first body row. */
lxw_row_t table_write(struct tab *tab, const struct table *table, enum table_dress dress);

/* tone.c: collects the words of all tables that have a tone, for the rules below. */
void tone_collect(struct book *book, const struct document *document);
/* True if the cell's word comes from a formula, so that its colour must come from a rule. */
bool tone_follows(const struct cell *cell);
/* Adds the rules for the columns of a table whose body begins at row `first`. */
void tone_follow(struct tab *tab, const struct table *table, lxw_row_t first);

/* display.c: adds the bars and shades that columns of a table ask for; its body begins at row `first`. */
void display_add(struct tab *tab, const struct table *table, lxw_row_t first);

/* chart.c: the numbers of a chart as a table (in the book's arena), and the chart with that table below it. */
const struct table *chart_table(const struct chart *chart, struct arena *arena);
void chart_write(struct tab *tab, const struct chart *chart);

/* figure.c: Excel's format for a number cell: the decimals of its figure, thousands separators if `grouped`, and
 * whatever its text has around the figure (%, 第…位). Lives in `arena`. */
const char *figure_format(struct arena *arena, const struct cell *cell, bool grouped);
/* True if a column needs separators: a figure with decimals or of five digits; 2019 stays 2019. */
bool figure_grouped(const struct table *table, size_t column);

#endif
