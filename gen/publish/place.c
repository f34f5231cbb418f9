/* SPDX-License-Identifier: MIT */
#include "publish/place.h"

#include "base/message.h"
#include "base/text.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What Linux takes for one name. */
#define LONGEST_NAME 255

struct place place_of(struct arena *arena, const char *path)
{
    size_t length = strlen(path);
    while (length > 0 && path[length - 1] == '/')
        length--;
    size_t above = length;
    while (above > 0 && path[above - 1] != '/')
        above--;
    return (struct place){
        .above = length ? arena_string_n(arena, path, above) : "/",
        .name = arena_string_n(arena, path + above, length - above),
        .folder = -1,
    };
}

bool place_open(struct place *place)
{
    place->folder = open(*place->above ? place->above : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return place->folder >= 0;
}

void place_close(struct place *place)
{
    if (place->folder >= 0)
        close(place->folder);
    place->folder = -1;
}

const char *place_beside(struct arena *arena, const struct place *place, const char *name)
{
    return text_line(arena, arena_format(arena, "%s%s", place->above, name));
}

const char *place_name(struct arena *arena, const char *name, const char *suffix)
{
    size_t length = strlen(name), room = LONGEST_NAME - strlen(suffix);
    if (length > room)
        for (length = room; length && ((unsigned char)name[length] & 0xC0) == 0x80;)
            length--;
    return arena_format(arena, "%.*s%s", (int)length, name, suffix);
}

/* ---- DIR and the input ---- */

/* The path without links and `..`, from the root; what is not there yet is taken as it is written. */
static const char *resolved(struct arena *arena, const char *path)
{
    char *real = realpath(path, NULL);
    if (real) {
        const char *copy = arena_string(arena, real);
        free(real);
        return copy;
    }
    struct place place = place_of(arena, path);
    if (!*place.name)
        return "/";
    const char *folder = resolved(arena, *place.above ? place.above : ".");
    if (strcmp(place.name, ".") == 0)
        return folder;
    if (strcmp(place.name, "..") == 0)
        return resolved(arena, place_of(arena, folder).above);
    return arena_format(arena, "%s/%s", strcmp(folder, "/") == 0 ? "" : folder, place.name);
}

/* By their names alone. */
static bool named_below(const char *path, const char *folder)
{
    size_t length = strcmp(folder, "/") == 0 ? 0 : strlen(folder);
    return strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

static int open_nearest(struct arena *arena, const char *path)
{
    for (;;) {
        int folder = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
        if (folder >= 0 || strcmp(path, "/") == 0)
            return folder;
        path = resolved(arena, place_of(arena, path).above);
    }
}

static bool same_file(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* Going up from `path` one comes to `folder`, which may have two names (a bind mount, a file system without case). */
static bool climbs_to(struct arena *arena, const char *path, const char *folder)
{
    struct stat goal, here, before = {0};
    if (stat(folder, &goal) != 0)
        return false;
    int at = open_nearest(arena, path);
    bool found = false;
    while (at >= 0 && !found && fstat(at, &here) == 0 && !same_file(&here, &before)) {
        found = same_file(&here, &goal);
        before = here;
        int up = openat(at, "..", O_PATH | O_DIRECTORY | O_CLOEXEC);
        close(at);
        at = up;
    }
    if (at >= 0)
        close(at);
    return found;
}

static bool lies_in(struct arena *arena, const char *path, const char *folder)
{
    return named_below(path, folder) || climbs_to(arena, path, folder);
}

bool place_lies_in(struct arena *arena, const char *path, const char *folder)
{
    return lies_in(arena, resolved(arena, path), resolved(arena, folder));
}

static bool is_current(const char *path)
{
    struct stat here, there;
    return stat(path, &there) == 0 && stat(".", &here) == 0 && same_file(&here, &there);
}

const char *place_refusal(struct arena *arena, const char *dir, const char *input)
{
    const char *shown = text_line(arena, dir);
    struct place place = place_of(arena, dir);
    if (!*place.name || strcmp(place.name, ".") == 0 || strcmp(place.name, "..") == 0)
        return arena_format(arena, _("输出文件夹要有自己的名字，请写上一个名字，如 '输出'：'%s'"), shown);
    const char *to = resolved(arena, dir), *from = resolved(arena, input);
    bool in = lies_in(arena, to, from), around = lies_in(arena, from, to);
    if (in && around)
        return arena_format(arena, _("输出文件夹就是输入的地区文件夹，没有动它；请换一个在它外面的输出文件夹：'%s'"),
                            shown);
    if (in)
        return arena_format(arena, _("输出文件夹在输入的地区文件夹里面；请换一个在它外面的输出文件夹：'%s'"), shown);
    if (around)
        return arena_format(arena, _("输入的地区文件夹在输出文件夹里面，没有动它；请换一个输出文件夹：'%s'"), shown);
    if (is_current(to))
        return arena_format(arena, _("输出文件夹就是现在所在的文件夹，没有动它；请换一个输出文件夹：'%s'"), shown);
    return NULL;
}
