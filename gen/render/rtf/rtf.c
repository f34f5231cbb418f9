/* SPDX-License-Identifier: MIT */
#include "render/rtf/rtf.h"

#include "base/text.h"
#include "render/balance.h"
#include "render/card_table.h"
#include "render/rtf/rtf_write.h"
#include "render/texts.h"

#include <string.h>
#include <unilbrk.h>

/* ---- paragraphs ---- */

static enum style heading_style(int level)
{
    level = level < 1 ? 1 : level > 4 ? 4 : level;
    return (enum style)(STYLE_HEADING_1 + level - 1);
}

/* `keep`: with the next paragraph. */
static void add_body(struct writer *writer, const char *text, bool keep)
{
    int level = 0;
    size_t heading = run_in_heading(text, &level);
    rtf_paragraph(writer, STYLE_BODY);
    buffer_add(writer->out, keep ? "\\keepn" : "");
    if (heading)
        rtf_text_in(writer, level == 1 ? FACE_HEI : FACE_KAI, text, heading);
    rtf_line_end(writer, text + heading);
}

/* 7.3.4: 附件：1. ××, wrapped lines under the name's first character; further ones under the first. */
static void add_enclosure(struct writer *writer, const char *text)
{
    struct enclosure pieces = enclosure_pieces(text);
    int cell = rtf_cell(writer), label = pieces.label || pieces.number ? 3 * cell : 0;
    /* Figures, the point and the blank are half and quarter cells wide. */
    int number = pieces.number ? (int)(pieces.digits + 1) * cell / 2 : 0;
    int first = 2 * cell + (pieces.label ? 0 : label), hang = 2 * cell + label + number;
    bool begins = writer->previous != STYLE_ENCLOSURE;
    rtf_paragraph(writer, STYLE_ENCLOSURE);
    buffer_format(writer->out, "\\li%d\\fi%d", hang, first - hang);
    if (begins)
        buffer_format(writer->out, "\\sb%d", writer->pitch);
    rtf_line_end(writer, text);
}

#define CLOSE_NOTE 118 /* from line to line of a note on a sheet, per cent of the size */

static void add_note(struct writer *writer, const char *text)
{
    bool begins = writer->previous != STYLE_NOTE;
    bool close = writer->document->head == HEAD_SHEET;
    rtf_paragraph(writer, STYLE_NOTE);
    if (close)
        rtf_size(writer, HALF_POINTS(writer->type.small), CLOSE_NOTE);
    else if (begins)
        buffer_add(writer->out, "\\sb120");
    rtf_line_end(writer, text);
}

static void add_paragraph(struct writer *writer, const struct block *block, bool keep)
{
    switch (block->style) {
    case PARAGRAPH_BODY:
        add_body(writer, block->text, keep);
        break;
    case PARAGRAPH_SALUTATION:
        rtf_line(writer, STYLE_SALUTATION, block->text);
        break;
    case PARAGRAPH_ENCLOSURE:
        add_enclosure(writer, block->text);
        break;
    case PARAGRAPH_NOTE:
        add_note(writer, block->text);
        break;
    case PARAGRAPH_HEADLINE:
        rtf_line(writer, STYLE_HEADLINE, block->text);
        break;
    }
}

static void add_block(struct writer *writer, const struct block *block, bool keep)
{
    switch (block->kind) {
    case BLOCK_HEADING:
        rtf_line(writer, heading_style(block->level), block->text);
        break;
    case BLOCK_PARAGRAPH:
        add_paragraph(writer, block, keep);
        break;
    case BLOCK_TABLE:
        rtf_table(writer, marked_table(writer->out->arena, block->table));
        break;
    case BLOCK_CHART:
        rtf_chart(writer, block->chart);
        break;
    case BLOCK_CARDS:
        rtf_table(writer, card_table(writer->out->arena, block->cards));
        break;
    }
}

/* ---- titles ---- */

/* Where a line of a title may begin: at a Chinese character that may do so, behind another; the rest stays whole. */
static size_t characters_of(const char *text, struct arena *arena, struct balance_char **chars)
{
    char *breaks = arena_alloc(arena, strlen(text) + 1);
    size_t count = 0;
    *chars = NULL;
    u8_possible_linebreaks((const uint8_t *)text, strlen(text), "GBK", breaks);
    for (const char *p = text; *p;) {
        const char *at = p;
        uint32_t character = text_next(&p), before = count ? (*chars)[count - 1].character : 0;
        struct balance_char c = {
            .character = character,
            .width = character < 0x80 ? 0.5 : 1,
            .may_begin = breaks[at - text] == UC_BREAK_POSSIBLE && character >= 0x80 && before >= 0x80,
            .han = character >= 0x3400 && character < 0xFF00,
        };
        ARRAY_ADD(arena, *chars, count, c);
    }
    return count;
}

