/* SPDX-License-Identifier: MIT */
/* How wide a text is and how many lines it takes, in half-width columns: for the text renderer's aligned tables and
 * for the widths and row heights of a workbook, which Excel does not fit by itself. */
#ifndef TONGBAO_RENDER_DISPLAY_H
#define TONGBAO_RENDER_DISPLAY_H

#include <stddef.h>

/* What the ambiguous characters (— … “ ” · ±) count: 1 in a terminal, 2 in a Chinese face such as 宋体. */
enum display_face { DISPLAY_TERMINAL, DISPLAY_CHINESE };

/* Returns the columns that `text` (UTF-8) takes on one line; of several lines (\n), those of the widest. */
int display_width(const char *text, enum display_face face);

/* Returns how many lines `text` takes when wrapped at `width` columns: at least 1. Chinese breaks anywhere, a run of
 * other characters only at spaces unless it is wider than the line. An estimate: never fewer than Excel needs. */
int display_lines(const char *text, int width, enum display_face face);

#endif
