/* SPDX-License-Identifier: MIT */
#include "template/call.h"

static const struct value *say_of_item(struct evaluation *e, const struct value *const *a)
{
    struct topic topic;
    const char *text =
        argument_topic(e, a, e->function->fits, &topic) ? e->function->text_of_item(e->desk, &topic) : NULL;
    return text ? value_text(e->arena, text) : value_none();
}

static const struct value *say_of_lane(struct evaluation *e, const struct value *const *a)
{
    struct lane lane;
    if (!argument_lane(e, a[0], &lane))
        return value_none();
    return value_text(e->arena, e->function->text_of_lane(e->desk, &lane));
}

static const struct value *figure_of_item(struct evaluation *e, const struct value *const *a)
{
    struct topic topic;
    if (!argument_topic(e, a, e->function->fits, &topic) || !topic.verdict)
        return value_no_figure();
    struct printed_figure printed = e->function->figure_of_item(e->desk, &topic);
    return value_figure(&e->desk->say, printed.figure, printed.unit);
}

const struct value *function_call(const struct function *function, struct evaluation *e,
                                  const struct value *const *arguments)
{
    e->function = function;
    if (function->text_of_document)
        return value_text(e->arena, function->text_of_document(e->desk));
    if (function->text_of_item)
        return say_of_item(e, arguments);
    if (function->text_of_lane)
        return say_of_lane(e, arguments);
    if (function->figure_of_item)
        return figure_of_item(e, arguments);
    if (function->table_of_document)
        return value_table(e->arena, function->table_of_document(e->desk));
    return function->value(e, arguments);
}
