/* SPDX-License-Identifier: MIT */
#include "render/page/table_measure.h"

#include "render/gbt9704.h"
#include "render/panel.h"

#include <math.h>
#include <string.h>

/* A head is left in one piece up to this length, in em: 序号, 同比%. */
#define SHORTEST_BROKEN 3.0
/* No head stands in a column of two characters, nor on more lines than this if it can be helped. */
#define NARROWEST_HEAD 4.0
#define MOST_HEAD_LINES 4.0

/* From the most comfortable on: the size, into how many lines a head may be broken, and the width in em down to which
 * text cells may be wrapped. Figures are never wrapped; sentences are before names are. */
static const struct attempt {
    double size;
    int head_lines;
    double narrowest;
} attempts[] = {
    {SIZE_SMALL_4, 1, INFINITY}, {SIZE_SMALL_4, 2, INFINITY},   {SIZE_5, 1, INFINITY},
    {SIZE_5, 2, INFINITY},       {SIZE_SMALL_5, 2, INFINITY},   {SIZE_5, 2, 14},
    {SIZE_SMALL_5, 2, 12},       {SIZE_SMALL_5, 2, 9},          {SIZE_SMALL_5, 2, 6},
    {SIZE_SMALL_5, 3, 6},        {PANEL_SMALLEST, 2, INFINITY}, {PANEL_SMALLEST, 2, 12},
    {PANEL_SMALLEST, 3, 6},
};
#define ATTEMPTS (sizeof attempts / sizeof *attempts)
/* The size of a table that has to be divided. */
static const struct attempt divided = {SIZE_SMALL_5, 2, 6};

/* What a column asks for, em: at least, for its cells to stand on one line, and for its head to do so as well. */
struct wish {
    double least, cells, usual;
};

/* What the heads above the lowest ask of a column, em: of one that stands over several, its share. */
static double upper_least(const struct grid *grid, size_t column)
{
    double least = 0;
    for (int row = 0; row + 1 < grid->table->header_rows; row++) {
        const struct head *head = head_covering(grid->heads, row, column);
        double natural = (double)grid->head_texts[head - grid->heads].natural / 1000;
        double wanted = fmin(natural, fmax(NARROWEST_HEAD, ceil(natural / MOST_HEAD_LINES)));
        least = fmax(least, wanted / (double)head->columns);
    }
    return least;
}

static struct wish wish_of(const struct grid *grid, size_t column, const struct attempt *attempt)
{
    struct wish wish = {0};
    const struct table *table = grid->table;
    for (size_t row = 0; row < table->row_count; row++) {
        size_t at = row * table->column_count + column;
        double natural = (double)grid->cells[at].natural / 1000;
        double least = natural;
        if (table->cells[at].kind == CELL_TEXT)
            least = fmax((double)grid->cells[at].narrowest / 1000, fmin(natural, attempt->narrowest));
        wish.cells = fmax(wish.cells, natural);
        wish.least = fmax(wish.least, least);
    }
    wish.least = fmax(wish.least, upper_least(grid, column));
    /* The lowest head; where it also stands over a neighbour it has more room than the column. */
    const struct head *head = head_covering(grid->heads, table->header_rows - 1, column);
    if (head->columns == 1) {
        const struct text *text = &grid->head_texts[head - grid->heads];
        double natural = (double)text->natural / 1000, broken = natural;
        if (attempt->head_lines > 1 && natural > SHORTEST_BROKEN)
            broken = fmax((double)text->narrowest / 1000, fmin(natural, ceil(natural / attempt->head_lines)));
        wish.usual = natural;
        wish.least = fmax(wish.least, broken);
    }
    /* No column is narrower than a character: an empty one is there to be written in. */
    wish.least = fmax(wish.least, 1);
    wish.cells = fmax(wish.cells, wish.least);
    wish.usual = fmax(wish.usual, wish.cells);
    return wish;
}

/* Shares out `spare` pt among columns that would like `more` pt each: the modest ones get all of it, so that as many as
 * can be need no second line; those that want more than an even share get the rest in proportion. Returns what is left.
 */
static double share_out(struct arena *arena, double *widths, const double *more, size_t count, double spare)
{
    bool *served = arena_alloc(arena, count * sizeof *served);
    double wanted = 0;
    for (size_t i = 0; i < count; i++)
        wanted += more[i];
    for (size_t left = count; left > 0; left--) {
        size_t next = count;
        for (size_t i = 0; i < count; i++)
            if (!served[i] && (next == count || more[i] < more[next]))
                next = i;
        if (more[next] > spare / (double)left)
            break;
        served[next] = true;
        widths[next] += more[next];
        spare -= more[next];
        wanted -= more[next];
    }
    double share = wanted > 1e-6 ? fmin(1, spare / wanted) : 0;
    for (size_t i = 0; i < count; i++)
        if (!served[i])
            widths[i] += more[i] * share;
    return fmax(0, spare - wanted * share);
}

