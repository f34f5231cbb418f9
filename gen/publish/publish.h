/* SPDX-License-Identifier: MIT */
/* Publishing: DIR appears whole or not at all. Files are written into a staging folder beside DIR, each one synced,
 * read back and compared; SHA256SUMS comes last; then the staging folder takes DIR's place in one rename. */
#ifndef TONGBAO_PUBLISH_PUBLISH_H
#define TONGBAO_PUBLISH_PUBLISH_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* One publication under way; lives in the run's arena. */
struct publication;

/* Makes the staging folder. NULL with *error set to a complete sentence (in `arena`) when DIR cannot be published to:
 * its parent is missing or not writable, or DIR exists and is not a publication of ours. */
struct publication *publication_begin(struct arena *arena, const char *dir, const char **error);
/* Writes one file (path relative to DIR, folders made as needed), syncs it and reads it back. NULL, or a complete
 * sentence. Workers may call it after a fork, each for files of its own. */
const char *publication_write(struct publication *publication, const char *path, const void *bytes, size_t size);
/* Writes SHA256SUMS and puts the folder in DIR's place. NULL, or a complete sentence; then DIR is as it was. */
const char *publication_finish(struct publication *publication);
/* Removes the staging folder; DIR stays as it was. Also safe after finish. */
void publication_abandon(struct publication *publication);

/* Writes one file outside a publication (DIR-核查.csv): whole or not at all. NULL, or a complete sentence. */
const char *publish_file(struct arena *arena, const char *path, const void *bytes, size_t size);

/* A file name from what people wrote: without characters that a file system or a person would trip over, at most 120
 * bytes, never empty. */
const char *publish_clean_name(struct arena *arena, const char *name);

#endif
