/* SPDX-License-Identifier: MIT */
#include "check/account.h"

#include "base/text.h"

#include <string.h>

struct account {
    struct understood told;
    struct raw_table table;
    struct raw_mark *fates; /* [column]: of the cells that nobody marks */
    const char **headings;  /* [column] */
    struct understood_column *columns;
    size_t *seen;      /* [indicator * FIELD_COUNT + field]: the first of its columns, from 1 */
    bool *areas;       /* [area_count] */
    size_t area_count; /* known when this table was begun: tables read before areas.csv have none, and no figures */
    struct period latest;
    struct understood_reason *reasons;
    struct raw_mark refused; /* of the whole table */
    struct account *next;
};

static size_t widest(const struct raw_table *table)
{
    size_t width = 0;
    for (size_t r = 0; r < table->row_count; r++)
        width = table->rows[r].count > width ? table->rows[r].count : width;
    return width;
}

void account_begin(struct loader *loader, const struct raw_table *table)
{
    struct arena *arena = loader->arena;
    struct account *account = arena_alloc(arena, sizeof *account);
    account->table = *table;
    account->told = (struct understood){.table = &account->table,
                                        .file = table->file,
                                        .encoding = table->encoding,
                                        .width = widest(table),
                                        .broken = table->broken};
    account->fates = arena_alloc(arena, (account->told.width + 1) * sizeof *account->fates);
    account->headings = arena_alloc(arena, (account->told.width + 1) * sizeof *account->headings);
    account->seen = arena_alloc(arena, (loader->dataset->indicator_count + 1) * FIELD_COUNT * sizeof *account->seen);
    account->area_count = loader->dataset->area_count;
    account->areas = arena_alloc(arena, account->area_count + 1);
    account->next = loader->account;
    loader->account = account;
}

void account_shape(struct loader *loader, enum table_shape shape)
{
    loader->account->told.shape = shape;
}

void cell_mark(const struct raw_row *row, size_t column, enum cell_use use, enum rule rule)
{
    if (column < row->count)
        row->marks[column] = (struct raw_mark){(unsigned char)use, (unsigned short)rule};
}

void row_mark(const struct raw_row *row, enum cell_use use, enum rule rule)
{
    for (size_t c = 0; c < row->count; c++) {
        if (row->marks[c].use == USE_UNTOLD)
            cell_mark(row, c, use, rule);
    }
}

void row_refuse(const struct raw_row *row, enum rule rule)
{
    for (size_t c = 0; c < row->count; c++)
        cell_mark(row, c, USE_REFUSED, rule);
}

void account_header(struct loader *loader, const struct raw_table *table, size_t first, size_t end)
{
    if (first >= end)
        return;
    loader->account->told.header = table->rows[first].line;
    loader->account->told.header_end = table->rows[end - 1].line;
    for (size_t r = first; r < end; r++)
        row_mark(&table->rows[r], USE_HEADER, 0);
}

void account_column(struct loader *loader, size_t column, enum cell_use use, enum rule rule)
{
    if (column < loader->account->told.width)
        loader->account->fates[column] = (struct raw_mark){(unsigned char)use, (unsigned short)rule};
}

void account_heading(struct loader *loader, size_t column, const char *name)
{
    if (column < loader->account->told.width)
        loader->account->headings[column] = name;
}

static bool same_column(const struct understood_column *a, const struct understood_column *b)
{
    return a->indicator == b->indicator && a->field == b->field && text_same(a->unit, b->unit);
}

size_t account_figures(struct loader *loader, const struct understood_column *column)
{
    struct account *account = loader->account;
    size_t *seen = &account->seen[column->indicator->index * FIELD_COUNT + (size_t)column->field];
    for (size_t i = *seen; i > 0 && i <= account->told.column_count; i++) {
        if (same_column(&account->columns[i - 1], column))
            return i - 1;
    }
    ARRAY_ADD(loader->arena, account->columns, account->told.column_count, *column);
    if (!*seen)
        *seen = account->told.column_count;
    return account->told.column_count - 1;
}

void account_figure(struct loader *loader, const struct area *area, struct period period)
{
    struct account *account = loader->account;
    struct understood *told = &account->told;
    account->areas[area->index] = true;
    if (told->has_period && period_compare(period, account->latest) == 0)
        return;
    account->latest = period;
    if (!told->has_period || period_compare(period, told->first) < 0)
        told->first = period;
    if (!told->has_period || period_compare(period, told->last) > 0)
        told->last = period;
    told->has_period = true;
}

