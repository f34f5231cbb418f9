/* SPDX-License-Identifier: MIT */
/* The document: all that a renderer ever sees. Compose builds it, then it is const.
 *
 * A bulletin's sections are its body and its annexes, a workbook's sections are its sheets. A number in a cell or
 * chart has been rounded and printed already; a renderer lays out and never computes.
 *
 * Everything here lives in the arena of the builder that made it. */
#ifndef TONGBAO_DOCUMENT_DOCUMENT_H
#define TONGBAO_DOCUMENT_DOCUMENT_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* ---- cells: what a table holds and a chart draws ---- */

enum cell_kind { CELL_EMPTY, CELL_TEXT, CELL_NUMBER };

/* What a cell means, for colour; never the only carrier: the text says it too. */
enum cell_tone { TONE_PLAIN, TONE_GOOD, TONE_BAD, TONE_WAITING, TONE_MUTED };

/* What stands before a cell's figure as a sign that a glance takes in; it says what the verdict's word says. */
enum cell_mark {
    MARK_NONE,
    MARK_REACHED, /* ● */
    MARK_BEHIND,  /* ▲ */
    MARK_PENDING, /* ○ not due yet */
    MARK_MISSING  /* words instead of a figure, in a dashed box: 未报 */
};

struct cell {
    enum cell_kind kind;
    const char *text;    /* as the reader sees it; "" for CELL_EMPTY, never NULL */
    const char *number;  /* CELL_NUMBER: the printed figure as a plain ASCII decimal such as -1234.50; else NULL */
    int decimals;        /* CELL_NUMBER: digits after the point, for Excel's number format */
    const char *formula; /* NULL, or an Excel formula over this row's columns, {0} being the first column's cell:
                          * "=ROUND(({2}-{3})/{3}*100,1)"; `number` (or `text`) is its value */
    const char *name;    /* NULL, or what formulas of the whole workbook call this cell: 已过月数 */
    const char *link;    /* NULL, or the name of a section to go to */
    const char *anchor;  /* NULL, or what a link of the same document calls this cell */
    const char *to;      /* NULL, or the anchor of a cell to go to; where the document has none such: no link */
    enum cell_tone tone;
    enum cell_mark mark;
    bool strong; /* what the reader looks for first: heavier */
    bool shaded; /* its ground is grey, in a LIST */
};

/* ---- tables ---- */

enum align { ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT };

/* What a workbook adds to the figures of a column; the other renderers leave it. */
enum display {
    DISPLAY_PLAIN,
    DISPLAY_BAR, /* a bar in each cell, full at 100 % */
    DISPLAY_RANK /* the better the place, the deeper the colour */
};

struct column {
    /* Header texts from the top level down; equal neighbours on one level are merged, a NULL level is merged with
     * the one above it. */
    const char *header[3];
    enum align align;
    int width; /* relative; in full-width characters of the widest usual content, head left aside */
    enum display display;
    bool strong; /* what the table is about: heavier where there are pages */
    bool point;  /* LIST: figures stand with their decimal points below each other, what isn't a figure in the middle */
    int tenths;  /* LIST: its width where there are pages, 0.1 mm of an upright one */
};

/* How a table is set where there are pages; the other renderers take any for a plain one. */
enum table_form {
    TABLE_PLAIN,  /* framed */
    TABLE_MATRIX, /* names down, marks across: columns below one top head stand together, set apart from the others */
    TABLE_BANDS,  /* rows fall into bands: equal neighbours in the first column are one cell, the darker its tone, the
                   * worse */
    TABLE_LIST    /* rows below each other between thin rules, none of them upright; columns as wide as they say, as far
                   * as that is possible */
};

/* What stands before a row across all columns, and goes for it and the rows below. */
struct table_band {
    size_t row;
    const char *text;
};

struct table {
    enum table_form form;
    const char *title; /* above the table; NULL for none */
    const char *unit;  /* 单位：… at the right above the table; NULL for none */
    const struct column *columns;
    size_t column_count;
    int header_rows; /* 1 to 3 */
    /* Row-major: cells[row * column_count + column]. */
    const struct cell *cells;
    size_t row_count;
    const struct table_band *bands; /* by row */
    size_t band_count;
    const char *const *notes; /* lines below the table */
    size_t note_count;
    bool data; /* a clean data table: one header row, no merges, an autofilter in a workbook */
};

/* ---- charts ---- */

