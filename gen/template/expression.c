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
#include "base/text.h"
#include "check/cell.h"
#include "check/measure.h"
#include "template/lookup.h"
#include "template/token.h"

#include <stdint.h>
#include <string.h>

enum { DEEPEST = 60 }; /* brackets in brackets, and operators: what Lua can still nest */

struct parser {
    struct compiler *c;
    struct token_reader reader;
    struct token now;
    int depth, operators;
    bool failed; /* no more findings about the form: what follows a fault is noise */
};

static const char *parse_expression(struct parser *p, char wanted);

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

/* ---- names ---- */

static void offer_functions(struct nearest *nearest)
{
    nearest->lenient = true;
    for (const struct function *f = function_next(NULL); f; f = function_next(f)) {
        nearest_offer(nearest, f->name);
        nearest_offer(nearest, f->english);
    }
}

static void offer_measures(struct nearest *nearest)
{
    nearest->lenient = true;
    for (int m = 0; m < MEASURE_COUNT; m++) {
        nearest_offer(nearest, measure_name((enum measure)m));
        nearest_offer(nearest, measure_id((enum measure)m));
    }
}

static void offer_columns(struct nearest *nearest)
{
    size_t count;
    const struct free_column *columns = free_columns(&count);
    nearest->lenient = true;
    for (size_t i = 0; i < count; i++) {
        nearest_offer(nearest, columns[i].name);
        nearest_offer(nearest, columns[i].english);
    }
}

/* The nearest of what may stand where `wanted` stands. */
static const char *hint(const struct parser *p, const char *name, char wanted)
{
    struct nearest nearest = nearest_to(name);
    if (wanted == 'm')
        offer_measures(&nearest);
    if (wanted == 'c')
        offer_columns(&nearest);
    if (wanted == 'm' || wanted == 'c')
        return nearest_hint(p->c->arena, &nearest);
    for (size_t i = 0; i < p->c->variable_count; i++)
        if (p->c->variables[i])
            nearest_offer(&nearest, p->c->variables[i]);
    if (wanted != 'a')
        lookup_offer_indicators(p->c->dataset, &nearest);
    if (wanted != 'i' && wanted != 'g' && wanted != 'L')
        lookup_offer_areas(p->c->dataset, &nearest);
    offer_functions(&nearest);
    return nearest_hint(p->c->arena, &nearest);
}

/* The word that a name has swallowed for want of a blank: 如果有数据, 吉首市且年末. NULL: none. */
static const char *swallowed(const char *name)
{
    static const char *const before[] = {"如果", "否则如果", "每个", "令", "手填", "非"};
    static const char *const between[] = {"且", "或"};
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        if (text_starts(name, before[i]))
            return before[i];
    for (size_t i = 0; i < sizeof between / sizeof *between; i++)
        if (strstr(name, between[i]))
            return between[i];
    return NULL;
}

static const char *unknown(struct parser *p, const struct token *token, char wanted)
{
    const char *word = token->kind == TOKEN_NAME ? swallowed(token->text) : NULL;
    if (word) {
        SPOT_FINDING(p->c->findings, RULE_TEMPLATE_STUCK, &token->spot, word, token->text);
        return compiler_constant(p->c, value_none());
    }
    enum rule rule = wanted == 'm' ? RULE_TEMPLATE_MEASURE : wanted == 'c' ? RULE_TEMPLATE_COLUMN : RULE_TEMPLATE_NAME;
    SPOT_FINDING(p->c->findings, rule, &token->spot, token->text, hint(p, token->text, wanted));
    return compiler_constant(p->c, value_none());
}

/* A county is not to read another's figures by somebody's oversight. */
static void warn_of_others(struct parser *p, const struct spot *spot, const char *name)
{
    if (p->c->template.of_area)
        SPOT_FINDING(p->c->findings, RULE_TEMPLATE_OTHERS, spot, name);
}

/* An indicator or area of that name as a constant; NULL when there is none. A name of several is a finding. */
static const char *thing(struct parser *p, const struct token *token, char wanted)
{
    bool many_indicators = false, many_areas = false;
    const struct indicator *indicator =
        wanted == 'a' ? NULL : lookup_indicator(p->c->dataset, token->text, &many_indicators);
    const struct area *area = wanted == 'i' || wanted == 'g' || wanted == 'L' || indicator
                                  ? NULL
                                  : lookup_area(p->c->dataset, token->text, &many_areas);
    if (indicator)
        return compiler_constant(p->c, value_indicator(p->c->arena, indicator));
    /* A person may name the area that the words are about, and a condition any. */
    if (area && wanted == 'a' && area->parent && !p->c->template.person)
        warn_of_others(p, &token->spot, area->name);
    if (area)
        return compiler_constant(p->c, value_area(p->c->arena, area));
    if (!many_indicators && !many_areas)
        return NULL;
    SPOT_FINDING(p->c->findings, many_areas ? RULE_AREA_AMBIGUOUS : RULE_INDICATOR_AMBIGUOUS, &token->spot,
                 token->text);
    return compiler_constant(p->c, value_none());
}

