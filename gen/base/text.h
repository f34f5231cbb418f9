/* SPDX-License-Identifier: MIT */
/* UTF-8 text as people type it: blanks of every width inside names, full-width digits and letters; and lists of texts.
 *
 * All strings are NUL-terminated UTF-8; results live in the arena given. Nothing here fails: a byte that is no UTF-8
 * counts as U+FFFD. */
#ifndef TONGBAO_BASE_TEXT_H
#define TONGBAO_BASE_TEXT_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The character at *text, which moves behind it; 0 at the end, where it stays. */
uint32_t text_next(const char **text);
/* Controls, spaces of every width (U+00A0, U+3000, …) and the invisible U+200B, U+2060, U+FEFF. */
bool text_is_blank(uint32_t character);
/* Hyphens and dashes of every length, the minus sign, and the tilde as a dash. */
bool text_is_dash(uint32_t character);

/* `length` bytes without the blanks at both ends; the constant "" when nothing is left. */
const char *text_trim(struct arena *arena, const char *text, size_t length);
/* U+FF01–U+FF5E as ASCII, blanks as plain spaces. */
char *text_half_width(struct arena *arena, const char *text);
/* Half-width and without any blanks: how names, headers and words are compared. */
char *text_compact(struct arena *arena, const char *text);
/* Whether the two are the same once compacted. */
bool text_same(const char *a, const char *b);

bool text_starts(const char *text, const char *prefix);
bool text_ends(const char *text, const char *suffix);
/* The text with controls (line breaks inside a cell) as spaces. */
const char *text_line(struct arena *arena, const char *text);
/* The text for the end of a sentence: on one line, at most 40 characters, then …. */
char *text_excerpt(struct arena *arena, const char *text);

/* Texts gathered one by one; begins as {0}. */
struct strings {
    const char **items;
    size_t count;
};
/* Keeps the pointer, not a copy. */
void strings_add(struct strings *strings, struct arena *arena, const char *string);
/* Joined by the separator; "" for none. */
const char *strings_join(const struct strings *strings, struct arena *arena, const char *separator);
/* 甲和乙; 甲、乙、丙. */
const char *strings_series(const struct strings *strings, struct arena *arena);

#endif
