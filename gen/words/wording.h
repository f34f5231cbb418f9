/* SPDX-License-Identifier: MIT */
/* The phrases of all documents. The keys and the placeholders that each may use stand in words.h, the texts in
 * templates/wording.csv and, over it, the region's own wording.csv. */
#ifndef TONGBAO_WORDS_WORDING_H
#define TONGBAO_WORDS_WORDING_H

#include "words/composer.h"

enum word {
#define WORD(name, key, places) name,
#include "words/words.h"
#undef WORD
    WORD_COUNT
};

/* Reads templates/wording.csv from `templates_folder` and, when there is one, wording.csv of the region. Faults (an
 * unknown key or placeholder, a key twice) become findings. NULL when the program's own table is missing; that is a
 * finding too. Lives in `arena`. */
const struct wording *wording_read(const char *templates_folder, const char *region_folder, struct arena *arena,
                                   struct findings *findings);

/* The text of a phrase without placeholders. */
const char *wording_text(const struct wording *wording, enum word word);
/* The text with its placeholders filled in from pairs (name, value, …, NULL). The result lives in `arena`. */
const char *wording_fill(const struct wording *wording, enum word word, struct arena *arena, const char *const *pairs);

#endif
