/* SPDX-License-Identifier: MIT */
/* The phrases of all documents: templates/wording.csv and, over it, the region's own wording.csv. words.h is made from
 * the former when the program is built: an identifier for each key, and the places that its text may use. */
#ifndef TONGBAO_WORDS_WORDING_H
#define TONGBAO_WORDS_WORDING_H

#include "base/files_read.h"
#include "base/finding.h"

#include <stddef.h>

enum word {
#define WORD(name, key, places) name,
#include "words/words.h"
#undef WORD
    WORD_COUNT
};

/* Reads templates/wording.csv from the folder and, when there is one, wording.csv of the region. Faults (an unknown key
 * or placeholder, a key twice) become findings. NULL when the program's own table is missing; that is a finding too. An
 * archive's table may have phrases that are no more, which are passed over, and lack those that have come since, which
 * are taken from the newer one. Lives in `arena`. What was read is noted in `inputs`, but for the newer table. */
const struct wording *wording_read(const struct own_templates *own, const char *region_folder, struct arena *arena,
                                   struct findings *findings, struct files_read *inputs);

/* The text of a phrase without placeholders. */
const char *wording_text(const struct wording *wording, enum word word);
/* The text with its places filled in from pairs (name, value, …, NULL), which must have all that the phrase may use;
 * more do no harm. The result lives in `arena`. */
const char *wording_fill(const struct wording *wording, enum word word, struct arena *arena, const char *const *pairs);

#endif
