/* SPDX-License-Identifier: MIT */
/* The 复核 page: what the office looks at before a bulletin is sealed. Like a document it is all that its renderer
 * sees: every figure is printed already, every sentence written. Built by review_compose.c, const from then on. */
#ifndef TONGBAO_DOCUMENT_REVIEW_PAGE_H
#define TONGBAO_DOCUMENT_REVIEW_PAGE_H

#include "document/document.h"

/* A line of 发文前先看: what there is, and the table that tells which. */
struct review_notice {
    enum cell_tone tone;
    const char *label;         /* 警告 */
    const char *text;          /* 2 处，… */
    const struct table *table; /* NULL for none; a cell's link is a path relative to the page */
    const char *unfold;        /* NULL, or what to press to see the table: it is long, and few need it */
};

/* The course of one figure over the last periods, small. */
struct review_spark {
    const struct cell *values; /* the earliest first; CELL_EMPTY is a hole */
    size_t count;              /* 0: none is drawn */
    bool bars;                 /* amounts that add up over a year: bars from zero; else a line */
    const char *alt;           /* the same in words */
};

struct review_cell {
    struct cell figure; /* CELL_EMPTY: there is only the word */
    struct cell word;   /* the verdict, with its tone; CELL_EMPTY: the figure is held against nothing */
    struct review_spark spark;
    bool partial; /* the figure lacks a part, and is marked so */
};

struct review_row {
    const char *name;                /* 工业投资 */
    const char *unit;                /* 增速，%; "" for none */
    const struct review_cell *cells; /* one for each column */
};

/* Indicators down, areas across. */
struct review_matrix {
    const char *caption; /* which areas it has; NULL when it is the only one */
    const char *corner;  /* the head over the rows' names */
    const char *const *columns;
    size_t column_count;
    const struct review_row *rows;
    size_t row_count;
};

struct review_page {
    const char *mark; /* of which publication it is, for programs: letters and digits */
    const char *title;
    const char *lead;     /* below the title: whose figures, of which day */
    const char *banner;   /* 示例数据; NULL for none */
    struct cell status;   /* the one sentence, with its tone */
    const char *skip;     /* the link past the head */
    const char *contents; /* what the list of the parts below is called */
    const char *notices_title, *revision_title, *matrix_title, *files_title, *steps_title;
    const struct review_notice *notices;
    size_t notice_count;
    const struct review_notice *revision; /* what has changed since an earlier issue; none: no such part */
    size_t revision_count;
    const char *const *legend; /* how the matrix is to be read: its lines */
    size_t legend_count;
    const struct review_matrix *matrices;
    size_t matrix_count;
    const struct table *files; /* a cell's link is a path relative to the page */
    const struct table *steps; /* the checklist: an empty cell is filled in by hand */
    const char *foot;
};

#endif