static const char *measure_constant(struct parser *p, const struct token *token)
{
    for (int m = 0; m < MEASURE_COUNT; m++)
        if (cell_same(token->text, measure_id((enum measure)m)) ||
            cell_same(token->text, measure_name((enum measure)m)))
            return compiler_constant(p->c, value_name(p->c->arena, measure_id((enum measure)m)));
    /* 同比 and 累计, as the tables head them. */
    const struct free_column *column = free_column_find(token->text);
    if (column && column->measure != MEASURE_COUNT)
        return compiler_constant(p->c, value_name(p->c->arena, measure_id(column->measure)));
    return unknown(p, token, 'm');
}

static const char *column_constant(struct parser *p, const struct token *token)
{
    const struct free_column *column = free_column_find(token->text);
    return column ? compiler_constant(p->c, value_name(p->c->arena, column->name)) : unknown(p, token, 'c');
}

/* A place under text/; that the templates ask for it is remembered. */
static const char *place_constant(struct parser *p, const struct token *token)
{
    ARRAY_ADD(p->c->arena, p->c->asked, p->c->asked_count, token->text);
    return compiler_constant(p->c, value_text(p->c->arena, token->text));
}

static const char *call_of(struct parser *p, const struct spot *spot, const struct function *function,
                           const char *arguments)
{
    if (function->everyone)
        warn_of_others(p, spot, function->name);
    return compiler_call(p->c, spot, function, arguments);
}

/* A function to be called with one thing alone. */
static const char *function_constant(struct parser *p, const struct token *token, const struct function *function)
{
    size_t least, most;
    function_arity(function, &least, &most);
    if (least <= 1 && most >= 1 && function_letter(function, 0) != 'p')
        return compiler_constant(p->c, value_name(p->c->arena, function->name));
    SPOT_FINDING(p->c->findings, RULE_TEMPLATE_EACH_FUNCTION, &token->spot, token->text);
    return compiler_constant(p->c, value_none());
}

/* A name without brackets. */
static const char *plain_name(struct parser *p, const struct token *token, char wanted)
{
    size_t least, most;
    const char *variable = compiler_variable(p->c, token->text);
    if (variable)
        return variable;
    if (cell_same(token->text, "真") || cell_same(token->text, "true"))
        return compiler_constant(p->c, value_truth(true));
    if (cell_same(token->text, "假") || cell_same(token->text, "false"))
        return compiler_constant(p->c, value_truth(false));
    bool named = strchr("aigL", wanted) != NULL;
    const char *found = named ? thing(p, token, wanted) : NULL;
    if (found)
        return found;
    const struct function *function = function_find(token->text);
    if (function) {
        function_arity(function, &least, &most);
        if (wanted == 'f')
            return function_constant(p, token, function);
        if (least == 0)
            return call_of(p, &token->spot, function, "");
    }
    found = named ? NULL : thing(p, token, wanted);
    if (found)
        return found;
    if (!function)
        return unknown(p, token, wanted);
    SPOT_FINDING(p->c->findings, RULE_TEMPLATE_NO_ARGUMENTS, &token->spot, token->text);
    return compiler_constant(p->c, value_none());
}

/* ---- calls ---- */

