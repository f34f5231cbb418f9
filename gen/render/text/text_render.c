/* SPDX-License-Identifier: MIT */
#include "render/text/text_render.h"

#include "render/card_table.h"
#include "render/chart_table.h"
#include "render/display.h"
#include "render/heads.h"
#include "render/texts.h"

enum { PAGE_WIDTH = 78, GAP = 2 };

/* ---- lines ---- */

static void repeat(struct buffer *out, const char *piece, int count)
{
    for (; count > 0; count--)
        buffer_add(out, piece);
}

/* Ends the line; blanks before its end are not kept, so that goldens have none. */
static void end_line(struct buffer *out)
{
    while (out->length && out->data[out->length - 1] == ' ')
        out->length--;
    buffer_add(out, "\n");
}

/* A text on one line: line ends inside it become spaces. */
static void add_flat(struct buffer *out, const char *text)
{
    for (; *text; text++)
        buffer_add_n(out, *text == '\n' || *text == '\r' || *text == '\t' ? " " : text, 1);
}

static void add_line(struct buffer *out, const char *before, const char *text)
{
    buffer_add(out, before);
    add_flat(out, text);
    end_line(out);
}

static void add_padded(struct buffer *out, const char *text, int width, enum align align)
{
    int left = width - display_width(text, DISPLAY_TERMINAL);
    int before = left <= 0 || align == ALIGN_LEFT ? 0 : align == ALIGN_RIGHT ? left : left / 2;
    repeat(out, " ", before);
    add_flat(out, text);
    repeat(out, " ", left - before);
}

static void add_placed(struct buffer *out, const char *text, int width, enum align align)
{
    add_padded(out, text, width, align);
    end_line(out);
}

/* ---- tables ---- */

/* The widths that the columns of a table get. */
struct fitted {
    const struct table *table;
    const struct head *heads;
    size_t head_count;
    int *widths;
    int total;
};

static int span_width(const struct fitted *fitted, size_t column, size_t columns)
{
    int width = (int)(columns - 1) * GAP;
    for (size_t i = column; i < column + columns; i++)
        width += fitted->widths[i];
    return width;
}

static void fit_column(struct fitted *fitted, size_t column)
{
    const struct table *table = fitted->table;
    for (size_t row = 0; row < table->row_count; row++) {
        int width = display_width(table->cells[row * table->column_count + column].text, DISPLAY_TERMINAL);
        if (fitted->widths[column] < width)
            fitted->widths[column] = width;
    }
}

/* A head wider than its columns widens the last of them. */
static void fit_head(struct fitted *fitted, const struct head *head)
{
    int lack = display_width(head->text, DISPLAY_TERMINAL) - span_width(fitted, head->column, head->columns);
    if (lack > 0)
        fitted->widths[head->column + head->columns - 1] += lack;
}

static struct fitted fit_table(const struct table *table, struct arena *arena)
{
    struct fitted fitted = {.table = table, .widths = arena_alloc(arena, table->column_count * sizeof(int))};
    fitted.heads = table_heads(table, arena, &fitted.head_count);
    for (size_t column = 0; column < table->column_count; column++)
        fit_column(&fitted, column);
    /* Narrow heads first, or a wide one would take room that they bring along. */
    for (size_t columns = 1; columns <= table->column_count; columns++)
        for (size_t i = 0; i < fitted.head_count; i++)
            if (fitted.heads[i].columns == columns)
                fit_head(&fitted, &fitted.heads[i]);
    fitted.total = span_width(&fitted, 0, table->column_count);
    return fitted;
}

/* A head over several rows stands in the last of them, next to its figures; one over several columns in their middle,
 * between dashes that show how far it reaches. */
static void write_head(struct buffer *out, const struct fitted *fitted, const struct head *head, int row)
{
    int width = span_width(fitted, head->column, head->columns);
    const char *text = row == head->row + head->rows - 1 ? head->text : "";
    int dashes = head->columns > 1 && *text ? (width - display_width(text, DISPLAY_TERMINAL) - 2) / 2 : 0;
    repeat(out, "-", dashes);
    add_padded(out, text, width - 2 * (dashes > 0 ? dashes : 0),
               head->columns > 1 ? ALIGN_CENTER : fitted->table->columns[head->column].align);
    repeat(out, "-", dashes);
}

static void write_head_row(struct buffer *out, const struct fitted *fitted, int row)
{
    for (size_t column = 0; column < fitted->table->column_count;) {
        const struct head *head = head_covering(fitted->heads, row, column);
        repeat(out, " ", column ? GAP : 0);
        write_head(out, fitted, head, row);
        column += head->columns;
    }
    end_line(out);
}

