/* SPDX-License-Identifier: MIT */
/* What frames a 公文: pages with their banner and number, the red head, the signature, 版记 (GB/T 9704-2012). */
#include "render/display.h"
#include "render/rtf/rtf_write.h"
#include "render/texts.h"

#include <string.h>

/* How wide a text is in the body's type, twips: Chinese in whole cells, Latin in halves. */
static int width_of(const struct writer *writer, const char *text)
{
    return display_width(text, DISPLAY_CHINESE) * rtf_cell(writer) / 2;
}

/* ---- pages ---- */

/* Upright A4, or turned: then the sheet's binding edge is at the top, where a table's head belongs (7.4). In mm. */
static const struct sheet {
    const char *turned;
    int width, height, left, top, type_width, type_height, header;
} sheets[] = {
    {"", SHEET_WIDTH_MM, SHEET_HEIGHT_MM, TYPE_LEFT_MM, TYPE_TOP_MM, TYPE_WIDTH_MM, TYPE_HEIGHT_MM, BANNER_TOP_MM},
    {"\\lndscpsxn", SHEET_HEIGHT_MM, SHEET_WIDTH_MM, SHEET_HEIGHT_MM - TYPE_TOP_MM - TYPE_HEIGHT_MM, TYPE_LEFT_MM,
     TYPE_HEIGHT_MM, TYPE_WIDTH_MM, BANNER_TOP_MM *TYPE_LEFT_MM / TYPE_TOP_MM},
};

/* 示例数据, 送审稿: boxed in red at the top right of every page. */
static void add_banner(struct writer *writer, const char *side)
{
    const char *banner = writer->document->banner;
    if (!banner || !banner[0])
        return;
    buffer_format(writer->out, "{\\header%s", side);
    rtf_paragraph(writer, STYLE_HEADER);
    buffer_format(writer->out, "\\chbrdr\\brdrs\\brdrw15\\brsp20\\brdrcf%d", INK_RED);
    rtf_line_end(writer, banner);
    buffer_add(writer->out, "}\n");
}

/* 7.5: — 1 —, one character in from the right on odd pages, from the left on even ones. */
static void add_number(struct writer *writer, const char *side, const char *place)
{
    static const char dash[] = "—";
    struct buffer *out = writer->out;
    int in = HALF_POINTS(SIZE_4) * 10;
    buffer_format(out, "{\\footer%s", side);
    rtf_paragraph(writer, STYLE_FOOTER);
    buffer_format(out, "%s\\li%d\\ri%d", place, in, in);
    rtf_text(writer, dash);
    rtf_text(writer, " ");
    buffer_add(out, "{\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}");
    rtf_text(writer, " ");
    rtf_line_end(writer, dash);
    buffer_add(out, "}\n");
}

/* 10.1: the first page of a letter has the lower double rule, thin over thick, in the place of its number. */
static void add_letter_foot(struct writer *writer)
{
    buffer_add(writer->out, "\\titlepg");
    add_banner(writer, "f");
    buffer_add(writer->out, "{\\footerf");
    rtf_paragraph(writer, STYLE_FOOTER);
    buffer_format(writer->out, "\\brdrt\\brdrtnthsg\\brdrw%d\\brdrcf%d", 3 * TWIPS(RED_RULE_MM), INK_RED);
    rtf_line_end(writer, "");
    buffer_add(writer->out, "}\n");
}

void rtf_section(struct writer *writer, bool landscape, bool first)
{
    const struct sheet *sheet = &sheets[landscape];
    struct buffer *out = writer->out;
    int width = TWIPS(sheet->width), left = TWIPS(sheet->left),
        bottom = sheet->height - sheet->top - sheet->type_height;
    writer->landscape = landscape;
    writer->width = TWIPS(sheet->type_width);
    writer->previous = -1;
    /* The page number is a line of 4号, its dash as far below the type area as 7.5 has it. */
    int footer = TWIPS(bottom - NUMBER_GAP_MM) - HALF_POINTS(SIZE_4) * 10;
    if (first)
        buffer_format(out, "\\paperw%d\\paperh%d\\margl%d\\margr%d\\margt%d\\margb%d\\facingp\\viewkind1\n", width,
                      TWIPS(sheet->height), left, width - left - writer->width, TWIPS(sheet->top), TWIPS(bottom));
    else
        buffer_add(out, "\\sect");
    buffer_format(out,
                  "\\sectd\\sbkpage%s\\pgwsxn%d\\pghsxn%d\\marglsxn%d\\margrsxn%d\\margtsxn%d\\margbsxn%d"
                  "\\headery%d\\footery%d\n",
                  sheet->turned, width, TWIPS(sheet->height), left, width - left - writer->width, TWIPS(sheet->top),
                  TWIPS(bottom), TWIPS(sheet->header), footer);
    if (first && writer->document->head == HEAD_LETTER)
        add_letter_foot(writer);
    add_banner(writer, "l");
    add_banner(writer, "r");
    if (writer->document->head != HEAD_SHEET) {
        add_number(writer, "l", "\\ql");
        add_number(writer, "r", "\\qr");
    }
    writer->previous = -1;
}

