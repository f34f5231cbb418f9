/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_SIZE ((size_t)64 * 1024)
#define ALIGNMENT _Alignof(max_align_t)

/* Under AddressSanitizer a gap that must not be touched stands behind each piece, and what isn't handed out yet must
 * not be touched either: else reading over the end of a piece would be reading its neighbour, unseen. */
#ifdef __has_feature /* clang's way of saying it */
#if __has_feature(address_sanitizer) && !defined __SANITIZE_ADDRESS__
#define __SANITIZE_ADDRESS__ 1
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#define GAP ALIGNMENT
#define SHUT(bytes, size) ASAN_POISON_MEMORY_REGION(bytes, size)
#define OPEN(bytes, size) ASAN_UNPOISON_MEMORY_REGION(bytes, size)
#else
#define GAP 0
#define SHUT(bytes, size) ((void)0)
#define OPEN(bytes, size) ((void)0)
#endif

struct block {
    struct block *next;
    size_t used, size;
    max_align_t bytes[];
};

struct arena {
    struct block *blocks;
};

static struct block *block_new(struct block *next, size_t size)
{
    if (size > SIZE_MAX - sizeof(struct block))
        memory_exhausted();
    struct block *block = malloc(sizeof *block + size);
    if (!block)
        memory_exhausted();
    block->next = next;
    block->used = 0;
    block->size = size;
    SHUT(block->bytes, size);
    return block;
}

struct arena *arena_new(void)
{
    struct arena *arena = malloc(sizeof *arena);
    if (!arena)
        memory_exhausted();
    arena->blocks = block_new(NULL, BLOCK_SIZE);
    return arena;
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    for (struct block *block = arena->blocks, *next; block; block = next) {
        next = block->next;
        OPEN(block->bytes, block->size);
        free(block);
    }
    free(arena);
}

void *arena_alloc(struct arena *arena, size_t size)
{
    if (size > SIZE_MAX - 2 * ALIGNMENT)
        memory_exhausted();
    const size_t asked = size;
    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT + GAP;
    struct block *block = arena->blocks;
    if (size > block->size - block->used) {
        /* A large piece gets a block of its own behind the current one, which goes on being filled. */
        if (size > BLOCK_SIZE / 4) {
            block->next = block_new(block->next, size);
            block = block->next;
        } else {
            block = arena->blocks = block_new(block, BLOCK_SIZE);
        }
    }
    void *bytes = (char *)block->bytes + block->used;
    block->used += size;
    OPEN(bytes, asked);
    return memset(bytes, 0, asked);
}

void *arena_copy(struct arena *arena, const void *bytes, size_t size)
{
    void *copy = arena_alloc(arena, size);
    return size ? memcpy(copy, bytes, size) : copy;
}

char *arena_string_n(struct arena *arena, const char *string, size_t length)
{
    char *copy = arena_alloc(arena, length + 1);
    memcpy(copy, string, length);
    return copy;
}

char *arena_string(struct arena *arena, const char *string)
{
    return arena_string_n(arena, string, strlen(string));
}

/* Formats into `piece` when it fits, which it mostly does, else into the arena. */
static const char *format_list(struct arena *arena, char *piece, size_t room, const char *format, va_list list,
                               size_t *length)
{
    va_list again;
    va_copy(again, list);
    int needed = vsnprintf(piece, room, format, list);
    if (needed < 0)
        memory_exhausted();
    *length = (size_t)needed;
    char *text = piece;
    if (*length >= room) {
        text = arena_alloc(arena, *length + 1);
        vsnprintf(text, *length + 1, format, again);
    }
    va_end(again);
    return text;
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    char piece[256];
    va_list list;
    size_t length;
    va_start(list, format);
    const char *text = format_list(arena, piece, sizeof piece, format, list, &length);
    va_end(list);
    return arena_string_n(arena, text, length);
}

void *array_room(struct arena *arena, void *items, size_t count, size_t size)
{
    if (count == 0)
        return arena_alloc(arena, 8 * size);
    if (count < 8 || (count & (count - 1)) != 0)
        return items;
    if (count > SIZE_MAX / 2 / size)
        memory_exhausted();
    void *grown = arena_alloc(arena, 2 * count * size);
    return memcpy(grown, items, count * size);
}

void buffer_add_n(struct buffer *buffer, const void *bytes, size_t length)
{
    if (buffer->length + length + 1 > buffer->room) {
        size_t room = buffer->room ? buffer->room : 256;
        while (room < buffer->length + length + 1)
            room *= 2;
        char *grown = arena_alloc(buffer->arena, room);
        if (buffer->length)
            memcpy(grown, buffer->data, buffer->length);
        buffer->data = grown;
        buffer->room = room;
    }
    if (length)
        memcpy(buffer->data + buffer->length, bytes, length);
    buffer->length += length;
    buffer->data[buffer->length] = '\0';
}

void buffer_add(struct buffer *buffer, const char *string)
{
    buffer_add_n(buffer, string, strlen(string));
}

void buffer_format(struct buffer *buffer, const char *format, ...)
{
    char piece[256];
    va_list list;
    size_t length;
    va_start(list, format);
    const char *text = format_list(buffer->arena, piece, sizeof piece, format, list, &length);
    va_end(list);
    buffer_add_n(buffer, text, length);
}

const char *buffer_text(const struct buffer *buffer)
{
    return buffer->data ? buffer->data : "";
}
