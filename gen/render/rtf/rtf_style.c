/* SPDX-License-Identifier: MIT */
/* Styles and paragraphs. A paragraph repeats all that its style says: what it does not say itself, Word does not give
 * it. */
#include "render/panel.h"
#include "render/rtf/rtf_write.h"

#include <string.h>

/* Sizes that follow the body's, instead of half points. */
enum { SIZE_OF_BODY = 0, SIZE_OF_NOTE = -1, SIZE_OF_TABLE_TITLE = -2 };

/* Names that every office program knows, and translates, are in English. */
static const struct style_row {
    const char *name;
    enum face face;
    int size;    /* half points, or as above */
    int leading; /* from line to line in per cent of the size; 0: the body's pitch */
    char align;  /* as in \qj */
    int first;   /* the first line's indent, characters */
    int outline; /* the level in the navigation pane, from 1; 0: not there */
    bool keep;   /* stays with the next paragraph */
    enum ink ink;
} styles[STYLE_COUNT] = {
    [STYLE_NORMAL] = {"Normal", FACE_BODY, SIZE_OF_BODY, 0, 'j', 0, 0, false, INK_AUTO},
    [STYLE_HEADING_1] = {"heading 1", FACE_HEI, SIZE_OF_BODY, 0, 'l', 2, 1, true, INK_AUTO},
    [STYLE_HEADING_2] = {"heading 2", FACE_KAI, SIZE_OF_BODY, 0, 'l', 2, 2, true, INK_AUTO},
    [STYLE_HEADING_3] = {"heading 3", FACE_BODY, SIZE_OF_BODY, 0, 'l', 2, 3, true, INK_AUTO},
    [STYLE_HEADING_4] = {"heading 4", FACE_BODY, SIZE_OF_BODY, 0, 'l', 2, 4, true, INK_AUTO},
    [STYLE_TITLE] = {"Title", FACE_TITLE, HALF_POINTS(SIZE_2), 160, 'c', 0, 0, true, INK_AUTO},
    [STYLE_BODY] = {"公文正文", FACE_BODY, SIZE_OF_BODY, 0, 'j', 2, 0, false, INK_AUTO},
    [STYLE_MARK] = {"发文机关标志", FACE_TITLE, HALF_POINTS(MARK_LARGEST), 120, 'c', 0, 0, true, INK_RED},
    [STYLE_NUMBER] = {"发文字号", FACE_BODY, HALF_POINTS(SIZE_3), 100, 'c', 0, 0, true, INK_AUTO},
    [STYLE_SALUTATION] = {"主送机关", FACE_BODY, SIZE_OF_BODY, 0, 'j', 0, 0, false, INK_AUTO},
    [STYLE_ENCLOSURE] = {"附件说明", FACE_BODY, SIZE_OF_BODY, 0, 'l', 0, 0, true, INK_AUTO},
    [STYLE_SIGNER] = {"署名和成文日期", FACE_BODY, SIZE_OF_BODY, 0, 'r', 0, 0, false, INK_AUTO},
    [STYLE_ANNEX] = {"附件号", FACE_HEI, HALF_POINTS(SIZE_3), 0, 'l', 0, 1, true, INK_AUTO},
    [STYLE_ANNEX_TITLE] = {"附件标题", FACE_TITLE, HALF_POINTS(SIZE_2), 160, 'c', 0, 2, true, INK_AUTO},
    [STYLE_NOTE] = {"说明", FACE_BODY, SIZE_OF_NOTE, 155, 'j', 2, 0, false, INK_AUTO},
    [STYLE_HEADLINE] = {"提要", FACE_TITLE, HALF_POINTS(SIZE_HEADLINE), 135, 'l', 0, 0, true, INK_AUTO},
    [STYLE_MASTHEAD] = {"摘要名称", FACE_HEI, HALF_POINTS(SIZE_SMALL_4), 130, 'l', 0, 0, true, INK_AUTO},
    [STYLE_TABLE_TITLE] = {"表题", FACE_HEI, SIZE_OF_TABLE_TITLE, PERCENT(PANEL_TITLE), 'c', 0, 0, true, INK_AUTO},
    [STYLE_UNIT] = {"表的单位", FACE_SONG, HALF_POINTS(SIZE_5), PERCENT(PANEL_UNIT), 'r', 0, 0, true, INK_AUTO},
    [STYLE_CELL] = {"表中文字", FACE_SONG, HALF_POINTS(SIZE_5), PERCENT(PANEL_LEADING), 'l', 0, 0, false, INK_AUTO},
    [STYLE_TABLE_NOTE] = {"表注", FACE_SONG, HALF_POINTS(PANEL_NOTE_SIZE), PERCENT(PANEL_NOTE), 'l', 0, 0, false,
                          INK_AUTO},
    [STYLE_IMPRINT] = {"版记", FACE_BODY, HALF_POINTS(SIZE_4), PERCENT(IMPRINT_LEADING), 'l', 0, 0, false, INK_AUTO},
    [STYLE_HEADER] = {"header", FACE_HEI, HALF_POINTS(SIZE_4), 130, 'r', 0, 0, false, INK_RED},
    [STYLE_FOOTER] = {"footer", FACE_NUMBER, HALF_POINTS(SIZE_4), 100, 'r', 0, 0, false, INK_AUTO},
};

