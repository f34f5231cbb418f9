/* SPDX-License-Identifier: MIT */
#include "check/cell.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define MINUS_SIGN 0x2212
#define FULL_WIDTH_FIRST 0xFF01
#define FULL_WIDTH_LAST 0xFF5E
#define FULL_WIDTH_OFFSET 0xFEE0

uint32_t cell_next(const char **text)
{
    uint32_t c;
    do
        c = text_next(text);
    while (c && text_is_blank(c));
    if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST)
        return c - FULL_WIDTH_OFFSET;
    return c == MINUS_SIGN ? '-' : c;
}

char *cell_fold(struct arena *arena, const char *text)
{
    static const char minus[] = "−";
    char *folded = text_compact(arena, text);
    for (char *s = folded; (s = strstr(s, minus));) {
        *s++ = '-';
        memmove(s, s + strlen(minus) - 1, strlen(s + strlen(minus) - 1) + 1);
    }
    return folded;
}

static uint32_t lower(uint32_t c)
{
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

bool cell_same(const char *text, const char *word)
{
    uint32_t a, b;
    do {
        a = lower(cell_next(&text));
        b = lower(cell_next(&word));
    } while (a && a == b);
    return a == b;
}

bool cell_word(const char *text, const struct cell_word *words, size_t count, int *meaning)
{
    for (size_t i = 0; i < count; i++) {
        if (cell_same(text, words[i].text)) {
            *meaning = words[i].meaning;
            return true;
        }
    }
    return false;
}

const char *cell_words(struct arena *arena, const struct cell_word *words, size_t count)
{
    struct buffer list = {.arena = arena};
    for (size_t i = 0; i < count; i++) {
        if (i)
            buffer_add(&list, words[i].meaning == words[i - 1].meaning ? " " : "、");
        buffer_add(&list, words[i].text);
    }
    return buffer_text(&list);
}

bool cell_integer(struct arena *arena, const char *text, int *value)
{
    const char *digits = cell_fold(arena, text), *start = digits + (*digits == '-' || *digits == '+');
    size_t length = strlen(start);
    if (length == 0 || length > 9 || strspn(start, "0123456789") != length)
        return false;
    *value = (int)strtol(digits, NULL, 10);
    return true;
}

/* Takes the separators out of 12,345,678.9; false when they do not stand before groups of three. */
static bool drop_separators(char *text)
{
    char *to = text, *point = strchr(text, '.');
    size_t group = 0;
    bool grouped = false;
    for (char *from = text; *from; from++) {
        bool whole = !point || from < point;
        if (*from == ',') {
            if (!whole || group == 0 || group > 3 || (grouped && group != 3))
                return false;
            grouped = true;
            group = 0;
            continue;
        }
        group += whole && *from >= '0' && *from <= '9';
        *to++ = *from;
    }
    *to = '\0';
    return !grouped || group == 3;
}

const struct number *cell_decimal(struct arena *arena, const char *text)
{
    char *digits = cell_fold(arena, text);
    if (number_is_long(digits) || !drop_separators(digits))
        return NULL;
    size_t length = strlen(digits), sign = *digits == '-' || *digits == '+';
    if (length > sign + 1 && digits[length - 1] == '.')
        digits[length - 1] = '\0';
    if (digits[sign] == '.')
        digits = arena_format(arena, "%.*s0%s", (int)sign, digits, digits + sign);
    return number_parse(arena, digits);
}

/* Cuts `end` off the text when it ends so. */
static void cut_end(char *text, const char *end)
{
    if (text_ends(text, end))
        text[strlen(text) - strlen(end)] = '\0';
}

const struct number *cell_percent(struct arena *arena, const char *text)
{
    char *digits = cell_fold(arena, text);
    cut_end(digits, "%");
    return cell_decimal(arena, digits);
}

const struct number *cell_share(struct arena *arena, const char *text)
{
    char *digits = cell_fold(arena, text);
    const struct number *share = cell_percent(arena, digits);
    return share && text_ends(digits, "%") ? number_multiply(arena, share, number_ten(arena, -2)) : share;
}

bool cell_year(struct arena *arena, const char *text, int *year, bool *deadline)
{
    /* Word processors turn a leading hyphen into a dash. */
    static const char *const dashes[] = {"-", "–", "—"};
    char *digits = cell_fold(arena, text);
    cut_end(digits, "年");
    *deadline = false;
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes && !*deadline; i++) {
        size_t length = strlen(dashes[i]);
        if (strncmp(digits, dashes[i], length) == 0) {
            *deadline = true;
            digits += length;
        }
    }
    if (strlen(digits) != 4 || strspn(digits, "0123456789") != 4)
        return false;
    *year = (int)strtol(digits, NULL, 10);
    return *year >= 1900;
}

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

/* Up to `digits` digits, moved over; −1 when there is none. */
static int take_digits(const char **text, int digits)
{
    int value = -1;
    for (; digits > 0 && **text >= '0' && **text <= '9'; digits--, (*text)++)
        value = (value < 0 ? 0 : value) * 10 + (**text - '0');
    return value;
}

static bool take(const char **text, const char *mark)
{
    size_t length = strlen(mark);
    if (strncmp(*text, mark, length) != 0)
        return false;
    *text += length;
    return true;
}

const char *cell_date(struct arena *arena, const char *text)
{
    static const char *const forms[][3] = {{"-", "-", ""}, {"/", "/", ""}, {".", ".", ""}, {"年", "月", "日"}};
    const char *folded = cell_fold(arena, text);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        const char *s = folded;
        int year = take_digits(&s, 4);
        bool form = take(&s, forms[i][0]);
        int month = take_digits(&s, 2);
        form = take(&s, forms[i][1]) && form;
        int day = take_digits(&s, 2);
        form = take(&s, forms[i][2]) && form && *s == '\0';
        if (form && year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month))
            return arena_format(arena, "%04d-%02d-%02d", year, month, day);
    }
    return NULL;
}

const char *const *cell_list(struct arena *arena, const char *text, size_t *count)
{
    const char **parts = NULL;
    *count = 0;
    while (*text) {
        const char *ascii = strchr(text, ';'), *wide = strstr(text, "；");
        const char *end = ascii && (!wide || ascii < wide) ? ascii : wide;
        size_t length = end ? (size_t)(end - text) : strlen(text);
        const char *part = text_trim(arena, text, length);
        if (*part)
            ARRAY_ADD(arena, parts, *count, part);
        text += length + (end ? (end == ascii ? strlen(";") : strlen("；")) : 0);
    }
    return parts;
}

bool cell_doc_number(struct arena *arena, const char *text)
{
    const char *s = cell_fold(arena, text), *year = strstr(s, "〔");
    if (!year || year == s)
        return false;
    year += strlen("〔");
    if (strspn(year, "0123456789") != 4 || strncmp(year + 4, "〕", strlen("〕")) != 0)
        return false;
    const char *serial = year + 4 + strlen("〕");
    const char *rest = serial + strspn(serial, "0123456789");
    return *serial != '0' && text_starts(rest, "号") && (rest[strlen("号")] == '\0' || rest[strlen("号")] == '(');
}
