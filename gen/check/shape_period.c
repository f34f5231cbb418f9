/* SPDX-License-Identifier: MIT */
/* Tables with a column for each period, as the national bureau's database exports them (SPEC §1): the rows are areas
 * and the preamble names the indicator, or the other way round. */
#include "check/shape.h"

#include "base/message.h"
#include "base/text.h"
#include "check/header.h"
#include "check/period_columns.h"

#include <string.h>

struct by_period {
    struct shape *shape;
    const struct raw_table *table;
    const struct raw_row *header;
    struct period_columns columns;
    struct preamble preamble;
    const struct area *area;           /* of the preamble: the rows are indicators */
    const struct indicator *indicator; /* of the preamble: the rows are areas */
    struct slot slot;                  /* of that indicator */
};

static struct where row_where(const struct by_period *by, const struct raw_row *row)
{
    const char *corner = raw_text(by->header, by->columns.name);
    const char *label = *corner ? corner : arena_format(by->shape->loader->arena, "第%zu列", by->columns.name + 1);
    return shape_where(by->table, row, by->columns.name, label);
}

/* A column of units over rows of areas says what the one indicator is in. */
static void read_unit_column(struct by_period *by, size_t data, const bool *noted)
{
    for (size_t r = data; r < by->table->row_count && by->columns.unit > 0; r++) {
        const struct raw_row *row = &by->table->rows[r];
        size_t c = (size_t)by->columns.unit;
        struct where where = shape_where(by->table, row, c, raw_text(by->header, c));
        if (noted[r] || !*raw_text(row, c))
            continue;
        cell_mark(row, c, USE_KEY, 0);
        stated_units_read(by->shape->loader, by->preamble.units,
                          arena_format(by->shape->loader->arena, "单位:%s", raw_text(row, c)), &where, STATED_BELOW);
    }
}

