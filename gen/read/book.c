/* SPDX-License-Identifier: MIT */
#include "base/text.h"
#include "read/book_inside.h"
#include "read/file.h"

#include <string.h>
#include <strings.h>

static bool ends_so(const char *file, const char *ending)
{
    size_t length = strlen(file), own = strlen(ending);
    return length >= own && strcasecmp(file + length - own, ending) == 0;
}

bool book_is(const char *file)
{
    return ends_so(file, ".xlsx");
}

bool book_is_other(const char *file)
{
    static const char *const others[] = {".xls", ".et", ".xlsm", ".xlsb", ".ods", ".ett", ".xlt", ".xltx", ".numbers"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (ends_so(file, others[i]))
            return true;
    return false;
}

const char *book_file(struct arena *arena, const char *table)
{
    const char *sheet = strstr(table, ".xlsx ");
    return sheet ? arena_string_n(arena, table, (size_t)(sheet - table) + strlen(".xlsx")) : table;
}

static void read_sheets(struct book *book)
{
    struct where where = {.file = book->file};
    for (size_t i = 0; i < book->sheet_count; i++) {
        const struct book_sheet *sheet = &book->sheets[i];
        if (sheet->hidden) {
            FINDING(book->findings, RULE_BOOK_SHEET_HIDDEN, &where, sheet->name);
        } else if (!book_read_sheet(book, sheet)) {
            FINDING(book->findings, RULE_BOOK_DAMAGED, &where, sheet->name);
            return;
        }
    }
    if (!book->table_count && !book->findings->by_severity[SEVERITY_ERROR])
        FINDING(book->findings, RULE_FILE_EMPTY, &where, NULL);
}

static void read_book(struct book *book, const char *bytes, size_t length)
{
    struct where where = {.file = book->file};
    enum package_state state = package_open(bytes, length, book->scratch, &book->package);
    if (state == PACKAGE_HUGE)
        FINDING(book->findings, RULE_BOOK_HUGE, &where, NULL);
    else if (state == PACKAGE_DAMAGED || !book_read_list(book) || !book_read_strings(book) || !book_read_styles(book))
        FINDING(book->findings, RULE_BOOK_DAMAGED, &where, book->file);
    else
        read_sheets(book);
}

size_t book_read(const char *folder, const char *file, struct arena *arena, struct findings *findings,
                 struct file_list *inputs, const struct raw_table **tables)
{
    struct book book = {
        .file = arena_string(arena, file), .arena = arena, .scratch = arena_new(), .findings = findings};
    size_t length;
    const char *bytes = file_bytes(folder, book.file, FILE_LIMIT_BOOK, arena, book.scratch, findings, inputs, &length);
    if (bytes)
        read_book(&book, bytes, length);
    arena_free(book.scratch);
    *tables = book.tables;
    return book.table_count;
}

size_t tables_of_file(const char *folder, const char *file, struct arena *arena, struct findings *findings,
                      struct file_list *inputs, const struct raw_table **tables)
{
    if (book_is(file))
        return book_read(folder, file, arena, findings, inputs, tables);
    struct raw_table *table = arena_alloc(arena, sizeof *table);
    *tables = table;
    return raw_table_read(folder, file, arena, findings, inputs, table) ? 1 : 0;
}
