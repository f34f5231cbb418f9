/* SPDX-License-Identifier: MIT */
/* Whole files as they are. */
#ifndef TONGBAO_PUBLISH_BYTES_H
#define TONGBAO_PUBLISH_BYTES_H

#include "base/arena.h"

#include <stdbool.h>

/* Appends the file at `path` below the open folder to `out`: a plain file, and no link on the way to it. False with
 * errno set. */
bool bytes_read(int folder, const char *path, struct buffer *out);
/* The same of a path from where we are, links followed, as whoever reads tables and templates does. */
bool bytes_read_path(const char *path, struct buffer *out);

#endif
