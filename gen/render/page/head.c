/* SPDX-License-Identifier: MIT */
#include "render/page/head.h"

#include "base/message.h"
#include "render/page/letter_head.h"
#include "render/page/mark.h"
#include "render/page/paragraph.h"
#include "render/page/title.h"
#include "render/texts.h"

#include <math.h>

/* ---- the red head ---- */

/* Space that stays at the top of a page, unlike a blank. */
static void add_fixed(struct layout *layout, double height)
{
    layout_add(layout, (struct item){.height = height, .need = height, .glue = true});
}

static void draw_red_rule(struct layout *layout, const struct item *item, double y)
{
    (void)item;
    layout_rule(layout, layout->left, y, layout->left + layout->width, y,
                (struct stroke){RED_RULE_MM * MM, 0, colour_red});
}

/* A centred line of the head. */
static void add_centred(struct layout *layout, const struct line *line, struct colour colour)
{
    struct item *item = layout_add_line(layout, line, (layout->width - line->width) / 2, line->size);
    item->glue = true;
    item->colour = colour;
}

/* On pre-printed paper the mark and the rule are there already; only their room is kept. */
static void add_red_head(struct layout *layout, const struct mark *mark)
{
    const struct document *document = layout->document;
    bool printed = document->head == HEAD_FULL;
    struct line *number = arena_alloc(layout->arena, sizeof *number);
    *number = layout_line(layout, FONT_BODY, SIZE_3, document->doc_number ? document->doc_number : "");
    add_fixed(layout, MARK_TOP_MM * MM);
    if (printed)
        mark_add(layout, mark);
    else
        add_fixed(layout, mark->height);
    add_fixed(layout, 2 * layout->measure.pitch);
    add_centred(layout, number, colour_black);
    add_fixed(layout, RULE_GAP_MM * MM);
    layout_add(layout, (struct item){
                           .height = 2 * layout->measure.pitch, .glue = true, .draw = printed ? draw_red_rule : NULL});
}

void head_add(struct layout *layout)
{
    switch (layout->document->head) {
    case HEAD_NONE:
    case HEAD_SHEET: /* sheet.c */
        break;
    case HEAD_FULL:
    case HEAD_BLANK:
        add_red_head(layout, mark_shape(layout));
        break;
    case HEAD_LETTER:
        letter_head_add(layout, mark_shape(layout));
        break;
    }
    title_add(layout, layout->document->title, SIZE_2, blank_line(layout));
}

/* ---- 署名 and 成文日期 ---- */

static struct line *body_line(struct layout *layout, const char *utf8)
{
    const struct measure *m = &layout->measure;
    struct text text = layout_shape(layout, FONT_BODY, utf8);
    struct line_style style = {.size = m->size, .tracking = m->tracking, .width = INFINITY};
    size_t count;
    struct line *line = arena_alloc(layout->arena, sizeof *line);
    *line = *text_lines(layout->arena, &text, &style, &count);
    return line;
}

/* On one line where that leaves the two characters at each side that 7.3.5 wants at the right; else on two or more of
 * about equal length. */
static const struct line *signer_lines(struct layout *layout, size_t *count)
{
    const struct measure *m = &layout->measure;
    double cell = m->size + m->tracking;
    struct text text = layout_shape(layout, FONT_BODY, layout->document->signer);
    /* What is balanced is measured without tracking. */
    double share = m->size / cell;
    struct line_style style = {
        .size = m->size, .tracking = m->tracking, .width = (layout->width - 4 * cell) * fmin(1, share)};
    return text_balance(layout->arena, &text, &style, count);
}

static void add_signature_line(struct layout *layout, const struct line *line, double x)
{
    struct item *item = layout_add_line(layout, line, x, layout->measure.pitch);
    item->glue = item->snap = true;
}

