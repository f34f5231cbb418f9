/* SPDX-License-Identifier: MIT */
#include "check/account.h"
#include "check/cell.h"
#include "check/loader.h"
#include "check/nearest.h"

#include <string.h>

static const char *column_label(struct loader *loader, const struct raw_row *header, size_t column)
{
    const char *text = raw_text(header, column);
    return *text ? text : arena_format(loader->arena, "第%zu列", column + 1);
}

static struct where header_where(struct loader *loader, const struct raw_table *table, const struct raw_row *header,
                                 size_t column)
{
    return (struct where){.file = table->file,
                          .line = header->line,
                          .column = column_label(loader, header, column),
                          .cell = (int)column + 1};
}

/* Spreadsheets leave columns with neither header nor content behind; those are nobody's fault. */
static bool column_empty(const struct raw_table *table, size_t column)
{
    for (size_t i = 0; i < table->row_count; i++) {
        if (*raw_text(&table->rows[i], column))
            return false;
    }
    return true;
}

static void report_unknown(struct loader *loader, const struct raw_table *table, const struct raw_row *header,
                           size_t column, const struct column_name *names, size_t count)
{
    if (column_empty(table, column))
        return;
    struct where where = header_where(loader, table, header, column);
    struct nearest nearest = nearest_to(raw_text(header, column));
    for (size_t i = 0; i < count; i++) {
        nearest_offer(&nearest, names[i].english);
        nearest_offer(&nearest, names[i].chinese);
    }
    account_column(loader, column, USE_PASSED, RULE_COLUMN_UNKNOWN);
    FINDING(loader->findings, RULE_COLUMN_UNKNOWN, &where, where.column, nearest_hint(loader->arena, &nearest));
}

static size_t name_index(const struct column_name *names, size_t count, const char *text)
{
    size_t i = 0;
    while (i < count && !cell_same(text, names[i].english) && !cell_same(text, names[i].chinese))
        i++;
    return i;
}

static bool required_found(struct loader *loader, const struct raw_table *table, const struct raw_row *header,
                           const struct column_name *names, size_t count, const int *positions)
{
    bool complete = true;
    struct where where = {.file = table->file, .line = header->line};
    for (size_t i = 0; i < count; i++) {
        if (!names[i].required || positions[i] >= 0)
            continue;
        FINDING(loader->findings, RULE_COLUMN_MISSING, &where,
                arena_format(loader->arena, "%s %s", names[i].english, names[i].chinese));
        complete = false;
    }
    return complete;
}

bool columns_find(struct loader *loader, const struct raw_table *table, const struct raw_row *header,
                  const struct column_name *names, size_t count, int *positions)
{
    for (size_t i = 0; i < count; i++)
        positions[i] = -1;
    for (size_t column = 0; column < header->count; column++) {
        size_t i = name_index(names, count, raw_text(header, column));
        if (i == count) {
            report_unknown(loader, table, header, column, names, count);
        } else if (positions[i] >= 0) {
            struct where where = header_where(loader, table, header, column);
            FINDING(loader->findings, RULE_COLUMN_TWICE, &where, where.column);
            account_column(loader, column, USE_REFUSED, RULE_COLUMN_TWICE);
        } else {
            positions[i] = (int)column;
        }
    }
    return required_found(loader, table, header, names, count, positions);
}

const char *columns_text(const struct raw_row *row, int position)
{
    return position < 0 ? "" : raw_text(row, (size_t)position);
}

struct where columns_where(struct loader *loader, const struct raw_table *table, const struct raw_row *row,
                           const struct raw_row *header, int position)
{
    struct where where = {.file = table->file, .line = row->line};
    if (position >= 0)
        where.column = column_label(loader, header, (size_t)position);
    where.cell = position + 1;
    return where;
}
