/* SPDX-License-Identifier: MIT */
/* trace: a figure in words, down to its cells. */
#include "base/message.h"
#include "base/text.h"
#include "check/understood.h"
#include "cli/trace.h"
#include "compute/rank.h"
#include "read/raw.h"

#include <string.h>

/* ---- figures ---- */

/* A ratio or a rate without a unit is in %. */
static bool in_percent(const struct indicator *indicator)
{
    bool amount = indicator->kind == KIND_FLOW || indicator->kind == KIND_STOCK;
    return !amount && indicator_in_percent(indicator);
}

const char *trace_unit(enum measure measure, const struct indicator *indicator)
{
    bool percent = in_percent(indicator);
    switch (measures[measure].counted) {
    case IN_UNIT:
        return percent ? "%" : indicator->unit;
    case IN_POINTS:
        return _("个百分点");
    case IN_DIFFERENCE:
        return indicator->kind == KIND_RATIO && !percent ? indicator->unit : _("个百分点");
    case IN_PLACES:
        return "";
    default:
        return "%";
    }
}

const char *trace_name(enum measure measure, const struct indicator *indicator)
{
    bool amount = indicator->kind == KIND_FLOW || indicator->kind == KIND_STOCK;
    return measure == MEASURE_VALUE && !amount ? _("数值") : _(measure_name(measure));
}

const char *trace_printed(const struct session *session, const struct result *result, enum measure measure,
                          const struct indicator *indicator)
{
    enum rounding rounding = session->dataset->settings.rounding;
    const char *text = result_text(session->arena, result, measure, indicator, rounding);
    const char *unit = result->printed ? trace_unit(measure, indicator) : result->amount ? indicator->unit : "";
    return arena_format(session->arena, "%s%s", text, unit);
}

static const char *why_none(enum flag flag)
{
    static const char *const reasons[] = {
        [FLAG_NO_DATA] = N_("未报"),
        [FLAG_NO_BASE] = N_("没有可比的基数"),
        [FLAG_INCOMPLETE] = N_("有下级未报，合计不全"),
        [FLAG_ZERO_BASE] = N_("基数是零"),
        [FLAG_TURNED_PROFIT] = N_("基数是负数，本期不是，不算增速"),
        [FLAG_TURNED_LOSS] = N_("本期是负数，基数是正数，不算增速"),
        [FLAG_LOSS_NARROWED] = N_("基数是负数，不算增速，只算减亏多少"),
        [FLAG_LOSS_WIDENED] = N_("基数是负数，不算增速，只算增亏多少"),
        [FLAG_LOSS_SAME] = N_("基数是负数，不算增速"),
    };
    return flag == FLAG_NONE ? "" : _(reasons[flag]);
}

/* ---- cells ---- */

/* 单位万元，×0.0001 = 336亿元；GB18030 */
static const char *reading_words(struct arena *arena, const struct understood_cell *cell, const struct figure *figure,
                                 const struct indicator *indicator)
{
    struct buffer out = {.arena = arena};
    const char *factor = cell->as ? understood_factor(cell->as, arena) : "";
    const char *wanted = cell->as && cell->as->factor ? indicator->unit : cell->as ? cell->as->unit : "";
    if (!figure->number) {
        bool refused = cell->column < cell->row->count && cell->row->marks[cell->column].use == USE_REFUSED;
        buffer_add(&out, refused ? _("没有采用") : _("读作未报"));
    } else {
        buffer_format(&out, _("读作 %s%s"), number_plain(arena, figure->number, 10), wanted);
    }
    if (figure->number && *factor)
        buffer_format(&out, _("（单位%s，×%s）"), cell->as->unit, factor);
    buffer_format(&out, _("；%s 编码"), cell->table->encoding);
    return buffer_text(&out);
}

static const char *cell_line(const struct session *session, const struct figure *figure,
                             const struct indicator *indicator)
{
    struct arena *arena = session->arena;
    struct understood_cell cell;
    if (!understood_find(session->dataset, indicator, figure, &cell))
        return arena_format(arena, _("%s 第 %d 行"), figure->file, figure->line);
    const char *raw = text_excerpt(arena, raw_text(cell.row, cell.column));
    const char *heading = figure->column && *figure->column ? figure->column : _("无表头");
    return arena_format(arena, _("%s 第 %d 行第 %d 列（%s）：“%s”，%s"), figure->file, figure->line, figure->at,
                        text_excerpt(arena, heading), raw, reading_words(arena, &cell, figure, indicator));
}

/* ---- the tree ---- */

/* 上报; 计算 (336-300)/300*100; 下级加总 90+18; why there is none. */
static const char *how(const struct session *session, const struct trace *trace)
{
    const struct result *r = trace->result;
    struct arena *arena = session->arena;
    const char *why = why_none(r->flag);
    if (!r->number)
        return why;
    if (r->origin == ORIGIN_REPORTED)
        return _("上报");
    const char *words = r->origin == ORIGIN_SUMMED ? _("下级加总") : _("计算");
    return arena_format(arena, "%s %s%s%s", words, trace->formula, *why ? _("；") : "", why);
}

