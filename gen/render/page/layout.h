/* SPDX-License-Identifier: MIT */
/* Layout of a whole document: GB/T 9704-2012 on A4, whatever the format of the file. */
#ifndef TONGBAO_RENDER_PAGE_LAYOUT_H
#define TONGBAO_RENDER_PAGE_LAYOUT_H

#include "render/page/paper.h"

/* Lays `document` out with the context's fonts, draws it on `paper` and appends the file's bytes to `out`. Returns
 * NULL, or a complete sentence (in out->arena), as struct renderer's render does. */
const char *page_render(const struct document *document, const struct render_context *context,
                        const struct paper *paper, struct buffer *out);

#endif
