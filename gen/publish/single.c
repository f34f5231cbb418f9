/* SPDX-License-Identifier: MIT */
#include "publish/single.h"

#include "base/message.h"
#include "base/text.h"
#include "publish/guard.h"
#include "publish/listing.h"
#include "publish/place.h"
#include "publish/replace.h"
#include "publish/writing.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

/* The sum of the bytes that were written, 64 digits; it goes where the file goes, and an editor that saves changes the
 * bytes. */
#define MARK "user.tongbao.sha256"

/* ---- where ---- */

static bool has(int folder, const char *path)
{
    struct stat status;
    return fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0;
}

/* In the folder itself, a list of sums is enough: it may be a publication that somebody has cut down. Further up there
 * may be lists of other things. */
static bool in_publication(const struct place *place)
{
    struct stat here = {0}, before = {0};
    int at = open(*place->above ? place->above : ".", O_PATH | O_DIRECTORY | O_CLOEXEC);
    bool found = at >= 0 && has(at, SUMS);
    while (at >= 0 && !found && fstat(at, &here) == 0 &&
           !(here.st_dev == before.st_dev && here.st_ino == before.st_ino)) {
        before = here;
        found = has(at, SUMS) && has(at, "data/measures.csv");
        int up = openat(at, "..", O_PATH | O_DIRECTORY | O_CLOEXEC);
        close(at);
        at = up;
    }
    if (at >= 0)
        close(at);
    return found;
}

const char *single_refusal(struct arena *arena, const char *path, const char *input)
{
    struct place place = place_of(arena, path);
    const char *shown = text_line(arena, path);
    if (place_lies_in(arena, *place.above ? place.above : ".", input))
        return arena_format(arena, _("不往输入的地区文件夹里写文件；请写到它外面：'%s'"), shown);
    if (in_publication(&place))
        return arena_format(arena, _("不往有 SHA256SUMS 的文件夹（已发布的输出）里写文件；请写到它外面：'%s'"), shown);
    return NULL;
}

/* ---- who has the name ---- */

enum holder {
    HOLDER_NONE,
    HOLDER_SAME,    /* the very bytes that are to be written */
    HOLDER_OURS,    /* as it was written */
    HOLDER_OTHER,   /* somebody's, or changed */
    HOLDER_UNKNOWN, /* the file system has no extended attributes */
};

static enum holder holder_of_file(int file, const struct sum *wanted, const struct single_memory *memory)
{
    char digits[SUM_DIGITS + 1] = {0};
    struct sum sum, said;
    struct stat status;
    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode) || !sum_of_file(file, &sum))
        return HOLDER_OTHER;
    if (sum_same(&sum, wanted))
        return HOLDER_SAME;
    if (!(status.st_mode & S_IWUSR)) /* protected on purpose */
        return HOLDER_OTHER;
    if (memory->known && sum_same(&sum, &memory->sum))
        return HOLDER_OURS;
    if (fgetxattr(file, MARK, digits, SUM_DIGITS) == SUM_DIGITS)
        return sum_read(digits, &said) && sum_same(&sum, &said) ? HOLDER_OURS : HOLDER_OTHER;
    return errno == ENOTSUP ? HOLDER_UNKNOWN : HOLDER_OTHER;
}

