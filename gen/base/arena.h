/* SPDX-License-Identifier: MIT */
/* Memory that is freed all at once. One arena lives as long as the run, one as long as a document:
 * nothing is freed field by field, so nothing can be freed twice or forgotten. */
#ifndef TONGBAO_BASE_ARENA_H
#define TONGBAO_BASE_ARENA_H

#include <stddef.h>

struct arena;

/* Returns a new, empty arena; the caller owns it and calls arena_free. */
struct arena *arena_new(void);
/* Frees the arena and everything taken from it. NULL is allowed. */
void arena_free(struct arena *arena);

/* Returns `size` zeroed bytes that live as long as the arena. Never NULL: see memory_exhausted. */
void *arena_alloc(struct arena *arena, size_t size);
/* Copies of a string, of its first `length` bytes, and of `size` bytes. */
char *arena_string(struct arena *arena, const char *string);
char *arena_string_n(struct arena *arena, const char *string, size_t length);
void *arena_copy(struct arena *arena, const void *bytes, size_t size);
/* printf into the arena. */
char *arena_format(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The one place where a lack of memory ends the program (status 4). */
_Noreturn void memory_exhausted(void);

/* Growing arrays: a pointer and a count are all the state there is; the room doubles at powers of two. */
void *array_room(struct arena *arena, void *items, size_t count, size_t size);
#define ARRAY_ADD(arena, items, count, value)                                                                          \
    ((items) = array_room((arena), (items), (count), sizeof *(items)), (items)[(count)++] = (value))

/* A string that grows. Zero-initialise it with the arena set; data is always NUL-terminated once written to. */
struct buffer {
    struct arena *arena;
    char *data;
    size_t length, room;
};

void buffer_add(struct buffer *buffer, const char *string);
void buffer_add_n(struct buffer *buffer, const void *bytes, size_t length);
void buffer_format(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The text so far: "" when nothing was added. */
const char *buffer_text(const struct buffer *buffer);

#endif
