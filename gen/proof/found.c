/* SPDX-License-Identifier: MIT */
#include "proof/found.h"

#include <libdeflate.h>

#include <stdlib.h>
#include <string.h>
#include <unistr.h>

/* More than any part of a document of ours; what would be larger is no such part. */
#define LARGEST ((size_t)1 << 30)

void found_cell(struct found *found, const char *text, long row, long column)
{
    const char *compact = text_compact(found->arena, text);
    struct found_cell cell = {compact, row, column};
    if (!*compact)
        return;
    ARRAY_ADD(found->arena, found->cells, found->cell_count, cell);
    buffer_add(&found->text, compact);
}

void found_head(struct found *found, const char *text)
{
    strings_add(&found->heads, found->arena, text_compact(found->arena, text));
}

static int by_place(const void *a, const void *b)
{
    const struct found_cell *one = a, *other = b;
    if (one->row != other->row)
        return one->row < other->row ? -1 : 1;
    return (one->column > other->column) - (one->column < other->column);
}

void found_sort(struct found *found)
{
    if (found->cell_count)
        qsort(found->cells, found->cell_count, sizeof *found->cells, by_place);
}

struct span span_behind(struct span span, const char *mark)
{
    size_t length = strlen(mark);
    const char *at = span.at ? memmem(span.at, span.length, mark, length) : NULL;
    if (!at)
        return (struct span){NULL, 0};
    return (struct span){at + length, span.length - (size_t)(at + length - span.at)};
}

struct span span_until(struct span span, const char *mark)
{
    const char *at = span.at ? memmem(span.at, span.length, mark, strlen(mark)) : NULL;
    return at ? (struct span){span.at, (size_t)(at - span.at)} : span;
}

/* One for the process: it is asked for every file of a run. */
static struct libdeflate_decompressor *decompressor(void)
{
    static struct libdeflate_decompressor *made;
    if (!made)
        made = libdeflate_alloc_decompressor();
    if (!made)
        memory_exhausted();
    return made;
}

struct span span_inflate_zlib(struct arena *arena, struct span packed)
{
    enum { USUAL = 8, LEAST = 4096 };
    for (size_t room = packed.length * USUAL + LEAST; packed.at && room <= LARGEST; room *= USUAL) {
        char *plain = arena_alloc(arena, room);
        size_t used, length;
        enum libdeflate_result result =
            libdeflate_zlib_decompress_ex(decompressor(), packed.at, packed.length, plain, room, &used, &length);
        if (result == LIBDEFLATE_SUCCESS)
            return (struct span){plain, length};
        if (result != LIBDEFLATE_INSUFFICIENT_SPACE)
            break;
    }
    return (struct span){NULL, 0};
}

struct span span_inflate_raw(struct arena *arena, struct span packed, size_t size)
{
    if (!packed.at || size > LARGEST)
        return (struct span){NULL, 0};
    char *plain = arena_alloc(arena, size + 1);
    if (libdeflate_deflate_decompress(decompressor(), packed.at, packed.length, plain, size, NULL) !=
        LIBDEFLATE_SUCCESS)
        return (struct span){NULL, 0};
    return (struct span){plain, size};
}

/* The character that a reference stands for, `name` without & and ;. */
static ucs4_t referred(const char *name)
{
    static const struct {
        const char *name;
        char character;
    } known[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(name, known[i].name) == 0)
            return (ucs4_t)known[i].character;
    if (*name != '#')
        return 0xFFFD;
    return name[1] == 'x' ? (ucs4_t)strtoul(name + 2, NULL, 16) : (ucs4_t)strtoul(name + 1, NULL, 10);
}

const char *span_xml_text(struct arena *arena, struct span text)
{
    struct buffer out = {.arena = arena};
    buffer_add(&out, "");
    while (text.length) {
        const char *mark = memchr(text.at, '&', text.length);
        size_t plain = mark ? (size_t)(mark - text.at) : text.length;
        buffer_add_n(&out, text.at, plain);
        text = (struct span){text.at + plain, text.length - plain};
        const char *end = text.length ? memchr(text.at, ';', text.length) : NULL;
        if (!end)
            break;
        uint8_t bytes[6];
        const char *name = arena_string_n(arena, text.at + 1, (size_t)(end - text.at - 1));
        int count = u8_uctomb(bytes, referred(name), sizeof bytes);
        buffer_add_n(&out, bytes, count > 0 ? (size_t)count : 0);
        text = (struct span){end + 1, text.length - (size_t)(end + 1 - text.at)};
    }
    return buffer_text(&out);
}
