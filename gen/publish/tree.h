/* SPDX-License-Identifier: MIT */
/* What is in an open folder. Links are never followed: they are things of their own. */
#ifndef TONGBAO_PUBLISH_TREE_H
#define TONGBAO_PUBLISH_TREE_H

#include "base/arena.h"

#include <stdbool.h>
#include <sys/stat.h>

struct entry {
    const char *path; /* from the folder on: areas/a.pdf */
    struct stat status;
    bool mount; /* something is mounted here: it is no part of the folder */
};

struct tree {
    struct arena *arena;
    /* Whether a folder in it is looked into; NULL: every one. */
    bool (*enter)(const void *context, const char *path);
    const void *context;
    struct entry *entries; /* by path; a folder before what is in it */
    size_t count;
    const char *failed; /* what could not be read; "" the folder itself */
};

/* Fills entries and count. False with errno and `failed` set when something in it can't be read: then nothing is known.
 */
bool tree_list(struct tree *tree, int folder);

/* The names in the folder itself, in the order of their bytes; nothing is asked about them. False with errno set. */
bool tree_names(struct arena *arena, int folder, const char ***names, size_t *count);

/* Opens the folder at `path` below `folder`, or the one that holds it when `path` is a file's, with *name its last
 * part. −1 with errno set. No link is followed on the way. */
int tree_open(int folder, const char *path);
int tree_open_holder(int folder, const char *path, const char **name);

/* Whether something is mounted at the name; false where that can't be told. */
bool tree_is_mount(int folder, const char *name);

#endif
