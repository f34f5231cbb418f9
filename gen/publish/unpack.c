/* SPDX-License-Identifier: MIT */
#include "publish/unpack.h"

#include "base/message.h"
#include "base/text.h"
#include "publish/listing.h"
#include "publish/pack.h"
#include "publish/tree.h"
#include "publish/writing.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* More than 500 counties have, in files and in bytes; a bomb has more. */
#define MOST_FILES 100000
#define MOST_BYTES ((la_int64_t)4 << 30)
#define BLOCK ((size_t)1 << 18)

struct unpacking {
    struct arena *arena;
    const char *shown; /* the archive, as sentences call it */
    struct archive *archive;
    int folder; /* where it goes; −1: nowhere */
    const char *top;
    char *block; /* what is read at once */
    size_t files;
    la_int64_t bytes;
    const char *sentence;
};

static enum unpack_state refuse(struct unpacking *u, const char *what, const char *path)
{
    u->sentence = arena_format(u->arena, _("%s，没有打开这个归档包：'%s' 里的 '%s'"), what, u->shown,
                               path ? text_excerpt(u->arena, path) : "");
    return UNPACK_REFUSED;
}

static enum unpack_state fail(struct unpacking *u, const char *what, const char *path)
{
    u->sentence = system_sentence(u->arena, what, path);
    return UNPACK_FAILED;
}

/* What libarchive couldn't read: damaged, or no archive at all. */
static enum unpack_state damaged(struct unpacking *u)
{
    const char *why = archive_error_string(u->archive);
    if (archive_errno(u->archive) == ENOMEM)
        memory_exhausted();
    u->sentence = arena_format(u->arena, _("归档包读不出来，它已损坏，或者不是 tar.zst（%s）：'%s'"),
                               why ? text_line(u->arena, why) : "libarchive", u->shown);
    return UNPACK_REFUSED;
}

/* ---- one entry ---- */

/* Checks it and finds its path. */
static enum unpack_state look(struct unpacking *u, struct archive_entry *entry, const char **path)
{
    *path = archive_entry_pathname(entry);
    if (!*path)
        return refuse(u, _("归档包里有一个文件的名字读不出来"), NULL);
    *path = arena_string(u->arena, *path);
    size_t length = strlen(*path);
    bool is_folder = archive_entry_filetype(entry) == AE_IFDIR;
    if (is_folder && length && (*path)[length - 1] == '/')
        *path = arena_string_n(u->arena, *path, length - 1);
    if (archive_entry_hardlink(entry) || (archive_entry_filetype(entry) != AE_IFREG && !is_folder))
        return refuse(u, _("归档包里有链接或别的特殊文件"), *path);
    if (length > PACK_LONGEST_PATH || !listing_is_plain(*path) || strchr(*path, '\n'))
        return refuse(u, _("归档包里有一个文件的路径不对"), *path);
    size_t top = strcspn(*path, "/");
    if (!u->top)
        u->top = arena_string_n(u->arena, *path, top);
    if (strlen(u->top) != top || strncmp(u->top, *path, top) != 0 || (!(*path)[top] && !is_folder))
        return refuse(u, _("归档包里的文件不都在一个文件夹里"), *path);
    if (archive_entry_size(entry) > MOST_BYTES - u->bytes) /* before anything of it is written */
        return refuse(u, _("归档包展开后太大"), *path);
    if (++u->files > MOST_FILES)
        return refuse(u, _("归档包里的文件太多"), *path);
    return UNPACK_GOOD;
}

/* Hands every block of the entry's bytes to `take`, which returns false with errno set. */
static enum unpack_state copy(struct unpacking *u, const char *path, bool (*take)(void *, const void *, size_t),
                              void *context)
{
    la_ssize_t got;
    while ((got = archive_read_data(u->archive, u->block, BLOCK)) > 0) {
        u->bytes += got;
        if (u->bytes > MOST_BYTES)
            return refuse(u, _("归档包展开后太大"), path);
        if (!take(context, u->block, (size_t)got))
            return fail(u, _("文件没有写完，请检查磁盘空间后重试"), path);
    }
    return got == 0 ? UNPACK_GOOD : damaged(u);
}

static bool make_folders(int folder, char *path, bool last)
{
    for (char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        bool made = mkdirat(folder, path, 0700) == 0 || errno == EEXIST;
        *slash = '/';
        if (!made)
            return false;
    }
    return !last || mkdirat(folder, path, 0700) == 0 || errno == EEXIST;
}

static bool take_to_file(void *context, const void *bytes, size_t size)
{
    return write_all(*(const int *)context, bytes, size);
}

