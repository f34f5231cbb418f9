/* SPDX-License-Identifier: MIT */
#include "template/meaning.h"

#include "check/cell.h"
#include "check/measure.h"
#include "check/names.h"
#include "tables/columns.h"
#include "template/functions.h"
#include "template/keyword.h"

static const char *nothing(struct compiler *c)
{
    return compiler_constant(c, value_none());
}

/* ---- what may be meant where something is wanted ---- */

static bool may_be_indicator(enum argument_kind wanted)
{
    return wanted != ARG_AREA;
}

static bool may_be_area(enum argument_kind wanted)
{
    return wanted != ARG_INDICATOR && wanted != ARG_ITEM && wanted != ARG_LANE;
}

/* Nothing but an indicator or an area: then its name goes before a function's. */
static bool is_thing(enum argument_kind wanted)
{
    return !may_be_area(wanted) || !may_be_indicator(wanted);
}

/* ---- names that stand for nothing ---- */

static const char *measure_hint(const struct compiler *c, const char *name)
{
    struct nearest nearest = nearest_to(name);
    nearest.lenient = true;
    for (int m = 0; m < MEASURE_COUNT; m++) {
        nearest_offer(&nearest, measure_name((enum measure)m));
        nearest_offer(&nearest, measure_id((enum measure)m));
    }
    return nearest_hint(c->arena, &nearest);
}

static const char *column_hint(const struct compiler *c, const char *name)
{
    struct nearest nearest = nearest_to(name);
    size_t count;
    const struct lane_column *columns = lane_columns(&count);
    nearest.lenient = true;
    for (size_t i = 0; i < count; i++) {
        if (!columns[i].name)
            continue;
        nearest_offer(&nearest, columns[i].name);
        nearest_offer(&nearest, columns[i].english);
    }
    return nearest_hint(c->arena, &nearest);
}

static const char *function_hint(const struct compiler *c, const char *name)
{
    struct nearest nearest = nearest_to(name);
    nearest.lenient = true;
    functions_offer(c->functions, &nearest);
    return nearest_hint(c->arena, &nearest);
}

/* Of variables, indicators and areas only what is nearly right; of functions, which are short words, also what is half
 * right. */
static const char *name_hint(const struct compiler *c, const char *name, enum argument_kind wanted)
{
    struct nearest nearest = nearest_to(name);
    for (size_t i = 0; i < c->variable_count; i++)
        if (c->variables[i])
            nearest_offer(&nearest, c->variables[i]);
    if (may_be_indicator(wanted))
        names_offer_indicators(c->dataset, &nearest);
    if (may_be_area(wanted))
        names_offer_areas(c->dataset, &nearest);
    nearest.lenient = true;
    functions_offer(c->functions, &nearest);
    return nearest_hint(c->arena, &nearest);
}

/* True, with a finding, where a blank is missing: that is all that is wrong then. */
static bool is_stuck(struct compiler *c, const struct token *name)
{
    if (name->kind != TOKEN_NAME)
        return false;
    const char *word = keyword_swallowed(name->text);
    if (!word)
        word = token_swallowed(name->text);
    if (word)
        SPOT_FINDING(c->findings, RULE_TEMPLATE_STUCK, &name->spot, word, name->text);
    return word != NULL;
}

static const char *unknown(struct compiler *c, const struct token *token, enum rule rule, const char *hint)
{
    if (!is_stuck(c, token))
        SPOT_FINDING(c->findings, rule, &token->spot, token->text, hint);
    return nothing(c);
}

static const char *unknown_name(struct compiler *c, const struct token *token, enum argument_kind wanted)
{
    return unknown(c, token, RULE_TEMPLATE_NAME, name_hint(c, token->text, wanted));
}

/* ---- names that stand for something ---- */

static const char *area_constant(struct compiler *c, const struct token *token, enum argument_kind wanted,
                                 const struct area *area)
{
    /* A person may name the area that the words are about, and a condition any. */
    if (wanted == ARG_AREA && area->parent && !c->template.person)
        compiler_warn_of_others(c, &token->spot, area->name);
    return compiler_constant(c, value_area(c->arena, area));
}

/* An indicator or area of that name; NULL when there is none. A name of several is a finding. */
static const char *thing(struct compiler *c, const struct token *token, enum argument_kind wanted)
{
    enum name_match indicators = NAME_NONE, areas = NAME_NONE;
    const struct indicator *indicator = NULL;
    const struct area *area = NULL;
    if (may_be_indicator(wanted))
        indicators = names_find_indicator(c->dataset, token->text, &indicator);
    if (indicator)
        return compiler_constant(c, value_indicator(c->arena, indicator));
    if (may_be_area(wanted))
        areas = names_find_area(c->dataset, token->text, &area);
    if (area)
        return area_constant(c, token, wanted, area);
    if (indicators == NAME_NONE && areas == NAME_NONE)
        return NULL;
    enum rule rule = areas == NAME_MANY ? RULE_AREA_AMBIGUOUS : RULE_INDICATOR_AMBIGUOUS;
    SPOT_FINDING(c->findings, rule, &token->spot, token->text);
    return nothing(c);
}

