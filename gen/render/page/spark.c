/* SPDX-License-Identifier: MIT */
/* Small courses: no axis, the first and the last value said. */
#include "render/page/sheet.h"
#include "render/printed.h"

#include <math.h>

#define LINE_THICK (0.45 * MM)
#define TARGET_THICK (0.26 * MM)
#define TARGET_DASH 2.4
#define TARGET_LEAST 9.0 /* pt: three dashes */
#define END_DOT (0.85 * MM)
#define LABEL SHEET_SMALLEST
#define GAP 1.5
#define LABEL_GAP 0.3 /* pt above a bar */
#define BAR_SHARE 0.82

struct spark_lines spark_shape(struct layout *layout, const struct spark *spark)
{
    struct spark_lines lines = {0};
    size_t first = 0;
    if (!spark->count)
        return lines;
    while (first + 1 < spark->count && spark->values[first].kind != CELL_NUMBER)
        first++;
    lines.first = layout_line(layout, FONT_SONG, LABEL, sheet_figure(layout->arena, &spark->values[first]));
    lines.last = layout_line(layout, FONT_HEI, LABEL, sheet_figure(layout->arena, &spark->values[spark->count - 1]));
    if (spark->target.kind == CELL_NUMBER)
        lines.target = layout_line(layout, FONT_SONG, LABEL, sheet_figure(layout->arena, &spark->target));
    return lines;
}

/* The values' range, with the target and for bars zero in it. */
static void range_of(const struct spark *spark, double *low, double *high)
{
    double value;
    *low = spark->bars ? 0 : INFINITY;
    *high = spark->bars ? 0 : -INFINITY;
    for (size_t i = 0; i < spark->count; i++)
        if (printed_value(&spark->values[i], &value)) {
            *low = fmin(*low, value);
            *high = fmax(*high, value);
        }
    if (printed_value(&spark->target, &value)) {
        *low = fmin(*low, value);
        *high = fmax(*high, value);
    }
    if (*high <= *low)
        *high = *low + 1;
}

struct plot {
    const struct spark *spark;
    struct box box; /* of the values, labels left aside */
    double low, high;
};

static double height_of(const struct plot *plot, double value)
{
    return plot->box.y + plot->box.height * (plot->high - value) / (plot->high - plot->low);
}

static double place_of(const struct plot *plot, size_t i)
{
    size_t steps = plot->spark->count > 1 ? plot->spark->count - 1 : 1;
    return plot->box.x + plot->box.width * (double)i / (double)steps;
}

/* ---- bars ---- */

/* How high the bars are that reach into x from `left` to `right`. */
static double top_between(const struct plot *plot, double left, double right)
{
    double step = plot->box.width / (double)plot->spark->count, zero = height_of(plot, 0), top = zero, value;
    for (size_t i = 0; i < plot->spark->count; i++) {
        double x = plot->box.x + step * (double)i;
        if (x < right && x + step > left && printed_value(&plot->spark->values[i], &value))
            top = fmin(top, height_of(plot, value));
    }
    return top;
}

static void draw_bars(struct layout *layout, const struct plot *plot, const struct spark_lines *lines)
{
    const struct spark *spark = plot->spark;
    double left = plot->box.x, right = left + plot->box.width, step = plot->box.width / (double)spark->count, value;
    double zero = height_of(plot, 0), last = right - lines->last.width, first = left + lines->first.width;
    for (size_t i = 0; i < spark->count; i++)
        if (printed_value(&spark->values[i], &value)) {
            double y = height_of(plot, value);
            layout_fill(layout, (struct box){left + step * (double)i, fmin(y, zero), step * BAR_SHARE, fabs(zero - y)},
                        i + 1 == spark->count ? sheet_black : sheet_bar);
        }
    layout_rule(layout, left, zero, right, zero, (struct stroke){TARGET_THICK, 0, sheet_black});
    if (spark->values[spark->count - 1].kind == CELL_NUMBER)
        layout_draw_line(layout, &lines->last, last, top_between(plot, last, right) - LABEL - LABEL_GAP, sheet_black);
    if (first + LABEL < last)
        layout_draw_line(layout, &lines->first, left, top_between(plot, left, first) - LABEL - LABEL_GAP, sheet_second);
}

/* ---- a line ---- */

