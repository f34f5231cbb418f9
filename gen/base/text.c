/* SPDX-License-Identifier: MIT */
#include "base/text.h"

#include "base/message.h"

#include <string.h>
#include <unistr.h>

#define REPLACEMENT 0xFFFD
#define EXCERPT_CHARACTERS 40

uint32_t text_next(const char **text)
{
    const uint8_t *bytes = (const uint8_t *)*text;
    if (*bytes < 0x80) {
        *text += *bytes != 0;
        return *bytes;
    }
    /* Never past the NUL: a truncated sequence takes one byte, as U+FFFD. */
    size_t length = 1;
    while (length < 4 && (bytes[length] & 0xC0) == 0x80)
        length++;
    ucs4_t character;
    int taken = u8_mbtoucr(&character, bytes, length);
    if (taken <= 0) {
        *text += 1;
        return REPLACEMENT;
    }
    *text += taken;
    return character;
}

size_t text_length(const char *text)
{
    size_t length = 0;
    while (text_next(&text))
        length++;
    return length;
}

bool text_is_blank(uint32_t c)
{
    return (c > 0 && c <= 0x20) || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) ||
           c == 0x200E || c == 0x200F || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x2060 ||
           c == 0x3000 || c == 0xFEFF;
}

bool text_is_dash(uint32_t c)
{
    return c == '-' || c == '~' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2500 || c == 0x301C ||
           c == 0xFE63 || c == 0xFF0D || c == 0xFF5E;
}

/* Unicode: bidirectional controls, non-characters, emoji with what joins and varies them, private use. The two that end
 * every plane are told by their last digits. */
static const struct {
    uint32_t first, last;
    enum text_fault fault;
} faults[] = {
    {0x01, 0x08, TEXT_CONTROL},          {0x0B, 0x0C, TEXT_CONTROL},       {0x0E, 0x1F, TEXT_CONTROL},
    {0x7F, 0x9F, TEXT_CONTROL},          {0x061C, 0x061C, TEXT_TURN},      {0x200D, 0x200D, TEXT_PICTURE},
    {0x200E, 0x200F, TEXT_TURN},         {0x2028, 0x2029, TEXT_CONTROL},   {0x202A, 0x202E, TEXT_TURN},
    {0x2066, 0x2069, TEXT_TURN},         {0x206A, 0x206F, TEXT_CONTROL},   {0x20E3, 0x20E3, TEXT_PICTURE},
    {0xD800, 0xDFFF, TEXT_NO_CHARACTER}, {0xE000, 0xF8FF, TEXT_PRIVATE},   {0xFDD0, 0xFDEF, TEXT_NO_CHARACTER},
    {0xFE00, 0xFE0F, TEXT_PICTURE},      {0xFFF9, 0xFFFB, TEXT_CONTROL},   {0xFFFD, 0xFFFD, TEXT_LOST},
    {0x1F000, 0x1F0FF, TEXT_PICTURE},    {0x1F1E6, 0x1F1FF, TEXT_PICTURE}, {0x1F300, 0x1FAFF, TEXT_PICTURE},
    {0xE0000, 0xE007F, TEXT_PICTURE},    {0xF0000, 0xFFFFD, TEXT_PRIVATE}, {0x100000, 0x10FFFD, TEXT_PRIVATE},
};

enum text_fault text_fault(uint32_t c)
{
    if (c > 0x10FFFF || (c & 0xFFFE) == 0xFFFE)
        return TEXT_NO_CHARACTER;
    for (size_t i = 0; i < sizeof faults / sizeof *faults && c >= faults[i].first; i++)
        if (c <= faults[i].last)
            return faults[i].fault;
    return TEXT_FIT;
}

const char *text_fault_name(enum text_fault fault)
{
    static const char *const names[] = {
        [TEXT_FIT] = "",
        [TEXT_CONTROL] = N_("控制字符"),
        [TEXT_TURN] = N_("改变书写方向的字符"),
        [TEXT_LOST] = N_("替换符，原来的字已经丢失"),
        [TEXT_NO_CHARACTER] = N_("非字符"),
        [TEXT_PICTURE] = N_("表情符号"),
        [TEXT_PRIVATE] = N_("私用区的字，换一种字体就成了别的字或空白"),
    };
    return names[fault];
}

const char *text_code(struct arena *arena, uint32_t character)
{
    return arena_format(arena, "U+%04X", (unsigned)character);
}

