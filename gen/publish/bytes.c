/* SPDX-License-Identifier: MIT */
#include "publish/bytes.h"

#include "base/whole.h"
#include "publish/tree.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* Only a plain file: a pipe could be waited for without end. */
static bool read_all(int file, struct buffer *out)
{
    struct stat status;
    if (file < 0 || fstat(file, &status) != 0)
        return false;
    errno = EINVAL;
    return S_ISREG(status.st_mode) && whole_read(file, out);
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
