/* SPDX-License-Identifier: MIT */
/* Conditions, lists, and putting words together. */
#include "base/message.h"
#include "base/text.h"
#include "template/argument.h"

#include <string.h>

/* Of a text put together, of a list; how many bytes, how many items are one unit of work. */
enum { LONGEST = 64 << 10, LONGEST_LIST = 10000, WORK_BYTES = 256, WORK_ITEMS = 8 };

/* ---- operators: called by signs, not by names ---- */

static const struct value *both(struct evaluation *s, const struct value *const *a)
{
    (void)s;
    return value_truth(value_true(a[0]) && value_true(a[1]));
}

/* The first that is something: {{标题 或 “通报”}}. */
static const struct value *either(struct evaluation *s, const struct value *const *a)
{
    (void)s;
    return value_true(a[0]) ? a[0] : a[1];
}

static const struct value *negate(struct evaluation *s, const struct value *const *a)
{
    (void)s;
    return value_truth(!value_true(a[0]));
}

static const struct value *joined(struct evaluation *s, const struct value *const *a)
{
    const char *left = argument_text(s, a[0]), *right = argument_text(s, a[1]);
    size_t length = strlen(left) + strlen(right);
    if (length > LONGEST) {
        ARGUMENT_FAULT(s, RULE_TEMPLATE_LONG, NULL);
        return value_none();
    }
    s->work += (long)(length / WORK_BYTES);
    return value_text(s->arena, arena_format(s->arena, "%s%s", left, right));
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
static const struct value *compared_values(struct evaluation *s, const struct value *const *a)
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
            ARGUMENT_FAULT(s, RULE_TEMPLATE_COMPARE, value_kind_name(wrong->kind));
        return value_truth(false);
    }
    return value_truth(holds(sign, text_same(argument_text(s, left), argument_text(s, right)) ? 0 : 1));
}

static const struct value *item(const struct value *list, size_t i)
{
    return list->kind == VALUE_LIST ? list->items[i] : list;
}

/* A list in a list gives its items, so that [全域, 各地区] is one list and none can grow into a tree. */
static const struct value *made_list(struct evaluation *s, const struct value *const *a)
{
    const struct value **items = NULL;
    size_t count = 0, bytes = 0;
    for (size_t i = 0; a[i]; i++) {
        struct value part = a[i]->kind == VALUE_LIST ? *a[i] : (struct value){.count = 1};
        if (count + part.count > LONGEST_LIST) {
            ARGUMENT_FAULT(s, RULE_TEMPLATE_MANY, NULL);
            return value_none();
        }
        for (size_t k = 0; k < part.count; k++) {
            const struct value *value = item(a[i], k);
            bytes += value->kind == VALUE_TEXT ? strlen(value->text) : 0;
            ARRAY_ADD(s->arena, items, count, value);
        }
    }
    s->work += (long)(count / WORK_ITEMS);
    if (bytes > LONGEST) {
        ARGUMENT_FAULT(s, RULE_TEMPLATE_LONG, NULL);
        return value_none();
    }
    return value_list(s->arena, items, count);
}

/* ---- lists ---- */

static const struct value *count_of(struct evaluation *s, const struct value *const *a)
{
    struct value list = argument_list(a[0]);
    struct shown figure = {number_integer(s->arena, (long)list.count), 0};
    return value_figure(&s->desk->say, figure, "");
}

/* The first n, or all but the first n from the end. */
static const struct value *taken(struct evaluation *s, const struct value *const *a, bool last)
{
    struct value list = argument_list(a[0]);
    size_t wanted = (size_t)argument_count(s, a[1], 1), count = wanted < list.count ? wanted : list.count;
    if (!list.items)
        return value_list(s->arena, arena_copy(s->arena, a, sizeof *a), count);
    return value_list(s->arena, list.items + (last ? list.count - count : 0), count);
}

static const struct value *first_items(struct evaluation *s, const struct value *const *a)
{
    return taken(s, a, false);
}

static const struct value *last_items(struct evaluation *s, const struct value *const *a)
{
    return taken(s, a, true);
}

static const struct value *names_of(struct evaluation *s, const struct value *const *a)
{
    struct value list = argument_list(a[0]);
    struct strings names = {0};
    s->work += (long)list.count;
    for (size_t i = 0; i < list.count; i++)
        strings_add(&names, s->arena, argument_text(s, item(a[0], i)));
    const char *separator = a[1] ? argument_text(s, a[1]) : "、";
    return value_text(s->arena, strings_join(&names, s->arena, separator));
}

