/* SPDX-License-Identifier: MIT */
#include "render/page/chart_bars.h"

#include "render/printed.h"

#include <math.h>

#define ROW 16.0
#define BAR 9.0
#define HEADER 15.0 /* for the names of the tick and of the reference line */
#define FOOT 4.0
#define GAP 4.0
#define WIDEST_LABEL 0.3 /* of the chart's width */

/* Where a figure stands on the paper. */
struct scale {
    double low, high;   /* figures at the ends */
    double left, right; /* pt */
};

struct bars {
    struct layout *layout;
    const struct chart *chart;
    struct scale scale;
    double axis;   /* pt: where 0 is */
    double names;  /* pt: right edge of the labels */
    double ticks;  /* pt: left edge of the column with the ticks' figures */
    double top;    /* of the first row */
    double bottom; /* of the last */
};

double bars_height(size_t bars)
{
    return HEADER + (double)bars * ROW + FOOT;
}

size_t bars_that_fit(double height)
{
    double rows = (height - HEADER - FOOT) / ROW;
    return rows < 1 ? 1 : (size_t)rows;
}

static double at(const struct scale *scale, double figure)
{
    return scale->left + (figure - scale->low) / (scale->high - scale->low) * (scale->right - scale->left);
}

static void widen(struct scale *scale, const struct cell *cell)
{
    double figure;
    if (!printed_value(cell, &figure))
        return;
    scale->low = fmin(scale->low, figure);
    scale->high = fmax(scale->high, figure);
}

/* All parts of a chart share one scale, so all its bars count. */
static struct scale find_scale(const struct chart *chart)
{
    struct scale scale = {.high = chart->kind == CHART_PROGRESS ? 100 : 0};
    for (size_t i = 0; i < chart->bar_count; i++) {
        widen(&scale, &chart->bars[i].value);
        widen(&scale, &chart->bars[i].target);
    }
    widen(&scale, &chart->reference);
    if (scale.high <= scale.low)
        scale.high = scale.low + 1;
    return scale;
}

static const char *tick_name(const struct chart *chart)
{
    return chart->target_label && chart->target_label[0] ? chart->target_label : "目标";
}

static double widest(struct layout *layout, const struct chart *chart, bool targets, bool negative_only)
{
    double width = 0, figure;
    for (size_t i = 0; i < chart->bar_count; i++) {
        const struct cell *cell = targets ? &chart->bars[i].target : &chart->bars[i].value;
        if (negative_only && (!printed_value(cell, &figure) || figure >= 0))
            continue;
        width = fmax(width, chart_text(layout, FONT_SONG, cell->text).width);
    }
    return width;
}

static bool has_ticks(const struct chart *chart)
{
    for (size_t i = 0; i < chart->bar_count; i++)
        if (chart->bars[i].target.kind == CELL_NUMBER)
            return true;
    return false;
}

/* Divides the width: labels | bars with room for their figures | the ticks' figures. */
static void arrange(struct bars *b)
{
    struct layout *layout = b->layout;
    double labels = 0, ticks = 0, right = layout->left + layout->width;
    for (size_t i = 0; i < b->chart->bar_count; i++)
        labels = fmax(labels, chart_text(layout, FONT_HEI, b->chart->bars[i].label).width);
    labels = fmin(labels, WIDEST_LABEL * layout->width);
    if (has_ticks(b->chart))
        ticks = fmax(widest(layout, b->chart, true, false),
                     chart_text(layout, FONT_SONG, tick_name(b->chart)).width + 2 * GAP) +
                2 * GAP;
    b->ticks = right - ticks;
    b->scale = find_scale(b->chart);
    b->names = layout->left + labels + GAP;
    b->scale.left = b->names + GAP;
    if (b->scale.low < 0)
        b->scale.left += widest(layout, b->chart, false, true) + GAP;
    b->scale.right = b->ticks - widest(layout, b->chart, false, false) - 3 * GAP;
    b->axis = at(&b->scale, 0);
}

/* The name at the left, made smaller where it would not fit. */
static void draw_name(const struct bars *b, const struct chart_bar *bar, double middle)
{
    enum font_role face = bar->own ? FONT_HEI : FONT_SONG;
    struct line name = chart_text(b->layout, face, bar->label);
    double room = WIDEST_LABEL * b->layout->width;
    if (name.width > room)
        name = layout_line(b->layout, face, CHART_TEXT * room / name.width, bar->label);
    chart_label(b->layout, &name, b->names, middle, ALIGN_RIGHT, colour_black);
}

static void draw_tick(const struct bars *b, double x, double middle)
{
    double half = ROW * 0.42;
    layout_rule(b->layout, x, middle - half, x, middle + half, (struct stroke){3.4, 0, colour_white});
    layout_rule(b->layout, x, middle - half, x, middle + half, (struct stroke){1.8, 0, colour_black});
}

