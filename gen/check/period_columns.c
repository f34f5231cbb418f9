/* SPDX-License-Identifier: MIT */
#include "check/period_columns.h"

#include "base/text.h"
#include "check/account.h"
#include "check/figure.h"
#include "check/header.h"
#include "check/stated_unit.h"

#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* ---- what a header cell is ---- */

static bool is_one(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (text_same(text, words[i]))
            return true;
    }
    return false;
}

/* Four digits of this or the last century that are no part of a longer number. */
static bool holds_year(const char *compact)
{
    for (const char *s = compact; *s;) {
        size_t digits = strspn(s, "0123456789");
        if (digits == 4 && (text_starts(s, "19") || text_starts(s, "20")))
            return true;
        s += digits ? digits : 1;
    }
    return false;
}

bool period_lacks_year(struct arena *arena, const char *text)
{
    struct period period;
    const char *compact = text_compact(arena, text);
    bool quarter = *compact == 'Q' || *compact == 'q';
    return period_parse(arena_format(arena, quarter ? "2019%s" : "2019年%s", compact), &period);
}

static enum period_head head_of(struct arena *arena, const char *text, struct period *period)
{
    static const char *const names[] = {"地区", "指标", "项目", "时间", "时期",      "指标名称",
                                        "县市", "区划", "县区", "area", "indicator", "period"};
    static const char *const index[] = {"序号", "编号", "no", "No."};
    static const char *const notes[] = {"备注", "note", "说明"};
    const char *compact = text_compact(arena, text);
    if (!*compact)
        return HEAD_BLANK;
    if (period_parse(compact, period))
        return HEAD_PERIOD;
    if (is_one(compact, names, COUNT(names)))
        return HEAD_NAME;
    if (is_one(compact, index, COUNT(index)))
        return HEAD_INDEX;
    if (is_one(compact, notes, COUNT(notes)))
        return HEAD_NOTE;
    if (stated_is_unit_heading(compact))
        return HEAD_UNIT;
    return figure_is_date(text) || holds_year(compact) || period_lacks_year(arena, compact) ? HEAD_UNCLEAR : HEAD_OTHER;
}

/* The column of the names: a 地区 or 指标, else the first that is none of the others. The count where there is none. */
static size_t name_column(const enum period_head *heads, size_t count)
{
    size_t first = count;
    for (size_t c = 0; c < count; c++) {
        if (heads[c] == HEAD_NAME)
            return c;
        if (first == count && (heads[c] == HEAD_BLANK || heads[c] == HEAD_OTHER))
            first = c;
    }
    return first;
}

static struct period_columns classify(struct arena *arena, const struct raw_row *row)
{
    struct period_columns columns = {.count = row->count, .unit = -1};
    columns.heads = arena_alloc(arena, (row->count + 1) * sizeof *columns.heads);
    columns.periods = arena_alloc(arena, (row->count + 1) * sizeof *columns.periods);
    for (size_t c = 0; c < row->count; c++)
        columns.heads[c] = head_of(arena, row->cells[c].text, &columns.periods[c]);
    columns.name = name_column(columns.heads, columns.count);
    for (size_t c = 0; c < row->count && columns.unit < 0; c++)
        columns.unit = columns.heads[c] == HEAD_UNIT && c != columns.name ? (int)c : -1;
    return columns;
}

/* ---- where the header is ---- */

/* A row of data by its beginning: an area, an indicator, or a period without a second one beside it. */
static bool begins_data(struct loader *loader, const struct raw_row *row)
{
    struct arena *arena = loader->arena;
    const struct area *area;
    const struct indicator *indicator;
    struct period period;
    size_t c = 0;
    while (c < row->count && !*row->cells[c].text)
        c++;
    if (row_filled(row) < 2)
        return false;
    /* A running number before the name. */
    const char *text = raw_text(row, c), *compact = text_compact(arena, text);
    bool number = strlen(compact) <= 3 && compact[strspn(compact, "0123456789")] == '\0';
    if (number && names_find_area(loader->dataset, raw_text(row, c + 1), &area) != NAME_NONE)
        return true;
    if (names_find_area(loader->dataset, text, &area) != NAME_NONE ||
        names_find_indicator(loader->dataset, text, &indicator) != NAME_NONE)
        return true;
    if (!period_parse(text, &period))
        return false;
    for (size_t k = c + 1; k < row->count; k++) {
        if (period_parse(row->cells[k].text, &period))
            return false;
    }
    return true;
}

/* Whether something above says what such a table leaves open: 指标：…, 地区：…. */
static bool preamble_tells(struct loader *loader, const struct raw_table *table, size_t header)
{
    static const char *const keys[] = {"指标:", "地区:"};
    for (size_t r = 0; r < header; r++) {
        for (size_t c = 0; c < table->rows[r].count; c++) {
            const char *text = text_compact(loader->arena, table->rows[r].cells[c].text);
            text += *text == '(';
            if (text_starts(text, keys[0]) || text_starts(text, keys[1]))
                return true;
        }
    }
    return false;
}

