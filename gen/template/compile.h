/* SPDX-License-Identifier: MIT */
/* From a template's text to its program. */
#ifndef TONGBAO_TEMPLATE_COMPILE_H
#define TONGBAO_TEMPLATE_COMPILE_H

#include "template/program.h"

/* Compiles one file's text; its faults become findings, and with an error among them the result can't be run. `file` is
 * as findings name it; `person`: somebody's own words; `of_area`: for one area, which is to read of no other. The
 * result lives in the compiler's arena. */
const struct template_text *template_compile(struct compiler *c, const char *name, const char *file, const char *text,
                                             bool person, bool of_area);

#endif