void signer_add(struct layout *layout)
{
    const struct document *document = layout->document;
    const struct measure *m = &layout->measure;
    if (!document->signer)
        return;
    size_t count;
    const struct line *signer = signer_lines(layout, &count);
    const struct line *date = body_line(layout, document->date_text ? document->date_text : "");
    double width = widest_line(signer, count);
    struct signature at =
        signature_place(document->seal_room, layout->width, m->size + m->tracking, width, date->width);
    /* The seal, 42 mm across, presses signer and date and reaches up to within a line of the text. */
    layout_space(layout, (document->seal_room ? 2 : 1) * m->pitch, true);
    for (size_t i = 0; i < count; i++)
        add_signature_line(layout, &signer[i], at.signer + (width - signer[i].width) / 2);
    add_signature_line(layout, date, at.date);
    if (document->seal_room)
        layout_space(layout, m->pitch, true);
}

/* ---- 版记 ---- */

#define IMPRINT_LINE (SIZE_4 * IMPRINT_LEADING)

struct imprint {
    const struct line *copies; /* 抄送 */
    size_t copy_count;
    const struct line *printer; /* 印发机关, beside the date, which stands on its last line */
    size_t printer_count;
    struct line date;
    double height;
};

static void shape_copies(struct layout *layout, struct imprint *imprint)
{
    const char *copies = imprint_copies(layout->arena, layout->document);
    if (!copies[0])
        return;
    struct text text = layout_shape(layout, FONT_BODY, copies);
    struct line_style style = {
        .size = SIZE_4, .width = layout->width - 2 * SIZE_4, .hang = 3 * SIZE_4, .justify = true};
    imprint->copies = text_lines(layout->arena, &text, &style, &imprint->copy_count);
}

static void draw_imprint_lines(struct layout *layout, const struct line *lines, size_t count, double y)
{
    for (size_t i = 0; i < count; i++)
        layout_draw_line(layout, &lines[i], layout->left + SIZE_4, y + (double)i * IMPRINT_LINE, colour_black);
}

/* Its last rule lies on the type area's bottom, wherever the text above ends. */
static void draw_imprint(struct layout *layout, const struct item *item, double y)
{
    const struct imprint *imprint = item->data;
    const struct stroke thick = {IMPRINT_THICK_MM * MM, 0, colour_black},
                        thin = {IMPRINT_THIN_MM * MM, 0, colour_black};
    double left = layout->left, right = left + layout->width, inset = (IMPRINT_LINE - SIZE_4) / 2;
    y = layout->top + layout->height - imprint->height;
    layout_rule(layout, left, y, right, y, thick);
    draw_imprint_lines(layout, imprint->copies, imprint->copy_count, y + inset);
    y += (double)imprint->copy_count * IMPRINT_LINE;
    if (imprint->copy_count)
        layout_rule(layout, left, y, right, y, thin);
    draw_imprint_lines(layout, imprint->printer, imprint->printer_count, y + inset);
    y += (double)(imprint->printer_count - 1) * IMPRINT_LINE;
    layout_draw_line(layout, &imprint->date, right - SIZE_4 - imprint->date.width, y + inset, colour_black);
    y += IMPRINT_LINE;
    layout_rule(layout, left, y, right, y, thick);
}

/* A letter's has neither rules nor printer; its last line stands on the type area's bottom. */
static void draw_letter_imprint(struct layout *layout, const struct item *item, double y)
{
    const struct imprint *imprint = item->data;
    (void)y;
    draw_imprint_lines(layout, imprint->copies, imprint->copy_count, layout->top + layout->height - imprint->height);
}

bool imprint_wanted(const struct document *document)
{
    if (document->head == HEAD_LETTER)
        return document->copy_to && document->copy_to[0];
    return document->printer != NULL;
}

static void shape_printer(struct layout *layout, struct imprint *imprint)
{
    const struct document *document = layout->document;
    imprint->date = layout_line(layout, FONT_BODY, SIZE_4, imprint_date(layout->arena, document));
    struct text text = layout_shape(layout, FONT_BODY, document->printer);
    struct line_style style = {.size = SIZE_4, .width = layout->width - 4 * SIZE_4 - imprint->date.width};
    imprint->printer = text_balance(layout->arena, &text, &style, &imprint->printer_count);
}

