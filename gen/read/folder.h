/* SPDX-License-Identifier: MIT */
/* What a folder holds, in an order that does not depend on the disk. */
#ifndef TONGBAO_READ_FOLDER_H
#define TONGBAO_READ_FOLDER_H

#include "base/arena.h"
#include "base/finding.h"

#include <stdbool.h>

bool folder_exists(const char *path);
/* Whether a file of this name is what Excel and WPS leave beside a table while it is open: "~$" before its name. */
bool folder_is_lock(const char *name);
/* The names for which `wanted` is true (NULL: all), sorted by their bytes, hidden ones left out, those that are not
 * UTF-8 or hold control characters too; none for a folder that can't be opened. */
const char *const *folder_list(struct arena *arena, const char *folder, bool (*wanted)(const char *name),
                               size_t *count);
/* The same of `folder`/`below` (empty, or ending in a slash), for which an absent folder is an empty one, while one
 * that can't be opened or read to its end, what is no folder, and each name left out for its characters is a finding:
 * a fault is never an absence. */
const char *const *folder_read(const char *folder, const char *below, bool (*wanted)(const char *name),
                               struct arena *arena, struct findings *findings, size_t *count);

#endif
