/* SPDX-License-Identifier: MIT */
/* A page to draw on: pt from the page's top left corner, y downwards. Writes PDF operators into a buffer; knows
 * nothing of layout. */
#ifndef TONGBAO_RENDER_PDF_PDF_CANVAS_H
#define TONGBAO_RENDER_PDF_PDF_CANVAS_H

#include "render/page/shaping.h"
#include "render/pdf/pdf_type0.h"

#define PAGE_WIDTH 595.276 /* A4: 210 mm × 297 mm */
#define PAGE_HEIGHT 841.890
#define MM (72 / 25.4)

/* RGB in 1/255. */
struct colour {
    unsigned char red, green, blue;
};

struct canvas;

/* A canvas in `arena` whose text marks characters as used in `fonts`. */
struct canvas *canvas_new(struct arena *arena, struct type0_set *fonts);
/* The operators so far. Closes what is open; the canvas may not be drawn on afterwards. */
const struct buffer *canvas_finish(struct canvas *canvas);

/* Between these, x and y are those of a sheet turned 90° counter-clockwise whose top left corner lies at (left,
 * bottom) of the page, pt from the page's top left: what is wide stands on the page as GB/T 9704 7.4 wants it. */
void canvas_turn(struct canvas *canvas, double left, double bottom);
void canvas_turn_back(struct canvas *canvas);
/* Where a point of the turned (or unturned) sheet lies on the page. */
void canvas_to_page(const struct canvas *canvas, double x, double y, double *page_x, double *page_y);

/* Draws a line of text with its left at x and its baseline at y. */
void canvas_text(struct canvas *canvas, const struct line *line, double x, double y, struct colour colour);
/* A straight line `width` pt thick; `dash` is the length of dashes and gaps in pt, 0 for none. */
void canvas_rule(struct canvas *canvas, double x1, double y1, double x2, double y2, double width, double dash,
                 struct colour colour);
/* A rectangle's area; its outline, `width` pt thick. */
void canvas_fill(struct canvas *canvas, double x, double y, double width, double height, struct colour colour);
void canvas_frame(struct canvas *canvas, double x, double y, double width, double height, double thickness,
                  struct colour colour);
/* A line through `count` points, x and y in turn. */
void canvas_path(struct canvas *canvas, const double *points, size_t count, double width, double dash,
                 struct colour colour);
/* A filled polygon through `count` points. */
void canvas_polygon(struct canvas *canvas, const double *points, size_t count, struct colour colour);
/* What is drawn between these is one picture that `alt` describes to those who cannot see it. */
void canvas_figure_begin(struct canvas *canvas, const char *alt);
void canvas_figure_end(struct canvas *canvas);

#endif
