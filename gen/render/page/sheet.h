/* SPDX-License-Identifier: MIT */
/* A document that is one page (HEAD_SHEET): a line of head, a headline, blocks set small. Heights are those of
 * document/sheet.h, eased as far as the page has room. */
#ifndef TONGBAO_RENDER_PAGE_SHEET_H
#define TONGBAO_RENDER_PAGE_SHEET_H

#include "document/sheet.h"
#include "render/page/flow.h"

#define SHEET_SMALLEST 8.0 /* pt: notes, captions, heads, what has to wrap */
#define SHEET_FIGURE 8.5   /* pt: of tables */
#define SHEET_RULE (0.35 * MM)
#define SHEET_THIN (0.18 * MM)
#define SHEET_HAIR (0.09 * MM)

/* Greys by their share of black, and black and white. */
extern const struct colour sheet_black, sheet_white, sheet_second, sheet_bar, sheet_hair, sheet_behind, sheet_push;

/* A height of document/sheet.h in pt, as the layout's ease has it. */
double sheet_height(const struct layout *layout, int hundredths);

/* A cell's text, a figure's minus as a printer sets it. */
const char *sheet_figure(struct arena *arena, const struct cell *cell);

/* Makes the items of a section, eased so that they fill its page; they are more than one page only where even the least
 * heights are too many. */
void sheet_add(struct layout *layout, const struct section *section);

/* Blocks that stand in other documents too: a ruled table, a matrix or bands (ruled.c); cards (cards.c). */
void ruled_add(struct layout *layout, const struct table *table);
void cards_add(struct layout *layout, const struct cards *cards);

/* A small course of a figure with its first and last value: spark.c. */
struct spark_lines {
    struct line first, last, target;
};
struct spark_lines spark_shape(struct layout *layout, const struct spark *spark);
void spark_draw(struct layout *layout, const struct spark *spark, const struct spark_lines *lines, struct box box);

/* ●, ▲, ○ with its left edge at x and its middle at `middle`; how wide they are, pt. */
#define MARK_SPAN (2.0 * MM)
void sign_draw(struct layout *layout, enum cell_mark mark, double x, double middle);
/* A filled circle. */
void dot_draw(struct layout *layout, double x, double y, double radius, struct colour colour);

#endif
