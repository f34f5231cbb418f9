/* SPDX-License-Identifier: MIT */
/* Proof-reading the documents of a run: gen/proof/ by the plan of cli/documents.h. */
#ifndef TONGBAO_CLI_PROOFS_H
#define TONGBAO_CLI_PROOFS_H

#include "cli/documents.h"
#include "proof/proof.h"

/* The documents of a plan with what they are held against; const once made. */
struct proofs;

struct proofs *proofs_new(const struct composer *composer, const struct document_job *jobs, size_t count,
                          struct arena *arena);
/* proof_check of the file at that path, relative to DIR; NULL also for a path that is no document's. */
const char *proofs_check(const struct proofs *proofs, const char *path, const void *bytes, size_t length,
                         struct arena *arena);
/* proof_whole of all documents of the plan that the publication `dir` has: before it is sealed, and when it is
 * verified. NULL, or a complete sentence in `arena`. */
const char *proofs_whole(const struct proofs *proofs, const char *dir, struct arena *arena);

#endif
