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
/* How many characters the text has. */
size_t text_length(const char *text);
/* Controls, spaces of every width (U+00A0, U+3000, …) and the invisible U+200B, U+200E, U+200F, U+2060, U+FEFF, which
 * programs put around what is copied from them. */
bool text_is_blank(uint32_t character);
/* Hyphens and dashes of every length, the minus sign, and the tilde as a dash. */
bool text_is_dash(uint32_t character);

/* What no document can print as its author saw it. Those before TEXT_LOST no file can hold at all; the others are
 * matters of the font that shows them. */
enum text_fault { TEXT_FIT, TEXT_CONTROL, TEXT_TURN, TEXT_NO_CHARACTER, TEXT_LOST, TEXT_PICTURE, TEXT_PRIVATE };
/* Of a character; TAB, LF and CR are fit, and so is what is only invisible. */
enum text_fault text_fault(uint32_t character);
/* What it is called, in Chinese, to be translated. */
const char *text_fault_name(enum text_fault fault);
/* U+202E */
const char *text_code(struct arena *arena, uint32_t character);

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
/* The text for the end of a sentence: on one line, at most 40 characters, then …; for what isn't fit its code, so that
 * it is seen, and steers no terminal. */
char *text_excerpt(struct arena *arena, const char *text);
/* The same of the whole text. */
const char *text_shown(struct arena *arena, const char *text);

/* Texts gathered one by one; begins as {0}. */
struct strings {
    const char **items;
    size_t count;
};
/* Keeps the pointer, not a copy. */
void strings_add(struct strings *strings, struct arena *arena, const char *string);
/* The same of a text that they don't hold yet. */
void strings_add_once(struct strings *strings, struct arena *arena, const char *string);
bool strings_hold(const struct strings *strings, const char *string);
/* Joined by the separator; "" for none. */
const char *strings_join(const struct strings *strings, struct arena *arena, const char *separator);
/* 甲和乙; 甲、乙、丙. */
const char *strings_series(const struct strings *strings, struct arena *arena);

#endif
