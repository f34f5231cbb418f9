/* SPDX-License-Identifier: MIT */
/* What a name in an expression stands for, by what is wanted in its place. All of it is found here, once: what a
 * program carries is the thing itself, an indicator, an area, a measure, a column, a function.
 *
 * Each returns Lua. A name that stands for nothing becomes a finding, and the Lua of an empty value. */
#ifndef TONGBAO_TEMPLATE_MEANING_H
#define TONGBAO_TEMPLATE_MEANING_H

#include "template/program.h"
#include "template/token.h"

/* A name without brackets behind it. */
const char *meaning_of_name(struct compiler *c, const struct token *name, enum argument_kind wanted);
/* A text in quotation marks: where an area is wanted “吉首市” is the area, as names with brackets or blanks in them
 * have to be written so. */
const char *meaning_of_text(struct compiler *c, const struct token *text, enum argument_kind wanted);
/* The function of a call; NULL with a finding. */
const struct function *meaning_of_call(struct compiler *c, const struct token *name);

#endif
