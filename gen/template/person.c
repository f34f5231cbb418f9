/* SPDX-License-Identifier: MIT */
#include "template/person.h"

#include "base/text.h"
#include "template/token.h"

#include <string.h>

static bool is_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

static bool is_numeral(uint32_t c)
{
    static const char numerals[] = "〇零一二两三四五六七八九十百千点";
    for (const char *at = numerals; *at;)
        if (text_next(&at) == c)
            return true;
    return false;
}

static const char *skip(const char *at, bool (*belongs)(uint32_t))
{
    for (const char *next = at; belongs(text_next(&next));)
        at = next;
    return at;
}

/* 1. 1、 （1） at the beginning of a line, which number what follows. */
static const char *skip_numbering(const char *text)
{
    static const char *const ends[] = {".", "．", "、", ")", "）"};
    const char *at = text;
    for (const char *next = at; text_is_blank(text_next(&next));)
        at = next;
    if (text_starts(at, "（"))
        at += strlen("（");
    else if (*at == '(')
        at++;
    const char *digits = skip(at, is_digit);
    for (size_t i = 0; digits > at && i < sizeof ends / sizeof *ends; i++)
        if (text_starts(digits, ends[i]) && !(i == 0 && is_digit((unsigned char)digits[1])))
            return digits + strlen(ends[i]);
    return text;
}

/* 1,234.5 as one number. */
static const char *digits_end(const char *at)
{
    const char *end = skip(at, is_digit);
    while (end > at && (*end == '.' || *end == ',') && skip(end + 1, is_digit) > end + 1)
        end = skip(end + 1, is_digit);
    return end;
}

/* Where a number of the text ends that begins at `at`; `at` itself when none does. */
static const char *number_end(const char *at)
{
    static const char *const behind[] = {"个百分点", "亿元", "万元"};
    static const char percent[] = "百分之";
    const char *end = digits_end(at);
    if (end > at)
        return end;
    if (text_starts(at, percent))
        return skip(at + sizeof percent - 1, is_numeral);
    end = skip(at, is_numeral);
    for (size_t i = 0; end > at && i < sizeof behind / sizeof *behind; i++)
        if (text_starts(end, behind[i]))
            return end + strlen(behind[i]);
    return at;
}

void person_check_numbers(struct findings *findings, const struct piece *piece, bool begins_line)
{
    const char *at = begins_line ? skip_numbering(piece->text) : piece->text;
    struct spot spot = piece->spot;
    for (const char *before = piece->text; before < at; spot.column++)
        text_next(&before);
    while (*at) {
        const char *end = number_end(at);
        if (end > at)
            SPOT_FINDING(findings, RULE_TEXT_NUMBER, &spot, arena_string_n(findings->arena, at, (size_t)(end - at)));
        else
            text_next(&end);
        for (; at < end; spot.column++)
            text_next(&at);
    }
}

static bool has_digit(const char *text)
{
    while (*text)
        if (is_digit(text_next(&text)))
            return true;
    return false;
}

void person_check_expression(struct findings *findings, const char *text, const struct spot *spot, struct arena *arena)
{
    struct token_reader reader = {text, *spot, arena};
    enum token_kind before = TOKEN_END;
    for (struct token token; (token = token_next(&reader)).kind != TOKEN_END; before = token.kind) {
        bool how_many = before == TOKEN_COMMA && !strchr(token.text, '.');
        if ((token.kind == TOKEN_NUMBER && !how_many) || (token.kind == TOKEN_STRING && has_digit(token.text)))
            SPOT_FINDING(findings, RULE_TEXT_NUMBER, &token.spot, token.text);
    }
}
