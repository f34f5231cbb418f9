/* SPDX-License-Identifier: MIT */
/* Preloaded, mixes up two documents: a new file with $SWAP_ONE in its name is made under the name with $SWAP_OTHER
 * there, and the other way round. Whoever reads them back by their names gets the wrong one. */
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* `path` with `other` in the place of `one`, in `room`; NULL when `one` isn't in it. */
static const char *swapped(const char *path, const char *one, const char *other, char *room, size_t size)
{
    const char *at = one && other ? strstr(path, one) : NULL;
    if (!at)
        return NULL;
    snprintf(room, size, "%.*s%s%s", (int)(at - path), path, other, at + strlen(one));
    return room;
}

static int swap_open(int folder, const char *path, int flags, mode_t mode)
{
    char room[4096];
    const char *one = getenv("SWAP_ONE"), *other = getenv("SWAP_OTHER"), *ending = getenv("SWAP_ENDING");
    const char *name = NULL;
    if ((flags & O_CREAT) && ending && strlen(path) > strlen(ending) &&
        strcmp(path + strlen(path) - strlen(ending), ending) == 0) {
        name = swapped(path, one, other, room, sizeof room);
        if (!name)
            name = swapped(path, other, one, room, sizeof room);
    }
    return (int)syscall(SYS_openat, folder, name ? name : path, flags, mode);
}

int openat(int fd, const char *file, int oflag, ...)
{
    mode_t mode = 0;
    if (oflag & (O_CREAT | O_TMPFILE)) {
        va_list rest;
        va_start(rest, oflag);
        /* clang 14 doesn't see va_start on every machine. NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized) */
        mode = va_arg(rest, mode_t);
        va_end(rest);
    }
    return swap_open(fd, file, oflag, mode);
}

int openat64(int fd, const char *file, int oflag, ...) __attribute__((alias("openat")));
