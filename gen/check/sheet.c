/* SPDX-License-Identifier: MIT */
#include "check/sheet.h"

#include "base/text.h"
#include "check/account.h"
#include "check/character.h"
#include "check/table_rows.h"
#include "read/book.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

/* A file that can't be looked at is there: the reader will say what is wrong with it. */
static bool is_there(const struct loader *loader, const char *file)
{
    struct stat status;
    return stat(arena_format(loader->arena, "%s/%s", loader->folder, file), &status) == 0 || errno != ENOENT;
}

/* areas.csv → areas.xlsx */
static const char *as_book(const struct loader *loader, const char *file)
{
    return arena_format(loader->arena, "%.*s.xlsx", (int)(strlen(file) - strlen(".csv")), file);
}

bool sheet_exists(const struct loader *loader, const char *file)
{
    return is_there(loader, file) || is_there(loader, as_book(loader, file));
}

/* The CSV, or where there is none the workbook's first sheet. */
static bool read_list(struct loader *loader, const char *file, struct raw_table *table)
{
    const char *book = as_book(loader, file);
    bool in_book = is_there(loader, book);
    const struct raw_table *tables;
    if (in_book && is_there(loader, file))
        FINDING(loader->findings, RULE_BOOK_TWICE, &(struct where){.file = book}, file);
    size_t count = tables_of_file(loader->folder, in_book && !is_there(loader, file) ? book : file, loader->arena,
                                  loader->findings, &loader->dataset->files, &tables);
    for (size_t i = 1; i < count; i++)
        FINDING(loader->findings, RULE_BOOK_LIST, &(struct where){.file = tables[i].file}, NULL);
    if (count)
        *table = tables[0];
    return count > 0;
}

bool sheet_start(struct sheet *sheet, struct loader *loader, const struct raw_table *table,
                 const struct raw_row *header, const struct column_name *names, size_t count)
{
    *sheet = (struct sheet){.loader = loader, .table = *table, .header = header, .names = names, .name_count = count};
    account_header(loader, table, (size_t)(header - table->rows), (size_t)(header - table->rows) + 1);
    if (columns_find(loader, &sheet->table, header, names, count, sheet->positions))
        return true;
    account_refuse(loader);
    return false;
}

bool sheet_open(struct sheet *sheet, struct loader *loader, const char *file, const struct column_name *names,
                size_t count)
{
    struct raw_table table;
    if (!read_list(loader, file, &table) || table.row_count == 0)
        return false;
    account_begin(loader, &table);
    account_shape(loader, SHAPE_LIST);
    return sheet_start(sheet, loader, &table, &table.rows[0], names, count);
}

static bool row_empty(const struct raw_row *row)
{
    for (size_t i = 0; i < row->count; i++) {
        if (*row->cells[i].text)
            return false;
    }
    return true;
}

/* A comma inside an unquoted cell pushes everything behind it one column on. */
static void report_overhang(const struct sheet *sheet)
{
    for (size_t i = sheet->header->count; i < sheet->row->count; i++) {
        if (!*raw_text(sheet->row, i))
            continue;
        struct where where = {.file = sheet->table.file, .line = sheet->row->line};
        const char *text = raw_text(sheet->row, i);
        if (cell_is_figure(sheet->loader, text)) {
            where.column = arena_format(sheet->loader->arena, "第%zu列", i + 1);
            FINDING(sheet->loader->findings, RULE_ROW_BEYOND, &where, text);
            return;
        }
        FINDING(sheet->loader->findings, RULE_ROW_TOO_LONG, &where, text);
        for (; i < sheet->row->count; i++)
            cell_mark(sheet->row, i, USE_PASSED, RULE_ROW_TOO_LONG);
        return;
    }
}

/* Behind a row that is done with: an error in it refuses the whole of it, anything milder explains the cells that were
 * not looked at. */
static void settle_row(const struct sheet *sheet)
{
    const struct findings *findings = sheet->loader->findings;
    for (size_t i = sheet->said; i < findings->count; i++) {
        if (findings->items[i].severity != SEVERITY_ERROR)
            continue;
        row_refuse(sheet->row, findings->items[i].rule);
        return;
    }
    if (findings->count > sheet->said)
        row_mark(sheet->row, USE_PASSED, findings->items[sheet->said].rule);
}

bool sheet_next(struct sheet *sheet)
{
    if (sheet->row)
        settle_row(sheet);
    const struct raw_row *end = sheet->table.rows + sheet->table.row_count;
    const struct raw_row *row = (sheet->row ? sheet->row : sheet->header) + 1;
    while (row < end && row_empty(row))
        row++;
    sheet->row = row;
    if (row >= end)
        return false;
    sheet->said = sheet->loader->findings->count;
    report_overhang(sheet);
    return true;
}

