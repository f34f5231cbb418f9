/* SPDX-License-Identifier: MIT */
/* Templates: what the documents say, kept as text files that an office can change.
 *
 * A template reads like the bulletin. It is scanned (scan.c), understood (compile.c, expression.c) and turned into a
 * small Lua program that only decides what is printed and in which order; every word and figure comes from functions
 * in C (function_*.c), so a template can neither compute nor reach anything else. All faults that can be seen without
 * running it are found here, in one go, before any document is begun. */
#ifndef TONGBAO_TEMPLATE_LOAD_H
#define TONGBAO_TEMPLATE_LOAD_H

#include "base/files_read.h"
#include "template/templates.h"

/* Reads the template of every product from the program's folder or, where the region has one of that name, from its
 * templates/, or, where an archive's folder has none because the product came later, from the newer one; and the texts
 * under text/. What is wrong with them becomes findings; a template with errors can't be run. Never NULL; lives in
 * `arena`. What was read is noted in `inputs`. */
const struct templates *templates_read(const struct own_templates *own, const struct dataset *dataset,
                                       struct arena *arena, struct findings *findings, struct files_read *inputs);

#endif
