/* SPDX-License-Identifier: MIT */
/* Tables without vertical rules, whose figures stand by their decimal points: a matrix of marks, or rows in bands. */
#include "render/balance.h"
#include "render/heads.h"
#include "render/page/sheet.h"
#include "render/page/title.h"
#include "render/texts.h"

#include <math.h>
#include <string.h>

#define SIDE (0.9 * MM)
#define BAND_SIDES (0.9 * MM)
#define GROUP_GAP (1.2 * MM)
#define CELL_GAP (0.5 * MM)
#define NAME_SIZE SIZE_SMALL_5
#define CELL_LEAST (9.5 * MM)
#define CELL_WIDEST (26 * MM)
#define COUNT_WIDTH (9 * MM)
#define NAME_WIDEST (38 * MM)
#define NAME_USUAL (19.6 * MM)
#define NARROW 6.0          /* em: what a column of text must have */
#define WIDE 9.0            /* em: what a centred column of words may have before it has to wrap */
#define UNIT_GAP 2.0        /* pt between a figure and its unit */
#define SIGN_APART (3 * MM) /* at most, between a sign and its figure */
#define BOX_DASH 1.6
#define BOX_PAD 1.5

/* A cell: words in lines, or a figure in what stands before its decimal point, behind it, and its unit. */
struct shaped {
    const struct cell *cell;
    struct text text;
    const struct line *lines;
    size_t count;
    bool figure;
    struct line whole, fraction, unit;
};

struct ruled {
    const struct table *table;
    bool matrix;
    struct shaped *cells;
    double *x, *widths;                 /* of the columns, pt from the left */
    double *wholes, *fractions, *units; /* the widest of each column */
    const struct head *heads;
    size_t head_count;
    const struct line **head_lines; /* by head */
    size_t *head_line_counts;
    double head_height, level; /* of all, of the first level */
    double *rows;              /* heights */
    bool signs;                /* there is room for ● */
};

static const struct cell *cell_at(const struct ruled *ruled, size_t row, size_t column)
{
    return &ruled->table->cells[row * ruled->table->column_count + column];
}

static struct shaped *shaped_at(const struct ruled *ruled, size_t row, size_t column)
{
    return &ruled->cells[row * ruled->table->column_count + column];
}

/* ---- shaping ---- */

static bool is_heavy(const struct ruled *ruled, size_t column, const struct cell *cell)
{
    bool name = ruled->matrix && column == 0, band = !ruled->matrix && column == 0;
    if (band)
        return true;
    if (ruled->matrix)
        return name || cell->mark == MARK_BEHIND || cell->mark == MARK_MISSING || cell->tone == TONE_BAD;
    return ruled->table->columns[column].strong && cell->kind == CELL_NUMBER;
}

/* Where the digits end, and where the point is. */
static void split(const char *text, size_t *point, size_t *end)
{
    *end = strcspn(text, "0123456789");
    *end += strspn(text + *end, "0123456789,");
    *point = *end;
    if (text[*end] == '.')
        *end += 1 + strspn(text + *end + 1, "0123456789");
}

static void shape_figure(struct layout *layout, struct shaped *shaped, enum font_role face, double size)
{
    const char *text = shaped->cell->text;
    size_t point, end;
    split(text, &point, &end);
    bool minus = *text == '-';
    const char *whole = arena_string_n(layout->arena, text + minus, point - minus);
    shaped->figure = true;
    shaped->whole = layout_line(layout, face, size, arena_format(layout->arena, "%s%s", minus ? "−" : "", whole));
    shaped->fraction = layout_line(layout, face, size, arena_string_n(layout->arena, text + point, end - point));
    shaped->unit = layout_line(layout, FONT_SONG, SHEET_SMALLEST, text + end);
}

/* What belongs to the figure and not to the column: % and the mark of a sum that lacks a part. */
static bool is_sign(const struct shaped *shaped)
{
    return shaped->unit.count && shaped->unit.glyphs[0].character < 0x80;
}

/* A number of areas among the gaps of a matrix: 3个. */
static bool stands_apart(const struct ruled *ruled, const struct shaped *shaped)
{
    return ruled->matrix && shaped->unit.count && !is_sign(shaped);
}

static double widen(double a, double b)
{
    return a > b ? a : b;
}

