/* SPDX-License-Identifier: MIT */
/* What encoding a file is in, and its text as UTF-8. */
#ifndef TONGBAO_READ_ENCODING_H
#define TONGBAO_READ_ENCODING_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct decoded {
    const char *text; /* valid UTF-8 without a BOM, NUL-terminated, no NUL inside */
    size_t length;
    const char *encoding; /* UTF-8, UTF-8 BOM, GB18030, UTF-16LE, UTF-16BE: a constant */
    const size_t *bad;    /* where in `text`, ascending, a U+FFFD stands for bytes that are none of the encoding's */
    size_t bad_count;
};

/* The rule (SPEC §1): a BOM; else valid UTF-8; else GB18030. "Valid UTF-8" whose
 * non-ASCII characters all lie below U+0800 is GB18030: two-byte GBK text can look like that, Chinese UTF-8 can't.
 * A file in two encodings is read in the one that most of it is in, and what is in the other counts as `bad`: all of
 * GBK is valid GB18030, and so is UTF-8 more often than not, so that a file in both would be read as nonsense.
 * `bytes` is only read (iconv's type lacks the const). False, with errno set, when this machine lacks the
 * converter. */
bool encoding_decode(char *bytes, size_t length, struct arena *arena, struct decoded *decoded);

/* What a file is by its bytes: text, or a workbook, UTF-16 without its BOM, a PDF or a picture under a CSV's name. */
enum content { CONTENT_TEXT, CONTENT_WORKBOOK, CONTENT_UTF16, CONTENT_OTHER };
enum content encoding_content(const char *bytes, size_t length);

/* What a private character stands for that GBK (FE50–FEA0) had before Unicode did, and that old programs and fonts
 * still write; NULL for any other. */
const char *encoding_meant(struct arena *arena, uint32_t character);

/* A file name that is not UTF-8 as it was probably meant: read as GB18030 where it is that, else with each foreign byte
 * as \\xB9. */
const char *encoding_guess(struct arena *arena, const char *name);

#endif
