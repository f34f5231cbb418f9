/* SPDX-License-Identifier: MIT */
/* Expressions: 增速(工业投资, 吉首市) >= 10 且 非 本地 = 全域. Each becomes Lua that calls functions in C and nothing
 * else: F(n, …) is the call at place n, K[n] a constant, V[n] a variable.
 *
 *   expression  conjunction { 或 conjunction }
 *   conjunction negation { 且 negation }
 *   negation    [ 非 ] comparison
 *   comparison  joined [ = < > … joined ]
 *   joined      primary { & primary }
 *   primary     name | name ( arguments ) | number | “text” | [ arguments ] | ( expression )
 */
#include "template/expression.h"

#include "base/message.h"
#include "template/meaning.h"

#include <stdint.h>

enum { DEEPEST = 60 }; /* brackets in brackets, and operators: what Lua can still nest */

struct parser {
    struct compiler *c;
    struct token_reader reader;
    struct token now;
    int depth, operators;
    bool failed; /* no more findings about the form: what follows a fault is noise */
};

/* Each parse_… returns the Lua for what it has read, and leaves `now` at what follows it. `wanted` is what should come
 * out, which tells what a bare name means. */
static const char *parse_expression(struct parser *p, enum argument_kind wanted);

static void next(struct parser *p)
{
    p->now = token_next(&p->reader);
}

static const char *broken(struct parser *p, enum rule rule, const struct spot *spot, const char *first,
                          const char *second)
{
    if (!p->failed)
        SPOT_FINDING(p->c->findings, rule, spot, first, second);
    p->failed = true;
    return "";
}

/* Something else should have stood here. */
static const char *expected(struct parser *p, const char *what)
{
    if (p->now.kind == TOKEN_UNCLOSED)
        return broken(p, RULE_TEMPLATE_QUOTE, &p->now.spot, p->now.text, NULL);
    if (p->now.kind == TOKEN_ARITHMETIC)
        return broken(p, RULE_TEMPLATE_ARITHMETIC, &p->now.spot, p->now.text, NULL);
    const char *found = p->now.kind == TOKEN_END ? "}}" : p->now.text;
    return broken(p, RULE_TEMPLATE_EXPECTED, &p->now.spot, found, what);
}

/* ---- calls ---- */

/* What stands between brackets, as ", a, b": the arguments of a function, or (NULL) items of which each is to be an
 * `element`. Stops before the closing bracket. */
static const char *arguments(struct parser *p, const struct function *function, enum argument_kind element,
                             enum token_kind close, size_t *count)
{
    struct buffer code = {.arena = p->c->arena};
    *count = 0;
    while (!p->failed && p->now.kind != close) {
        enum argument_kind wanted = function ? function_takes(function, *count) : element;
        buffer_format(&code, ", %s", parse_expression(p, wanted));
        ++*count;
        if (p->failed || p->now.kind == close)
            break;
        if (*count == FUNCTION_MOST)
            broken(p, RULE_TEMPLATE_MANY, &p->now.spot, NULL, NULL);
        else if (p->now.kind != TOKEN_COMMA)
            expected(p, close == TOKEN_CLOSE ? N_("逗号或右括号") : N_("逗号或右方括号"));
        next(p);
    }
    return buffer_text(&code);
}

static void check_count(struct parser *p, const struct token *name, const struct function *function, size_t count)
{
    size_t least = function_least(function), most = function_most(function);
    if (count >= least && count <= most)
        return;
    struct arena *arena = p->c->arena;
    const char *should = most == SIZE_MAX ? arena_format(arena, "≥%zu", least)
                         : least == most  ? arena_format(arena, "%zu", least)
                                          : arena_format(arena, "%zu—%zu", least, most);
    SPOT_FINDING(p->c->findings, RULE_TEMPLATE_COUNT, &name->spot, name->text, should,
                 arena_format(arena, "%zu", count));
}

static const char *parse_call(struct parser *p, const struct token *name)
{
    const struct function *function = meaning_of_call(p->c, name);
    size_t count;
    next(p);
    const char *code = arguments(p, function, ARG_VALUE, TOKEN_CLOSE, &count);
    if (p->failed)
        return "";
    next(p);
    if (!function)
        return compiler_constant(p->c, value_none());
    check_count(p, name, function, count);
    return compiler_call(p->c, &name->spot, function, code);
}

static const char *parse_list(struct parser *p, enum argument_kind wanted)
{
    struct spot spot = p->now.spot;
    enum argument_kind element = wanted == ARG_LIST ? ARG_VALUE : wanted;
    size_t count;
    next(p);
    const char *code = arguments(p, NULL, element, TOKEN_LIST_CLOSE, &count);
    if (p->failed)
        return "";
    next(p);
    return compiler_call(p->c, &spot, &operations[OPERATION_LIST], code);
}

/* ---- from the inside out ---- */

