/* SPDX-License-Identifier: MIT */
#include "render/page/paragraph.h"

#include "render/page/title.h"
#include "render/texts.h"

#include <unistr.h>

#define TITLE_LEADING 1.6 /* from line to line of a title, of its size */

/* A longer name has to be broken somewhere; words that stand in it then say where. */
#define LONGEST_NAME 14

/* How long a name is that stands at glyph `at`, in characters; 0 when it doesn't. */
static size_t name_at(const struct text *text, size_t at, const char *name)
{
    size_t length = 0;
    const uint8_t *p = (const uint8_t *)name;
    ucs4_t character;
    while ((p = u8_next(&character, p))) {
        if (at + length >= text->count || text->glyphs[at + length].character != character)
            return 0;
        length++;
    }
    return length;
}

static void bind_names(const struct layout *layout, struct text *text)
{
    const struct document *document = layout->document;
    for (size_t at = 0; at < text->count; at++)
        for (size_t n = 0; n < document->name_count; n++) {
            size_t length = name_at(text, at, document->names[n]);
            for (size_t i = 1; i < length && length <= LONGEST_NAME; i++)
                if (text->glyphs[at + i].break_before == BREAK_MAY)
                    text->glyphs[at + i].break_before = BREAK_POOR;
        }
}

void title_add(struct layout *layout, const char *title, double size, double below)
{
    struct text text = layout_shape(layout, FONT_TITLE, title);
    bind_names(layout, &text);
    size_t count;
    const struct line *lines =
        text_balance(layout->arena, &text, &(struct line_style){.size = size, .width = layout->width}, &count);
    for (size_t i = 0; i < count; i++) {
        bool last = i + 1 == count;
        struct item *item = layout_add_line(layout, &lines[i], (layout->width - lines[i].width) / 2,
                                            last ? size : size * TITLE_LEADING);
        item->glue = true;
    }
    layout_space(layout, below, true);
    layout->items[layout->item_count - 1].regrid = true;
}

/* Adds the lines of a paragraph on the grid. None begins a page alone, except below a heading, where that would push
 * the heading to the next page and leave lines empty. */
static void add_lines(struct layout *layout, const struct line *lines, size_t count, double pitch, bool snap)
{
    bool below_heading = layout->keep_next;
    for (size_t i = 0; i < count; i++) {
        struct item *item = layout_add_line(layout, &lines[i], 0, pitch);
        item->snap = snap;
        item->glue = item->glue || (i > 0 && i + 1 == count && !(below_heading && count == 2));
    }
}

static struct line_style body_style(const struct layout *layout)
{
    const struct measure *m = &layout->measure;
    double cell = m->size + m->tracking;
    return (struct line_style){
        .size = m->size, .tracking = m->tracking, .width = layout->width + 0.01, .first = 2 * cell, .justify = true};
}

double blank_line(const struct layout *layout)
{
    return 2 * layout->measure.pitch - layout->measure.size;
}

/* Of the headings, level 1 first. */
static const enum font_role faces[] = {FONT_HEI, FONT_KAI, FONT_BODY, FONT_BODY};

void heading_add(struct layout *layout, const struct block *block)
{
    int level = block->level < 1 ? 1 : block->level > 4 ? 4 : block->level;
    struct text text = layout_shape(layout, faces[level - 1], block->text);
    struct line_style style = body_style(layout);
    style.justify = false;
    size_t count, first = layout->item_count;
    const struct line *lines = text_lines(layout->arena, &text, &style, &count);
    add_lines(layout, lines, count, layout->measure.pitch, true);
    for (size_t i = first + 1; i < layout->item_count; i++)
        layout->items[i].glue = true;
    if (level <= 2) {
        layout->items[first].outline = block->text;
        layout->items[first].depth = level - 1;
    }
    layout->keep_next = true;
}

/* ---- paragraphs ---- */

static void add_body(struct layout *layout, const char *utf8, bool indented)
{
    struct line_style style = body_style(layout);
    int level = 0;
    size_t lead_bytes = indented ? run_in_heading(utf8, &level) : 0, count;
    struct text text =
        layout_shape_lead(layout, FONT_BODY, lead_bytes ? faces[level - 1] : FONT_BODY, lead_bytes, utf8);
    if (!indented)
        style.first = 0;
    const struct line *lines = text_lines(layout->arena, &text, &style, &count);
    add_lines(layout, lines, count, layout->measure.pitch, true);
}

/* The width of a text's first bytes in the body face, pt. */
static double width_of(struct layout *layout, const char *utf8, size_t bytes)
{
    const struct measure *m = &layout->measure;
    struct text text = layout_shape(layout, FONT_BODY, arena_string_n(layout->arena, utf8, bytes));
    return (double)text.natural * m->size / 1000 + (double)text.count * m->tracking;
}

/* GB/T 9704 7.3.4: 附件：1. ××, wrapped lines under the name's first character; further ones under the first. */
static void add_enclosure(struct layout *layout, const char *utf8)
{
    static const char label[] = "附件：";
    struct line_style style = body_style(layout);
    struct enclosure pieces = enclosure_pieces(utf8);
    size_t named = pieces.label, number = pieces.number, digits = pieces.digits;
    double label_width = width_of(layout, label, sizeof label - 1);
    bool first = layout->previous != PARAGRAPH_ENCLOSURE;
    if (!named && number)
        style.first += label_width;
    style.hang = style.first + (named ? label_width : 0) + width_of(layout, utf8 + named, number);
    style.justify = false;
    struct text text = layout_shape(layout, FONT_BODY, utf8);
    size_t count, start = layout->item_count;
    const struct line *lines = text_lines(layout->arena, &text, &style, &count);
    if (first)
        layout_space(layout, layout->measure.pitch, true);
    size_t line = layout->item_count;
    add_lines(layout, lines, count, layout->measure.pitch, true);
    if (named || number)
        layout->items[line].link = arena_format(layout->arena, "附件%.*s", (int)digits, utf8 + named);
    /* What is enclosed is said on the page where the text ends. */
    for (size_t i = start; i < layout->item_count; i++)
        layout->items[i].glue = true;
}

static void add_note(struct layout *layout, const char *utf8)
{
    double size = layout->measure.small;
    struct text text = layout_shape(layout, FONT_BODY, utf8);
    struct line_style style = {.size = size, .width = layout->width, .first = 2 * size, .justify = true};
    size_t count;
    const struct line *lines = text_lines(layout->arena, &text, &style, &count);
    if (layout->previous != PARAGRAPH_NOTE)
        layout_space(layout, size * 0.6, false);
    add_lines(layout, lines, count, size * 1.55, false);
}

static void add_headline(struct layout *layout, const char *utf8)
{
    struct text text = layout_shape(layout, FONT_TITLE, utf8);
    struct line_style style = {.size = SIZE_HEADLINE, .width = layout->width};
    size_t count;
    const struct line *lines = text_balance(layout->arena, &text, &style, &count);
    add_lines(layout, lines, count, layout->measure.pitch, true);
}

void paragraph_add(struct layout *layout, const struct block *block)
{
    layout->paragraph = layout->item_count;
    switch (block->style) {
    case PARAGRAPH_BODY:
        add_body(layout, block->text, true);
        break;
    case PARAGRAPH_SALUTATION:
        add_body(layout, block->text, false);
        break;
    case PARAGRAPH_ENCLOSURE:
        add_enclosure(layout, block->text);
        break;
    case PARAGRAPH_NOTE:
        add_note(layout, block->text);
        break;
    case PARAGRAPH_HEADLINE:
        add_headline(layout, block->text);
        break;
    }
    layout->previous = (int)block->style;
}
