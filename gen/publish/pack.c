/* SPDX-License-Identifier: MIT */
#include "publish/pack.h"

#include "base/message.h"
#include "base/text.h"

#include <archive.h>
#include <archive_entry.h>

/* Of zstd's 1 to 22: beyond it an archive of ours gets hardly smaller, but takes several times as long. */
#define LEVEL "12"

struct pack {
    struct arena *arena;
    struct archive *archive;
    struct archive_entry *entry;
    struct buffer *out;
    const char *top;
};

static const char *failure(const struct pack *p)
{
    const char *why = archive_error_string(p->archive);
    return arena_format(p->arena, _("归档包没有写成（%s），请检查内存后重试"), why ? why : "libarchive");
}

static la_ssize_t take(struct archive *archive, void *context, const void *bytes, size_t size)
{
    (void)archive;
    buffer_add_n(context, bytes, size);
    return (la_ssize_t)size;
}

/* GNU's tar: names are written as the bytes they are, whatever the locale, and every tar reads it. Not filled up to
 * a whole block of the old tapes: zstd's end is the end. */
static bool set_up(struct pack *p)
{
    struct archive *a = p->archive;
    return archive_write_set_format_gnutar(a) == ARCHIVE_OK && archive_write_add_filter_zstd(a) == ARCHIVE_OK &&
           archive_write_set_filter_option(a, "zstd", "compression-level", LEVEL) == ARCHIVE_OK &&
           archive_write_set_bytes_in_last_block(a, 1) == ARCHIVE_OK &&
           archive_write_open(a, p->out, NULL, take, NULL) == ARCHIVE_OK;
}

static void free_all(struct pack *p)
{
    archive_entry_free(p->entry);
    archive_write_free(p->archive);
    p->entry = NULL;
    p->archive = NULL;
}

struct pack *pack_begin(struct arena *arena, const char *top, struct buffer *out, const char **error)
{
    struct pack *p = arena_alloc(arena, sizeof *p);
    *p = (struct pack){
        .arena = arena, .archive = archive_write_new(), .entry = archive_entry_new(), .out = out, .top = top};
    if (!p->archive || !p->entry)
        memory_exhausted();
    if (set_up(p))
        return p;
    *error = failure(p);
    free_all(p);
    return NULL;
}

/* Of a file nothing is kept but its path, its bytes and that people may read it. */
const char *pack_add(struct pack *p, const char *path, const void *bytes, size_t size)
{
    archive_entry_clear(p->entry);
    archive_entry_set_pathname(p->entry, arena_format(p->arena, "%s/%s", p->top, path));
    archive_entry_set_size(p->entry, (la_int64_t)size);
    archive_entry_set_filetype(p->entry, AE_IFREG);
    archive_entry_set_perm(p->entry, 0644);
    archive_entry_set_mtime(p->entry, 0, 0);
    if (archive_write_header(p->archive, p->entry) != ARCHIVE_OK ||
        archive_write_data(p->archive, bytes, size) != (la_ssize_t)size)
        return failure(p);
    return NULL;
}

const char *pack_end(struct pack *p)
{
    const char *error = archive_write_close(p->archive) == ARCHIVE_OK ? NULL : failure(p);
    free_all(p);
    return error;
}