/* Fills widths[] for the panel's columns; returns false when they do not fit. */
static bool fit_columns(struct arena *arena, const struct panel *panel, const struct attempt *attempt)
{
    size_t count = panel->count;
    double least = 0, measure = panel->grid->measure, padding = 2 * PANEL_SIDE * attempt->size;
    double *cells = arena_alloc(arena, count * sizeof *cells), *heads = arena_alloc(arena, count * sizeof *heads);
    for (size_t i = 0; i < count; i++) {
        struct wish wish = wish_of(panel->grid, panel->columns[i], attempt);
        panel->widths[i] = wish.least * attempt->size + padding;
        cells[i] = (wish.cells - wish.least) * attempt->size;
        heads[i] = (wish.usual - wish.cells) * attempt->size;
        least += panel->widths[i];
    }
    if (least > measure)
        return false;
    /* Rows are many and heads few: the cells come first. */
    double spare = share_out(arena, panel->widths, cells, count, measure - least);
    spare = share_out(arena, panel->widths, heads, count, spare);
    for (size_t i = 0; i < count; i++)
        panel->widths[i] += spare / (double)count;
    return true;
}

static struct panel panel_of(struct arena *arena, const struct grid *grid)
{
    size_t room = grid->table->column_count + 1;
    return (struct panel){.grid = grid,
                          .columns = arena_alloc(arena, room * sizeof(size_t)),
                          .widths = arena_alloc(arena, room * sizeof(double))};
}

/* How many columns from `first` on stand under one top head. */
static size_t group_length(const struct table *table, size_t first)
{
    const char *head = table->columns[first].header[0];
    size_t end = first + 1;
    while (table->header_rows > 1 && head && end < table->column_count && table->columns[end].header[0] &&
           !strcmp(table->columns[end].header[0], head))
        end++;
    return end - first;
}

/* Takes columns from `next` on into a panel behind the first column: whole groups while they fit, and at least one
 * column. Returns the first column left over. */
static size_t take_columns(struct arena *arena, struct panel *panel, size_t next)
{
    const struct table *table = panel->grid->table;
    panel->columns[0] = 0;
    panel->count = 1;
    while (next < table->column_count) {
        size_t had = panel->count, group = group_length(table, next);
        for (size_t i = 0; i < group; i++)
            panel->columns[panel->count++] = next + i;
        while (panel->count > had && !fit_columns(arena, panel, &divided))
            panel->count--;
        size_t taken = panel->count - had;
        if (taken < group && had > 1)
            panel->count = had;
        else
            next += taken;
        if (taken < group)
            break;
    }
    if (panel->count == 1)
        panel->columns[panel->count++] = next++;
    return next;
}

static struct panel *divide(struct arena *arena, const struct grid *grid, size_t *count)
{
    struct panel *panels = NULL;
    for (size_t next = 1; next < grid->table->column_count;) {
        struct panel panel = panel_of(arena, grid);
        next = take_columns(arena, &panel, next);
        panel.size = divided.size;
        panel.first = !*count;
        if (!fit_columns(arena, &panel, &divided))
            for (size_t i = 0; i < panel.count; i++)
                panel.widths[i] = grid->measure / (double)panel.count;
        ARRAY_ADD(arena, panels, *count, panel);
    }
    return panels;
}

struct panel *panels_fit(struct arena *arena, const struct grid *grid, double largest, size_t *count)
{
    struct panel *panel = arena_alloc(arena, sizeof *panel);
    *panel = panel_of(arena, grid);
    panel->first = true;
    for (; panel->count < grid->table->column_count; panel->count++)
        panel->columns[panel->count] = panel->count;
    *count = 1;
    for (size_t i = 0; i < ATTEMPTS; i++) {
        panel->size = attempts[i].size;
        if (attempts[i].size <= largest && fit_columns(arena, panel, &attempts[i]))
            return panel;
    }
    if (panel->count < 2) { /* nothing to divide: the last size, and cells wrap */
        panel->widths[0] = grid->measure;
        return panel;
    }
    *count = 0;
    return divide(arena, grid, count);
}

/* ---- heads ---- */

const struct head *panel_heads(struct arena *arena, const struct panel *panel, size_t *count)
{
    struct table part = *panel->grid->table;
    struct column *columns = arena_alloc(arena, panel->count * sizeof *columns);
    for (size_t i = 0; i < panel->count; i++)
        columns[i] = panel->grid->table->columns[panel->columns[i]];
    part.columns = columns;
    part.column_count = panel->count;
    return table_heads(&part, arena, count);
}

const struct text *panel_head_text(const struct panel *panel, const struct head *head)
{
    const struct grid *grid = panel->grid;
    return &grid->head_texts[head_covering(grid->heads, head->row, panel->columns[head->column]) - grid->heads];
}
