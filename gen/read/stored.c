/* SPDX-License-Identifier: MIT */
#include "read/stored.h"

#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* ---- formats ---- */

struct stored_format stored_builtin(int id)
{
    if (id == 9 || id == 10)
        return (struct stored_format){.kind = STORED_PERCENT};
    /* 17 is mmm-yy; 27–36 and 50–58 are those of East Asia, of which 28, 31 and the like show the day. */
    bool plain_date = (id >= 14 && id <= 17) || id == 22;
    bool eastern = (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58);
    bool month = id == 17 || id == 27 || id == 36 || id == 50 || id == 52 || id == 55 || id == 57;
    if (plain_date || eastern)
        return (struct stored_format){.kind = STORED_DATE, .day = !month};
    return (struct stored_format){.kind = STORED_PLAIN};
}

/* The first section without what it quotes, what stands in brackets, and characters shown as they are. */
static const char *bare_code(struct arena *arena, const char *code)
{
    struct buffer out = {.arena = arena};
    for (const char *c = code; *c && *c != ';'; c++) {
        if (*c == '"' || *c == '[') {
            const char *end = strchr(c + 1, *c == '"' ? '"' : ']');
            if (!end)
                break;
            c = end;
        } else if ((*c == '\\' || *c == '_' || *c == '*') && c[1]) {
            c++;
        } else {
            char lower = (char)tolower((unsigned char)*c);
            buffer_add_n(&out, &lower, 1);
        }
    }
    return buffer_text(&out);
}

struct stored_format stored_code(struct arena *arena, const char *code)
{
    const char *bare = bare_code(arena, code);
    if (strstr(bare, "general"))
        return (struct stored_format){.kind = STORED_PLAIN};
    if (strchr(bare, '%'))
        return (struct stored_format){.kind = STORED_PERCENT};
    if (strchr(bare, 'y') || strchr(bare, 'd'))
        return (struct stored_format){.kind = STORED_DATE, .day = strchr(bare, 'd') != NULL};
    return (struct stored_format){.kind = STORED_PLAIN};
}

/* ---- numbers ---- */

/* A decimal taken apart: 0.digits × 10^point. */
struct decimal {
    bool negative;
    char *digits; /* without zeros at either end; "" is zero */
    long point;
};

enum { DIGITS = 15 };

static bool take_apart(struct arena *arena, const char *text, struct decimal *d)
{
    const char *s = text;
    *d = (struct decimal){.negative = *s == '-', .digits = arena_alloc(arena, strlen(text) + 2)};
    s += *s == '-' || *s == '+';
    size_t count = 0;
    bool any = false, behind = false;
    for (; isdigit((unsigned char)*s) || (*s == '.' && !behind); s++) {
        behind = behind || *s == '.';
        if (*s == '.')
            continue;
        any = true;
        d->point += count || *s != '0' ? !behind : behind ? -1 : 0;
        if (count || *s != '0')
            d->digits[count++] = *s;
    }
    if (any && (*s == 'e' || *s == 'E')) {
        char *end;
        long exponent = strtol(s + 1, &end, 10);
        if (end == s + 1 || exponent > INT_MAX || exponent < INT_MIN)
            return false;
        d->point += exponent;
        s = end;
    }
    return any && *s == '\0';
}

/* To so many digits, half away from zero; and no zeros behind. */
static void round_digits(struct decimal *d)
{
    size_t count = strlen(d->digits);
    if (count > DIGITS) {
        bool up = d->digits[DIGITS] >= '5';
        count = DIGITS;
        while (up && count > 0 && d->digits[count - 1] == '9')
            count--;
        if (up && count == 0) {
            d->digits[count++] = '1';
            d->point++;
        } else if (up) {
            d->digits[count - 1]++;
        }
    }
    while (count > 0 && d->digits[count - 1] == '0')
        count--;
    d->digits[count] = '\0';
}

static const char *put_together(struct arena *arena, const struct decimal *d)
{
    struct buffer out = {.arena = arena};
    size_t count = strlen(d->digits);
    if (!count)
        return "0";
    buffer_add(&out, d->negative ? "-" : "");
    buffer_add(&out, d->point <= 0 ? "0." : "");
    for (long zeros = d->point; zeros < 0; zeros++)
        buffer_add(&out, "0");
    for (size_t i = 0; i < count; i++) {
        if (i && (long)i == d->point)
            buffer_add(&out, ".");
        buffer_add_n(&out, &d->digits[i], 1);
    }
    for (long zeros = (long)count; zeros < d->point; zeros++)
        buffer_add(&out, "0");
    return buffer_text(&out);
}

/* ---- dates ---- */

/* The date of the day with that number. 1900 was no leap year, but has a 29 February here (number 60). */
static const char *date_text(struct arena *arena, const char *number, bool day, bool date1904)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    long left = strtol(number, NULL, 10);
    enum { LAST = 2958465 }; /* 9999-12-31 */
    if (left < 1 || left > LAST)
        return number;
    int year = date1904 ? 1904 : 1900, month = 0;
    left -= date1904 ? 0 : left > 60 ? 2 : 1;
    for (;; year++) {
        long days = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 366 : 365;
        if (left < days)
            break;
        left -= days;
    }
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    for (; left >= lengths[month] + (month == 1 && leap); month++)
        left -= lengths[month] + (month == 1 && leap);
    return day ? arena_format(arena, "%d-%02d-%02ld", year, month + 1, left + 1)
               : arena_format(arena, "%d年%d月", year, month + 1);
}

const char *stored_text(struct arena *arena, const char *number, struct stored_format format, bool date1904)
{
    enum { MOST_SHIFT = 40 }; /* digits before or behind the point: nothing that is counted has more */
    struct decimal d;
    if (!take_apart(arena, number, &d) || d.point > MOST_SHIFT || d.point < -MOST_SHIFT)
        return number;
    round_digits(&d);
    if (format.kind == STORED_PERCENT) {
        d.point += *d.digits ? 2 : 0;
        return arena_format(arena, "%s%%", put_together(arena, &d));
    }
    const char *plain = put_together(arena, &d);
    return format.kind == STORED_DATE ? date_text(arena, plain, format.day, date1904) : plain;
}
