/* SPDX-License-Identifier: MIT */
/* Documents made by hand, one for each kind of page the PDF renderer has. The figures are invented. */
#ifndef TONGBAO_TESTS_PDF_PAGES_H
#define TONGBAO_TESTS_PDF_PAGES_H

#include "document/document.h"

/* A region bulletin: red head, body with all levels of headings, signature with seal room, 版记, a landscape annex with
 * a table of three header rows, a portrait annex of ranks, and charts. */
void pages_region(struct arena *arena, struct document *document);
/* A county bulletin: no red head, tables and two charts. */
void pages_county(struct arena *arena, struct document *document);
/* The rare names of place that fonts must not lose, in title, body, table and chart; head for 套红 paper, no seal. */
void pages_names(struct arena *arena, struct document *document);
/* What strains the layout: a table of 46 columns, a chart of 90 bars, bars that are negative, alone or without a
 * figure, lines with holes, long words, empty texts. */
void pages_strain(struct arena *arena, struct document *document);
/* A letter: red head and one short page, to measure positions on. */
void pages_letter(struct arena *arena, struct document *document);
/* 提醒函 in the letter form: one page with a table of five rows, and the same with more text, on two. */
void pages_reminder(struct arena *arena, struct document *document);
void pages_reminder_long(struct arena *arena, struct document *document);

#endif
