/* SPDX-License-Identifier: MIT */
/* PDF: a paper (render/page/paper.h) of libharu's objects. */
#ifndef TONGBAO_RENDER_PDF_PDF_H
#define TONGBAO_RENDER_PDF_PDF_H

#include "render/context.h"

/* struct renderer's render for bulletins. */
const char *pdf_render(const struct document *document, const struct render_context *context, struct buffer *out);
/* "libharu 2.3.0" */
const char *pdf_library(struct arena *arena);

#endif
