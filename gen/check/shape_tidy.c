/* SPDX-License-Identifier: MIT */
/* Tidy tables: a row for each figure (SPEC §1). */
#include "check/shape.h"

#include "base/message.h"
#include "base/text.h"
#include "check/header.h"
#include "check/table_words.h"

#include <string.h>

enum { TIDY_PERIOD, TIDY_AREA, TIDY_INDICATOR, TIDY_VALUE, TIDY_YOY, TIDY_UNIT, TIDY_STATUS, TIDY_NOTE, TIDY_COLUMNS };

static const struct column_name names[TIDY_COLUMNS] = {[TIDY_PERIOD] = {"period", "时期", true},
                                                       [TIDY_AREA] = {"area", "地区", true},
                                                       [TIDY_INDICATOR] = {"indicator", "指标", true},
                                                       [TIDY_VALUE] = {"value", "数值", false},
                                                       [TIDY_YOY] = {"yoy", "同比", false},
                                                       [TIDY_UNIT] = {"unit", "单位", false},
                                                       [TIDY_STATUS] = {"status", "状态", false},
                                                       [TIDY_NOTE] = {"note", "备注", false}};

static const struct column_words words_of[] = {
    {.column = TIDY_STATUS, .list = status_words},
};
const struct table_words tidy_words = {"data/", names, TIDY_COLUMNS, words_of, sizeof words_of / sizeof *words_of};

/* 数值（万元） → 数值, 万元: the header's cell with its unit. Any other is its own name. */
static void split_head(const struct loader *loader, const char *text, const char **name, const char **unit)
{
    static const int figures[] = {TIDY_VALUE, TIDY_YOY};
    *name = stated_is_unit_heading(text) ? names[TIDY_UNIT].chinese : text;
    *unit = "";
    const char *compact = text_compact(loader->arena, text);
    for (size_t i = 0; i < 2; i++) {
        const char *words[] = {names[figures[i]].english, names[figures[i]].chinese};
        for (size_t k = 0; k < 2; k++) {
            const char *rest = compact + strlen(words[k]);
            struct header_name said;
            if (!text_starts(compact, words[k]) || !*rest || !header_rest_read(loader, rest, &said) ||
                (said.growth && figures[i] == TIDY_VALUE))
                continue;
            *name = words[k];
            *unit = said.unit;
            return;
        }
    }
}

static bool has(const struct loader *loader, const struct raw_row *row, int wanted)
{
    for (size_t c = 0; c < row->count; c++) {
        const char *name, *unit;
        split_head(loader, row->cells[c].text, &name, &unit);
        if (text_same(name, names[wanted].english) || text_same(name, names[wanted].chinese))
            return true;
    }
    return false;
}

/* The indicators in a column, figures in another: no other shape has both. */
size_t tidy_header(struct loader *loader, const struct raw_table *table)
{
    size_t r = 0;
    while (r < table->row_count &&
           !(has(loader, &table->rows[r], TIDY_INDICATOR) &&
             (has(loader, &table->rows[r], TIDY_VALUE) || has(loader, &table->rows[r], TIDY_YOY))))
        r++;
    return r;
}

struct tidy {
    struct shape *shape;
    const struct raw_table *table;
    const struct raw_row *header;
    int positions[TIDY_COLUMNS];
    struct preamble preamble;
    const char *units[TIDY_COLUMNS]; /* in the header's brackets; "" for none */
    struct slot *slots; /* [indicator->index * 2 + (yoy)]: made when first needed, for rows without a unit */
};

static struct where tidy_where(const struct tidy *tidy, const struct raw_row *row, int name)
{
    size_t column = (size_t)tidy->positions[name];
    return shape_where(tidy->table, row, column, raw_text(tidy->header, column));
}

/* The text of a cell that says what the row's figures are. */
static const char *tidy_key(const struct tidy *tidy, const struct raw_row *row, int name)
{
    int position = tidy->positions[name];
    if (position >= 0)
        cell_mark(row, (size_t)position, USE_KEY, 0);
    return columns_text(row, position);
}

/* The unit of one row's value: that of its cell, which the header's must not contradict. NULL with a finding. */
static const char *row_unit(const struct tidy *tidy, const struct raw_row *row, const struct indicator *indicator)
{
    struct loader *loader = tidy->shape->loader;
    const char *own = tidy_key(tidy, row, TIDY_UNIT), *head = tidy->units[TIDY_VALUE];
    const struct number *value;
    if (figure_read(loader->arena, own, FIGURE_PLAIN, false, &value) == FIGURE_MISSING)
        return head;
    if (!*head || text_same(own, head))
        return own;
    struct where where = tidy_where(tidy, row, TIDY_UNIT);
    REFUSE_CELL(loader, RULE_UNIT_TWO, &where, arena_format(loader->arena, "%s、%s", head, own), indicator->unit);
    return NULL;
}

/* A column's unit depends on the row's indicator, and so does everything else about it. */
static struct slot tidy_slot(const struct tidy *tidy, const struct raw_row *row, const struct indicator *indicator,
                             int name)
{
    bool yoy = name == TIDY_YOY, empty = !*columns_text(row, tidy->positions[name]);
    const char *unit = yoy || empty ? tidy->units[name] : row_unit(tidy, row, indicator);
    struct where where = tidy_where(tidy, row, name);
    enum field field = yoy ? FIELD_YOY : FIELD_VALUE;
    bool own = unit && unit != tidy->units[name];
    if (own)
        where = tidy_where(tidy, row, TIDY_UNIT);
    struct slot *kept = &tidy->slots[indicator->index * 2 + yoy];
    struct slot made = unit && !own && kept->indicator
                           ? *kept
                           : slot_make(tidy->shape, indicator, field, unit ? unit : "", &tidy->preamble, &where);
    if (!own && unit)
        *kept = made;
    made.column = raw_text(tidy->header, (size_t)tidy->positions[name]);
    if (!unit)
        made.reason = RULE_UNIT_TWO;
    made.refused = made.refused || !unit;
    return made;
}

