/* SPDX-License-Identifier: MIT */
/* trace: a verdict in words, with its target's place and its arithmetic. */
#include "base/message.h"
#include "check/understood.h"
#include "cli/trace.h"
#include "read/raw.h"

#include <string.h>

static const char *kind_words(enum verdict_kind kind)
{
    static const char *const words[] = {
        [VERDICT_STRETCH] = N_("达到力争目标"),     [VERDICT_MET] = N_("达到目标"),
        [VERDICT_MISSED] = N_("未达到目标"),        [VERDICT_DONE] = N_("提前完成"),
        [VERDICT_ON_PACE] = N_("达到序时进度"),     [VERDICT_BEHIND] = N_("滞后序时进度"),
        [VERDICT_PENDING] = N_("待完成，暂不评价"), [VERDICT_NO_DATA] = N_("未报，暂不评价"),
        [VERDICT_NO_TARGET] = N_("没有目标"),       [VERDICT_COMPARED] = N_("只作对比，不是目标"),
    };
    return _(words[kind]);
}

/* Of an average over several years before the last: the plan's target, not that of a pace. */
static const char *verdict_words(const struct verdict *v)
{
    if (v->spanning && v->kind == VERDICT_ON_PACE)
        return _("达到规划目标");
    return v->spanning && v->kind == VERDICT_BEHIND ? _("低于规划目标") : kind_words(v->kind);
}

/* The row as it stands in the table. */
static const char *row_text(const struct session *session, const char *file, int line)
{
    struct buffer out = {.arena = session->arena};
    const struct raw_row *row = understood_row(session->dataset, file, line);
    for (size_t c = 0; row && c < row->count; c++)
        buffer_format(&out, "%s%s", c ? "," : "", row->cells[c].text);
    return buffer_text(&out);
}

static const char *goal_text(struct arena *arena, const struct verdict *v)
{
    const struct target *t = v->target;
    struct buffer out = {.arena = arena};
    const char *unit = trace_unit(v->key.measure, v->key.indicator);
    buffer_format(&out, "%s", ops[t->op].id);
    if (t->upper)
        buffer_format(&out, " %s..%s", number_exact(arena, v->goal), number_exact(arena, v->upper));
    else if (v->target_value)
        buffer_format(&out, " %s", number_exact(arena, v->target_value));
    if (v->target_value || t->upper)
        buffer_add(&out, unit);
    if (t->of_parent || t->of_area)
        buffer_format(&out, _("（%s的同一个数加 %s）"), t->of_area ? t->of_area->name : _("上级"),
                      t->value ? number_plain(arena, t->value, 10) : "0");
    if (t->stretch)
        buffer_format(&out, _("，力争 %s%s"), number_exact(arena, t->stretch), unit);
    return buffer_text(&out);
}

static void add_target(const struct session *session, const struct verdict *v, struct tree *tree)
{
    struct arena *arena = session->arena;
    struct tree *target = tree_add(arena, tree, arena_format(arena, _("目标：%s"), goal_text(arena, v)));
    for (const struct target *t = v->target; t; t = t->twin) {
        struct buffer line = {.arena = arena};
        buffer_format(&line, _("%s 第 %d 行：“%s”"), t->file, t->line, row_text(session, t->file, t->line));
        const char *const parts[] = {t->source, t->clause, t->owner};
        static const char *const names[] = {N_("依据"), N_("条款"), N_("责任单位")};
        for (size_t i = 0; i < 3; i++)
            if (parts[i])
                buffer_format(&line, _("；%s %s"), _(names[i]), parts[i]);
        tree_add(arena, target, buffer_text(&line));
    }
}

/* Which limit the gap was taken from. */
static const char *gap_text(struct arena *arena, const struct verdict *v)
{
    const struct number *ends[] = {v->goal, v->upper, v->target_value};
    const char *gap = number_exact(arena, v->gap);
    for (size_t i = 0; i < 3; i++) {
        if (!ends[i] || number_compare(number_subtract(arena, v->actual, ends[i]), v->gap) != 0)
            continue;
        const char *end = number_exact(arena, ends[i]);
        return arena_format(arena, number_sign(ends[i]) < 0 ? "%s-(%s) = %s" : "%s-%s = %s",
                            number_exact(arena, v->actual), end, gap);
    }
    return gap;
}

