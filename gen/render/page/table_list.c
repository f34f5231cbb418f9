/* SPDX-License-Identifier: MIT */
#include "render/page/table_list.h"

#include "base/message.h"
#include "render/page/title.h"

#include <math.h>
#include <string.h>

#define SIZE 8.5
#define HEAD_SIZE 8.0
#define BAND_SIZE 9.0
#define NOTE_SIZE 8.0
#define ROW (5.25 * MM)
#define SIDE (0.4 * MM)    /* left and right of a cell's text */
#define COMFORT (0.5 * MM) /* more of it, where there is room */
#define LEADING 1.22       /* from line to line, of the size */
#define AIR (1.5 * MM)     /* above and below the lines of a cell, together */
#define NOTE_LEADING 1.5
#define CONTINUED 1.7 /* the height of 续表, of its size */
#define RULE_OUTER (0.35 * MM)
#define RULE_HEAD (0.18 * MM)
#define RULE_ROW (0.09 * MM)

enum {
    LAST_ROWS = 3,
    FIRST_ROWS = 2
}; /* on a page of their own, and below a head or band, there are so many at least */

static const struct colour rule_grey = {179, 179, 179}, ground_grey = {217, 217, 217}, muted_grey = {89, 89, 89};

/* A cell before it has a place: a figure in two, which meet at its decimal point. */
struct piece {
    struct text whole, rest; /* rest: empty of what is no figure */
    bool figure;
};

struct list {
    const struct table *table;
    struct piece *cells; /* row-major */
    struct text *heads;
    double *widths; /* pt */
    double *points; /* of the column's left to its decimal points, pt */
    double head_height;
};

struct list_row {
    const struct list *list;
    size_t index;
    double height;
    bool last;
};

struct list_top {
    const struct list *list;
    const char *band; /* NULL: none is repeated */
    struct line continued;
    double continued_height;
};

struct list_band {
    const struct list *list;
    struct line line;
};

/* ---- shaping ---- */

static enum font_role face_of(const struct cell *cell)
{
    return cell->strong ? FONT_HEI : FONT_SONG;
}

/* How many bytes stand before the decimal point, or where there is none before what follows the last digit; 0 of what
 * doesn't begin with a figure. */
static size_t whole_length(const char *text)
{
    static const char minus[] = "\xE2\x88\x92", digits[] = "0123456789";
    size_t sign = strncmp(text, minus, strlen(minus)) ? strspn(text, "+-") : strlen(minus);
    return strspn(text + sign, digits) ? sign + strspn(text + sign, "0123456789,") : 0;
}

static struct piece shape_cell(struct layout *layout, const struct cell *cell, bool point)
{
    enum font_role face = face_of(cell);
    size_t length = point && cell->kind == CELL_NUMBER ? whole_length(cell->text) : 0;
    struct piece piece = {.figure = length > 0};
    length = piece.figure ? length : strlen(cell->text);
    piece.whole = layout_shape(layout, face, arena_string_n(layout->arena, cell->text, length));
    piece.rest = layout_shape(layout, face, cell->text + length);
    return piece;
}

static struct list *shape(struct layout *layout, const struct table *table)
{
    struct list *list = arena_alloc(layout->arena, sizeof *list);
    size_t cells = table->row_count * table->column_count;
    list->table = table;
    list->cells = arena_alloc(layout->arena, (cells + 1) * sizeof *list->cells);
    for (size_t i = 0; i < cells; i++)
        list->cells[i] = shape_cell(layout, &table->cells[i], table->columns[i % table->column_count].point);
    list->heads = arena_alloc(layout->arena, table->column_count * sizeof *list->heads);
    for (size_t c = 0; c < table->column_count; c++)
        list->heads[c] = layout_shape(layout, FONT_HEI, table->columns[c].header[0]);
    list->widths = arena_alloc(layout->arena, table->column_count * sizeof *list->widths);
    list->points = arena_alloc(layout->arena, table->column_count * sizeof *list->points);
    return list;
}

/* ---- columns ---- */

/* What a head needs, pt: two lines of it, and none of a single character. */
static double head_least(const struct text *head)
{
    enum { HALF_OF_TWO_LINES = 2, ONE_LINE = 3 };
    double characters = (double)head->natural / 1000;
    return characters <= ONE_LINE ? characters * HEAD_SIZE : ceil(characters / HALF_OF_TWO_LINES) * HEAD_SIZE;
}

/* What a column needs, pt: at least; for its words to stand on one line. */
struct need {
    double least, usual, whole, rest;
};

static double points_of(size_t natural)
{
    return (double)natural * SIZE / 1000;
}

