/* SPDX-License-Identifier: MIT */
#include "publish/seal.h"

#include "base/message.h"
#include "publish/tree.h"
#include "publish/writing.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* As SHA256SUMS has it, with remarks before it, so that sha256sum -c, called beside the archive, tells whether it is
 * the one. */
#define LEAD                                                                                                                                \
    "# 封存记录：本文件夹已经归档，其中的文件不再改动；内容要更正的，请另外发布（见 man tongbao）\n" \
    "# 归档包：\n"
/* More is none of ours. */
#define LONGEST 4096

static void read_archive(struct arena *arena, const char *text, struct seal *seal)
{
    size_t lead = strlen(LEAD);
    if (strncmp(text, LEAD, lead) != 0 || !sum_read(text + lead, &seal->sum) ||
        strncmp(text + lead + SUM_DIGITS, "  ", 2) != 0)
        return;
    const char *name = text + lead + SUM_DIGITS + 2;
    size_t length = strcspn(name, "/\n");
    if (length && name[length] == '\n')
        seal->archive = arena_string_n(arena, name, length);
}

bool seal_read(struct arena *arena, int folder, struct seal *seal)
{
    struct stat status;
    char text[LONGEST + 1] = {0};
    if (fstatat(folder, SEAL, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return false;
    if (!seal)
        return true;
    *seal = (struct seal){0};
    int file = openat(folder, SEAL, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    ssize_t got = file >= 0 ? read(file, text, LONGEST) : -1;
    if (file >= 0)
        close(file);
    if (got > 0)
        read_archive(arena, text, seal);
    return true;
}

/* ---- sealing ---- */

static const char *unsealed(struct arena *arena, const char *shown)
{
    return system_sentence(arena, _("无法封存文件夹，请检查磁盘空间和权限"), shown);
}

static const char *write_file(struct arena *arena, int folder, const char *shown, const struct seal *seal)
{
    char digits[SUM_DIGITS + 1];
    sum_write(&seal->sum, digits);
    const char *text = arena_format(arena, "%s%s  %s\n", LEAD, digits, seal->archive);
    const char *temporary = arena_format(arena, "%s.%ld~", SEAL, (long)getpid());
    int file = openat(folder, temporary, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file < 0)
        return unsealed(arena, shown);
    const char *error = write_checked(arena, file, shown, text, strlen(text), 0444);
    close(file);
    if (!error && !rename_free(folder, temporary, folder, SEAL))
        error = unsealed(arena, shown);
    if (error)
        unlinkat(folder, temporary, 0);
    return error;
}

/* Not every file system keeps modes: there 封存.txt alone has to say it. */
static bool protect(int folder, const char *path, const struct stat *status)
{
    return S_ISLNK(status->st_mode) || fchmodat(folder, path, status->st_mode & 07555, 0) == 0 || errno == EPERM ||
           errno == EOPNOTSUPP;
}

const char *seal_write(struct arena *arena, int folder, const char *shown, const struct seal *seal)
{
    struct tree tree = {.arena = arena};
    struct stat status;
    const char *error = seal_read(arena, folder, NULL) ? NULL : write_file(arena, folder, shown, seal);
    if (error)
        return error;
    if (!tree_list(&tree, folder) || fstat(folder, &status) != 0)
        return unsealed(arena, shown);
    for (size_t i = 0; i < tree.count; i++)
        if (!protect(folder, tree.entries[i].path, &tree.entries[i].status))
            return unsealed(arena, shown);
    return fchmod(folder, status.st_mode & 07555) == 0 || errno == EPERM || errno == EOPNOTSUPP
               ? NULL
               : unsealed(arena, shown);
}
