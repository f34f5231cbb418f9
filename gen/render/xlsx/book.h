/* SPDX-License-Identifier: MIT */
/* A guarded workbook: the only place that hands strings, numbers and formats to libxlsxwriter, and that looks at what
 * it answers. The first thing that goes wrong is kept as a sentence and everything after it does nothing, so callers
 * need not check each call. */
#ifndef TONGBAO_RENDER_XLSX_BOOK_H
#define TONGBAO_RENDER_XLSX_BOOK_H

#include "document/document.h"

#include <stdbool.h>
#include <xlsxwriter.h>

/* The face of everything in a book. */
#define BOOK_FACE "宋体"

/* How a cell looks. Equal looks share one format; a zeroed one is plain 10.5 pt text. */
struct look {
    enum align align;
    enum cell_tone tone;
    int half_points; /* 0: 10.5 pt */
    bool bold, wrap, border, link, head, banner;
    bool rule_above, rule_below;
    const char *number_format; /* NULL: General */
};

/* A cell of a sheet. */
struct place {
    lxw_worksheet *sheet;
    lxw_row_t row;
    lxw_col_t column;
};

struct book {
    lxw_workbook *workbook;
    struct arena *arena;
    const char *error; /* NULL, or the first thing that went wrong, as a complete sentence */
    struct book_format *formats;
    size_t format_count;
    lxw_format *tones[TONE_MUTED + 1]; /* made when first asked for */
    struct tone_word *words;           /* see tone.c */
    size_t word_count;
    const char **names; /* of cells, given so far */
    size_t name_count;
    struct book_anchor *anchors; /* cells that links lead to, given so far */
    size_t anchor_count;
    struct book_lead *leads; /* links to such cells, made when all are there */
    size_t lead_count;
    int table_count; /* Excel tables in the whole book: their names must differ */
};

/* Starts a workbook in memory, its properties from `document`, and returns it in *book; `arena` holds what the book
 * needs. Ends with book_close or, if book->error is set, with book_abandon. */
void book_open(struct book *book, struct arena *arena, const struct document *document);
/* Writes the archive through archive.h; the workbook is gone then, in any case. */
void book_close(struct book *book);
void book_abandon(struct book *book);

/* Notes a failure; `what` is a complete Chinese sentence. The first one stays. */
void book_fail(struct book *book, const char *what);
/* Checks the library's answer to a call that did `what` (a Chinese noun: 写单元格). */
void book_check(struct book *book, lxw_error error, const char *what);

lxw_worksheet *book_sheet(struct book *book, const char *name);
lxw_format *book_format(struct book *book, const struct look *look);
/* The colours of a tone alone, for a conditional format. */
lxw_format *book_tone(struct book *book, enum cell_tone tone);

/* The ways to fill a cell; strings are sanitised here. */
void book_blank(struct book *book, struct place place, const struct look *look);
void book_text(struct book *book, struct place place, const char *text, const struct look *look);
/* The cell's figure; one that is not a plain decimal, or not finite, fails the book. */
void book_number(struct book *book, struct place place, const struct cell *cell, const struct look *look);
/* A formula, and the cell's figure or text as its value. */
void book_formula(struct book *book, struct place place, const char *formula, const struct cell *value,
                  const struct look *look);
/* Gives a cell a name for the formulas of all sheets; one that Excel would not take, or twice, fails the book. */
void book_name(struct book *book, struct place place, const char *name);
/* Lets the cell lead to cell A1 of the sheet `name`; call it before filling the cell. */
void book_link(struct book *book, struct place place, const char *name, const struct look *look);
/* Lets links lead to the cell by that name. */
void book_anchor(struct book *book, struct place place, const char *anchor);
/* Makes of a cell that has been filled, but with no formula, a link to the cell of that anchor; where book_leads finds
 * none of it, it stays as it is. `look` is the cell's without the link's. */
void book_lead(struct book *book, struct place place, const char *anchor, const struct cell *cell,
               const struct look *look);
/* Makes the links, after all sheets. */
void book_leads(struct book *book);
/* Merges the cells from `place` on (one cell: just fills it) and puts `text` there. */
void book_merge(struct book *book, struct place place, lxw_row_t rows, size_t columns, const char *text,
                const struct look *look);
/* A rule for the look of `rows` cells from `place` down; none are none. */
void book_rule(struct book *book, struct place place, size_t rows, lxw_conditional_format *rule);
/* Row height in points, at most Excel's 409. */
void book_row(struct book *book, lxw_worksheet *sheet, lxw_row_t row, double height);

#endif
