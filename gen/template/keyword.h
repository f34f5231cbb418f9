/* SPDX-License-Identifier: MIT */
/* The words that a tag may begin with. */
#ifndef TONGBAO_TEMPLATE_KEYWORD_H
#define TONGBAO_TEMPLATE_KEYWORD_H

#include "template/token.h"

enum keyword { KEY_IF, KEY_ELSEIF, KEY_ELSE, KEY_END, KEY_EACH, KEY_SET, KEY_BY_HAND, KEY_REMARK, KEY_NONE };

/* The one that the reader stands before, and the reader moved behind it; KEY_NONE: an expression is to be printed. */
enum keyword keyword_take(struct token_reader *reader);
/* 如果, as findings call it. */
const char *keyword_name(enum keyword keyword);
/* Whether what stands between {{ and }} leaves no line behind when it stands alone. */
bool keyword_is_silent(const char *tag);
/* The keyword that a name has swallowed for want of a blank: 如果有数据. NULL: none. */
const char *keyword_swallowed(const char *name);

#endif
