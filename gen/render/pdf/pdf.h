/* SPDX-License-Identifier: MIT */
/* The PDF renderer's face: GB/T 9704-2012 layout on A4, through libharu. */
#ifndef TONGBAO_RENDER_PDF_PDF_H
#define TONGBAO_RENDER_PDF_PDF_H

#include "render/render.h"

/* Opens all faces. Returns NULL with *error set to a complete sentence (in `arena`) that names the font and says what
 * to do. The caller owns the result and calls pdf_fonts_close. */
struct pdf_fonts *pdf_fonts_open(const struct font_paths *paths, struct arena *arena, const char **error);
void pdf_fonts_close(struct pdf_fonts *fonts);

/* struct renderer's render for bulletins. */
const char *pdf_render(const struct document *document, const struct render_context *context, struct buffer *out);

#endif
