/* SPDX-License-Identifier: MIT */
#include "render/page/table.h"

#include "base/message.h"
#include "render/page/table_list.h"
#include "render/page/table_measure.h"
#include "render/page/title.h"
#include "render/panel.h"
#include "render/texts.h"

#include <math.h>
#include <string.h>

#define MOST_LEVELS 3 /* of a head */

/* Lines of a cell, placed at drawing time. */
struct cell_lines {
    const struct line *lines;
    size_t count;
};

struct row {
    const struct panel *panel;
    size_t index;
    struct cell_lines *cells; /* by position in the panel */
    double height;
};

/* A panel's title and head. */
struct top {
    const struct panel *panel;
    struct line title, unit; /* no glyphs for none */
    double title_height;     /* of both, pt */
    const struct head *heads;
    struct cell_lines *texts; /* by head */
    size_t count;
    double levels[MOST_LEVELS]; /* heights, pt */
    double height;              /* of all */
};

/* ---- shaping ---- */

static enum font_role cell_face(const struct cell *cell)
{
    return panel_tones[cell->tone].heavy ? FONT_HEI : FONT_SONG;
}

static struct grid *shape_grid(struct layout *layout, const struct table *table)
{
    size_t cells = table->row_count * table->column_count;
    struct grid *grid = arena_alloc(layout->arena, sizeof *grid);
    grid->table = table;
    grid->measure = layout->width;
    grid->cells = arena_alloc(layout->arena, cells * sizeof *grid->cells);
    for (size_t i = 0; i < cells; i++)
        grid->cells[i] = layout_shape(layout, cell_face(&table->cells[i]), table->cells[i].text);
    size_t heads;
    grid->heads = table_heads(table, layout->arena, &heads);
    grid->head_texts = arena_alloc(layout->arena, heads * sizeof *grid->head_texts);
    for (size_t i = 0; i < heads; i++)
        grid->head_texts[i] = layout_shape(layout, FONT_HEI, grid->heads[i].text);
    return grid;
}

static struct cell_lines break_cell(struct arena *arena, const struct text *text, double size, double width,
                                    bool balanced)
{
    struct cell_lines result = {0};
    /* What measured as fitting must not be broken by the last bit of a rounding. */
    struct line_style style = {.size = size, .width = width - 2 * PANEL_SIDE * size + 0.05};
    result.lines = (balanced ? text_balance : text_lines)(arena, text, &style, &result.count);
    return result;
}

static double cell_height(const struct cell_lines *cell, double size)
{
    return (double)cell->count * size * PANEL_LEADING + 2 * size * PANEL_VERTICAL;
}

static struct box between(double left, double top, double right, double bottom)
{
    return (struct box){left, top, right - left, bottom - top};
}

static void draw_cell(struct layout *layout, const struct cell_lines *cell, enum align align, const struct box *box,
                      struct colour colour)
{
    double size = cell->lines[0].size, padding = PANEL_SIDE * size;
    double y = box->y + (box->height - (double)cell->count * size * PANEL_LEADING) / 2 + size * (PANEL_LEADING - 1) / 2;
    for (size_t i = 0; i < cell->count; i++) {
        const struct line *line = &cell->lines[i];
        double x = align == ALIGN_LEFT    ? padding
                   : align == ALIGN_RIGHT ? box->width - padding - line->width
                                          : (box->width - line->width) / 2;
        layout_draw_line(layout, line, box->x + x, y + (double)i * size * PANEL_LEADING, colour);
    }
}

/* ---- the head ---- */

/* Heights of the header's levels: first by the cells of one level, then what merged ones still lack. */
static void measure_levels(struct top *top)
{
    double size = top->panel->size;
    for (int pass = 1; pass <= MOST_LEVELS; pass++)
        for (size_t i = 0; i < top->count; i++) {
            const struct head *head = &top->heads[i];
            double has = 0;
            if (head->rows != pass)
                continue;
            for (int l = 0; l < head->rows; l++)
                has += top->levels[head->row + l];
            double lacks = cell_height(&top->texts[i], size) - has;
            if (lacks > 0)
                top->levels[head->row + head->rows - 1] += lacks;
        }
    top->height = top->title_height;
    for (int l = 0; l < MOST_LEVELS; l++)
        top->height += top->levels[l];
}

static void shape_title(struct layout *layout, struct top *top, bool continued)
{
    const struct table *table = top->panel->grid->table;
    bool titled = table->title && table->title[0], unit = table->unit && table->unit[0];
    double size = layout->measure.caption;
    const char *title = !continued ? (titled ? table->title : NULL)
                        : titled   ? arena_format(layout->arena, "%s（续表）", table->title)
                                   : "续表";
    if (title) {
        top->title = layout_line(layout, FONT_HEI, size, title);
        if (top->title.width > layout->width)
            top->title = layout_line(layout, FONT_HEI, size * layout->width / top->title.width, title);
        top->title_height = size * PANEL_TITLE;
    }
    if (unit) {
        top->unit = layout_line(layout, FONT_SONG, top->panel->size, unit_line(layout->arena, table->unit));
        /* Beside a short title, below one that it would run into. */
        bool beside = !titled && title;
        beside = beside || (title && (layout->width - top->title.width) / 2 > top->unit.width + size);
        top->title_height = beside ? fmax(top->title_height, top->panel->size * PANEL_TITLE)
                                   : top->title_height + top->panel->size * PANEL_UNIT;
    }
}

