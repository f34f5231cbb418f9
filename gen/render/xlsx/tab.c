/* SPDX-License-Identifier: MIT */
#include "render/xlsx/tab.h"

#include "render/display.h"

enum { LINE = 15 };
enum { LEAST_OF_TABLE = 8 }; /* lines: a head and what makes it worth while */

struct place tab_place(const struct tab *tab, size_t column)
{
    return (struct place){tab->handle, tab->row, (lxw_col_t)column};
}

double tab_span(const struct tab *tab, size_t column, size_t columns)
{
    double width = 0;
    for (size_t i = column; i < column + columns && i < tab->columns; i++)
        width += tab->widths[i];
    return width;
}

void tab_next(struct tab *tab, double height)
{
    book_row(tab->book, tab->handle, tab->row, height);
    tab->row++;
    tab->height += height;
    tab->filled += height;
    while (tab->filled >= tab->page) {
        tab->filled -= tab->page;
        tab->drifted = true;
    }
}

void tab_keep(struct tab *tab, double height)
{
    if (height > tab->page - tab->filled && height <= tab->page && tab->filled > 0)
        tab_break(tab);
}

void tab_keep_table(struct tab *tab, double height)
{
    double left = tab->page - tab->filled;
    /* Where the heads are repeated a table may well be parted. */
    bool late = tab->filled > tab->page * (tab->repeats ? 2 : 1) / 3, few_lines = left < LEAST_OF_TABLE * LINE;
    if (height > left && tab->filled > 0 && (few_lines || (late && height <= tab->page)))
        tab_break(tab);
}

void tab_break(struct tab *tab)
{
    ARRAY_ADD(tab->book->arena, tab->breaks, tab->break_count, tab->row);
    tab->filled = 0;
    tab->drifted = false;
}

int tab_lines(const struct tab *tab, size_t column, size_t columns, const char *text, const struct look *look)
{
    /* The grid counts characters of the default 11 pt. */
    double width = tab_span(tab, column, columns) * 22 / (look->half_points ? look->half_points : BODY_HALF_POINTS);
    return display_lines(text, (int)(width - 1), DISPLAY_CHINESE);
}

void tab_line(struct tab *tab, const char *text, const struct look *look, double least_height)
{
    if (tab->data) {
        struct look flat = *look;
        flat.wrap = flat.banner = false;
        flat.align = ALIGN_LEFT;
        book_text(tab->book, tab_place(tab, 0), text, &flat);
        tab_next(tab, least_height);
        return;
    }
    book_merge(tab->book, tab_place(tab, 0), 1, tab->columns, text, look);
    int size = look->half_points ? look->half_points : BODY_HALF_POINTS;
    int lines = look->wrap ? tab_lines(tab, 0, tab->columns, text, look) : 1;
    double height = lines * (size * 0.5 * 1.36) + 4;
    tab_next(tab, height > least_height ? height : least_height);
}