const char *text_trim(struct arena *arena, const char *text, size_t length)
{
    const uint8_t *from = (const uint8_t *)text, *end = from + length;
    ucs4_t character;
    for (int taken; from < end; from += taken) {
        taken = u8_mbtouc(&character, from, (size_t)(end - from));
        if (character != 0 && !text_is_blank(character))
            break;
    }
    while (end > from && u8_prev(&character, end, from) && text_is_blank(character))
        end = u8_prev(&character, end, from);
    return end == from ? "" : arena_string_n(arena, (const char *)from, (size_t)(end - from));
}

static uint32_t half(uint32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        return c - 0xFF01 + '!';
    return text_is_blank(c) ? ' ' : c;
}

/* A byte that is no UTF-8 grows to the three of U+FFFD; nothing else grows. */
static char *fold(struct arena *arena, const char *text, bool keep_blanks)
{
    size_t room = strlen(text) * 3 + 1;
    char *folded = arena_alloc(arena, room), *out = folded;
    for (uint32_t c; (c = half(text_next(&text))) != 0;) {
        if (c == ' ' && !keep_blanks)
            continue;
        int taken = u8_uctomb((uint8_t *)out, c, (ptrdiff_t)(room - (size_t)(out - folded)));
        out += taken > 0 ? taken : 0;
    }
    *out = '\0';
    return folded;
}

char *text_half_width(struct arena *arena, const char *text)
{
    return fold(arena, text, true);
}

char *text_compact(struct arena *arena, const char *text)
{
    return fold(arena, text, false);
}

static uint32_t next_visible(const char **text)
{
    uint32_t c = half(text_next(text));
    while (c == ' ')
        c = half(text_next(text));
    return c;
}

bool text_same(const char *a, const char *b)
{
    uint32_t c, d;
    do {
        c = next_visible(&a);
        d = next_visible(&b);
    } while (c == d && c != 0);
    return c == d;
}

bool text_starts(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

bool text_ends(const char *text, const char *suffix)
{
    size_t length = strlen(text), tail = strlen(suffix);
    return length >= tail && strcmp(text + length - tail, suffix) == 0;
}

const char *text_line(struct arena *arena, const char *text)
{
    char *line = arena_string(arena, text);
    for (char *s = line; *s; s++) {
        if ((unsigned char)*s < ' ' || *s == 0x7F)
            *s = ' ';
    }
    return line;
}

/* The next character as it is shown: what steers a terminal, or can't be seen, by its code. */
static void add_shown(struct buffer *out, const char **text)
{
    const char *from = *text;
    uint32_t c = text_next(text);
    if (c == '\t' || c == '\n' || c == '\r')
        buffer_add(out, " ");
    else if (c == REPLACEMENT)
        buffer_add(out, "\xEF\xBF\xBD");
    else if (text_fault(c))
        buffer_format(out, "<%s>", text_code(out->arena, c));
    else
        buffer_add_n(out, from, (size_t)(*text - from));
}

char *text_excerpt(struct arena *arena, const char *text)
{
    struct buffer out = {.arena = arena};
    buffer_add(&out, "");
    for (int count = 0; *text && count < EXCERPT_CHARACTERS; count++)
        add_shown(&out, &text);
    if (*text)
        buffer_add(&out, "…");
    return out.data;
}

const char *text_shown(struct arena *arena, const char *text)
{
    struct buffer out = {.arena = arena};
    while (*text)
        add_shown(&out, &text);
    return buffer_text(&out);
}

void strings_add(struct strings *strings, struct arena *arena, const char *string)
{
    ARRAY_ADD(arena, strings->items, strings->count, string);
}

void strings_add_once(struct strings *strings, struct arena *arena, const char *string)
{
    if (!strings_hold(strings, string))
        strings_add(strings, arena, string);
}

bool strings_hold(const struct strings *strings, const char *string)
{
    for (size_t i = 0; i < strings->count; i++)
        if (strcmp(strings->items[i], string) == 0)
            return true;
    return false;
}

const char *strings_join(const struct strings *strings, struct arena *arena, const char *separator)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < strings->count; i++) {
        buffer_add(&out, i ? separator : "");
        buffer_add(&out, strings->items[i]);
    }
    return buffer_text(&out);
}

const char *strings_series(const struct strings *strings, struct arena *arena)
{
    return strings_join(strings, arena, strings->count == 2 ? "和" : "、");
}
