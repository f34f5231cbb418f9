/* SPDX-License-Identifier: MIT */
#include "render/heads.h"

#include <stdbool.h>
#include <string.h>

/* The header cells by [row * columns + column], each with the number of the head that covers it, from 1. */
struct grid {
    const struct table *table;
    size_t *owner;
};

static size_t *owner_at(const struct grid *grid, int row, size_t column)
{
    return &grid->owner[(size_t)row * grid->table->column_count + column];
}

/* The text of a head that begins at `row`: NULL there (only possible in the top row) takes the first text below. */
static const char *text_at(const struct table *table, int row, size_t column)
{
    for (; row < table->header_rows; row++)
        if (table->columns[column].header[row])
            return table->columns[column].header[row];
    return "";
}

/* How many rows that head covers: the levels without a text of their own belong to the one above. */
static int depth_at(const struct table *table, int row, size_t column)
{
    int end = row;
    while (end < table->header_rows && !table->columns[column].header[end])
        end++;
    end++;
    while (end < table->header_rows && !table->columns[column].header[end])
        end++;
    return (end < table->header_rows ? end : table->header_rows) - row;
}

static bool joins(const struct grid *grid, const struct head *head, size_t column)
{
    return !grid->table->data && *head->text && !strcmp(text_at(grid->table, head->row, column), head->text) &&
           depth_at(grid->table, head->row, column) == head->rows && !*owner_at(grid, head->row, column) &&
           (head->row == 0 || *owner_at(grid, head->row - 1, column) == *owner_at(grid, head->row - 1, head->column));
}

const struct head *table_heads(const struct table *table, struct arena *arena, size_t *count)
{
    size_t cells = (size_t)table->header_rows * table->column_count;
    struct grid grid = {.table = table, .owner = arena_alloc(arena, cells * sizeof *grid.owner)};
    struct head *heads = NULL;
    *count = 0;
    for (int row = 0; row < table->header_rows; row++)
        for (size_t column = 0; column < table->column_count; column++) {
            if (*owner_at(&grid, row, column))
                continue;
            struct head head = {.text = text_at(table, row, column),
                                .column = column,
                                .columns = 1,
                                .row = row,
                                .rows = depth_at(table, row, column)};
            while (column + head.columns < table->column_count && joins(&grid, &head, column + head.columns))
                head.columns++;
            ARRAY_ADD(arena, heads, *count, head);
            for (int r = row; r < row + head.rows; r++)
                for (size_t c = column; c < column + head.columns; c++)
                    *owner_at(&grid, r, c) = *count;
        }
    return heads;
}

const struct head *head_covering(const struct head *heads, int row, size_t column)
{
    while (column < heads->column || column >= heads->column + heads->columns || row < heads->row ||
           row >= heads->row + heads->rows)
        heads++;
    return heads;
}

static bool holds_figure(const struct table *table)
{
    for (size_t i = 0; i < table->row_count * table->column_count; i++)
        if (table->cells[i].kind == CELL_NUMBER)
            return true;
    return false;
}

size_t section_signed_block(const struct section *section)
{
    for (size_t i = section->block_count; i-- > 0;) {
        const struct block *block = &section->blocks[i];
        if (block->kind == BLOCK_TABLE && !block->table->data && holds_figure(block->table))
            return i;
    }
    return section->block_count;
}