static struct need need_of(const struct list *list, size_t column)
{
    const struct table *table = list->table;
    struct need need = {.least = HEAD_SIZE, .usual = HEAD_SIZE};
    for (size_t row = 0; row < table->row_count; row++) {
        const struct piece *piece = &list->cells[row * table->column_count + column];
        if (piece->figure) {
            need.whole = fmax(need.whole, points_of(piece->whole.natural));
            need.rest = fmax(need.rest, points_of(piece->rest.natural));
        } else {
            need.least = fmax(need.least, points_of(piece->whole.narrowest));
            need.usual = fmax(need.usual, points_of(piece->whole.natural));
        }
    }
    need.least = fmax(fmax(need.least, need.whole + need.rest) + 2 * SIDE, head_least(&list->heads[column]));
    need.usual = fmax(fmax(need.usual, need.whole + need.rest) + 2 * SIDE, need.least);
    return need;
}

/* What is too wide gives way in proportion to what it can spare. */
static void shrink(double *widths, const struct need *needs, size_t count, double excess)
{
    double spare = 0;
    for (size_t i = 0; i < count; i++)
        spare += widths[i] - needs[i].least;
    for (size_t i = 0; i < count && spare > 0; i++)
        widths[i] -= (widths[i] - needs[i].least) * excess / spare;
}

/* Room that some columns don't need goes to those whose words would else take a second line, the modest first; what
 * does for none of them is shared out. */
static void lend(double *widths, const struct need *needs, size_t count)
{
    double spare = 0, lent = 0, wanted = 0;
    for (size_t i = 0; i < count; i++)
        spare += fmax(0, widths[i] - needs[i].usual - 2 * COMFORT);
    for (double before = -1; before != lent;) {
        size_t next = count;
        before = lent;
        for (size_t i = 0; i < count; i++)
            if (widths[i] < needs[i].usual &&
                (next == count || needs[i].usual - widths[i] < needs[next].usual - widths[next]))
                next = i;
        if (next < count && lent + needs[next].usual - widths[next] <= spare) {
            lent += needs[next].usual - widths[next];
            widths[next] = needs[next].usual;
        }
    }
    for (size_t i = 0; i < count; i++)
        wanted += fmax(0, needs[i].usual - widths[i]);
    double rest = wanted > 0 ? spare - lent : 0;
    for (size_t i = 0; i < count && spare > 0; i++) {
        double lacking = fmax(0, needs[i].usual - widths[i]), over = fmax(0, widths[i] - needs[i].usual - 2 * COMFORT);
        widths[i] += wanted > 0 ? rest * lacking / wanted : 0;
        widths[i] -= over * (lent + rest) / spare;
    }
}

static bool fit(struct layout *layout, struct list *list)
{
    const struct table *table = list->table;
    size_t count = table->column_count;
    struct need *needs = arena_alloc(layout->arena, count * sizeof *needs);
    double wished = 0, taken = 0, least = 0;
    for (size_t i = 0; i < count; i++) {
        needs[i] = need_of(list, i);
        wished += table->columns[i].tenths;
        least += needs[i].least;
    }
    if (wished <= 0 || least > layout->width)
        return false;
    for (size_t i = 0; i < count; i++) {
        list->widths[i] = fmax(table->columns[i].tenths * layout->width / wished, needs[i].least);
        taken += list->widths[i];
    }
    shrink(list->widths, needs, count, taken - layout->width);
    lend(list->widths, needs, count);
    for (size_t i = 0; i < count; i++)
        list->points[i] = (list->widths[i] - needs[i].whole - needs[i].rest) / 2 + needs[i].whole;
    return true;
}

/* ---- drawing ---- */

/* What measured as fitting must not be broken by the last bit of a rounding. */
#define SLACK 0.05

/* Words that take a second line are broken before a bracket, if they take no more lines so. */
static const struct line *cell_lines(struct layout *layout, const struct list *list, size_t row, size_t column,
                                     size_t *count)
{
    size_t at = row * list->table->column_count + column, broken_count;
    struct line_style style = {.size = SIZE, .width = list->widths[column] - 2 * SIDE + SLACK};
    const struct cell *cell = &list->table->cells[at];
    const struct line *lines = text_lines(layout->arena, &list->cells[at].whole, &style, count);
    const char *bracket = strstr(cell->text, "（");
    if (*count == 1 || !bracket || bracket == cell->text)
        return lines;
    const char *text = arena_format(layout->arena, "%.*s\n%s", (int)(bracket - cell->text), cell->text, bracket);
    struct text broken = layout_shape(layout, face_of(cell), text);
    const struct line *broken_lines = text_lines(layout->arena, &broken, &style, &broken_count);
    if (broken_count > *count)
        return lines;
    *count = broken_count;
    return broken_lines;
}

