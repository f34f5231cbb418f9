/* SPDX-License-Identifier: MIT */
/* Running a template. */
#ifndef TONGBAO_TEMPLATE_INTERPRET_H
#define TONGBAO_TEMPLATE_INTERPRET_H

#include "template/assembly.h"
#include "template/templates.h"

/* Runs a template for the desk's area, for a document of the kind. What goes wrong on the way becomes findings, each
 * place once; then what was made is of no use. Everything lives in the desk's arena. */
struct composed template_run(const struct templates *templates, const struct template_text *template,
                             const struct desk *desk, enum document_kind kind, struct findings *faults);
/* "Lua 5.4.4" */
const char *template_library(struct arena *arena);

#endif
