/* SPDX-License-Identifier: MIT */
#include "check/folder.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

bool folder_exists(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char *const *folder_list(struct arena *arena, const char *folder, bool (*wanted)(const char *name), size_t *count)
{
    const char **names = NULL;
    DIR *entries = opendir(folder);
    *count = 0;
    for (struct dirent *entry; entries && (entry = readdir(entries));) {
        if (entry->d_name[0] != '.' && (!wanted || wanted(entry->d_name)))
            ARRAY_ADD(arena, names, *count, arena_string(arena, entry->d_name));
    }
    if (entries)
        closedir(entries);
    if (*count)
        qsort(names, *count, sizeof *names, compare_names);
    return names;
}