static void draw_course(struct layout *layout, const struct plot *plot)
{
    const struct spark *spark = plot->spark;
    double *points = arena_alloc(layout->arena, 2 * spark->count * sizeof *points), value;
    size_t count = 0;
    for (size_t i = 0; i <= spark->count; i++) {
        if (i < spark->count && printed_value(&spark->values[i], &value)) {
            points[2 * count] = place_of(plot, i);
            points[2 * count++ + 1] = height_of(plot, value);
            continue;
        }
        if (count > 1)
            layout_path(layout, points, count, (struct stroke){LINE_THICK, 0, sheet_black});
        else if (count)
            dot_draw(layout, points[0], points[1], LINE_THICK, sheet_black);
        count = 0;
    }
}

/* Two labels at the right end: apart from each other by their height. */
static void part_labels(double *upper, double *lower, double apart)
{
    double lacks = apart - (*lower - *upper);
    if (lacks > 0) {
        *upper -= lacks / 2;
        *lower += lacks / 2;
    }
}

/* Whether a label at y above the line's beginning would be struck by the line's next piece, or by the target. */
static bool is_struck(const struct plot *plot, size_t first, double y, double width)
{
    const struct spark *spark = plot->spark;
    double value, next, goal;
    if (first + 1 < spark->count && printed_value(&spark->values[first], &value) &&
        printed_value(&spark->values[first + 1], &next)) {
        double from = height_of(plot, value), to = height_of(plot, next);
        if (fmax(from, to) > y + 1 && fmin(from, to) < y + LABEL - 1)
            return true;
    }
    if (!printed_value(&spark->target, &goal) || place_of(plot, spark->target_from) > plot->box.x + width)
        return false;
    return height_of(plot, goal) > y && height_of(plot, goal) < y + LABEL;
}

/* The first value, above the line's beginning, or below where that is struck. */
static void draw_first(struct layout *layout, const struct plot *plot, const struct spark_lines *lines)
{
    const struct spark *spark = plot->spark;
    size_t first = 0;
    double value = 0;
    while (first + 1 < spark->count && !printed_value(&spark->values[first], &value))
        first++;
    double y = height_of(plot, value), lowest = plot->box.y + plot->box.height;
    double above = fmax(y - LABEL - GAP, plot->box.y - LABEL - GAP), below = fmin(y + GAP, lowest);
    bool down = is_struck(plot, first, above, lines->first.width) && !is_struck(plot, first, below, lines->first.width);
    layout_draw_line(layout, &lines->first, place_of(plot, first), down ? below : above, sheet_second);
}

static void draw_line(struct layout *layout, const struct plot *plot, const struct spark_lines *lines)
{
    const struct spark *spark = plot->spark;
    double right = plot->box.x + plot->box.width, value = 0, goal = 0;
    bool ends = printed_value(&spark->values[spark->count - 1], &value), aimed = printed_value(&spark->target, &goal);
    double last = height_of(plot, value), target = height_of(plot, goal), at_last = last, at_target = target;
    /* Of a year that has just begun it would be a point. */
    double from = fmin(place_of(plot, spark->target_from), right - TARGET_LEAST);
    if (aimed)
        layout_rule(layout, from, target, right, target, (struct stroke){TARGET_THICK, TARGET_DASH, sheet_black});
    draw_course(layout, plot);
    if (ends && aimed && target <= last)
        part_labels(&at_target, &at_last, LABEL);
    else if (ends && aimed)
        part_labels(&at_last, &at_target, LABEL);
    if (aimed)
        layout_draw_line(layout, &lines->target, right + 2 * GAP, at_target - LABEL / 2, sheet_second);
    if (ends) {
        dot_draw(layout, right, last, END_DOT, sheet_black);
        layout_draw_line(layout, &lines->last, right + 2 * GAP, at_last - LABEL / 2, sheet_black);
    }
    draw_first(layout, plot, lines);
}

void spark_draw(struct layout *layout, const struct spark *spark, const struct spark_lines *lines, struct box box)
{
    struct plot plot = {.spark = spark, .box = box};
    range_of(spark, &plot.low, &plot.high);
    /* Room for the labels: above, and at a line's right end. */
    plot.box.y += LABEL + GAP;
    plot.box.height -= LABEL + GAP;
    if (!spark->bars) {
        plot.box.height -= LABEL;
        plot.box.width -= fmax(lines->last.width, lines->target.width) + 2 * GAP;
    }
    if (spark->bars)
        draw_bars(layout, &plot, lines);
    else
        draw_line(layout, &plot, lines);
}
