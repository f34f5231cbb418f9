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
 * verified. NULL, or a complete sentence in `arena`; *unread as proof_whole has it. */
const char *proofs_whole(const struct proofs *proofs, const char *dir, bool *unread, struct arena *arena);
/* The same for the publication `dir`, made with those options, with what there is to say printed: on standard error the
 * sentence on what is wrong, or that no PDF's text could be read; on standard output, if `aloud`, that all is well.
 * EXIT_CLEAN; EXIT_SYSTEM where something is wrong, as when a run finds it. */
enum exit_status proofs_issue(const struct composer *composer, const struct options *options, const char *dir,
                              bool aloud, struct arena *arena);

#endif
