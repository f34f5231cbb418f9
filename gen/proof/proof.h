/* SPDX-License-Identifier: MIT */
/* Proof-reading: a finished file is read back from its bytes and held against the results, so that no county ever gets
 * what another's file should hold, whichever step went wrong. Nothing here asks what was meant to be written: the file
 * says whom it is about, and the results say what is true of them. */
#ifndef TONGBAO_PROOF_PROOF_H
#define TONGBAO_PROOF_PROOF_H

#include "proof/found.h"
#include "words/composer.h"

/* All that files are held against; const once made. */
struct proof;

struct proof *proof_new(const struct composer *composer, struct arena *arena);

/* Whose file it is to be. */
struct proof_file {
    const char *path; /* relative to DIR; its ending tells the format */
    const struct area *area;
    const char *template; /* the name of the text that it was made from */
    bool of_area;         /* for one area below the region: it names no other where it can't have been meant */
};

/* Reads the file's properties, headings and first page or sheet. NULL, or a complete sentence in `arena`, which says
 * what in the file isn't as it should be:
 * - its properties hold the area's code and the period's, and name both as documents do;
 * - its title, printed where it must be, and its headings name no other area and no other period, names looked for from
 *   the longest on, unless somebody wrote them: in the template, the wording, the settings or text/;
 * - where its first tables have a row of an indicator, what stands there under 累计 and 同比 are figures of the area.
 * What a template tells of other areas on purpose isn't held against it. */
const char *proof_check(const struct proof *proof, const struct proof_file *file, const void *bytes, size_t length,
                        struct arena *arena);

#endif
