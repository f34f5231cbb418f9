/* SPDX-License-Identifier: MIT */
#include "render/page/table.h"

#include "base/message.h"
#include "render/page/table_measure.h"
#include "render/page/title.h"
#include "render/texts.h"

#include <math.h>

#define LEADING 1.25      /* of lines in a cell, of the size */
#define VERTICAL_PAD 0.24 /* above and below a cell's text, of the size */
#define RULE 0.5          /* pt */

/* Told apart in grey as well: bad news is also heavier. */
static const struct {
    struct colour colour;
    enum font_role face;
} tones[] = {
    [TONE_PLAIN] = {{0, 0, 0}, FONT_SONG},       [TONE_GOOD] = {{0, 102, 51}, FONT_SONG},
    [TONE_BAD] = {{176, 16, 16}, FONT_HEI},      [TONE_WAITING] = {{140, 84, 0}, FONT_SONG},
    [TONE_MUTED] = {{110, 110, 110}, FONT_SONG},
};

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

struct head {
    const struct panel *panel;
    struct line title, unit; /* no glyphs for none */
    double title_height;     /* of both, pt */
    const struct head_cell *cells;
    struct cell_lines *texts; /* by head cell */
    size_t count;
    double levels[HEADER_LEVELS]; /* heights, pt */
    double height;                /* of all */
};

/* ---- shaping ---- */

static struct grid *shape_grid(struct layout *layout, const struct table *table)
{
    size_t cells = table->row_count * table->column_count;
    struct grid *grid = arena_alloc(layout->arena, sizeof *grid);
    grid->table = table;
    grid->measure = layout->width;
    grid->cells = arena_alloc(layout->arena, cells * sizeof *grid->cells);
    grid->heads = arena_alloc(layout->arena, table->column_count * HEADER_LEVELS * sizeof *grid->heads);
    for (size_t i = 0; i < cells; i++)
        grid->cells[i] = layout_shape(layout, tones[table->cells[i].tone].face, table->cells[i].text);
    for (size_t c = 0; c < table->column_count; c++)
        for (int level = 0; level < table->header_rows; level++)
            if (table->columns[c].header[level])
                grid->heads[c * HEADER_LEVELS + (size_t)level] =
                    layout_shape(layout, FONT_HEI, table->columns[c].header[level]);
    return grid;
}

static struct cell_lines break_cell(struct arena *arena, const struct text *text, double size, double width,
                                    bool balanced)
{
    struct cell_lines result = {0};
    /* What measured as fitting must not be broken by the last bit of a rounding. */
    struct line_style style = {.size = size, .width = width - 2 * panel_padding(size) + 0.05};
    result.lines = (balanced ? text_balance : text_lines)(arena, text, &style, &result.count);
    return result;
}

static double cell_height(const struct cell_lines *cell, double size)
{
    return (double)cell->count * size * LEADING + 2 * size * VERTICAL_PAD;
}

static struct box between(double left, double top, double right, double bottom)
{
    return (struct box){left, top, right - left, bottom - top};
}

static void draw_cell(struct layout *layout, const struct cell_lines *cell, enum align align, const struct box *box,
                      struct colour colour)
{
    double size = cell->lines[0].size, padding = panel_padding(size);
    double y = box->y + (box->height - (double)cell->count * size * LEADING) / 2 + size * (LEADING - 1) / 2;
    for (size_t i = 0; i < cell->count; i++) {
        const struct line *line = &cell->lines[i];
        double x = align == ALIGN_LEFT    ? padding
                   : align == ALIGN_RIGHT ? box->width - padding - line->width
                                          : (box->width - line->width) / 2;
        layout_draw_line(layout, line, box->x + x, y + (double)i * size * LEADING, colour);
    }
}

/* ---- the head ---- */

