/* SPDX-License-Identifier: MIT */
/* The letter form, 信函格式 (GB/T 9704-2012 10.1). */
#ifndef TONGBAO_RENDER_PAGE_LETTER_HEAD_H
#define TONGBAO_RENDER_PAGE_LETTER_HEAD_H

#include "render/page/mark.h"

/* Adds the head of a letter down to the blank above its title: `mark`, the double rules of the first page, 发文字号. */
void letter_head_add(struct layout *layout, const struct mark *mark);

#endif