const char *sheet_text(const struct sheet *sheet, int column)
{
    int position = sheet->positions[column];
    if (position >= 0)
        cell_mark(sheet->row, (size_t)position, USE_KEY, 0);
    return columns_text(sheet->row, position);
}

const char *sheet_text_or_null(const struct sheet *sheet, int column)
{
    const char *text = sheet_text(sheet, column);
    return *text ? text : NULL;
}

struct where sheet_where(const struct sheet *sheet, int column)
{
    return columns_where(sheet->loader, &sheet->table, sheet->row, sheet->header, sheet->positions[column]);
}

void sheet_report(const struct sheet *sheet, int column, enum rule rule)
{
    struct where where = sheet_where(sheet, column);
    FINDING(sheet->loader->findings, rule, &where, sheet_text(sheet, column));
}

bool sheet_required(const struct sheet *sheet, int column, const char **text)
{
    *text = sheet_text(sheet, column);
    if (**text)
        return true;
    struct where where = sheet_where(sheet, column);
    FINDING(sheet->loader->findings, RULE_CELL_EMPTY, &where,
            where.column ? where.column : sheet->names[column].chinese);
    return false;
}

static void report_character(const struct sheet *sheet, int column, uint32_t character)
{
    struct arena *arena = sheet->loader->arena;
    struct where where = sheet_where(sheet, column);
    const char *shown = text_excerpt(arena, sheet_text(sheet, column));
    if (character == '\n' || character == '\r')
        FINDING(sheet->loader->findings, RULE_NAME_BREAK, &where, shown);
    else
        character_report(sheet->loader->findings, &where, character, shown);
}

const char *sheet_check_name(const struct sheet *sheet, int column)
{
    struct buffer clean = {.arena = sheet->loader->arena};
    const char *text = sheet_text(sheet, column);
    bool told = false;
    for (const char *at = text, *from = at; *from; from = at) {
        uint32_t c = text_next(&at);
        if (text_fault(c) || c == '\n' || c == '\r') {
            if (!told)
                report_character(sheet, column, c);
            told = true;
        } else {
            buffer_add_n(&clean, from, (size_t)(at - from));
        }
    }
    return told ? buffer_text(&clean) : NULL;
}

const char *const *sheet_aliases(const struct sheet *sheet, int name, int alias, size_t *count)
{
    struct arena *arena = sheet->loader->arena;
    const char *clean = sheet_check_name(sheet, name), *list = sheet_text(sheet, alias);
    return cell_list(arena, clean ? arena_format(arena, "%s;%s", clean, list) : list, count);
}

int sheet_word(const struct sheet *sheet, int column, const struct cell_word *words, size_t count, int fallback)
{
    int meaning = fallback;
    const char *text = sheet_text(sheet, column);
    if (*text && !cell_word(text, words, count, &meaning)) {
        struct where where = sheet_where(sheet, column);
        FINDING(sheet->loader->findings, RULE_WORD_UNKNOWN, &where, text,
                cell_words(sheet->loader->arena, words, count));
    }
    return meaning;
}

int sheet_integer(const struct sheet *sheet, int column, int least, int most, int fallback)
{
    int value = fallback;
    const char *text = sheet_text(sheet, column);
    if (!*text)
        return fallback;
    if (cell_integer(sheet->loader->arena, text, &value) && value >= least && value <= most)
        return value;
    struct where where = sheet_where(sheet, column);
    FINDING(sheet->loader->findings, RULE_INTEGER_INVALID, &where, text,
            arena_format(sheet->loader->arena, "%d", least), arena_format(sheet->loader->arena, "%d", most));
    return fallback;
}

const struct number *sheet_number(const struct sheet *sheet, int column, const struct number *fallback)
{
    const char *text = sheet_text(sheet, column);
    if (!*text)
        return fallback;
    const struct number *number = cell_decimal(sheet->loader->arena, text);
    if (number)
        return number;
    sheet_report(sheet, column, RULE_CONFIG_NUMBER);
    return fallback;
}

void sheet_report_twice(const struct sheet *sheet, int column, int first_line)
{
    struct where where = sheet_where(sheet, column);
    FINDING(sheet->loader->findings, RULE_KEY_TWICE, &where, sheet_text(sheet, column),
            arena_format(sheet->loader->arena, "%d", first_line));
}
