/* SPDX-License-Identifier: MIT */
#include "render/xlsx/grid.h"

#include "render/card_table.h"
#include "render/chart_table.h"
#include "render/display.h"
#include "render/heads.h"
#include "render/xlsx/xlsx_figure.h"

/* What fills A4 between the margins at 11 pt, in characters. */
enum { PORTRAIT_WIDTH = 84, LANDSCAPE_WIDTH = 124 };

/* How many characters a page may be wide for its 10.5 pt, and for its 9 pt, to print at 7 pt and more, where a
 * character of the grid takes up to 7.2 pt: that much LibreOffice makes of it, 5.3 Excel. */
struct readable {
    int body, small;
};
static const struct readable a4_upright = {105, 92}, a4_across = {156, 137}, a3_upright = {156, 137},
                             a3_across = {229, 200};
/* What a column takes beyond its width. */
#define COLUMN_MARGIN 0.75

enum {
    NARROWEST = 7,
    FILLER = 10,
    WIDEST_TEXT = 36,   /* a text column: past this it wraps; more only where the page has room */
    WIDEST_REMARK = 24, /* the same in a table of MANY_COLUMNS, which has to shrink for its page anyway */
    MANY_COLUMNS = 9,
    WIDEST_DATA = 48,
    WIDEST = 240, /* Excel's limit is 255 */
    PADDING = 2,
    ONE_LINE_HEAD = 10, /* heads up to this stay on one line; in a table of MANY_COLUMNS up to SHORT_HEAD */
    SHORT_HEAD = 6,
    HEAD_LINES = 3,
    LEAST_HEAD = 9, /* of a head that has to give way: four characters a line */
    LEAST_TEXT = 14 /* of a text column that has to */
};

bool section_is_data(const struct section *section)
{
    for (size_t i = 0; i < section->block_count; i++)
        if (section->blocks[i].kind == BLOCK_TABLE)
            return section->blocks[i].table->data;
    return false;
}

static bool holds_table(const struct section *section)
{
    for (size_t i = 0; i < section->block_count; i++)
        if (section->blocks[i].kind == BLOCK_TABLE)
            return true;
    return false;
}

/* For each column what it can't do without, what it should have, and what it would like. */
struct wishes {
    double *least, *need, *want;
};

static struct wishes wishes_new(struct arena *arena, size_t columns)
{
    return (struct wishes){.least = arena_alloc(arena, columns * sizeof(double)),
                           .need = arena_alloc(arena, columns * sizeof(double)),
                           .want = arena_alloc(arena, columns * sizeof(double))};
}

static void raise_to(double *wish, double width)
{
    if (width > WIDEST)
        width = WIDEST;
    if (*wish < width)
        *wish = width;
}

static void ask(struct wishes *wishes, size_t column, double least, double need, double want)
{
    raise_to(&wishes->least[column], least < need ? least : need);
    raise_to(&wishes->need[column], need);
    raise_to(&wishes->want[column], want);
}

static void ask_for_cells(struct wishes *wishes, const struct table *table, size_t column, double widest)
{
    bool grouped = figure_grouped(table, column);
    double usual = table->columns[column].width * 2 + PADDING;
    if (usual > widest)
        usual = widest;
    ask(wishes, column, LEAST_TEXT, usual, usual);
    for (size_t row = 0; row < table->row_count; row++) {
        const struct cell *cell = &table->cells[row * table->column_count + column];
        double width = display_width(cell->text, DISPLAY_CHINESE) + PADDING;
        if (cell->kind == CELL_NUMBER)
            width += grouped ? 2 : 0; /* a figure never wraps: ##### would show */
        double need = cell->kind == CELL_TEXT && width > widest ? widest : width;
        ask(wishes, column, cell->kind == CELL_TEXT ? LEAST_TEXT : need, need, width);
    }
}

/* A head needs so much that it fits in HEAD_LINES lines; over several columns they share it. */
static void ask_for_head(struct wishes *wishes, const struct head *head, const struct table *table)
{
    double width = display_width(head->text, DISPLAY_CHINESE) + (table->data ? 3 : 0); /* for the filter's button */
    double line = table->column_count >= MANY_COLUMNS && !table->data ? SHORT_HEAD : ONE_LINE_HEAD;
    double need = width <= line ? width : width / HEAD_LINES + 2;
    if (need < line && width > line)
        need = line;
    need = (need + PADDING / 2.0) / (double)head->columns;
    for (size_t i = 0; i < head->columns; i++)
        ask(wishes, head->column + i, LEAST_HEAD / (double)head->columns, need, need);
}

static void ask_for_table(struct tab *tab, struct wishes *wishes, const struct table *table)
{
    size_t head_count;
    const struct head *heads = table_heads(table, tab->book->arena, &head_count);
    for (size_t i = 0; i < head_count; i++)
        ask_for_head(wishes, &heads[i], table);
    double widest = table->data ? WIDEST_DATA : table->column_count >= MANY_COLUMNS ? WIDEST_REMARK : WIDEST_TEXT;
    for (size_t column = 0; column < table->column_count; column++)
        ask_for_cells(wishes, table, column, widest);
}