/* `size`: of figures. */
static void shape_cells(struct layout *layout, struct ruled *ruled, double size)
{
    const struct table *table = ruled->table;
    for (size_t column = 0; column < table->column_count; column++)
        ruled->wholes[column] = ruled->fractions[column] = ruled->units[column] = 0;
    for (size_t row = 0; row < table->row_count; row++)
        for (size_t column = 0; column < table->column_count; column++) {
            struct shaped *shaped = shaped_at(ruled, row, column);
            shaped->cell = cell_at(ruled, row, column);
            enum font_role face = is_heavy(ruled, column, shaped->cell) ? FONT_HEI : FONT_SONG;
            if (shaped->cell->kind != CELL_NUMBER) {
                shaped->text = layout_shape(layout, face, shaped->cell->text);
                continue;
            }
            shape_figure(layout, shaped, face, size);
            if (stands_apart(ruled, shaped))
                continue;
            ruled->wholes[column] = widen(ruled->wholes[column], shaped->whole.width);
            ruled->fractions[column] = widen(ruled->fractions[column], shaped->fraction.width);
            ruled->units[column] = widen(ruled->units[column], shaped->unit.width);
        }
}

/* What a column's figures take. */
static double figures_width(const struct ruled *ruled, size_t column)
{
    double unit = ruled->units[column];
    return ruled->wholes[column] + ruled->fractions[column] + (unit > 0 && !ruled->matrix ? unit + UNIT_GAP : unit);
}

/* The widest words of a column on one line, at `size`. */
static double words_width(const struct ruled *ruled, size_t column, double size)
{
    double width = 0;
    for (size_t row = 0; row < ruled->table->row_count; row++)
        width = widen(width, (double)shaped_at(ruled, row, column)->text.natural / 1000 * size);
    return width;
}

/* ---- columns ---- */

static bool same_group(const struct table *table, size_t a, size_t b)
{
    const char *left = table->columns[a].header[0], *right = table->columns[b].header[0];
    return table->header_rows > 1 && table->columns[a].header[1] && left && right && strcmp(left, right) == 0;
}

static double gap_before(const struct ruled *ruled, size_t column)
{
    if (!ruled->matrix || !column)
        return 0;
    return same_group(ruled->table, column - 1, column) ? CELL_GAP : GROUP_GAP;
}

/* How many columns name the row: those without a group. */
static size_t name_columns(const struct table *table)
{
    size_t count = 1;
    while (count < table->column_count && !table->columns[count].header[1])
        count++;
    return count;
}

/* Whether the figures with their signs go into cells so wide. */
static bool signs_fit(const struct ruled *ruled, double each, double *need)
{
    *need = 0;
    for (size_t i = name_columns(ruled->table); i < ruled->table->column_count; i++)
        *need = widen(*need, figures_width(ruled, i) + MARK_SPAN + SIDE);
    return *need <= each;
}

/* Names as wide as they are, up to a limit; the marked cells share the rest alike. */
static void fit_matrix(struct layout *layout, struct ruled *ruled)
{
    const struct table *table = ruled->table;
    size_t names = name_columns(table), cells = table->column_count - names;
    double room = layout->width, need;
    for (size_t i = 1; i < table->column_count; i++)
        room -= gap_before(ruled, i);
    for (size_t i = 1; i < names; i++)
        room -= ruled->widths[i] = COUNT_WIDTH;
    double natural = fmin(words_width(ruled, 0, NAME_SIZE) + SIDE, NAME_WIDEST);
    double each = (room - fmax(natural, fmin(NAME_USUAL, room / 4))) / (double)cells;
    if (!signs_fit(ruled, each, &need)) {
        shape_cells(layout, ruled, SHEET_SMALLEST);
        each = fmax(each, fmin(fmin(need, CELL_LEAST), (room - natural) / (double)cells));
    }
    each = fmin(each, CELL_WIDEST);
    ruled->widths[0] = room - each * (double)cells;
    for (size_t i = names; i < table->column_count; i++)
        ruled->widths[i] = each;
    ruled->signs = signs_fit(ruled, each, &need);
}

static bool gives_way(const struct ruled *ruled, size_t column)
{
    return column && (ruled->table->columns[column].align == ALIGN_LEFT ||
                      words_width(ruled, column, SHEET_FIGURE) > WIDE * SHEET_FIGURE);
}

static double head_need(const struct ruled *ruled, struct layout *layout, size_t column)
{
    const char *head = ruled->table->columns[column].header[0];
    double width = layout_line(layout, FONT_SONG, SHEET_SMALLEST, head ? head : "").width;
    return width > 5 * SHEET_SMALLEST ? width / 2 + SHEET_SMALLEST : width;
}