struct writer rtf_writer(const struct document *document, struct buffer *out)
{
    struct body_type type = body_type_for(document->head);
    /* A letter should fill one page; how a word processor breaks it can't be tried here, so it is set closer. */
    if (document->head == HEAD_LETTER)
        type.lines = LETTER_MOST_LINES;
    struct writer writer = {.out = out, .document = document, .width = TWIPS(TYPE_WIDTH_MM), .previous = -1};
    writer.type = type;
    writer.size = HALF_POINTS(type.size);
    /* Word gives the first line a whole pitch too, and each character of a line its tracking. */
    writer.pitch = TWIPS(TYPE_HEIGHT_MM) / type.lines;
    writer.tracking = TWIPS(TYPE_WIDTH_MM) / type.characters - writer.size * 10;
    return writer;
}

int rtf_cell(const struct writer *writer)
{
    return writer->size * 10 + writer->tracking;
}

/* ---- paragraphs ---- */

static int size_of(const struct writer *writer, enum style style)
{
    int size = styles[style].size;
    if (size == SIZE_OF_NOTE)
        return HALF_POINTS(writer->type.small);
    if (size == SIZE_OF_TABLE_TITLE)
        return HALF_POINTS(writer->type.caption);
    return size == SIZE_OF_BODY ? writer->size : size;
}

/* Exactly so much, or a fallback font with tall lines would strew the page apart. */
void rtf_size(struct writer *writer, int half_points, int leading)
{
    buffer_format(writer->out, "\\fs%d\\sl-%d\\slmult0", half_points, half_points * leading / 10);
}

static void add_properties(struct writer *writer, enum style style)
{
    const struct style_row *row = &styles[style];
    struct buffer *out = writer->out;
    int size = size_of(writer, style), cell = size * 10;
    buffer_format(out, "\\s%d", (int)style);
    if (row->outline)
        buffer_format(out, "\\outlinelevel%d", row->outline - 1);
    buffer_format(out, "\\q%c\\widctlpar%s", row->align, row->keep ? "\\keepn" : "");
    if (row->leading)
        rtf_size(writer, size, row->leading);
    else
        buffer_format(out, "\\fs%d\\sl-%d\\slmult0", size, writer->pitch);
    /* Said also where it is none: what is based on Normal would else have Normal's. */
    int tracking = row->size == SIZE_OF_BODY ? writer->tracking : 0;
    if (row->size == SIZE_OF_BODY)
        cell = rtf_cell(writer);
    buffer_format(out, "\\expnd%d\\expndtw%d", tracking / 5, tracking);
    /* \cufi, in 1/100 of a character, is what Word and WPS go by; others know twips alone. */
    if (row->first)
        buffer_format(out, "\\fi%d\\cufi%d", row->first * cell, row->first * 100);
    if (row->ink != INK_AUTO)
        buffer_format(out, "\\cf%d", (int)row->ink);
    rtf_face(out, row->face);
    buffer_add(out, "\\lang1033\\langfe2052");
}

