/* SPDX-License-Identifier: MIT */
#include "tables/formula.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct parser {
    struct arena *arena;
    const char *at;
    const struct cell *cells;
    size_t count;
};

static const struct number *sum(struct parser *p);

static bool take(struct parser *p, const char *token)
{
    size_t length = strlen(token);
    if (strncmp(p->at, token, length) != 0)
        return false;
    p->at += length;
    return true;
}

/* Formulas are the program's own: one that cannot be read is a mistake in it. */
static void expect(struct parser *p, const char *token)
{
    bool taken = take(p, token);
    assert(taken);
    (void)taken;
}

static const struct number *reference(struct parser *p)
{
    char *end;
    size_t column = strtoul(p->at, &end, 10);
    p->at = end;
    expect(p, "}");
    assert(column < p->count);
    const struct cell *cell = &p->cells[column];
    return cell->kind == CELL_NUMBER ? number_parse(p->arena, cell->number) : NULL;
}

static const struct number *literal(struct parser *p)
{
    size_t length = strspn(p->at, "0123456789.");
    assert(length > 0);
    const char *text = arena_string_n(p->arena, p->at, length);
    p->at += length;
    return number_parse(p->arena, text);
}

/* The second argument of ROUND and ROUNDUP. */
static int places(struct parser *p)
{
    char *end;
    long decimals = strtol(p->at, &end, 10);
    p->at = end;
    return (int)decimals;
}

static bool tie(struct parser *p, const struct number *n, int decimals)
{
    const struct number *scaled = number_multiply(p->arena, n, number_ten(p->arena, decimals));
    const struct number *twice = number_multiply(p->arena, scaled, number_integer(p->arena, 2));
    return number_is_integer(twice) && !number_is_integer(scaled);
}

/* ROUNDUP goes away from zero, ROUNDDOWN towards it. */
enum direction { NEAREST, AWAY, TOWARDS };

static const struct number *rounded(struct parser *p, enum direction direction)
{
    const struct number *n = sum(p);
    expect(p, ",");
    int decimals = places(p);
    expect(p, ")");
    if (!n || (direction == NEAREST && tie(p, n, decimals)))
        return NULL;
    bool floor = (number_sign(n) < 0) == (direction == AWAY);
    enum rounding rounding = direction == NEAREST ? ROUND_HALF_UP : floor ? ROUND_FLOOR : ROUND_CEILING;
    return number_round(p->arena, n, decimals, rounding);
}

static const struct number *greatest(struct parser *p)
{
    const struct number *a = sum(p);
    expect(p, ",");
    const struct number *b = sum(p);
    expect(p, ")");
    if (!a || !b)
        return NULL;
    return number_compare(a, b) >= 0 ? a : b;
}

static const struct number *factor(struct parser *p)
{
    if (take(p, "-")) {
        const struct number *n = factor(p);
        return n ? number_negate(p->arena, n) : NULL;
    }
    if (take(p, "ROUNDUP("))
        return rounded(p, AWAY);
    if (take(p, "ROUNDDOWN("))
        return rounded(p, TOWARDS);
    if (take(p, "ROUND("))
        return rounded(p, NEAREST);
    if (take(p, "MAX("))
        return greatest(p);
    if (take(p, "{"))
        return reference(p);
    if (!take(p, "("))
        return literal(p);
    const struct number *n = sum(p);
    expect(p, ")");
    return n;
}

static const struct number *term(struct parser *p)
{
    const struct number *n = factor(p);
    for (;;) {
        bool times = take(p, "*");
        if (!times && !take(p, "/"))
            return n;
        const struct number *next = factor(p);
        if (!n || !next || (!times && !number_sign(next)))
            n = NULL;
        else
            n = times ? number_multiply(p->arena, n, next) : number_divide(p->arena, n, next);
    }
}

static const struct number *sum(struct parser *p)
{
    const struct number *n = term(p);
    for (;;) {
        bool plus = take(p, "+");
        if (!plus && !take(p, "-"))
            return n;
        const struct number *next = term(p);
        if (!n || !next)
            n = NULL;
        else
            n = plus ? number_add(p->arena, n, next) : number_subtract(p->arena, n, next);
    }
}

const struct number *formula_value(struct arena *arena, const char *formula, const struct cell *cells, size_t count)
{
    struct parser parser = {arena, formula, cells, count};
    expect(&parser, "=");
    const struct number *value = sum(&parser);
    assert(!*parser.at);
    return value;
}

/* ---- texts ---- */

enum truth { NO, YES, UNKNOWN };

