/* SPDX-License-Identifier: MIT */
#include "base/text.h"
#include "check/account.h"
#include "check/header.h"
#include "check/target_reading.h"
#include "check/unit.h"

#include <string.h>

/* The 附表 as issued: a row for each area, a column for each indicator, the year in the title or the file's name. */
struct target_table {
    struct loader *loader;
    const struct raw_table *table;
    struct header header;
    int year;                      /* 0: not known, which has been reported */
    const char *source;            /* what a row 数据来源：… below the table says; NULL for none */
    const struct number **factors; /* of each column, to its indicator's unit; NULL: not a column of targets */
    struct target_list *list;
};

/* A column that is there for comparison: 2018年完成, 上年实绩, 占比, 位次. Taking it for a target would be a silent
 * error. */
static bool is_no_target(const struct target_table *table, const struct header_column *column)
{
    static const char *const words[] = {"上年", "去年", "上月", "占比",   "比重", "位次", "名次",
                                        "排名", "排序", "环比", "完成率", "进度", "实绩", "实际"};
    struct period period;
    for (size_t i = column->growth ? 2 : 0; i < sizeof words / sizeof *words; i++) { /* 比上年增长 is a growth */
        if (strstr(column->rest, words[i]))
            return true;
    }
    return table->year && period_find(column->rest, &period) && period.year != table->year;
}

/* What a figure of the column is multiplied by. NULL with a finding when its unit is not one of the indicator's. */
static const struct number *column_factor(struct target_table *table, const struct header_column *column,
                                          const struct where *where)
{
    struct arena *arena = table->loader->arena;
    const struct indicator *indicator = column->indicator;
    bool amount = indicator->kind == KIND_FLOW || indicator->kind == KIND_STOCK;
    enum stated_for purpose = column->growth ? STATED_FOR_GROWTH : amount ? STATED_FOR_AMOUNT : STATED_FOR_OTHER;
    const char *to = column->growth ? "%" : indicator->unit;
    const char *from =
        stated_unit_choose(table->loader, table->header.preamble.units, column->unit, to, purpose, where, false);
    if (!from)
        return NULL;
    const struct number *factor = *from ? unit_factor(arena, from, to) : number_integer(arena, 1);
    if (!factor)
        FINDING(table->loader->findings, RULE_UNIT_CONVERT, where, from, to);
    else
        account_figures(table->loader,
                        &(struct understood_column){column->text, indicator, column->growth ? FIELD_YOY : FIELD_VALUE,
                                                    *from ? from : to, factor});
    return factor;
}

static struct where column_where(const struct target_table *table, const struct header_column *column, int line)
{
    return (struct where){.file = table->table->file,
                          .line = line,
                          .column = column->label,
                          .cell = (int)(column - table->header.columns) + 1};
}

/* A table of targets has no use for a column 状态 or 时期. */
static void pass_column(struct target_table *table, int index)
{
    if (index < 0 || table->header.columns[index].empty)
        return;
    struct where where =
        column_where(table, &table->header.columns[index], table->table->rows[table->header.first].line);
    FINDING(table->loader->findings, RULE_COLUMN_UNKNOWN, &where, where.column, "");
    account_column(table->loader, (size_t)index, USE_PASSED, RULE_COLUMN_UNKNOWN);
}

static void find_factors(struct target_table *table)
{
    int line = table->table->rows[table->header.first].line;
    table->factors = arena_alloc(table->loader->arena, table->header.count * sizeof *table->factors);
    pass_column(table, table->header.status);
    pass_column(table, table->header.period);
    if (table->header.note >= 0)
        account_column(table->loader, (size_t)table->header.note, USE_SKIPPED, 0);
    for (size_t i = 0; i < table->header.count; i++) {
        const struct header_column *column = &table->header.columns[i];
        struct where where = column_where(table, column, line);
        if (!column->indicator)
            continue;
        if (is_no_target(table, column)) {
            FINDING(table->loader->findings, RULE_HEADER_UNUSED, &where, column->label);
            account_column(table->loader, i, USE_PASSED, RULE_HEADER_UNUSED);
            continue;
        }
        table->factors[i] = column_factor(table, column, &where);
        if (table->factors[i])
            account_heading(table->loader, i, column->indicator->name);
        else
            account_column(table->loader, i, USE_REFUSED, account_reason(table->loader));
    }
}

