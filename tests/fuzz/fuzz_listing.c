/* SPDX-License-Identifier: MIT */
/* An earlier publication's list of sums: no path in it may lead out of the folder. */
#include "base/arena.h"
#include "publish/listing.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void must_stay_below(const char *path)
{
    if (*path == '/' || strstr(path, "/../") || !strncmp(path, "../", 3) || !strcmp(path, ".."))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_new();
    struct listing listing = {.arena = arena, .own = "SHA256SUMS"}, lines = listing;
    char *text = arena_string_n(arena, (const char *)bytes, length);
    if (listing_read(&listing, text, length))
        for (size_t i = 0; i < listing.count; i++)
            must_stay_below(listing.items[i].path);
    listing_read_lines(&lines, text, length);
    for (size_t i = 0; i < lines.count; i++)
        must_stay_below(lines.items[i].path);
    arena_free(arena);
    return 0;
}
