/* SPDX-License-Identifier: MIT */
#include "read/package.h"

#include "base/text.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <string.h>

/* A million rows of twenty columns are about so much; a bomb is more. */
#define MOST_BYTES ((size_t)128 << 20)
enum { MOST_PARTS = 4096 };

struct opening {
    struct archive *archive;
    struct arena *arena;
    struct package *package;
    size_t entries, bytes;
};

/* With '/' between folders and none in front, however the zip's author wrote it. */
static const char *part_name(struct arena *arena, const char *path)
{
    char *name = arena_string(arena, path + strspn(path, "/\\"));
    for (char *c = name; *c; c++)
        if (*c == '\\')
            *c = '/';
    return name;
}

static enum package_state state_of(const struct opening *o)
{
    if (archive_errno(o->archive) == ENOMEM)
        memory_exhausted();
    return PACKAGE_DAMAGED;
}

static enum package_state take_part(struct opening *o, const char *name)
{
    struct buffer bytes = {.arena = o->arena};
    const void *block;
    size_t length;
    la_int64_t offset;
    int state;
    while ((state = archive_read_data_block(o->archive, &block, &length, &offset)) == ARCHIVE_OK) {
        if (length > MOST_BYTES - o->bytes)
            return PACKAGE_HUGE;
        o->bytes += length;
        buffer_add_n(&bytes, block, length);
    }
    if (state != ARCHIVE_EOF)
        return state_of(o);
    struct package_part part = {name, buffer_text(&bytes), bytes.length};
    ARRAY_ADD(o->arena, o->package->parts, o->package->count, part);
    return PACKAGE_GOOD;
}

static enum package_state take_parts(struct opening *o)
{
    struct archive_entry *entry;
    int state;
    while ((state = archive_read_next_header(o->archive, &entry)) == ARCHIVE_OK) {
        const char *path = archive_entry_pathname(entry);
        if (++o->entries > MOST_PARTS)
            return PACKAGE_HUGE;
        if (!path || (!text_ends(path, ".xml") && !text_ends(path, ".rels")))
            continue;
        enum package_state taken = take_part(o, part_name(o->arena, path));
        if (taken != PACKAGE_GOOD)
            return taken;
    }
    return state == ARCHIVE_EOF ? PACKAGE_GOOD : state_of(o);
}

enum package_state package_open(const char *bytes, size_t length, struct arena *arena, struct package *package)
{
    *package = (struct package){0};
    struct opening o = {.archive = archive_read_new(), .arena = arena, .package = package};
    if (!o.archive)
        memory_exhausted();
    archive_read_support_format_zip(o.archive);
    enum package_state state = PACKAGE_DAMAGED;
    if (archive_read_open_memory(o.archive, bytes, length) == ARCHIVE_OK)
        state = take_parts(&o);
    else
        state = state_of(&o);
    archive_read_free(o.archive);
    return state;
}

const struct package_part *package_part(const struct package *package, const char *name)
{
    for (size_t i = 0; i < package->count; i++)
        if (strcmp(package->parts[i].name, name) == 0)
            return &package->parts[i];
    return NULL;
}
