/* SPDX-License-Identifier: MIT */
/* Plain text in lines, tables in columns of blanks: as render/text/ writes it, and pdftotext -layout. */
#include "proof/found.h"

#include <string.h>

bool found_read_text(struct found *found, const void *bytes, size_t length)
{
    const char *text = arena_string_n(found->arena, bytes, length);
    for (long row = 1; *text; row++) {
        const char *line = text, *end = text + strcspn(text, "\n");
        while (text < end) {
            const char *from = text, *behind = text;
            while (text < end && !text_is_blank(text_next(&text)))
                behind = text;
            if (behind > from)
                found_cell(found, arena_string_n(found->arena, from, (size_t)(behind - from)), row, from - line);
        }
        text = end + (*end == '\n');
    }
    return true;
}