/* Heights of the header's levels: first by the cells of one level, then what merged ones still lack. */
static void measure_levels(struct head *head)
{
    double size = head->panel->size;
    for (int pass = 1; pass <= HEADER_LEVELS; pass++)
        for (size_t i = 0; i < head->count; i++) {
            const struct head_cell *cell = &head->cells[i];
            double has = 0;
            if (cell->depth != pass)
                continue;
            for (int l = 0; l < cell->depth; l++)
                has += head->levels[cell->level + l];
            double lacks = cell_height(&head->texts[i], size) - has;
            if (lacks > 0)
                head->levels[cell->level + cell->depth - 1] += lacks;
        }
    head->height = head->title_height;
    for (int l = 0; l < HEADER_LEVELS; l++)
        head->height += head->levels[l];
}

static void shape_title(struct layout *layout, struct head *head, bool continued)
{
    const struct table *table = head->panel->grid->table;
    bool titled = table->title && table->title[0], unit = table->unit && table->unit[0];
    double size = layout->measure.size > SIZE_4 ? SIZE_4 : SIZE_SMALL_4;
    const char *title = !continued ? (titled ? table->title : NULL)
                        : titled   ? arena_format(layout->arena, "%s（续表）", table->title)
                                   : "续表";
    if (title) {
        head->title = layout_line(layout, FONT_HEI, size, title);
        if (head->title.width > layout->width)
            head->title = layout_line(layout, FONT_HEI, size * layout->width / head->title.width, title);
        head->title_height = size * 1.55;
    }
    if (unit) {
        head->unit = layout_line(layout, FONT_SONG, head->panel->size, unit_line(layout->arena, table->unit));
        /* Beside a short title, below one that it would run into. */
        bool beside = !titled && title;
        beside = beside || (title && (layout->width - head->title.width) / 2 > head->unit.width + size);
        head->title_height =
            beside ? fmax(head->title_height, head->panel->size * 1.55) : head->title_height + head->panel->size * 1.5;
    }
}

static const struct head *make_head(struct layout *layout, const struct panel *panel, bool continued)
{
    struct arena *arena = layout->arena;
    struct head *head = arena_alloc(arena, sizeof *head);
    head->panel = panel;
    shape_title(layout, head, continued);
    head->cells = panel_head_cells(arena, panel, &head->count);
    head->texts = arena_alloc(arena, head->count * sizeof *head->texts);
    for (size_t i = 0; i < head->count; i++) {
        const struct head_cell *cell = &head->cells[i];
        double width = 0;
        for (size_t c = 0; c < cell->span; c++)
            width += panel->widths[cell->column + c];
        head->texts[i] =
            break_cell(arena, &panel->grid->heads[panel->columns[cell->column] * HEADER_LEVELS + (size_t)cell->level],
                       panel->size, width, true);
    }
    measure_levels(head);
    return head;
}

/* Where the first `count` of columns or levels that begin at `start` end. */
static double edge(double start, const double *sizes, size_t count)
{
    while (count--)
        start += *sizes++;
    return start;
}

static void draw_head(struct layout *layout, const struct item *item, double y)
{
    const struct head *head = item->data;
    const struct panel *panel = head->panel;
    double left = layout->left, base = y + head->title_height;
    if (head->title.count)
        layout_draw_line(layout, &head->title, left + (layout->width - head->title.width) / 2, y, colour_black);
    if (head->unit.count)
        layout_draw_line(layout, &head->unit, left + layout->width - head->unit.width, base - head->unit.size * 1.28,
                         colour_black);
    for (size_t i = 0; i < head->count; i++) {
        const struct head_cell *cell = &head->cells[i];
        double x = edge(left, panel->widths, cell->column), top = edge(base, head->levels, (size_t)cell->level);
        struct box box = between(x, top, edge(x, panel->widths + cell->column, cell->span),
                                 edge(top, head->levels + cell->level, (size_t)cell->depth));
        layout_frame(layout, box, RULE, colour_black);
        draw_cell(layout, &head->texts[i], ALIGN_CENTER, &box, colour_black);
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
    const struct stroke rule = {RULE, 0, colour_black};
    double x = layout->left, bottom = y + row->height;
    layout_rule(layout, x, y, x, bottom, rule);
    for (size_t i = 0; i < panel->count; i++) {
        const struct cell *cell = cell_of(row, i);
        struct box box = between(x, y, x + panel->widths[i], bottom);
        draw_cell(layout, &row->cells[i], columns[panel->columns[i]].align, &box, tones[cell->tone].colour);
        if (cell->link)
            layout_link(layout, cell->link, box);
        x += panel->widths[i];
        layout_rule(layout, x, y, x, bottom, rule);
    }
    layout_rule(layout, layout->left, bottom, x, bottom, rule);
}

/* ---- items ---- */

static struct item head_item(const struct head *head)
{
    return (struct item){.height = head->height, .need = head->height, .draw = draw_head, .data = head};
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
        layout_add(layout, (struct item){.height = rows[i]->height,
                                         .need = rows[i]->height,
                                         /* At least two rows below a head, and no last row alone. */
                                         .glue = whole || i < 2 || i + 1 == count,
                                         .draw = draw_row,
                                         .data = rows[i],
                                         .repeat = repeat});
    }
}

