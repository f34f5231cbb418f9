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
    /* What the page's graphics state is known to be, so that it isn't said again. */
    struct colour fill, stroke;
    double stroke_width, dash;
};

struct canvas *canvas_new(struct arena *arena, struct type0_set *fonts)
{
    struct canvas *canvas = arena_alloc(arena, sizeof *canvas);
    *canvas = (struct canvas){.arena = arena, .fonts = fonts, .ops = {.arena = arena}};
    canvas->fill = canvas->stroke = colour_black;
    canvas->stroke_width = 1;
    return canvas;
}

const struct buffer *canvas_finish(struct canvas *canvas)
{
    if (canvas->turned)
        buffer_add(&canvas->ops, "Q\n");
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
    buffer_add(&canvas->ops, "q 0 1 -1 0 ");
    number(canvas, left);
    number(canvas, PAGE_HEIGHT - bottom);
    buffer_add(&canvas->ops, "cm\n");
}

/* ---- text ---- */

/* Writes a run as one TJ. Cells stand where they are told to: where the face's width and the tracking do not lead
 * there, a number in the TJ does. */
static void add_run(struct canvas *canvas, const struct paper_text *text, const struct paper_run *run)
{
    double pen = run->glyphs[0].x;
    buffer_add(&canvas->ops, "[<");
    for (size_t i = 0; i < run->count; i++) {
        const struct paper_glyph *glyph = &run->glyphs[i];
        double off = (pen - glyph->x) / text->size * 1000;
        if (fabs(off) > PEN_TOLERANCE) {
            buffer_add(&canvas->ops, ">");
            stream_number(&canvas->ops, off, 0);
            buffer_add(&canvas->ops, "<");
            pen -= round(off) * text->size / 1000;
        }
        stream_hex(&canvas->ops, type0_cid(canvas->fonts, run->face, glyph));
        pen += glyph->width * text->size / 1000 + text->tracking;
    }
    buffer_add(&canvas->ops, ">]TJ\n");
}

void canvas_text(struct canvas *canvas, const struct paper_text *text)
{
    struct buffer *ops = &canvas->ops;
    set_colour(canvas, &canvas->fill, text->colour, "rg\n");
    buffer_add(ops, "BT ");
    stream_number(ops, text->tracking, 3);
    buffer_add(ops, " Tc\n");
    for (size_t i = 0; i < text->count; i++) {
        const struct paper_run *run = &text->runs[i];
        buffer_format(ops, "/F%d ", (int)run->face);
        number(canvas, text->size);
        buffer_add(ops, "Tf ");
        stream_number(ops, text->narrow, 3);
        buffer_add(ops, " 0 0 1 ");
        point(canvas, text->x + text->narrow * run->glyphs[0].x, text->y);
        buffer_add(ops, "Tm");
        add_run(canvas, text, run);
    }
    buffer_add(ops, "ET\n");
}

/* ---- shapes ---- */

void canvas_path(struct canvas *canvas, const struct paper_path *path)
{
    if (path->filled)
        set_colour(canvas, &canvas->fill, path->colour, "rg\n");
    else
        set_stroke(canvas, path->thickness, path->dash, path->colour);
    for (size_t i = 0; i < path->count; i++) {
        point(canvas, path->points[2 * i], path->points[2 * i + 1]);
        buffer_add(&canvas->ops, i ? "l\n" : "m\n");
    }
    buffer_add(&canvas->ops, path->filled ? "h f\n" : "S\n");
}

void canvas_box(struct canvas *canvas, const struct box *box, double thickness, struct colour colour)
{
    if (thickness > 0)
        set_stroke(canvas, thickness, 0, colour);
    else
        set_colour(canvas, &canvas->fill, colour, "rg\n");
    point(canvas, box->x, box->y + box->height);
    number(canvas, box->width);
    number(canvas, box->height);
    buffer_add(&canvas->ops, thickness > 0 ? "re S\n" : "re f\n");
}

/* ---- figures ---- */

void canvas_figure_begin(struct canvas *canvas, const char *alt)
{
    buffer_add(&canvas->ops, "/Figure <</Alt <FEFF");
    size_t length = u8_strlen((const uint8_t *)alt);
    for (size_t at = 0; at < length;) {
        ucs4_t character;
        int step = u8_mbtouc(&character, (const uint8_t *)alt + at, length - at);
        stream_utf16(&canvas->ops, character);
        at += step > 0 ? (size_t)step : 1;
    }
    buffer_add(&canvas->ops, ">>> BDC\n");
}

void canvas_figure_end(struct canvas *canvas)
{
    buffer_add(&canvas->ops, "EMC\n");
}
