/* SPDX-License-Identifier: MIT */
#include "render/page/table_measure.h"

#include "render/gbt9704.h"

#include <math.h>
#include <string.h>

/* A head is left in one piece up to this length, in em: 序号, 同比%. */
#define SHORTEST_BROKEN 3.0

/* From the most comfortable on: the size, into how many lines a head may be broken, and the width in em down to which
 * text cells may be wrapped. Figures are never wrapped; sentences are before names are. */
static const struct attempt {
    double size;
    int head_lines;
    double narrowest;
} attempts[] = {
    {SIZE_SMALL_4, 1, INFINITY},
    {SIZE_SMALL_4, 2, INFINITY},
    {SIZE_5, 1, INFINITY},
    {SIZE_5, 2, INFINITY},
    {SIZE_SMALL_5, 2, INFINITY},
    {SIZE_5, 2, 14},
    {SIZE_SMALL_5, 2, 12},
    {SIZE_SMALL_5, 2, 9},
    {SIZE_SMALL_5, 2, 6},
    {SIZE_SMALL_5, 3, 6},
    {SIZE_6, 3, 6},
};
#define ATTEMPTS (sizeof attempts / sizeof *attempts)
/* The size of a table that has to be divided. */
static const struct attempt divided = {SIZE_SMALL_5, 2, 6};

/* What a column asks for, em: at least, for its cells to stand on one line, and for its head to do so as well. */
struct wish {
    double least, cells, usual;
};

double panel_padding(double size)
{
    return size * 0.35;
}

static const struct text *leaf_head(const struct grid *grid, size_t column)
{
    const struct text *heads = &grid->heads[column * HEADER_LEVELS];
    for (int level = grid->table->header_rows - 1; level > 0; level--)
        if (grid->table->columns[column].header[level])
            return &heads[level];
    return &heads[0];
}

/* Whether two columns have the same heads from the top down to `level`. */
static bool same_heads(const struct column *a, const struct column *b, int level)
{
    for (int l = 0; l <= level; l++)
        if (!a->header[l] || !b->header[l] || strcmp(a->header[l], b->header[l]) != 0)
            return false;
    return true;
}

/* Whether a column's lowest head also stands over one of its neighbours: it then has more room than the column. */
static bool shares_leaf(const struct grid *grid, size_t column)
{
    const struct column *columns = grid->table->columns;
    int level = grid->table->header_rows - 1;
    while (level > 0 && !columns[column].header[level])
        level--;
    for (int side = -1; side <= 1; side += 2) {
        size_t other = column + (size_t)side; /* wraps to a huge number left of the first */
        if (other < grid->table->column_count && same_heads(&columns[column], &columns[other], level))
            return true;
    }
    return false;
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
    const struct text *head = leaf_head(grid, column);
    if (!shares_leaf(grid, column)) {
        double natural = (double)head->natural / 1000, broken = natural;
        if (attempt->head_lines > 1 && natural > SHORTEST_BROKEN)
            broken = fmax((double)head->narrowest / 1000, fmin(natural, ceil(natural / attempt->head_lines)));
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
    double least = 0, measure = panel->grid->measure, padding = 2 * panel_padding(attempt->size);
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

static const char *head_at(const struct panel *panel, size_t position, int level)
{
    return panel->grid->table->columns[panel->columns[position]].header[level];
}

/* How many levels the head that begins at `level` reaches down. */
static int depth_of(const struct panel *panel, size_t position, int level)
{
    int depth = 1;
    while (level + depth < panel->grid->table->header_rows && !head_at(panel, position, level + depth))
        depth++;
    return depth;
}

/* Whether the head at `level` is one with that of the column before: both say the same, reach as deep and stand under
 * the same parent. */
static bool joins_left(const struct panel *panel, size_t position, int level)
{
    if (!position)
        return false;
    for (int l = 0; l <= level; l++) {
        const char *left = head_at(panel, position - 1, l), *here = head_at(panel, position, l);
        if (!left || !here || strcmp(left, here) || depth_of(panel, position - 1, l) != depth_of(panel, position, l))
            return false;
    }
    return true;
}

struct head_cell *panel_head_cells(struct arena *arena, const struct panel *panel, size_t *count)
{
    struct head_cell *cells = NULL;
    *count = 0;
    for (int level = 0; level < panel->grid->table->header_rows; level++) {
        for (size_t i = 0; i < panel->count; i++) {
            if (level && !head_at(panel, i, level))
                continue;
            if (joins_left(panel, i, level)) {
                cells[*count - 1].span++;
                continue;
            }
            struct head_cell cell = {i, 1, level, depth_of(panel, i, level)};
            ARRAY_ADD(arena, cells, *count, cell);
        }
    }
    return cells;
}