static const struct line *head_lines(struct layout *layout, const struct list *list, size_t column, size_t *count)
{
    struct line_style style = {.size = HEAD_SIZE, .width = list->widths[column] + SLACK};
    return text_balance(layout->arena, &list->heads[column], &style, count);
}

static double lines_height(size_t count, double size)
{
    return fmax(ROW, (double)count * size * LEADING + AIR);
}

static void draw_lines(struct layout *layout, const struct line *lines, size_t count, enum align align, struct box box,
                       struct colour colour)
{
    double pitch = lines->size * LEADING, top = box.y + (box.height - (double)count * pitch) / 2;
    for (size_t i = 0; i < count; i++) {
        double spare = box.width - 2 * SIDE - lines[i].width;
        double x = box.x + SIDE + (align == ALIGN_LEFT ? 0 : align == ALIGN_RIGHT ? spare : spare / 2);
        layout_draw_line(layout, &lines[i], x, top + (double)i * pitch + (pitch - lines[i].size) / 2, colour);
    }
}

static void draw_figure(struct layout *layout, const struct piece *piece, double point, struct box box,
                        struct colour colour)
{
    struct line_style style = {.size = SIZE, .width = 2 * box.width};
    size_t count;
    const struct line *whole = text_lines(layout->arena, &piece->whole, &style, &count);
    const struct line *rest = text_lines(layout->arena, &piece->rest, &style, &count);
    double y = box.y + (box.height - SIZE) / 2;
    layout_draw_line(layout, whole, box.x + point - whole->width, y, colour);
    if (piece->rest.count)
        layout_draw_line(layout, rest, box.x + point, y, colour);
}

static void draw_rule(struct layout *layout, double y, double thickness, struct colour colour)
{
    layout_rule(layout, layout->left, y, layout->left + layout->width, y, (struct stroke){thickness, 0, colour});
}

static void draw_cell(struct layout *layout, const struct list_row *row, size_t column, struct box box)
{
    const struct list *list = row->list;
    const struct column *as = &list->table->columns[column];
    size_t at = row->index * list->table->column_count + column, count;
    const struct cell *cell = &list->table->cells[at];
    struct colour colour = cell->tone == TONE_MUTED ? muted_grey : colour_black;
    if (cell->shaded)
        layout_fill(layout, box, ground_grey);
    if (list->cells[at].figure) {
        draw_figure(layout, &list->cells[at], list->points[column], box, colour);
    } else if (*cell->text) {
        const struct line *lines = cell_lines(layout, list, row->index, column, &count);
        draw_lines(layout, lines, count, as->point ? ALIGN_CENTER : as->align, box, colour);
    }
    if (cell->link)
        layout_link(layout, cell->link, box);
}

static void draw_row(struct layout *layout, const struct item *item, double y)
{
    const struct list_row *row = item->data;
    double x = layout->left;
    for (size_t c = 0; c < row->list->table->column_count; c++) {
        draw_cell(layout, row, c, (struct box){x, y, row->list->widths[c], row->height});
        x += row->list->widths[c];
    }
    draw_rule(layout, y + row->height, row->last ? RULE_OUTER : RULE_ROW, row->last ? colour_black : rule_grey);
}

/* The page ends, the table doesn't. */
static void close_page(struct layout *layout, const struct item *item, double y)
{
    (void)item;
    draw_rule(layout, y, RULE_OUTER, colour_black);
}

static struct line band_line(struct layout *layout, const char *text)
{
    struct line line = layout_line(layout, FONT_KAI, BAND_SIZE, text);
    if (line.width <= layout->width - 2 * SIDE)
        return line;
    double smaller = BAND_SIZE * (layout->width - 2 * SIDE) / line.width;
    return layout_line(layout, FONT_KAI, smaller, text);
}

static void draw_band_line(struct layout *layout, const struct line *line, double y)
{
    layout_draw_line(layout, line, layout->left + SIDE, y + (ROW - line->size) / 2, colour_black);
    draw_rule(layout, y + ROW, RULE_HEAD, colour_black);
}

static void draw_band(struct layout *layout, const struct item *item, double y)
{
    const struct list_band *band = item->data;
    draw_band_line(layout, &band->line, y);
}

static void draw_top(struct layout *layout, const struct item *item, double y)
{
    const struct list_top *top = item->data;
    const struct list *list = top->list;
    double x = layout->left;
    if (top->continued.count)
        layout_draw_line(layout, &top->continued, layout->left + (layout->width - top->continued.width) / 2, y,
                         colour_black);
    y += top->continued_height;
    draw_rule(layout, y, RULE_OUTER, colour_black);
    for (size_t c = 0; c < list->table->column_count; c++) {
        size_t count;
        const struct line *lines = head_lines(layout, list, c, &count);
        enum align align = list->table->columns[c].align;
        draw_lines(layout, lines, count, align == ALIGN_LEFT ? align : ALIGN_CENTER,
                   (struct box){x, y, list->widths[c], list->head_height}, colour_black);
        x += list->widths[c];
    }
    draw_rule(layout, y + list->head_height, RULE_HEAD, colour_black);
    if (top->band) {
        struct line line = band_line(layout, top->band);
        draw_band_line(layout, &line, y + list->head_height);
    }
}

