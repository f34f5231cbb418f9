/* SPDX-License-Identifier: MIT */
/* Tables and charts. Each stands on a line of its own. */
#include "tables/area_tables.h"
#include "tables/book_tables.h"
#include "tables/charts.h"
#include "tables/trend.h"
#include "template/argument.h"
#include "words/region_words.h"

#include <string.h>

enum { MOST_CHARTS = 8, MOST_CELLS = 20000 };

static struct builder *collect(struct evaluation *s)
{
    struct builder *builder = builder_new(s->arena);
    builder_section(builder, SECTION_BODY, "", "", false);
    return builder;
}

static const struct value *chart_value(struct evaluation *s, const struct chart *chart)
{
    struct builder *builder = collect(s);
    if (chart)
        builder_chart(builder, chart);
    return value_blocks(s->arena, builder);
}

/* A block that is filled in at the end. */
static const struct value *deferred(struct evaluation *s, struct block block)
{
    struct value value = {.kind = VALUE_BLOCKS, .blocks = arena_copy(s->arena, &block, sizeof block), .count = 1};
    return arena_copy(s->arena, &value, sizeof value);
}

/* The table under another title. */
static const struct value *titled(struct evaluation *s, const struct table *table, const struct value *title)
{
    if (!table || !title || title->kind == VALUE_NONE)
        return value_table(s->arena, table);
    struct table copy = *table;
    copy.title = argument_text(s, title);
    return value_table(s->arena, arena_copy(s->arena, &copy, sizeof copy));
}

/* ---- of all areas ---- */

static const struct value *summary(struct evaluation *s, const struct value *const *a)
{
    struct builder *builder = collect(s);
    (void)a;
    tables_summary(s->desk, builder);
    return value_blocks(s->arena, builder);
}

static const struct value *ranks(struct evaluation *s, const struct value *const *a)
{
    struct builder *builder = collect(s);
    if (ranks_any(s->desk))
        tables_ranks(s->desk, builder, a[0] && value_true(a[0]));
    return value_blocks(s->arena, builder);
}

static const struct value *breakdown(struct evaluation *s, const struct value *const *a)
{
    struct builder *builder = collect(s);
    (void)a;
    tables_breakdown(s->desk, builder);
    return value_blocks(s->arena, builder);
}

static const struct value *area_charts(struct evaluation *s, const struct value *const *a)
{
    struct builder *builder = collect(s);
    charts_areas(s->desk, builder, (size_t)argument_count(s, a[0], MOST_CHARTS));
    return value_blocks(s->arena, builder);
}

static const struct value *bar_chart(struct evaluation *s, const struct value *const *a)
{
    struct lane lane;
    return chart_value(s, argument_lane(s, a[0], &lane) ? chart_lane(s->desk, &lane) : NULL);
}

/* ---- a table of one's own: areas, indicators, columns ---- */

static struct areas areas_asked(struct evaluation *s, const struct value *value)
{
    struct value list = argument_list(value);
    const struct area **areas = arena_alloc(s->arena, (list.count + 1) * sizeof *areas);
    for (size_t i = 0; i < list.count; i++)
        areas[i] = argument_area(s, list.items ? list.items[i] : value);
    return (struct areas){areas, list.count};
}

static struct lanes lanes_asked(struct evaluation *s, const struct value *value)
{
    struct value list = argument_list(value);
    struct lane *lanes = arena_alloc(s->arena, (list.count + 1) * sizeof *lanes);
    size_t count = 0;
    for (size_t i = 0; i < list.count; i++)
        count += argument_lane(s, list.items ? list.items[i] : value, &lanes[count]);
    return (struct lanes){lanes, count};
}

static const struct lane_column *const *columns_asked(struct evaluation *s, const struct value *value, size_t *count)
{
    struct value list = argument_list(value);
    const struct lane_column **columns = arena_alloc(s->arena, (list.count + 1) * sizeof *columns);
    *count = 0;
    for (size_t i = 0; i < list.count; i++) {
        const char *name = argument_text(s, list.items ? list.items[i] : value);
        const struct lane_column *found = lane_column_find(name);
        if (found)
            columns[(*count)++] = found;
        else
            ARGUMENT_FAULT(s, RULE_TEMPLATE_COLUMN, name, "");
    }
    return columns;
}

