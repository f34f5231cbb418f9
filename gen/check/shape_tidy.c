/* SPDX-License-Identifier: MIT */
/* Tidy tables: a row for each figure (SPEC §1). */
#include "check/shape.h"

#include "base/text.h"
#include "check/table_words.h"

enum { TIDY_PERIOD, TIDY_AREA, TIDY_INDICATOR, TIDY_VALUE, TIDY_YOY, TIDY_STATUS, TIDY_NOTE, TIDY_COLUMNS };

static const struct column_name names[TIDY_COLUMNS] = {[TIDY_PERIOD] = {"period", "时期", true},
                                                       [TIDY_AREA] = {"area", "地区", true},
                                                       [TIDY_INDICATOR] = {"indicator", "指标", true},
                                                       [TIDY_VALUE] = {"value", "数值", false},
                                                       [TIDY_YOY] = {"yoy", "同比", false},
                                                       [TIDY_STATUS] = {"status", "状态", false},
                                                       [TIDY_NOTE] = {"note", "备注", false}};

static const struct column_words words_of[] = {{.column = TIDY_STATUS, .list = status_words}};
const struct table_words tidy_words = {"data/", names, TIDY_COLUMNS, words_of, sizeof words_of / sizeof *words_of};

static bool has(const struct raw_row *row, int name)
{
    for (size_t c = 0; c < row->count; c++) {
        if (text_same(row->cells[c].text, names[name].english) || text_same(row->cells[c].text, names[name].chinese))
            return true;
    }
    return false;
}

/* The indicators in a column, figures in another: no other shape has both. */
size_t tidy_header(const struct raw_table *table)
{
    size_t r = 0;
    while (r < table->row_count && !(has(&table->rows[r], TIDY_INDICATOR) &&
                                     (has(&table->rows[r], TIDY_VALUE) || has(&table->rows[r], TIDY_YOY))))
        r++;
    return r;
}

struct tidy {
    struct shape *shape;
    const struct raw_table *table;
    const struct raw_row *header;
    int positions[TIDY_COLUMNS];
    struct preamble preamble;
    struct slot *slots; /* [indicator->index * 2 + (yoy)]: made when first needed */
};

static struct where tidy_where(const struct tidy *tidy, const struct raw_row *row, int name)
{
    size_t column = (size_t)tidy->positions[name];
    return shape_where(tidy->table, row, column, raw_text(tidy->header, column));
}

/* A column's unit depends on the row's indicator, and so does everything else about it. */
static const struct slot *tidy_slot(const struct tidy *tidy, const struct raw_row *row,
                                    const struct indicator *indicator, int name)
{
    struct slot *slot = &tidy->slots[indicator->index * 2 + (name == TIDY_YOY)];
    if (!slot->indicator) {
        struct where where = tidy_where(tidy, row, name);
        *slot =
            slot_make(tidy->shape, indicator, name == TIDY_YOY ? FIELD_YOY : FIELD_VALUE, "", &tidy->preamble, &where);
    }
    return slot;
}

/* Whom, what and when the row is about; false with a finding when it does not say. */
static bool read_key(const struct tidy *tidy, const struct raw_row *row, struct context *context,
                     const struct indicator **indicator)
{
    struct loader *loader = tidy->shape->loader;
    const char *area = columns_text(row, tidy->positions[TIDY_AREA]);
    const char *name = columns_text(row, tidy->positions[TIDY_INDICATOR]);
    struct where where = tidy_where(tidy, row, TIDY_PERIOD);
    bool good = shape_period(tidy->shape, columns_text(row, tidy->positions[TIDY_PERIOD]), &where, &context->period);
    where = tidy_where(tidy, row, TIDY_AREA);
    context->area = NULL;
    if (*area)
        context->area = names_area(loader, area, &where, true);
    else
        REFUSE_CELL(loader, RULE_ROW_NO_AREA, &where, text_excerpt(loader->arena, row_first(row)));
    where = tidy_where(tidy, row, TIDY_INDICATOR);
    *indicator = NULL;
    if (*name)
        *indicator = names_indicator(loader, name, &where, true);
    else
        REFUSE_CELL(loader, RULE_ROW_NO_INDICATOR, &where, text_excerpt(loader->arena, row_first(row)));
    return good && context->area && *indicator;
}

static void read_row(const struct tidy *tidy, const struct raw_row *row)
{
    struct context context = {.table = tidy->table};
    const struct indicator *indicator;
    bool good = read_key(tidy, row, &context, &indicator);
    const char *status = columns_text(row, tidy->positions[TIDY_STATUS]);
    const char *note = columns_text(row, tidy->positions[TIDY_NOTE]);
    if (*status) {
        struct where where = tidy_where(tidy, row, TIDY_STATUS);
        context.status = shape_status(tidy->shape, status, &where);
    }
    context.note = *note ? note : NULL;
    if (!good)
        return;
    int value = tidy->positions[TIDY_VALUE], yoy = tidy->positions[TIDY_YOY];
    bool has_yoy = *columns_text(row, yoy) != '\0';
    if (value >= 0)
        shape_cell(tidy->shape, &context, tidy_slot(tidy, row, indicator, TIDY_VALUE), row, (size_t)value);
    if (yoy >= 0 && (has_yoy || value < 0))
        shape_cell(tidy->shape, &context, tidy_slot(tidy, row, indicator, TIDY_YOY), row, (size_t)yoy);
}

/* A row that says only one thing, and is no note, may be a heading or an area cut off from its figures. */
static bool report_stray(struct loader *loader, const struct raw_table *table, const struct raw_row *row)
{
    if (row_filled(row) > 1)
        return false;
    struct where where = {.file = table->file, .line = row->line};
    FINDING(loader->findings, RULE_ROW_UNUSED, &where, text_excerpt(loader->arena, row_first(row)));
    return true;
}

void tidy_read(struct shape *shape, const struct raw_table *table, size_t header)
{
    struct loader *loader = shape->loader;
    struct tidy tidy = {.shape = shape, .table = table, .header = &table->rows[header]};
    if (!columns_find(loader, table, tidy.header, names, TIDY_COLUMNS, tidy.positions))
        return;
    preamble_read(loader, table, header, 0, &tidy.preamble);
    const bool *noted = rows_noted(loader, table, header, header + 1);
    const char **headers = arena_alloc(loader->arena, (tidy.header->count + 1) * sizeof *headers);
    for (size_t c = 0; c < tidy.header->count; c++)
        headers[c] = "有"; /* what lies within the header's width has been looked at by columns_find */
    columns_report_unnamed(loader, table, header + 1, noted, headers, tidy.header->count);
    tidy.slots = arena_alloc(loader->arena, (loader->dataset->indicator_count + 1) * 2 * sizeof *tidy.slots);
    for (size_t r = header + 1; r < table->row_count; r++) {
        if (!noted[r] && !report_stray(loader, table, &table->rows[r]))
            read_row(&tidy, &table->rows[r]);
    }
    notes_report(loader, table, noted);
}
