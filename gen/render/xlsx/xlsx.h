/* SPDX-License-Identifier: MIT */
/* The workbook renderer's face. */
#ifndef TONGBAO_RENDER_XLSX_XLSX_H
#define TONGBAO_RENDER_XLSX_XLSX_H

#include "render/context.h"

/* struct renderer's render for workbooks; the context is not used. */
const char *xlsx_render(const struct document *document, const struct render_context *context, struct buffer *out);
/* "libxlsxwriter 1.1.4" */
const char *xlsx_library(struct arena *arena);

#endif