/* Texts in `room`: none is wider than it needs, and the widest give way first. */
static void fit_texts(const struct ruled *ruled, double room)
{
    double limit = room;
    size_t count = ruled->table->column_count;
    for (size_t pass = 0; pass < count; pass++) {
        double fitting = 0;
        size_t wide = 0;
        for (size_t i = 0; i < count; i++)
            if (gives_way(ruled, i) && ruled->widths[i] > limit)
                wide++;
            else if (gives_way(ruled, i))
                fitting += ruled->widths[i];
        limit = wide ? (room - fitting) / (double)wide : pass ? limit : room / 2;
    }
    for (size_t i = 0; i < count; i++)
        if (gives_way(ruled, i))
            ruled->widths[i] = fmin(ruled->widths[i], widen(limit, NARROW * SHEET_SMALLEST));
}

/* Figures and short words as they are; texts share what is left; what is over goes to all alike. */
static void fit_bands(struct layout *layout, struct ruled *ruled)
{
    const struct table *table = ruled->table;
    double room = layout->width, texts = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        double words = words_width(ruled, i, SHEET_FIGURE), width = widen(words, figures_width(ruled, i));
        ruled->widths[i] = widen(width, head_need(ruled, layout, i)) + BAND_SIDES;
        if (gives_way(ruled, i))
            texts += ruled->widths[i];
        else
            room -= ruled->widths[i];
    }
    if (texts > room)
        fit_texts(ruled, room);
    for (size_t i = 0; i < table->column_count && room > texts; i++)
        ruled->widths[i] += (room - texts) / (double)table->column_count;
}

static void place_columns(struct ruled *ruled)
{
    double x = 0;
    for (size_t i = 0; i < ruled->table->column_count; i++) {
        x += gap_before(ruled, i);
        ruled->x[i] = x;
        x += ruled->widths[i];
    }
}

/* ---- lines ---- */

static void break_cells(struct layout *layout, struct ruled *ruled)
{
    const struct table *table = ruled->table;
    for (size_t row = 0; row < table->row_count; row++) {
        size_t most = 1;
        for (size_t column = 0; column < table->column_count; column++) {
            struct shaped *shaped = shaped_at(ruled, row, column);
            if (shaped->figure || !shaped->text.count)
                continue;
            double width = ruled->widths[column] - (column || !ruled->matrix ? 2 * SIDE * 0.6 : SIDE);
            double size = ruled->matrix && !column ? NAME_SIZE : SHEET_FIGURE;
            if (shaped->cell->mark == MARK_MISSING)
                width = ruled->widths[column];
            if (shaped->cell->mark == MARK_MISSING || (double)shaped->text.natural / 1000 * size > width)
                size = SHEET_SMALLEST;
            struct line_style style = {.size = size, .width = width + 0.05};
            shaped->lines = text_lines(layout->arena, &shaped->text, &style, &shaped->count);
            most = shaped->count > most ? shaped->count : most;
        }
        ruled->rows[row] = sheet_height(layout, ruled->matrix ? SHEET_MATRIX_ROW : SHEET_BANDS_ROW) +
                           (double)(most - 1) * sheet_height(layout, SHEET_MORE_LINE);
    }
}

static double head_width(const struct ruled *ruled, const struct head *head)
{
    size_t last = head->column + head->columns - 1;
    return ruled->x[last] + ruled->widths[last] - ruled->x[head->column];
}

static void break_heads(struct layout *layout, struct ruled *ruled)
{
    size_t lines[3] = {0}, whole = 0;
    ruled->heads = table_heads(ruled->table, layout->arena, &ruled->head_count);
    ruled->head_lines = arena_alloc(layout->arena, ruled->head_count * sizeof *ruled->head_lines);
    ruled->head_line_counts = arena_alloc(layout->arena, ruled->head_count * sizeof *ruled->head_line_counts);
    for (size_t i = 0; i < ruled->head_count; i++) {
        const struct head *head = &ruled->heads[i];
        struct text text = layout_shape(layout, FONT_SONG, head->text);
        struct line_style style = {.size = SHEET_SMALLEST, .width = head_width(ruled, head) + 0.05};
        ruled->head_lines[i] = text_balance(layout->arena, &text, &style, &ruled->head_line_counts[i]);
        size_t fewest;
        const struct line *full = text_lines(layout->arena, &text, &style, &fewest);
        if (fewest < ruled->head_line_counts[i]) {
            ruled->head_lines[i] = full;
            ruled->head_line_counts[i] = fewest;
        }
        size_t *of = head->rows > 1 ? &whole : &lines[head->row];
        *of = ruled->head_line_counts[i] > *of ? ruled->head_line_counts[i] : *of;
    }
    double line = sheet_height(layout, SHEET_HEAD_LINE), around = sheet_height(layout, SHEET_TABLE_HEAD);
    size_t all = lines[0] + lines[1] + lines[2];
    ruled->level = (double)lines[0] * line + around / 2;
    ruled->head_height = (double)(all > whole ? all : whole) * line + around;
}

