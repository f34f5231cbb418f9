/* SPDX-License-Identifier: MIT */
/* Sparklines. Coordinates are counted in tenths of a pixel by exact numbers: a double would print differently under
 * another locale. */
#include "render/html/element.h"
#include "render/printed.h"

#include <stdlib.h>

enum { WIDTH = 640, HEIGHT = 180, MARGIN = 25 };

struct scale {
    struct arena *arena;
    const struct number *least, *range; /* range > 0 */
};

/* Bars stand on zero; a line takes the room it has. */
static struct scale scale_of(struct arena *arena, const struct review_spark *spark)
{
    const struct number *zero = number_integer(arena, 0);
    const struct number *least = spark->bars ? zero : NULL, *most = least;
    for (size_t i = 0; i < spark->count; i++) {
        const struct number *figure = printed_exact(arena, &spark->values[i]);
        if (figure && (!least || number_compare(figure, least) < 0))
            least = figure;
        if (figure && (!most || number_compare(figure, most) > 0))
            most = figure;
    }
    if (!least)
        least = most = zero;
    const struct number *range = number_subtract(arena, most, least);
    if (number_sign(range) == 0) { /* all the same: in the middle */
        range = number_integer(arena, 2);
        least = number_subtract(arena, least, number_integer(arena, 1));
    }
    return (struct scale){arena, least, range};
}

static int height_of(const struct scale *scale, const struct number *figure)
{
    const struct number *part =
        number_divide(scale->arena, number_subtract(scale->arena, figure, scale->least), scale->range);
    const struct number *tenths =
        number_multiply(scale->arena, part, number_integer(scale->arena, HEIGHT - 2 * MARGIN));
    return HEIGHT - MARGIN - atoi(number_text(scale->arena, tenths, 0, ROUND_HALF_UP));
}

static int across(const struct review_spark *spark, size_t i)
{
    int steps = spark->count > 1 ? (int)spark->count - 1 : 1;
    return MARGIN + (WIDTH - 2 * MARGIN) * (int)i / steps;
}

static void tenths(struct buffer *out, int value)
{
    buffer_format(out, "%d.%d", value / 10, value % 10);
}

static void point(struct buffer *out, char command, int x, int y)
{
    buffer_add_n(out, &command, 1);
    tenths(out, x);
    buffer_add(out, " ");
    tenths(out, y);
}

/* A hole breaks the line; what stands alone between two holes is a dot, by its round ends. */
static void draw_line(struct buffer *out, const struct review_spark *spark, const struct scale *scale)
{
    int last_x = 0, last_y = 0;
    bool drawing = false;
    buffer_add(out, "<path d=\"");
    for (size_t i = 0; i < spark->count; i++) {
        const struct number *figure = printed_exact(scale->arena, &spark->values[i]);
        if (figure) {
            last_x = across(spark, i);
            last_y = height_of(scale, figure);
            point(out, drawing ? 'L' : 'M', last_x, last_y);
            if (!drawing)
                buffer_add(out, "h0");
        }
        drawing = figure != NULL;
    }
    buffer_add(out, "\"/><circle cx=\"");
    tenths(out, last_x);
    buffer_add(out, "\" cy=\"");
    tenths(out, last_y);
    buffer_add(out, "\" r=\"2.2\"/>");
}

static void draw_bars(struct buffer *out, const struct review_spark *spark, const struct scale *scale)
{
    int slot = (WIDTH - 2 * MARGIN) / (int)spark->count, zero = height_of(scale, number_integer(scale->arena, 0));
    buffer_add(out, "<path class=\"bars\" d=\"");
    for (size_t i = 0; i < spark->count; i++) {
        const struct number *figure = printed_exact(scale->arena, &spark->values[i]);
        if (!figure)
            continue;
        int left = MARGIN + slot * (int)i, top = height_of(scale, figure);
        point(out, 'M', left, zero);
        buffer_add(out, "V");
        tenths(out, top);
        buffer_add(out, "h");
        tenths(out, slot * 7 / 10);
        buffer_add(out, "V");
        tenths(out, zero);
        buffer_add(out, "z");
    }
    buffer_add(out, "\"/>");
}

void html_spark(struct buffer *out, const struct review_spark *spark)
{
    if (!spark->count)
        return;
    struct scale scale = scale_of(out->arena, spark);
    html_wrap(out, "<svg class=\"spark\" role=\"img\" viewBox=\"0 0 64 18\" width=\"64\" height=\"18\"><title>",
              spark->alt, "</title>");
    if (spark->bars)
        draw_bars(out, spark, &scale);
    else
        draw_line(out, spark, &scale);
    buffer_add(out, "</svg>");
}
