/* SPDX-License-Identifier: MIT */
/* Tables with merged heads that are repeated on each page, and the figures of charts as such tables. */
#include "render/chart_table.h"
#include "render/display.h"
#include "render/heads.h"
#include "render/panel.h"
#include "render/rtf/rtf_write.h"
#include "render/texts.h"

#include <string.h>

/* Of the size of type, per cent. */
#define LEADING PERCENT(PANEL_LEADING)
#define SIDE PERCENT(PANEL_SIDE)
#define VERTICAL PERCENT(PANEL_VERTICAL)

/* The same of a sheet. */
#define CLOSE_LEADING 112
#define CLOSE_VERTICAL 6

#define RULE_WIDTH ((int)(PANEL_RULE * 20)) /* twips */

/* A table with what is worked out for the paper. */
struct grid {
    const struct table *table;
    const struct head *heads;
    size_t head_count;
    size_t own_row, own_column; /* to stand out: the county that a chart is about; NOT_THERE for none */
    int size;                   /* of the type, half points */
    int *edges;                 /* right edges of the columns */
    bool close;                 /* set close: on a sheet that is to be one page */
    bool whole;                 /* short enough not to be divided among pages */
};

/* The number of a tone's colour. */
static enum ink ink_of(enum cell_tone tone)
{
    return tone == TONE_PLAIN ? INK_AUTO : (enum ink)(INK_TONES + tone);
}

/* ---- columns ---- */

/* The head right above a column's cells, if it covers no other column. */
static const char *own_head(const struct grid *grid, size_t column)
{
    const struct head *head = head_covering(grid->heads, grid->table->header_rows - 1, column);
    return head->columns == 1 ? head->text : "";
}

/* What a column needs, 1/100 em: room for its figures and short words on one line, and for its head on two. */
static int need_of(const struct grid *grid, size_t column)
{
    enum { SHORT_WORD = 12, SLACK = 25 }; /* half-width columns; for a font with wider figures */
    const struct table *table = grid->table;
    int widest = 2, head = (display_width(own_head(grid, column), DISPLAY_CHINESE) + 1) / 2;
    for (size_t row = 0; row < table->row_count; row++) {
        const struct cell *cell = &table->cells[row * table->column_count + column];
        int width = display_width(cell->text, DISPLAY_CHINESE);
        if (cell->kind != CELL_NUMBER && width > SHORT_WORD)
            width = SHORT_WORD;
        widest = width > widest ? width : widest;
    }
    widest = head > widest ? head : widest;
    return widest * 50 + 2 * SIDE + SLACK;
}

/* What it would like: the width that compose gave it. */
static int wish_of(const struct grid *grid, size_t column, int need)
{
    int given = grid->table->columns[column].width * 100 + 2 * SIDE;
    return given > need ? given : need;
}

/* From the most comfortable on: the size, and whether text is wrapped so that it fits. */
static const struct {
    double size;
    bool wraps;
} attempts[] = {
    {SIZE_SMALL_4, false}, {SIZE_5, false}, {SIZE_SMALL_5, false}, {SIZE_5, true}, {SIZE_SMALL_5, true}, {SIZE_6, true},
};
#define LAST (sizeof attempts / sizeof *attempts - 1)

static int type_height(const struct writer *writer)
{
    return TWIPS(writer->landscape ? TYPE_WIDTH_MM : TYPE_HEIGHT_MM);
}

/* The size to begin with, pt: such that the table needs no second page, or that two of several wide tables share one.
 */
static double first_size(const struct writer *writer, const struct table *table)
{
    double room = (type_height(writer) - writer->pitch) / 20.0;
    const double rooms[] = {room / 2, room};
    bool shares = writer->landscape && writer->tables > 1;
    return panel_first_size(table, writer->type.small, shares ? rooms : rooms + 1, shares ? 2 : 1);
}

/* The largest size that fits, and the columns: in proportion to their wishes, or where there is no room for those, what
 * they need and a share of the rest. */