/* ---- drawing ---- */

static struct stroke rule(double thickness)
{
    return (struct stroke){thickness, 0, sheet_black};
}

/* Across the table; a matrix' groups are set apart by white. */
static void draw_rule(struct layout *layout, const struct ruled *ruled, double y, struct stroke stroke)
{
    size_t count = ruled->table->column_count;
    for (size_t from = 0, to; from < count; from = to) {
        to = from + 1;
        while (to < count && gap_before(ruled, to) < GROUP_GAP)
            to++;
        layout_rule(layout, layout->left + ruled->x[from], y, layout->left + ruled->x[to - 1] + ruled->widths[to - 1],
                    y, stroke);
    }
}

static void draw_lines(struct layout *layout, const struct line *lines, size_t count, struct box box, enum align align,
                       struct colour colour)
{
    double pitch = fmax(SHEET_SMALLEST * 1.06, sheet_height(layout, SHEET_MORE_LINE));
    for (size_t i = 0; i < count; i++) {
        const struct line *line = &lines[i];
        double x = align == ALIGN_LEFT    ? 0
                   : align == ALIGN_RIGHT ? box.width - line->width
                                          : (box.width - line->width) / 2;
        double y = box.y + (box.height - (double)(count - 1) * pitch - line->size) / 2 + (double)i * pitch;
        layout_draw_line(layout, line, box.x + x, y, colour);
    }
}

static void draw_head(struct layout *layout, const struct item *item, double y)
{
    const struct ruled *ruled = item->data;
    draw_rule(layout, ruled, y, rule(SHEET_RULE));
    for (size_t i = 0; i < ruled->head_count; i++) {
        const struct head *head = &ruled->heads[i];
        bool top = head->row == 0 && head->rows == 1 && ruled->table->header_rows > 1;
        double x = layout->left + ruled->x[head->column], width = head_width(ruled, head);
        double from = head->row ? ruled->level : 0, to = top ? ruled->level : ruled->head_height;
        enum align align = ruled->table->columns[head->column].align == ALIGN_LEFT && !head->row && head->columns == 1
                               ? ALIGN_LEFT
                               : ALIGN_CENTER;
        double pad = align == ALIGN_LEFT && head->column ? SIDE * 0.6 : 0;
        draw_lines(layout, ruled->head_lines[i], ruled->head_line_counts[i],
                   (struct box){x + pad, y + from, width - pad, to - from}, align, sheet_black);
        if (top)
            layout_rule(layout, x, y + ruled->level, x + width, y + ruled->level, rule(SHEET_HAIR));
    }
    draw_rule(layout, ruled, y + ruled->head_height, rule(SHEET_THIN));
}

/* A row of the table with its place. */
struct row {
    const struct ruled *ruled;
    size_t index;
};

static struct colour ink_of(const struct ruled *ruled, size_t column, const struct cell *cell)
{
    if (!ruled->matrix)
        return cell->tone == TONE_MUTED ? sheet_second : sheet_black;
    return is_heavy(ruled, column, cell) ? sheet_black : sheet_second;
}

/* Where a figure's decimal point stands: its column's. */
static double point_of(const struct ruled *ruled, size_t column, const struct shaped *shaped, const struct box *box)
{
    if (stands_apart(ruled, shaped))
        return box->x + box->width - SIDE * 0.8 - shaped->unit.width - shaped->fraction.width;
    double width = figures_width(ruled, column);
    double left = ruled->table->columns[column].align == ALIGN_CENTER ? (box->width - width) / 2
                  : ruled->table->columns[column].align == ALIGN_LEFT ? 0
                                                                      : box->width - width - SIDE * 0.8;
    return box->x + left + ruled->wholes[column];
}

