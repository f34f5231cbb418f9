/* SPDX-License-Identifier: MIT */
#include "publish/listing.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- reading ---- */

/* No part is empty, `.` or `..`. */
bool listing_is_plain(const char *path)
{
    for (const char *part = path;; part++) {
        size_t length = strcspn(part, "/");
        bool dots = part[0] == '.' && (length == 1 || (length == 2 && part[1] == '.'));
        if (!length || dots)
            return false;
        part += length;
        if (!*part)
            return true;
    }
}

/* The path of a line. One with a backslash in it stands there with two, and the line begins with one more; a line break
 * has no path of ours. NULL when it isn't plain. */
static const char *take_path(struct arena *arena, const char *text, size_t length, bool escaped)
{
    struct buffer path = {.arena = arena};
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\r' || (text[i] == '\\' && (!escaped || i + 1 == length || text[++i] != '\\')))
            return NULL;
        buffer_add_n(&path, text + i, 1);
    }
    return listing_is_plain(buffer_text(&path)) ? path.data : NULL;
}

/* One line without its end. */
static bool take_line(struct listing *listing, const char *line, size_t length)
{
    struct listed item = {0};
    bool escaped = length && *line == '\\';
    line += escaped;
    length -= escaped;
    if (length < SUM_DIGITS + 3 || memchr(line, '\0', length) || !sum_read(line, &item.sum) ||
        memcmp(line + SUM_DIGITS, "  ", 2) != 0)
        return false;
    item.path = take_path(listing->arena, line + SUM_DIGITS + 2, length - SUM_DIGITS - 2, escaped);
    if (!item.path || (listing->own && strcmp(item.path, listing->own) == 0))
        return false;
    ARRAY_ADD(listing->arena, listing->items, listing->count, item);
    return true;
}

static int by_path(const void *a, const void *b)
{
    return strcmp(((const struct listed *)a)->path, ((const struct listed *)b)->path);
}

/* Takes every line that can be taken; whether that was all of the text. */
static bool take_lines(struct listing *listing, const char *text, size_t length)
{
    bool all = true;
    while (length) {
        const char *end = memchr(text, '\n', length);
        size_t line = end ? (size_t)(end - text) : length;
        all = end && take_line(listing, text, line) && all;
        text += end ? line + 1 : line;
        length -= end ? line + 1 : line;
    }
    if (listing->count)
        qsort(listing->items, listing->count, sizeof *listing->items, by_path);
    return all;
}

bool listing_read(struct listing *listing, const char *text, size_t length)
{
    if (!take_lines(listing, text, length))
        return false;
    for (size_t i = 1; i < listing->count; i++)
        if (strcmp(listing->items[i - 1].path, listing->items[i].path) == 0)
            return false;
    return true;
}

void listing_read_lines(struct listing *listing, const char *text, size_t length)
{
    take_lines(listing, text, length);
}

/* ---- looking ---- */

