/* SPDX-License-Identifier: MIT */
#include "template/numerals.h"

#include <stdbool.h>
#include <string.h>

static const char *const digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

enum { GROUP_FROM = 5, LONGEST_COUNTED = 16 };

static void add_grouped(struct buffer *out, const char *whole, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (i && length >= GROUP_FROM && (length - i) % 3 == 0)
            buffer_add(out, " ");
        buffer_add_n(out, whole + i, 1);
    }
}

static void add_digits(struct buffer *out, const char *text, size_t length, const char *zero)
{
    for (size_t i = 0; i < length; i++)
        buffer_add(out, text[i] == '0' ? zero : digits[text[i] - '0']);
}

/* Up to four digits, the first of which may be zero: 零 stands for a run of them between others. */
static void add_myriad(struct buffer *out, const char *four, bool begins)
{
    static const char *const units[] = {"千", "百", "十", ""};
    bool zero = false;
    for (int i = 0; i < 4; i++) {
        if (four[i] == '0') {
            zero = true;
            continue;
        }
        if (zero && !begins)
            buffer_add(out, digits[0]);
        /* 十五, not 一十五, where the number begins with it. */
        if (!(begins && i == 2 && four[i] == '1'))
            buffer_add(out, digits[four[i] - '0']);
        buffer_add(out, units[i]);
        zero = begins = false;
    }
}

/* 二万二千零三十五: by groups of four digits. */
static void add_counted(struct buffer *out, const char *whole, size_t length)
{
    static const char *const groups[] = {"", "万", "亿", "万"};
    char padded[LONGEST_COUNTED + 1];
    memset(padded, '0', LONGEST_COUNTED);
    memcpy(padded + LONGEST_COUNTED - length, whole, length);
    bool begins = true, skipped = false;
    for (int g = 3; g >= 0; g--) {
        const char *four = padded + (size_t)(3 - g) * 4;
        if (!strncmp(four, "0000", 4)) {
            skipped = !begins;
            continue;
        }
        /* A group left out between two others is a zero, unless the next one begins with its own. */
        if (skipped && *four != '0')
            buffer_add(out, digits[0]);
        add_myriad(out, four, begins);
        buffer_add(out, groups[g]);
        /* 一万五千亿, but 一万亿. */
        if (g == 3 && !strncmp(four + 4, "0000", 4))
            buffer_add(out, groups[2]);
        begins = skipped = false;
    }
    if (begins)
        buffer_add(out, digits[0]);
}

const char *numeral_text(struct arena *arena, const char *plain, enum numeral_style style)
{
    struct buffer out = {.arena = arena};
    bool negative = *plain == '-';
    const char *whole = plain + negative, *point = strchr(whole, '.');
    size_t length = point ? (size_t)(point - whole) : strlen(whole);
    if (style == NUMERAL_GROUPED || (style == NUMERAL_CHINESE && length > LONGEST_COUNTED)) {
        buffer_add(&out, negative ? "-" : "");
        add_grouped(&out, whole, length);
        buffer_add(&out, point ? point : "");
        return buffer_text(&out);
    }
    buffer_add(&out, negative ? "负" : "");
    if (style == NUMERAL_CHINESE)
        add_counted(&out, whole, length);
    else
        add_digits(&out, whole, length, "〇");
    if (point) {
        buffer_add(&out, "点");
        add_digits(&out, point + 1, strlen(point + 1), style == NUMERAL_CHINESE ? digits[0] : "〇");
    }
    return buffer_text(&out);
}