/* Whether the figure is of the period alone: a flow's, and not cumulative. */
static bool of_single(enum measure measure, const struct indicator *indicator)
{
    return indicator->kind == KIND_FLOW &&
           (measure == MEASURE_SINGLE || measure == MEASURE_SINGLE_YOY || measure == MEASURE_QOQ);
}

static const char *figure_line(const struct session *session, const struct trace *trace, const struct indicator *above)
{
    struct arena *arena = session->arena;
    const struct subject *s = &trace->part.subject;
    const struct result *r = trace->result;
    enum measure measure = trace->part.measure;
    struct buffer out = {.arena = arena};
    buffer_format(&out, "%s %s ", s->area->name,
                  of_single(measure, s->indicator) ? period_name_single(arena, s->period)
                                                   : period_name(arena, s->period));
    if (s->indicator != above)
        buffer_format(&out, "%s ", s->indicator->name);
    buffer_add(&out, trace_name(measure, s->indicator));
    buffer_format(&out, _("：%s"), trace_printed(session, r, measure, s->indicator));
    if (r->number && number_compare(r->number, r->printed) != 0)
        buffer_format(&out, _("（精确值 %s）"), number_exact(arena, r->number));
    if (trace->again) {
        buffer_add(&out, _("，见上"));
        return buffer_text(&out);
    }
    buffer_format(&out, _("，%s"), how(session, trace));
    return buffer_text(&out);
}

static void add_beside(const struct session *session, const struct trace *trace, struct tree *tree)
{
    const struct result *beside = trace->beside;
    if (!beside || !beside->number || trace->again)
        return;
    bool growth = measure_is_growth(trace->part.measure, trace->part.subject.indicator);
    const char *number = number_exact(session->arena, beside->number);
    tree_add(session->arena, tree,
             arena_format(session->arena,
                          growth ? _("对照：按总量计算是 %s（%s），采用的是上报数")
                                 : _("对照：下级加总是 %s（%s），采用的是上报数"),
                          number, trace->beside_formula));
}

static struct tree *grow(const struct session *session, const struct trace *trace, const struct indicator *above)
{
    const struct subject *s = &trace->part.subject;
    struct tree *tree = tree_new(session->arena, figure_line(session, trace, above));
    for (size_t i = 0; i < trace->cell_count; i++)
        tree_add(session->arena, tree, cell_line(session, trace->cells[i], s->indicator));
    for (size_t i = 0; i < trace->part_count; i++)
        tree_hang(session->arena, tree, grow(session, trace->parts[i], s->indicator));
    if (!trace->again && !trace->cell_count && !trace->part_count && !trace->result->number)
        tree_add(session->arena, tree, _("没有一张表有这个数"));
    add_beside(session, trace, tree);
    return tree;
}

struct tree *trace_figure_tree(const struct session *session, const struct trace *trace)
{
    return grow(session, trace, NULL);
}

/* ---- places ---- */

struct tree *trace_place_tree(const struct session *session, enum measure measure, const struct indicator *indicator,
                              const struct area *area)
{
    struct engine *engine = session->engine;
    struct arena *arena = session->arena;
    struct period period = session->period;
    enum measure by = place_measure(measure, indicator);
    const struct group *group = group_of(engine, area);
    if (!group)
        return NULL;
    const struct rank *ranks = rank_group(engine, group, by, indicator, period, period);
    struct rank own = rank_of_area(engine, area, by, indicator, period, period);
    const char *place = own.rank ? arena_format(arena, own.tied ? _("第 %d 位（并列）") : _("第 %d 位"), own.rank)
                                 : _("不排位：没有数");
    struct tree *tree = tree_new(arena, arena_format(arena, _("%s %s %s 按%s排位：%s，共 %d 个地区有数"), area->name,
                                                     period_name(arena, period), indicator->name,
                                                     trace_name(by, indicator), place, own.of));
    struct subject s = {indicator, area, period, target_from(engine, by, indicator, area, period)};
    tree_hang(arena, tree, trace_figure_tree(session, trace_of(engine, by, s)));
    struct tree *others = tree_add(arena, tree, _("一起排位的地区"));
    for (size_t i = 0; i < group->count; i++) {
        const struct result *r = measure_at(engine, by, indicator, group->members[i], period, period);
        const char *figure = trace_printed(session, r, by, indicator);
        place = ranks[i].rank ? arena_format(arena, _("第 %d 位"), ranks[i].rank) : _("不排位");
        tree_add(arena, others, arena_format(arena, "%s %s %s", place, group->members[i]->name, figure));
    }
    return tree;
}
