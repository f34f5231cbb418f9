/* SPDX-License-Identifier: MIT */
/* Expressions: what stands between {{ and }} behind a keyword. */
#ifndef TONGBAO_TEMPLATE_EXPRESSION_H
#define TONGBAO_TEMPLATE_EXPRESSION_H

#include "template/program.h"

/* The Lua for an expression: `text`, which begins at `spot`. What can't be understood becomes findings. */
const char *expression_compile(struct compiler *c, const char *text, const struct spot *spot);

#endif
