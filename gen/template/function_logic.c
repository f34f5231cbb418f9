/* SPDX-License-Identifier: MIT */
/* Conditions, lists, and putting words together. */
#include "base/message.h"
#include "base/text.h"
#include "template/call.h"

#include <string.h>

/* Of a text put together, of a list; how many bytes, how many items are one unit of work. */
enum { LONGEST = 64 << 10, LONGEST_LIST = 10000, WORK_BYTES = 256, WORK_ITEMS = 8 };

/* ---- operators: called by signs, not by names ---- */

static const struct value *both(struct evaluation *e, const struct value *const *a)
{
    (void)e;
    return value_truth(value_true(a[0]) && value_true(a[1]));
}

/* The first that is something: {{标题 或 “通报”}}. */
static const struct value *either(struct evaluation *e, const struct value *const *a)
{
    (void)e;
    return value_true(a[0]) ? a[0] : a[1];
}

static const struct value *negate(struct evaluation *e, const struct value *const *a)
{
    (void)e;
    return value_truth(!value_true(a[0]));
}

static const struct value *joined(struct evaluation *e, const struct value *const *a)
{
    const char *left = argument_text(e, a[0]), *right = argument_text(e, a[1]);
    size_t length = strlen(left) + strlen(right);
    if (length > LONGEST) {
        ARGUMENT_FAULT(e, RULE_TEMPLATE_LONG, NULL);
        return value_none();
    }
    e->work += (long)(length / WORK_BYTES);
    return value_text(e->arena, arena_format(e->arena, "%s%s", left, right));
}

/* Whether an order, negative, zero or positive, is what the sign asks for. */
static bool holds(const char *sign, int order)
{
    switch (*sign) {
    case '=':
        return order == 0;
    case '~':
        return order != 0;
    case '<':
        return order < 0 || (sign[1] && order == 0);
    default:
        return order > 0 || (sign[1] && order == 0);
    }
}

/* Figures as they are printed, exactly; a figure that isn't there is neither more nor less than anything. Everything
 * else by its words. */
static const struct value *compared_values(struct evaluation *e, const struct value *const *a)
{
    const char *sign = a[0]->text;
    const struct value *left = a[1], *right = a[2];
    if (left->kind == VALUE_FIGURE && right->kind == VALUE_FIGURE) {
        if (!left->figure.number || !right->figure.number)
            return value_truth(*sign == '~' && left->figure.number != right->figure.number);
        return value_truth(holds(sign, number_compare(left->figure.number, right->figure.number)));
    }
    if (*sign != '=' && *sign != '~') {
        const struct value *wrong = left->kind == VALUE_FIGURE ? right : left;
        if (wrong->kind != VALUE_NONE)
            ARGUMENT_FAULT(e, RULE_TEMPLATE_COMPARE, value_kind_name(wrong->kind));
        return value_truth(false);
    }
    return value_truth(holds(sign, text_same(argument_text(e, left), argument_text(e, right)) ? 0 : 1));
}

static const struct value *list_item(const struct value *list, size_t i)
{
    return list->kind == VALUE_LIST ? list->items[i] : list;
}

/* A list in a list gives its items, so that [全域, 各地区] is one list and none can grow into a tree. */
static const struct value *made_list(struct evaluation *e, const struct value *const *a)
{
    const struct value **items = NULL;
    size_t count = 0, bytes = 0;
    for (size_t i = 0; a[i]; i++) {
        struct value part = a[i]->kind == VALUE_LIST ? *a[i] : (struct value){.count = 1};
        if (count + part.count > LONGEST_LIST) {
            ARGUMENT_FAULT(e, RULE_TEMPLATE_MANY, NULL);
            return value_none();
        }
        for (size_t k = 0; k < part.count; k++) {
            const struct value *value = list_item(a[i], k);
            bytes += value->kind == VALUE_TEXT ? strlen(value->text) : 0;
            ARRAY_ADD(e->arena, items, count, value);
        }
    }
    e->work += (long)(count / WORK_ITEMS);
    if (bytes > LONGEST) {
        ARGUMENT_FAULT(e, RULE_TEMPLATE_LONG, NULL);
        return value_none();
    }
    return value_list(e->arena, items, count);
}

/* ---- lists ---- */

static const struct value *count_of(struct evaluation *e, const struct value *const *a)
{
    struct value list = argument_list(a[0]);
    struct shown figure = {number_integer(e->arena, (long)list.count), 0};
    return value_figure(&e->desk->say, figure, "");
}

/* The first n, or all but the first n from the end. */
static const struct value *taken(struct evaluation *e, const struct value *const *a, bool last)
{
    struct value list = argument_list(a[0]);
    size_t wanted = (size_t)argument_count(e, a[1], 1), count = wanted < list.count ? wanted : list.count;
    if (!list.items)
        return value_list(e->arena, arena_copy(e->arena, a, sizeof *a), count);
    return value_list(e->arena, list.items + (last ? list.count - count : 0), count);
}

static const struct value *first_items(struct evaluation *e, const struct value *const *a)
{
    return taken(e, a, false);
}

static const struct value *last_items(struct evaluation *e, const struct value *const *a)
{
    return taken(e, a, true);
}

static const struct value *names_of(struct evaluation *e, const struct value *const *a)
{
    struct value list = argument_list(a[0]);
    struct strings names = {0};
    e->work += (long)list.count;
    for (size_t i = 0; i < list.count; i++)
        strings_add(&names, e->arena, argument_text(e, list_item(a[0], i)));
    const char *separator = a[1] ? argument_text(e, a[1]) : "、";
    return value_text(e->arena, strings_join(&names, e->arena, separator));
}

