/* The phrases of all documents. The keys and the placeholders that each may use stand in words.h, the texts in
 * templates/wording.csv and, over it, the region's own wording.csv. */
#ifndef TONGBAO_COMPOSE_WORDING_H
#define TONGBAO_COMPOSE_WORDING_H

#include "compose/compose.h"

enum word {
#define WORD(name, key, places) name,
#include "compose/words.h"
#undef WORD
    WORD_COUNT
};

/* The text of a phrase without placeholders. */
const char *wording_text(const struct wording *wording, enum word word);
/* The text with its placeholders filled in from pairs (name, value, …, NULL). The result lives in `arena`. */
const char *wording_fill(const struct wording *wording, enum word word, struct arena *arena, const char *const *pairs);

#endif
