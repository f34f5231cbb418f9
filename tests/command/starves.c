/* SPDX-License-Identifier: MIT */
/* Preloaded, lets the $STARVE-th request for memory of each process fail, once; those before a fork count for both. */
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static unsigned long requests;

/* Whether this request is the one; before the program has its environment none is. */
static int starved(void)
{
    static unsigned long at;
    static int known;
    if (!known && environ) {
        const char *text = getenv("STARVE");
        at = text ? strtoul(text, NULL, 10) : 0;
        known = 1;
    }
    if (++requests != at)
        return 0;
    errno = ENOMEM;
    return 1;
}

/* What dlsym itself asks for while it looks for what is asked. */
static void *early(size_t size)
{
    static _Alignas(16) char room[65536];
    static size_t used;
    size_t at = used;
    used += (size + 15) / 16 * 16;
    return used <= sizeof room ? room + at : NULL;
}

static void *system_function(const char *name, void **known)
{
    static int looking;
    if (!*known && !looking) {
        looking = 1;
        *known = dlsym(RTLD_NEXT, name);
        looking = 0;
    }
    return *known;
}

void *__libc_malloc(size_t size)
{
    static void *known;
    void *(*real)(size_t) = system_function("__libc_malloc", &known);
    return !real ? early(size) : starved() ? NULL : real(size);
}

void *__libc_calloc(size_t count, size_t size)
{
    static void *known;
    void *(*real)(size_t, size_t) = system_function("__libc_calloc", &known);
    return !real ? early(count * size) : starved() ? NULL : real(count, size);
}

void *__libc_realloc(void *old, size_t size)
{
    static void *known;
    void *(*real)(void *, size_t) = system_function("__libc_realloc", &known);
    return !real ? early(size) : size > 0 && starved() ? NULL : real(old, size);
}

void *__libc_memalign(size_t alignment, size_t size)
{
    static void *known;
    void *(*real)(size_t, size_t) = system_function("__libc_memalign", &known);
    return !real ? early(size) : starved() ? NULL : real(alignment, size);
}
