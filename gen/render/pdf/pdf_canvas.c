/* SPDX-License-Identifier: MIT */
#include "render/pdf/pdf_canvas.h"

#include "render/pdf/pdf_stream.h"

#include <math.h>
#include <unistr.h>

/* A cell further than this from where the pen stands is moved to, in 1/1000 em. */
#define PEN_TOLERANCE 0.5

struct canvas {
    struct arena *arena;
    struct type0_set *fonts;
    struct buffer ops;
    bool turned;
    double left, bottom; /* of the turned sheet's corner, on the page */
    /* What the page's graphics state is known to be, so that it isn't said again. */
    struct colour fill, stroke;
    double stroke_width, dash;
};

static const struct colour black = {0, 0, 0};

struct canvas *canvas_new(struct arena *arena, struct type0_set *fonts)
{
    struct canvas *canvas = arena_alloc(arena, sizeof *canvas);
    *canvas = (struct canvas){.arena = arena, .fonts = fonts, .ops = {.arena = arena}};
    canvas->fill = canvas->stroke = black;
    canvas->stroke_width = 1;
    return canvas;
}

const struct buffer *canvas_finish(struct canvas *canvas)
{
    canvas_turn_back(canvas);
    return &canvas->ops;
}

/* ---- operators ---- */

static void number(struct canvas *canvas, double value)
{
    stream_number(&canvas->ops, value, 2);
    buffer_add_n(&canvas->ops, " ", 1);
}

static void point(struct canvas *canvas, double x, double y)
{
    number(canvas, x);
    number(canvas, canvas->turned ? -y : PAGE_HEIGHT - y);
}