/* ---- the head ---- */

/* As large as the type area allows, half points. */
static int mark_size(const struct writer *writer, const char *mark)
{
    int columns = display_width(mark, DISPLAY_CHINESE), largest = HALF_POINTS(MARK_LARGEST);
    int fitting = columns ? (int)(writer->width * MARK_WIDTH) / 5 / columns : largest;
    return fitting < largest ? fitting : largest;
}

/* 7.2.4 to 7.2.7. Where the paper has the mark and the rule already only their room is kept. */
static void add_red_head(struct writer *writer, bool printed)
{
    const struct document *document = writer->document;
    struct buffer *out = writer->out;
    const char *mark = document->issuer_mark ? document->issuer_mark : "";
    rtf_paragraph(writer, STYLE_MARK);
    buffer_format(out, "\\sb%d", TWIPS(MARK_TOP_MM));
    rtf_size(writer, mark_size(writer, mark), 120);
    rtf_line_end(writer, printed ? mark : "");
    rtf_paragraph(writer, STYLE_NUMBER);
    buffer_format(out, "\\sb%d", 2 * writer->pitch);
    if (printed)
        buffer_format(out, "\\brdrb\\brdrs\\brdrw%d\\brsp%d\\brdrcf%d", TWIPS(RED_RULE_MM), TWIPS(RULE_GAP_MM),
                      INK_RED);
    else
        buffer_format(out, "\\sa%d", TWIPS(RULE_GAP_MM));
    rtf_line_end(writer, document->doc_number ? document->doc_number : "");
}

/* 10.1: the mark above a red double rule, thick over thin, 发文字号 below it at the right. */
static void add_letter_head(struct writer *writer)
{
    const struct document *document = writer->document;
    const char *mark = document->issuer_mark ? document->issuer_mark : "";
    rtf_paragraph(writer, STYLE_MARK);
    buffer_format(writer->out, "\\sb0\\brdrb\\brdrthtnsg\\brdrw%d\\brsp%d\\brdrcf%d", 3 * TWIPS(RED_RULE_MM),
                  TWIPS(RULE_GAP_MM), INK_RED);
    rtf_size(writer, mark_size(writer, mark), 120);
    rtf_line_end(writer, mark);
    rtf_paragraph(writer, STYLE_NUMBER);
    buffer_format(writer->out, "\\sb%d\\qr", HALF_POINTS(SIZE_3) * 10 * 7 / 8);
    rtf_line_end(writer, document->doc_number ? document->doc_number : "");
}

/* Title, office and date above a rule. */
static void add_masthead(struct writer *writer)
{
    const struct document *document = writer->document;
    rtf_paragraph(writer, STYLE_MASTHEAD);
    buffer_format(writer->out, "\\brdrb\\brdrs\\brdrw%d\\brsp40\\tqr\\tx%d", TWIPS(IMPRINT_THICK_MM), writer->width);
    rtf_text(writer, document->title);
    buffer_add(writer->out, "\\tab ");
    const char *office = arena_format(writer->out->arena, "%s　%s", document->issuer_mark ? document->issuer_mark : "",
                                      document->date_text ? document->date_text : "");
    rtf_size(writer, HALF_POINTS(SIZE_SMALL_5), 130);
    rtf_text_in(writer, FACE_KAI, office, strlen(office));
    rtf_end(writer);
}

void rtf_head(struct writer *writer)
{
    switch (writer->document->head) {
    case HEAD_NONE:
        break;
    case HEAD_BLANK:
        add_red_head(writer, false);
        break;
    case HEAD_FULL:
        add_red_head(writer, true);
        break;
    case HEAD_LETTER:
        add_letter_head(writer);
        break;
    case HEAD_SHEET:
        add_masthead(writer);
        break;
    }
}

/* ---- 署名 and 成文日期 ---- */

/* One of the two lines, its left edge at `at`: set from the right, where the standard measures from. */
static void add_signed(struct writer *writer, const char *text, double at, int above, bool keep)
{
    int right = writer->width - (int)at - width_of(writer, text);
    rtf_paragraph(writer, STYLE_SIGNER);
    buffer_format(writer->out, "\\sb%d\\ri%d%s", above, right > 0 ? right : 0, keep ? "\\keepn" : "");
    rtf_line_end(writer, text);
}