enum chart_kind {
    CHART_BARS,     /* horizontal bars, already in drawing order, each with its own target tick */
    CHART_PROGRESS, /* horizontal bars of progress in %, each with its own mark: the pace */
    CHART_LINES,    /* one line per series over `categories` */
    CHART_WATERFALL /* horizontal bars, each beginning where the one above it ends, the last closing them */
};

/* How a bar stands to its target: PENDING is not due yet. */
enum bar_state { BAR_PLAIN, BAR_REACHED, BAR_BEHIND, BAR_PENDING };

struct chart_bar {
    const char *label;
    struct cell value;  /* CELL_NUMBER, or CELL_TEXT: no figure, the word stands in the bar's place */
    struct cell target; /* CELL_NUMBER or CELL_EMPTY: the tick */
    const char *inside; /* written into the bar beside the value: 2/3; NULL for none */
    const char *gap;    /* BEHIND: what is lacking, with its unit; else NULL */
    enum bar_state state;
    bool own; /* the bar to stand out (the county the document is about) */
    /* WATERFALL: where it begins and ends, unrounded, for drawing alone; and the same as a part from 0 that isn't
     * drawn, a part above that and one below. */
    struct cell from, to, base, above, below;
    const struct cell *figures; /* WATERFALL: one for each of the chart's figure_heads */
    bool closing;               /* WATERFALL: the whole */
};

struct chart_series {
    const char *label;
    const struct cell *values; /* one for each category; CELL_EMPTY is a hole in the line */
    bool own;                  /* drawn strongest */
    bool dashed;
};

struct chart {
    enum chart_kind kind;
    const char *title;
    const char *unit;
    const char *alt; /* the chart in one sentence, for those who cannot see it */
    /* For its figures as a table: the title, and the heads over the names and over the figures of bars. */
    const char *data_title, *name_head, *figure_head;
    const struct chart_bar *bars;
    size_t bar_count;
    struct cell reference;       /* BARS: the region's value, a dashed line; CELL_EMPTY for none */
    const char *reference_label; /* where there is a reference */
    const char *target_label;    /* where a bar has a target, what the tick is: 目标, 序时进度 */
    const char *gap_label;       /* where a bar has a gap: 差距 */
    /* WATERFALL: over the bars; over the figures beside them; over the parts of a bar where it is drawn from a table;
     * what is to be known below it. */
    const char *axis_head;
    const char *const *figure_heads;
    size_t figure_count;
    const char *base_head, *above_head, *below_head;
    const char *note;
    const char *const *categories;
    size_t category_count;
    const struct chart_series *series;
    size_t series_count;
};

/* ---- cards: a few figures side by side, each with what goes with it ---- */

/* The course of a figure over the last periods, small. */
struct spark {
    const struct cell *values; /* the earliest first; CELL_EMPTY is a hole */
    size_t count;              /* 0: none is drawn */
    bool bars;                 /* amounts of single periods: bars from zero, the last to stand out; else a line */
    struct cell target;        /* CELL_NUMBER: a dashed line, over the values from target_from on */
    size_t target_from;
    const char *caption; /* 2018年一季度起各期累计 */
    const char *alt;     /* the same in words */
};

struct card {
    const char *name;
    struct cell figure; /* the large one, or a word in its place */
    const char *unit;   /* behind it; "" for none */
    const char *beside; /* behind that, small: 目标10%; "" for none */
    struct cell state;  /* mark, words and tone: 低0.4个百分点; CELL_EMPTY for none */
    struct spark spark;
    const char *text; /* below it, a sentence or two; NULL for none */
};

struct cards {
    const struct card *items;
    size_t count;
    size_t across; /* so many would fill the width */
};

/* ---- blocks and sections ---- */

enum block_kind { BLOCK_HEADING, BLOCK_PARAGRAPH, BLOCK_TABLE, BLOCK_CHART, BLOCK_CARDS };

enum paragraph_style {
    PARAGRAPH_BODY,       /* indented by two characters */
    PARAGRAPH_SALUTATION, /* 主送机关, flush left */
    PARAGRAPH_ENCLOSURE,  /* 附件说明, indented by two, wraps under the name */
    PARAGRAPH_NOTE,       /* small print: 口径, sources */
    PARAGRAPH_HEADLINE    /* 提要: what the document says, in a line */
};

