/* SPDX-License-Identifier: MIT */
#include "template/call.h"

static const struct value *item_text(struct evaluation *e, const struct value *const *a)
{
    struct topic topic;
    const char *text = argument_topic(e, a, e->function->fits, &topic) ? e->function->item_text(e->desk, &topic) : NULL;
    return text ? value_text(e->arena, text) : value_none();
}

static const struct value *lane_text(struct evaluation *e, const struct value *const *a)
{
    struct lane lane;
    if (!argument_lane(e, a[0], &lane))
        return value_none();
    return value_text(e->arena, e->function->lane_text(e->desk, &lane));
}

static const struct value *figure(struct evaluation *e, const struct value *const *a)
{
    struct topic topic;
    if (!argument_topic(e, a, e->function->fits, &topic) || !topic.verdict)
        return value_no_figure();
    struct printed_figure printed = e->function->figure(e->desk, &topic);
    return value_figure(&e->desk->say, printed.figure, printed.unit);
}

const struct value *function_call(const struct function *function, struct evaluation *e,
                                  const struct value *const *arguments)
{
    e->function = function;
    if (function->text)
        return value_text(e->arena, function->text(e->desk));
    if (function->item_text)
        return item_text(e, arguments);
    if (function->lane_text)
        return lane_text(e, arguments);
    if (function->figure)
        return figure(e, arguments);
    if (function->table)
        return value_table(e->arena, function->table(e->desk));
    return function->value(e, arguments);
}
