/* SPDX-License-Identifier: MIT */
/* Unpacking an archive that comes from anywhere: nothing is written outside the folder given, and no more than an
 * archive of ours can hold. */
#ifndef TONGBAO_PUBLISH_UNPACK_H
#define TONGBAO_PUBLISH_UNPACK_H

#include "base/arena.h"

#include <stdbool.h>

enum unpack_state {
    UNPACK_GOOD,
    UNPACK_REFUSED, /* it is none of ours: damaged, another format, or with what no archive of ours has in it */
    UNPACK_FAILED   /* the system: the archive can't be read, or the disk can't be written */
};

/* Unpacks the tar.zst at `path` into the folder `into`, which is there and empty, and nobody else's. Only files and
 * folders are taken, each with a plain path below one top folder, whose name *top gets; links, devices, absolute
 * paths, `..`, the same file twice, and more files or bytes than are allowed refuse all of it. Unless it returns
 * UNPACK_GOOD, *sentence says in full what is wrong, and what has been written so far is left to the caller, who
 * removes `into` in every case (publish/scratch.h). */
enum unpack_state unpack_archive(struct arena *arena, const char *path, const char *into, const char **top,
                                 const char **sentence);

/* Reads one file of the archive, that at `inside` below the top folder, into memory, up to it and no further. Its bytes
 * are appended to `out`. The same refusals; an archive without such a file is refused. */
enum unpack_state unpack_one(struct arena *arena, const char *path, const char *inside, struct buffer *out,
                             const char **sentence);

/* Whether the name is that of an archive: it ends in .tar.zst. */
bool unpack_is_archive(const char *path);

#endif
