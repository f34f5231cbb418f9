/* SPDX-License-Identifier: MIT */
#include "publish/refusal.h"

#include "base/message.h"
#include "publish/guard.h"
#include "publish/listing.h"
#include "publish/place.h"
#include "publish/writing.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* So many that somebody should look what is going on. */
#define MOST 1000

/* The last line: nine fields like the others, which a spreadsheet takes for text. */
#define SUM_LINE "checksum,,,,,,,sha256,以上各行的校验和；有人改过本文件，程序就不再覆盖或删除它："

static const char *name_of(struct arena *arena, const struct place *place, int n)
{
    return place_name(arena, place->name, n == 1 ? "-核查.csv" : arena_format(arena, "-核查-%d.csv", n));
}

/* ---- ours or not ---- */

/* Whether the text ends with the sum of what comes before. */
static bool is_ours(const char *text, size_t length)
{
    size_t tail = strlen(SUM_LINE) + SUM_DIGITS + 1;
    struct sum said;
    if (length < tail || text[length - 1] != '\n')
        return false;
    const char *line = text + length - tail;
    if (memcmp(line, SUM_LINE, strlen(SUM_LINE)) != 0 || !sum_read(line + strlen(SUM_LINE), &said))
        return false;
    struct sum sum = sum_of(text, length - tail);
    return sum_same(&sum, &said);
}

enum owner { NOBODY, OURS, SOMEBODY };

/* Who has the name; *status is the file as it was read. What can't be read is somebody's. */
static enum owner owner_of(struct arena *arena, int folder, const char *name, struct stat *status)
{
    char chunk[65536];
    struct buffer text = {.arena = arena};
    if (fstatat(folder, name, status, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT ? NOBODY : SOMEBODY;
    if (!S_ISREG(status->st_mode))
        return SOMEBODY;
    int file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    ssize_t got = -1;
    if (file >= 0 && fstat(file, status) == 0 && S_ISREG(status->st_mode))
        while ((got = read(file, chunk, sizeof chunk)) > 0)
            buffer_add_n(&text, chunk, (size_t)got);
    if (file >= 0)
        close(file);
    return got == 0 && is_ours(buffer_text(&text), text.length) ? OURS : SOMEBODY;
}

/* Removes what is ours; who has the name now. */
static enum owner clear_name(struct arena *arena, int folder, const char *name)
{
    struct stat seen;
    enum owner owner = owner_of(arena, folder, name, &seen);
    if (owner != OURS)
        return owner;
    return listing_remove_seen(folder, name, &seen) ? NOBODY : SOMEBODY;
}

/* ---- writing ---- */

/* Without a name until it is whole, so that nothing is left if the run is killed meanwhile; where the file system can't
 * do that, under a name that nobody has. */
static int open_unnamed(struct arena *arena, const struct place *place, const char **temporary)
{
    *temporary = NULL;
    int file = openat(place->folder, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0)
        return file;
    *temporary = place_name(arena, place->name, arena_format(arena, ".tongbao-%ld~", (long)getpid()));
    return openat(place->folder, *temporary, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
}

static bool give_name(struct arena *arena, const struct place *place, int file, const char *temporary, const char *name)
{
    if (temporary)
        return rename_free(place->folder, temporary, place->folder, name);
    const char *self = arena_format(arena, "/proc/self/fd/%d", file);
    return linkat(AT_FDCWD, self, place->folder, name, AT_SYMLINK_FOLLOW) == 0;
}

/* The first name that is free or ours. NULL with errno set. */
static const char *take_name(struct arena *arena, const struct place *place, int file, const char *temporary,
                             const char **taken)
{
    for (int n = 1; n <= MOST; n++) {
        const char *name = name_of(arena, place, n);
        if (clear_name(arena, place->folder, name) == NOBODY) {
            if (give_name(arena, place, file, temporary, name))
                return name;
            if (errno != EEXIST)
                return NULL;
        }
        if (!*taken)
            *taken = place_beside(arena, place, name);
    }
    errno = EEXIST;
    return NULL;
}

static const char *write_beside(struct arena *arena, const struct place *place, const struct buffer *table,
                                const char **path, const char **taken)
{
    char digits[SUM_DIGITS + 1];
    struct buffer text = {.arena = arena};
    struct sum sum = sum_of(table->data, table->length);
    sum_write(&sum, digits);
    buffer_add_n(&text, table->data, table->length);
    buffer_format(&text, "%s%s\n", SUM_LINE, digits);
    const char *temporary, *name = NULL;
    *path = place_beside(arena, place, name_of(arena, place, 1));
    int file = open_unnamed(arena, place, &temporary);
    if (file < 0)
        return system_sentence(arena, _("无法写入文件，请检查磁盘空间和权限"), *path);
    const char *error = write_checked(arena, file, *path, text.data, text.length, usual_mode());
    if (!error && !(name = take_name(arena, place, file, temporary, taken)))
        error = system_sentence(arena, _("无法写入文件，请检查磁盘空间和权限"), *path);
    close(file);
    if (error && temporary)
        unlinkat(place->folder, temporary, 0);
    if (name)
        *path = place_beside(arena, place, name);
    return error;
}

const char *refusal_write(struct arena *arena, const char *dir, const struct buffer *table, const char **path,
                          const char **taken)
{
    sigset_t before;
    struct place place = place_of(arena, dir);
    *taken = NULL;
    if (!place_open(&place))
        return system_sentence(arena, _("无法写入文件，请检查磁盘空间和权限"), dir);
    guard_hold_signals(&before);
    const char *error = write_beside(arena, &place, table, path, taken);
    sigprocmask(SIG_SETMASK, &before, NULL);
    place_close(&place);
    return error;
}

void refusal_clear(struct arena *arena, const char *dir)
{
    struct place place = place_of(arena, dir);
    struct stat status;
    if (!place_open(&place))
        return;
    for (int n = 1; n <= MOST; n++) {
        const char *name = name_of(arena, &place, n);
        bool there = fstatat(place.folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0;
        if (!there && n > 1)
            break;
        clear_name(arena, place.folder, name);
    }
    place_close(&place);
}