void rtf_signer(struct writer *writer)
{
    const struct document *document = writer->document;
    const char *date = document->date_text ? document->date_text : "";
    struct signature at = signature_place(document->seal_room, writer->width, rtf_cell(writer),
                                          width_of(writer, document->signer), width_of(writer, date));
    add_signed(writer, document->signer, at.signer, (document->seal_room ? 2 : 1) * writer->pitch, true);
    add_signed(writer, date, at.date, 0, false);
}

/* ---- 版记 ---- */

/* A row of cells without sides: rules above and below, `at` the cells' right edges. The table stands at the foot of
 * the page (7.4). */
static void begin_row(struct buffer *out, int above, int below, const int *at, int count)
{
    buffer_add(out, "\\trowd\\tphmrg\\tpvmrg\\tposxl\\tposyb\\trgaph0\\trleft0\\trkeep");
    for (int i = 0; i < count; i++) {
        buffer_format(out, "\\clvertalc\\clbrdrt\\brdrs\\brdrw%d", above);
        if (below)
            buffer_format(out, "\\clbrdrb\\brdrs\\brdrw%d", below);
        buffer_format(out, "\\cellx%d", at[i]);
    }
    buffer_add(out, "\n");
}

static void add_imprint_cell(struct writer *writer, const char *place, const char *text)
{
    rtf_paragraph(writer, STYLE_IMPRINT);
    buffer_format(writer->out, "\\intbl%s", place);
    rtf_text(writer, text);
    buffer_add(writer->out, "\\cell\n");
}

/* Where the printer's cell ends: each text has a character beside it, and half of what is left over, for an office
 * program without the fonts sets both wider; where nothing is, the printer wraps. */
static int imprint_edge(int width, const char *printer, const char *date)
{
    int character = HALF_POINTS(SIZE_4) * 10;
    int dated = (display_width(date, DISPLAY_CHINESE) + 2) * character / 2;
    int rest = width - dated - (display_width(printer, DISPLAY_CHINESE) + 2) * character / 2;
    return width - dated - (rest > 0 ? rest / 2 : 0);
}

/* 10.1: a letter's 版记 is 抄送 alone, without rules. */
static void add_letter_imprint(struct writer *writer)
{
    const char *copies = imprint_copies(writer->out->arena, writer->document);
    int character = HALF_POINTS(SIZE_4) * 10;
    if (!copies[0])
        return;
    rtf_paragraph(writer, STYLE_IMPRINT);
    buffer_format(writer->out, "\\sb%d\\qj\\li%d\\ri%d\\fi-%d", writer->pitch, 4 * character, character, 3 * character);
    rtf_line_end(writer, copies);
}

/* A table, so that 抄送 wraps beside its label and the date stands at the right whatever is changed. */
void rtf_imprint(struct writer *writer)
{
    struct buffer *out = writer->out;
    const struct document *document = writer->document;
    if (document->head == HEAD_LETTER)
        add_letter_imprint(writer);
    if (document->head == HEAD_LETTER || !document->printer)
        return;
    const char *copies = imprint_copies(out->arena, document), *date = imprint_date(out->arena, document);
    int character = HALF_POINTS(SIZE_4) * 10, edges[] = {0, writer->width};
    edges[0] = imprint_edge(writer->width, document->printer, date);
    rtf_line(writer, STYLE_NORMAL, "");
    if (copies[0]) {
        begin_row(out, TWIPS(IMPRINT_THICK_MM), 0, &edges[1], 1);
        /* One character in from both sides; further lines behind 抄送：. */
        add_imprint_cell(writer,
                         arena_format(out->arena, "\\qj\\li%d\\ri%d\\fi-%d", 4 * character, character, 3 * character),
                         copies);
        buffer_add(out, "\\row\n");
    }
    begin_row(out, copies[0] ? TWIPS(IMPRINT_THIN_MM) : TWIPS(IMPRINT_THICK_MM), TWIPS(IMPRINT_THICK_MM), edges, 2);
    add_imprint_cell(writer, arena_format(out->arena, "\\li%d", character), document->printer);
    add_imprint_cell(writer, arena_format(out->arena, "\\qr\\ri%d", character), date);
    buffer_add(out, "\\row\n");
    /* A document doesn't end with a table. */
    rtf_paragraph(writer, STYLE_NORMAL);
    rtf_size(writer, 2, 100);
    rtf_end(writer);
}
