/* SPDX-License-Identifier: MIT */
/* Tables and charts. Each stands on a line of its own. */
#include "tables/area_tables.h"
#include "tables/book_tables.h"
#include "tables/brief.h"
#include "tables/charts.h"
#include "tables/movers_chart.h"
#include "tables/trend.h"
#include "template/argument.h"
#include "words/region_words.h"

#include <string.h>

enum { MOST_CHARTS = 8, MOST_CELLS = 20000 };

static struct builder *collect(struct evaluation *e)
{
    struct builder *builder = builder_new(e->arena);
    builder_section(builder, SECTION_BODY, "", "", false);
    return builder;
}

static const struct value *chart_value(struct evaluation *e, const struct chart *chart)
{
    struct builder *builder = collect(e);
    if (chart)
        builder_chart(builder, chart);
    return value_blocks(e->arena, builder);
}

/* The table under another title. */
static const struct value *titled(struct evaluation *e, const struct table *table, const struct value *title)
{
    if (!table || !title || title->kind == VALUE_NONE)
        return value_table(e->arena, table);
    struct table copy = *table;
    copy.title = argument_text(e, title);
    return value_table(e->arena, arena_copy(e->arena, &copy, sizeof copy));
}

/* ---- of all areas ---- */

static const struct value *summary(struct evaluation *e, const struct value *const *a)
{
    struct builder *builder = collect(e);
    (void)a;
    tables_summary(e->desk, builder);
    return value_blocks(e->arena, builder);
}

static const struct value *ranks(struct evaluation *e, const struct value *const *a)
{
    struct builder *builder = collect(e);
    if (ranks_any(e->desk))
        tables_ranks(e->desk, builder, a[0] && value_true(a[0]));
    return value_blocks(e->arena, builder);
}

static const struct value *breakdown(struct evaluation *e, const struct value *const *a)
{
    struct builder *builder = collect(e);
    (void)a;
    tables_breakdown(e->desk, builder);
    return value_blocks(e->arena, builder);
}

static const struct value *area_charts(struct evaluation *e, const struct value *const *a)
{
    struct builder *builder = collect(e);
    charts_areas(e->desk, builder, (size_t)argument_count(e, a[0], MOST_CHARTS));
    return value_blocks(e->arena, builder);
}

static const struct value *bar_chart(struct evaluation *e, const struct value *const *a)
{
    struct lane lane;
    return chart_value(e, argument_lane(e, a[0], &lane) ? chart_lane(e->desk, &lane) : NULL);
}

static const struct value *movers_chart(struct evaluation *e, const struct value *const *a)
{
    struct topic topic;
    return chart_value(e, argument_topic(e, a, NULL, &topic) ? chart_movers(e->desk, &topic) : NULL);
}

/* ---- a table of one's own: areas, indicators, columns ---- */

static struct areas areas_asked(struct evaluation *e, const struct value *value)
{
    struct value list = argument_list(value);
    const struct area **areas = arena_alloc(e->arena, (list.count + 1) * sizeof *areas);
    for (size_t i = 0; i < list.count; i++)
        areas[i] = argument_area(e, list.items ? list.items[i] : value);
    return (struct areas){areas, list.count};
}

static struct lanes lanes_asked(struct evaluation *e, const struct value *value)
{
    struct value list = argument_list(value);
    struct lane *lanes = arena_alloc(e->arena, (list.count + 1) * sizeof *lanes);
    size_t count = 0;
    for (size_t i = 0; i < list.count; i++)
        count += argument_lane(e, list.items ? list.items[i] : value, &lanes[count]);
    return (struct lanes){lanes, count};
}

/* A column that the template names, or one by a name that has come about: 名称(…). NULL with a finding. */
static const struct lane_column *column_asked(struct evaluation *e, const struct value *value)
{
    if (value->kind == VALUE_COLUMN)
        return value->column;
    const char *name = argument_text(e, value);
    const struct lane_column *column = lane_column_find(name);
    if (!column)
        ARGUMENT_FAULT(e, RULE_TEMPLATE_COLUMN, name, "");
    return column;
}

