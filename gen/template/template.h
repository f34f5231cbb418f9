/* SPDX-License-Identifier: MIT */
/* Templates: what the documents say, kept as text files that an office can change.
 *
 * A template reads like the bulletin. It is scanned (scan.c), understood (compile.c, expression.c) and turned into a
 * small Lua program that only decides what is printed and in which order; every word and figure comes from functions
 * in C (function_*.c), so a template can neither compute nor reach anything else. All faults that can be seen without
 * running it are found here, in one go, before any document is begun. */
#ifndef TONGBAO_TEMPLATE_TEMPLATE_H
#define TONGBAO_TEMPLATE_TEMPLATE_H

#include "words/desk.h"

struct template_text; /* one text, ready to run */
struct templates;     /* a region's: the documents' own, and what people wrote under text/ */

/* Reads every template of templates[] from `program_folder` or, where the region has one of that name, from its
 * templates/, and the texts under text/. What is wrong with them becomes findings; a template with errors can't be run.
 * Never NULL; lives in `arena`. */
const struct templates *templates_read(const char *program_folder, const struct dataset *dataset, struct arena *arena,
                                       struct findings *findings);

/* Whether a template of the name can be; and all names, joined by 、. */
bool templates_known(const char *name);
const char *templates_names(struct arena *arena);

/* region, area, letter, …: NULL when there is none of that name or it has errors. */
const struct template_text *templates_find(const struct templates *templates, const char *name);
/* What somebody wrote for a place (原因): for the region text/原因.txt, for an area text/<area>/原因.txt. NULL: nobody.
 */
const struct template_text *templates_text(const struct templates *templates, const char *place,
                                           const struct area *area);

/* What running a template has made. */
struct composed {
    const char *title;      /* of the document; "" when the template gives none */
    const char *doc_number; /* of a line 文号：…; NULL */
    const struct section *sections;
    size_t section_count;
};

/* Runs a template for the desk's area, for a document of the kind. What goes wrong on the way becomes findings, each
 * place once; then what was made is of no use. Everything lives in the desk's arena. */
struct composed template_run(const struct templates *templates, const struct template_text *template,
                             const struct desk *desk, enum document_kind kind, struct findings *faults);

#endif