/* Where the first `count` of columns or levels that begin at `start` end. */
static double edge(double start, const double *sizes, size_t count)
{
    while (count--)
        start += *sizes++;
    return start;
}

static const struct top *make_top(struct layout *layout, const struct panel *panel, bool continued)
{
    struct arena *arena = layout->arena;
    struct top *top = arena_alloc(arena, sizeof *top);
    top->panel = panel;
    shape_title(layout, top, continued);
    top->heads = panel_heads(arena, panel, &top->count);
    top->texts = arena_alloc(arena, top->count * sizeof *top->texts);
    for (size_t i = 0; i < top->count; i++) {
        const struct head *head = &top->heads[i];
        double width = edge(0, panel->widths + head->column, head->columns);
        top->texts[i] = break_cell(arena, panel_head_text(panel, head), panel->size, width, true);
    }
    measure_levels(top);
    return top;
}

static void draw_top(struct layout *layout, const struct item *item, double y)
{
    const struct top *top = item->data;
    const struct panel *panel = top->panel;
    double left = layout->left, base = y + top->title_height;
    if (top->title.count)
        layout_draw_line(layout, &top->title, left + (layout->width - top->title.width) / 2, y, colour_black);
    if (top->unit.count)
        layout_draw_line(layout, &top->unit, left + layout->width - top->unit.width, base - top->unit.size * 1.28,
                         colour_black);
    for (size_t i = 0; i < top->count; i++) {
        const struct head *head = &top->heads[i];
        double x = edge(left, panel->widths, head->column), above = edge(base, top->levels, (size_t)head->row);
        struct box box = between(x, above, edge(x, panel->widths + head->column, head->columns),
                                 edge(above, top->levels + head->row, (size_t)head->rows));
        layout_frame(layout, box, PANEL_RULE, colour_black);
        draw_cell(layout, &top->texts[i], ALIGN_CENTER, &box, colour_black);
    }
}

/* ---- rows ---- */

static const struct cell *cell_of(const struct row *row, size_t position)
{
    const struct table *table = row->panel->grid->table;
    return &table->cells[row->index * table->column_count + row->panel->columns[position]];
}

static const struct row *make_row(struct layout *layout, const struct panel *panel, size_t index)
{
    struct row *row = arena_alloc(layout->arena, sizeof *row);
    *row = (struct row){.panel = panel, .index = index};
    row->cells = arena_alloc(layout->arena, panel->count * sizeof *row->cells);
    const struct text *texts = &panel->grid->cells[index * panel->grid->table->column_count];
    for (size_t i = 0; i < panel->count; i++) {
        row->cells[i] = break_cell(layout->arena, &texts[panel->columns[i]], panel->size, panel->widths[i], false);
        row->height = fmax(row->height, cell_height(&row->cells[i], panel->size));
    }
    return row;
}

static void draw_row(struct layout *layout, const struct item *item, double y)
{
    const struct row *row = item->data;
    const struct panel *panel = row->panel;
    const struct column *columns = panel->grid->table->columns;
    const struct stroke rule = {PANEL_RULE, 0, colour_black};
    double x = layout->left, bottom = y + row->height;
    layout_rule(layout, x, y, x, bottom, rule);
    for (size_t i = 0; i < panel->count; i++) {
        const struct cell *cell = cell_of(row, i);
        struct box box = between(x, y, x + panel->widths[i], bottom);
        draw_cell(layout, &row->cells[i], columns[panel->columns[i]].align, &box, panel_tones[cell->tone].colour);
        if (cell->link)
            layout_link(layout, cell->link, box);
        x += panel->widths[i];
        layout_rule(layout, x, y, x, bottom, rule);
    }
    layout_rule(layout, layout->left, bottom, x, bottom, rule);
}

/* ---- items ---- */

static struct item top_item(const struct top *top)
{
    return (struct item){.height = top->height, .need = top->height, .draw = draw_top, .data = top};
}

/* What goes for the rows below it, across the panel. */
struct band {
    const struct panel *panel;
    struct cell_lines lines;
};

static void draw_band(struct layout *layout, const struct item *item, double y)
{
    const struct band *band = item->data;
    struct box box = {layout->left, y, edge(0, band->panel->widths, band->panel->count), item->height};
    layout_frame(layout, box, PANEL_RULE, colour_black);
    draw_cell(layout, &band->lines, ALIGN_LEFT, &box, colour_black);
}

