/* SPDX-License-Identifier: MIT */
#include "check/figure.h"

#include "base/text.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A run of dashes or of dots (three of them, or …), NA, 未报; on compacted text. People double — and … when typing. */
static bool is_missing(const char *text)
{
    if (*text == '\0' || strcasecmp(text, "NA") == 0 || strcmp(text, "未报") == 0)
        return true;
    size_t dashes = 0, dots = 0, ellipses = 0, others = 0;
    for (uint32_t c; (c = text_next(&text)) != 0;) {
        dashes += c != '~' && text_is_dash(c);
        dots += c == '.';
        ellipses += c == 0x2026 || c == 0x22EF;
        others += (c == '~' || !text_is_dash(c)) && c != '.' && c != 0x2026 && c != 0x22EF;
    }
    return others == 0 && ((dashes && !dots && !ellipses) || (!dashes && (ellipses || dots >= 3)));
}

/* ---- dates ---- */

static bool month_name(const char *text)
{
    static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec"};
    for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
        if (strncasecmp(text, months[i], 3) == 0)
            return true;
    }
    return false;
}

/* 9-Jan, Jan-19, 1-Sep-19: nothing but digits, dashes and one English month. */
static bool is_english_date(const char *text)
{
    int months = 0, digits = 0;
    while (*text) {
        if (month_name(text)) {
            months++;
            text += 3;
            while (isalpha((unsigned char)*text))
                text++;
        } else if (is_digit(*text) || *text == '-' || *text == '/') {
            digits += is_digit(*text++);
        } else {
            return false;
        }
    }
    return months == 1 && digits > 0;
}

/* 1月9日, 2019年9月, 9月: numbers each followed by 年, 月 or 日, a 月 among them. */
static bool is_chinese_date(const char *text)
{
    static const char *const marks[] = {"年", "月", "日"};
    bool month = false;
    while (*text) {
        if (!is_digit(*text))
            return false;
        int value = 0;
        for (; is_digit(*text); text++)
            value = value < 10000 ? value * 10 + (*text - '0') : value;
        size_t i = 0;
        while (i < 3 && !text_starts(text, marks[i]))
            i++;
        if (i == 3 || (i == 1 && value > 12))
            return false;
        month = month || i == 1;
        text += strlen(marks[i]);
    }
    return month;
}

/* 2019/9/1, 2019-09-01, 9/1, 2019-09: two or three numbers of at most four digits between slashes or hyphens; two
 * with a hyphen only when one is a year, for 1-9 is just as likely a range. */
static bool is_numeric_date(const char *text)
{
    int numbers = 0, longest = 0;
    char mark = '\0';
    while (is_digit(*text)) {
        int digits = 0, value = 0;
        for (; is_digit(*text); text++)
            value = digits++ < 4 ? value * 10 + (*text - '0') : value;
        longest = digits > longest ? digits : longest;
        numbers++;
        if (numbers == 2 && longest == 4 && digits <= 2 && (value < 1 || value > 12))
            return false; /* 2025-13 is a slip of the hand */
        if (*text == '\0')
            return longest <= 4 && (numbers == 3 || (numbers == 2 && (mark == '/' || longest == 4)));
        if ((*text != '-' && *text != '/') || (mark && *text != mark))
            return false;
        mark = *text++;
    }
    return false;
}

bool figure_is_date(const char *text)
{
    struct arena *arena = arena_new();
    const char *compact = text_compact(arena, text);
    bool date = is_english_date(compact) || is_chinese_date(compact) || is_numeric_date(compact);
    arena_free(arena);
    return date;
}

/* ---- numbers ---- */

/* The pieces of a number cell; `digits` is what is left between sign or bracket and suffix. */
struct pieces {
    char *digits;
    bool negative;
    enum { SUFFIX_NONE, SUFFIX_PERCENT, SUFFIX_PERMILLE, SUFFIX_TIMES } suffix;
};

static char *trim_blanks(char *text)
{
    while (*text == ' ')
        text++;
    for (size_t length = strlen(text); length > 0 && text[length - 1] == ' ';)
        text[--length] = '\0';
    return text;
}

/* Cuts %, ‰ or 倍 off the end; false when one has already been cut. */
static bool cut_suffix(struct pieces *pieces)
{
    static const struct {
        const char *text;
        int suffix;
    } suffixes[] = {{"%", SUFFIX_PERCENT}, {"‰", SUFFIX_PERMILLE}, {"倍", SUFFIX_TIMES}};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        if (!text_ends(pieces->digits, suffixes[i].text))
            continue;
        if (pieces->suffix != SUFFIX_NONE)
            return false;
        pieces->digits[strlen(pieces->digits) - strlen(suffixes[i].text)] = '\0';
        pieces->digits = trim_blanks(pieces->digits);
        pieces->suffix = suffixes[i].suffix;
        return true;
    }
    return true;
}

