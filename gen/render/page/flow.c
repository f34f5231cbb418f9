/* SPDX-License-Identifier: MIT */
#include "render/page/flow.h"

#include "base/message.h"
#include "render/page/shaping.h"

#include <math.h>
#include <unistr.h>

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
    struct text_source source = {utf8, role, lead, lead_bytes};
    uint32_t missing;
    if (!text_shape(layout->arena, layout->fonts, &source, &text, &missing)) {
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

/* ---- drawing ---- */

/* The glyphs of a line from `from` on that are of one face. */
static struct paper_run run_from(struct layout *layout, const struct line *line, size_t from)
{
    enum font_role face = line->glyphs[from].font.face;
    size_t end = from + 1;
    while (end < line->count && line->glyphs[end].font.face == face)
        end++;
    struct paper_glyph *glyphs = arena_alloc(layout->arena, (end - from) * sizeof *glyphs);
    for (size_t i = from; i < end; i++) {
        const struct text_glyph *glyph = &line->glyphs[i];
        glyphs[i - from] = (struct paper_glyph){line->x[i], glyph->character, glyph->font.glyph, glyph->font.width};
        if (face == FONT_FALLBACK)
            layout->fallback[glyph->character / 8] |= (unsigned char)(1 << glyph->character % 8);
    }
    return (struct paper_run){face, glyphs, end - from};
}

void layout_draw_on_baseline(struct layout *layout, const struct line *line, double x, double y, struct colour colour)
{
    struct paper_run *runs = NULL;
    size_t count = 0;
    for (size_t from = 0; from < line->count; from += runs[count - 1].count)
        ARRAY_ADD(layout->arena, runs, count, run_from(layout, line, from));
    struct paper_text text = {.x = x,
                              .y = y,
                              .size = line->size,
                              .tracking = line->tracking,
                              .narrow = line->narrow,
                              .colour = colour,
                              .runs = runs,
                              .count = count};
    if (count)
        layout->paper->text(layout->file, &text);
}

void layout_draw_line(struct layout *layout, const struct line *line, double x, double y, struct colour colour)
{
    layout_draw_on_baseline(layout, line, x, y + ASCENT * line->size, colour);
}

void layout_path(struct layout *layout, const double *points, size_t count, struct stroke stroke)
{
    layout->paper->path(layout->file, &(struct paper_path){.points = points,
                                                           .count = count,
                                                           .thickness = stroke.thickness,
                                                           .dash = stroke.dash,
                                                           .colour = stroke.colour});
}

void layout_rule(struct layout *layout, double x1, double y1, double x2, double y2, struct stroke stroke)
{
    layout_path(layout, (const double[]){x1, y1, x2, y2}, 2, stroke);
}

void layout_polygon(struct layout *layout, const double *points, size_t count, struct colour colour)
{
    layout->paper->path(layout->file,
                        &(struct paper_path){.points = points, .count = count, .filled = true, .colour = colour});
}

void layout_frame(struct layout *layout, struct box box, double thickness, struct colour colour)
{
    layout->paper->box(layout->file, &box, thickness, colour);
}

void layout_fill(struct layout *layout, struct box box, struct colour colour)
{
    layout->paper->box(layout->file, &box, 0, colour);
}

void layout_to_page(const struct layout *layout, double x, double y, double *page_x, double *page_y)
{
    *page_x = layout->turned ? TURNED_LEFT + y : x;
    *page_y = layout->turned ? TURNED_BOTTOM - x : y;
}

void layout_link(struct layout *layout, const char *section, struct box box)
{
    double x1, y1, x2, y2;
    layout_to_page(layout, box.x, box.y, &x1, &y1);
    layout_to_page(layout, box.x + box.width, box.y + box.height, &x2, &y2);
    struct box area = {fmin(x1, x2), fmin(y1, y2), fabs(x2 - x1), fabs(y2 - y1)};
    layout->paper->link(layout->file, section, &area);
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

static void draw_line_item(struct layout *layout, const struct item *item, double y)
{
    const struct line *line = item->data;
    double left = layout->left + item->x;
    layout_draw_line(layout, line, left, y, item->colour);
    if (item->link && line->count)
        layout_link(layout, item->link, (struct box){left + line->x[0], y, line->width - line->x[0], line->size});
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
