/* SPDX-License-Identifier: MIT */
/* A folder for the time being, below $TMPDIR or /tmp, which nobody else can look into. */
#ifndef TONGBAO_PUBLISH_SCRATCH_H
#define TONGBAO_PUBLISH_SCRATCH_H

#include "base/arena.h"

/* Makes one; its path. NULL with *error set to a complete sentence. Whoever makes it removes it with scratch_remove, in
 * a process that waits for those that work in it (publish/guard.h). */
const char *scratch_make(struct arena *arena, const char **error);
/* Removes the folder and all that is in it; follows no link. */
void scratch_remove(struct arena *arena, const char *path);

#endif