static void draw_figure(struct layout *layout, const struct ruled *ruled, size_t column, const struct shaped *shaped,
                        const struct box *box)
{
    struct colour ink = ink_of(ruled, column, shaped->cell);
    double point = point_of(ruled, column, shaped, box), y = box->y + box->height / 2;
    layout_draw_line(layout, &shaped->whole, point - shaped->whole.width, y - shaped->whole.size / 2, ink);
    layout_draw_line(layout, &shaped->fraction, point, y - shaped->fraction.size / 2, ink);
    /* % and marks stand at their figure, units one below the other. */
    bool close = ruled->matrix || is_sign(shaped);
    double unit = point + (close ? shaped->fraction.width + 0.5 : ruled->fractions[column] + UNIT_GAP);
    layout_draw_line(layout, &shaped->unit, unit, y - shaped->unit.size / 2, ink);
}

static void draw_missing(struct layout *layout, const struct shaped *shaped, const struct box *box)
{
    double width = 0, height = (double)shaped->count * SHEET_SMALLEST + 2 * BOX_PAD;
    for (size_t i = 0; i < shaped->count; i++)
        width = widen(width, shaped->lines[i].width);
    width = fmin(width + 4 * BOX_PAD, box->width);
    double x = box->x + (box->width - width) / 2, y = box->y + (box->height - height) / 2;
    const double points[] = {x, y, x + width, y, x + width, y + height, x, y + height, x, y};
    layout_path(layout, points, sizeof points / sizeof *points / 2, (struct stroke){0.5, BOX_DASH, sheet_black});
    draw_lines(layout, shaped->lines, shaped->count, *box, ALIGN_CENTER, sheet_black);
}

/* At the cell's left; in a wide one not far from its figures. Not where it would touch one. */
static void draw_sign(struct layout *layout, const struct ruled *ruled, size_t column, const struct shaped *shaped,
                      const struct box *box)
{
    enum cell_mark mark = shaped->cell->mark;
    double beside = box->x + box->width - SIDE * 0.8 - figures_width(ruled, column) - SIGN_APART - MARK_SPAN;
    double x = fmax(box->x + 1, beside), end = box->x + box->width;
    if (shaped->figure)
        end = point_of(ruled, column, shaped, box) - shaped->whole.width;
    if ((mark != MARK_REACHED || ruled->signs) && x + MARK_SPAN < end)
        sign_draw(layout, mark, x, box->y + box->height / 2);
}

static void draw_cell(struct layout *layout, const struct ruled *ruled, size_t column, const struct shaped *shaped,
                      struct box box)
{
    const struct cell *cell = shaped->cell;
    if (ruled->matrix && cell->mark == MARK_BEHIND)
        layout_fill(layout, (struct box){box.x, box.y + 0.4, box.width, box.height - 0.8}, sheet_behind);
    if (cell->mark == MARK_MISSING) {
        draw_missing(layout, shaped, &box);
        return;
    }
    draw_sign(layout, ruled, column, shaped, &box);
    enum align align = ruled->table->columns[column].align;
    if (shaped->figure) {
        draw_figure(layout, ruled, column, shaped, &box);
    } else if (shaped->count) {
        double pad = column ? SIDE * 0.6 : 0;
        bool dash = ruled->matrix && column && align == ALIGN_RIGHT;
        draw_lines(layout, shaped->lines, shaped->count,
                   (struct box){box.x + pad, box.y, box.width - 2 * pad, box.height}, dash ? ALIGN_CENTER : align,
                   ink_of(ruled, column, cell));
    }
}

/* ---- bands ---- */

static bool same_band(const struct ruled *ruled, size_t a, size_t b)
{
    return strcmp(cell_at(ruled, a, 0)->text, cell_at(ruled, b, 0)->text) == 0;
}

/* The rows of a band that lie before and behind a row, with it. */
static void band_of(const struct ruled *ruled, size_t row, size_t *first, size_t *end)
{
    *first = row;
    *end = row + 1;
    while (*first > 0 && same_band(ruled, *first - 1, row))
        --*first;
    while (*end < ruled->table->row_count && same_band(ruled, *end, row))
        ++*end;
}

