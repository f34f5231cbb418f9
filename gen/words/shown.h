/* SPDX-License-Identifier: MIT */
/* Figures as they are printed, and clauses put into a sentence.
 *
 * The words of a document depend on the figures as printed and on nothing else, so a reader who checks a sentence
 * against its table finds them in agreement. All results live in the arena of the phrasing. */
#ifndef TONGBAO_WORDS_SHOWN_H
#define TONGBAO_WORDS_SHOWN_H

#include "base/number.h"
#include "base/text.h"
#include "words/wording.h"

/* What it takes to say something. */
struct phrasing {
    const struct wording *wording;
    struct arena *arena;
    enum rounding rounding;
};

/* The text of a word, and with pairs (name, value, …) filled in. */
#define SAY(p, word) wording_text((p)->wording, (word))
#define FILL(p, word, ...) wording_fill((p)->wording, (word), (p)->arena, (const char *const[]){__VA_ARGS__, NULL})

/* A figure as it is printed: `number` is already rounded to `decimals`. A NULL number is no figure. */
struct shown {
    const struct number *number;
    int decimals;
};

struct shown shown_of(const struct phrasing *p, const struct number *number, int decimals);
/* 8.70, -3.2; and without the sign. "" without a figure. */
const char *shown_text(const struct phrasing *p, struct shown figure);
const char *shown_size(const struct phrasing *p, struct shown figure);
/* a − b of two printed figures, at the longer of their decimals: what a reader would subtract. */
struct shown shown_difference(const struct phrasing *p, struct shown a, struct shown b);
/* −1, 0, 1; 0 without a figure. */
int shown_sign(struct shown figure);

/* Names joined by 、; of more than a page of text can bear the first ten and how many there are: 甲县、乙县……等120个.
 */
const char *phrase_names(const struct phrasing *p, const struct strings *names);

/* Clauses joined by ，, groups of them by ；, closed by 。: a NULL or "" is left out. Clauses themselves have no
 * punctuation at their ends. */
const char *phrase_sentence(const struct phrasing *p, const char *const *clauses);
#define SENTENCE(p, ...) phrase_sentence((p), (const char *const[]){__VA_ARGS__, PHRASE_END})
/* Between two clauses of SENTENCE: ；instead of ，. */
extern const char phrase_break[];
extern const char phrase_end[];
#define PHRASE_BREAK phrase_break
#define PHRASE_END phrase_end

#endif
