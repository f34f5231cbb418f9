/* SPDX-License-Identifier: MIT */
/* One file outside a publication: whole or not at all, and never over somebody's. */
#ifndef TONGBAO_PUBLISH_SINGLE_H
#define TONGBAO_PUBLISH_SINGLE_H

#include "base/sum.h"
#include "publish/order.h"

#include <sys/stat.h>

/* What a process has last written under a name, for as long as it lives. */
struct single_memory {
    struct sum sum;
    bool known;
};

/* Writes a file where nothing is yet. NULL, or a complete sentence, also when something has the name. */
const char *single_write_new(struct arena *arena, const char *path, const void *bytes, size_t size);

/* Why no file is written to `path`, whatever has the name: it would lie in the input, or in a publication, whose sums
 * would be wrong. A complete sentence, or NULL. */
const char *single_refusal(struct arena *arena, const char *path, const char *input);

/* Writes a file, in place of one that an earlier call has written and nobody has changed since. That is known by the
 * sum that each file gets as an extended attribute, or, where the file system has none, by what this process remembers:
 * the memory begins as {0}. A file of the very same bytes is left as it is, and counts as written. REFUSED, with the
 * sentence, when something else has the name. */
enum publish_state single_write(struct arena *arena, const char *path, const void *bytes, size_t size,
                                struct single_memory *memory, const char **sentence);

/* Writes a file in place of what the caller has seen there, which it knows to be this program's; `seen` is the state in
 * which it was read, NULL: nothing had the name. REFUSED when something else has it by now. */
enum publish_state single_replace(struct arena *arena, const char *path, const void *bytes, size_t size,
                                  const struct stat *seen, const char **sentence);

#endif
