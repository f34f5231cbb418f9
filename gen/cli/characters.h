/* SPDX-License-Identifier: MIT */
/* Whether all that documents print can be printed, told of the place where somebody wrote what can't: a cell of a
 * table, a line of a text. `check` and `run` ask the same question before anything is drawn. */
#ifndef TONGBAO_CLI_CHARACTERS_H
#define TONGBAO_CLI_CHARACTERS_H

#include "base/finding.h"
#include "document/document.h"
#include "render/page/fonts.h"

/* What has been asked so far: each process has its own. */
struct characters;

/* `folder` is the region's, NULL where nobody's words are looked for; the fonts may be NULL: then glyphs are nobody's
 * question. It lives in `arena`. */
struct characters *characters_new(const char *folder, const struct fonts *fonts, struct arena *arena);

/* Adds an error for each place that gives `document` a character which no document can hold or, of one that is typeset,
 * which no font has. The place is looked for in the region's files only once it is needed. */
void characters_check(struct characters *characters, const struct document *document, bool typeset,
                      struct findings *faults);

#endif