void imprint_add(struct layout *layout)
{
    if (!imprint_wanted(layout->document))
        return;
    layout->place = _("版记");
    bool letter = layout->document->head == HEAD_LETTER;
    struct imprint *imprint = arena_alloc(layout->arena, sizeof *imprint);
    shape_copies(layout, imprint);
    imprint->height = (double)imprint->copy_count * IMPRINT_LINE;
    if (letter) {
        imprint->height -= IMPRINT_LINE - SIZE_4;
    } else {
        shape_printer(layout, imprint);
        imprint->height += (double)imprint->printer_count * IMPRINT_LINE;
    }
    layout_space(layout, (letter ? 0.5 : 1) * layout->measure.pitch, true);
    layout_add(layout, (struct item){.height = imprint->height,
                                     .need = imprint->height,
                                     .glue = true,
                                     .draw = letter ? draw_letter_imprint : draw_imprint,
                                     .data = imprint});
}

/* ---- page numbers and the banner ---- */

/* 7.5: 4号半角宋体, a dash on each side; one character in from the right on odd pages, from the left on even ones. */
static void draw_number(struct layout *layout)
{
    size_t number = layout->page;
    if ((number == 1 && layout->document->head == HEAD_LETTER) || layout->document->head == HEAD_SHEET)
        return; /* 10.1; a page of its own has none */
    struct line line = layout_line(layout, FONT_SONG, SIZE_4, arena_format(layout->arena, "— %zu —", number));
    if (!line.count)
        return;
    double x = number % 2 ? TYPE_LEFT + TYPE_WIDTH - SIZE_4 - line.width : TYPE_LEFT + SIZE_4;
    double dash_top = fonts_ink_top(layout->fonts, &line.glyphs[0].font) * SIZE_4 / 1000;
    layout_draw_on_baseline(layout, &line, x, TYPE_TOP + TYPE_HEIGHT + NUMBER_GAP_MM * MM + dash_top, colour_black);
}

/* The same on a sheet that has nothing red. */
static void draw_sheet_banner(struct layout *layout, const char *banner)
{
    const double top = 24 * MM, pad = 5, thickness = 0.25 * MM;
    struct line line = layout_line(layout, FONT_KAI, SIZE_SMALL_5, banner);
    double x = TYPE_LEFT + TYPE_WIDTH - pad - line.width;
    layout_frame(layout, (struct box){x - pad, top, line.width + 2 * pad, SIZE_SMALL_5 + 2 * pad - 2}, thickness,
                 colour_black);
    layout_draw_line(layout, &line, x, top + pad - 1, colour_black);
}

/* In the top margin, so that it is in nobody's way and on every page. */
static void draw_banner(struct layout *layout)
{
    const char *banner = layout->document->banner;
    if (!banner || !banner[0])
        return;
    if (layout->document->head == HEAD_SHEET) {
        draw_sheet_banner(layout, banner);
        return;
    }
    /* A letter's mark stands higher than any text. */
    double size = SIZE_4, top = (layout->document->head == HEAD_LETTER ? 16 : BANNER_TOP_MM) * MM, pad = 5;
    struct line line = layout_line(layout, FONT_HEI, size, banner);
    if (line.width > TYPE_WIDTH - 2 * pad) {
        size *= (TYPE_WIDTH - 2 * pad) / line.width;
        line = layout_line(layout, FONT_HEI, size, banner);
    }
    double x = TYPE_LEFT + TYPE_WIDTH - pad - line.width;
    layout_frame(layout, (struct box){x - pad, top, line.width + 2 * pad, size + 2 * pad - 2}, 0.8, colour_red);
    layout_draw_line(layout, &line, x, top + pad - 1, colour_red);
}

void page_marks_draw(struct layout *layout)
{
    draw_banner(layout);
    draw_number(layout);
}