static void write_body(struct buffer *out, const struct fitted *fitted)
{
    const struct table *table = fitted->table;
    for (size_t row = 0; row < table->row_count; row++) {
        const struct table_band *band = table_band_at(table, row);
        if (band)
            add_line(out, "", band->text);
        for (size_t column = 0; column < table->column_count; column++) {
            if (column)
                repeat(out, " ", GAP);
            add_padded(out, table->cells[row * table->column_count + column].text, fitted->widths[column],
                       table->columns[column].align);
        }
        end_line(out);
    }
}

static void write_table(struct buffer *out, const struct table *table)
{
    struct fitted fitted = fit_table(table, out->arena);
    if (table->title && *table->title)
        add_placed(out, table->title, fitted.total, ALIGN_CENTER);
    if (table->unit && *table->unit)
        add_placed(out, table->unit, fitted.total, ALIGN_RIGHT);
    repeat(out, "=", fitted.total);
    end_line(out);
    for (int row = 0; row < table->header_rows; row++)
        write_head_row(out, &fitted, row);
    repeat(out, "-", fitted.total);
    end_line(out);
    write_body(out, &fitted);
    repeat(out, "=", fitted.total);
    end_line(out);
    for (size_t i = 0; i < table->note_count; i++)
        add_line(out, "", table->notes[i]);
}

/* ---- charts: as the figures that they draw ---- */

static void write_bars(struct buffer *out, const struct chart *chart)
{
    int label_width = 0, value_width = 0;
    for (size_t i = 0; i < chart->bar_count; i++) {
        int label = display_width(chart->bars[i].label, DISPLAY_TERMINAL);
        int value = display_width(chart->bars[i].value.text, DISPLAY_TERMINAL);
        label_width = label > label_width ? label : label_width;
        value_width = value > value_width ? value : value_width;
    }
    for (size_t i = 0; i < chart->bar_count; i++) {
        const struct chart_bar *bar = &chart->bars[i];
        buffer_add(out, bar->own ? "* " : "  ");
        add_padded(out, bar->label, label_width, ALIGN_LEFT);
        repeat(out, " ", GAP);
        add_padded(out, bar->value.text, value_width, ALIGN_RIGHT);
        if (bar->target.kind == CELL_NUMBER)
            buffer_format(out, "（%s %s）", chart->target_label, bar->target.text);
        end_line(out);
    }
    if (chart->reference.kind == CELL_NUMBER)
        add_line(out, "  ", arena_format(out->arena, "%s  %s", chart->reference_label, chart->reference.text));
}

/* The lines as a table, the own ones marked as bars are. */
static void write_lines(struct buffer *out, const struct chart *chart)
{
    struct chart marked = *chart;
    struct chart_series *series = arena_copy(out->arena, chart->series, chart->series_count * sizeof *series);
    for (size_t s = 0; s < chart->series_count; s++)
        if (series[s].own)
            series[s].label = arena_format(out->arena, "* %s", series[s].label);
    marked.series = series;
    write_table(out, chart_table(&marked, CHART_TO_READ, out->arena).table);
}

static void write_chart(struct buffer *out, const struct chart *chart)
{
    const char *unit = chart->unit && *chart->unit ? arena_format(out->arena, "（%s）", chart->unit) : "";
    add_line(out, "", arena_format(out->arena, "［图］%s%s", chart->title ? chart->title : "", unit));
    if (chart->alt && *chart->alt)
        add_line(out, "  ", chart->alt);
    switch (chart->kind) {
    case CHART_BARS:
    case CHART_PROGRESS:
        write_bars(out, chart);
        break;
    case CHART_LINES:
        write_lines(out, chart);
        break;
    case CHART_WATERFALL:
        write_table(out, chart_table(chart, CHART_TO_READ, out->arena).table);
        if (chart->note)
            add_line(out, "", chart->note);
        break;
    }
}

/* ---- blocks, sections, the whole ---- */

static void write_block(struct buffer *out, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_HEADING:
        buffer_add(out, "\n");
        add_line(out, block->level <= 2 ? "" : "　　", block->text);
        break;
    case BLOCK_PARAGRAPH:
        add_line(out, "", indented_paragraph(out->arena, block));
        break;
    case BLOCK_TABLE:
        buffer_add(out, "\n");
        write_table(out, marked_table(out->arena, block->table));
        break;
    case BLOCK_CHART:
        buffer_add(out, "\n");
        write_chart(out, block->chart);
        break;
    case BLOCK_CARDS:
        buffer_add(out, "\n");
        write_table(out, card_table(out->arena, block->cards));
        break;
    }
}

