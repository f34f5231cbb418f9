/* SPDX-License-Identifier: MIT */
/* One cell of a table that people keep by hand: a word of a fixed set, a number, a year, a date, a list.
 *
 * People type in full-width mode and put blanks into short names, so everything here reads a cell folded: blanks (also
 * U+3000 and U+00A0) dropped, full-width ASCII made half-width, the Unicode minus made a hyphen. */
#ifndef TONGBAO_CHECK_CELL_H
#define TONGBAO_CHECK_CELL_H

#include "base/number.h"

#include <stdbool.h>
#include <stdint.h>

/* The next folded character (0 at the end), and the pointer moved behind it. Letters keep their case. */
uint32_t cell_next(const char **text);
/* The whole cell folded, letters in their case. */
char *cell_fold(struct arena *arena, const char *text);
/* Whether two texts are the same once folded; letters match in either case. */
bool cell_same(const char *text, const char *word);

/* A word of a fixed set. Of words with one meaning the English comes first, then the Chinese. */
struct cell_word {
    const char *text;
    int meaning;
};

bool cell_word(const char *text, const struct cell_word *words, size_t count, int *meaning);
/* All of them, for a sentence: flow 时期数、stock 时点数. */
const char *cell_words(struct arena *arena, const struct cell_word *words, size_t count);

/* A whole number of at most nine digits, with an optional sign. */
bool cell_integer(struct arena *arena, const char *text, int *value);
/* A plain number, thousands separators allowed: 1,234.5. NULL when it is anything else. */
const struct number *cell_decimal(struct arena *arena, const char *text);
/* The same, and a % sign at the end is ignored: 25% is 25. */
const struct number *cell_percent(struct arena *arena, const char *text);
/* The same, and a % sign at the end means hundredths: 120% is 1.2. */
const struct number *cell_share(struct arena *arena, const char *text);
/* 2019 or 2019年; with a hyphen or dash before it, `deadline`. */
bool cell_year(struct arena *arena, const char *text, int *year, bool *deadline);
/* 2019-10-20, 2019/10/20, 2019.10.20 or 2019年10月20日 as 2019-10-20; NULL when there is no such day. */
const char *cell_date(struct arena *arena, const char *text);
/* GB/T 9704: 机关代字〔年份〕序号号, in tortoise-shell brackets, the number without 第 and leading zeros. A number
 * still to be written in by hand may be left out. */
bool cell_doc_number(struct arena *arena, const char *text);
/* The parts between ; or ；, trimmed, empty ones left out. */
const char *const *cell_list(struct arena *arena, const char *text, size_t *count);

#endif