static const struct lane_column *const *columns_asked(struct evaluation *e, const struct value *value, size_t *count)
{
    struct value list = argument_list(value);
    const struct lane_column **columns = arena_alloc(e->arena, (list.count + 1) * sizeof *columns);
    *count = 0;
    for (size_t i = 0; i < list.count; i++) {
        const struct lane_column *column = column_asked(e, list.items ? list.items[i] : value);
        if (column)
            columns[(*count)++] = column;
    }
    return columns;
}

static const struct value *own_table(struct evaluation *e, const struct value *const *a)
{
    size_t areas = argument_list(a[0]).count, lanes = argument_list(a[1]).count, columns = argument_list(a[2]).count;
    if (areas * lanes > MOST_CELLS || areas * lanes * columns > MOST_CELLS) {
        ARGUMENT_FAULT(e, RULE_TEMPLATE_MANY, NULL);
        return value_none();
    }
    e->work += (long)(areas * lanes * columns);
    size_t count;
    const struct lane_column *const *chosen = columns_asked(e, a[2], &count);
    const char *title = a[3] ? argument_text(e, a[3]) : NULL;
    return value_table(e->arena, table_own(e->desk, areas_asked(e, a[0]), lanes_asked(e, a[1]), chosen, count, title));
}

/* ---- of one area ---- */

/* What has no target stands in it too when that is asked for, or when nothing has one. */
static const struct value *overview(struct evaluation *e, const struct value *const *a)
{
    bool targets = topics_counted(&e->topics) > 0;
    return value_table(e->arena, table_overview(e->desk, e->desk->area, !targets || (a[0] && value_true(a[0]))));
}

/* The region's own, below the tables of areas; those have what has no target already. */
static const struct value *region_overview(struct evaluation *e, const struct value *const *a)
{
    bool alone = lanes_of(e->desk).count == 0;
    return titled(e, table_overview(e->desk, e->desk->region, alone), a[0]);
}

static const struct table *need(const struct desk *desk)
{
    return table_need(desk, desk->area);
}

static const struct value *reminder(struct evaluation *e, const struct value *const *a)
{
    enum { MOST_ROWS = 5 };
    return value_table(e->arena, table_reminder(e->desk, (size_t)argument_count(e, a[0], MOST_ROWS)));
}

static const struct value *ledger(struct evaluation *e, const struct value *const *a)
{
    return value_table(e->arena, table_ledger(e->desk, (size_t)argument_count(e, a[0], 0)));
}

static const struct value *moved(struct evaluation *e, const struct value *const *a)
{
    return value_table(e->arena, table_moved(e->desk, (size_t)argument_count(e, a[0], 0)));
}

static const struct value *changed(struct evaluation *e, const struct value *const *a)
{
    return value_table(e->arena, table_changes(e->desk, (size_t)argument_count(e, a[0], 0)));
}

static const struct value *revised_ranks(struct evaluation *e, const struct value *const *a)
{
    return value_table(e->arena, table_revised_ranks(e->desk, (size_t)argument_count(e, a[0], 0)));
}

static const struct value *progress_chart(struct evaluation *e, const struct value *const *a)
{
    (void)a;
    return chart_value(e, chart_progress(e->desk));
}

/* Of an indicator; of none, the first n that have a line. */
static const struct value *trend_chart(struct evaluation *e, const struct value *const *a)
{
    struct topic topic;
    if (a[0] && a[0]->kind != VALUE_FIGURE)
        return chart_value(e, argument_topic(e, a, argument_is_growth, &topic) ? chart_trend(e->desk, &topic) : NULL);
    struct builder *builder = collect(e);
    charts_trend(e->desk, builder, (size_t)argument_count(e, a[0], 1));
    return value_blocks(e->arena, builder);
}

/* ---- the one-page brief ---- */

static const struct value *cards_value(struct evaluation *e, const struct cards *cards)
{
    struct builder *builder = collect(e);
    if (cards)
        builder_cards(builder, cards);
    return value_blocks(e->arena, builder);
}

