/* SPDX-License-Identifier: MIT */
#include "render/page/flow.h"

#include "base/message.h"
#include "render/texts.h"

#include <math.h>
#include <stdint.h>
#include <string.h>
#include <unistr.h>

const struct colour colour_black = {0, 0, 0};
/* 红墨, Y80 M80 in print; PDF/A-1b with an sRGB intent wants it in RGB. */
const struct colour colour_red = {217, 26, 26};
const struct colour colour_grey = {110, 110, 110};

static int usual_lines(enum head_style head)
{
    return body_type_for(head).lines;
}

static struct measure measure_for(enum head_style head, int lines)
{
    struct body_type type = body_type_for(head);
    return (struct measure){
        .size = type.size,
        .pitch = (TYPE_HEIGHT - type.size) / (lines - 1),
        .tracking = (TYPE_WIDTH - type.size * type.characters) / (type.characters - 1),
        .grid = lines == type.lines,
    };
}

/* ---- text ---- */

void layout_fail(struct layout *layout, const char *sentence)
{
    if (!layout->error)
        layout->error = sentence;
}

/* The start of a text, to say where something stands. */
static const char *excerpt(struct arena *arena, const char *utf8)
{
    const uint8_t *p = (const uint8_t *)utf8;
    ucs4_t character;
    for (int i = 0; i < 12; i++) {
        const uint8_t *next = u8_next(&character, p);
        if (!next)
            return utf8;
        p = next;
    }
    return arena_format(arena, "%.*s…", (int)((const char *)p - utf8), utf8);
}

static void fail_missing(struct layout *layout, uint32_t character, const char *utf8)
{
    struct arena *arena = layout->arena;
    uint8_t shown[8] = "";
    const char *place = layout->place && layout->place[0] ? layout->place : layout->document->title;
    const char *start = excerpt(arena, utf8);
    int length = u8_uctomb(shown, character, (int)sizeof shown - 1);
    shown[length > 0 ? length : 0] = 0;
    if (character == 0xFFFD)
        layout_fail(layout,
                    arena_format(arena, _("“%s”中“%s”一处不是有效的 UTF-8 文字，不能排版。请检查来源文件的编码。"),
                                 place, start));
    else if (character > 0xFFFF)
        layout_fail(layout,
                    arena_format(arena,
                                 _("“%s”中“%s”一处的字“%s”（U+%04X）在基本平面以外，PDF 排不出。请改用通用的字形，"
                                   "或写成同音字并加注。"),
                                 place, start, (const char *)shown, (unsigned)character));
    else
        layout_fail(layout, arena_format(arena,
                                         _("“%s”中“%s”一处的字“%s”（U+%04X）在所有字体里都没有。请核对这个字，"
                                           "或在设置中指定收有它的字体。"),
                                         place, start, (const char *)shown, (unsigned)character));
}

struct text layout_shape_lead(struct layout *layout, enum font_role role, enum font_role lead, size_t lead_bytes,
                              const char *utf8)
{
    struct text text = {0};
    uint32_t missing;
    if (!text_shape(layout->arena, layout->fonts, role, lead, lead_bytes, utf8, &text, &missing)) {
        fail_missing(layout, missing, utf8);
        return (struct text){.glyphs = text.glyphs};
    }
    return text;
}

struct text layout_shape(struct layout *layout, enum font_role role, const char *utf8)
{
    return layout_shape_lead(layout, role, role, 0, utf8);
}

struct line layout_line(struct layout *layout, enum font_role role, double size, const char *utf8)
{
    struct text text = layout_shape(layout, role, utf8);
    size_t count;
    return *text_lines(layout->arena, &text, &(struct line_style){.size = size, .width = INFINITY}, &count);
}

/* ---- items ---- */

struct item *layout_add(struct layout *layout, struct item item)
{
    if (layout->keep_next) {
        item.glue = true;
        layout->keep_next = item.blank;
    }
    ARRAY_ADD(layout->arena, layout->items, layout->item_count, item);
    return &layout->items[layout->item_count - 1];
}

void layout_space(struct layout *layout, double height, bool glue)
{
    layout_add(layout, (struct item){.height = height, .glue = glue, .blank = true});
}

void layout_draw_line(struct layout *layout, const struct line *line, double x, double y, struct colour colour)
{
    canvas_text(layout->canvas, line, x, y + ASCENT * line->size, colour);
}

void layout_link(struct layout *layout, const char *section, const double box[4])
{
    double x1, y1, x2, y2;
    canvas_to_page(layout->canvas, box[0], box[1], &x1, &y1);
    canvas_to_page(layout->canvas, box[2], box[3], &x2, &y2);
    pdf_file_link(layout->file, section, (const double[]){fmin(x1, x2), fmin(y1, y2), fmax(x1, x2), fmax(y1, y2)});
}

static void draw_line_item(struct layout *layout, const struct item *item, double y)
{
    const struct line *line = item->data;
    double left = layout->left + item->x;
    layout_draw_line(layout, line, left, y, item->colour);
    if (item->link && line->count)
        layout_link(layout, item->link, (const double[]){left + line->x[0], y, left + line->width, y + line->size});
}

struct item *layout_add_line(struct layout *layout, const struct line *line, double x, double height)
{
    return layout_add(layout, (struct item){.height = height,
                                            .need = line->size,
                                            .draw = draw_line_item,
                                            .data = line,
                                            .x = x,
                                            .colour = colour_black});
}

/* ---- sections ---- */

