/* SPDX-License-Identifier: MIT */
/* DIR-核查.csv, which stands beside DIR when the input was refused: audit.csv with one more line, the sum of the
 * others. By it the program knows what it wrote itself and nobody has changed since; everything else is somebody's. */
#ifndef TONGBAO_PUBLISH_REFUSAL_H
#define TONGBAO_PUBLISH_REFUSAL_H

#include "base/arena.h"

/* Writes the table, whole or not at all, to DIR-核查.csv, or, where that name is taken by something that isn't ours or
 * was changed, to the first of DIR-核查-2.csv, -3 … that isn't; *path is where it is, *taken the file that was in the
 * way, or NULL. An earlier one of ours is replaced. NULL, or a complete sentence. */
const char *refusal_write(struct arena *arena, const char *dir, const struct buffer *table, const char **path,
                          const char **taken);
/* Removes those that nobody has changed: DIR has been published. */
void refusal_clear(struct arena *arena, const char *dir);

#endif