static const struct value *lead_cards(struct evaluation *e, const struct value *const *a)
{
    enum { CARDS = 4 };
    return cards_value(e, cards_leading(e->desk, (size_t)argument_count(e, a[0], CARDS)));
}

static const struct value *gap_cards(struct evaluation *e, const struct value *const *a)
{
    enum { CARDS = 3 };
    return cards_value(e, cards_widest(e->desk, (size_t)argument_count(e, a[0], CARDS)));
}

/* ---- what the figures are ---- */

static const struct value *definitions(struct evaluation *e, const struct value *const *a)
{
    static const struct {
        const char *name;
        enum notes_form form;
    } forms[] = {{"全", NOTES_FULL}, {"简", NOTES_BRIEF}, {"行", NOTES_LINES}};
    const char *wanted = a[0] ? argument_text(e, a[0]) : forms[0].name;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (!strcmp(forms[i].name, wanted))
            return value_deferred(e->arena, DEFERRED_NOTES, forms[i].form);
    ARGUMENT_FAULT(e, RULE_TEMPLATE_FORM, wanted);
    return value_none();
}

static const struct value *indicator_definitions(struct evaluation *e, const struct value *const *a)
{
    (void)a;
    return value_deferred(e->arena, DEFERRED_DEFINITIONS, NOTES_FULL);
}

/* ---- a workbook's ---- */

static const struct value *contents(struct evaluation *e, const struct value *const *a)
{
    (void)a;
    if (e->kind != DOCUMENT_WORKBOOK) {
        ARGUMENT_FAULT(e, RULE_TEMPLATE_SHEET_IN_BULLETIN, NULL);
        return value_none();
    }
    return value_deferred(e->arena, DEFERRED_CONTENTS, NOTES_FULL);
}

static const struct table *verdict_words(const struct desk *desk)
{
    return desk->composer->verdict_count ? table_words(desk) : NULL;
}

/* Live tables, below the months that their formulas know by name. A name stands once in a book, so only the first sheet
 * that asks for them has them. */
static const struct value *work(struct evaluation *e, enum work_sort from, enum work_sort to, bool months)
{
    struct builder *builder = collect(e);
    const struct table *tables[WORK_REFERENCES + 1];
    bool asked = false;
    for (enum work_sort sort = from; sort <= to; sort++) {
        tables[sort] = table_work(e->desk, sort);
        asked |= tables[sort] && table_asks_months(e->desk, tables[sort]);
    }
    const struct table *known = months && asked ? table_months(e->desk) : NULL;
    if (known)
        builder_table(builder, known);
    for (enum work_sort sort = from; sort <= to; sort++)
        if (tables[sort])
            builder_table(builder, tables[sort]);
    return value_blocks(e->arena, builder);
}

static const struct value *work_all(struct evaluation *e, const struct value *const *a)
{
    (void)a;
    return work(e, WORK_PACED, WORK_REFERENCES, true);
}

static const struct value *work_paced(struct evaluation *e, const struct value *const *a)
{
    (void)a;
    return work(e, WORK_PACED, WORK_PACED, true);
}

static const struct value *work_standing(struct evaluation *e, const struct value *const *a)
{
    const struct table *paced = table_work(e->desk, WORK_PACED);
    (void)a;
    return work(e, WORK_STANDING, WORK_STANDING, !paced || !table_asks_months(e->desk, paced));
}

