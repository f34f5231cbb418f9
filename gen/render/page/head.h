/* SPDX-License-Identifier: MIT */
/* What frames a 公文: the red head, the signature, 版记, page numbers (GB/T 9704-2012 7.2 to 7.5); where a letter
 * differs, 10.1. */
#ifndef TONGBAO_RENDER_PAGE_HEAD_H
#define TONGBAO_RENDER_PAGE_HEAD_H

#include "render/page/flow.h"

/* Adds the red head (发文机关标志, 发文字号, 红色分隔线) and the title as items. */
void head_add(struct layout *layout);
/* Adds 署名 and 成文日期, and glues them to the text above. */
void signer_add(struct layout *layout);
/* Adds 版记: at the foot of the last page, glued to what the document ends with, so that it has no page to itself. */
void imprint_add(struct layout *layout);
/* Whether the document has any: a printer, or, in a letter, somebody to send a copy to. */
bool imprint_wanted(const struct document *document);
/* Draws the page number and the banner of the newest page. */
void page_marks_draw(struct layout *layout);

#endif
