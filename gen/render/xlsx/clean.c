/* SPDX-License-Identifier: MIT */
#include "render/xlsx/clean.h"

#include <stdbool.h>
#include <string.h>
#include <unistr.h>

enum { CELL_LIMIT = 32767 }; /* Excel's, in UTF-16 units */

static const char cut_mark[] = "……（超长，以下省略）";
enum { CUT_MARK_UNITS = 12 };

#define REPLACEMENT "\xEF\xBF\xBD"
#define ESCAPED_UNDERSCORE "_x005F_"

/* True for _xHHHH_, which Excel turns into one character. */
static bool is_escape(const char *text)
{
    return text[0] == '_' && text[1] == 'x' && strspn(text + 2, "0123456789abcdefABCDEF") >= 4 && text[6] == '_';
}

/* True where XML 1.0 has no place for the character, or nothing sensible would show. */
static bool is_hostile(ucs4_t character)
{
    return (character < 0x20 && character != '\n' && character != '\t') || character == 0x7F || character == 0xFFFE ||
           character == 0xFFFF;
}

static bool is_clean(const char *text, bool cell, size_t limit)
{
    size_t length = strlen(text);
    /* Bytes are never fewer than UTF-16 units: a cheap sufficient test; longer texts take the long way. */
    if (length > limit || u8_check((const uint8_t *)text, length))
        return false;
    for (const char *p = text; *p; p++) {
        unsigned char byte = (unsigned char)*p;
        if (byte < 0x20 && !(cell && (byte == '\n' || byte == '\t')))
            return false;
        if (byte == 0x7F || (cell && byte == '_' && is_escape(p)) || !strncmp(p, "\xEF\xBF\xBE", 3) ||
            !strncmp(p, "\xEF\xBF\xBF", 3))
            return false;
    }
    return true;
}

/* Appends the character that `bytes` bytes at `text` stand for, made harmless. */
static void add_harmless(struct buffer *out, const char *text, int bytes, ucs4_t character, bool cell)
{
    bool bad = character == 0xFFFD && strncmp(text, REPLACEMENT, 3) != 0;
    if (bad || is_hostile(character))
        buffer_add(out, REPLACEMENT);
    else if (!cell && (character == '\n' || character == '\t'))
        buffer_add(out, " ");
    else if (cell && is_escape(text))
        buffer_add(out, ESCAPED_UNDERSCORE);
    else
        buffer_add_n(out, text, (size_t)bytes);
}

static const char *clean(struct arena *arena, const char *text, bool cell, size_t limit)
{
    if (is_clean(text, cell, limit))
        return text;
    struct buffer out = {.arena = arena};
    size_t left = strlen(text), units = 0;
    size_t fits = 0; /* bytes of `out` that leave room for the mark */
    while (left) {
        ucs4_t character;
        int bytes = u8_mbtouc(&character, (const uint8_t *)text, left);
        /* The library counts an escape as it is written. */
        if (cell && is_escape(text))
            units += strlen(ESCAPED_UNDERSCORE) - 1;
        if (character == '\r') {
            /* A line end by itself or the first half of one. */
            bytes = left > 1 && text[1] == '\n' ? 2 : 1;
            buffer_add(&out, cell ? "\n" : " ");
        } else {
            add_harmless(&out, text, bytes, character, cell);
        }
        text += bytes;
        left -= (size_t)bytes;
        units += character > 0xFFFF ? 2 : 1;
        if (units + CUT_MARK_UNITS <= limit)
            fits = out.length;
        if (units > limit) {
            out.length = fits;
            out.data[fits] = '\0';
            buffer_add(&out, limit > CUT_MARK_UNITS ? cut_mark : "");
            break;
        }
    }
    return buffer_text(&out);
}

const char *clean_cell(struct arena *arena, const char *text)
{
    return clean(arena, text, true, CELL_LIMIT);
}

const char *clean_line(struct arena *arena, const char *text, size_t limit)
{
    return clean(arena, text, false, limit);
}

const char *clean_header(struct arena *arena, const char *text, size_t limit)
{
    text = clean_line(arena, text, limit);
    if (!strchr(text, '&'))
        return text;
    struct buffer out = {.arena = arena};
    for (; *text; text++) {
        if (*text == '&')
            buffer_add(&out, "＆");
        else
            buffer_add_n(&out, text, 1);
    }
    return buffer_text(&out);
}