static const char *parse_name(struct parser *p, enum argument_kind wanted)
{
    struct token name = p->now;
    next(p);
    bool call = p->now.kind == TOKEN_OPEN && wanted != ARG_PLACE;
    return call ? parse_call(p, &name) : meaning_of_name(p->c, &name, wanted);
}

static const char *parse_string(struct parser *p, enum argument_kind wanted)
{
    struct token text = p->now;
    next(p);
    return meaning_of_text(p->c, &text, wanted);
}

static const char *parse_number(struct parser *p)
{
    const char *text = p->now.text;
    const struct number *number = number_is_long(text) ? NULL : number_parse(p->c->arena, text);
    if (!number)
        return expected(p, N_("一个数"));
    next(p);
    return compiler_constant(p->c, value_as_written(p->c->arena, number, text, text, ""));
}

static const char *parse_brackets(struct parser *p, enum argument_kind wanted)
{
    next(p);
    const char *inner = parse_expression(p, wanted);
    if (p->failed)
        return "";
    if (p->now.kind != TOKEN_CLOSE)
        return expected(p, N_("右括号"));
    next(p);
    return inner;
}

static const char *parse_primary(struct parser *p, enum argument_kind wanted)
{
    switch (p->now.kind) {
    case TOKEN_NAME:
        return parse_name(p, wanted);
    case TOKEN_STRING:
        return parse_string(p, wanted);
    case TOKEN_NUMBER:
        return parse_number(p);
    case TOKEN_LIST_OPEN:
        return parse_list(p, wanted);
    case TOKEN_OPEN:
        return parse_brackets(p, wanted);
    default:
        return expected(p, N_("名字、数或引号里的文字"));
    }
}

static const char *operation(struct parser *p, const struct spot *spot, enum operation does, const char *left,
                             const char *right)
{
    return compiler_call(p->c, spot, &operations[does], arena_format(p->c->arena, ", %s, %s", left, right));
}

/* Passes an operator; each may end up within the one before. */
static struct spot pass_operator(struct parser *p)
{
    struct spot spot = p->now.spot;
    if (++p->operators + p->depth > DEEPEST)
        broken(p, RULE_TEMPLATE_DEEP, &spot, NULL, NULL);
    next(p);
    return spot;
}

static const char *parse_joined(struct parser *p, enum argument_kind wanted)
{
    const char *left = parse_primary(p, wanted);
    while (!p->failed && p->now.kind == TOKEN_JOIN) {
        struct spot spot = pass_operator(p);
        left = operation(p, &spot, OPERATION_JOIN, left, parse_primary(p, ARG_TEXT));
    }
    return left;
}

static const char *parse_comparison(struct parser *p, enum argument_kind wanted)
{
    const char *left = parse_joined(p, wanted);
    if (p->failed || p->now.kind != TOKEN_COMPARE)
        return left;
    struct token sign = p->now;
    pass_operator(p);
    const char *right = parse_joined(p, ARG_VALUE);
    const char *code = compiler_constant(p->c, value_text(p->c->arena, sign.text));
    return compiler_call(p->c, &sign.spot, &operations[OPERATION_COMPARE],
                         arena_format(p->c->arena, ", %s, %s, %s", code, left, right));
}

static const char *parse_negation(struct parser *p, enum argument_kind wanted)
{
    if (p->now.kind != TOKEN_NOT)
        return parse_comparison(p, wanted);
    struct spot spot = pass_operator(p);
    const char *negated = parse_comparison(p, ARG_VALUE);
    return compiler_call(p->c, &spot, &operations[OPERATION_NOT], arena_format(p->c->arena, ", %s", negated));
}

static const char *parse_conjunction(struct parser *p, enum argument_kind wanted)
{
    const char *left = parse_negation(p, wanted);
    while (!p->failed && p->now.kind == TOKEN_AND) {
        struct spot spot = pass_operator(p);
        left = operation(p, &spot, OPERATION_AND, left, parse_negation(p, ARG_VALUE));
    }
    return left;
}

static const char *parse_expression(struct parser *p, enum argument_kind wanted)
{
    if (++p->depth + p->operators > DEEPEST)
        return broken(p, RULE_TEMPLATE_DEEP, &p->now.spot, NULL, NULL);
    const char *left = parse_conjunction(p, wanted);
    while (!p->failed && p->now.kind == TOKEN_OR) {
        struct spot spot = pass_operator(p);
        left = operation(p, &spot, OPERATION_OR, left, parse_conjunction(p, wanted));
    }
    p->depth--;
    return left;
}

const char *expression_compile(struct compiler *c, const char *text, const struct spot *spot)
{
    struct parser p = {.c = c, .reader = {text, *spot, c->arena}};
    next(&p);
    const char *lua = parse_expression(&p, ARG_VALUE);
    if (!p.failed && p.now.kind != TOKEN_END)
        expected(&p, N_("两个花括号 }}"));
    return p.failed ? compiler_constant(c, value_none()) : lua;
}
