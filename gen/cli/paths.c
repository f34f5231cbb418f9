/* SPDX-License-Identifier: MIT */
#include "cli/paths.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

static const char *first_existing(struct arena *arena, const char *const *candidates)
{
    char program[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    program[length > 0 ? length : 0] = '\0';
    char *slash = strrchr(program, '/');
    if (slash)
        *slash = '\0';
    const char *path = NULL;
    for (; *candidates; candidates++) {
        path = arena_format(arena, "%s/%s", program, *candidates);
        if (access(path, R_OK) == 0)
            break;
    }
    return path; /* when none is there, the last: whoever opens it says what is missing */
}

static const char *templates_in_use;

void paths_use_templates(const char *folder)
{
    templates_in_use = folder;
}

const char *paths_templates(struct arena *arena)
{
    if (templates_in_use)
        return templates_in_use;
    /* ../../templates: a sanitized build one folder deeper. */
    static const char *const candidates[] = {"../templates", "../../templates", "../share/tongbao/templates", NULL};
    return first_existing(arena, candidates);
}

const char *paths_locale(struct arena *arena)
{
    static const char *const candidates[] = {"locale", "../share/locale", NULL};
    return first_existing(arena, candidates);
}