/* Each row fills its part of the band; the one in its middle says it. */
static void draw_band(struct layout *layout, const struct ruled *ruled, size_t index, double y)
{
    const struct shaped *shaped = shaped_at(ruled, index, 0);
    enum cell_tone tone = shaped->cell->tone;
    struct box box = {layout->left + ruled->x[0], y, ruled->widths[0] - SIDE * 0.5, ruled->rows[index]};
    size_t first, end;
    band_of(ruled, index, &first, &end);
    if (tone == TONE_BAD || tone == TONE_WAITING)
        layout_fill(layout, box, tone == TONE_BAD ? sheet_black : sheet_push);
    if (index + 1 != end)
        return;
    /* Behind all its fills. */
    for (size_t i = first; i < index; i++) {
        box.y -= ruled->rows[i];
        box.height += ruled->rows[i];
    }
    draw_lines(layout, shaped->lines, shaped->count, box, ALIGN_CENTER,
               tone == TONE_BAD     ? sheet_white
               : tone == TONE_MUTED ? sheet_second
                                    : sheet_black);
}

static void draw_row(struct layout *layout, const struct item *item, double y)
{
    const struct row *row = item->data;
    const struct ruled *ruled = row->ruled;
    double bottom = y + ruled->rows[row->index];
    bool last = row->index + 1 == ruled->table->row_count;
    for (size_t column = 0; column < ruled->table->column_count; column++) {
        struct box box = {layout->left + ruled->x[column], y, ruled->widths[column], ruled->rows[row->index]};
        if (!column && !ruled->matrix)
            draw_band(layout, ruled, row->index, y);
        else
            draw_cell(layout, ruled, column, shaped_at(ruled, row->index, column), box);
    }
    if (last)
        draw_rule(layout, ruled, bottom, rule(SHEET_RULE));
    else if (ruled->matrix && row->index)
        draw_rule(layout, ruled, bottom, (struct stroke){SHEET_HAIR, 0, sheet_hair});
    else if (ruled->matrix || !same_band(ruled, row->index, row->index + 1))
        draw_rule(layout, ruled, bottom, rule(SHEET_THIN));
}

/* ---- items ---- */

static struct ruled *shape(struct layout *layout, const struct table *table)
{
    struct arena *arena = layout->arena;
    struct ruled *ruled = arena_alloc(arena, sizeof *ruled);
    size_t columns = table->column_count;
    ruled->table = table;
    ruled->matrix = table->form == TABLE_MATRIX;
    ruled->cells = arena_alloc(arena, table->row_count * columns * sizeof *ruled->cells);
    ruled->x = arena_alloc(arena, columns * sizeof(double));
    ruled->widths = arena_alloc(arena, columns * sizeof(double));
    ruled->wholes = arena_alloc(arena, columns * sizeof(double));
    ruled->fractions = arena_alloc(arena, columns * sizeof(double));
    ruled->units = arena_alloc(arena, columns * sizeof(double));
    ruled->rows = arena_alloc(arena, (table->row_count + 1) * sizeof(double));
    shape_cells(layout, ruled, SHEET_FIGURE);
    (ruled->matrix ? fit_matrix : fit_bands)(layout, ruled);
    place_columns(ruled);
    break_cells(layout, ruled);
    break_heads(layout, ruled);
    return ruled;
}

static void add_notes(struct layout *layout, const struct table *table)
{
    for (size_t i = 0; i < table->note_count; i++) {
        struct text text = layout_shape(layout, FONT_SONG, table->notes[i]);
        struct line_style style = {.size = SHEET_SMALLEST, .width = layout->width, .justify = true};
        size_t count;
        const struct line *lines = text_lines(layout->arena, &text, &style, &count);
        for (size_t l = 0; l < count; l++)
            layout_add_line(layout, &lines[l], 0, sheet_height(layout, SHEET_NOTE));
    }
}

void ruled_add(struct layout *layout, const struct table *table)
{
    struct ruled *ruled = shape(layout, table);
    struct item *head = arena_alloc(layout->arena, sizeof *head);
    *head = (struct item){.height = ruled->head_height, .need = ruled->head_height, .draw = draw_head, .data = ruled};
    layout_add(layout, *head);
    for (size_t i = 0; i < table->row_count; i++) {
        struct row *row = arena_alloc(layout->arena, sizeof *row);
        *row = (struct row){ruled, i};
        layout_add(layout, (struct item){.height = ruled->rows[i],
                                         .need = ruled->rows[i],
                                         .glue = i < 2 || i + 1 == table->row_count,
                                         .draw = draw_row,
                                         .data = row,
                                         .repeat = head});
    }
    layout_space(layout, sheet_height(layout, SHEET_GAP), false);
    add_notes(layout, table);
}