static const struct table *block_table(struct tab *tab, const struct block *block)
{
    if (block->kind == BLOCK_TABLE)
        return block->table;
    if (block->kind == BLOCK_CARDS)
        return card_table(tab->book->arena, block->cards);
    return block->kind == BLOCK_CHART ? chart_table(block->chart, CHART_TO_DRAW, tab->book->arena).table : NULL;
}

/* A sheet of texts and charts has no table or small ones only: rather than stretch those, empty columns fill the page,
 * and charts and texts go across them. (One column as wide as the page would do for texts, but LibreOffice does not
 * scale a single column down to fit its page.) */
static void add_columns(struct tab *tab, struct wishes *wishes, double page)
{
    size_t more = tab->total < page ? (size_t)((page - tab->total) / FILLER) : 0;
    struct wishes wider = wishes_new(tab->book->arena, tab->columns + more);
    for (size_t i = 0; i < tab->columns + more; i++) {
        wider.least[i] = i < tab->columns ? wishes->least[i] : FILLER;
        wider.need[i] = i < tab->columns ? wishes->need[i] : FILLER;
        wider.want[i] = i < tab->columns ? wishes->want[i] : FILLER;
    }
    tab->columns += more;
    tab->total += (double)more * FILLER;
    *wishes = wider;
}

/* Hands out what the page has left: first to the columns that would wrap, then to all alike. */
static void fill_page(struct tab *tab, const struct wishes *wishes, double page)
{
    double lack = 0;
    for (size_t i = 0; i < tab->columns; i++)
        lack += wishes->want[i] - wishes->need[i];
    double left = page - tab->total, share = lack > left ? left / lack : 1;
    for (size_t i = 0; i < tab->columns; i++)
        tab->widths[i] += (wishes->want[i] - wishes->need[i]) * share;
    tab->total += lack * share;
    double factor = page / tab->total;
    for (size_t i = 0; i < tab->columns && factor > 1; i++)
        tab->widths[i] *= factor;
    if (factor > 1)
        tab->total = page;
}

/* ---- the paper ---- */

static double column_under(const struct wishes *wishes, size_t column, double widest)
{
    double width = wishes->need[column] < widest ? wishes->need[column] : widest;
    return width > wishes->least[column] ? width : wishes->least[column];
}

static double width_under(const struct wishes *wishes, size_t columns, double widest)
{
    double total = 0;
    for (size_t i = 0; i < columns; i++)
        total += column_under(wishes, i, widest);
    return total;
}

/* Narrows the widest columns until all of them take `page`, none below what it can't do without; false, with nothing
 * done, when that isn't enough. */
static bool narrow(struct tab *tab, const struct wishes *wishes, double page)
{
    int widest = WIDEST;
    while (widest > NARROWEST && width_under(wishes, tab->columns, widest) > page)
        widest--;
    tab->total = width_under(wishes, tab->columns, widest);
    if (tab->total > page)
        return false;
    for (size_t i = 0; i < tab->columns; i++)
        wishes->need[i] = column_under(wishes, i, widest);
    return true;
}

/* A4 where nothing prints too small to be read, else A3, else as many sheets of A3 side by side as it takes. */
static void choose_paper(struct tab *tab, const struct wishes *wishes)
{
    bool across = tab->section->landscape;
    double margins = (double)tab->columns * COLUMN_MARGIN;
    const struct readable *a4 = across ? &a4_across : &a4_upright, *a3 = across ? &a3_across : &a3_upright;
    tab->pages_across = 1;
    tab->a3 = !narrow(tab, wishes, a4->body - margins);
    if (tab->a3 && !narrow(tab, wishes, a3->body - margins)) {
        tab->total = width_under(wishes, tab->columns, WIDEST);
        tab->pages_across = 1 + (int)((tab->total + margins) / a3->body);
    }
    int readable = (tab->a3 ? a3 : a4)->small * tab->pages_across;
    tab->small = tab->total + margins <= readable ? SMALL_HALF_POINTS : BODY_HALF_POINTS;
}

void grid_fit(struct tab *tab)
{
    const struct section *section = tab->section;
    tab->columns = 1;
    for (size_t i = 0; i < section->block_count; i++) {
        const struct table *table = block_table(tab, &section->blocks[i]);
        if (table && tab->columns < table->column_count)
            tab->columns = table->column_count;
    }
    struct wishes wishes = wishes_new(tab->book->arena, tab->columns);
    for (size_t i = 0; i < tab->columns; i++)
        ask(&wishes, i, NARROWEST, NARROWEST, NARROWEST);
    for (size_t i = 0; i < section->block_count; i++) {
        const struct table *table = block_table(tab, &section->blocks[i]);
        if (table)
            ask_for_table(tab, &wishes, table);
    }
    choose_paper(tab, &wishes);
    double page = section->landscape ? LANDSCAPE_WIDTH : PORTRAIT_WIDTH;
    if (!holds_table(section))
        add_columns(tab, &wishes, page);
    tab->widths = arena_copy(tab->book->arena, wishes.need, tab->columns * sizeof(double));
    if (!tab->data && tab->total < page)
        fill_page(tab, &wishes, page);
}