static void add_band(struct layout *layout, const struct panel *panel, const char *text, bool glue,
                     const struct item *repeat)
{
    struct band *band = arena_alloc(layout->arena, sizeof *band);
    struct text shaped = layout_shape(layout, FONT_KAI, text);
    *band = (struct band){panel,
                          break_cell(layout->arena, &shaped, panel->size, edge(0, panel->widths, panel->count), false)};
    double height = cell_height(&band->lines, panel->size);
    layout_add(layout,
               (struct item){
                   .height = height, .need = height, .glue = glue, .draw = draw_band, .data = band, .repeat = repeat});
}

/* Adds the rows; a table that takes less than half a page isn't broken. */
static void add_rows(struct layout *layout, const struct panel *panel, const struct item *repeat)
{
    size_t count = panel->grid->table->row_count;
    const struct row **rows = arena_alloc(layout->arena, (count + 1) * sizeof *rows);
    double height = repeat->height;
    for (size_t i = 0; i < count; i++) {
        rows[i] = make_row(layout, panel, i);
        height += rows[i]->height;
    }
    bool whole = height <= layout->height / 2;
    for (size_t i = 0; i < count && !layout->error; i++) {
        if (rows[i]->height + repeat->height > layout->height)
            layout_fail(layout, arena_format(layout->arena,
                                             _("“%s”的第 %zu 行文字太长，一页排不下。请缩短这一行的文字，或拆成几行。"),
                                             layout->place, i + 1));
        const struct table_band *band = table_band_at(panel->grid->table, i);
        if (band)
            add_band(layout, panel, band->text, whole || !i, repeat); /* no head alone */
        layout_add(layout, (struct item){.height = rows[i]->height,
                                         .need = rows[i]->height,
                                         /* At least two rows below a head, and no last row alone. */
                                         .glue = whole || band || i < 2 || i + 1 == count,
                                         .draw = draw_row,
                                         .data = rows[i],
                                         .repeat = repeat});
    }
}

static void add_notes(struct layout *layout, const struct table *table, double size)
{
    for (size_t i = 0; i < table->note_count; i++) {
        struct text text = layout_shape(layout, FONT_SONG, table->notes[i]);
        struct line_style style = {.size = size, .width = layout->width, .hang = PANEL_NOTE_INDENT * size};
        size_t count;
        const struct line *lines = text_lines(layout->arena, &text, &style, &count);
        if (!i)
            layout_space(layout, size * 0.4, true);
        for (size_t l = 0; l < count; l++) {
            struct item *item = layout_add_line(layout, &lines[l], 0, size * PANEL_NOTE);
            item->glue = item->glue || (!i && !l);
        }
    }
}

/* The size to begin with: such that the table needs no second page, or that two of several wide tables share one. */
static double first_size(const struct layout *layout, const struct table *table)
{
    double above = (table->title && table->title[0] ? SIZE_4 * PANEL_TITLE : 0) + layout->measure.pitch * PANEL_GAP;
    /* What stands above the section's first table: its title, if nothing else. */
    for (size_t i = 0; i < layout->item_count && !layout->last_table && layout->landscape; i++)
        above += layout->items[i].height;
    double notes = (double)table->note_count * PANEL_NOTE_SIZE * PANEL_NOTE;
    const double rooms[] = {layout->height / 2 - above, layout->height - notes - above};
    bool shares = layout->landscape && layout->tables > 1;
    return panel_first_size(table, layout->measure.small, shares ? rooms : rooms + 1, shares ? 2 : 1);
}

/* Whether a table goes on with the one before it in the section: the same rows in further columns. */
static bool goes_on(const struct table *table, const struct table *last)
{
    if (!last || (table->title && table->title[0]) || table->row_count != last->row_count ||
        table->header_rows != last->header_rows)
        return false;
    const char *head = table->columns[0].header[0], *last_head = last->columns[0].header[0];
    return head && last_head && strcmp(head, last_head) == 0;
}

void table_add(struct layout *layout, const struct table *table)
{
    const char *place = layout->place;
    if (table->title && table->title[0])
        layout->place = table->title;
    if (table->form == TABLE_LIST && list_add(layout, table)) {
        layout->last_table = table;
        layout_space(layout, layout->measure.pitch * PANEL_GAP, false);
        layout->place = place;
        return;
    }
    const struct grid *grid = shape_grid(layout, table);
    double largest = first_size(layout, table), size = largest;
    size_t count;
    bool continued = goes_on(table, layout->last_table);
    const struct panel *panels = panels_fit(layout->arena, grid, largest, &count);
    for (size_t i = 0; i < count && !layout->error; i++) {
        struct item *repeat = arena_alloc(layout->arena, sizeof *repeat);
        *repeat = top_item(make_top(layout, &panels[i], true));
        layout_space(layout, layout->measure.pitch * PANEL_GAP, false);
        layout_add(layout, panels[i].first && !continued ? top_item(make_top(layout, &panels[i], false)) : *repeat);
        add_rows(layout, &panels[i], repeat);
        size = panels[i].size;
    }
    layout->last_table = table;
    add_notes(layout, table, fmin(size, PANEL_NOTE_SIZE));
    layout_space(layout, layout->measure.pitch * PANEL_GAP, false);
    layout->place = place;
}
