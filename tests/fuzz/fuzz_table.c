/* SPDX-License-Identifier: MIT */
/* The bytes of one table, in whatever encoding: what comes out is UTF-8, and each finding stands in it. */
#include "folder.h"

#include "base/arena.h"
#include "base/finding.h"
#include "read/raw.h"

#include <stdlib.h>
#include <string.h>
#include <unistr.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void must_be_text(const char *text)
{
    if (u8_check((const uint8_t *)text, strlen(text)))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_new();
    struct findings findings = {.arena = arena};
    struct raw_table table;
    folder_write("a.csv", bytes, length);
    if (raw_table_read(folder_of_fuzz(), "a.csv", arena, &findings, NULL, &table))
        for (size_t r = 0; r < table.row_count; r++)
            for (size_t c = 0; c < table.rows[r].count; c++)
                must_be_text(table.rows[r].cells[c].text);
    for (size_t i = 0; i < findings.count; i++)
        must_be_text(finding_clause(&findings.items[i], arena, true));
    arena_free(arena);
    return 0;
}