/* Nothing in the folder is anybody else's, so that no link can be on the way; O_EXCL finds what stands there twice. */
static enum unpack_state write_entry(struct unpacking *u, struct archive_entry *entry, const char *path)
{
    bool is_folder = archive_entry_filetype(entry) == AE_IFDIR;
    if (!make_folders(u->folder, arena_string(u->arena, path), is_folder))
        return errno == ENOTDIR ? refuse(u, _("归档包里有一个文件的路径不对"), path)
                                : fail(u, _("无法建立文件夹，请检查磁盘空间和权限"), path);
    if (is_folder)
        return UNPACK_GOOD;
    int file = openat(u->folder, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file < 0 && (errno == EEXIST || errno == EISDIR || errno == ENOTDIR))
        return refuse(u, _("归档包里有两个同名的文件"), path);
    if (file < 0)
        return fail(u, _("无法写入文件，请检查磁盘空间和权限"), path);
    enum unpack_state state = copy(u, path, take_to_file, &file);
    if (close(file) != 0 && state == UNPACK_GOOD)
        state = fail(u, _("文件没有写完，请检查磁盘空间后重试"), path);
    return state;
}

/* ---- the archive ---- */

/* tar in zstd and nothing else: the other readers of libarchive are no business of ours. */
static bool open_archive(struct unpacking *u, int file)
{
    return archive_read_support_format_tar(u->archive) == ARCHIVE_OK &&
           archive_read_support_filter_zstd(u->archive) == ARCHIVE_OK &&
           archive_read_open_fd(u->archive, file, BLOCK) == ARCHIVE_OK &&
           archive_filter_code(u->archive, 0) == ARCHIVE_FILTER_ZSTD;
}

/* Calls `each` for every entry until it sets *done. */
static enum unpack_state read_entries(struct unpacking *u,
                                      enum unpack_state (*each)(struct unpacking *, struct archive_entry *,
                                                                const char *path, void *context, bool *done),
                                      void *context)
{
    struct archive_entry *entry;
    enum unpack_state state = UNPACK_GOOD;
    bool done = false;
    int got = ARCHIVE_EOF;
    while (state == UNPACK_GOOD && !done && (got = archive_read_next_header(u->archive, &entry)) == ARCHIVE_OK) {
        const char *path;
        state = look(u, entry, &path);
        if (state == UNPACK_GOOD)
            state = each(u, entry, path, context, &done);
    }
    if (state == UNPACK_GOOD && !done && got != ARCHIVE_EOF)
        return damaged(u);
    if (state == UNPACK_GOOD && !u->top)
        return refuse(u, _("归档包是空的"), NULL);
    return state;
}

static enum unpack_state read_archive(struct unpacking *u, const char *path,
                                      enum unpack_state (*each)(struct unpacking *, struct archive_entry *,
                                                                const char *path, void *context, bool *done),
                                      void *context)
{
    struct stat status;
    u->shown = text_line(u->arena, path);
    int file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (file >= 0 && fstat(file, &status) == 0 && !S_ISREG(status.st_mode)) {
        close(file);
        errno = EINVAL;
        file = -1;
    }
    if (file < 0)
        return fail(u, _("归档包打不开，请检查名字和权限"), path);
    u->block = arena_alloc(u->arena, BLOCK);
    u->archive = archive_read_new();
    if (!u->archive)
        memory_exhausted();
    enum unpack_state state = open_archive(u, file) ? read_entries(u, each, context) : damaged(u);
    archive_read_free(u->archive);
    close(file);
    return state;
}

static enum unpack_state each_to_folder(struct unpacking *u, struct archive_entry *entry, const char *path,
                                        void *context, bool *done)
{
    (void)context;
    *done = false; /* all of them */
    return write_entry(u, entry, path);
}

enum unpack_state unpack_archive(struct arena *arena, const char *path, const char *into, const char **top,
                                 const char **sentence)
{
    struct unpacking u = {.arena = arena};
    enum unpack_state state;
    u.folder = open(into, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (u.folder < 0)
        state = fail(&u, _("无法建立文件夹，请检查磁盘空间和权限"), into);
    else {
        state = read_archive(&u, path, each_to_folder, NULL);
        close(u.folder);
    }
    *top = u.top;
    *sentence = u.sentence;
    return state;
}

/* ---- one file ---- */

struct wanted {
    const char *inside;
    struct buffer *out;
    bool found;
};

static bool take_to_buffer(void *context, const void *bytes, size_t size)
{
    buffer_add_n(context, bytes, size);
    return true;
}

static enum unpack_state each_until_found(struct unpacking *u, struct archive_entry *entry, const char *path,
                                          void *context, bool *done)
{
    struct wanted *wanted = context;
    if (archive_entry_filetype(entry) != AE_IFREG || strcmp(strchr(path, '/') + 1, wanted->inside) != 0)
        return UNPACK_GOOD;
    *done = wanted->found = true;
    return copy(u, path, take_to_buffer, wanted->out);
}

enum unpack_state unpack_one(struct arena *arena, const char *path, const char *inside, struct buffer *out,
                             const char **sentence)
{
    struct unpacking u = {.arena = arena, .folder = -1};
    struct wanted wanted = {inside, out, false};
    enum unpack_state state = read_archive(&u, path, each_until_found, &wanted);
    if (state == UNPACK_GOOD && !wanted.found)
        state = refuse(&u, _("归档包里没有这个文件"), inside);
    *sentence = u.sentence;
    return state;
}

bool unpack_is_archive(const char *path)
{
    return text_ends(path, ".tar.zst");
}