static bool same_colour(struct colour a, struct colour b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static void set_colour(struct canvas *canvas, struct colour *now, struct colour colour, const char *operator)
{
    if (same_colour(*now, colour))
        return;
    *now = colour;
    const unsigned char parts[] = {colour.red, colour.green, colour.blue};
    for (size_t i = 0; i < 3; i++) {
        stream_number(&canvas->ops, parts[i] / 255.0, 3);
        buffer_add_n(&canvas->ops, " ", 1);
    }
    buffer_add(&canvas->ops, operator);
}

static void set_stroke(struct canvas *canvas, double width, double dash, struct colour colour)
{
    set_colour(canvas, &canvas->stroke, colour, "RG\n");
    if (fabs(canvas->stroke_width - width) > 0.001) {
        canvas->stroke_width = width;
        number(canvas, width);
        buffer_add(&canvas->ops, "w\n");
    }
    if (fabs(canvas->dash - dash) > 0.001) {
        canvas->dash = dash;
        buffer_add(&canvas->ops, "[");
        if (dash > 0)
            number(canvas, dash);
        buffer_add(&canvas->ops, "] 0 d\n");
    }
}

void canvas_turn(struct canvas *canvas, double left, double bottom)
{
    canvas->turned = true;
    canvas->left = left;
    canvas->bottom = bottom;
    buffer_add(&canvas->ops, "q 0 1 -1 0 ");
    number(canvas, left);
    number(canvas, PAGE_HEIGHT - bottom);
    buffer_add(&canvas->ops, "cm\n");
}

void canvas_turn_back(struct canvas *canvas)
{
    if (!canvas->turned)
        return;
    canvas->turned = false;
    buffer_add(&canvas->ops, "Q\n");
    /* Q brings back what held at q, which always is the page's beginning. */
    canvas->fill = canvas->stroke = black;
    canvas->stroke_width = 1;
    canvas->dash = 0;
}

void canvas_to_page(const struct canvas *canvas, double x, double y, double *page_x, double *page_y)
{
    *page_x = canvas->turned ? canvas->left + y : x;
    *page_y = canvas->turned ? canvas->bottom - x : y;
}

/* ---- text ---- */

/* Writes glyphs [from, to) of a line, all of one face, as one TJ. Cells stand where the line says: where the face's
 * width and the tracking do not lead there, a number in the TJ does. */
static void text_run(struct canvas *canvas, const struct line *line, size_t from, size_t to)
{
    double pen = line->x[from];
    buffer_add(&canvas->ops, "[<");
    for (size_t i = from; i < to; i++) {
        const struct text_glyph *glyph = &line->glyphs[i];
        double off = (pen - line->x[i]) / line->size * 1000;
        if (fabs(off) > PEN_TOLERANCE) {
            buffer_add(&canvas->ops, ">");
            stream_number(&canvas->ops, off, 0);
            buffer_add(&canvas->ops, "<");
            pen -= round(off) * line->size / 1000;
        }
        stream_hex(&canvas->ops, type0_cid(canvas->fonts, &glyph->font, glyph->character));
        pen += glyph->font.width * line->size / 1000 + line->tracking;
    }
    buffer_add(&canvas->ops, ">]TJ\n");
}

void canvas_text(struct canvas *canvas, const struct line *line, double x, double y, struct colour colour)
{
    if (!line->count)
        return;
    struct buffer *ops = &canvas->ops;
    set_colour(canvas, &canvas->fill, colour, "rg\n");
    buffer_add(ops, "BT ");
    stream_number(ops, line->tracking, 3);
    buffer_add(ops, " Tc\n");
    for (size_t from = 0, to; from < line->count; from = to) {
        enum font_role face = line->glyphs[from].font.face;
        for (to = from + 1; to < line->count && line->glyphs[to].font.face == face;)
            to++;
        buffer_format(ops, "/F%d ", (int)face);
        number(canvas, line->size);
        buffer_add(ops, "Tf 1 0 0 1 ");
        point(canvas, x + line->x[from], y);
        buffer_add(ops, "Tm");
        text_run(canvas, line, from, to);
    }
    buffer_add(ops, "ET\n");
}

/* ---- shapes ---- */

void canvas_path(struct canvas *canvas, const double *points, size_t count, double width, double dash,
                 struct colour colour)
{
    set_stroke(canvas, width, dash, colour);
    for (size_t i = 0; i < count; i++) {
        point(canvas, points[2 * i], points[2 * i + 1]);
        buffer_add(&canvas->ops, i ? "l\n" : "m\n");
    }
    buffer_add(&canvas->ops, "S\n");
}

void canvas_rule(struct canvas *canvas, double x1, double y1, double x2, double y2, double width, double dash,
                 struct colour colour)
{
    canvas_path(canvas, (const double[]){x1, y1, x2, y2}, 2, width, dash, colour);
}

void canvas_polygon(struct canvas *canvas, const double *points, size_t count, struct colour colour)
{
    set_colour(canvas, &canvas->fill, colour, "rg\n");
    for (size_t i = 0; i < count; i++) {
        point(canvas, points[2 * i], points[2 * i + 1]);
        buffer_add(&canvas->ops, i ? "l\n" : "m\n");
    }
    buffer_add(&canvas->ops, "h f\n");
}

static void rectangle(struct canvas *canvas, double x, double y, double width, double height)
{
    point(canvas, x, y + height);
    number(canvas, width);
    number(canvas, height);
    buffer_add(&canvas->ops, "re ");
}

void canvas_fill(struct canvas *canvas, double x, double y, double width, double height, struct colour colour)
{
    set_colour(canvas, &canvas->fill, colour, "rg\n");
    rectangle(canvas, x, y, width, height);
    buffer_add(&canvas->ops, "f\n");
}

void canvas_frame(struct canvas *canvas, double x, double y, double width, double height, double thickness,
                  struct colour colour)
{
    set_stroke(canvas, thickness, 0, colour);
    rectangle(canvas, x, y, width, height);
    buffer_add(&canvas->ops, "S\n");
}

/* ---- figures ---- */

void canvas_figure_begin(struct canvas *canvas, const char *alt)
{
    buffer_add(&canvas->ops, "/Figure <</Alt <FEFF");
    size_t length = u8_strlen((const uint8_t *)alt);
    for (size_t at = 0; at < length;) {
        ucs4_t character;
        uint16_t units[2];
        int step = u8_mbtouc(&character, (const uint8_t *)alt + at, length - at);
        int wrote = u16_uctomb(units, character, 2);
        for (int i = 0; i < wrote; i++)
            stream_hex(&canvas->ops, units[i]);
        at += step > 0 ? (size_t)step : 1;
    }
    buffer_add(&canvas->ops, ">>> BDC\n");
}

void canvas_figure_end(struct canvas *canvas)
{
    buffer_add(&canvas->ops, "EMC\n");
}
