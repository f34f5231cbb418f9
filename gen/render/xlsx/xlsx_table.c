/* SPDX-License-Identifier: MIT */
#include "render/xlsx/xlsx_table.h"

#include "base/message.h"
#include "render/display.h"
#include "render/heads.h"
#include "render/xlsx/clean.h"
#include "render/xlsx/tone.h"
#include "render/xlsx/xlsx_display.h"
#include "render/xlsx/xlsx_figure.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { LINE = 15, ROW_PADDING = 5, CHART_LINE = 12, CHART_PADDING = 0, CHART_TITLE = 15, FILTER_HEAD_LIMIT = 255 };
enum { SMALL = SMALL_HALF_POINTS };

/* The letter-and-number address of a cell, as formulas have it. */
static void add_address(struct buffer *out, lxw_row_t row, size_t column)
{
    char letters[8];
    lxw_col_to_name(letters, (lxw_col_t)column, 0);
    buffer_format(out, "%s%u", letters, (unsigned)row + 1);
}

/* Puts this row's addresses into a formula: {2} is the third column's cell. */
static const char *formula_at(struct tab *tab, const struct table *table, const char *formula)
{
    struct buffer out = {.arena = tab->book->arena};
    for (const char *p = formula; *p;) {
        char *end;
        unsigned long column = *p == '{' && p[1] >= '0' && p[1] <= '9' ? strtoul(p + 1, &end, 10) : 0;
        if (*p != '{' || p[1] < '0' || p[1] > '9' || *end != '}') {
            buffer_add_n(&out, p++, 1);
            continue;
        }
        if (column >= table->column_count)
            book_fail(tab->book,
                      arena_format(tab->book->arena, _("公式“%s”引用了表中没有的第%lu列。请在模板中改正这个公式。"),
                                   formula, column + 1));
        add_address(&out, tab->row, (size_t)column);
        p = end + 1;
    }
    return buffer_text(&out);
}

/* A link to a sheet that this book lacks would be an error box in Excel. */
static bool link_exists(struct tab *tab, const char *name)
{
    for (size_t i = 0; i < tab->document->section_count; i++)
        if (!strcmp(tab->document->sections[i].name, name))
            return true;
    book_fail(tab->book,
              arena_format(tab->book->arena, _("工作表“%s”中有一个链接指向不存在的工作表“%s”。请在模板中改正。"),
                           tab->section->name, name));
    return false;
}

static void write_cell(struct tab *tab, const struct table *table, size_t column, const struct cell *cell,
                       struct look look, bool grouped)
{
    struct book *book = tab->book;
    struct place place = tab_place(tab, column);
    if (cell->kind == CELL_NUMBER)
        look.number_format = figure_format(book->arena, cell, grouped);
    if (cell->link && link_exists(tab, cell->link)) {
        look.link = true;
        book_link(book, place, cell->link, &look);
    }
    if (cell->anchor)
        book_anchor(book, place, cell->anchor);
    if (cell->to)
        book_lead(book, place, cell->to, cell, &look);
    if (cell->name)
        book_name(book, place, cell->name);
    if (cell->formula)
        book_formula(book, place, formula_at(tab, table, cell->formula), cell, &look);
    else if (cell->kind == CELL_NUMBER)
        book_number(book, place, cell, &look);
    else if (*cell->text)
        book_text(book, place, cell->text, &look);
    else if (look.border) /* without lines an empty cell stays absent: in a chart's range it would count as 0 */
        book_blank(book, place, &look);
}

static struct look body_look(const struct table *table, size_t column, const struct cell *cell, enum table_dress dress)
{
    /* A colour put on a formula's cell would stay when its value changes: words get theirs by rule, figures none. */
    bool plain = dress == DRESS_CHART || cell->formula;
    return (struct look){.align = table->columns[column].align,
                         .tone = plain ? TONE_PLAIN : cell->tone,
                         .half_points = dress == DRESS_CHART ? SMALL : 0,
                         .bold = cell->strong,
                         .wrap = cell->kind == CELL_TEXT,
                         .border = dress != DRESS_CHART};
}

