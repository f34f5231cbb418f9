/* SPDX-License-Identifier: MIT */
#include "publish/tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FOLDER_FLAGS (O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)

bool tree_is_mount(int folder, const char *name)
{
    struct statx status;
    return statx(folder, name, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT, 0, &status) == 0 &&
           (status.stx_attributes_mask & STATX_ATTR_MOUNT_ROOT) && (status.stx_attributes & STATX_ATTR_MOUNT_ROOT);
}

int tree_open_holder(int folder, const char *path, const char **name)
{
    int at = openat(folder, ".", FOLDER_FLAGS);
    for (const char *slash; at >= 0 && (slash = strchr(path, '/')); path = slash + 1) {
        char part[NAME_MAX + 1] = {0};
        size_t length = (size_t)(slash - path);
        int below = -1;
        if (length > NAME_MAX)
            errno = ENAMETOOLONG;
        else
            below = openat(at, memcpy(part, path, length), FOLDER_FLAGS);
        int failure = errno;
        close(at);
        errno = failure;
        at = below;
    }
    *name = path;
    return at;
}

int tree_open(int folder, const char *path)
{
    const char *name;
    int holder = tree_open_holder(folder, path, &name);
    if (holder < 0)
        return -1;
    int opened = openat(holder, name, FOLDER_FLAGS);
    int failure = errno;
    close(holder);
    errno = failure;
    return opened;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* A folder that can't be read to its end counts as not read: what is unknown is not absent. */
bool tree_names(struct arena *arena, int folder, const char ***names, size_t *count)
{
    *names = NULL;
    *count = 0;
    int again = openat(folder, ".", FOLDER_FLAGS);
    DIR *directory = again >= 0 ? fdopendir(again) : NULL;
    if (!directory) {
        int failure = errno;
        if (again >= 0)
            close(again);
        errno = failure;
        return false;
    }
    for (struct dirent *entry; (errno = 0, entry = readdir(directory)) != NULL;)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
            const char *name = arena_string(arena, entry->d_name);
            ARRAY_ADD(arena, *names, *count, name);
        }
    int failure = errno;
    closedir(directory);
    errno = failure;
    if (*count)
        qsort(*names, *count, sizeof **names, by_name);
    return !failure;
}

static bool list_below(struct tree *tree, int folder, const char *prefix);

static bool take(struct tree *tree, int folder, const char *name, const char *path)
{
    struct entry entry = {.path = path, .mount = tree_is_mount(folder, name)};
    tree->failed = path;
    if (fstatat(folder, name, &entry.status, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT; /* gone since its name was read */
    ARRAY_ADD(tree->arena, tree->entries, tree->count, entry);
    if (!S_ISDIR(entry.status.st_mode) || entry.mount || (tree->enter && !tree->enter(tree->context, path)))
        return true;
    int below = openat(folder, name, FOLDER_FLAGS);
    bool good = below >= 0 && list_below(tree, below, path);
    int failure = errno;
    if (below >= 0)
        close(below);
    errno = failure;
    return good;
}

static bool list_below(struct tree *tree, int folder, const char *prefix)
{
    const char **names;
    size_t count;
    tree->failed = prefix;
    bool good = tree_names(tree->arena, folder, &names, &count);
    for (size_t i = 0; i < count && good; i++)
        good = take(tree, folder, names[i], arena_format(tree->arena, "%s%s%s", prefix, *prefix ? "/" : "", names[i]));
    return good;
}

static int by_path(const void *a, const void *b)
{
    return strcmp(((const struct entry *)a)->path, ((const struct entry *)b)->path);
}

bool tree_list(struct tree *tree, int folder)
{
    if (!list_below(tree, folder, ""))
        return false;
    if (tree->count)
        qsort(tree->entries, tree->count, sizeof *tree->entries, by_path);
    return true;
}
