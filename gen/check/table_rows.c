/* SPDX-License-Identifier: MIT */
#include "check/table_rows.h"

#include "base/text.h"
#include "check/account.h"
#include "check/figure.h"

#include <string.h>

size_t row_filled(const struct raw_row *row)
{
    size_t filled = 0;
    for (size_t c = 0; c < row->count; c++)
        filled += *row->cells[c].text != '\0';
    return filled;
}

const char *row_first(const struct raw_row *row)
{
    for (size_t c = 0; c < row->count; c++) {
        if (*row->cells[c].text)
            return row->cells[c].text;
    }
    return "";
}

/* 注：…, 注1 …, 数据来源：…; a longer text that only begins like that, when it is alone in its row. */
static bool begins_note(const char *text, size_t filled)
{
    static const char *const words[] = {"注",     "数据来源", "资料来源", "来源", "说明",      "备注",
                                        "附注",   "填表",     "制表",     "填报", "审核",      "联系",
                                        "负责人", "*",        "※",        "#",    "单位负责人"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!text_starts(text, words[i]))
            continue;
        const char *rest = text + strlen(words[i]);
        return filled == 1 || *rest == ':' || *rest == '.' || (*rest >= '0' && *rest <= '9') || text_starts(rest, "、");
    }
    return false;
}

/* 制表：张三,审核：李四 */
static bool only_remarks(struct arena *arena, const struct raw_row *row)
{
    for (size_t c = 0; c < row->count; c++) {
        if (*row->cells[c].text && !strchr(text_compact(arena, row->cells[c].text), ':'))
            return false;
    }
    return true;
}

static bool is_note(struct loader *loader, const struct raw_row *row, bool after_note)
{
    const char *first = row_first(row);
    const struct area *area;
    if (names_find_area(loader->dataset, first, &area) != NAME_NONE)
        return false;
    size_t filled = row_filled(row);
    return begins_note(text_compact(loader->arena, first), filled) || (after_note && filled == 1) ||
           only_remarks(loader->arena, row);
}

const bool *rows_noted(struct loader *loader, const struct raw_table *table, size_t header, size_t data)
{
    bool *noted = arena_alloc(loader->arena, table->row_count + 1);
    for (size_t r = 0; r < header; r++)
        noted[r] = true;
    for (size_t r = data; r < table->row_count; r++)
        noted[r] = is_note(loader, &table->rows[r], r > data && noted[r - 1]);
    return noted;
}

void notes_mark(const struct raw_table *table, const bool *noted)
{
    for (size_t r = 0; r < table->row_count; r++) {
        if (noted[r])
            row_mark(&table->rows[r], USE_REMARK, 0);
    }
}

bool row_is_heading(struct loader *loader, const struct raw_row *row)
{
    const struct area *area;
    return row_filled(row) == 1 && !cell_is_figure(loader, row_first(row)) &&
           names_find_area(loader->dataset, row_first(row), &area) == NAME_NONE;
}

void row_pass(struct loader *loader, const struct raw_table *table, const struct raw_row *row)
{
    struct where where = {.file = table->file, .line = row->line};
    bool heading = row_is_heading(loader, row);
    enum rule rule = heading ? RULE_ROW_HEADING : RULE_ROW_UNUSED;
    FINDING(loader->findings, rule, &where, text_excerpt(loader->arena, row_first(row)));
    row_mark(row, heading ? USE_REMARK : USE_PASSED, rule);
}

bool cell_is_figure(struct loader *loader, const char *text)
{
    const struct number *number;
    enum figure_state state = figure_read(loader->arena, text, FIGURE_IN_PERCENT, true, &number);
    return state == FIGURE_NUMBER || state == FIGURE_GROUPING || state == FIGURE_SCIENTIFIC;
}

/* ---- rows against their header ---- */

static size_t header_end(const char *const *headers, size_t count)
{
    while (count > 0 && !*headers[count - 1])
        count--;
    return count;
}

/* The first figure beyond the last header, or the row's count. */
static size_t find_beyond(struct loader *loader, const struct raw_row *row, size_t end)
{
    while (end < row->count && !cell_is_figure(loader, row->cells[end].text))
        end++;
    return end < row->count ? end : row->count;
}

bool row_fits(struct loader *loader, const struct raw_table *table, const struct raw_row *row,
              const char *const *headers, size_t count)
{
    struct arena *arena = loader->arena;
    size_t end = header_end(headers, count), beyond = find_beyond(loader, row, end);
    struct where where = {.file = table->file, .line = row->line};
    if (beyond < row->count) {
        bool lenient = loader->keep_going && text_starts(table->file, "data/");
        where.line = row->cells[beyond].line;
        where.column = arena_format(arena, "第%zu列", beyond + 1);
        finding_add_as(loader->findings, RULE_ROW_BEYOND, lenient ? SEVERITY_WARNING : SEVERITY_ERROR, &where,
                       (const char *const[]){text_excerpt(arena, row->cells[beyond].text), NULL});
        row_mark(row, USE_REFUSED, RULE_ROW_BEYOND);
        return false;
    }
    if (row->count < end && row_filled(row) > 1) {
        where.column = arena_format(arena, "第%zu列", row->count);
        FINDING(loader->findings, RULE_ROW_SHORT, &where, text_excerpt(arena, raw_text(row, row->count - 1)),
                arena_format(arena, "%zu", end - row->count));
    }
    return true;
}

void columns_report_unnamed(struct loader *loader, const struct raw_table *table, size_t data, const bool *noted,
                            const char *const *headers, size_t count)
{
    size_t widest = 0, end = header_end(headers, count);
    for (size_t r = data; r < table->row_count; r++)
        widest = table->rows[r].count > widest ? table->rows[r].count : widest;
    bool *reported = arena_alloc(loader->arena, (widest + 1) * sizeof *reported);
    for (size_t r = data; r < table->row_count; r++) {
        const struct raw_row *row = &table->rows[r];
        /* A figure beyond the last header is an error of its line: row_fits. */
        if (noted[r] || find_beyond(loader, row, end) < row->count)
            continue;
        for (size_t c = 0; c < row->count; c++) {
            const char *text = row->cells[c].text;
            if (reported[c] || !*text || (c < count && *headers[c]))
                continue;
            reported[c] = true;
            account_column(loader, c, USE_PASSED, RULE_COLUMN_UNNAMED);
            struct where where = {.file = table->file,
                                  .line = row->cells[c].line,
                                  .column = arena_format(loader->arena, "第%zu列", c + 1)};
            FINDING(loader->findings, RULE_COLUMN_UNNAMED, &where, text_excerpt(loader->arena, text));
        }
    }
}