/* The cells below the periods are figures: names there would make it the upper level of another header. */
static bool followed_by_figures(struct loader *loader, const struct raw_table *table, size_t header,
                                const struct period_columns *columns)
{
    size_t r = header + 1, texts = 0, periods = 0;
    while (r < table->row_count && row_filled(&table->rows[r]) < 2)
        r++;
    if (r == table->row_count && header + 1 == r)
        return false;
    for (size_t c = 0; r < table->row_count && c < columns->count; c++) {
        const struct number *number;
        if (columns->heads[c] != HEAD_PERIOD && columns->heads[c] != HEAD_UNCLEAR)
            continue;
        periods++;
        texts += figure_read(loader->arena, raw_text(&table->rows[r], c), FIGURE_IN_PERCENT, true, &number) ==
                 FIGURE_INVALID;
    }
    return texts * 2 <= periods;
}

/* 2000 and 2019.06 may be figures, and 甲县,2019Q1, a row without them: such a cell, or one period alone, heads a
 * column only where the table says so. */
static bool is_sure(const char *text)
{
    return text[strspn(text, "0123456789.")] != '\0';
}

static bool is_header(struct loader *loader, const struct raw_table *table, size_t r)
{
    const struct raw_row *row = &table->rows[r];
    struct period_columns columns = classify(loader->arena, row);
    size_t sure = 0, periods = 0, unclear = 0, others = 0;
    bool yearless = true, indicators = false;
    for (size_t c = 0; c < columns.count; c++) {
        const char *text = row->cells[c].text;
        enum period_head head = columns.heads[c];
        if (c == columns.name)
            continue;
        if (*text && preamble_is_cell(loader, text))
            return false;
        periods += head == HEAD_PERIOD;
        sure += head == HEAD_PERIOD && is_sure(text);
        unclear += head == HEAD_UNCLEAR;
        yearless = yearless &&
                   (head != HEAD_UNCLEAR || figure_is_date(text) || !holds_year(text_compact(loader->arena, text)));
        others += head == HEAD_OTHER;
        indicators = indicators || (head == HEAD_OTHER && header_name_read(loader, text).match != NAME_NONE);
    }
    bool preamble = preamble_tells(loader, table, r);
    bool told = preamble || columns.heads[columns.name] == HEAD_NAME;
    if (columns.name >= columns.count || (indicators && !preamble) || (!told && (others > 0 || unclear > 0)))
        return false;
    bool any = periods > 0 ? told || sure > 1 : told && unclear > 0 && yearless;
    return any && followed_by_figures(loader, table, r, &columns);
}

size_t period_header(struct loader *loader, const struct raw_table *table)
{
    for (size_t r = 0; r < table->row_count && !begins_data(loader, &table->rows[r]); r++) {
        if (is_header(loader, table, r))
            return r;
    }
    return table->row_count;
}

/* ---- its columns ---- */

static bool column_filled(const struct raw_table *table, size_t header, size_t column)
{
    for (size_t r = header + 1; r < table->row_count; r++) {
        if (*raw_text(&table->rows[r], column))
            return true;
    }
    return false;
}

static void report_unclear(struct loader *loader, const char *text, const struct where *where)
{
    const char *shown = text_excerpt(loader->arena, text);
    if (period_lacks_year(loader->arena, text))
        REFUSE_CELL(loader, RULE_PERIOD_NO_YEAR, where, shown);
    else if (figure_is_date(text))
        REFUSE_CELL(loader, RULE_DATE_MANGLED, where, shown);
    else
        REFUSE_CELL(loader, RULE_PERIOD_UNKNOWN, where, shown);
}

struct period_columns period_columns_read(struct loader *loader, const struct raw_table *table, size_t header)
{
    const struct raw_row *row = &table->rows[header];
    struct period_columns columns = classify(loader->arena, row);
    for (size_t c = 0; c < columns.count; c++) {
        const char *text = row->cells[c].text;
        struct where where = {
            .file = table->file, .line = row->cells[c].line, .column = arena_format(loader->arena, "第%zu列", c + 1)};
        if (c == columns.name || (int)c == columns.unit)
            continue;
        if (columns.heads[c] == HEAD_UNCLEAR) {
            report_unclear(loader, text, &where);
            account_column(loader, c, USE_REFUSED, account_reason(loader));
        } else if (!column_filled(table, header, c)) {
            continue;
        } else if (columns.heads[c] == HEAD_OTHER || columns.heads[c] == HEAD_NAME || columns.heads[c] == HEAD_UNIT) {
            FINDING(loader->findings, RULE_COLUMN_NO_PERIOD, &where, text_excerpt(loader->arena, text));
            account_column(loader, c, USE_PASSED, RULE_COLUMN_NO_PERIOD);
        } else if (columns.heads[c] == HEAD_INDEX || columns.heads[c] == HEAD_NOTE) {
            FINDING(loader->findings, RULE_COLUMN_PASSED, &where, text_excerpt(loader->arena, text));
            account_column(loader, c, USE_SKIPPED, RULE_COLUMN_PASSED);
        }
    }
    return columns;
}
