/* SPDX-License-Identifier: MIT */
/* How each table was read: what it was taken for, and what became of its cells. */
#include "base/text.h"
#include "check/understood.h"
#include "tables/book_tables.h"
#include "tables/table_parts.h"

static const enum word shapes[SHAPES] = {
    [SHAPE_UNKNOWN] = WORD_SHAPE_UNKNOWN,
    [SHAPE_TIDY] = WORD_SHAPE_TIDY,
    [SHAPE_BY_INDICATOR] = WORD_SHAPE_BY_INDICATOR,
    [SHAPE_BY_PERIOD] = WORD_SHAPE_BY_PERIOD,
    [SHAPE_BY_SOURCES] = WORD_SHAPE_BY_SOURCES,
    [SHAPE_TARGET_ROWS] = WORD_SHAPE_TARGET_ROWS,
    [SHAPE_TARGET_COLUMNS] = WORD_SHAPE_TARGET_COLUMNS,
    [SHAPE_LIST] = WORD_SHAPE_LIST,
};

static const char *periods(const struct desk *desk, const struct understood *table)
{
    if (!table->has_period)
        return "";
    const char *first = period_name(desk->arena, table->first), *last = period_name(desk->arena, table->last);
    return period_compare(table->first, table->last) == 0 ? first
                                                          : FILL(&desk->say, WORD_READ_SPELL, "起", first, "止", last);
}

static const char *header_lines(const struct desk *desk, const struct understood *table)
{
    if (!table->header)
        return "";
    const char *first = arena_format(desk->arena, "%d", table->header);
    const char *last = arena_format(desk->arena, "%d", table->header_end);
    return table->header == table->header_end ? first : FILL(&desk->say, WORD_READ_SPAN, "起", first, "止", last);
}

/* 投资（万元） → 工业投资 同比（%） */
static const char *column_text(const struct desk *desk, const struct understood *table,
                               const struct understood_column *column)
{
    static const enum word fields[FIELD_COUNT] = {
        [FIELD_YOY] = WORD_READ_YOY, [FIELD_SINGLE] = WORD_READ_SINGLE, [FIELD_SINGLE_YOY] = WORD_READ_SINGLE_YOY};
    const struct phrasing *p = &desk->say;
    const char *text = column->indicator->name;
    const char *heading = text_shown(desk->arena, understood_heading(table, column, desk->arena));
    const char *factor = understood_factor(column, desk->arena);
    if (column->field != FIELD_VALUE)
        text = FILL(p, fields[column->field], "指标", text);
    if (*factor)
        text = FILL(p, WORD_READ_CONVERTED, "指标", text, "单位", column->unit, "倍数", factor);
    else if (*column->unit)
        text = FILL(p, WORD_READ_UNIT, "指标", text, "单位", column->unit);
    return *heading ? FILL(p, WORD_READ_FROM, "列", heading, "指标", text) : text;
}

static const char *columns_text(const struct desk *desk, const struct understood *table)
{
    struct strings list = {0};
    for (size_t i = 0; i < table->column_count; i++)
        strings_add(&list, desk->arena, column_text(desk, table, &table->columns[i]));
    return strings_join(&list, desk->arena, SAY(&desk->say, WORD_READ_COMMA));
}

static const char *reasons_text(const struct desk *desk, const struct understood *table)
{
    struct strings list = {0};
    for (size_t i = 0; i < table->reason_count; i++) {
        const struct understood_reason *reason = &table->reasons[i];
        const char *why = reason->why ? finding_clause(reason->why, desk->arena, false) : rule_code(reason->rule);
        strings_add(&list, desk->arena,
                    FILL(&desk->say, WORD_READ_WHY, "数", arena_format(desk->arena, "%zu", reason->count), "行",
                         arena_format(desk->arena, "%d", reason->line), "说明", why));
    }
    return strings_join(&list, desk->arena, SAY(&desk->say, WORD_READ_COMMA));
}

static struct cell some(const struct desk *desk, size_t count, enum cell_tone tone)
{
    struct cell cell = count ? count_cell(desk, count) : cell_empty();
    if (count)
        cell.tone = tone;
    return cell;
}

static void table_row(const struct desk *desk, struct table_builder *t, const struct understood *table)
{
    const size_t *n = table->uses;
    table_cell(t, cell_text(table->file));
    table_cell(t, cell_text(SAY(&desk->say, shapes[table->shape])));
    table_cell(t, text_or_empty(header_lines(desk, table)));
    table_cell(t, some(desk, table->areas, TONE_PLAIN));
    table_cell(t, text_or_empty(columns_text(desk, table)));
    table_cell(t, text_or_empty(periods(desk, table)));
    table_cell(t, cell_text(table->encoding));
    table_cell(t, count_cell(desk, table->cells));
    table_cell(t, count_cell(desk, understood_used(table)));
    table_cell(t, count_cell(desk, n[USE_EMPTY]));
    table_cell(t, count_cell(desk, n[USE_HEADER] + n[USE_REMARK] + n[USE_SKIPPED]));
    table_cell(t, some(desk, n[USE_PASSED] + n[USE_UNTOLD], TONE_WAITING));
    table_cell(t, some(desk, n[USE_REFUSED], TONE_BAD));
    table_cell(t, text_or_empty(reasons_text(desk, table)));
}

const struct table *table_understood(const struct desk *desk)
{
    static const struct table_head heads[] = {
        {WORD_COL_SOURCE_FILE, ALIGN_LEFT, 14},   {WORD_COL_SHAPE, ALIGN_LEFT, 8},
        {WORD_COL_HEADER_LINES, ALIGN_CENTER, 4}, {WORD_COL_AREA_COUNT, ALIGN_RIGHT, 4},
        {WORD_COL_READ_AS, ALIGN_LEFT, 24},       {WORD_COL_PERIOD, ALIGN_LEFT, 10},
        {WORD_COL_ENCODING, ALIGN_LEFT, 4},       {WORD_COL_CELLS, ALIGN_RIGHT, 3},
        {WORD_COL_CELLS_USED, ALIGN_RIGHT, 3},    {WORD_COL_CELLS_EMPTY, ALIGN_RIGHT, 3},
        {WORD_COL_CELLS_NAMED, ALIGN_RIGHT, 4},   {WORD_COL_CELLS_PASSED, ALIGN_RIGHT, 3},
        {WORD_COL_CELLS_REFUSED, ALIGN_RIGHT, 3}, {WORD_COL_CELLS_WHY, ALIGN_LEFT, 12},
    };
    const struct dataset *dataset = desk->dataset;
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    table_columns(desk, &t, heads, sizeof heads / sizeof *heads);
    for (size_t i = 0; i < dataset->table_count; i++)
        table_row(desk, &t, dataset->tables[i]);
    return t.cell_count ? table_end_compact(&t) : NULL;
}