/* What goes for the rows below it. */
static void write_band(struct tab *tab, const struct table *table, const struct table_band *band)
{
    struct look look = {.align = ALIGN_LEFT, .wrap = true, .border = true};
    book_merge(tab->book, tab_place(tab, 0), 1, table->column_count, band->text, &look);
    tab_next(tab, tab_lines(tab, 0, table->column_count, band->text, &look) * LINE + ROW_PADDING);
}

static void write_body(struct tab *tab, const struct table *table, enum table_dress dress)
{
    bool *grouped = arena_alloc(tab->book->arena, table->column_count * sizeof *grouped);
    for (size_t column = 0; column < table->column_count; column++)
        grouped[column] = figure_grouped(table, column);
    int line = dress == DRESS_CHART ? CHART_LINE : LINE, padding = dress == DRESS_CHART ? CHART_PADDING : ROW_PADDING;
    for (size_t row = 0; row < table->row_count; row++) {
        int lines = 1;
        const struct table_band *band = table_band_at(table, row);
        if (band)
            write_band(tab, table, band);
        for (size_t column = 0; column < table->column_count; column++) {
            const struct cell *cell = &table->cells[row * table->column_count + column];
            struct look look = body_look(table, column, cell, dress);
            write_cell(tab, table, column, cell, look, grouped[column]);
            int needed = look.wrap ? tab_lines(tab, column, 1, cell->text, &look) : 1;
            lines = needed > lines ? needed : lines;
        }
        tab_next(tab, lines * line + padding);
    }
}

/* The heights of the head rows: a head over several of them may spread, the rest goes to its last row. */
static void head_heights(struct tab *tab, const struct table *table, const struct head *heads, size_t count,
                         double *heights, enum table_dress dress)
{
    int line = dress == DRESS_CHART ? CHART_LINE : LINE, padding = dress == DRESS_CHART ? CHART_PADDING : ROW_PADDING;
    for (int row = 0; row < table->header_rows; row++)
        heights[row] = line + padding;
    for (size_t i = 0; i < count; i++) {
        const struct head *head = &heads[i];
        int lines = tab_lines(tab, head->column, head->columns, head->text, &(struct look){.wrap = true});
        double needed = lines * line + padding;
        for (int row = head->row; row < head->row + head->rows; row++)
            needed -= heights[row];
        if (needed > 0)
            heights[head->row + head->rows - 1] += needed;
    }
}

static void write_heads(struct tab *tab, const struct table *table, enum table_dress dress)
{
    size_t count;
    const struct head *heads = table_heads(table, tab->book->arena, &count);
    double heights[3];
    head_heights(tab, table, heads, count, heights, dress);
    tab->head_top = tab->row;
    tab->head_bottom = tab->row + (lxw_row_t)table->header_rows - 1;
    struct look look = {.align = ALIGN_CENTER, .bold = true, .wrap = true, .border = true, .head = true};
    if (dress == DRESS_CHART)
        look = (struct look){.wrap = true, .half_points = SMALL, .rule_above = true, .rule_below = true};
    for (size_t i = 0; i < count; i++) {
        if (dress == DRESS_CHART)
            look.align = table->columns[heads[i].column].align;
        struct place place = tab_place(tab, heads[i].column);
        place.row += (lxw_row_t)heads[i].row;
        book_merge(tab->book, place, (lxw_row_t)heads[i].rows, heads[i].columns, heads[i].text, &look);
    }
    for (int row = 0; row < table->header_rows; row++)
        tab_next(tab, heights[row]);
}

/* Excel repairs a book whose table has an empty, repeated or odd head: such a table only gets a filter. */
static bool heads_fit_table(struct tab *tab, const struct table *table)
{
    for (size_t i = 0; i < table->column_count; i++) {
        const char *head = table->columns[i].header[0];
        if (!head || !*head || clean_cell(tab->book->arena, head) != head ||
            clean_line(tab->book->arena, head, FILTER_HEAD_LIMIT) != head)
            return false;
        for (size_t j = 0; j < i; j++)
            if (!strcasecmp(head, table->columns[j].header[0]))
                return false;
    }
    return table->header_rows == 1 && table->row_count > 0;
}

