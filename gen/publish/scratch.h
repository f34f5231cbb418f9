/* SPDX-License-Identifier: MIT */
/* A folder for the time being, below $TMPDIR or /tmp, which nobody else can look into. */
#ifndef TONGBAO_PUBLISH_SCRATCH_H
#define TONGBAO_PUBLISH_SCRATCH_H

#include "base/arena.h"

#include <stdbool.h>

/* Makes one; its path. NULL with *error set to a complete sentence. Whoever makes it removes it with scratch_remove, in
 * a process that waits for those that work in it (publish/guard.h). */
const char *scratch_make(struct arena *arena, const char **error);
/* Removes the folder and all that is in it; follows no link. */
void scratch_remove(struct arena *arena, const char *path);

/* One that is on loan: it goes with this process, however that ends, for a process that does nothing else waits for it.
 * So whoever needs files only for a while, in the middle of its work, needn't split in two for it. */
struct scratch_loan {
    const char *path; /* NULL: none */
    int lives, keeper;
};

/* False with *error set to a complete sentence. */
bool scratch_borrow(struct arena *arena, struct scratch_loan *loan, const char **error);
/* Returns when the folder is gone. To be called by the process that has borrowed it, when those are gone that it has
 * forked since; of no loan nothing. */
void scratch_give_back(struct scratch_loan *loan);

#endif
