/* SPDX-License-Identifier: MIT */
/* Tables with a column for each period, as the national bureau's database exports them (SPEC §1): the rows are areas
 * and the preamble names the indicator, or the other way round. */
#include "check/shape.h"

#include "base/text.h"
#include "check/header.h"

#include <string.h>

/* The cells below a header of periods are figures: names there would make it the upper level of another header. */
static bool followed_by_figures(const struct raw_table *table, size_t header)
{
    if (header + 1 == table->row_count)
        return false;
    struct arena *arena = arena_new();
    const struct raw_row *row = &table->rows[header + 1];
    size_t texts = 0;
    for (size_t c = 1; c < row->count; c++) {
        const struct number *number;
        texts += figure_read(arena, row->cells[c].text, FIGURE_IN_PERCENT, true, &number) == FIGURE_INVALID;
    }
    arena_free(arena);
    return texts * 2 <= row->count;
}

/* 2000 may be a figure and 甲县,2019Q1, a row without figures: a year, or one period alone, heads a column only under a
 * corner or a preamble that says so. */
static bool told_so(const struct raw_table *table, size_t header)
{
    static const char *const corners[] = {"地区", "指标", "项目", "时间", "时期", "area", "indicator", "period"};
    for (size_t i = 0; i < sizeof corners / sizeof *corners; i++) {
        if (text_same(raw_text(&table->rows[header], 0), corners[i]))
            return true;
    }
    for (size_t r = 0; r < header; r++) {
        if (preamble_is_cell(row_first(&table->rows[r])))
            return true;
    }
    return false;
}

size_t period_header(const struct raw_table *table)
{
    for (size_t r = 0; r < table->row_count; r++) {
        const struct raw_row *row = &table->rows[r];
        size_t years = 0, periods = 0, others = 0;
        for (size_t c = 1; c < row->count && !others; c++) {
            struct period period;
            const char *text = row->cells[c].text;
            if (!period_parse(text, &period))
                others += *text != '\0';
            else if (text[strspn(text, "0123456789")] == '\0')
                years++;
            else
                periods++;
        }
        if (!others && years + periods > 0 && (periods > 1 || told_so(table, r)) && followed_by_figures(table, r))
            return r;
    }
    return table->row_count;
}

struct by_period {
    struct shape *shape;
    const struct raw_table *table;
    const struct raw_row *header;
    struct preamble preamble;
    const struct area *area;           /* of the preamble: the rows are indicators */
    const struct indicator *indicator; /* of the preamble: the rows are areas */
    struct slot slot;                  /* of that indicator */
    struct period *periods;            /* [column] */
    bool *has_period;
};

static void read_periods(struct by_period *by)
{
    struct loader *loader = by->shape->loader;
    by->periods = arena_alloc(loader->arena, (by->header->count + 1) * sizeof *by->periods);
    by->has_period = arena_alloc(loader->arena, (by->header->count + 1) * sizeof *by->has_period);
    for (size_t c = 1; c < by->header->count; c++)
        by->has_period[c] = period_parse(by->header->cells[c].text, &by->periods[c]);
}

static struct where row_where(const struct by_period *by, const struct raw_row *row)
{
    const char *corner = raw_text(by->header, 0);
    return shape_where(by->table, row, 0, *corner ? corner : "第1列");
}

/* Decides what the rows are: by the corner (地区, 指标), else by which of the two the preamble gives. */
static bool read_other(struct by_period *by)
{
    struct loader *loader = by->shape->loader;
    const char *corner = raw_text(by->header, 0);
    struct where where = {.file = by->table->file};
    bool rows_are_indicators =
        text_same(corner, "指标") || text_same(corner, "indicator") || (!*by->preamble.indicator && *by->preamble.area);
    if (rows_are_indicators) {
        if (!*by->preamble.area)
            REFUSE_CELL(loader, RULE_TABLE_NO_AREA, &where, NULL);
        else
            by->area = names_area(loader, by->preamble.area, &where, true);
        return by->area != NULL;
    }
    if (!*by->preamble.indicator) {
        REFUSE_CELL(loader, RULE_TABLE_NO_INDICATOR, &where, NULL);
        return false;
    }
    struct header_name name = header_name_read(loader, by->preamble.indicator);
    where.column = by->preamble.indicator;
    by->indicator = names_indicator(loader, name.name, &where, true);
    if (by->indicator)
        by->slot = slot_make(by->shape, by->indicator, name.growth ? FIELD_YOY : FIELD_VALUE, name.unit, &by->preamble,
                             &where);
    return by->indicator != NULL;
}

/* A row that is an indicator. The database lists many that a region has no use for: those are warnings. */
static bool read_indicator(const struct by_period *by, const struct raw_row *row, struct slot *slot)
{
    struct loader *loader = by->shape->loader;
    const char *text = raw_text(row, 0);
    struct where where = row_where(by, row);
    struct header_name name = header_name_read(loader, text);
    if (name.match == NAME_MANY) {
        names_indicator(loader, name.name, &where, true);
    } else if (name.match == NAME_NONE) {
        FINDING(loader->findings, RULE_ROW_UNKNOWN, &where, text_excerpt(loader->arena, text));
    } else {
        where.column = text;
        *slot = slot_make(by->shape, name.indicator, name.growth ? FIELD_YOY : FIELD_VALUE, name.unit, &by->preamble,
                          &where);
    }
    return name.match == NAME_ONE;
}

static void read_row(const struct by_period *by, const struct raw_row *row)
{
    struct loader *loader = by->shape->loader;
    struct context context = {.table = by->table, .area = by->area};
    struct slot slot = by->slot;
    struct where where = row_where(by, row);
    const char *text = raw_text(row, 0);
    if (!*text) {
        if (by->area)
            REFUSE_CELL(loader, RULE_ROW_NO_INDICATOR, &where, row_first(row));
        else
            REFUSE_CELL(loader, RULE_ROW_NO_AREA, &where, row_first(row));
        return;
    }
    if (by->area && !read_indicator(by, row, &slot))
        return;
    if (!by->area) {
        if (row_filled(row) == 1 && names_find_area(loader->dataset, text, &context.area) == NAME_NONE)
            FINDING(loader->findings, RULE_ROW_UNUSED, &where, text_excerpt(loader->arena, text));
        else
            context.area = header_area(loader, text, &where, true);
        if (!context.area)
            return;
    }
    for (size_t c = 1; c < by->header->count; c++) {
        if (!by->has_period[c])
            continue;
        slot.column = by->header->cells[c].text;
        context.period = by->periods[c];
        shape_cell(by->shape, &context, &slot, row, c);
    }
}

void period_read(struct shape *shape, const struct raw_table *table, size_t header)
{
    struct loader *loader = shape->loader;
    struct by_period by = {.shape = shape, .table = table, .header = &table->rows[header]};
    const bool *noted = rows_noted(loader, table, header, header + 1);
    notes_report(loader, table, noted);
    preamble_read(loader, table, header, 0, &by.preamble);
    if (!read_other(&by))
        return;
    read_periods(&by);
    const char **headers = arena_alloc(loader->arena, (by.header->count + 1) * sizeof *headers);
    for (size_t c = 0; c < by.header->count; c++)
        headers[c] = c == 0 ? "行" : by.header->cells[c].text;
    columns_report_unnamed(loader, table, header + 1, noted, headers, by.header->count);
    for (size_t r = header + 1; r < table->row_count; r++) {
        if (!noted[r])
            read_row(&by, &table->rows[r]);
    }
}
