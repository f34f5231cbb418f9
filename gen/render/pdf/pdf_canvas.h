/* SPDX-License-Identifier: MIT */
/* A page to draw on, as paper.h has it: writes PDF operators into a buffer. */
#ifndef TONGBAO_RENDER_PDF_PDF_CANVAS_H
#define TONGBAO_RENDER_PDF_PDF_CANVAS_H

#include "render/page/paper.h"
#include "render/pdf/pdf_type0.h"

struct canvas;

/* A canvas in `arena` whose text marks characters as used in `fonts`. */
struct canvas *canvas_new(struct arena *arena, struct type0_set *fonts);
/* The operators so far. Closes what is open; the canvas may not be drawn on afterwards. */
const struct buffer *canvas_finish(struct canvas *canvas);

/* The calls of struct paper that draw. */
void canvas_turn(struct canvas *canvas, double left, double bottom);
void canvas_text(struct canvas *canvas, const struct paper_text *text);
void canvas_path(struct canvas *canvas, const struct paper_path *path);
void canvas_box(struct canvas *canvas, const struct box *box, double thickness, struct colour colour);
void canvas_figure_begin(struct canvas *canvas, const char *alt);
void canvas_figure_end(struct canvas *canvas);

#endif
