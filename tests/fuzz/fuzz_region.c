/* SPDX-License-Identifier: MIT */
/* A whole region: pieces, each begun by a line `=== FILE`, of the files below; a file that no piece gives is empty. */
#include "folder.h"

#include "base/arena.h"
#include "base/finding.h"
#include "check/dataset.h"

#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#define MARK "=== "

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const char *const files[] = {"areas.csv",         "indicators.csv", "settings.csv",   "targets.csv",
                                    "scoring.csv",       "sources.csv",    "identities.csv", "documents.csv",
                                    "checks.csv",        "targets-b.csv",  "data/a.csv",     "data/b.csv",
                                    "data/2025年9月.csv"};
enum { FILES = sizeof files / sizeof *files };

/* Where the piece of the file begins, and its length. */
static const uint8_t *find_piece(const uint8_t *bytes, size_t length, const char *file, size_t *piece)
{
    size_t name = strlen(file), mark = strlen(MARK);
    *piece = 0;
    for (size_t i = 0; i + mark + name < length; i++) {
        if (memcmp(bytes + i, MARK, mark) != 0 || memcmp(bytes + i + mark, file, name) != 0)
            continue;
        const uint8_t *begin = bytes + i + mark + name + 1;
        const uint8_t *end = memmem(begin, (size_t)(bytes + length - begin), MARK, mark);
        *piece = (size_t)((end ? end : bytes + length) - begin);
        return begin;
    }
    return bytes;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    for (size_t i = 0; i < FILES; i++) {
        size_t piece;
        const uint8_t *begin = find_piece(bytes, length, files[i], &piece);
        folder_write(files[i], begin, piece);
    }
    struct arena *arena = arena_new();
    struct findings findings = {.arena = arena};
    check_region(folder_of_fuzz(), false, arena, &findings);
    for (size_t i = 0; i < findings.count; i++) {
        const char *said = finding_clause(&findings.items[i], arena, true);
        if (u8_check((const uint8_t *)said, strlen(said)))
            abort();
    }
    arena_free(arena);
    return 0;
}