/* Decides what the rows are: by the corner (地区, 指标), else by which of the two the preamble gives. */
static bool read_other(struct by_period *by)
{
    struct loader *loader = by->shape->loader;
    const char *corner = raw_text(by->header, by->columns.name);
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

/* What stands in the row's column of units; "" for none, -, —. */
static const char *column_unit(const struct by_period *by, const struct raw_row *row)
{
    const char *unit = by->columns.unit >= 0 ? raw_text(row, (size_t)by->columns.unit) : "";
    bool none = !strcmp(unit, "-") || !strcmp(unit, "—");
    if (by->columns.unit >= 0)
        cell_mark(row, (size_t)by->columns.unit, none ? USE_EMPTY : USE_KEY, 0);
    return none ? "" : unit;
}

/* The unit in brackets behind the row's name, else that in its column of units. */
static const char *row_unit(const struct by_period *by, const struct raw_row *row, const char *own)
{
    const char *unit = column_unit(by, row);
    return *own ? own : unit;
}

/* Two units for one row: whichever is wrong, the figures may be 10,000 times too big. */
static bool units_agree(const struct by_period *by, const struct raw_row *row, const struct header_name *name)
{
    struct loader *loader = by->shape->loader;
    const char *unit = column_unit(by, row);
    if (!*name->unit || !*unit || text_same(name->unit, unit))
        return true;
    size_t column = (size_t)by->columns.unit;
    struct where where = shape_where(by->table, row, column, raw_text(by->header, column));
    where.indicator = name->indicator->id;
    REFUSE_CELL(loader, RULE_UNIT_TWO, &where, arena_format(loader->arena, "%s、%s", name->unit, unit),
                name->indicator->unit);
    row_refuse(row, RULE_UNIT_TWO);
    return false;
}

/* A row that is an indicator. The database lists many that a region has no use for: those are warnings. */
static bool read_indicator(const struct by_period *by, const struct raw_row *row, struct slot *slot)
{
    struct loader *loader = by->shape->loader;
    const char *text = raw_text(row, by->columns.name);
    struct where where = row_where(by, row);
    struct header_name name = header_name_read(loader, text);
    if (name.match == NAME_MANY) {
        names_indicator(loader, name.name, &where, true);
        row_refuse(row, account_reason(loader));
    } else if (name.match == NAME_NONE) {
        FINDING(loader->findings, RULE_ROW_UNKNOWN, &where, text_excerpt(loader->arena, text));
        row_mark(row, USE_PASSED, RULE_ROW_UNKNOWN);
    } else {
        where.column = text;
        if (name.marked)
            FINDING(loader->findings, RULE_HEADER_MARK, &where, text_excerpt(loader->arena, text));
        if (!units_agree(by, row, &name))
            return false;
        *slot = slot_make(by->shape, name.indicator, name.growth ? FIELD_YOY : FIELD_VALUE,
                          row_unit(by, row, name.unit), &by->preamble, &where);
    }
    return name.match == NAME_ONE;
}

static void read_row(const struct by_period *by, const struct raw_row *row)
{
    struct loader *loader = by->shape->loader;
    struct context context = {.table = by->table, .area = by->area};
    struct slot slot = by->slot;
    struct where where = row_where(by, row);
    const char *text = raw_text(row, by->columns.name);
    if (row_is_heading(loader, row) && (!by->area || header_name_read(loader, text).match == NAME_NONE)) {
        row_pass(loader, by->table, row);
        return;
    }
    if (!*text) {
        if (by->area)
            REFUSE_CELL(loader, RULE_ROW_NO_INDICATOR, &where, row_first(row));
        else
            REFUSE_CELL(loader, RULE_ROW_NO_AREA, &where, row_first(row));
        row_refuse(row, account_reason(loader));
        return;
    }
    if (by->area && !read_indicator(by, row, &slot))
        return;
    if (!by->area) {
        context.area = header_area(loader, text, &where, true);
        if (!context.area) {
            row_refuse(row, account_reason(loader));
            return;
        }
    }
    cell_mark(row, by->columns.name, USE_KEY, 0);
    for (size_t c = 0; c < by->header->count; c++) {
        if (by->columns.heads[c] != HEAD_PERIOD || c == by->columns.name)
            continue;
        slot.column = by->header->cells[c].text;
        context.period = by->columns.periods[c];
        shape_cell(by->shape, &context, &slot, row, c);
    }
}

/* What each column gives, where the table itself is drawn: the periods as they were understood, and by the names whose
 * or which figures they are. */
static void head_columns(const struct by_period *by)
{
    struct loader *loader = by->shape->loader;
    struct arena *arena = loader->arena;
    for (size_t c = 0; c < by->header->count; c++)
        if (by->columns.heads[c] == HEAD_PERIOD && c != by->columns.name)
            account_heading(loader, c, period_name(arena, by->columns.periods[c]));
    account_heading(loader, by->columns.name,
                    by->area ? arena_format(arena, _("%s的各项指标"), by->area->name)
                             : arena_format(arena, _("各地区的%s"), by->indicator->name));
}

void period_read(struct shape *shape, const struct raw_table *table, size_t header)
{
    struct loader *loader = shape->loader;
    struct by_period by = {.shape = shape, .table = table, .header = &table->rows[header]};
    const bool *noted = rows_noted(loader, table, header, header + 1);
    account_shape(loader, SHAPE_BY_PERIOD);
    account_header(loader, table, header, header + 1);
    notes_mark(table, noted);
    by.columns = period_columns_read(loader, table, header);
    preamble_read(loader, table, header, 1, &by.preamble);
    preamble_read_notes(loader, table, header + 1, noted, &by.preamble);
    struct where corner = shape_where(table, by.header, by.columns.name, "第1列");
    stated_units_read(loader, by.preamble.units, raw_text(by.header, by.columns.name), &corner, STATED_ABOVE);
    if (*by.preamble.indicator || !*by.preamble.area)
        read_unit_column(&by, header + 1, noted);
    if (!read_other(&by)) {
        account_refuse(loader);
        return;
    }
    head_columns(&by);
    const char **headers = arena_alloc(loader->arena, (by.header->count + 1) * sizeof *headers);
    for (size_t c = 0; c < by.header->count; c++)
        headers[c] = c == by.columns.name ? "行" : by.header->cells[c].text;
    columns_report_unnamed(loader, table, header + 1, noted, headers, by.header->count);
    for (size_t r = header + 1; r < table->row_count; r++) {
        const struct raw_row *row = &table->rows[r];
        if (!noted[r] && (row_is_heading(loader, row) || row_fits(loader, table, row, headers, by.header->count)))
            read_row(&by, row);
    }
    stated_units_report(loader, by.preamble.units);
}