void rtf_paragraph(struct writer *writer, enum style style)
{
    buffer_add(writer->out, "\\pard\\plain");
    add_properties(writer, style);
    writer->previous = (int)style;
}

void rtf_text_in(struct writer *writer, enum face face, const char *text, size_t length)
{
    rtf_run(writer->out, face, text, length);
}

void rtf_text(struct writer *writer, const char *text)
{
    rtf_text_in(writer, styles[writer->previous].face, text, strlen(text));
}

void rtf_end(struct writer *writer)
{
    buffer_add(writer->out, "\\par\n");
}

void rtf_line_end(struct writer *writer, const char *text)
{
    rtf_text(writer, text);
    rtf_end(writer);
}

void rtf_line(struct writer *writer, enum style style, const char *text)
{
    rtf_paragraph(writer, style);
    rtf_line_end(writer, text);
}

/* ---- before the first paragraph ---- */

/* By enum ink; the first is the reader's own. */
static void add_colours(struct buffer *out)
{
    const struct colour *const colours[] = {&colour_red, &panel_tones[TONE_GOOD].colour, &panel_tones[TONE_BAD].colour,
                                            &panel_tones[TONE_WAITING].colour, &panel_tones[TONE_MUTED].colour};
    buffer_add(out, "{\\colortbl;");
    for (size_t i = 0; i < sizeof colours / sizeof *colours; i++)
        buffer_format(out, "\\red%d\\green%d\\blue%d;", colours[i]->red, colours[i]->green, colours[i]->blue);
    buffer_add(out, "}\n");
}

static void add_styles(struct writer *writer)
{
    struct buffer *out = writer->out;
    buffer_add(out, "{\\stylesheet\n");
    for (int style = 0; style < STYLE_COUNT; style++) {
        buffer_add(out, "{");
        add_properties(writer, (enum style)style);
        if (style != STYLE_NORMAL)
            buffer_format(out, "\\sbasedon%d", STYLE_NORMAL);
        buffer_format(out, "\\snext%d ", styles[style].outline ? STYLE_BODY : style);
        rtf_plain(out, styles[style].name);
        buffer_add(out, ";}\n");
    }
    buffer_add(out, "}\n");
}

static void add_property(struct buffer *out, const char *name, const char *text)
{
    if (!text || !*text)
        return;
    buffer_format(out, "{\\%s ", name);
    rtf_plain(out, text);
    buffer_add(out, "}");
}

/* No clock: a file is as old as the document says. */
static void add_info(struct writer *writer)
{
    const struct document *document = writer->document;
    struct buffer *out = writer->out;
    buffer_add(out, "{\\info");
    add_property(out, "title", document->title);
    add_property(out, "subject", document->subject);
    add_property(out, "author", document->author);
    add_property(out, "keywords", document->keywords);
    buffer_format(out, "{\\creatim\\yr%d\\mo%d\\dy%d\\hr0\\min0}}\n", document->issued.year, document->issued.month,
                  document->issued.day);
}

void rtf_prologue(struct writer *writer)
{
    struct buffer *out = writer->out;
    buffer_add(out, "{\\rtf1\\ansi\\ansicpg936\\uc1\\deff0\\stshfdbch1\\stshfloch0\\stshfhich0\\stshfbi0"
                    "\\deflang1033\\deflangfe2052\n");
    rtf_fonts(out);
    add_colours(out);
    add_styles(writer);
    add_info(writer);
}
