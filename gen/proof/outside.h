/* SPDX-License-Identifier: MIT */
/* Finished files as programs of others read them. */
#ifndef TONGBAO_PROOF_OUTSIDE_H
#define TONGBAO_PROOF_OUTSIDE_H

#include "proof/found.h"

/* Appends the bytes of a file. False with errno set. */
bool outside_read(const char *path, struct buffer *out);
/* Appends the text of a PDF as `pdftotext -layout` gives it. NULL, or a complete sentence in out->arena. Where the
 * machine has no pdftotext, NULL with *missing set and nothing appended. */
const char *outside_pdf(const char *path, struct buffer *out, bool *missing);
/* Calls `sheet` for each sheet of a workbook with what stands in it: cells by row and column. NULL, or a complete
 * sentence: the first that a call gave, or that the workbook can't be read. */
const char *outside_book(const char *path, struct arena *arena,
                         const char *(*sheet)(void *context, const struct found *found), void *context);

/* "libarchive 3.6.2", "libxml2 2.9.14" */
const char *outside_archive(struct arena *arena);
const char *outside_xml(struct arena *arena);

#endif