/* In lines of about equal length, as a clerk would set it, by soft line ends that the next editor can move. */
static void add_balanced(struct writer *writer, const char *title, double size)
{
    struct balance_char *chars;
    size_t count = characters_of(title, writer->out->arena, &chars), ends[BALANCE_MOST] = {0}, lines = 0;
    double measure = writer->width / (size * 20), width = 0;
    for (size_t i = 0; i < count; i++)
        width += chars[i].width;
    /* Not to the last em: an office program may set Latin letters wider, and a little apart from the Chinese. */
    if (width > measure - 1 && !strchr(title, '\n'))
        lines = balance_lines(writer->out->arena, chars, count, measure - 1, ends);
    for (size_t line = 0, at = 0; line + 1 < lines; line++) {
        const char *start = title;
        for (; at < ends[line]; at++)
            text_next(&title);
        rtf_text_in(writer, FACE_TITLE, start, (size_t)(title - start));
        buffer_add(writer->out, "\\line ");
    }
    rtf_line_end(writer, title);
}

/* ---- sections ---- */

/* Two lines below the red rule, and a blank line below the title. */
static void add_title(struct writer *writer)
{
    rtf_paragraph(writer, STYLE_TITLE);
    buffer_format(writer->out, "\\sb%d\\sa%d", writer->document->head == HEAD_NONE ? 0 : 2 * writer->pitch,
                  writer->pitch);
    add_balanced(writer, writer->document->title, SIZE_2);
}

/* 7.3.9: 附件 and its number on the first line, the title centred on the third. */
static void add_annex_head(struct writer *writer, const struct section *section)
{
    rtf_line(writer, STYLE_ANNEX, section->name ? section->name : "");
    if (!section->title || !section->title[0])
        return;
    rtf_paragraph(writer, STYLE_ANNEX_TITLE);
    if (writer->landscape) {
        rtf_size(writer, HALF_POINTS(SIZE_SMALL_2), 140);
        buffer_format(writer->out, "\\sb%d\\sa%d", writer->pitch / 4, writer->pitch / 4);
    } else {
        buffer_format(writer->out, "\\sb%d\\sa%d", writer->pitch, writer->pitch / 2);
    }
    add_balanced(writer, section->title, writer->landscape ? SIZE_SMALL_2 : SIZE_2);
}

/* The last block of text: what is enclosed and who signed are on no page without text (7.3.5). */
static size_t last_text(const struct section *section)
{
    size_t i = section->block_count;
    while (i > 0 && section->blocks[i - 1].kind == BLOCK_PARAGRAPH &&
           section->blocks[i - 1].style == PARAGRAPH_ENCLOSURE)
        i--;
    return i - 1;
}

static void add_section(struct writer *writer, size_t index)
{
    const struct section *section = &writer->document->sections[index];
    if (index == 0 || section->kind != SECTION_BODY)
        rtf_section(writer, section->landscape, index == 0);
    if (index == 0 && section->kind == SECTION_BODY) {
        rtf_head(writer);
        if (writer->document->head != HEAD_SHEET)
            add_title(writer);
    } else if (section->kind != SECTION_BODY) {
        add_annex_head(writer, section);
    }
    writer->tables = 0;
    for (size_t i = 0; i < section->block_count; i++)
        writer->tables += section->blocks[i].kind == BLOCK_TABLE;
    bool signs = section_ends_body(writer->document, index) && writer->document->signer;
    for (size_t i = 0; i < section->block_count; i++)
        add_block(writer, &section->blocks[i], signs && i == last_text(section));
    if (signs)
        rtf_signer(writer);
}

const char *rtf_render(const struct document *document, const struct render_context *context, struct buffer *out)
{
    (void)context;
    struct writer writer = rtf_writer(document, out);
    rtf_prologue(&writer);
    for (size_t i = 0; i < document->section_count; i++)
        add_section(&writer, i);
    /* 版记 stands upright. */
    if (writer.landscape && document->printer)
        rtf_section(&writer, false, false);
    rtf_imprint(&writer);
    buffer_add(out, "}\n");
    return NULL;
}
