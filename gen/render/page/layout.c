/* SPDX-License-Identifier: MIT */
#include "render/page/layout.h"

#include "base/message.h"
#include "render/page/chart.h"
#include "render/page/head.h"
#include "render/page/pages.h"
#include "render/page/paragraph.h"
#include "render/page/sheet.h"
#include "render/page/table.h"
#include "render/texts.h"

#include <unistr.h>

static int usual_lines(enum head_style head)
{
    return body_type_for(head).lines;
}

static struct measure measure_for(enum head_style head, int lines)
{
    struct body_type type = body_type_for(head);
    return (struct measure){
        .size = type.size,
        .caption = type.caption,
        .small = type.small,
        .pitch = (TYPE_HEIGHT - type.size) / (lines - 1),
        .tracking = (TYPE_WIDTH - type.size * type.characters) / (type.characters - 1),
        .grid = lines == type.lines,
    };
}

/* ---- sections ---- */

static void begin_section(struct layout *layout, const struct section *section)
{
    layout->landscape = section->landscape;
    layout->tables = 0;
    layout->last_table = NULL;
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

static void add_table(struct layout *layout, const struct table *table)
{
    bool ruled = table->form == TABLE_MATRIX || table->form == TABLE_BANDS;
    (ruled ? ruled_add : table_add)(layout, table);
}

static void add_blocks(struct layout *layout, const struct section *section)
{
    for (size_t i = 0; i < section->block_count && !layout->error; i++) {
        const struct block *block = &section->blocks[i];
        if (block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_CHART)
            layout->previous = PREVIOUS_NONE;
        switch (block->kind) {
        case BLOCK_HEADING:
            heading_add(layout, block);
            break;
        case BLOCK_PARAGRAPH:
            paragraph_add(layout, block);
            break;
        case BLOCK_TABLE:
            add_table(layout, block->table);
            break;
        case BLOCK_CHART:
            chart_add(layout, block->chart);
            layout->previous = PREVIOUS_NONE;
            break;
        case BLOCK_CARDS:
            cards_add(layout, block->cards);
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
    if (document->head == HEAD_SHEET) {
        sheet_add(layout, section);
        return;
    }
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
        pages_begin(layout, section->name && section->name[0] ? section->name : NULL);
    pages_flush(layout);
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
    pages_begin(layout, NULL);
    pages_flush(layout);
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

/* Notes the pages and the characters that came from the fallback face. */
static void take_notes(const struct layout *layout, struct render_notes *notes, struct arena *arena)
{
    struct buffer text = {.arena = arena};
    notes->pages = (int)layout->page;
    for (size_t eight = 0; eight < FONT_CHARACTERS / 8; eight++)
        for (unsigned bits = layout->fallback[eight], bit = 0; bits >> bit; bit++)
            if (bits >> bit & 1) {
                uint8_t bytes[6];
                buffer_add_n(&text, bytes, (size_t)u8_uctomb(bytes, (ucs4_t)(eight * 8 + bit), sizeof bytes));
                notes->fallback_count++;
            }
    notes->fallback = buffer_text(&text);
}

/* A way to set the document: so many lines to a page, and written only if there are no more pages than that. */
struct attempt {
    int lines;
    size_t most_pages;
    bool written;
};

/* With the file begun: draws the document and writes it, unless there are too many pages. */
static const char *draw(struct layout *layout, struct attempt *attempt, struct buffer *out)
{
    lay_out(layout);
    if (layout->error)
        return layout->error;
    if (layout->page)
        layout->paper->page_end(layout->file);
    if (layout->page > attempt->most_pages)
        return NULL;
    attempt->written = true;
    return layout->paper->finish(layout->file, out);
}

static const char *try_lines(struct attempt *attempt, const struct document *document,
                             const struct render_context *context, const struct paper *paper, struct buffer *out)
{
    struct arena *arena = arena_new();
    const char *error = NULL;
    struct paper_properties properties = {document->title, document->author, document->subject, document->keywords,
                                          document->issued};
    struct layout layout = {
        .arena = arena,
        .fonts = context->fonts,
        .document = document,
        .paper = paper,
        .file = paper->begin(arena, context->fonts, &properties, &error),
        .measure = measure_for(document->head, attempt->lines),
        .ease = SHEET_EASE / 100.0,
        .place = document->title,
        .fallback = arena_alloc(arena, FONT_CHARACTERS / 8),
    };
    if (layout.file) {
        error = draw(&layout, attempt, out);
        if (!error && attempt->written && context->notes)
            take_notes(&layout, context->notes, out->arena);
        paper->discard(layout.file);
    }
    error = error ? arena_string(out->arena, error) : NULL;
    arena_free(arena);
    return error;
}

const char *page_render(const struct document *document, const struct render_context *context,
                        const struct paper *paper, struct buffer *out)
{
    int usual = usual_lines(document->head), most = document->head == HEAD_LETTER ? LETTER_MOST_LINES : usual - 1;
    struct attempt attempt = {.lines = usual, .most_pages = 1};
    const char *error = NULL;
    for (; attempt.lines <= most && !attempt.written && !error; attempt.lines++)
        error = try_lines(&attempt, document, context, paper, out);
    if (attempt.written || error)
        return error;
    attempt = (struct attempt){.lines = usual, .most_pages = SIZE_MAX};
    return try_lines(&attempt, document, context, paper, out);
}