/* Accounting brackets (1.2), (1.2%), (1.2)%, or a sign of any of Unicode's; never both. */
static bool cut_sign(struct pieces *pieces)
{
    char *text = pieces->digits;
    if (*text == '(') {
        size_t length = strlen(text);
        if (text[length - 1] != ')')
            return false;
        text[length - 1] = '\0';
        pieces->digits = trim_blanks(text + 1);
        pieces->negative = true;
        return cut_suffix(pieces);
    }
    const char *rest = text;
    uint32_t c = text_next(&rest);
    /* Em dashes and tildes are no signs: they mark missing figures and ranges. */
    bool minus = c == '-' || c == 0x2212 || c == 0x2010 || c == 0x2011 || c == 0x2013 || c == 0xFE63;
    if (minus || c == '+') {
        pieces->digits = trim_blanks(text + (rest - text));
        pieces->negative = minus;
    }
    return true;
}

/* Takes the separators out of 1,234,567.8 or 1 234 567.8. False unless every group has three digits. */
static bool join_groups(char *digits)
{
    char mark = '\0', *out = digits;
    int run = 0;
    bool point = false;
    const char *first = digits;
    for (const char *s = digits; *s; s++) {
        if (*s == ',' || *s == ' ') {
            bool good = mark ? run == 3 && *s == mark : run >= 1 && run <= 3 && *first != '0';
            if (point || !good)
                return false;
            mark = *s;
            run = 0;
            continue;
        }
        if (*s == '.') {
            if (point || (mark && run != 3))
                return false;
            point = true;
        }
        run++;
        *out++ = *s;
    }
    *out = '\0';
    return !mark || point || run == 3;
}

static bool only_of(const char *text, const char *characters)
{
    return text[strspn(text, characters)] == '\0';
}

/* 1.23E+11 */
static bool is_scientific(const char *text)
{
    const char *e = text + strspn(text, "+-.0123456789");
    if (e == text || (*e != 'e' && *e != 'E'))
        return false;
    e++;
    if (*e == '+' || *e == '-')
        e++;
    return is_digit(*e) && only_of(e, "0123456789");
}

static const struct number *scaled(struct arena *arena, const struct number *number, const struct pieces *pieces,
                                   enum figure_scale scale)
{
    int shift = 0;
    if (pieces->suffix == SUFFIX_TIMES)
        shift = 2;
    if (pieces->suffix == SUFFIX_PERMILLE)
        shift = -1;
    if (scale == FIGURE_IN_PERMILLE && pieces->suffix != SUFFIX_NONE)
        shift++;
    if (shift)
        number = number_multiply(arena, number, number_ten(arena, shift));
    return pieces->negative ? number_negate(arena, number) : number;
}

static enum figure_state read_number(struct arena *arena, char *text, enum figure_scale scale, bool growth,
                                     const struct number **number)
{
    struct pieces pieces = {.digits = trim_blanks(text)};
    if (is_scientific(pieces.digits))
        return FIGURE_SCIENTIFIC;
    if (!cut_suffix(&pieces) || !cut_sign(&pieces))
        return FIGURE_INVALID;
    if (pieces.digits[0] == '.' && is_digit(pieces.digits[1]))
        pieces.digits = arena_format(arena, "0%s", pieces.digits);
    if (!is_digit(*pieces.digits) || !only_of(pieces.digits, "0123456789., "))
        return FIGURE_INVALID;
    if (number_is_long(pieces.digits))
        return FIGURE_LONG;
    if (!join_groups(pieces.digits))
        return FIGURE_GROUPING;
    /* What a format like 0.## shows of a whole number: 21. */
    size_t length = strlen(pieces.digits);
    if (length > 1 && pieces.digits[length - 1] == '.')
        pieces.digits[length - 1] = '\0';
    const struct number *plain = number_parse(arena, pieces.digits);
    if (!plain || (pieces.suffix == SUFFIX_TIMES && !growth))
        return FIGURE_INVALID;
    if (scale == FIGURE_PLAIN && (pieces.suffix == SUFFIX_PERCENT || pieces.suffix == SUFFIX_PERMILLE))
        return FIGURE_PERCENT;
    *number = scaled(arena, plain, &pieces, scale);
    return FIGURE_NUMBER;
}

enum figure_state figure_read(struct arena *arena, const char *text, enum figure_scale scale, bool growth,
                              const struct number **number)
{
    *number = NULL;
    /* Nearly all cells are plain ASCII decimals. */
    if (is_digit(*text) && only_of(text, "0123456789.") && !text_ends(text, ".")) {
        if (number_is_long(text))
            return FIGURE_LONG;
        *number = number_parse(arena, text);
        return *number ? FIGURE_NUMBER : FIGURE_INVALID;
    }
    const char *compact = text_compact(arena, text);
    if (is_missing(compact))
        return FIGURE_MISSING;
    if (growth && strstr(compact, "亏"))
        return FIGURE_LOSS;
    enum figure_state state = read_number(arena, text_half_width(arena, text), scale, growth, number);
    if (state == FIGURE_INVALID && figure_is_date(text))
        return FIGURE_DATE;
    return state;
}