/* Marks the rows from `top` on as an Excel table, before its cells are written. */
static void mark_table(struct tab *tab, const struct table *table, lxw_row_t top)
{
    struct book *book = tab->book;
    lxw_row_t bottom = top + (lxw_row_t)(table->header_rows - 1) + (lxw_row_t)table->row_count;
    lxw_col_t right = (lxw_col_t)(table->column_count - 1);
    if (book->error)
        return;
    if (!heads_fit_table(tab, table)) {
        lxw_row_t head = top + (lxw_row_t)table->header_rows - 1;
        book_check(book, worksheet_autofilter(tab->handle, head, 0, bottom, right), _("设置筛选"));
        return;
    }
    lxw_table_column *columns = arena_alloc(book->arena, table->column_count * sizeof *columns);
    /* An array of pointers is what the library wants. NOLINTNEXTLINE(bugprone-sizeof-expression) */
    lxw_table_column **list = arena_alloc(book->arena, (table->column_count + 1) * sizeof *list);
    for (size_t i = 0; i < table->column_count; i++) {
        columns[i].header = arena_string(book->arena, table->columns[i].header[0]);
        list[i] = &columns[i];
    }
    lxw_table_options options = {.name = arena_format(book->arena, "数据表%d", ++book->table_count),
                                 .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
                                 .style_type_number = 1,
                                 .no_banded_rows = LXW_TRUE,
                                 .columns = list};
    book_check(book, worksheet_add_table(tab->handle, top, 0, bottom, right, &options), _("标记数据表"));
}

static void write_caption(struct tab *tab, const struct table *table, enum table_dress dress)
{
    if (table->title && *table->title) {
        struct look look = {.align = ALIGN_CENTER, .bold = true, .half_points = 24};
        if (dress == DRESS_CHART)
            look = (struct look){.align = ALIGN_LEFT, .half_points = SMALL, .bold = true};
        /* A narrow table's title may be longer than the table: it runs over the grid, never out of sight. */
        bool fits = display_width(table->title, DISPLAY_CHINESE) * 1.2 < tab_span(tab, 0, table->column_count);
        book_merge(tab->book, tab_place(tab, 0), 1, fits ? table->column_count : tab->columns, table->title, &look);
        tab_next(tab, dress == DRESS_CHART ? CHART_TITLE : 24);
    }
    if (table->unit && *table->unit) {
        struct look look = {.align = ALIGN_RIGHT, .half_points = dress == DRESS_CHART ? SMALL : 0};
        book_merge(tab->book, tab_place(tab, 0), 1, table->column_count, table->unit, &look);
        tab_next(tab, 16);
    }
}

static void write_notes(struct tab *tab, const struct table *table)
{
    struct look look = {.half_points = tab->small, .wrap = true};
    for (size_t i = 0; i < table->note_count; i++)
        tab_line(tab, table->notes[i], &look, 14);
}

double table_height(const struct table *table, enum table_dress dress)
{
    double rows = (double)(table->row_count + table->band_count + (size_t)table->header_rows);
    if (dress == DRESS_CHART)
        return CHART_TITLE + rows * (CHART_LINE + CHART_PADDING);
    return (rows + 2 + (double)table->note_count) * (LINE + ROW_PADDING); /* 2: its title and its unit */
}

lxw_row_t table_write(struct tab *tab, const struct table *table, enum table_dress dress)
{
    if (dress == DRESS_PRINT)
        tab_keep_table(tab, table_height(table, dress));
    if (dress == DRESS_DATA)
        mark_table(tab, table, tab->row);
    else
        write_caption(tab, table, dress);
    write_heads(tab, table, dress);
    lxw_row_t first = tab->row;
    write_body(tab, table, dress);
    tone_follow(tab, table, first);
    display_add(tab, table, first);
    if (dress == DRESS_DATA && (table->note_count || (table->unit && *table->unit))) {
        /* A blank row parts the clean table from what is said about it. */
        tab_next(tab, LINE);
        if (table->unit && *table->unit)
            tab_line(tab, table->unit, &(struct look){.half_points = tab->small}, 14);
    }
    write_notes(tab, table);
    return first;
}