static void fit(const struct writer *writer, struct grid *grid)
{
    size_t count = grid->table->column_count;
    int *needs = arena_alloc(writer->out->arena, count * sizeof *needs);
    int *wishes = arena_alloc(writer->out->arena, count * sizeof *wishes);
    long long needed = 0, wished = 0, so_far = 0, total = 0;
    for (size_t i = 0; i < count; i++) {
        needed += needs[i] = need_of(grid, i);
        wished += wishes[i] = wish_of(grid, i, needs[i]);
    }
    double largest = first_size(writer, grid->table);
    size_t a = 0;
    while (a < LAST && (attempts[a].size > largest ||
                        (attempts[a].wraps ? needed : wished) * HALF_POINTS(attempts[a].size) / 10 > writer->width))
        a++;
    grid->size = HALF_POINTS(attempts[a].size);
    grid->edges = arena_alloc(writer->out->arena, count * sizeof *grid->edges);
    long long room = (long long)writer->width * 10 / grid->size; /* 1/100 em */
    for (size_t i = 0; i < count; i++)
        if (attempts[a].wraps && needed < room && needed < wished)
            wishes[i] = needs[i] + (int)((room - needed) * (wishes[i] - needs[i]) / (wished - needed));
    for (size_t i = 0; i < count; i++)
        total += wishes[i];
    for (size_t i = 0; i < count; i++) {
        so_far += wishes[i];
        grid->edges[i] = (int)(writer->width * so_far / total);
    }
    grid->whole = !grid->close && panel_height(grid->table, grid->size / 2.0) * 20 <= type_height(writer) / 2.0;
}

/* ---- rows ---- */

/* A row's properties; each of its cells is then defined before the first one's text. */
static void begin_row(struct buffer *out, const struct grid *grid, bool head)
{
    int side = grid->size * SIDE / 10, vertical = grid->size * (grid->close ? CLOSE_VERTICAL : VERTICAL) / 10;
    buffer_format(out,
                  "\\trowd\\trgaph%d\\trleft0%s\\trkeep\\trpaddl%d\\trpaddr%d\\trpaddt%d\\trpaddb%d"
                  "\\trpaddfl3\\trpaddfr3\\trpaddft3\\trpaddfb3\n",
                  side, head ? "\\trhdr" : "", side, side, vertical, vertical);
}

static void define_cell(struct buffer *out, const char *merges, int edge)
{
    static const char sides[] = "tlbr";
    buffer_format(out, "%s\\clvertalc", merges);
    for (const char *side = sides; *side; side++)
        buffer_format(out, "\\clbrdr%c\\brdrs\\brdrw%d", *side, RULE_WIDTH);
    buffer_format(out, "\\cellx%d", edge);
}

/* `keep`: with the next row. */
static void begin_cell(struct writer *writer, const struct grid *grid, enum align align, enum ink ink, bool keep)
{
    static const char places[] = {[ALIGN_LEFT] = 'l', [ALIGN_CENTER] = 'c', [ALIGN_RIGHT] = 'r'};
    rtf_paragraph(writer, STYLE_CELL);
    buffer_format(writer->out, "\\intbl\\q%c%s", places[align], keep ? "\\keepn" : "");
    rtf_size(writer, grid->size, grid->close ? CLOSE_LEADING : LEADING);
    if (ink != INK_AUTO)
        buffer_format(writer->out, "\\cf%d", (int)ink);
}

static const char *merges_of(struct arena *arena, const struct head *head, int row, size_t column)
{
    const char *across = head->columns < 2 ? "" : column == head->column ? "\\clmgf" : "\\clmrg";
    const char *down = head->rows < 2 ? "" : row == head->row ? "\\clvmgf" : "\\clvmrg";
    return arena_format(arena, "%s%s", down, across);
}

static void add_head_row(struct writer *writer, const struct grid *grid, int row)
{
    struct buffer *out = writer->out;
    begin_row(out, grid, true);
    for (size_t column = 0; column < grid->table->column_count; column++)
        define_cell(out, merges_of(out->arena, head_covering(grid->heads, row, column), row, column),
                    grid->edges[column]);
    buffer_add(out, "\n");
    for (size_t column = 0; column < grid->table->column_count; column++) {
        const struct head *head = head_covering(grid->heads, row, column);
        begin_cell(writer, grid, ALIGN_CENTER, INK_AUTO, true);
        if (head->row == row && head->column == column)
            rtf_text_in(writer, FACE_HEI, head->text, strlen(head->text));
        buffer_add(out, "\\cell\n");
    }
    buffer_add(out, "\\row\n");
}

/* One cell across all columns, that stays with the row below. */
static void add_band(struct writer *writer, const struct grid *grid, const struct table_band *band)
{
    begin_row(writer->out, grid, false);
    define_cell(writer->out, "", grid->edges[grid->table->column_count - 1]);
    buffer_add(writer->out, "\n");
    begin_cell(writer, grid, ALIGN_LEFT, INK_AUTO, true);
    rtf_text_in(writer, FACE_KAI, band->text, strlen(band->text));
    buffer_add(writer->out, "\\cell\n\\row\n");
}