/* By its own names, or as the tables head it: 同比, 累计. */
static const char *measure_constant(struct compiler *c, const struct token *token)
{
    enum measure measure;
    if (measure_find(token->text, &measure))
        return compiler_constant(c, value_measure(c->arena, measure));
    const struct lane_column *column = lane_column_find(token->text);
    measure = column ? column->measure : MEASURE_COUNT;
    if (measure == MEASURE_COUNT)
        return unknown(c, token, RULE_TEMPLATE_MEASURE, measure_hint(c, token->text));
    return compiler_constant(c, value_measure(c->arena, measure));
}

static const char *column_constant(struct compiler *c, const struct token *token)
{
    const struct lane_column *column = lane_column_find(token->text);
    if (!column)
        return unknown(c, token, RULE_TEMPLATE_COLUMN, column_hint(c, token->text));
    return compiler_constant(c, value_column(c->arena, column));
}

/* That the templates ask for the place is remembered: a text for one that nobody asks for is a mistake. */
static const char *place_constant(struct compiler *c, const struct token *token)
{
    ARRAY_ADD(c->arena, c->asked, c->asked_count, token->text);
    return compiler_constant(c, value_text(c->arena, token->text));
}

/* A function to be called with one thing alone. */
static const char *function_constant(struct compiler *c, const struct token *token, const struct function *function)
{
    bool of_one = function_least(function) <= 1 && function_most(function) >= 1;
    if (of_one && function_takes(function, 0) != ARG_PLACE)
        return compiler_constant(c, value_function(c->arena, function, function->name));
    SPOT_FINDING(c->findings, RULE_TEMPLATE_EACH_FUNCTION, &token->spot, token->text);
    return nothing(c);
}

static const char *truth_constant(struct compiler *c, const char *name)
{
    if (cell_same(name, "真") || cell_same(name, "true"))
        return compiler_constant(c, value_truth(true));
    if (cell_same(name, "假") || cell_same(name, "false"))
        return compiler_constant(c, value_truth(false));
    return NULL;
}

/* A function called without brackets, or an indicator or area. Where nothing but the latter can stand, it goes first.
 */
static const char *function_or_thing(struct compiler *c, const struct token *name, enum argument_kind wanted)
{
    const char *found = is_thing(wanted) ? thing(c, name, wanted) : NULL;
    if (found)
        return found;
    const struct function *function = functions_find(c->functions, name->text);
    if (function && wanted == ARG_FUNCTION)
        return function_constant(c, name, function);
    if (function && function_least(function) == 0)
        return compiler_call(c, &name->spot, function, "");
    found = is_thing(wanted) ? NULL : thing(c, name, wanted);
    if (found)
        return found;
    if (!function)
        return unknown_name(c, name, wanted);
    SPOT_FINDING(c->findings, RULE_TEMPLATE_NO_ARGUMENTS, &name->spot, name->text);
    return nothing(c);
}

const char *meaning_of_name(struct compiler *c, const struct token *name, enum argument_kind wanted)
{
    if (wanted == ARG_MEASURE)
        return measure_constant(c, name);
    if (wanted == ARG_COLUMN)
        return column_constant(c, name);
    if (wanted == ARG_PLACE)
        return place_constant(c, name);
    const char *found = compiler_variable(c, name->text);
    if (!found && wanted == ARG_WORD)
        found = compiler_constant(c, value_text(c->arena, name->text));
    if (!found)
        found = truth_constant(c, name->text);
    return found ? found : function_or_thing(c, name, wanted);
}

const char *meaning_of_text(struct compiler *c, const struct token *text, enum argument_kind wanted)
{
    if (wanted == ARG_MEASURE)
        return measure_constant(c, text);
    if (wanted == ARG_COLUMN)
        return column_constant(c, text);
    if (wanted == ARG_PLACE)
        return place_constant(c, text);
    if (!is_thing(wanted))
        return compiler_constant(c, value_text(c->arena, text->text));
    const char *found = thing(c, text, wanted);
    return found ? found : unknown_name(c, text, wanted);
}

const struct function *meaning_of_call(struct compiler *c, const struct token *name)
{
    const struct function *function = functions_find(c->functions, name->text);
    if (!function && !is_stuck(c, name))
        SPOT_FINDING(c->findings, RULE_TEMPLATE_FUNCTION, &name->spot, name->text, function_hint(c, name->text));
    return function;
}