/* A function of one argument on each item; what is empty is left out. */
static const struct value *each_item(struct evaluation *e, const struct value *const *a)
{
    struct value list = argument_list(a[0]);
    struct strings texts = {0};
    if (a[1]->kind != VALUE_FUNCTION) {
        ARGUMENT_FAULT(e, RULE_TEMPLATE_KIND, e->function->name, N_("函数名"), value_kind_name(a[1]->kind));
        return value_none();
    }
    const struct function *own = e->function, *function = a[1]->function;
    for (size_t i = 0; i < list.count; i++) {
        const struct value *arguments[FUNCTION_MOST + 1] = {list_item(a[0], i)};
        e->work += function->cost;
        const char *text = argument_text(e, function_call(function, e, arguments));
        if (*text)
            strings_add(&texts, e->arena, text);
    }
    e->function = own;
    return value_text(e->arena, strings_join(&texts, e->arena, a[2] ? argument_text(e, a[2]) : "；"));
}

/* ---- words ---- */

/* Clauses joined by ，, after “；” by ；, closed by 。; what is empty is left out, and nothing at all stays nothing. */
static const struct value *sentence(struct evaluation *e, const struct value *const *a)
{
    const char *clauses[FUNCTION_MOST + 1];
    size_t count = 0, length = 0;
    for (; a[count]; count++) {
        const char *text = argument_text(e, a[count]);
        clauses[count] = strcmp(text, "；") != 0 ? text : PHRASE_BREAK;
        length += strlen(text);
    }
    if (length > LONGEST) {
        ARGUMENT_FAULT(e, RULE_TEMPLATE_LONG, NULL);
        return value_none();
    }
    clauses[count] = PHRASE_END;
    return value_text(e->arena, phrase_sentence(&e->desk->say, clauses));
}

/* The figure without its unit. */
static const struct value *number_of(struct evaluation *e, const struct value *const *a)
{
    if (a[0]->kind == VALUE_FIGURE)
        return value_figure(&e->desk->say, a[0]->figure, "");
    if (a[0]->kind != VALUE_NONE)
        ARGUMENT_FAULT(e, RULE_TEMPLATE_KIND, e->function->name, N_("数"), value_kind_name(a[0]->kind));
    return value_none();
}

static const struct value *size_of(struct evaluation *e, const struct value *const *a)
{
    const struct value *number = number_of(e, a);
    if (!number->figure.number)
        return value_none();
    struct shown figure = {number_absolute(e->arena, number->figure.number), number->figure.decimals};
    return value_figure(&e->desk->say, figure, a[0]->unit);
}

/* Of two printed figures; % from % are points. */
static const struct value *difference(struct evaluation *e, const struct value *const *a)
{
    const struct phrasing *say = &e->desk->say;
    for (int i = 0; i < 2; i++)
        if (a[i]->kind != VALUE_FIGURE || !a[i]->figure.number)
            return a[i]->kind == VALUE_FIGURE ? value_none() : number_of(e, a + i);
    bool percent = !strcmp(a[0]->unit, SAY(say, WORD_PERCENT_SIGN)) && !strcmp(a[0]->unit, a[1]->unit);
    return value_figure(say, shown_difference(say, a[0]->figure, a[1]->figure),
                        percent ? SAY(say, WORD_POINTS) : a[0]->unit);
}

static const struct value *name_of(struct evaluation *e, const struct value *const *a)
{
    return value_text(e->arena, argument_text(e, a[0]));
}

static const struct value *small_print(struct evaluation *e, const struct value *const *a)
{
    (void)e, (void)a;
    return value_small_print();
}

const struct function operations[] = {
    [OPERATION_AND] = {"&&", "&&", {ARG_VALUE, ARG_VALUE}, 1, .value = both},
    [OPERATION_OR] = {"||", "||", {ARG_VALUE, ARG_VALUE}, 1, .value = either},
    [OPERATION_NOT] = {"!", "!", {ARG_VALUE}, 1, .value = negate},
    [OPERATION_JOIN] = {"&", "&", {ARG_TEXT, ARG_TEXT}, 1, .value = joined},
    [OPERATION_COMPARE] = {"=", "=", {ARG_TEXT, ARG_VALUE, ARG_VALUE}, 1, .value = compared_values},
    [OPERATION_LIST] = {"[]", "[]", {ARG_VALUE | REPEATED}, 1, .value = made_list},
};

const struct function functions_logic[] = {
    {"个数", "count", {ARG_LIST}, 1, .value = count_of},
    {"前", "first", {ARG_LIST, ARG_FIGURE | OPTIONAL}, 1, .value = first_items},
    {"后", "last", {ARG_LIST, ARG_FIGURE | OPTIONAL}, 1, .value = last_items},
    {"名单", "names", {ARG_LIST, ARG_TEXT | OPTIONAL}, 2, .value = names_of},
    {"逐项", "each", {ARG_LIST, ARG_FUNCTION, ARG_TEXT | OPTIONAL}, 2, .value = each_item},
    {"句", "sentence", {ARG_TEXT | REPEATED}, 1, .value = sentence},
    {"数", "number", {ARG_FIGURE}, 1, .value = number_of},
    {"绝对值", "size", {ARG_FIGURE}, 1, .value = size_of},
    {"差", "difference", {ARG_FIGURE, ARG_FIGURE}, 1, .value = difference},
    {"名称", "name", {ARG_VALUE}, 1, .value = name_of},
    {"小字", "small", {ARG_NONE}, 1, .value = small_print},
    {.name = NULL},
};