enum rule account_reason(const struct loader *loader)
{
    const struct findings *findings = loader->findings;
    return findings->count ? findings->items[findings->count - 1].rule : RULE_CELL_LOST;
}

void account_refuse(struct loader *loader)
{
    loader->account->refused = (struct raw_mark){USE_REFUSED, (unsigned short)account_reason(loader)};
}

/* ---- adding up ---- */

static void add_reason(struct loader *loader, struct account *account, struct raw_mark mark, int line)
{
    struct understood *told = &account->told;
    for (size_t i = 0; i < told->reason_count; i++) {
        if (account->reasons[i].use == mark.use && account->reasons[i].rule == mark.reason) {
            account->reasons[i].count++;
            return;
        }
    }
    struct understood_reason reason = {
        .use = (enum cell_use)mark.use, .rule = (enum rule)mark.reason, .count = 1, .line = line};
    ARRAY_ADD(loader->arena, account->reasons, told->reason_count, reason);
}

/* What is left unmarked has the fate of its table or its column; a cell with nothing in it is empty, wherever it
 * stands. */
static void settle(const struct account *account, const struct raw_row *row, size_t column)
{
    struct raw_mark *mark = &row->marks[column];
    if (!*row->cells[column].text)
        *mark = (struct raw_mark){USE_EMPTY, 0};
    else if (mark->use == USE_UNTOLD)
        *mark = account->refused.use ? account->refused : account->fates[column];
}

static void report_lost(struct loader *loader, const struct account *account)
{
    for (size_t r = 0; r < account->table.row_count; r++) {
        const struct raw_row *row = &account->table.rows[r];
        for (size_t c = 0; c < row->count; c++) {
            if (row->marks[c].use != USE_UNTOLD)
                continue;
            struct where where = {.file = account->told.file,
                                  .line = row->cells[c].line,
                                  .column = arena_format(loader->arena, "第%zu列", c + 1)};
            FINDING(loader->findings, RULE_CELL_LOST, &where, text_excerpt(loader->arena, row->cells[c].text),
                    arena_format(loader->arena, "%zu", account->told.uses[USE_UNTOLD]));
            return;
        }
    }
}

/* A copy: the findings will be sorted. */
static const struct finding *find_why(struct loader *loader, const struct account *account, enum rule rule)
{
    for (size_t i = 0; i < loader->findings->count; i++) {
        const struct finding *finding = &loader->findings->items[i];
        if (finding->rule == rule && finding->where.file && !strcmp(finding->where.file, account->told.file))
            return arena_copy(loader->arena, finding, sizeof *finding);
    }
    return NULL;
}

static void finish(struct loader *loader, struct account *account)
{
    struct understood *told = &account->told;
    for (size_t r = 0; r < account->table.row_count; r++) {
        const struct raw_row *row = &account->table.rows[r];
        for (size_t c = 0; c < row->count; c++) {
            settle(account, row, c);
            told->uses[row->marks[c].use]++;
            if (row->marks[c].use >= USE_PASSED)
                add_reason(loader, account, row->marks[c], row->cells[c].line);
        }
        told->cells += row->count;
    }
    told->cells += account->table.blank;
    told->uses[USE_EMPTY] += account->table.blank;
    for (size_t i = 0; i < account->area_count; i++)
        told->areas += account->areas[i];
    for (size_t i = 0; i < told->reason_count; i++)
        account->reasons[i].why = find_why(loader, account, account->reasons[i].rule);
    told->columns = account->columns;
    told->reasons = account->reasons;
    told->headings = account->headings;
    if (told->uses[USE_UNTOLD])
        report_lost(loader, account);
}

void accounts_finish(struct loader *loader)
{
    size_t count = 0;
    for (const struct account *account = loader->account; account; account = account->next)
        count++;
    const struct understood **tables = arena_alloc(loader->arena, (count + 1) * sizeof *tables);
    loader->dataset->tables = tables;
    loader->dataset->table_count = count;
    /* The last begun comes first in the list. */
    for (struct account *account = loader->account; account; account = account->next) {
        finish(loader, account);
        tables[--count] = &account->told;
    }
}