static void add_notes(struct layout *layout, const struct table *table, double size)
{
    for (size_t i = 0; i < table->note_count; i++) {
        struct text text = layout_shape(layout, FONT_SONG, table->notes[i]);
        struct line_style style = {.size = size, .width = layout->width, .hang = 2 * size};
        size_t count;
        const struct line *lines = text_lines(layout->arena, &text, &style, &count);
        if (!i)
            layout_space(layout, size * 0.4, true);
        for (size_t l = 0; l < count; l++) {
            struct item *item = layout_add_line(layout, &lines[l], 0, size * 1.4);
            item->glue = item->glue || (!i && !l);
        }
    }
}

/* About how high a table with its title will be if no cell is wrapped. */
static double likely_height(const struct layout *layout, const struct table *table, double size)
{
    double lines = (double)table->row_count + table->header_rows + 1; /* one head on two lines */
    double title = table->title && table->title[0] ? SIZE_4 * 1.55 : 0;
    return lines * size * (LEADING + 2 * VERTICAL_PAD) + title + layout->measure.pitch * 0.35;
}

/* The size to begin with: at most one below the text's, and such that the table needs no second page, or that two of
 * several wide tables share one, if any size that prints well does that. */
static double largest_size(const struct layout *layout, const struct table *table)
{
    static const double sizes[] = {SIZE_SMALL_4, SIZE_5, SIZE_SMALL_5};
    double largest = layout->measure.size > SIZE_4 ? SIZE_SMALL_4 : SIZE_5;
    double notes = (double)table->note_count * SIZE_5 * 1.4;
    for (int share = layout->landscape && layout->tables > 1 ? 2 : 1; share > 0; share--)
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
            if (sizes[i] <= largest &&
                likely_height(layout, table, sizes[i]) <= layout->height / share - (share == 1 ? notes : 0))
                return sizes[i];
    return largest;
}

void table_add(struct layout *layout, const struct table *table)
{
    const char *place = layout->place;
    if (table->title && table->title[0])
        layout->place = table->title;
    const struct grid *grid = shape_grid(layout, table);
    double largest = largest_size(layout, table), size = largest;
    size_t count;
    const struct panel *panels = panels_fit(layout->arena, grid, largest, &count);
    for (size_t i = 0; i < count && !layout->error; i++) {
        struct item *repeat = arena_alloc(layout->arena, sizeof *repeat);
        *repeat = head_item(make_head(layout, &panels[i], true));
        layout_space(layout, layout->measure.pitch * 0.35, false);
        layout_add(layout, panels[i].first ? head_item(make_head(layout, &panels[i], false)) : *repeat);
        add_rows(layout, &panels[i], repeat);
        size = panels[i].size;
    }
    add_notes(layout, table, fmin(size, SIZE_5));
    layout_space(layout, layout->measure.pitch * 0.35, false);
    layout->place = place;
}