static void begin_section(struct layout *layout, const struct section *section)
{
    layout->landscape = section->landscape;
    layout->tables = 0;
    for (size_t i = 0; i < section->block_count; i++)
        layout->tables += section->blocks[i].kind == BLOCK_TABLE;
    layout->previous = PREVIOUS_NONE;
    layout->keep_next = false;
    layout->width = section->landscape ? TYPE_HEIGHT : TYPE_WIDTH;
    layout->height = section->landscape ? TYPE_WIDTH : TYPE_HEIGHT;
    layout->place = section->title && section->title[0] ? section->title : section->name;
}

/* GB/T 9704 7.3.9: 附件 and its number in 黑体 on the first line, the title centred on the third. */
static void add_annex_head(struct layout *layout, const struct section *section)
{
    const char *name = section->name ? section->name : "", *title = section->title ? section->title : "";
    struct line *label = arena_alloc(layout->arena, sizeof *label);
    *label = layout_line(layout, FONT_HEI, SIZE_3, name);
    struct item *item = layout_add_line(layout, label, 0, layout->measure.pitch);
    item->outline = arena_format(layout->arena, "%s%s%s", name, name[0] && title[0] ? " " : "", title);
    if (!title[0])
        return;
    layout_space(layout, layout->landscape ? layout->measure.pitch / 2 : layout->measure.pitch, true);
    title_add(layout, title, layout->landscape ? SIZE_SMALL_2 : SIZE_2,
              layout->measure.pitch * (layout->landscape ? 0.3 : 0.7));
}

static void add_blocks(struct layout *layout, const struct section *section)
{
    for (size_t i = 0; i < section->block_count && !layout->error; i++) {
        const struct block *block = &section->blocks[i];
        if (block->kind != BLOCK_PARAGRAPH)
            layout->previous = PREVIOUS_NONE;
        switch (block->kind) {
        case BLOCK_HEADING:
            heading_add(layout, block);
            break;
        case BLOCK_PARAGRAPH:
            paragraph_add(layout, block);
            break;
        case BLOCK_TABLE:
            table_add(layout, block->table);
            break;
        case BLOCK_CHART:
            chart_add(layout, block->chart);
            break;
        }
    }
}

/* Makes the items of one section; the caller places them. */
static void add_section(struct layout *layout, size_t index)
{
    const struct document *document = layout->document;
    const struct section *section = &document->sections[index];
    begin_section(layout, section);
    if (index == 0 && section->kind == SECTION_BODY)
        head_add(layout);
    else if (section->kind != SECTION_BODY)
        add_annex_head(layout, section);
    add_blocks(layout, section);
    if (section_ends_body(document, index) && !layout->error)
        signer_add(layout);
    if (index + 1 == document->section_count && !section->landscape)
        imprint_add(layout);
}

static void place_section(struct layout *layout, size_t index)
{
    const struct section *section = &layout->document->sections[index];
    if (index == 0 || section->kind != SECTION_BODY)
        layout_page(layout);
    if (section->name && section->name[0])
        pdf_file_target(layout->file, section->name);
    layout_flush(layout);
}

/* 版记 stands upright; after a turned table it needs an upright page. */
static void add_upright_imprint(struct layout *layout)
{
    static const struct section upright = {.kind = SECTION_BODY};
    if (!layout->landscape || !imprint_wanted(layout->document))
        return;
    begin_section(layout, &upright);
    imprint_add(layout);
    if (layout->error)
        return;
    layout_page(layout);
    layout_flush(layout);
}

static void lay_out(struct layout *layout)
{
    const struct document *document = layout->document;
    for (size_t i = 0; i < document->section_count && !layout->error; i++) {
        add_section(layout, i);
        if (!layout->error)
            place_section(layout, i);
    }
    if (!layout->error)
        add_upright_imprint(layout);
}

/* Writes the file, but only if it has no more than so many pages; *written says whether it was. */
static const char *write_pages(struct layout *layout, size_t most_pages, struct buffer *out, bool *written)
{
    const struct document *document = layout->document;
    if (!layout->file)
        return arena_string(out->arena, _("生成 PDF 时内存不足。请关闭其他程序后重试。"));
    lay_out(layout);
    if (layout->error)
        return arena_string(out->arena, layout->error);
    if (pdf_file_pages(layout->file) > most_pages)
        return NULL;
    struct pdf_properties properties = {document->title, document->author, document->subject, document->keywords,
                                        document->issued};
    *written = true;
    return pdf_file_finish(layout->file, &properties, out);
}

static const char *render_lines(const struct document *document, const struct render_context *context, int lines,
                                size_t most_pages, struct buffer *out, bool *written)
{
    struct arena *arena = arena_new();
    struct layout layout = {
        .arena = arena,
        .fonts = context->fonts,
        .document = document,
        .file = pdf_file_new(arena, context->fonts),
        .measure = measure_for(document->head, lines),
        .place = document->title,
    };
    const char *error = write_pages(&layout, most_pages, out, written);
    if (!error && *written && context->notes)
        pdf_file_notes(layout.file, out->arena, context->notes);
    pdf_file_free(layout.file);
    arena_free(arena);
    return error;
}

const char *pdf_render(const struct document *document, const struct render_context *context, struct buffer *out)
{
    bool written = false;
    const char *error = NULL;
    int usual = usual_lines(document->head), most = document->head == HEAD_LETTER ? LETTER_MOST_LINES : usual - 1;
    for (int lines = usual; lines <= most && !written && !error; lines++)
        error = render_lines(document, context, lines, 1, out, &written);
    if (!written && !error)
        error = render_lines(document, context, usual, SIZE_MAX, out, &written);
    return error;
}
