/* SPDX-License-Identifier: MIT */
#include "template/token.h"

#include "base/text.h"

#include <string.h>

/* Full-width ASCII as plain. */
static uint32_t fold(uint32_t c)
{
    return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

static uint32_t peek(const struct token_reader *r)
{
    const char *at = r->at;
    return fold(text_next(&at));
}

static void advance(struct token_reader *r)
{
    text_next(&r->at);
    r->spot.column++;
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

/* A letter of a name: of any script, but no punctuation or sign. */
static bool in_name(uint32_t c)
{
    if (c < 0x80)
        return is_digit(c) || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    bool punctuation = (c >= 0x2000 && c <= 0x206F) || (c >= 0x2190 && c <= 0x23FF) || (c >= 0x3000 && c <= 0x303F) ||
                       (c >= 0xFF00 && c <= 0xFFEF) || c == 0xD7 || c == 0xF7;
    return !punctuation && !text_is_blank(c);
}

static struct token take(struct token_reader *r, enum token_kind kind, const char *text)
{
    struct token token = {kind, text, r->spot};
    advance(r);
    return token;
}

/* As long as `belongs` holds; folded. */
static const char *take_run(struct token_reader *r, bool (*belongs)(uint32_t))
{
    const char *start = r->at;
    while (peek(r) && belongs(peek(r)))
        advance(r);
    return text_half_width(r->arena, arena_string_n(r->arena, start, (size_t)(r->at - start)));
}

static bool in_number(uint32_t c)
{
    return is_digit(c) || c == '.';
}

static struct token take_number(struct token_reader *r, const char *sign)
{
    struct token token = {TOKEN_NUMBER, NULL, r->spot};
    if (*sign)
        advance(r);
    token.text = arena_format(r->arena, "%s%s", sign, take_run(r, in_number));
    if (peek(r) == '%')
        advance(r);
    return token;
}

/* Whether `c` closes what `open` has opened. Input methods turn “ and ” about, so either closes either. */
static bool closes(uint32_t c, uint32_t open)
{
    if (open == 0x201C || open == 0x201D)
        return c == 0x201C || c == 0x201D;
    return open == 0x300C ? c == 0x300D : fold(c) == open;
}

static struct token take_string(struct token_reader *r, uint32_t open)
{
    const char *whole = r->at;
    struct token token = {TOKEN_STRING, "", r->spot};
    advance(r);
    const char *start = r->at, *at = start;
    for (uint32_t c; (c = text_next(&at)) != 0;) {
        if (closes(c, open)) {
            token.text = arena_string_n(r->arena, start, (size_t)(r->at - start));
            advance(r);
            return token;
        }
        advance(r);
    }
    token.kind = TOKEN_UNCLOSED;
    token.text = whole;
    return token;
}

/* The operators that are words. */
static const struct {
    const char *word;
    enum token_kind kind;
    bool runs_in; /* people write it without blanks; in Latin letters that can be any word */
} words[] = {{"非", TOKEN_NOT, true},   {"不", TOKEN_NOT, false}, {"not", TOKEN_NOT, false}, {"且", TOKEN_AND, true},
             {"and", TOKEN_AND, false}, {"或", TOKEN_OR, true},   {"or", TOKEN_OR, false}};

static struct token take_name(struct token_reader *r)
{
    struct token token = {TOKEN_NAME, NULL, r->spot};
    token.text = take_run(r, in_name);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(token.text, words[i].word))
            token.kind = words[i].kind;
    return token;
}

const char *token_swallowed(const char *name)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *word = words[i].word;
        bool found = words[i].kind == TOKEN_NOT ? text_starts(name, word) : strstr(name, word) != NULL;
        if (words[i].runs_in && found)
            return word;
    }
    return NULL;
}

/* < <= <> > >= = == ~= != and ≤ ≥ ≠: the word for them as compile-time texts have it. */
static struct token take_compare(struct token_reader *r, uint32_t c)
{
    struct token token = take(r, TOKEN_COMPARE, "=");
    uint32_t next = peek(r);
    bool equal = next == '=', unequal = c == '<' && next == '>';
    if (equal || unequal)
        advance(r);
    if (c == 0x2260 || unequal || c == '~' || c == '!')
        token.text = "~";
    else if (c == 0x2264 || (c == '<' && equal))
        token.text = "<=";
    else if (c == 0x2265 || (c == '>' && equal))
        token.text = ">=";
    else if (c == '<' || c == '>')
        token.text = c == '<' ? "<" : ">";
    return token;
}

static bool begins_compare(uint32_t c)
{
    return c == '<' || c == '>' || c == '=' || c == '~' || c == '!' || c == 0x2260 || c == 0x2264 || c == 0x2265;
}

static struct token take_sign(struct token_reader *r, uint32_t c)
{
    static const struct {
        uint32_t character;
        enum token_kind kind;
    } signs[] = {
        {'(', TOKEN_OPEN},       {')', TOKEN_CLOSE},         {'[', TOKEN_LIST_OPEN},   {0x3010, TOKEN_LIST_OPEN},
        {']', TOKEN_LIST_CLOSE}, {0x3011, TOKEN_LIST_CLOSE}, {',', TOKEN_COMMA},       {0x3001, TOKEN_COMMA},
        {'&', TOKEN_JOIN},       {'+', TOKEN_ARITHMETIC},    {'-', TOKEN_ARITHMETIC},  {'*', TOKEN_ARITHMETIC},
        {'/', TOKEN_ARITHMETIC}, {0xD7, TOKEN_ARITHMETIC},   {0xF7, TOKEN_ARITHMETIC}, {0x2212, TOKEN_ARITHMETIC}};
    const char *start = r->at;
    struct token token = take(r, TOKEN_UNKNOWN, "");
    token.text = arena_string_n(r->arena, start, (size_t)(r->at - start));
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (signs[i].character == c)
            token.kind = signs[i].kind;
    return token;
}

struct token token_next(struct token_reader *r)
{
    while (peek(r) && text_is_blank(peek(r)))
        advance(r);
    uint32_t c = peek(r);
    if (!c)
        return (struct token){TOKEN_END, "", r->spot};
    if (is_digit(c))
        return take_number(r, "");
    if (c == '-' || c == 0x2212) {
        struct token_reader ahead = *r;
        advance(&ahead);
        if (is_digit(peek(&ahead)))
            return take_number(r, "-");
    }
    if (c == '"' || c == '\'' || c == 0x201C || c == 0x201D || c == 0x300C)
        return take_string(r, c);
    if (in_name(c))
        return take_name(r);
    return begins_compare(c) ? take_compare(r, c) : take_sign(r, c);
}

const char *token_rest(struct token_reader *r)
{
    return text_trim(r->arena, r->at, strlen(r->at));
}
