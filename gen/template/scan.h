/* SPDX-License-Identifier: MIT */
/* A template's text cut into pieces: what is printed as it stands, tags, references to notes. Nothing is understood yet
 * but where each piece is. */
#ifndef TONGBAO_TEMPLATE_SCAN_H
#define TONGBAO_TEMPLATE_SCAN_H

#include "base/finding.h"

#include <stdbool.h>

/* A character of a template, for findings. */
struct spot {
    const char *file; /* as findings name it */
    int line, column; /* from 1, in characters */
    const char *text; /* the whole line */
};

enum piece_kind {
    PIECE_TEXT,     /* text; a line's end is \n */
    PIECE_TAG,      /* what stands between {{ and }} */
    PIECE_NOTE_REF, /* [^name]: the name */
    PIECE_NOTE      /* [^name]： at the beginning of a line: the note itself follows */
};

struct piece {
    enum piece_kind kind;
    const char *text;
    struct spot spot; /* of the first character of `text` */
};

struct pieces {
    const struct piece *items;
    size_t count;
};

/* Cuts `text` (valid UTF-8, LF or CRLF) into pieces. A line on which nothing but tags for which `silent` is true
 * stands goes without a trace. An unclosed or stray pair of braces is a finding. Everything lives in `arena`. */
struct pieces scan_template(const char *file, const char *text, bool (*silent)(const char *tag), struct arena *arena,
                            struct findings *findings);

/* A finding at a spot. */
#define SPOT_FINDING(findings, rule, spot, ...)                                                                        \
    spot_finding((findings), (rule), (spot), (const char *const[]){__VA_ARGS__, NULL})
void spot_finding(struct findings *findings, enum rule rule, const struct spot *spot, const char *const *arguments);

#endif
