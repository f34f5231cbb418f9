/* SPDX-License-Identifier: MIT */
/* A library that gets no memory may go on without what it wanted it for: a chart without its label, a PDF cut in half,
 * and nobody told. So none ever sees that: the C library's functions are called through these, and one that finds no
 * room ends the program. A sanitizer has functions of its own, and ends the program itself. */
#include "base/arena.h"

#include <errno.h>
#include <features.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

_Noreturn void memory_exhausted(void)
{
    /* Nothing here may need memory: no stream, no translation. */
    static const char sentence[] = "内存不足，无法继续；没有发布任何文件。请关闭其他程序后重试。\n";
    ssize_t said = write(STDERR_FILENO, sentence, sizeof sentence - 1);
    (void)said;
    _exit(4);
}

#ifdef __has_feature /* clang's way of saying it */
#if __has_feature(address_sanitizer) && !defined __SANITIZE_ADDRESS__
#define __SANITIZE_ADDRESS__ 1
#endif
#endif

#if defined __GLIBC__ && !defined __SANITIZE_ADDRESS__

/* glibc's own, under the names that it keeps for whoever has functions before them. */
void *__libc_malloc(size_t size);                     /* NOLINT */
void *__libc_calloc(size_t count, size_t size);       /* NOLINT */
void *__libc_realloc(void *old, size_t size);         /* NOLINT */
void *__libc_memalign(size_t alignment, size_t size); /* NOLINT */

/* What nobody could have room for is a mistake of the caller's or a hostile length, which it has to answer. */
static void *found(void *room, size_t size)
{
    if (!room && size > 0 && size <= PTRDIFF_MAX)
        memory_exhausted();
    return room;
}

void *malloc(size_t size)
{
    return found(__libc_malloc(size), size);
}

void *calloc(size_t nmemb, size_t size)
{
    size_t all;
    if (__builtin_mul_overflow(nmemb, size, &all))
        all = SIZE_MAX;
    return found(__libc_calloc(nmemb, size), all);
}

void *realloc(void *ptr, size_t size)
{
    return found(__libc_realloc(ptr, size), size);
}

void *reallocarray(void *ptr, size_t nmemb, size_t size)
{
    size_t all;
    if (__builtin_mul_overflow(nmemb, size, &all)) {
        errno = ENOMEM;
        return NULL;
    }
    return realloc(ptr, all);
}

void *memalign(size_t alignment, size_t size)
{
    return found(__libc_memalign(alignment, size), size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return memalign(alignment, size);
}

int posix_memalign(void **memptr, size_t alignment, size_t size)
{
    if (alignment % sizeof(void *) != 0 || (alignment & (alignment - 1)) != 0 || alignment == 0)
        return EINVAL;
    *memptr = memalign(alignment, size);
    return *memptr || size == 0 ? 0 : ENOMEM;
}

#endif