static void add_row(struct writer *writer, const struct grid *grid, size_t row)
{
    struct buffer *out = writer->out;
    const struct table *table = grid->table;
    /* At least two rows below a head. */
    bool keep = row + 1 < table->row_count && (grid->whole || row == 0);
    begin_row(out, grid, false);
    for (size_t column = 0; column < table->column_count; column++)
        define_cell(out, "", grid->edges[column]);
    buffer_add(out, "\n");
    for (size_t column = 0; column < table->column_count; column++) {
        const struct cell *cell = &table->cells[row * table->column_count + column];
        bool own = row == grid->own_row || column == grid->own_column || cell->strong;
        begin_cell(writer, grid, table->columns[column].align, ink_of(cell->tone), keep);
        rtf_text_in(writer, own || panel_tones[cell->tone].heavy ? FACE_HEI : FACE_SONG, cell->text,
                    strlen(cell->text));
        buffer_add(out, "\\cell\n");
    }
    buffer_add(out, "\\row\n");
}

/* ---- tables ---- */

/* Between a table and the next one, which would else become one with it, or the text. */
static void add_spacer(struct writer *writer)
{
    rtf_paragraph(writer, STYLE_NORMAL);
    buffer_format(writer->out, "\\fs2\\sl-%d\\slmult0", writer->pitch * PERCENT(PANEL_GAP) / 100);
    rtf_end(writer);
}

static void add_title(struct writer *writer, const struct table *table)
{
    const char *title = table->title && table->title[0] ? table->title : NULL;
    bool unit = table->unit && table->unit[0], below_text = writer->previous >= 0;
    int above = writer->pitch * PERCENT(PANEL_GAP) / 100;
    if (title) {
        rtf_paragraph(writer, STYLE_TABLE_TITLE);
        buffer_format(writer->out, "\\sb%d", above);
        rtf_line_end(writer, title);
    }
    if (unit) {
        rtf_paragraph(writer, STYLE_UNIT);
        buffer_format(writer->out, "\\sb%d", title ? 0 : above);
        rtf_line_end(writer, unit_line(writer->out->arena, table->unit));
    }
    if (!title && !unit && below_text)
        add_spacer(writer);
}

static void add_notes(struct writer *writer, const struct table *table)
{
    for (size_t i = 0; i < table->note_count; i++) {
        int indent = (int)(PANEL_NOTE_INDENT * HALF_POINTS(PANEL_NOTE_SIZE) * 10);
        rtf_paragraph(writer, STYLE_TABLE_NOTE);
        buffer_format(writer->out, "\\li%d\\fi-%d%s", indent, indent, i ? "" : "\\sb80");
        rtf_line_end(writer, table->notes[i]);
    }
}

static void add_table(struct writer *writer, const struct table *table, size_t own_row, size_t own_column)
{
    struct grid grid = {.table = table, .own_row = own_row, .own_column = own_column};
    grid.close = writer->document->head == HEAD_SHEET;
    grid.heads = table_heads(table, writer->out->arena, &grid.head_count);
    fit(writer, &grid);
    add_title(writer, table);
    for (int row = 0; row < table->header_rows; row++)
        add_head_row(writer, &grid, row);
    for (size_t row = 0; row < table->row_count; row++) {
        const struct table_band *band = table_band_at(table, row);
        if (band)
            add_band(writer, &grid, band);
        add_row(writer, &grid, row);
    }
    add_notes(writer, table);
    add_spacer(writer);
    writer->previous = -1;
}

void rtf_table(struct writer *writer, const struct table *table)
{
    add_table(writer, table, NOT_THERE, NOT_THERE);
}

/* ---- charts ---- */

void rtf_chart(struct writer *writer, const struct chart *chart)
{
    rtf_paragraph(writer, STYLE_TABLE_TITLE);
    buffer_format(writer->out, "\\sb%d", writer->pitch * PERCENT(PANEL_GAP) / 100);
    rtf_line_end(writer, chart_caption(writer->out->arena, chart, false));
    if (chart->alt && chart->alt[0]) {
        rtf_paragraph(writer, STYLE_NOTE);
        buffer_add(writer->out, "\\keepn");
        rtf_line_end(writer, chart->alt);
    }
    writer->previous = -1;
    struct chart_table figures = chart_table(chart, CHART_TO_READ, writer->out->arena);
    struct table table = *figures.table;
    if (chart->note) {
        table.notes = &chart->note;
        table.note_count = 1;
    }
    add_table(writer, &table, figures.own_row, figures.own_column);
}
