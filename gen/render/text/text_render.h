/* SPDX-License-Identifier: MIT */
/* The text renderer's face: the main golden, and what an operator reads in a terminal. */
#ifndef TONGBAO_RENDER_TEXT_TEXT_RENDER_H
#define TONGBAO_RENDER_TEXT_TEXT_RENDER_H

#include "render/context.h"

/* struct renderer's render for bulletins and workbooks alike; the context is not used. Never fails. */
const char *text_render(const struct document *document, const struct render_context *context, struct buffer *out);

#endif
