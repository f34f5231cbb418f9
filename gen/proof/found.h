/* SPDX-License-Identifier: MIT */
/* What stands in a finished file, read back from its bytes: what the file says of itself, its headings, and the cells
 * that come first. A reader knows the files that this program writes, and no others; bytes that are none, or are cut
 * off, are read as far as they go and never beyond. */
#ifndef TONGBAO_PROOF_FOUND_H
#define TONGBAO_PROOF_FOUND_H

#include "base/text.h"

/* A text with its place: rows go down, columns to the right. In `exact` formats columns are those of a table, else
 * only their order means something. */
struct found_cell {
    const char *text; /* without blanks */
    long row, column;
};

struct found {
    struct arena *arena;
    /* The file's properties; NULL where it has none. */
    const char *title, *subject, *keywords;
    bool properties; /* files of the format have them */
    bool agree;      /* where they stand twice, both say the same */
    bool exact;
    bool headed;              /* the title of its properties is printed in the file, too: in `text` */
    struct buffer text;       /* what was read, in its order, without blanks */
    struct strings heads;     /* headings, names of sheets and their titles, without blanks */
    struct found_cell *cells; /* by row, then by column */
    size_t cell_count;
};

/* Each takes `bytes` as they are and appends to what `found` holds, which begins with its arena and else empty. False:
 * it is no such file, or not a whole one. */
bool found_read_pdf(struct found *found, const void *bytes, size_t length);  /* its first page */
bool found_read_xlsx(struct found *found, const void *bytes, size_t length); /* its first sheet, the titles of all */
bool found_read_rtf(struct found *found, const void *bytes, size_t length);
bool found_read_text(struct found *found, const void *bytes, size_t length); /* as text_render has it, or pdftotext */

/* ---- for readers ---- */

/* Adds a cell; one of blanks alone isn't. The text is read with them. */
void found_cell(struct found *found, const char *text, long row, long column);
void found_head(struct found *found, const char *text);
/* Sorts the cells when all have been added. */
void found_sort(struct found *found);
/* The file's bytes from `at` on, `length` of them; whoever reads stays within. */
struct span {
    const char *at;
    size_t length;
};
/* Behind the first `mark` in the span; {NULL, 0} when there is none. */
struct span span_behind(struct span span, const char *mark);
/* Up to the first `mark`; the whole span when there is none. */
struct span span_until(struct span span, const char *mark);
/* The bytes that `packed` was made of: a zlib stream that may go on behind its end (`size` 0: not known), or raw
 * deflate of `size` bytes. {NULL, 0} when it is none, or there are more than a document has. */
struct span span_inflate_zlib(struct arena *arena, struct span packed);
struct span span_inflate_raw(struct arena *arena, struct span packed, size_t size);
/* The text of an XML element without its references; in the arena. */
const char *span_xml_text(struct arena *arena, struct span text);

#endif
