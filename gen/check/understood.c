/* SPDX-License-Identifier: MIT */
#include "check/understood.h"

#include "base/text.h"
#include "check/dataset.h"
#include "check/unit.h"
#include "read/raw.h"

#include <stdint.h>
#include <string.h>

const char *understood_heading(const struct understood *table, const struct understood_column *column,
                               struct arena *arena)
{
    const char *name, *unit;
    unit_split(arena, column->column, &name, &unit);
    bool same = text_same(name, column->indicator->name) || text_same(column->column, column->indicator->name);
    return *name && table->shape != SHAPE_TIDY && !same ? text_excerpt(arena, column->column) : "";
}

const char *understood_factor(const struct understood_column *column, struct arena *arena)
{
    if (!column->factor || number_compare(column->factor, number_integer(arena, 1)) == 0)
        return "";
    char *text = number_plain(arena, column->factor, 12);
    size_t length = strlen(text);
    while (strchr(text, '.') && (text[length - 1] == '0' || text[length - 1] == '.'))
        text[--length] = '\0';
    return text;
}

size_t understood_used(const struct understood *table)
{
    return table->uses[USE_FIGURE] + table->uses[USE_KEY];
}

/* The row of the table, whose cell in the column stands on the line: that of a figure is its cell's, which a line break
 * in another cell may have moved down; of a cell that the row is too short for, the row's own. */
static const struct raw_row *find_row(const struct understood *table, size_t column, int line)
{
    for (size_t r = 0; r < table->table->row_count; r++) {
        const struct raw_row *row = &table->table->rows[r];
        if ((column < row->count ? row->cells[column].line : row->line) == line)
            return row;
    }
    return NULL;
}

/* Of the tables of that name, of which a sheet may have several, the one with the line. */
static const struct understood *find_table(const struct dataset *dataset, const char *file, size_t column, int line,
                                           const struct raw_row **row)
{
    for (size_t i = 0; file && i < dataset->table_count; i++) {
        *row = strcmp(dataset->tables[i]->file, file) == 0 ? find_row(dataset->tables[i], column, line) : NULL;
        if (*row)
            return dataset->tables[i];
    }
    return NULL;
}

bool understood_find(const struct dataset *dataset, const struct indicator *indicator, const struct figure *figure,
                     struct understood_cell *cell)
{
    const struct raw_row *row;
    size_t column = (size_t)figure->at - 1;
    const struct understood *table = figure->at ? find_table(dataset, figure->file, column, figure->line, &row) : NULL;
    if (!table)
        return false;
    const struct understood_column *as =
        figure->read_as < table->column_count ? &table->columns[figure->read_as] : NULL;
    bool known = as && as->indicator == indicator;
    *cell = (struct understood_cell){table, row, column, known ? as : NULL};
    return true;
}

const char *understood_text(const struct understood_cell *cell)
{
    return raw_text(cell->row, cell->column);
}

const struct raw_row *understood_row(const struct dataset *dataset, const char *file, int line)
{
    const struct raw_row *row;
    return find_table(dataset, file, SIZE_MAX, line, &row) ? row : NULL;
}