/* Moves a text's left edge beyond a line at x that would run through it. */
static double clear_of(double left, double width, double x, bool negative)
{
    if (x <= left - GAP || x >= left + width + GAP)
        return left;
    return negative ? x - GAP - width : x + GAP;
}

/* The figure beyond the bar's end, and beyond the tick and the dashed line where these would run through it. */
static void draw_value(const struct bars *b, const struct chart_bar *bar, double end, bool ticked, double tick,
                       double middle)
{
    bool negative = end < b->axis - 0.01, figure = bar->value.kind == CELL_NUMBER;
    struct line text = chart_text(b->layout, bar->own ? FONT_HEI : FONT_SONG, bar->value.text);
    double left = negative ? end - GAP - text.width : end + GAP, reference;
    bool dashed = printed_value(&b->chart->reference, &reference);
    /* Twice: what is clear of the second line may have come to stand on the first. */
    for (int pass = 0; pass < 2; pass++) {
        left = ticked ? clear_of(left, text.width, tick, negative) : left;
        left = dashed ? clear_of(left, text.width, at(&b->scale, reference), negative) : left;
    }
    layout_fill(b->layout, (struct box){left - 1, middle - BAR / 2, text.width + 2, BAR}, colour_white);
    chart_label(b->layout, &text, left, middle, ALIGN_LEFT, figure ? colour_black : colour_grey);
}

static void draw_bar(const struct bars *b, const struct chart_bar *bar, double middle)
{
    double value, top = middle - BAR / 2;
    draw_name(b, bar, middle);
    if (!printed_value(&bar->value, &value))
        return;
    double end = at(&b->scale, value);
    if (b->chart->kind == CHART_PROGRESS)
        layout_fill(b->layout, (struct box){b->axis, top, at(&b->scale, 100) - b->axis, BAR}, chart_track);
    layout_fill(b->layout, (struct box){fmin(end, b->axis), top, fabs(end - b->axis), BAR},
                bar->own ? chart_own : chart_other);
}

/* The figure and the tick, above bars and reference line. */
static void draw_figures(const struct bars *b, const struct chart_bar *bar, double middle)
{
    double value, target, end = b->axis, tick = 0;
    bool ticked = printed_value(&bar->target, &target);
    if (printed_value(&bar->value, &value))
        end = at(&b->scale, value);
    if (ticked)
        tick = at(&b->scale, target);
    draw_value(b, bar, end, ticked, tick, middle);
    if (!ticked)
        return;
    draw_tick(b, tick, middle);
    struct line text = chart_text(b->layout, FONT_SONG, bar->target.text);
    chart_label(b->layout, &text, b->layout->left + b->layout->width, middle, ALIGN_RIGHT, colour_black);
}

/* The dashed line's name above it, kept inside the bars' part of the chart. */
static void draw_reference(const struct bars *b, double header)
{
    double figure;
    if (!printed_value(&b->chart->reference, &figure))
        return;
    double x = at(&b->scale, figure);
    layout_rule(b->layout, x, b->top - 2, x, b->bottom, (struct stroke){0.9, 3, colour_black});
    const char *label = b->chart->reference_label ? b->chart->reference_label : "";
    struct line text =
        chart_text(b->layout, FONT_SONG,
                   arena_format(b->layout->arena, "%s%s%s", label, label[0] ? " " : "", b->chart->reference.text));
    double left = fmin(x - text.width / 2, b->ticks - GAP - text.width);
    chart_label(b->layout, &text, fmax(left, b->layout->left), header, ALIGN_LEFT, colour_black);
}

void bars_draw(struct layout *layout, const struct chart_part *part, double y)
{
    struct bars b = {.layout = layout, .chart = part->chart};
    double header = y + HEADER / 2 - 1, right = layout->left + layout->width;
    arrange(&b);
    b.top = y + HEADER;
    b.bottom = b.top + (double)(part->to - part->from) * ROW;
    if (has_ticks(b.chart)) {
        struct line name = chart_text(layout, FONT_SONG, tick_name(b.chart));
        chart_label(layout, &name, right, header, ALIGN_RIGHT, colour_black);
        double tick = right - name.width - GAP;
        layout_rule(layout, tick, header - 4, tick, header + 4, (struct stroke){1.8, 0, colour_black});
    }
    for (size_t i = part->from; i < part->to; i++)
        draw_bar(&b, &b.chart->bars[i], b.top + ((double)(i - part->from) + 0.5) * ROW);
    layout_rule(layout, b.axis, b.top, b.axis, b.bottom, (struct stroke){0.8, 0, colour_black});
    draw_reference(&b, header);
    for (size_t i = part->from; i < part->to; i++)
        draw_figures(&b, &b.chart->bars[i], b.top + ((double)(i - part->from) + 0.5) * ROW);
}
