/* SPDX-License-Identifier: MIT */
#include "publish/publish.h"

#include "base/message.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SUMS "SHA256SUMS"

struct publication {
    struct arena *arena;
    const char *dir, *staging;
    bool done;
};

static const char *system_error(struct arena *arena, const char *sentence, const char *path)
{
    return arena_format(arena, "%s：'%s'（%s）", sentence, path, strerror(errno));
}

/* ---- single files ---- */

static bool write_all(int file, const unsigned char *bytes, size_t size)
{
    while (size) {
        ssize_t written = write(file, bytes, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        size -= (size_t)written;
    }
    return true;
}

/* A disk may take a write and not keep it: what is published is what can be read back. */
static bool reads_back(const char *path, const unsigned char *bytes, size_t size)
{
    unsigned char chunk[65536];
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    bool same = true;
    size_t got;
    while (same && (got = fread(chunk, 1, sizeof chunk, file)) > 0) {
        same = got <= size && memcmp(chunk, bytes, got) == 0;
        bytes += same ? got : 0;
        size -= same ? got : 0;
    }
    same = same && size == 0 && !ferror(file);
    return fclose(file) == 0 && same;
}

static const char *write_checked(struct arena *arena, const char *path, const void *bytes, size_t size)
{
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0)
        return system_error(arena, _("无法写入文件，请检查磁盘空间和权限"), path);
    bool good = write_all(file, bytes, size) && fsync(file) == 0;
    int failure = errno;
    good = close(file) == 0 && good;
    if (!good) {
        errno = failure;
        return system_error(arena, _("文件没有写完，请检查磁盘空间后重试"), path);
    }
    if (!reads_back(path, bytes, size))
        return arena_format(arena, _("文件写入后读回不一致，请检查磁盘后重试：'%s'"), path);
    return NULL;
}

const char *publish_file(struct arena *arena, const char *path, const void *bytes, size_t size)
{
    const char *temporary = arena_format(arena, "%s.%ld~", path, (long)getpid());
    const char *error = write_checked(arena, temporary, bytes, size);
    if (!error && rename(temporary, path) != 0)
        error = system_error(arena, _("无法写入文件，请检查磁盘空间和权限"), path);
    if (error)
        unlink(temporary);
    return error;
}

/* ---- names ---- */

const char *publish_clean_name(struct arena *arena, const char *name)
{
    struct buffer clean = {.arena = arena};
    for (const char *c = name; *c && clean.length < 118; c++) {
        bool control = (unsigned char)*c < 0x20 || *c == 0x7F;
        bool trap = strchr("/\\:*?\"<>|'`$&;~#%!", *c) != NULL || *c == ' ';
        bool leading = !clean.length && (*c == '.' || *c == '-');
        buffer_add_n(&clean, control || trap || leading ? "_" : c, 1);
    }
    if (!clean.length)
        return "_";
    /* Cut only between characters; Windows drops trailing dots. */
    while (clean.length >= 118 && ((unsigned char)clean.data[clean.length - 1] & 0xC0) == 0x80)
        clean.data[--clean.length] = '\0';
    if (clean.length >= 117 && (unsigned char)clean.data[clean.length - 1] >= 0xC0)
        clean.data[--clean.length] = '\0';
    while (clean.length > 1 && clean.data[clean.length - 1] == '.')
        clean.data[--clean.length] = '\0';
    return clean.data;
}

/* ---- folders ---- */

static bool exists(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}

static const char **entries_of(struct arena *arena, const char *folder, size_t *count)
{
    const char **names = NULL;
    *count = 0;
    DIR *directory = opendir(folder);
    if (!directory)
        return NULL;
    for (struct dirent *entry; (entry = readdir(directory));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
            const char *name = arena_string(arena, entry->d_name);
            ARRAY_ADD(arena, names, *count, name);
        }
    closedir(directory);
    return names;
}

static void remove_tree(struct arena *arena, const char *path)
{
    struct stat status;
    if (lstat(path, &status) != 0)
        return;
    if (!S_ISDIR(status.st_mode)) {
        unlink(path);
        return;
    }
    size_t count;
    const char **names = entries_of(arena, path, &count);
    for (size_t i = 0; i < count; i++)
        remove_tree(arena, arena_format(arena, "%s/%s", path, names[i]));
    rmdir(path);
}

/* DIR may be replaced only when it is empty or was published by us: nobody's own files are ever removed. */
static bool replaceable(struct arena *arena, const char *dir)
{
    struct stat status;
    size_t count;
    if (lstat(dir, &status) != 0)
        return true;
    if (!S_ISDIR(status.st_mode))
        return false;
    entries_of(arena, dir, &count);
    return count == 0 || exists(arena_format(arena, "%s/" SUMS, dir));
}

