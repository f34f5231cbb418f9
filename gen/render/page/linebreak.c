/* SPDX-License-Identifier: MIT */
#include "render/page/linebreak.h"

#include <string.h>
#include <uchar.h>
#include <unilbrk.h>

/* 避头: never first on a line (GB/T 15834-2011 5.1.9). 避尾: never last. */
static const char16_t never_first[] = u"、，。；：？！》〕）％·—～…”’】」』〉］｝%‰℃°,.;:?!)]}";
static const char16_t never_last[] = u"《〔（“‘【「『〈［｛([{￥$";

/* What a figure is read together with, longest first among those with the same beginning; "|" is where a long one may
 * be broken when the line is short of breaks. */
static const char16_t *const units[] = {
    u"个|百分点", u"个|基点", u"亿|千瓦时", u"万|千瓦时", u"千瓦时", u"平方公里", u"平方米",  u"立方米",    u"公里",
    u"公顷",      u"亿|美元", u"万|美元",   u"亿元",      u"万元",   u"美元",     u"元",      u"万|平方米", u"万吨",
    u"亿吨",      u"吨",      u"万|人次",   u"万人",      u"人次",   u"人",       u"万户",    u"户",        u"万亩",
    u"亩",        u"万辆",    u"辆",        u"万台",      u"台",     u"万套",     u"套",      u"万件",      u"件",
    u"万家",      u"家",      u"个|县市",   u"县市",      u"个月",   u"个|项目",  u"个|单位", u"个",        u"项",
    u"年",        u"月",      u"日",        u"号",        u"倍",     u"位",       u"名",      u"次",        u"季度",
    u"期",        u"行",      u"页",        u"天",        u"时",     u"分",       u"万",      u"亿",        u"成",
    u"类",        u"批",      u"米",        u"县",        u"条",
};

#define ORDINAL 0x7B2C /* 第 */

static bool is_han(uint32_t character)
{
    return (character >= 0x3400 && character < 0xA000) || character >= 0x20000;
}

static bool member(const char16_t *set, uint32_t character)
{
    while (*set && *set != character)
        set++;
    return *set != 0;
}

/* Whether a line may end in `before` and the next begin with `here`. Han characters, the most of them, are in neither
 * set. */
static bool may_part(uint32_t before, uint32_t here)
{
    /* 万元/户 is one word; between letters, as in an address, a slash is where a line may end. */
    if ((before == '/' && is_han(here)) || (here == '/' && is_han(before)))
        return false;
    return (is_han(here) || !member(never_first, here)) && (is_han(before) || !member(never_last, before));
}

static bool is_digit(uint32_t character)
{
    return character >= '0' && character <= '9';
}

/* Signs that join two figures: 1—9月, 3～5, 2018-2019. */
static bool joins_figures(uint32_t character)
{
    return character == 0x2014 || character == 0x2013 || character == 0xFF5E || character == '-' || character == '~';
}

/* The length of `unit` when it stands at glyph `at`, in characters, else 0; *poor: before which of them it may be
 * broken, 0 for none. */
static size_t match_unit(const struct text_glyph *glyphs, size_t count, size_t at, const char16_t *unit, size_t *poor)
{
    size_t length = 0;
    *poor = 0;
    for (; *unit; unit++) {
        if (*unit == '|') {
            *poor = length;
            continue;
        }
        if (at + length >= count || glyphs[at + length].character != *unit)
            return 0;
        length++;
    }
    return length;
}

static void forbid(struct text_glyph *glyph, enum break_kind kind)
{
    if (glyph->break_before == BREAK_MAY)
        glyph->break_before = (uint8_t)kind;
}

/* Binds the unit that begins at glyph `at`, if any, to the figure before it. */
static void bind_unit(struct text_glyph *glyphs, size_t count, size_t at)
{
    for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
        size_t poor, length = match_unit(glyphs, count, at, units[u], &poor);
        for (size_t i = 0; i < length; i++)
            forbid(&glyphs[at + i], i && i == poor ? BREAK_POOR : BREAK_NO);
        if (length)
            return;
    }
}

/* UAX #14 binds quotation marks to both neighbours, because it cannot know which side they open. Chinese marks do
 * open and close, so a line may break outside them. */
static void free_quotes(struct text_glyph *glyphs, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        const struct text_glyph *before = &glyphs[i - 1], *here = &glyphs[i];
        if (here->break_before != BREAK_NO || before->kind == CHAR_SPACE || here->kind == CHAR_SPACE)
            continue;
        bool latin = before->kind == CHAR_LATIN && here->kind == CHAR_LATIN;
        bool opens = here->character == 0x201C || here->character == 0x2018;
        bool closed = before->character == 0x201D || before->character == 0x2019;
        if (!latin && ((opens && before->kind != CHAR_LATIN) || (closed && here->kind != CHAR_LATIN)))
            glyphs[i].break_before = BREAK_MAY;
    }
}

/* 〔2019〕5号 is one word. */
static bool inside_document_number(uint32_t before, uint32_t here)
{
    return (before == 0x3014 && is_digit(here)) || (is_digit(before) && here == 0x3015) ||
           (before == 0x3015 && is_digit(here)) || here == 0x3014;
}

/* What stands for the office in a 发文字号, of so many characters at most, is part of it: 州制造强州〔2019〕1号. Too
 * long to be kept whole at any price. */
#define LONGEST_OFFICE 8

static void bind_office(struct text_glyph *glyphs, size_t bracket)
{
    for (size_t i = bracket - 1; i > 0 && bracket - i < LONGEST_OFFICE; i--) {
        if (!is_han(glyphs[i].character) || !is_han(glyphs[i - 1].character))
            return;
        forbid(&glyphs[i], BREAK_POOR);
    }
}

static void bind_figures(struct text_glyph *glyphs, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        uint32_t before = glyphs[i - 1].character, here = glyphs[i].character;
        if ((is_digit(before) && joins_figures(here)) || (before == ORDINAL && is_digit(here)) ||
            (joins_figures(before) && is_digit(here)) || (is_digit(before) && is_digit(here)) ||
            inside_document_number(before, here))
            forbid(&glyphs[i], BREAK_NO);
        if (here == 0x3014 && i + 1 < count && is_digit(glyphs[i + 1].character))
            bind_office(glyphs, i);
        if (is_digit(before) && glyphs[i].kind == CHAR_WIDE)
            bind_unit(glyphs, count, i);
    }
}

void text_find_breaks(struct arena *arena, const char *utf8, size_t length, const size_t *offsets,
                      struct text_glyph *glyphs, size_t count)
{
    char *found = arena_alloc(arena, length + 1);
    /* The encoding's only use there is to make ambiguous characters such as ① behave as Chinese ones. */
    u8_possible_linebreaks((const uint8_t *)utf8, length, "GBK", found);
    for (size_t i = 1; i < count; i++)
        if (found[offsets[i]] == UC_BREAK_POSSIBLE)
            glyphs[i].break_before = BREAK_MAY;
    free_quotes(glyphs, count);
    for (size_t i = 1; i < count; i++)
        if (glyphs[i].break_before == BREAK_MAY && !may_part(glyphs[i - 1].character, glyphs[i].character))
            glyphs[i].break_before = BREAK_NO;
    bind_figures(glyphs, count);
    for (size_t i = 1; i < count; i++)
        if (utf8[offsets[i - 1]] == '\n')
            glyphs[i].break_before = BREAK_MUST;
}