/* Whom, what and when the row is about; false with a finding when it does not say. */
static bool read_key(const struct tidy *tidy, const struct raw_row *row, struct context *context,
                     const struct indicator **indicator)
{
    struct loader *loader = tidy->shape->loader;
    const char *area = tidy_key(tidy, row, TIDY_AREA), *name = tidy_key(tidy, row, TIDY_INDICATOR);
    struct where where = tidy_where(tidy, row, TIDY_PERIOD);
    bool good = shape_period(tidy->shape, tidy_key(tidy, row, TIDY_PERIOD), &where, &context->period);
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
    enum rule reason = account_reason(tidy->shape->loader);
    const char *status = tidy_key(tidy, row, TIDY_STATUS), *note = tidy_key(tidy, row, TIDY_NOTE);
    if (*status) {
        struct where where = tidy_where(tidy, row, TIDY_STATUS);
        context.status = shape_status(tidy->shape, status, &where);
    }
    context.note = *note ? note : NULL;
    if (!good) {
        row_refuse(row, reason);
        return;
    }
    int value = tidy->positions[TIDY_VALUE], yoy = tidy->positions[TIDY_YOY];
    bool has_yoy = *columns_text(row, yoy) != '\0';
    if (value >= 0) {
        struct slot slot = tidy_slot(tidy, row, indicator, TIDY_VALUE);
        shape_cell(tidy->shape, &context, &slot, row, (size_t)value);
    }
    if (yoy >= 0 && (has_yoy || value < 0)) {
        struct slot slot = tidy_slot(tidy, row, indicator, TIDY_YOY);
        shape_cell(tidy->shape, &context, &slot, row, (size_t)yoy);
    }
    /* The unit of a figure that is not there. */
    if (!*columns_text(row, value) && tidy->positions[TIDY_UNIT] >= 0)
        cell_mark(row, (size_t)tidy->positions[TIDY_UNIT], USE_SKIPPED, 0);
}

/* A row that says only one thing, and is no note, may be a heading or an area cut off from its figures. */
static bool report_stray(struct loader *loader, const struct raw_table *table, const struct raw_row *row)
{
    if (row_filled(row) > 1)
        return false;
    row_pass(loader, table, row);
    return true;
}

/* The header without the units of its figures, which go to `units`. */
static const struct raw_row *plain_header(struct tidy *tidy, const struct loader *loader)
{
    struct arena *arena = loader->arena;
    const struct raw_row *header = tidy->header;
    struct raw_cell *cells = arena_copy(arena, header->cells, header->count * sizeof *cells);
    struct raw_row *plain = arena_copy(arena, header, sizeof *plain);
    for (int i = 0; i < TIDY_COLUMNS; i++)
        tidy->units[i] = "";
    for (size_t c = 0; c < header->count; c++) {
        const char *unit;
        split_head(loader, header->cells[c].text, &cells[c].text, &unit);
        for (int i = TIDY_VALUE; i <= TIDY_YOY && *unit; i++) {
            if (text_same(cells[c].text, names[i].english) || text_same(cells[c].text, names[i].chinese))
                tidy->units[i] = unit;
        }
    }
    plain->cells = cells;
    return plain;
}

/* What each column gives, where the table itself is drawn. */
static void head_columns(const struct tidy *tidy)
{
    for (int i = 0; i < TIDY_COLUMNS; i++)
        if (tidy->positions[i] >= 0)
            account_heading(tidy->shape->loader, (size_t)tidy->positions[i],
                            i == TIDY_VALUE ? "各行的指标"
                            : i == TIDY_YOY ? "各行指标的同比"
                                            : names[i].chinese);
}

void tidy_read(struct shape *shape, const struct raw_table *table, size_t header)
{
    struct loader *loader = shape->loader;
    struct tidy tidy = {.shape = shape, .table = table, .header = &table->rows[header]};
    const struct raw_row *plain = plain_header(&tidy, loader);
    account_shape(loader, SHAPE_TIDY);
    account_header(loader, table, header, header + 1);
    const bool *noted = rows_noted(loader, table, header, header + 1);
    notes_mark(table, noted);
    if (!columns_find(loader, table, plain, names, TIDY_COLUMNS, tidy.positions)) {
        account_refuse(loader);
        return;
    }
    head_columns(&tidy);
    preamble_read(loader, table, header, 0, &tidy.preamble);
    preamble_read_notes(loader, table, header + 1, noted, &tidy.preamble);
    const char **headers = arena_alloc(loader->arena, (tidy.header->count + 1) * sizeof *headers);
    for (size_t c = 0; c < tidy.header->count; c++)
        headers[c] = tidy.header->cells[c].text;
    columns_report_unnamed(loader, table, header + 1, noted, headers, tidy.header->count);
    tidy.slots = arena_alloc(loader->arena, (loader->dataset->indicator_count + 1) * 2 * sizeof *tidy.slots);
    for (size_t r = header + 1; r < table->row_count; r++) {
        const struct raw_row *row = &table->rows[r];
        if (!noted[r] && !report_stray(loader, table, row) && row_fits(loader, table, row, headers, tidy.header->count))
            read_row(&tidy, row);
    }
    stated_units_report(loader, tidy.preamble.units);
}