static const char *without_trailing_slash(struct arena *arena, const char *dir)
{
    char *copy = arena_string(arena, dir);
    for (size_t length = strlen(copy); length > 1 && copy[length - 1] == '/'; length--)
        copy[length - 1] = '\0';
    return copy;
}

struct publication *publication_begin(struct arena *arena, const char *dir, const char **error)
{
    struct publication *p = arena_alloc(arena, sizeof *p);
    p->arena = arena;
    p->dir = without_trailing_slash(arena, dir);
    if (!replaceable(arena, p->dir)) {
        *error = arena_format(arena, _("输出位置已有别的内容，为避免误删没有覆盖；请换一个文件夹，或先把它移走：'%s'"),
                              p->dir);
        return NULL;
    }
    char *staging = arena_format(arena, "%s.XXXXXX", p->dir);
    if (!mkdtemp(staging)) {
        *error = system_error(arena, _("无法在这里建立输出文件夹，请检查上级文件夹是否存在、是否可写"), p->dir);
        return NULL;
    }
    chmod(staging, 0755);
    p->staging = staging;
    return p;
}

static const char *make_folders(struct publication *p, const char *path)
{
    char *folder = arena_format(p->arena, "%s/%s", p->staging, path);
    for (char *slash = strchr(folder + strlen(p->staging) + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (mkdir(folder, 0777) != 0 && errno != EEXIST)
            return system_error(p->arena, _("无法建立文件夹，请检查磁盘空间和权限"), folder);
        *slash = '/';
    }
    return NULL;
}

const char *publication_write(struct publication *p, const char *path, const void *bytes, size_t size)
{
    const char *error = make_folders(p, path);
    if (!error)
        error = write_checked(p->arena, arena_format(p->arena, "%s/%s", p->staging, path), bytes, size);
    return error;
}

/* ---- checksums ---- */

static void collect_files(struct arena *arena, const char *root, const char *prefix, const char ***files, size_t *count)
{
    size_t entries;
    const char *folder = *prefix ? arena_format(arena, "%s/%s", root, prefix) : root;
    const char **names = entries_of(arena, folder, &entries);
    for (size_t i = 0; i < entries; i++) {
        const char *path = *prefix ? arena_format(arena, "%s/%s", prefix, names[i]) : names[i];
        struct stat status;
        if (stat(arena_format(arena, "%s/%s", root, path), &status) == 0 && S_ISDIR(status.st_mode))
            collect_files(arena, root, path, files, count);
        else
            ARRAY_ADD(arena, *files, *count, path);
    }
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool add_sum(struct publication *p, const char *path, struct buffer *sums)
{
    unsigned char chunk[65536], digest[SHA256_DIGEST_SIZE];
    struct sha256_ctx context;
    FILE *file = fopen(arena_format(p->arena, "%s/%s", p->staging, path), "rb");
    if (!file)
        return false;
    sha256_init(&context);
    for (size_t got; (got = fread(chunk, 1, sizeof chunk, file)) > 0;)
        sha256_update(&context, got, chunk);
    bool good = !ferror(file);
    good = fclose(file) == 0 && good;
    sha256_digest(&context, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++)
        buffer_format(sums, "%02x", digest[i]);
    buffer_format(sums, "  %s\n", path);
    return good;
}

static const char *write_sums(struct publication *p)
{
    const char **files = NULL;
    size_t count = 0;
    collect_files(p->arena, p->staging, "", &files, &count);
    if (count)
        qsort(files, count, sizeof *files, compare_names);
    struct buffer sums = {.arena = p->arena};
    for (size_t i = 0; i < count; i++)
        if (!add_sum(p, files[i], &sums))
            return system_error(p->arena, _("文件写入后无法读回，请检查磁盘后重试"), files[i]);
    return publication_write(p, SUMS, buffer_text(&sums), sums.length);
}

static void sync_folder(const char *path)
{
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    fsync(folder);
    close(folder);
}

const char *publication_finish(struct publication *p)
{
    const char *error = write_sums(p);
    if (error)
        return error;
    sync_folder(p->staging);
    const char *failed = _("无法把结果放到输出位置，请检查权限");
    if (rename(p->staging, p->dir) == 0) {
        p->done = true;
        return NULL;
    }
    /* DIR is there already: the two change places in one step, and what was there before is removed. */
    if (renameat2(AT_FDCWD, p->staging, AT_FDCWD, p->dir, RENAME_EXCHANGE) != 0)
        return system_error(p->arena, failed, p->dir);
    remove_tree(p->arena, p->staging);
    p->done = true;
    return NULL;
}

void publication_abandon(struct publication *p)
{
    if (!p->done)
        remove_tree(p->arena, p->staging);
    p->done = true;
}