static void add_pace(const struct session *session, const struct verdict *v, struct tree *tree)
{
    struct arena *arena = session->arena;
    enum rounding rounding = session->dataset->settings.rounding;
    int decimals = v->key.indicator->rate_decimals;
    if (v->progress)
        tree_add(arena, tree,
                 arena_format(arena, _("完成：%s/%s*100 = %s%%"), number_exact(arena, v->actual),
                              number_exact(arena, v->target_value),
                              number_text(arena, v->progress, decimals, rounding)));
    if (v->pace)
        tree_add(arena, tree,
                 arena_format(arena, _("序时进度：%s%%（%s）"), number_text(arena, v->pace, decimals, rounding),
                              v->target->pace_count ? _("按目标表的序时一栏") : _("按过去的月数")));
    if (v->due)
        tree_add(arena, tree,
                 arena_format(arena, _("应完成：%s*%s/100 = %s，%s %s"), number_exact(arena, v->goal),
                              number_exact(arena, v->pace), number_exact(arena, v->due_exact),
                              op_at_most(v->target->op) ? _("进位为") : _("舍位为"), number_exact(arena, v->due)));
}

/* What is to do towards a sum over the year; for a growth it comes of more than stands here. */
static const char *to_do_arithmetic(struct arena *arena, const struct verdict *v)
{
    bool plain = v->accumulating && number_compare(number_subtract(arena, v->goal, v->actual), v->to_do) == 0;
    return plain ? arena_format(arena,
                                number_sign(v->actual) < 0 ? "%s-(%s) = " : "%s-%s = ", number_exact(arena, v->goal),
                                number_exact(arena, v->actual))
                 : "";
}

static void add_needs(const struct session *session, const struct verdict *v, struct tree *tree)
{
    const struct {
        const struct number *number;
        const char *words, *unit;
    } needs[] = {{v->to_do, N_("还需完成"), v->key.indicator->unit},
                 {v->per_month, N_("今后月均需完成"), v->key.indicator->unit},
                 {v->so_far_per_month, N_("前期月均完成"), v->key.indicator->unit},
                 {v->growth_needed, N_("今后需增长"), "%"}};
    for (size_t i = 0; i < sizeof needs / sizeof *needs; i++)
        if (needs[i].number)
            tree_add(session->arena, tree,
                     arena_format(session->arena, _("%s：%s%s%s"), _(needs[i].words),
                                  i == 0 ? to_do_arithmetic(session->arena, v) : "",
                                  number_exact(session->arena, needs[i].number), needs[i].unit));
}

struct tree *trace_verdict_tree(const struct session *session, const struct verdict *v)
{
    struct arena *arena = session->arena;
    const char *to = target_key_code(arena, v->key);
    enum measure measure = v->key.measure;
    const char *unit = trace_unit(measure, v->key.indicator);
    /* Two percentages differ by points. */
    const char *gap_unit = strcmp(unit, "%") == 0 ? _("个百分点") : unit;
    const char *name =
        arena_format(arena, "%s%s%s", trace_name(measure, v->key.indicator), *to ? _("，期限 ") : "", to);
    struct tree *tree = tree_new(arena, arena_format(arena, _("判定（%s）：%s"), name, verdict_words(v)));
    if (!v->target)
        return tree;
    add_target(session, v, tree);
    if (v->elsewhere)
        tree_add(arena, tree, arena_format(arena, _("按 %s 的数评价"), period_name(arena, v->at)));
    if (v->actual)
        tree_add(arena, tree, arena_format(arena, _("实际：%s%s"), number_exact(arena, v->actual), unit));
    if (v->incomplete)
        tree_add(arena, tree, _("有下级未报，合计不全，暂不评价"));
    if (v->gap)
        tree_add(arena, tree, arena_format(arena, _("差距：%s%s"), gap_text(arena, v), gap_unit));
    add_pace(session, v, tree);
    add_needs(session, v, tree);
    return tree;
}
