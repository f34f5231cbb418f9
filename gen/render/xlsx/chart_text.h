/* SPDX-License-Identifier: MIT */
/* The language and the Chinese face of the text in charts.
 *
 * libxlsxwriter states American English in every chart and can name a face for Latin letters only, so that a program
 * takes any face it likes for the rest. */
#ifndef TONGBAO_RENDER_XLSX_CHART_TEXT_H
#define TONGBAO_RENDER_XLSX_CHART_TEXT_H

#include "base/arena.h"

#include <stdbool.h>

/* Whether the part of that name in the archive is a chart. */
bool chart_text_is_in(const char *part);
/* Appends to `out` the `length` bytes of a chart's part, its text being simplified Chinese in the book's face. */
void chart_text_put(struct buffer *out, const char *xml, size_t length);

#endif
