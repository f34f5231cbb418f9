/* SPDX-License-Identifier: MIT */
#include "render/page/mark.h"

#include "render/page/title.h"

#include <math.h>

/* 7.2.4 only asks for 醒目、美观、庄重; that a title below it is no larger goes without saying. */
static double size_for(double width, double em)
{
    double natural = em > 0 ? width / em : MARK_LARGEST;
    return fmin(MARK_LARGEST, fmax(natural, fmin(MARK_USUAL, natural / MARK_NARROW)));
}

/* Narrows a line that is wider than `width`. */
static void narrow(struct line *line, double width)
{
    if (line->width <= width)
        return;
    line->narrow = width / line->width;
    line->width = width;
}

/* On two lines of about equal length. */
static struct line *divide(struct layout *layout, const struct text *text, double width, size_t *count)
{
    double em = (double)text->natural / 1000, size = size_for(width, em / 2);
    /* Half the text and a word. */
    struct line_style style = {.size = size, .width = fmin(width / MARK_NARROW, size * em * 0.75)};
    const struct line *lines = text_balance(layout->arena, text, &style, count);
    return arena_copy(layout->arena, lines, *count * sizeof *lines);
}

const struct mark *mark_shape(struct layout *layout)
{
    const char *utf8 = layout->document->issuer_mark ? layout->document->issuer_mark : "";
    struct text text = layout_shape(layout, FONT_TITLE, utf8);
    double width = layout->width * MARK_WIDTH, em = (double)text.natural / 1000, size = size_for(width, em);
    struct mark *mark = arena_alloc(layout->arena, sizeof *mark);
    struct line *lines;
    if (size >= MARK_LEAST) {
        struct line_style style = {.size = size, .width = INFINITY};
        lines = arena_copy(layout->arena, text_lines(layout->arena, &text, &style, &mark->count), sizeof *lines);
    } else {
        lines = divide(layout, &text, width, &mark->count);
    }
    for (size_t i = 0; i < mark->count; i++)
        narrow(&lines[i], width);
    mark->lines = lines;
    mark->height = lines->size * (1 + MARK_LEADING * (double)(mark->count - 1));
    return mark;
}

void mark_draw(struct layout *layout, const struct mark *mark, double x, double y)
{
    for (size_t i = 0; i < mark->count; i++) {
        const struct line *line = &mark->lines[i];
        layout_draw_line(layout, line, x - line->width / 2, y + (double)i * line->size * MARK_LEADING, colour_red);
    }
}

static void draw_item(struct layout *layout, const struct item *item, double y)
{
    mark_draw(layout, item->data, layout->left + layout->width / 2, y);
}

void mark_add(struct layout *layout, const struct mark *mark)
{
    layout_add(
        layout,
        (struct item){.height = mark->height, .need = mark->height, .glue = true, .draw = draw_item, .data = mark});
}
