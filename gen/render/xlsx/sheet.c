/* SPDX-License-Identifier: MIT */
#include "render/xlsx/sheet.h"

#include "base/message.h"
#include "render/card_table.h"
#include "render/heads.h"
#include "render/texts.h"
#include "render/xlsx/clean.h"
#include "render/xlsx/grid.h"
#include "render/xlsx/xlsx_chart.h"
#include "render/xlsx/xlsx_table.h"

enum { PAPER_A3 = 8, PAPER_A4 = 9 };
enum { LINE = 15, GAP = 8 };
enum { HEADER_TEXT_LIMIT = 80 }; /* Excel allows 255 for all three parts with their codes */
enum { FREEZE_LONGEST_HEAD = 10, FREEZE_LEAST_ROWS = 8, WIDEST_FROZEN = 48 };
enum { COLOR_BANNER_TAB = 0xC00000 };

/* A4 in points, A3 being two of it, and the margins in inches. */
static const double paper_short = 595, paper_long = 842, margin_side = 0.6, margin_end = 0.6;
static const double points_per_character = 6;
/* How many times a page's height may be put on one page. */
#define MOST_SHRUNK 1.2

static void write_title(struct tab *tab)
{
    const char *title = *tab->section->title ? tab->section->title : tab->document->title;
    struct look look = {.align = ALIGN_CENTER, .bold = true, .half_points = 32, .wrap = true};
    tab_line(tab, title, &look, 34);
}

static void write_banner(struct tab *tab)
{
    if (!tab->document->banner)
        return;
    struct look look = {.align = ALIGN_CENTER, .bold = true, .half_points = 22, .wrap = true, .banner = true};
    tab_line(tab, tab->document->banner, &look, 20);
}

static void write_heading(struct tab *tab, const struct block *block)
{
    static const int sizes[] = {24, 22, 21, 21};
    int level = block->level < 1 ? 1 : block->level > 4 ? 4 : block->level;
    struct look look = {.bold = level < 4, .half_points = sizes[level - 1], .wrap = true};
    tab_keep(tab, 5 * LINE); /* not alone at the foot of a page */
    if (tab->filled > 0)
        tab_next(tab, GAP / 2.0);
    tab_line(tab, block->text, &look, 24);
}

static void write_paragraph(struct tab *tab, const struct block *block)
{
    struct look look = {.wrap = true, .half_points = block->style == PARAGRAPH_NOTE ? tab->small : 0};
    tab_line(tab, indented_paragraph(tab->book->arena, block), &look, block->style == PARAGRAPH_NOTE ? 14 : 19);
}

static void write_block(struct tab *tab, size_t index)
{
    const struct block *block = &tab->section->blocks[index];
    switch (block->kind) {
    case BLOCK_HEADING:
        write_heading(tab, block);
        break;
    case BLOCK_PARAGRAPH:
        write_paragraph(tab, block);
        break;
    case BLOCK_TABLE:
        tab_next(tab, GAP);
        table_write(tab, marked_table(tab->book->arena, block->table), DRESS_PRINT);
        if (tab->document->sign_off && index == section_signed_block(tab->section))
            tab_line(tab, tab->document->sign_off, &(struct look){.wrap = true}, 26);
        break;
    case BLOCK_CHART:
        tab_next(tab, GAP);
        chart_write(tab, block->chart);
        break;
    case BLOCK_CARDS:
        tab_next(tab, GAP);
        table_write(tab, card_table(tab->book->arena, block->cards), DRESS_PRINT);
        break;
    }
}

/* The columns at the table's left that name its rows: numbers of rows, and up to the first texts that differ from row
 * to row, as long as they leave most of a screen. */
static size_t name_columns(const struct tab *tab, const struct table *table)
{
    size_t named = 0;
    double width = 0;
    for (size_t column = 0; column + 1 < table->column_count; column++) {
        const struct column *head = &table->columns[column];
        width += tab->widths[column];
        if (width > WIDEST_FROZEN || head->align == ALIGN_RIGHT)
            break;
        if (head->align == ALIGN_LEFT)
            named = column + 1;
    }
    return named;
}

/* Heads and names stay in sight, and are repeated on the sheets of paper that stand side by side. */
static void freeze(const struct tab *tab, const struct table *table, lxw_row_t below)
{
    size_t names = name_columns(tab, table);
    worksheet_freeze_panes(tab->handle, below, (lxw_col_t)names);
    if (names && tab->pages_across > 1)
        book_check(tab->book, worksheet_repeat_columns(tab->handle, 0, (lxw_col_t)(names - 1)), _("设置标题列"));
}

/* A clean data sheet: the table begins in A1 with its head, so that a machine can read it and Excel can sort it. So
 * the banner stands neither above nor below it: it is in the print header and the tab is coloured (and composers give
 * it a column). What else the section has to say follows below a blank row. */
static void write_data_section(struct tab *tab)
{
    const struct section *section = tab->section;
    size_t table = 0;
    while (section->blocks[table].kind != BLOCK_TABLE)
        table++;
    table_write(tab, section->blocks[table].table, DRESS_DATA);
    lxw_row_t end = tab->row;
    if (tab->document->banner)
        worksheet_set_tab_color(tab->handle, (lxw_color_t)COLOR_BANNER_TAB);
    for (size_t i = 0; i < section->block_count; i++) {
        if (i == table)
            continue;
        if (tab->row == end)
            tab_next(tab, GAP);
        write_block(tab, i);
    }
    freeze(tab, section->blocks[table].table, 1);
    book_check(tab->book, worksheet_repeat_rows(tab->handle, 0, 0), _("设置标题行"));
}

