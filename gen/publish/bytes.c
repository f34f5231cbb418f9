/* SPDX-License-Identifier: MIT */
#include "publish/bytes.h"

#include "publish/tree.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define CHUNK 65536

static bool read_all(int file, struct buffer *out)
{
    struct stat status;
    char chunk[CHUNK];
    ssize_t got = -1;
    if (file < 0 || fstat(file, &status) != 0)
        return false;
    errno = EINVAL; /* what is no plain file */
    if (S_ISREG(status.st_mode))
        while ((got = read(file, chunk, sizeof chunk)) > 0 || (got < 0 && errno == EINTR))
            if (got > 0)
                buffer_add_n(out, chunk, (size_t)got);
    return got == 0;
}

static bool read_and_close(int file, struct buffer *out)
{
    bool good = read_all(file, out);
    int failure = errno;
    if (file >= 0)
        close(file);
    errno = failure;
    return good;
}

bool bytes_read(int folder, const char *path, struct buffer *out)
{
    const char *name;
    int holder = tree_open_holder(folder, path, &name);
    if (holder < 0)
        return false;
    bool good = read_and_close(openat(holder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC), out);
    int failure = errno;
    close(holder);
    errno = failure;
    return good;
}

bool bytes_read_path(const char *path, struct buffer *out)
{
    return read_and_close(open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC), out);
}