static const struct value *own_table(struct evaluation *s, const struct value *const *a)
{
    size_t areas = argument_list(a[0]).count, lanes = argument_list(a[1]).count, columns = argument_list(a[2]).count;
    if (areas * lanes > MOST_CELLS || areas * lanes * columns > MOST_CELLS) {
        ARGUMENT_FAULT(s, RULE_TEMPLATE_MANY, NULL);
        return value_none();
    }
    s->work += (long)(areas * lanes * columns);
    size_t count;
    const struct lane_column *const *chosen = columns_asked(s, a[2], &count);
    const char *title = a[3] ? argument_text(s, a[3]) : NULL;
    return value_table(s->arena, table_own(s->desk, areas_asked(s, a[0]), lanes_asked(s, a[1]), chosen, count, title));
}

/* ---- of one area ---- */

/* What has no target stands in it too when that is asked for, or when nothing has one. */
static const struct value *overview(struct evaluation *s, const struct value *const *a)
{
    bool targets = topics_standing(&s->topics, STANDING_REFERENCE) < s->topics.count;
    return value_table(s->arena, table_overview(s->desk, s->desk->area, !targets || (a[0] && value_true(a[0]))));
}

/* The region's own, below the tables of areas; those have what has no target already. */
static const struct value *region_overview(struct evaluation *s, const struct value *const *a)
{
    bool alone = lanes_of(s->desk).count == 0;
    return titled(s, table_overview(s->desk, s->desk->region, alone), a[0]);
}

static const struct value *need(struct evaluation *s, const struct value *const *a)
{
    (void)a;
    return value_table(s->arena, table_need(s->desk, s->desk->area));
}

static const struct value *reminder(struct evaluation *s, const struct value *const *a)
{
    enum { MOST_ROWS = 5 };
    return value_table(s->arena, table_reminder(s->desk, (size_t)argument_count(s, a[0], MOST_ROWS)));
}

static const struct value *progress_chart(struct evaluation *s, const struct value *const *a)
{
    (void)a;
    return chart_value(s, chart_progress(s->desk));
}

/* Of an indicator; of none, the first n that have a line. */
static const struct value *trend_chart(struct evaluation *s, const struct value *const *a)
{
    struct topic topic;
    if (a[0] && a[0]->kind != VALUE_FIGURE)
        return chart_value(s, argument_topic(s, a, argument_is_growth, &topic) ? chart_trend(s->desk, &topic) : NULL);
    struct builder *builder = collect(s);
    charts_trend(s->desk, builder, (size_t)argument_count(s, a[0], 1));
    return value_blocks(s->arena, builder);
}

/* ---- what the figures are ---- */

static const struct value *definitions(struct evaluation *s, const struct value *const *a)
{
    static const struct {
        const char *name;
        enum notes_form form;
    } forms[] = {{"全", NOTES_FULL}, {"简", NOTES_BRIEF}, {"行", NOTES_LINES}};
    const char *wanted = a[0] ? argument_text(s, a[0]) : forms[0].name;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (!strcmp(forms[i].name, wanted))
            return deferred(s, assembly_notes_block(forms[i].form));
    ARGUMENT_FAULT(s, RULE_TEMPLATE_FORM, wanted);
    return value_none();
}

static const struct value *indicator_definitions(struct evaluation *s, const struct value *const *a)
{
    (void)a;
    return deferred(s, assembly_definitions_block());
}

/* ---- a workbook's ---- */

static const struct value *contents(struct evaluation *s, const struct value *const *a)
{
    (void)a;
    if (s->kind != DOCUMENT_WORKBOOK) {
        ARGUMENT_FAULT(s, RULE_TEMPLATE_SHEET_IN_BULLETIN, NULL);
        return value_none();
    }
    return deferred(s, assembly_contents_block());
}

static const struct value *verdict_words(struct evaluation *s, const struct value *const *a)
{
    (void)a;
    return value_table(s->arena, s->desk->composer->verdict_count ? table_words(s->desk) : NULL);
}

