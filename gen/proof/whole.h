/* SPDX-License-Identifier: MIT */
/* Proof-reading a whole publication, before it is sealed and when it is verified: not the first page alone but all that
 * its documents say, as other programs read them (pdftotext; libarchive and libxml2), held against the figures that
 * stand in its own data/measures.csv. */
#ifndef TONGBAO_PROOF_WHOLE_H
#define TONGBAO_PROOF_WHOLE_H

#include "proof/proof.h"

/* Reads the documents of the publication `dir`; one that isn't there is none of its, as after a run with --only. Each
 * must pass proof_check; besides, in all of its text:
 * - a document for one area names no other, with the exceptions of proof_check;
 * - each row of an indicator, in a table that has 累计 or 同比, holds the area's figures;
 * - a figure with its unit directly behind an indicator's name is one of the area, of one above it or of a reference,
 *   or one of its targets; in a document of the region, of any area. Figures that somebody wrote are left to them.
 * NULL, or a complete sentence in `arena`. *unread: there are PDFs and no pdftotext on this machine, so that of them
 * only proof_check was made. */
const char *proof_whole(const struct proof *proof, const char *dir, const struct proof_file *files, size_t count,
                        bool *unread, struct arena *arena);

#endif
