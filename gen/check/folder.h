/* SPDX-License-Identifier: MIT */
/* What a folder holds, in an order that does not depend on the disk. */
#ifndef TONGBAO_CHECK_FOLDER_H
#define TONGBAO_CHECK_FOLDER_H

#include "base/arena.h"

#include <stdbool.h>

bool folder_exists(const char *path);
/* The names for which `wanted` is true (NULL: all), sorted by their bytes, hidden ones left out; none for a folder that
 * can't be opened. */
const char *const *folder_list(struct arena *arena, const char *folder, bool (*wanted)(const char *name),
                               size_t *count);

#endif