/* A function of one argument on each item; what is empty is left out. */
static const struct value *each_item(struct evaluation *s, const struct value *const *a)
{
    struct value list = argument_list(a[0]);
    const struct function *function = a[1]->kind == VALUE_NAME ? function_find(a[1]->text) : NULL;
    struct strings texts = {0};
    if (!function) {
        ARGUMENT_FAULT(s, RULE_TEMPLATE_KIND, s->function->name, N_("函数名"), value_kind_name(a[1]->kind));
        return value_none();
    }
    const struct function *own = s->function;
    for (size_t i = 0; i < list.count; i++) {
        const struct value *arguments[FUNCTION_MOST + 1] = {item(a[0], i)};
        s->function = function;
        s->work += function->cost;
        const char *text = argument_text(s, function->call(s, arguments));
        if (*text)
            strings_add(&texts, s->arena, text);
    }
    s->function = own;
    return value_text(s->arena, strings_join(&texts, s->arena, a[2] ? argument_text(s, a[2]) : "；"));
}

/* ---- words ---- */

/* Clauses joined by ，, after “；” by ；, closed by 。; what is empty is left out, and nothing at all stays nothing. */
static const struct value *sentence(struct evaluation *s, const struct value *const *a)
{
    const char *clauses[FUNCTION_MOST + 1];
    size_t count = 0, length = 0;
    for (; a[count]; count++) {
        const char *text = argument_text(s, a[count]);
        clauses[count] = strcmp(text, "；") != 0 ? text : PHRASE_BREAK;
        length += strlen(text);
    }
    if (length > LONGEST) {
        ARGUMENT_FAULT(s, RULE_TEMPLATE_LONG, NULL);
        return value_none();
    }
    clauses[count] = PHRASE_END;
    return value_text(s->arena, phrase_sentence(&s->desk->say, clauses));
}

/* The figure without its unit. */
static const struct value *number_of(struct evaluation *s, const struct value *const *a)
{
    if (a[0]->kind == VALUE_FIGURE)
        return value_figure(&s->desk->say, a[0]->figure, "");
    if (a[0]->kind != VALUE_NONE)
        ARGUMENT_FAULT(s, RULE_TEMPLATE_KIND, s->function->name, N_("数"), value_kind_name(a[0]->kind));
    return value_none();
}

static const struct value *size_of(struct evaluation *s, const struct value *const *a)
{
    const struct value *number = number_of(s, a);
    if (!number->figure.number)
        return value_none();
    struct shown figure = {number_absolute(s->arena, number->figure.number), number->figure.decimals};
    return value_figure(&s->desk->say, figure, a[0]->unit);
}

/* Of two printed figures; % from % are points. */
static const struct value *difference(struct evaluation *s, const struct value *const *a)
{
    const struct phrasing *say = &s->desk->say;
    for (int i = 0; i < 2; i++)
        if (a[i]->kind != VALUE_FIGURE || !a[i]->figure.number)
            return a[i]->kind == VALUE_FIGURE ? value_none() : number_of(s, a + i);
    bool percent = !strcmp(a[0]->unit, SAY(say, WORD_PERCENT_SIGN)) && !strcmp(a[0]->unit, a[1]->unit);
    return value_figure(say, shown_difference(say, a[0]->figure, a[1]->figure),
                        percent ? SAY(say, WORD_POINTS) : a[0]->unit);
}

static const struct value *name_of(struct evaluation *s, const struct value *const *a)
{
    return value_text(s->arena, argument_text(s, a[0]));
}

static const struct value *small_print(struct evaluation *s, const struct value *const *a)
{
    static const struct value small = {.kind = VALUE_STYLE};
    (void)s, (void)a;
    return &small;
}

const struct function functions_logic[] = {
    {"&&", "&&", "v v", 1, both, false},
    {"||", "||", "v v", 1, either, false},
    {"!", "!", "v", 1, negate, false},
    {"&", "&", "s s", 1, joined, false},
    {"=", "=", "s v v", 1, compared_values, false},
    {"[]", "[]", "v*", 1, made_list, false},
    {"个数", "count", "l", 1, count_of, false},
    {"前", "first", "l n?", 1, first_items, false},
    {"后", "last", "l n?", 1, last_items, false},
    {"名单", "names", "l s?", 2, names_of, false},
    {"逐项", "each", "l f s?", 2, each_item, false},
    {"句", "sentence", "s*", 1, sentence, false},
    {"数", "number", "n", 1, number_of, false},
    {"绝对值", "size", "n", 1, size_of, false},
    {"差", "difference", "n n", 1, difference, false},
    {"名称", "name", "v", 1, name_of, false},
    {"小字", "small", "", 1, small_print, false},
    {NULL, NULL, NULL, 0, NULL, false},
};