static void read_cell(const struct target_table *table, const struct raw_row *row, size_t i, const struct area *area)
{
    struct loader *loader = table->loader;
    const struct header_column *column = &table->header.columns[i];
    struct target_place place = {.loader = loader,
                                 .cell = column_where(table, column, row->line),
                                 .text = raw_text(row, i),
                                 .list = table->list};
    size_t said = loader->findings->count;
    if (target_is_missing(loader->arena, place.text)) {
        cell_mark(row, i, USE_EMPTY, 0);
        return;
    }
    struct target target = {.scope = SCOPE_AREA,
                            .area = area,
                            .indicator = column->indicator,
                            .measure = column->growth ? MEASURE_YOY : MEASURE_VALUE,
                            .from = table->year,
                            .to = table->year,
                            .source = table->source,
                            .file = table->table->file,
                            .line = row->line};
    target.op = target_default_op(&target);
    enum figure_scale scale = unit_is_permille(column->unit)  ? FIGURE_IN_PERMILLE
                              : unit_is_percent(column->unit) ? FIGURE_IN_PERCENT
                                                              : target_scale(&target);
    if (!target_read_range(&place, &target, scale))
        target.value = target_amount(&place, &target, TARGET_VALUE, place.text, scale);
    bool refused = !target.value || !table->year;
    cell_mark(row, i, refused ? USE_REFUSED : USE_FIGURE,
              !refused                         ? 0
              : loader->findings->count > said ? account_reason(loader)
                                               : RULE_TARGET_YEAR);
    if (refused)
        return;
    target.value = number_multiply(loader->arena, target.value, table->factors[i]);
    if (target.range)
        target.stretch = number_multiply(loader->arena, target.stretch, table->factors[i]);
    target_add(&place, &target);
}

static bool has_targets(const struct target_table *table, const struct raw_row *row)
{
    for (size_t i = 0; i < table->header.count; i++) {
        if (table->factors[i] && !target_is_missing(table->loader->arena, raw_text(row, i)))
            return true;
    }
    return false;
}

static void read_row(const struct target_table *table, const struct raw_row *row)
{
    const struct header_column *column = &table->header.columns[table->header.area];
    const char *name = raw_text(row, (size_t)table->header.area);
    struct where where = column_where(table, column, row->line);
    if (!has_targets(table, row)) {
        if (row_is_heading(table->loader, row))
            row_pass(table->loader, table->table, row);
        else
            row_mark(row, USE_SKIPPED, 0); /* an area without targets */
        return;
    }
    if (!*name) {
        FINDING(table->loader->findings, RULE_ROW_NO_AREA, &where, row_first(row));
        row_refuse(row, RULE_ROW_NO_AREA);
        return;
    }
    const struct area *area = header_area(table->loader, name, &where, false);
    if (area)
        cell_mark(row, (size_t)table->header.area, USE_KEY, 0);
    else
        row_refuse(row, account_reason(table->loader));
    for (size_t i = 0; i < table->header.count && area; i++) {
        if (table->factors[i])
            read_cell(table, row, i, area);
    }
}

/* The document the table was issued with: such a table has no column for it, but a row below may name it. */
static const char *source_below(const struct target_table *table)
{
    static const char *const keys[] = {"数据来源", "资料来源", "来源", "依据", "目标依据"};
    struct arena *arena = table->loader->arena;
    for (size_t r = table->header.data; r < table->table->row_count; r++) {
        const char *text = table->header.noted[r] ? text_compact(arena, row_first(&table->table->rows[r])) : "";
        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
            size_t length = strlen(keys[k]);
            if (text_starts(text, keys[k]) && text[length] == ':' && text[length + 1])
                return text + length + 1;
        }
    }
    return NULL;
}

void targets_read_by_indicator(struct loader *loader, const struct raw_table *raw, struct target_list *list)
{
    struct target_table table = {.loader = loader, .table = raw, .list = list};
    struct where where = {.file = raw->file};
    if (!header_read(loader, raw, &table.header) || table.header.area < 0) {
        FINDING(loader->findings, RULE_TARGET_TABLE, &where, NULL);
        account_refuse(loader);
        return;
    }
    if (table.header.preamble.has_period)
        table.year = table.header.preamble.period.year;
    else
        FINDING(loader->findings, RULE_TARGET_YEAR, &where, NULL);
    find_factors(&table);
    table.source = source_below(&table);
    for (size_t i = table.header.data; i < raw->row_count; i++) {
        if (!table.header.noted[i] && header_row_fits(loader, raw, &table.header, &raw->rows[i]))
            read_row(&table, &raw->rows[i]);
    }
    stated_units_report(loader, table.header.preamble.units);
}