static void write_section(struct buffer *out, const struct document *document, const struct section *section)
{
    if (section->kind != SECTION_BODY) {
        buffer_format(out, "\n======== %s ", section->name);
        repeat(out, "=", PAGE_WIDTH - 10 - display_width(section->name, DISPLAY_TERMINAL));
        end_line(out);
        if (section->kind == SECTION_SHEET && document->banner)
            add_placed(out, document->banner, PAGE_WIDTH, ALIGN_CENTER);
    }
    if (section->title && *section->title)
        add_placed(out, section->title, PAGE_WIDTH, ALIGN_CENTER);
    size_t last = section->kind == SECTION_SHEET ? section_signed_block(section) : section->block_count;
    for (size_t i = 0; i < section->block_count; i++) {
        write_block(out, &section->blocks[i]);
        if (i == last && document->sign_off)
            add_line(out, "", document->sign_off);
    }
}

/* A line of the head, where there is one. */
static void add_head(struct buffer *out, const char *text, enum align align)
{
    if (text)
        add_placed(out, text, PAGE_WIDTH, align);
}

/* Title, office and date on a line of their own. */
static void write_sheet_front(struct buffer *out, const struct document *document)
{
    const char *office = arena_format(out->arena, "%s　%s", document->issuer_mark ? document->issuer_mark : "",
                                      document->date_text ? document->date_text : "");
    add_padded(out, document->title, PAGE_WIDTH - display_width(office, DISPLAY_TERMINAL), ALIGN_LEFT);
    add_line(out, " ", office);
    repeat(out, "=", PAGE_WIDTH);
    end_line(out);
}

static void write_front(struct buffer *out, const struct document *document)
{
    bool letter = document->head == HEAD_LETTER;
    add_head(out, document->banner, ALIGN_CENTER);
    if (document->head == HEAD_SHEET) {
        write_sheet_front(out, document);
        return;
    }
    if (document->head != HEAD_NONE) {
        add_head(out, document->issuer_mark, ALIGN_CENTER);
        if (!letter)
            add_head(out, document->doc_number, ALIGN_CENTER);
        repeat(out, letter ? "═" : "=", PAGE_WIDTH);
        end_line(out);
        if (letter)
            add_head(out, document->doc_number, ALIGN_RIGHT);
    }
    /* A document that is an annex itself has its title below its number. */
    if (document->section_count && document->sections[0].kind == SECTION_ANNEX)
        return;
    buffer_add(out, "\n");
    add_placed(out, document->title, PAGE_WIDTH, ALIGN_CENTER);
    buffer_add(out, "\n");
}

static void write_signature(struct buffer *out, const struct document *document)
{
    if (!document->signer)
        return;
    buffer_add(out, "\n");
    add_placed(out, document->signer, PAGE_WIDTH - 4, ALIGN_RIGHT);
    if (document->date_text)
        add_placed(out, document->date_text, PAGE_WIDTH - 4, ALIGN_RIGHT);
}

static void write_copies(struct buffer *out, const struct document *document)
{
    if (document->copy_to && *document->copy_to)
        add_line(out, "", arena_format(out->arena, "抄送：%s", document->copy_to));
}

/* A letter's is the copies alone, and ends with the rule at the foot of its page. */
static void write_letter_imprint(struct buffer *out, const struct document *document)
{
    buffer_add(out, "\n");
    write_copies(out, document);
    repeat(out, "═", PAGE_WIDTH);
    end_line(out);
}

/* The 版记 of the last page. */
static void write_imprint(struct buffer *out, const struct document *document)
{
    if (!document->printer)
        return;
    buffer_add(out, "\n");
    repeat(out, "-", PAGE_WIDTH);
    end_line(out);
    write_copies(out, document);
    const char *date = document->print_date_text ? document->print_date_text : "";
    add_padded(out, document->printer, PAGE_WIDTH - display_width(date, DISPLAY_TERMINAL), ALIGN_LEFT);
    add_line(out, "", date);
    repeat(out, "-", PAGE_WIDTH);
    end_line(out);
}

const char *text_render(const struct document *document, const struct render_context *context, struct buffer *out)
{
    (void)context;
    write_front(out, document);
    bool signed_off = false;
    for (size_t i = 0; i < document->section_count; i++) {
        /* The body is signed where it ends, before the annexes. */
        if (document->sections[i].kind != SECTION_BODY && !signed_off) {
            write_signature(out, document);
            signed_off = true;
        }
        write_section(out, document, &document->sections[i]);
    }
    if (!signed_off)
        write_signature(out, document);
    (document->head == HEAD_LETTER ? write_letter_imprint : write_imprint)(out, document);
    return NULL;
}