/* *seen is its state before it was read. What can't be read is somebody's. */
static enum holder holder_of(const struct place *place, const struct sum *wanted, const struct single_memory *memory,
                             struct stat *seen)
{
    if (fstatat(place->folder, place->name, seen, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT ? HOLDER_NONE : HOLDER_OTHER;
    if (!S_ISREG(seen->st_mode))
        return HOLDER_OTHER;
    int file = openat(place->folder, place->name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (file < 0)
        return HOLDER_OTHER;
    enum holder holder = holder_of_file(file, wanted, memory);
    close(file);
    return holder;
}

/* ---- writing ---- */

static const char *unwritten(struct arena *arena, const char *path)
{
    return system_sentence(arena, _("无法写入文件，请检查磁盘空间和权限"), path);
}

/* Takes the name, over nothing, or over what was seen there. False with errno set; EEXIST: something else is there. */
static bool take_name(const struct place *place, const char *temporary, const struct stat *seen)
{
    struct stat now;
    if (!seen)
        return rename_free(place->folder, temporary, place->folder, place->name);
    if (fstatat(place->folder, place->name, &now, AT_SYMLINK_NOFOLLOW) != 0 || !listing_same_state(&now, seen)) {
        errno = EEXIST;
        return false;
    }
    return renameat(place->folder, temporary, place->folder, place->name) == 0;
}

/* Under a name of its own until it is whole. `seen` is what it may replace; NULL: nothing. */
static enum publish_state write_file(struct arena *arena, const struct place *place, const char *path,
                                     const void *bytes, size_t size, const struct stat *seen, const char **sentence)
{
    char digits[SUM_DIGITS + 1];
    struct sum sum = sum_of(bytes, size);
    const char *temporary = place_name(arena, place->name, arena_format(arena, ".%ld~", (long)getpid()));
    int file = openat(place->folder, temporary, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file < 0) {
        *sentence = unwritten(arena, path);
        return PUBLISH_FAILED;
    }
    sum_write(&sum, digits);
    fsetxattr(file, MARK, digits, SUM_DIGITS, 0); /* where it can't be kept, the next one is refused */
    *sentence = write_checked(arena, file, path, bytes, size, usual_mode());
    close(file); /* synced: nothing can fail any more */
    enum publish_state state = *sentence ? PUBLISH_FAILED : PUBLISH_GOOD;
    if (!*sentence && !take_name(place, temporary, seen)) {
        state = errno == EEXIST ? PUBLISH_REFUSED : PUBLISH_FAILED;
        *sentence = unwritten(arena, path);
    }
    if (state != PUBLISH_GOOD)
        unlinkat(place->folder, temporary, 0);
    return state;
}

/* What ends a program waits, so that nothing is left under the other name. */
static enum publish_state write_held(struct arena *arena, const struct place *place, const char *path,
                                     const void *bytes, size_t size, const struct stat *seen, const char **sentence)
{
    sigset_t before;
    guard_hold_signals(&before);
    enum publish_state state = write_file(arena, place, path, bytes, size, seen, sentence);
    sigprocmask(SIG_SETMASK, &before, NULL);
    return state;
}

const char *single_write_new(struct arena *arena, const char *path, const void *bytes, size_t size)
{
    struct place place = place_of(arena, path);
    const char *sentence = NULL;
    if (!place_open(&place))
        return unwritten(arena, path);
    write_held(arena, &place, path, bytes, size, NULL, &sentence);
    place_close(&place);
    return sentence;
}

static const char *why_not(struct arena *arena, const char *path, enum holder holder)
{
    const char *shown = text_line(arena, path);
    if (holder == HOLDER_UNKNOWN)
        return arena_format(
            arena, _("这里已有一个文件，磁盘记不下它是不是预览写的，没有覆盖；请先删去它，或换一个名字：'%s'"), shown);
    return arena_format(
        arena, _("这里已有别的内容，不是预览写的，或写好以后被改过，没有覆盖；请先移走或删去它，或换一个名字：'%s'"),
        shown);
}

enum publish_state single_write(struct arena *arena, const char *path, const void *bytes, size_t size,
                                struct single_memory *memory, const char **sentence)
{
    struct place place = place_of(arena, path);
    struct sum sum = sum_of(bytes, size);
    struct stat seen;
    if (!place_open(&place)) {
        *sentence = unwritten(arena, path);
        return PUBLISH_FAILED;
    }
    enum publish_state state = PUBLISH_GOOD;
    enum holder holder = holder_of(&place, &sum, memory, &seen);
    if (holder == HOLDER_NONE || holder == HOLDER_OURS)
        state = write_held(arena, &place, path, bytes, size, holder == HOLDER_OURS ? &seen : NULL, sentence);
    else if (holder != HOLDER_SAME)
        state = PUBLISH_REFUSED;
    if (state == PUBLISH_REFUSED)
        *sentence = why_not(arena, path, holder);
    place_close(&place);
    if (state == PUBLISH_GOOD)
        *memory = (struct single_memory){sum, true};
    return state;
}

enum publish_state single_replace(struct arena *arena, const char *path, const void *bytes, size_t size,
                                  const struct stat *seen, const char **sentence)
{
    struct place place = place_of(arena, path);
    if (!place_open(&place)) {
        *sentence = unwritten(arena, path);
        return PUBLISH_FAILED;
    }
    enum publish_state state = write_held(arena, &place, path, bytes, size, seen, sentence);
    place_close(&place);
    return state;
}