static void write_print_section(struct tab *tab)
{
    const struct section *section = tab->section;
    write_title(tab);
    write_banner(tab);
    const struct table *last = NULL;
    size_t long_tables = 0;
    for (size_t i = 0; i < section->block_count; i++) {
        if (section->blocks[i].kind == BLOCK_CHART)
            last = NULL;
        else if (section->blocks[i].kind == BLOCK_TABLE) {
            last = section->blocks[i].table;
            long_tables += last->row_count >= FREEZE_LEAST_ROWS;
        }
    }
    for (size_t i = 0; i < section->block_count; i++) {
        tab->repeats = section->blocks[i].kind == BLOCK_TABLE && section->blocks[i].table == last;
        write_block(tab, i);
    }
    /* Rows are repeated on all pages behind their own: above another table or a chart the heads would be false. */
    if (!last)
        return;
    book_check(tab->book, worksheet_repeat_rows(tab->handle, tab->head_top, tab->head_bottom), _("设置标题行"));
    if (long_tables != 1 || last->row_count < FREEZE_LEAST_ROWS)
        return;
    if (tab->head_bottom < FREEZE_LONGEST_HEAD)
        freeze(tab, last, tab->head_bottom + 1);
    if (last->header_rows == 1)
        book_check(tab->book,
                   worksheet_autofilter(tab->handle, tab->head_bottom, 0, tab->head_bottom + (lxw_row_t)last->row_count,
                                        (lxw_col_t)(last->column_count - 1)),
                   _("设置筛选"));
}

static void set_header_and_footer(struct tab *tab)
{
    struct book *book = tab->book;
    const char *banner = tab->document->banner ? tab->document->banner : "";
    /* No figure may follow a code directly: &C2022 is read as a size in some places. No &G: see libxlsxwriter. */
    const char *header =
        arena_format(book->arena, "&L%s&R %s", clean_header(book->arena, tab->document->title, HEADER_TEXT_LIMIT),
                     clean_header(book->arena, banner, HEADER_TEXT_LIMIT));
    book_check(book, worksheet_set_header(tab->handle, header), _("写页眉"));
    book_check(book, worksheet_set_footer(tab->handle, "&L&A&C第 &P 页　共 &N 页"), _("写页脚"));
}

static void set_page(struct tab *tab)
{
    double small = tab->a3 ? paper_long : paper_short, large = tab->a3 ? 2 * paper_short : paper_long;
    double width = tab->section->landscape ? large : small, height = tab->section->landscape ? small : large;
    double usable = (width - 2 * 72 * margin_side) * tab->pages_across;
    double scale = usable / (tab->total * points_per_character);
    tab->page = (height - 2 * 72 * margin_end) / (scale < 1 ? scale : 1);
    worksheet_set_paper(tab->handle, tab->a3 ? PAPER_A3 : PAPER_A4);
    if (tab->section->landscape)
        worksheet_set_landscape(tab->handle);
    worksheet_set_margins(tab->handle, margin_side, margin_side, margin_end, margin_end);
    worksheet_fit_to_pages(tab->handle, (uint16_t)tab->pages_across, 0);
    worksheet_center_horizontally(tab->handle);
    /* Gridlines on screen only where there are no lines of our own. */
    worksheet_gridlines(tab->handle, tab->data ? LXW_SHOW_SCREEN_GRIDLINES : LXW_HIDE_ALL_GRIDLINES);
    /* Codes and long numbers are texts on purpose: no green corners. */
    book_check(tab->book, worksheet_ignore_errors(tab->handle, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"),
               _("设置忽略项"));
    set_header_and_footer(tab);
}

/* Excel keeps these with one page across as long as the number of pages down is left open. */
static void set_breaks(struct tab *tab)
{
    if (!tab->break_count)
        return;
    ARRAY_ADD(tab->book->arena, tab->breaks, tab->break_count, 0); /* the library looks for an end */
    book_check(tab->book, worksheet_set_h_pagebreaks(tab->handle, tab->breaks), _("设置分页"));
}

/* A few rows on a page of their own are worse than a page printed a little smaller. */
static bool fits_one_page(const struct tab *tab)
{
    return tab->height > tab->page * 0.97 && tab->height <= tab->page * MOST_SHRUNK;
}

void sheet_write(struct book *book, const struct document *document, const struct section *section)
{
    struct tab tab = {.book = book, .document = document, .section = section, .data = section_is_data(section)};
    tab.handle = book_sheet(book, section->name);
    if (book->error)
        return;
    grid_fit(&tab);
    for (size_t i = 0; i < tab.columns; i++)
        book_check(book, worksheet_set_column(tab.handle, (lxw_col_t)i, (lxw_col_t)i, tab.widths[i], NULL),
                   _("设置列宽"));
    set_page(&tab);
    if (tab.data)
        write_data_section(&tab);
    else
        write_print_section(&tab);
    if (fits_one_page(&tab))
        worksheet_fit_to_pages(tab.handle, (uint16_t)tab.pages_across, 1);
    else
        set_breaks(&tab);
    if (!book->error && tab.row > 0)
        book_check(book, worksheet_print_area(tab.handle, 0, 0, tab.row - 1, (lxw_col_t)(tab.columns - 1)),
                   _("设置打印区域"));
}
