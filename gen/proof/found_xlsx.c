/* SPDX-License-Identifier: MIT */
/* A workbook as render/xlsx/ writes it: a zip without comment, its parts deflated or stored, strings shared. */
#include "proof/found.h"

#include <stdlib.h>
#include <string.h>

/* Of the zip format, APPNOTE 4.3. */
enum { END_SIZE = 22, CENTRAL_SIZE = 46, LOCAL_SIZE = 30, DEFLATED = 8 };

struct book {
    struct found *found;
    struct span whole;
    struct span directory;
    struct span *strings;
    size_t string_count;
};

/* ---- the zip ---- */

static unsigned long field(const char *bytes, size_t at, int count)
{
    unsigned long value = 0;
    while (count-- > 0)
        value = value << 8 | (unsigned char)bytes[at + (size_t)count];
    return value;
}

static bool find_directory(struct book *book)
{
    struct span whole = book->whole;
    if (whole.length < END_SIZE)
        return false;
    const char *end = whole.at + whole.length - END_SIZE;
    unsigned long size = field(end, 12, 4), offset = field(end, 16, 4);
    if (field(end, 0, 4) != 0x06054b50 || offset > whole.length || size > whole.length - offset)
        return false;
    book->directory = (struct span){whole.at + offset, size};
    return true;
}

/* The part that a row of the directory is about; {NULL, 0}: it isn't there, or damaged. */
static struct span unpacked(const struct book *book, const char *row)
{
    struct span none = {NULL, 0}, whole = book->whole;
    unsigned long method = field(row, 10, 2), packed = field(row, 20, 4), plain = field(row, 24, 4);
    unsigned long offset = field(row, 42, 4);
    if (offset > whole.length || whole.length - offset < LOCAL_SIZE)
        return none;
    const char *local = whole.at + offset;
    size_t head = LOCAL_SIZE + field(local, 26, 2) + field(local, 28, 2), left = whole.length - offset;
    if (head > left || packed > left - head)
        return none;
    struct span bytes = {local + head, packed};
    return method == DEFLATED ? span_inflate_raw(book->found->arena, bytes, plain) : bytes;
}

static struct span part(const struct book *book, const char *name)
{
    struct span left = book->directory;
    while (left.length >= CENTRAL_SIZE) {
        size_t length = field(left.at, 28, 2);
        size_t size = CENTRAL_SIZE + length + field(left.at, 30, 2) + field(left.at, 32, 2);
        if (size > left.length)
            break;
        if (length == strlen(name) && memcmp(left.at + CENTRAL_SIZE, name, length) == 0)
            return unpacked(book, left.at);
        left = (struct span){left.at + size, left.length - size};
    }
    return (struct span){NULL, 0};
}

/* ---- the parts ---- */

static const char *property(const struct book *book, struct span core, const char *tag)
{
    struct arena *arena = book->found->arena;
    struct span text = span_behind(core, arena_format(arena, "<%s>", tag));
    return text.at ? span_xml_text(arena, span_until(text, "<")) : NULL;
}

static void read_strings(struct book *book)
{
    struct span left = part(book, "xl/sharedStrings.xml");
    for (left = span_behind(left, "<si><t"); left.at; left = span_behind(left, "<si><t")) {
        struct span text = span_until(span_behind(left, ">"), "</t>");
        ARRAY_ADD(book->found->arena, book->strings, book->string_count, text);
    }
}

/* B12: the row from 1, the column from 1. */
static void read_place(struct span reference, long *row, long *column)
{
    *row = *column = 0;
    for (size_t i = 0; i < reference.length && *row < 10000000 && *column < 100000; i++) {
        char c = reference.at[i];
        if (c >= 'A' && c <= 'Z')
            *column = *column * 26 + (c - 'A' + 1);
        else if (c >= '0' && c <= '9')
            *row = *row * 10 + (c - '0');
    }
}

/* What a cell says: `cell` from behind <c on, up to its end. */
static const char *cell_text_of(const struct book *book, struct span cell)
{
    struct arena *arena = book->found->arena;
    struct span head = span_until(cell, ">"), value = span_until(span_behind(cell, "<v>"), "</v>");
    if (!value.at)
        return "";
    const char *text = span_xml_text(arena, value);
    /* 8.699999999999999 is how libxlsxwriter writes 8.7, with one digit more than there is. */
    if (!span_behind(head, " t=\"").at)
        return arena_format(arena, "%.15g", strtod(text, NULL));
    if (!span_behind(head, " t=\"s\"").at)
        return text;
    size_t index = strtoul(text, NULL, 10);
    return index < book->string_count ? span_xml_text(arena, book->strings[index]) : "";
}

/* The first cell alone, or all of them. */
static void read_sheet(const struct book *book, struct span sheet, bool title_only)
{
    for (struct span left = span_behind(sheet, "<c r=\""); left.at; left = span_behind(left, "<c r=\"")) {
        struct span head = span_until(left, ">");
        bool empty = head.length && head.at[head.length - 1] == '/';
        struct span cell = empty ? head : span_until(left, "</c>");
        const char *text = empty ? "" : cell_text_of(book, cell);
        long row, column;
        read_place(span_until(left, "\""), &row, &column);
        if (row == 1 && column == 1)
            found_head(book->found, text);
        if (title_only)
            return;
        found_cell(book->found, text, row, column);
    }
}

bool found_read_xlsx(struct found *found, const void *bytes, size_t length)
{
    struct book book = {.found = found, .whole = {bytes, length}};
    if (!find_directory(&book))
        return false;
    struct span core = part(&book, "docProps/core.xml");
    found->properties = found->agree = found->exact = true;
    found->title = property(&book, core, "dc:title");
    found->subject = property(&book, core, "dc:subject");
    found->keywords = property(&book, core, "cp:keywords");
    if (!found->title || !found->subject || !found->keywords)
        return false;
    read_strings(&book);
    for (int n = 1;; n++) {
        struct span sheet = part(&book, arena_format(found->arena, "xl/worksheets/sheet%d.xml", n));
        if (!sheet.at)
            return n > 1;
        read_sheet(&book, sheet, n > 1);
    }
}
