/* SPDX-License-Identifier: MIT */
#include "publish/writing.h"

#include "base/message.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char *system_sentence(struct arena *arena, const char *sentence, const char *path)
{
    const char *why = strerror(errno);
    return arena_format(arena, "%s：'%s'（%s）", sentence, text_line(arena, path), why);
}

bool write_all(int file, const void *bytes, size_t size)
{
    const unsigned char *at = bytes;
    while (size) {
        ssize_t written = write(file, at, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        at += written;
        size -= (size_t)written;
    }
    return true;
}

/* A disk may take a write and not keep it: what is published is what can be read back. */
static bool reads_back(int file, const void *bytes, size_t size)
{
    const unsigned char *at = bytes;
    unsigned char chunk[65536];
    off_t offset = 0;
    for (;;) {
        ssize_t got = pread(file, chunk, sizeof chunk, offset);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got == 0 && size == 0;
        if ((size_t)got > size || memcmp(chunk, at, (size_t)got) != 0)
            return false;
        at += got;
        size -= (size_t)got;
        offset += got;
    }
}

/* Not every file system keeps modes; one that leaves the file without any can't be read again. */
static bool give_mode(int file, mode_t mode)
{
    struct stat status;
    return fchmod(file, mode) == 0 || (fstat(file, &status) == 0 && (status.st_mode & 0777) != 0);
}

const char *write_checked(struct arena *arena, int file, const char *shown, const void *bytes, size_t size, mode_t mode)
{
    if (!write_all(file, bytes, size) || !give_mode(file, mode) || fsync(file) != 0)
        return system_sentence(arena, _("文件没有写完，请检查磁盘空间后重试"), shown);
    if (!reads_back(file, bytes, size))
        return arena_format(arena, _("文件写入后读回不一致，请检查磁盘后重试：'%s'"), text_line(arena, shown));
    return NULL;
}

bool rename_unsupported(int error)
{
    return error == EINVAL || error == ENOSYS || error == EOPNOTSUPP;
}

bool rename_free(int from, const char *name, int to, const char *free_name)
{
    struct stat status;
    if (renameat2(from, name, to, free_name, RENAME_NOREPLACE) == 0)
        return true;
    if (!rename_unsupported(errno) || fstatat(from, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return false;
    /* The file system can't be told so. A file gets a second name, which never replaces one; a folder, renamed, takes
     * the place of an empty folder at most. */
    if (!S_ISDIR(status.st_mode))
        return linkat(from, name, to, free_name, 0) == 0 && unlinkat(from, name, 0) == 0;
    if (fstatat(to, free_name, &status, AT_SYMLINK_NOFOLLOW) == 0) {
        errno = EEXIST;
        return false;
    }
    return errno == ENOENT && renameat(from, name, to, free_name) == 0;
}

mode_t usual_mode(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}
