/* SPDX-License-Identifier: MIT */
/* An archive, tar.zst: the same files give the same bytes, whoever packs them, where and when. */
#ifndef TONGBAO_PUBLISH_PACK_H
#define TONGBAO_PUBLISH_PACK_H

#include "base/arena.h"

/* Everything in an archive lies in one folder, and no path in it is longer. */
#define PACK_LONGEST_PATH 1000

struct pack;

/* Begins an archive whose one folder has this name; its bytes are appended to `out`. NULL, with *error set to a
 * complete sentence. The caller ends it with pack_end. */
struct pack *pack_begin(struct arena *arena, const char *top, struct buffer *out, const char **error);
/* Adds a file; `path` is relative to the folder. In the order of the calls. NULL, or a complete sentence. */
const char *pack_add(struct pack *pack, const char *path, const void *bytes, size_t size);
/* Writes what is left and frees the pack, also after an error. NULL, or a complete sentence. */
const char *pack_end(struct pack *pack);

#endif
