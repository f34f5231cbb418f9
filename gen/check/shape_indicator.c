/* SPDX-License-Identifier: MIT */
/* Tables with a row for each area and a column for each indicator (SPEC §1). */
#include "check/shape.h"

#include "base/text.h"
#include "check/header.h"

#include <string.h>

struct by_indicator {
    struct shape *shape;
    const struct raw_table *table;
    struct header header;
    const struct area *area; /* of the preamble, for tables without a column of areas */
    struct slot *slots;      /* [column]; no indicator: not used */
    struct period *periods;  /* [column]: its own, where has_period */
    bool *has_period;
};

static bool contains_any(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strstr(text, words[i]))
            return true;
    }
    return false;
}

#define SAYS(text, ...)                                                                                                \
    contains_any((text), (const char *const[]){__VA_ARGS__},                                                           \
                 sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

/* What the other levels say may make the column something else than the cumulative figure of its table. Taking it for
 * that would be a silent error. */
static bool says_otherwise(const struct header_column *column)
{
    const char *sides[] = {column->above, column->below};
    for (size_t i = 0; i < 2; i++) {
        if (column->indicator->basis != BASIS_SINGLE && SAYS(sides[i], "当月", "本月", "单月", "当季", "本季", "单季"))
            return true;
        /* 比上年同期 is how a growth column is headed; 比上年同月 is the growth of one month. */
        if (SAYS(sides[i], "上月", "环比", "同月") || (!column->growth && SAYS(sides[i], "上年", "去年")))
            return true;
    }
    /* Over the indicator these are but a theme: 目标任务完成情况. */
    return SAYS(column->below, "排序", "排名", "位次", "名次", "占比", "比重", "增减额", "目标", "任务", "计划",
                "完成率", "进度");
}

/* 2018年1—9月, 2016年累计 over or under some of the columns; 比2018年增长 is no period of its own. */
static void read_column_period(struct by_indicator *by, size_t index)
{
    const struct header_column *column = &by->header.columns[index];
    const char *sides[] = {column->below, column->above};
    for (size_t i = 0; i < 2 && !by->has_period[index]; i++) {
        if (!SAYS(sides[i], "比", "较"))
            by->has_period[index] = period_find(sides[i], &by->periods[index]);
    }
}

static void prepare_columns(struct by_indicator *by)
{
    struct loader *loader = by->shape->loader;
    size_t count = by->header.count + 1;
    by->slots = arena_alloc(loader->arena, count * sizeof *by->slots);
    by->periods = arena_alloc(loader->arena, count * sizeof *by->periods);
    by->has_period = arena_alloc(loader->arena, count * sizeof *by->has_period);
    for (size_t i = 0; i < by->header.count; i++) {
        const struct header_column *column = &by->header.columns[i];
        if (!column->indicator)
            continue;
        struct where where = {.file = by->table->file,
                              .line = by->table->rows[by->header.data - 1].line,
                              .column = column->label,
                              .cell = (int)i + 1};
        if (says_otherwise(column)) {
            FINDING(loader->findings, RULE_HEADER_UNUSED, &where, text_excerpt(loader->arena, column->text));
            account_column(loader, i, USE_PASSED, RULE_HEADER_UNUSED);
            continue;
        }
        by->slots[i] = slot_make(by->shape, column->indicator, column->growth ? FIELD_YOY : FIELD_VALUE, column->unit,
                                 &by->header.preamble, &where);
        account_heading(loader, i, column->indicator->name);
        read_column_period(by, i);
    }
}

static struct where cell_where(const struct by_indicator *by, const struct raw_row *row, int column)
{
    return shape_where(by->table, row, (size_t)column, by->header.columns[column].label);
}

/* Whether any cell that would be read has something in it. */
static bool has_figures(const struct by_indicator *by, const struct raw_row *row)
{
    for (size_t i = 0; i < by->header.count; i++) {
        if (by->slots[i].indicator && *raw_text(row, i))
            return true;
    }
    return false;
}

static bool read_area(const struct by_indicator *by, const struct raw_row *row, struct context *context)
{
    struct loader *loader = by->shape->loader;
    context->area = by->area;
    if (by->header.area < 0)
        return true;
    const char *text = columns_text(row, by->header.area);
    struct where where = cell_where(by, row, by->header.area);
    if (*text && (row_filled(row) > 1 || names_find_area(loader->dataset, text, &context->area) != NAME_NONE)) {
        context->area = header_area(loader, text, &where, true);
        if (context->area)
            cell_mark(row, (size_t)by->header.area, USE_KEY, 0);
        else
            row_refuse(row, account_reason(loader));
        return context->area != NULL;
    }
    const char *first = text_excerpt(loader->arena, row_first(row));
    if (has_figures(by, row)) {
        REFUSE_CELL(loader, RULE_ROW_NO_AREA, &where, first);
        row_refuse(row, RULE_ROW_NO_AREA);
    } else if (row_is_heading(loader, row)) {
        row_pass(loader, by->table, row);
    } else {
        FINDING(loader->findings, RULE_ROW_UNUSED, &where, first);
        row_mark(row, USE_PASSED, RULE_ROW_UNUSED);
    }
    return false;
}

/* The row's period, else the table's; false with a finding when the cell holds none. */
static bool read_period(const struct by_indicator *by, const struct raw_row *row, struct period *period)
{
    *period = by->header.preamble.period;
    const char *text = columns_text(row, by->header.period);
    if (!*text && by->header.preamble.has_period)
        return true;
    if (by->header.period < 0)
        return true; /* every column has one of its own: see indicator_read */
    struct where where = cell_where(by, row, by->header.period);
    bool good = shape_period(by->shape, text, &where, period);
    if (good)
        cell_mark(row, (size_t)by->header.period, USE_KEY, 0);
    else
        row_refuse(row, account_reason(by->shape->loader));
    return good;
}

static void read_row(const struct by_indicator *by, const struct raw_row *row)
{
    struct context context = {.table = by->table};
    if (!read_area(by, row, &context))
        return;
    struct period period;
    if (!read_period(by, row, &period))
        return;
    if (*columns_text(row, by->header.status)) {
        struct where where = cell_where(by, row, by->header.status);
        cell_mark(row, (size_t)by->header.status, USE_KEY, 0);
        context.status = shape_status(by->shape, columns_text(row, by->header.status), &where);
    }
    const char *note = columns_text(row, by->header.note);
    context.note = *note ? note : NULL;
    if (context.note)
        cell_mark(row, (size_t)by->header.note, USE_KEY, 0);
    for (size_t i = 0; i < by->header.count; i++) {
        if (!by->slots[i].indicator)
            continue;
        context.period = by->has_period[i] ? by->periods[i] : period;
        shape_cell(by->shape, &context, &by->slots[i], row, i);
    }
}

static bool every_column_dated(const struct by_indicator *by)
{
    for (size_t i = 0; i < by->header.count; i++) {
        if (by->slots[i].indicator && !by->has_period[i])
            return false;
    }
    return true;
}

/* Dates among the headings tell what went wrong: Sep-19 was 2019-09. */
static void report_shape(struct loader *loader, const struct raw_table *table)
{
    struct where where = {.file = table->file};
    for (size_t r = 0; r < table->row_count && r < 5; r++) {
        for (size_t c = 0; c < table->rows[r].count; c++) {
            const char *text = table->rows[r].cells[c].text;
            struct period period;
            where = shape_where(table, &table->rows[r], c, arena_format(loader->arena, "第%zu列", c + 1));
            if (*header_hint(loader, text)) {
                names_indicator(loader, text, &where, true);
                return;
            }
            if (!figure_is_date(text) || period_parse(text, &period))
                continue;
            REFUSE_CELL(loader, RULE_DATE_MANGLED, &where, text_excerpt(loader->arena, text));
            return;
        }
    }
    REFUSE_CELL(loader, RULE_TABLE_SHAPE, &(struct where){.file = table->file}, NULL);
}

/* Of a table without a column of areas, the one that its preamble names. */
static bool find_table_area(struct by_indicator *by)
{
    struct loader *loader = by->shape->loader;
    struct where where = {.file = by->table->file};
    if (by->header.area >= 0)
        return true;
    if (*by->header.preamble.area)
        by->area = names_area(loader, by->header.preamble.area, &where, true);
    else
        REFUSE_CELL(loader, RULE_TABLE_NO_AREA, &where, NULL);
    return by->area != NULL;
}

void indicator_read(struct shape *shape, const struct raw_table *table)
{
    struct loader *loader = shape->loader;
    struct by_indicator by = {.shape = shape, .table = table};
    struct where where = {.file = table->file};
    if (!header_read(loader, table, &by.header)) {
        report_shape(loader, table);
        account_refuse(loader);
        return;
    }
    account_shape(loader, SHAPE_BY_INDICATOR);
    if (!find_table_area(&by)) {
        account_refuse(loader);
        return;
    }
    prepare_columns(&by);
    if (by.header.period < 0 && !by.header.preamble.has_period && !every_column_dated(&by)) {
        REFUSE_CELL(loader, RULE_PERIOD_MISSING, &where, NULL);
        account_refuse(loader);
        return;
    }
    if (by.header.period < 0 && by.header.preamble.file_differs)
        FINDING(loader->findings, RULE_PERIOD_DIFFERS, &where, period_name(loader->arena, by.header.preamble.period));
    for (size_t r = by.header.data; r < table->row_count; r++) {
        if (!by.header.noted[r] && header_row_fits(loader, table, &by.header, &table->rows[r]))
            read_row(&by, &table->rows[r]);
    }
    stated_units_report(loader, by.header.preamble.units);
}