/* What stands between brackets, as ", a, b"; stops before the closing one. */
static const char *arguments(struct parser *p, const struct function *function, enum token_kind close, char element,
                             size_t *count)
{
    struct buffer code = {.arena = p->c->arena};
    *count = 0;
    while (!p->failed && p->now.kind != close) {
        char wanted = function ? function_letter(function, *count) : element;
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
    size_t least, most;
    function_arity(function, &least, &most);
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
    const struct function *function = function_find(name->text);
    size_t count;
    if (!function && swallowed(name->text)) {
        unknown(p, name, 'v');
    } else if (!function) {
        struct nearest nearest = nearest_to(name->text);
        offer_functions(&nearest);
        SPOT_FINDING(p->c->findings, RULE_TEMPLATE_FUNCTION, &name->spot, name->text,
                     nearest_hint(p->c->arena, &nearest));
    }
    next(p);
    const char *code = arguments(p, function, TOKEN_CLOSE, 'v', &count);
    if (p->failed)
        return "";
    next(p);
    if (!function)
        return compiler_constant(p->c, value_none());
    check_count(p, name, function, count);
    return call_of(p, &name->spot, function, code);
}

static const char *parse_list(struct parser *p, char wanted)
{
    struct spot spot = p->now.spot;
    size_t count;
    next(p);
    const char *code = arguments(p, NULL, TOKEN_LIST_CLOSE, wanted == 'l' ? 'v' : wanted, &count);
    if (p->failed)
        return "";
    next(p);
    return call_of(p, &spot, function_find("[]"), code);
}

/* ---- from the inside out ---- */

static const char *name_or_call(struct parser *p, char wanted)
{
    struct token name = p->now;
    next(p);
    if (wanted == 'm' && p->now.kind != TOKEN_OPEN)
        return measure_constant(p, &name);
    if (wanted == 'c' && p->now.kind != TOKEN_OPEN)
        return column_constant(p, &name);
    if (wanted == 'p')
        return place_constant(p, &name);
    if (wanted == 'w' && p->now.kind != TOKEN_OPEN && !compiler_variable(p->c, name.text))
        return compiler_constant(p->c, value_text(p->c->arena, name.text));
    return p->now.kind == TOKEN_OPEN ? parse_call(p, &name) : plain_name(p, &name, wanted);
}

/* “吉首市” where an area is wanted is the area: names with brackets or blanks in them have to be written so. */
static const char *string_value(struct parser *p, char wanted)
{
    struct token text = p->now;
    next(p);
    if (wanted == 'm')
        return measure_constant(p, &text);
    if (wanted == 'c')
        return column_constant(p, &text);
    if (wanted == 'p')
        return place_constant(p, &text);
    if (!strchr("aigL", wanted))
        return compiler_constant(p->c, value_text(p->c->arena, text.text));
    const char *found = thing(p, &text, wanted);
    return found ? found : unknown(p, &text, wanted);
}

static const char *number_value(struct parser *p)
{
    const struct number *number = number_parse(p->c->arena, p->now.text);
    const char *point = strchr(p->now.text, '.');
    if (!number)
        return expected(p, N_("一个数"));
    struct value value = {
        .kind = VALUE_FIGURE, .text = p->now.text, .unit = "", .figure = {number, point ? (int)strlen(point + 1) : 0}};
    next(p);
    return compiler_constant(p->c, arena_copy(p->c->arena, &value, sizeof value));
}

static const char *parse_primary(struct parser *p, char wanted)
{
    switch (p->now.kind) {
    case TOKEN_NAME:
        return name_or_call(p, wanted);
    case TOKEN_STRING:
        return string_value(p, wanted);
    case TOKEN_NUMBER:
        return number_value(p);
    case TOKEN_LIST_OPEN:
        return parse_list(p, wanted);
    case TOKEN_OPEN: {
        next(p);
        const char *inner = parse_expression(p, wanted);
        if (p->failed)
            return "";
        if (p->now.kind != TOKEN_CLOSE)
            return expected(p, N_("右括号"));
        next(p);
        return inner;
    }
    default:
        return expected(p, N_("名字、数或引号里的文字"));
    }
}

/* left and right under an operator that is a function of its own. */
static const char *operation(struct parser *p, const struct spot *spot, const char *name, const char *left,
                             const char *right)
{
    return call_of(p, spot, function_find(name), arena_format(p->c->arena, ", %s, %s", left, right));
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

static const char *parse_joined(struct parser *p, char wanted)
{
    const char *left = parse_primary(p, wanted);
    while (!p->failed && p->now.kind == TOKEN_JOIN) {
        struct spot spot = pass_operator(p);
        left = operation(p, &spot, "&", left, parse_primary(p, 's'));
    }
    return left;
}

static const char *parse_comparison(struct parser *p, char wanted)
{
    const char *left = parse_joined(p, wanted);
    if (p->failed || p->now.kind != TOKEN_COMPARE)
        return left;
    struct token sign = p->now;
    pass_operator(p);
    const char *right = parse_joined(p, 'v');
    const char *both = arena_format(p->c->arena, "%s, %s", left, right);
    return operation(p, &sign.spot, "=", compiler_constant(p->c, value_text(p->c->arena, sign.text)), both);
}

static const char *parse_negation(struct parser *p, char wanted)
{
    if (p->now.kind != TOKEN_NOT)
        return parse_comparison(p, wanted);
    struct spot spot = pass_operator(p);
    return call_of(p, &spot, function_find("!"), arena_format(p->c->arena, ", %s", parse_comparison(p, 'v')));
}

static const char *parse_conjunction(struct parser *p, char wanted)
{
    const char *left = parse_negation(p, wanted);
    while (!p->failed && p->now.kind == TOKEN_AND) {
        struct spot spot = pass_operator(p);
        left = operation(p, &spot, "&&", left, parse_negation(p, 'v'));
    }
    return left;
}

/* `wanted` is the letter (function.h) of what should come out, which tells what a bare name means. */
static const char *parse_expression(struct parser *p, char wanted)
{
    if (++p->depth + p->operators > DEEPEST)
        return broken(p, RULE_TEMPLATE_DEEP, &p->now.spot, NULL, NULL);
    const char *left = parse_conjunction(p, wanted);
    while (!p->failed && p->now.kind == TOKEN_OR) {
        struct spot spot = pass_operator(p);
        left = operation(p, &spot, "||", left, parse_conjunction(p, wanted));
    }
    p->depth--;
    return left;
}

const char *expression_compile(struct compiler *c, const char *text, const struct spot *spot)
{
    struct parser p = {.c = c, .reader = {text, *spot, c->arena}};
    next(&p);
    const char *lua = parse_expression(&p, 'v');
    if (!p.failed && p.now.kind != TOKEN_END)
        expected(&p, N_("两个花括号 }}"));
    return p.failed ? compiler_constant(c, value_none()) : lua;
}
