/* SPDX-License-Identifier: MIT */
/* Preloaded, saves a file while it is read: behind the first read of the file whose path ends in $CHANGES a line is
 * added to it. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static int changed;

static void add_line(const char *path)
{
    int file = open(path, O_WRONLY | O_APPEND);
    if (file < 0 || write(file, "\n", 1) != 1)
        fprintf(stderr, "changes: not changed: %s\n", path);
    close(file);
    changed = 1;
}

ssize_t read(int fd, void *buf, size_t nbytes)
{
    char link[64], path[4096] = "";
    const char *wanted = getenv("CHANGES");
    ssize_t got = syscall(SYS_read, fd, buf, nbytes);
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    size_t length = wanted && !changed && readlink(link, path, sizeof path - 1) > 0 ? strlen(path) : 0;
    if (length && length >= strlen(wanted) && strcmp(path + length - strlen(wanted), wanted) == 0)
        add_line(path);
    return got;
}
