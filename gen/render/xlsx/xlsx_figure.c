/* SPDX-License-Identifier: MIT */
#include "render/xlsx/xlsx_figure.h"

#include <string.h>

enum { AFFIX_LIMIT = 24 }; /* bytes before or after the figure; anything longer is not a unit */

#define MINUS "\xE2\x88\x92"

/* The printed figure without its separators, in *plain; separators inside a text's figure only. */
static void strip_separators(const char *text, struct buffer *plain)
{
    for (; *text; text++)
        if (*text != ',')
            buffer_add_n(plain, text, 1);
}

static bool affix_valid(const char *affix, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (affix[i] == '"' || (unsigned char)affix[i] < 0x20)
            return false;
    return length <= AFFIX_LIMIT;
}

static void add_affix(struct buffer *out, const char *affix, size_t length)
{
    if (!length)
        return;
    buffer_add(out, "\"");
    buffer_add_n(out, affix, length);
    buffer_add(out, "\"");
}

/* #,##0.00 or 0.00 */
static const char *digits_format(struct arena *arena, int decimals, bool grouped)
{
    struct buffer out = {.arena = arena};
    buffer_add(&out, grouped ? "#,##0" : "0");
    for (int i = 0; i < decimals && i < 15; i++)
        buffer_add(&out, i ? "0" : ".0");
    return buffer_text(&out);
}

const char *figure_format(struct arena *arena, const struct cell *cell, bool grouped)
{
    const char *figure = digits_format(arena, cell->decimals, grouped);
    const char *digits = cell->number + strspn(cell->number, "+-");
    struct buffer plain = {.arena = arena};
    strip_separators(cell->text, &plain);
    const char *text = buffer_text(&plain), *at = strstr(text, digits);
    if (!at || !strcmp(text, cell->number))
        return figure;
    size_t before = (size_t)(at - text);
    const char *suffix = at + strlen(digits);
    size_t sign = before > 0 && (at[-1] == '-' || at[-1] == '+') ? 1 : 0;
    bool plus = sign && at[-1] == '+';
    if (before >= strlen(MINUS) && !strncmp(at - strlen(MINUS), MINUS, strlen(MINUS)))
        sign = strlen(MINUS);
    size_t prefix = before - sign;
    /* A minus that the words stand for (亏损0.21) must not come out as both. */
    if (*cell->number == '-' && !sign)
        return figure;
    if (!affix_valid(text, prefix) || !affix_valid(suffix, strlen(suffix)) || (!prefix && !*suffix && !plus))
        return figure;
    struct buffer out = {.arena = arena};
    const char *const signs[] = {plus ? "+" : "", "-", ""};
    /* Three parts, for positive, negative and zero: one alone would put the minus before the prefix. */
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        buffer_add(&out, i ? ";" : "");
        add_affix(&out, text, prefix);
        buffer_add(&out, signs[i]);
        buffer_add(&out, figure);
        add_affix(&out, suffix, strlen(suffix));
    }
    return buffer_text(&out);
}

bool figure_grouped(const struct table *table, size_t column)
{
    for (size_t row = 0; row < table->row_count; row++) {
        const struct cell *cell = &table->cells[row * table->column_count + column];
        if (cell->kind != CELL_NUMBER)
            continue;
        if (cell->decimals > 0 || strspn(cell->number + strspn(cell->number, "+-"), "0123456789") > 4)
            return true;
    }
    return false;
}
