/* SPDX-License-Identifier: MIT */
#include "read/folder.h"

#include "base/text.h"
#include "read/encoding.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistr.h>

struct listing {
    struct arena *arena;
    struct findings *findings; /* NULL: nothing is said */
    const char *below;
    bool (*wanted)(const char *name);
    const char **names;
    size_t count;
};

bool folder_exists(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool folder_is_lock(const char *name)
{
    return text_starts(name, "~$");
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool has_control(const char *name)
{
    for (uint32_t c; (c = text_next(&name)) != 0;) {
        enum text_fault fault = text_fault(c);
        if (c < 0x20 || (fault && fault < TEXT_LOST))
            return true;
    }
    return false;
}

/* A name that no message, table or terminal could show as it is. */
static bool is_foreign(const struct listing *listing, const char *name)
{
    enum rule rule = RULE_NAME_CONTROL;
    const char *shown = name;
    if (u8_check((const uint8_t *)name, strlen(name)) != NULL) {
        rule = RULE_NAME_ENCODING;
        shown = encoding_guess(listing->arena, name);
    } else if (!has_control(name)) {
        return false;
    }
    if (listing->findings) {
        shown = text_excerpt(listing->arena, shown);
        struct where where = {.file = arena_format(listing->arena, "%s%s", listing->below, shown)};
        FINDING(listing->findings, rule, &where, shown);
    }
    return true;
}

/* The errno with which the listing ended, 0 when it is whole. */
static int list_entries(struct listing *listing, const char *folder)
{
    DIR *entries = opendir(folder);
    if (!entries && errno == ENOMEM)
        memory_exhausted();
    if (!entries)
        return errno;
    for (struct dirent *entry; (errno = 0, entry = readdir(entries)) != NULL;) {
        const char *name = entry->d_name;
        if (name[0] != '.' && !is_foreign(listing, name) && (!listing->wanted || listing->wanted(name)))
            ARRAY_ADD(listing->arena, listing->names, listing->count, arena_string(listing->arena, name));
    }
    int error = errno;
    closedir(entries);
    if (listing->count)
        qsort(listing->names, listing->count, sizeof *listing->names, compare_names);
    return error;
}

const char *const *folder_list(struct arena *arena, const char *folder, bool (*wanted)(const char *name), size_t *count)
{
    struct listing listing = {.arena = arena, .below = "", .wanted = wanted};
    list_entries(&listing, folder);
    *count = listing.count;
    return listing.names;
}

const char *const *folder_read(const char *folder, const char *below, bool (*wanted)(const char *name),
                               struct arena *arena, struct findings *findings, size_t *count)
{
    struct listing listing = {.arena = arena, .findings = findings, .below = below, .wanted = wanted};
    int error = list_entries(&listing, arena_format(arena, "%s/%s", folder, below));
    const char *shown = *below ? below : folder;
    if (error == ENOTDIR)
        FINDING(findings, RULE_FOLDER_FILE, &(struct where){.file = shown}, shown);
    else if (error && error != ENOENT)
        FINDING(findings, RULE_FOLDER_UNREADABLE, &(struct where){.file = shown}, strerror(error));
    *count = listing.count;
    return listing.names;
}