/* ---- items ---- */

static void measure_head(struct layout *layout, struct list *list)
{
    size_t most = 1, count;
    for (size_t c = 0; c < list->table->column_count; c++) {
        head_lines(layout, list, c, &count);
        most = count > most ? count : most;
    }
    list->head_height = (double)most * HEAD_SIZE * LEADING + AIR;
}

static struct item top_item(struct layout *layout, const struct list *list, const char *band, bool continued)
{
    struct list_top *top = arena_alloc(layout->arena, sizeof *top);
    *top = (struct list_top){.list = list, .band = band};
    if (continued) {
        top->continued = layout_line(layout, FONT_HEI, SIZE_5, "续表");
        top->continued_height = SIZE_5 * CONTINUED;
    }
    double height = top->continued_height + list->head_height + (band ? ROW : 0);
    return (struct item){.height = height, .need = height, .draw = draw_top, .data = top};
}

static const struct item *repeated(struct layout *layout, const struct list *list, const char *band)
{
    struct item item = top_item(layout, list, band, true);
    return arena_copy(layout->arena, &item, sizeof item);
}

static const struct list_row *make_row(struct layout *layout, const struct list *list, size_t index)
{
    struct list_row *row = arena_alloc(layout->arena, sizeof *row);
    size_t most = 1, count, columns = list->table->column_count;
    *row = (struct list_row){.list = list, .index = index, .last = index + 1 == list->table->row_count};
    for (size_t c = 0; c < columns; c++) {
        if (list->cells[index * columns + c].figure)
            continue;
        cell_lines(layout, list, index, c, &count);
        most = count > most ? count : most;
    }
    row->height = lines_height(most, SIZE);
    return row;
}

static void add_band(struct layout *layout, const struct list *list, const struct table_band *band, bool glue)
{
    struct list_band *data = arena_alloc(layout->arena, sizeof *data);
    *data = (struct list_band){list, band_line(layout, band->text)};
    layout_add(layout, (struct item){.height = ROW,
                                     .need = ROW,
                                     .glue = glue,
                                     .draw = draw_band,
                                     .data = data,
                                     .repeat = repeated(layout, list, NULL)});
}

static void add_rows(struct layout *layout, const struct list *list)
{
    const struct table *table = list->table;
    const struct item *repeat = repeated(layout, list, NULL);
    size_t below = 0; /* rows since the head or the band */
    for (size_t i = 0; i < table->row_count && !layout->error; i++) {
        const struct table_band *band = table_band_at(table, i);
        bool end = i + LAST_ROWS > table->row_count;
        if (band) {
            add_band(layout, list, band, !i || end);
            repeat = repeated(layout, list, band->text);
            below = 0;
        }
        const struct list_row *row = make_row(layout, list, i);
        if (row->height + repeat->height > layout->height)
            layout_fail(layout, arena_format(layout->arena,
                                             _("“%s”的第 %zu 行文字太长，一页排不下。请缩短这一行的文字，或拆成几行。"),
                                             layout->place, i + 1));
        layout_add(layout, (struct item){.height = row->height,
                                         .need = row->height,
                                         .glue = below < FIRST_ROWS || end,
                                         .draw = draw_row,
                                         .close = row->last ? NULL : close_page,
                                         .data = row,
                                         .repeat = repeat});
        below++;
    }
}

static void add_notes(struct layout *layout, const struct table *table)
{
    layout_space(layout, NOTE_SIZE * 0.6, true);
    for (size_t i = 0; i < table->note_count; i++) {
        struct text text = layout_shape(layout, FONT_SONG, table->notes[i]);
        struct line_style style = {.size = NOTE_SIZE, .width = layout->width, .justify = true};
        size_t count;
        const struct line *lines = text_lines(layout->arena, &text, &style, &count);
        for (size_t l = 0; l < count; l++)
            layout_add_line(layout, &lines[l], 0, NOTE_SIZE * NOTE_LEADING)->glue = true;
    }
}

bool list_add(struct layout *layout, const struct table *table)
{
    struct list *list = shape(layout, table);
    if (table->header_rows != 1 || !fit(layout, list))
        return false;
    measure_head(layout, list);
    layout_add(layout, top_item(layout, list, NULL, false));
    add_rows(layout, list);
    add_notes(layout, table);
    return true;
}