struct block {
    enum block_kind kind;
    int level;                  /* HEADING: 1 一、 2 （一） 3 1. 4 （1）; the number is in the text */
    enum paragraph_style style; /* PARAGRAPH */
    const char *text;           /* HEADING, PARAGRAPH; a body paragraph may begin with a run-in heading */
    const struct table *table;
    const struct chart *chart;
    const struct cards *cards;
};

enum section_kind { SECTION_BODY, SECTION_ANNEX, SECTION_SHEET };

struct section {
    enum section_kind kind;
    const char *name;  /* ANNEX: 附件1; SHEET: the tab's name, at most 10 characters, unique; BODY: "" */
    const char *title; /* centred above the section; "" for none (the body's title is the document's) */
    bool landscape;
    const struct block *blocks;
    size_t block_count;
};

/* ---- the whole ---- */

enum document_kind { DOCUMENT_BULLETIN, DOCUMENT_WORKBOOK };

enum head_style {
    HEAD_NONE,   /* no red head */
    HEAD_FULL,   /* printed */
    HEAD_BLANK,  /* room left for pre-printed paper */
    HEAD_LETTER, /* that of a letter, 信函格式 (GB/T 9704 10.1), printed */
    HEAD_SHEET /* a line with title, issuer_mark and date_text: the document is one page without a number, set small */
};

struct day {
    int year, month, day;
};

struct document {
    enum document_kind kind;
    const char *title;
    /* Names of areas, which a title isn't broken within. */
    const char *const *names;
    size_t name_count;
    const char *author, *subject, *keywords; /* for the file's properties */
    const char *banner;                      /* on the face of every page or sheet: 示例数据; NULL for none */
    struct day issued;                       /* 成文日期, also the only date in the file's properties */
    /* The red head, GB/T 9704 7.2. */
    enum head_style head;
    const char *issuer_mark; /* 发文机关标志 */
    const char *doc_number;  /* 发文字号 */
    /* The end of the body: 署名 and 成文日期. NULL signer: none. */
    const char *signer;
    const char *date_text;
    bool seal_room; /* leave room for the seal over signer and date */
    /* 版记 on the last page; NULL printer: none. A letter's is copy_to alone, NULL for none. */
    const char *copy_to, *printer, *print_date_text;
    /* A workbook's 制表/审核/负责人 line under print tables; NULL for none. */
    const char *sign_off;
    const struct section *sections;
    size_t section_count;
};

/* ---- building ---- */

/* Collects sections and blocks in order; lives in the document's arena. */
struct builder;

struct builder *builder_new(struct arena *arena);
void builder_section(struct builder *builder, enum section_kind kind, const char *name, const char *title,
                     bool landscape);
void builder_heading(struct builder *builder, int level, const char *text);
void builder_paragraph(struct builder *builder, enum paragraph_style style, const char *text);
void builder_table(struct builder *builder, const struct table *table);
void builder_chart(struct builder *builder, const struct chart *chart);
void builder_cards(struct builder *builder, const struct cards *cards);
/* Blocks collected before, in their order. */
void builder_blocks(struct builder *builder, const struct block *blocks, size_t count);
/* Puts the collected sections into `document`. */
void builder_finish(struct builder *builder, struct document *document);

/* Cells. Strings are not copied. */
struct cell cell_empty(void);
struct cell cell_text(const char *text);
/* `number` is the plain decimal, `text` what is shown; `decimals` counts number's places. */
struct cell cell_number(const char *number, const char *text);

/* Rows of a table under construction. */
struct table_builder {
    struct arena *arena;
    struct table table;
    struct column *columns;
    struct cell *cells;
    size_t cell_count;
    struct table_band *bands;
    const char **notes;
};

void table_begin(struct table_builder *t, struct arena *arena, int header_rows);
void table_column(struct table_builder *t, const char *top, const char *middle, const char *bottom, enum align align,
                  int width);
/* Of the last column. */
void table_display(struct table_builder *t, enum display display);
/* Makes the last column what the table is about. */
void table_strong(struct table_builder *t);
/* Adds the next cell, row by row. */
void table_cell(struct table_builder *t, struct cell cell);
/* Before the row that the next cell begins. */
void table_band(struct table_builder *t, const char *text);
/* The band before the row; NULL for none. */
const struct table_band *table_band_at(const struct table *table, size_t row);
void table_note(struct table_builder *t, const char *note);
/* Checks that the last row is full (a broken invariant aborts) and returns the table. */
const struct table *table_end(struct table_builder *t);

#endif
