/* SPDX-License-Identifier: MIT */
#include "cli/paths.h"

#include <limits.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

/* The folder that the program lies in. Where /proc is not mounted, as in a small chroot, by the name that it was
 * started with. */
static const char *program_folder(struct arena *arena)
{
    char program[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program);
    const char *started = (const char *)getauxval(AT_EXECFN); /* NOLINT(performance-no-int-to-ptr): how Linux has it */
    const char *path = started ? started : "";
    if (length > 0 && (size_t)length < sizeof program)
        path = arena_string_n(arena, program, (size_t)length);
    const char *slash = strrchr(path, '/');
    return slash ? arena_string_n(arena, path, (size_t)(slash - path)) : ".";
}

static const char *first_existing(struct arena *arena, const char *const *candidates)
{
    const char *folder = program_folder(arena), *path = NULL;
    for (; *candidates; candidates++) {
        path = arena_format(arena, "%s/%s", folder, *candidates);
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

static const char *own_templates(struct arena *arena)
{
    static const char *const candidates[] = {"templates", "../share/tongbao/templates", NULL};
    return first_existing(arena, candidates);
}

const char *paths_templates(struct arena *arena)
{
    return templates_in_use ? templates_in_use : own_templates(arena);
}

const char *paths_newer_templates(struct arena *arena)
{
    return templates_in_use ? own_templates(arena) : NULL;
}

const char *paths_fonts(struct arena *arena)
{
    static const char *const candidates[] = {"../share/tongbao/fonts", NULL};
    return first_existing(arena, candidates);
}

const char *paths_locale(struct arena *arena)
{
    static const char *const candidates[] = {"locale", "../share/locale", NULL};
    return first_existing(arena, candidates);
}