/* {n}="" */
static bool blank(struct parser *p, enum truth *truth)
{
    char *end;
    if (*p->at != '{')
        return false;
    size_t column = strtoul(p->at + 1, &end, 10);
    static const char empty[] = "}=\"\"";
    if (strncmp(end, empty, strlen(empty)) != 0)
        return false;
    p->at = end + strlen(empty);
    assert(column < p->count);
    *truth = p->cells[column].kind == CELL_EMPTY ? YES : NO;
    return true;
}

static enum truth comparison(struct parser *p)
{
    static const char *const signs[] = {">=", "<=", ">", "<"};
    enum truth truth;
    if (blank(p, &truth))
        return truth;
    const struct number *a = sum(p);
    size_t sign = 0;
    while (!take(p, signs[sign])) {
        sign++;
        assert(sign < sizeof signs / sizeof *signs);
    }
    const struct number *b = sum(p);
    if (!a || !b)
        return UNKNOWN;
    int order = number_compare(a, b);
    const bool holds[] = {order >= 0, order <= 0, order > 0, order < 0};
    return holds[sign] ? YES : NO;
}

static enum truth condition(struct parser *p)
{
    if (!take(p, "AND("))
        return comparison(p);
    enum truth a = condition(p);
    expect(p, ",");
    enum truth b = condition(p);
    expect(p, ")");
    return a == NO || b == NO ? NO : a == UNKNOWN || b == UNKNOWN ? UNKNOWN : YES;
}

static const char *words(struct parser *p)
{
    if (take(p, "\"")) {
        size_t length = strcspn(p->at, "\"");
        const char *text = arena_string_n(p->arena, p->at, length);
        p->at += length;
        expect(p, "\"");
        return text;
    }
    expect(p, "IF(");
    enum truth truth = condition(p);
    expect(p, ",");
    const char *yes = words(p);
    expect(p, ",");
    const char *no = words(p);
    expect(p, ")");
    return truth == UNKNOWN ? NULL : truth == YES ? yes : no;
}

const char *formula_text(struct arena *arena, const char *formula, const struct cell *cells, size_t count)
{
    struct parser parser = {arena, formula, cells, count};
    expect(&parser, "=");
    const char *text = words(&parser);
    assert(!*parser.at);
    return text;
}

/* ---- names ---- */

static const struct formula_name *name_find(const char *name, size_t length, const struct formula_name *names,
                                            size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(names[i].name) == length && !strncmp(names[i].name, name, length))
            return &names[i];
    assert(!"a formula's name");
    return NULL;
}

static bool resolve(struct buffer *out, const char *formula, const struct formula_name *names, size_t count)
{
    while (*formula) {
        size_t plain = strcspn(formula, "{"), length = strcspn(formula + plain, "}");
        buffer_add_n(out, formula, plain);
        formula += plain;
        if (!*formula)
            break;
        const struct formula_name *name = name_find(formula + 1, length - 1, names, count);
        if (name->text ? !resolve(out, name->text, names, count) : name->column == FORMULA_NOTHING)
            return false;
        if (!name->text)
            buffer_format(out, "{%d}", name->column);
        formula += length + 1;
    }
    return true;
}

const char *formula_resolve(struct arena *arena, const char *formula, const struct formula_name *names, size_t count)
{
    struct buffer out = {.arena = arena};
    return resolve(&out, formula, names, count) ? buffer_text(&out) : NULL;
}

/* ---- cells ---- */

struct cell formula_cell(struct arena *arena, struct cell cell, const char *formula, const char *worked,
                         const struct cell *cells, size_t count)
{
    if (cell.kind == CELL_NUMBER) {
        const struct number *value = formula_value(arena, worked, cells, count);
        if (value && number_compare(value, number_parse(arena, cell.number)) == 0)
            cell.formula = formula;
    } else if (cell.kind == CELL_TEXT) {
        const char *text = formula_text(arena, worked, cells, count);
        if (text && !strcmp(text, cell.text))
            cell.formula = formula;
    }
    return cell;
}

const char *formula_moved(struct arena *arena, const char *formula, const int *places, size_t count)
{
    struct buffer out = {.arena = arena};
    while (*formula) {
        char *end;
        size_t plain = strcspn(formula, "{");
        buffer_add_n(&out, formula, plain);
        formula += plain;
        if (!*formula)
            break;
        size_t column = strtoul(formula + 1, &end, 10);
        assert(column < count && *end == '}');
        if (places[column] < 0)
            return NULL;
        buffer_format(&out, "{%d}", places[column]);
        formula = end + 1;
    }
    return buffer_text(&out);
}
