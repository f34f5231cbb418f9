/* SPDX-License-Identifier: MIT */
/* Titles and table heads in balanced lines. */
#ifndef TONGBAO_RENDER_PAGE_TITLE_H
#define TONGBAO_RENDER_PAGE_TITLE_H

#include "render/page/line.h"

/* Breaks a centred title into as few lines as fit, of about equal length, not within a common word: render/balance.h.
 */
const struct line *text_balance(struct arena *arena, const struct text *text, const struct line_style *style,
                                size_t *count);

#endif