/* Live tables, below the months that their formulas know by name. A name stands once in a book, so only the first sheet
 * that asks for them has them. */
static const struct value *work(struct evaluation *s, enum work_sort from, enum work_sort to, bool months)
{
    struct builder *builder = collect(s);
    const struct table *tables[WORK_REFERENCES + 1];
    bool asked = false;
    for (enum work_sort sort = from; sort <= to; sort++) {
        tables[sort] = table_work(s->desk, sort);
        asked |= tables[sort] && table_asks_months(s->desk, tables[sort]);
    }
    const struct table *known = months && asked ? table_months(s->desk) : NULL;
    if (known)
        builder_table(builder, known);
    for (enum work_sort sort = from; sort <= to; sort++)
        if (tables[sort])
            builder_table(builder, tables[sort]);
    return value_blocks(s->arena, builder);
}

static const struct value *work_all(struct evaluation *s, const struct value *const *a)
{
    (void)a;
    return work(s, WORK_PACED, WORK_REFERENCES, true);
}

static const struct value *work_paced(struct evaluation *s, const struct value *const *a)
{
    (void)a;
    return work(s, WORK_PACED, WORK_PACED, true);
}

static const struct value *work_standing(struct evaluation *s, const struct value *const *a)
{
    const struct table *paced = table_work(s->desk, WORK_PACED);
    (void)a;
    return work(s, WORK_STANDING, WORK_STANDING, !paced || !table_asks_months(s->desk, paced));
}

#define TABLE_FUNCTION(name, table)                                                                                    \
    static const struct value *name(struct evaluation *s, const struct value *const *a)                                \
    {                                                                                                                  \
        (void)a;                                                                                                       \
        return value_table(s->arena, table(s->desk));                                                                  \
    }

/* clang-format off */
TABLE_FUNCTION(verdicts, table_verdicts)
TABLE_FUNCTION(scores, table_scores)
TABLE_FUNCTION(data, table_data)
TABLE_FUNCTION(findings, table_findings)
TABLE_FUNCTION(target_sources, table_sources)
TABLE_FUNCTION(trend, table_trend)
TABLE_FUNCTION(check, table_check)
/* clang-format on */

const struct function functions_blocks[] = {
    {"完成情况表", "summary_table", "", 500, summary, true},
    {"位次表", "rank_table", "v?", 500, ranks, true},
    {"目标分解表", "breakdown_table", "", 500, breakdown, true},
    {"数据表", "own_table", "a i c s?", 50, own_table, false},
    {"一览表", "overview_table", "v?", 50, overview, false},
    {"全域目标表", "region_table", "s?", 50, region_overview, false},
    {"提醒表", "reminder_table", "n?", 50, reminder, false},
    {"还需表", "need_table", "", 50, need, false},
    {"完成情况图", "area_charts", "n?", 500, area_charts, true},
    {"条形图", "bar_chart", "L", 100, bar_chart, true},
    {"进度图", "progress_chart", "", 50, progress_chart, false},
    {"趋势图", "trend_chart", "g?", 100, trend_chart, false},
    {"口径说明", "definitions", "w?", 200, definitions, false},
    {"目录", "contents", "", 10, contents, false},
    {"判定用语表", "verdict_words", "", 10, verdict_words, false},
    {"判定表", "verdict_table", "", 500, verdicts, true},
    {"计分表", "score_table", "", 200, scores, true},
    {"明细表", "data_table", "", 1000, data, true},
    {"核查表", "finding_table", "", 200, findings, true},
    {"指标口径表", "definition_table", "", 200, indicator_definitions, false},
    {"目标来源表", "source_table", "", 200, target_sources, false},
    {"趋势表", "trend_table", "", 200, trend, false},
    {"核对表", "check_table", "", 200, check, false},
    {"测算表", "work_table", "", 200, work_all, false},
    {"序时测算表", "pace_work_table", "", 200, work_paced, false},
    {"非累计测算表", "standing_work_table", "", 200, work_standing, false},
    {NULL, NULL, NULL, 0, NULL, false},
};