/* The first item whose path is not less. */
static size_t lower_bound(const struct listing *listing, const char *path)
{
    size_t low = 0, high = listing->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(listing->items[middle].path, path) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static struct listed *find(const struct listing *listing, const char *path)
{
    size_t at = lower_bound(listing, path);
    return at < listing->count && strcmp(listing->items[at].path, path) == 0 ? &listing->items[at] : NULL;
}

bool listing_set_begun(struct listing *listing, const char *path, ino_t number)
{
    struct listed *item = find(listing, path);
    if (item)
        item->begun = number;
    return item != NULL;
}

static bool holds_listed(const void *context, const char *path)
{
    const struct listing *listing = context;
    const char *prefix = arena_format(listing->arena, "%s/", path);
    size_t at = lower_bound(listing, prefix);
    return at < listing->count && strncmp(listing->items[at].path, prefix, strlen(prefix)) == 0;
}

bool listing_same_state(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_mode == b->st_mode && a->st_size == b->st_size &&
           a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec &&
           a->st_ctim.tv_sec == b->st_ctim.tv_sec && a->st_ctim.tv_nsec == b->st_ctim.tv_nsec;
}

/* The file's sum and state, which did not change while it was read. False with errno set; errno 0: it did. */
static bool sum_at(int folder, const char *path, struct sum *sum, struct stat *status)
{
    const char *name;
    int holder = tree_open_holder(folder, path, &name);
    /* Whatever stands there by now, opening it must not wait. */
    int file = holder < 0 ? -1 : openat(holder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    struct stat after;
    bool good = file >= 0 && fstat(file, status) == 0;
    if (good && !S_ISREG(status->st_mode)) {
        errno = 0;
        good = false;
    }
    good = good && sum_of_file(file, sum) && fstat(file, &after) == 0;
    if (good && !listing_same_state(status, &after)) {
        errno = 0;
        good = false;
    }
    int failure = errno;
    if (file >= 0)
        close(file);
    if (holder >= 0)
        close(holder);
    errno = failure;
    return good;
}

/* Of a file that has nothing in it, nothing can be lost: it may not have been noted as begun yet. */
static bool is_unfinished(const struct listed *item, const struct stat *status)
{
    return item->begun && (status->st_mode & 07777) == 0 && (status->st_ino == item->begun || status->st_size == 0);
}

static enum strange examine_file(struct listing *listing, int folder, const struct entry *entry)
{
    struct listed *item = find(listing, entry->path);
    struct sum sum;
    if (!item)
        return STRANGE_FILE;
    item->status = entry->status;
    if (is_unfinished(item, &entry->status))
        item->there = true;
    else if (item->begun && (entry->status.st_mode & 07777) == 0)
        return STRANGE_CHANGED;
    else if (sum_at(folder, entry->path, &sum, &item->status))
        item->there = sum_same(&sum, &item->sum);
    else if (errno && errno != ENOENT && errno != ELOOP && errno != ENOTDIR)
        return STRANGE_UNREAD;
    return item->there ? STRANGE_NOTHING : STRANGE_CHANGED;
}

static enum strange examine_entry(struct listing *listing, int folder, const struct entry *entry)
{
    mode_t mode = entry->status.st_mode;
    if (entry->mount)
        return STRANGE_SPECIAL;
    if (S_ISDIR(mode))
        return holds_listed(listing, entry->path) ? STRANGE_NOTHING : STRANGE_FOLDER;
    if (S_ISLNK(mode))
        return STRANGE_LINK;
    if (!S_ISREG(mode))
        return STRANGE_SPECIAL;
    if (!listing->own || strcmp(entry->path, listing->own) != 0)
        return examine_file(listing, folder, entry);
    return listing_same_state(&entry->status, &listing->own_status) ? STRANGE_NOTHING : STRANGE_CHANGED;
}

struct stranger listing_examine(struct listing *listing, int folder)
{
    struct stranger first = {STRANGE_NOTHING, NULL};
    struct tree tree = {.arena = listing->arena, .enter = holds_listed, .context = listing};
    for (size_t i = 0; i < listing->count; i++)
        listing->items[i].there = false;
    if (!tree_list(&tree, folder))
        return (struct stranger){STRANGE_UNREAD, tree.failed};
    for (size_t i = 0; i < tree.count && first.kind != STRANGE_UNREAD; i++) {
        enum strange kind = examine_entry(listing, folder, &tree.entries[i]);
        if (kind == STRANGE_UNREAD || (kind != STRANGE_NOTHING && first.kind == STRANGE_NOTHING))
            first = (struct stranger){kind, tree.entries[i].path};
    }
    return first;
}

/* ---- removing ---- */

/* By name in the folder that holds it; between this look and the removal there is nothing but one system call. */
bool listing_remove_seen(int folder, const char *path, const struct stat *seen)
{
    const char *name;
    struct stat now;
    int holder = tree_open_holder(folder, path, &name);
    bool gone = holder >= 0 && fstatat(holder, name, &now, AT_SYMLINK_NOFOLLOW) == 0 &&
                listing_same_state(&now, seen) && unlinkat(holder, name, 0) == 0;
    if (holder >= 0)
        close(holder);
    return gone;
}

/* The folders of a path, deepest first; what isn't empty stays. */
static void remove_folders(const struct listing *listing, int folder, const char *path)
{
    char *copy = arena_string(listing->arena, path);
    for (char *slash; (slash = strrchr(copy, '/'));) {
        *slash = '\0';
        const char *name;
        int holder = tree_open_holder(folder, copy, &name);
        if (holder < 0)
            continue;
        unlinkat(holder, name, AT_REMOVEDIR);
        close(holder);
    }
}

static bool is_empty(struct arena *arena, int folder, const char *but)
{
    const char **names;
    size_t count;
    if (!tree_names(arena, folder, &names, &count))
        return false;
    return count == 0 || (but && count == 1 && strcmp(names[0], but) == 0);
}

bool listing_remove(const struct listing *listing, int folder)
{
    for (size_t i = 0; i < listing->count; i++)
        if (listing->items[i].there)
            listing_remove_seen(folder, listing->items[i].path, &listing->items[i].status);
    for (size_t i = 0; i < listing->count; i++)
        remove_folders(listing, folder, listing->items[i].path);
    if (listing->own && is_empty(listing->arena, folder, listing->own))
        listing_remove_seen(folder, listing->own, &listing->own_status);
    return is_empty(listing->arena, folder, NULL);
}