const struct function functions_blocks[] = {
    {"完成情况表", "summary_table", {ARG_NONE}, 500, .value = summary, .everyone = true},
    {"位次表", "rank_table", {ARG_VALUE | OPTIONAL}, 500, .value = ranks, .everyone = true},
    {"目标分解表", "breakdown_table", {ARG_NONE}, 500, .value = breakdown, .everyone = true},
    {"数据表", "own_table", {ARG_AREA, ARG_INDICATOR, ARG_COLUMN, ARG_TEXT | OPTIONAL}, 50, .value = own_table},
    {"一览表", "overview_table", {ARG_VALUE | OPTIONAL}, 50, .value = overview},
    {"全域目标表", "region_table", {ARG_TEXT | OPTIONAL}, 50, .value = region_overview},
    {"提醒表", "reminder_table", {ARG_FIGURE | OPTIONAL}, 50, .value = reminder},
    {"位置表", "place_table", {ARG_NONE}, 50, .table_of_document = table_place},
    {"还需表", "need_table", {ARG_NONE}, 50, .table_of_document = need},
    {"完成情况图", "area_charts", {ARG_FIGURE | OPTIONAL}, 500, .value = area_charts, .everyone = true},
    {"条形图", "bar_chart", {ARG_LANE}, 100, .value = bar_chart, .everyone = true},
    {"拉动图", "movers_chart", {ARG_ITEM}, 100, .value = movers_chart, .everyone = true},
    {"进度图", "progress_chart", {ARG_NONE}, 50, .value = progress_chart},
    {"趋势图", "trend_chart", {ARG_ITEM | OPTIONAL}, 100, .value = trend_chart},
    {"指标卡", "lead_cards", {ARG_FIGURE | OPTIONAL}, 200, .value = lead_cards},
    {"差距卡", "gap_cards", {ARG_FIGURE | OPTIONAL}, 200, .value = gap_cards, .everyone = true},
    {"目标矩阵", "target_matrix", {ARG_NONE}, 500, .table_of_document = table_matrix, .everyone = true},
    {"全年预判表", "outlook_table", {ARG_NONE}, 500, .table_of_document = table_rest},
    {"口径说明", "definitions", {ARG_WORD | OPTIONAL}, 200, .value = definitions},
    {"目录", "contents", {ARG_NONE}, 10, .value = contents},
    {"判定用语表", "verdict_words", {ARG_NONE}, 10, .table_of_document = verdict_words},
    {"判定表", "verdict_table", {ARG_NONE}, 500, .table_of_document = table_verdicts, .everyone = true},
    {"计分表", "score_table", {ARG_NONE}, 200, .table_of_document = table_scores, .everyone = true},
    {"落后清单表", "ledger_table", {ARG_FIGURE | OPTIONAL}, 500, .value = ledger, .everyone = true},
    {"责任单位清单表", "owner_table", {ARG_NONE}, 500, .table_of_document = table_ledger_owners, .everyone = true},
    {"销号表", "cleared_table", {ARG_NONE}, 200, .table_of_document = table_ledger_cleared, .everyone = true},
    {"变动数据表", "moved_table", {ARG_FIGURE | OPTIONAL}, 200, .value = moved, .everyone = true},
    {"变动表", "change_table", {ARG_FIGURE | OPTIONAL}, 500, .value = changed, .everyone = true},
    {"位次变动表", "revised_rank_table", {ARG_FIGURE | OPTIONAL}, 200, .value = revised_ranks, .everyone = true},
    {"修订表", "revision_table", {ARG_NONE}, 1000, .table_of_document = table_revision, .everyone = true},
    {"明细表", "data_table", {ARG_NONE}, 1000, .table_of_document = table_data, .everyone = true},
    {"核查表", "finding_table", {ARG_NONE}, 200, .table_of_document = table_findings, .everyone = true},
    {"读法表", "reading_table", {ARG_NONE}, 200, .table_of_document = table_understood, .everyone = true},
    {"指标口径表", "definition_table", {ARG_NONE}, 200, .value = indicator_definitions},
    {"目标来源表", "source_table", {ARG_NONE}, 200, .table_of_document = table_sources},
    {"溯源表", "origin_table", {ARG_NONE}, 500, .table_of_document = table_trace},
    {"趋势表", "trend_table", {ARG_NONE}, 200, .table_of_document = table_trend},
    {"核对表", "check_table", {ARG_NONE}, 200, .table_of_document = table_check},
    {"测算表", "work_table", {ARG_NONE}, 200, .value = work_all},
    {"序时测算表", "pace_work_table", {ARG_NONE}, 200, .value = work_paced},
    {"非累计测算表", "standing_work_table", {ARG_NONE}, 200, .value = work_standing},
    {.name = NULL},
};
