/* SPDX-License-Identifier: MIT */
#include "publish/csv_out.h"

#include <string.h>

struct csv_out csv_out_begin(struct buffer *out, const char *columns)
{
    buffer_add(out, "\xEF\xBB\xBF");
    buffer_add(out, columns);
    buffer_add(out, "\n");
    return (struct csv_out){.out = out};
}

static void add_quoted(struct buffer *out, const char *text)
{
    if (!text[strcspn(text, ",\"\r\n")]) {
        buffer_add(out, text);
        return;
    }
    buffer_add(out, "\"");
    for (; *text; text++) {
        if (*text == '"')
            buffer_add(out, "\"");
        buffer_add_n(out, text, 1);
    }
    buffer_add(out, "\"");
}

void csv_out_field(struct csv_out *csv, const char *text)
{
    if (csv->row_begun)
        buffer_add(csv->out, ",");
    csv->row_begun = true;
    if (text)
        add_quoted(csv->out, text);
}

void csv_out_words(struct csv_out *csv, const char *text)
{
    if (text && *text && strchr("=+-@", *text))
        text = arena_format(csv->out->arena, "'%s", text);
    csv_out_field(csv, text);
}

void csv_out_integer(struct csv_out *csv, int number)
{
    csv_out_field(csv, arena_format(csv->out->arena, "%d", number));
}

void csv_out_end_row(struct csv_out *csv)
{
    buffer_add(csv->out, "\n");
    csv->row_begun = false;
}
