/* SPDX-License-Identifier: MIT */
#include "render/page/chart_bars.h"

#include "render/page/title.h"
#include "render/printed.h"

#include <math.h>

#define ROW 16.0
#define BAR 10.5
#define NAME_LEAST SIZE_6 /* of a name that is too long for a line; then it takes more */
#define NAME_LEADING 1.08
#define HATCH 3.1 /* pt from line to line */
#define HATCH_LINE 1.2
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
    double gaps;   /* pt: left edge of the column with what is lacking */
    double row;    /* pt from bar to bar */
    double top;    /* of the first row */
    double bottom; /* of the last */
};

/* What the reader is to find first. */
static enum font_role bar_face(const struct chart_bar *bar)
{
    return bar->own || bar->state == BAR_BEHIND ? FONT_HEI : FONT_SONG;
}

static bool is_figure(const struct chart_bar *bar)
{
    return bar->value.kind == CELL_NUMBER;
}

/* A name at the size of the rest where one line holds it, else on as many lines as it takes at the least size. */
static const struct line *name_lines(struct layout *layout, const struct chart_bar *bar, size_t *count)
{
    struct text text = layout_shape(layout, bar_face(bar), bar->label ? bar->label : "");
    double room = WIDEST_LABEL * layout->width, natural = (double)text.natural / 1000;
    struct line_style style = {.size = natural * CHART_TEXT <= room ? CHART_TEXT : NAME_LEAST, .width = room};
    return text_balance(layout->arena, &text, &style, count);
}

/* All bars of a chart are as far apart as the one with the longest name asks for. */
static double row_height(struct layout *layout, const struct chart *chart)
{
    size_t most = 1, count;
    for (size_t i = 0; i < chart->bar_count; i++) {
        name_lines(layout, &chart->bars[i], &count);
        most = count > most ? count : most;
    }
    return most < 2 ? ROW : fmax(ROW, (double)most * NAME_LEAST * NAME_LEADING + 1.5);
}

double bars_height(struct layout *layout, const struct chart *chart, size_t bars)
{
    return HEADER + (double)bars * row_height(layout, chart) + FOOT;
}

size_t bars_that_fit(struct layout *layout, const struct chart *chart, double height)
{
    double rows = (height - HEADER - FOOT) / row_height(layout, chart);
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

static double widest_name(struct layout *layout, const struct chart *chart)
{
    double width = 0;
    for (size_t i = 0; i < chart->bar_count; i++) {
        size_t count;
        const struct line *lines = name_lines(layout, &chart->bars[i], &count);
        width = fmax(width, widest_line(lines, count));
    }
    return width;
}

static const char *gap_name(const struct chart *chart)
{
    return chart->gap_label ? chart->gap_label : "";
}

/* 0 when nothing is lacking. */
static double widest_gap(struct layout *layout, const struct chart *chart)
{
    double width = 0;
    for (size_t i = 0; i < chart->bar_count; i++)
        if (chart->bars[i].gap)
            width = fmax(width, chart_text(layout, FONT_HEI, chart->bars[i].gap).width);
    return width > 0 ? fmax(width, chart_text(layout, FONT_SONG, gap_name(chart)).width) : 0;
}

/* Divides the width: labels | bars with room for their figures | the ticks' figures | what is lacking. */
static void arrange(struct bars *b)
{
    struct layout *layout = b->layout;
    double labels = widest_name(layout, b->chart), gaps = widest_gap(layout, b->chart), ticks = 0;
    b->row = row_height(layout, b->chart);
    if (has_ticks(b->chart))
        ticks = fmax(widest(layout, b->chart, true, false),
                     chart_text(layout, FONT_SONG, tick_name(b->chart)).width + 2 * GAP) +
                2 * GAP;
    b->gaps = layout->left + layout->width - (gaps > 0 ? gaps + 2 * GAP : 0);
    b->ticks = b->gaps - ticks;
    b->scale = find_scale(b->chart);
    b->names = layout->left + labels + GAP;
    b->scale.left = b->names + GAP;
    if (b->scale.low < 0)
        b->scale.left += widest(layout, b->chart, false, true) + GAP;
    b->scale.right = b->ticks - widest(layout, b->chart, false, false) - 3 * GAP;
    b->axis = at(&b->scale, 0);
}

static void draw_name(const struct bars *b, const struct chart_bar *bar, double middle)
{
    size_t count;
    const struct line *lines = name_lines(b->layout, bar, &count);
    double pitch = lines->size * NAME_LEADING, first = middle - pitch * (double)(count - 1) / 2;
    for (size_t i = 0; i < count; i++)
        chart_label(b->layout, &lines[i], b->names, first + pitch * (double)i, ALIGN_RIGHT, colour_black);
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

static struct line bar_text(const struct bars *b, const struct chart_bar *bar, const char *text)
{
    return chart_text(b->layout, bar_face(bar), text);
}

/* Text on white, so that no line runs through it. */
static void draw_on_white(const struct bars *b, const struct line *text, double left, double middle,
                          struct colour colour)
{
    double height = BAR - 1.4;
    layout_fill(b->layout, (struct box){left - 1, middle - height / 2, text->width + 2, height}, colour_white);
    chart_label(b->layout, text, left, middle, ALIGN_LEFT, colour);
}

/* The figure beyond the bar's end, and beyond the tick and the dashed line where these would run through it. */
static void draw_beyond(const struct bars *b, const struct line *text, double end, const double *tick, double middle,
                        struct colour colour)
{
    bool negative = end < b->axis - 0.01;
    double left = negative ? end - GAP - text->width : end + GAP, reference;
    bool dashed = printed_value(&b->chart->reference, &reference);
    /* Twice: what is clear of the second line may have come to stand on the first. */
    for (int pass = 0; pass < 2; pass++) {
        left = tick ? clear_of(left, text->width, *tick, negative) : left;
        left = dashed ? clear_of(left, text->width, at(&b->scale, reference), negative) : left;
    }
    draw_on_white(b, text, left, middle, colour);
}

/* Within the bar, at the axis; false where it has no room there. */
static bool draw_within(const struct bars *b, const struct chart_bar *bar, const struct line *text, double end,
                        const double *tick, double middle)
{
    bool negative = end < b->axis - 0.01;
    double left = negative ? b->axis - GAP - text->width : b->axis + GAP, reference;
    if (fabs(end - b->axis) < text->width + 2 * GAP)
        return false;
    if (tick && clear_of(left, text->width, *tick, negative) != left)
        return false;
    if (printed_value(&b->chart->reference, &reference) &&
        clear_of(left, text->width, at(&b->scale, reference), negative) != left)
        return false;
    if (bar->state == BAR_BEHIND)
        draw_on_white(b, text, left, middle, colour_black);
    else
        chart_label(b->layout, text, left, middle, ALIGN_LEFT, colour_black);
    return true;
}

/* Lines at 45° within a box, and its outline. */
static void draw_hatch(const struct bars *b, struct box box)
{
    const struct stroke line = {HATCH_LINE, 0, chart_dark};
    double right = box.x + box.width, bottom = box.y + box.height;
    const double start = box.x - box.height + HATCH / 2;
    for (int i = 0; start + i * HATCH < right; i++) {
        double from = start + i * HATCH;
        double first = fmax(from, box.x), last = fmin(from + box.height, right);
        if (last > first)
            layout_rule(b->layout, first, bottom - (first - from), last, bottom - (last - from), line);
    }
    layout_frame(b->layout, box, 0.6, chart_dark);
}

/* What is not due yet has no length to judge by: the whole room is grey. */
static void draw_pending(const struct bars *b, const struct chart_bar *bar, struct box box)
{
    if (!is_figure(bar)) {
        box.x = b->axis;
        box.width = at(&b->scale, fmax(b->chart->kind == CHART_PROGRESS ? 100 : 0, b->scale.low)) - b->axis;
    }
    layout_fill(b->layout, box, chart_pending);
    layout_frame(b->layout, box, 0.5, colour_grey);
}

static void draw_bar(const struct bars *b, const struct chart_bar *bar, double middle)
{
    double value, top = middle - BAR / 2;
    draw_name(b, bar, middle);
    if (!printed_value(&bar->value, &value)) {
        if (bar->state == BAR_PENDING)
            draw_pending(b, bar, (struct box){.y = top, .height = BAR});
        return;
    }
    double end = at(&b->scale, value);
    struct box box = {fmin(end, b->axis), top, fabs(end - b->axis), BAR};
    if (b->chart->kind == CHART_PROGRESS)
        layout_fill(b->layout, (struct box){b->axis, top, at(&b->scale, 100) - b->axis, BAR}, chart_track);
    switch (bar->state) {
    case BAR_PLAIN:
    case BAR_REACHED:
        layout_fill(b->layout, box, bar->own ? chart_own : chart_other);
        break;
    case BAR_BEHIND:
        draw_hatch(b, box);
        break;
    case BAR_PENDING:
        draw_pending(b, bar, box);
        break;
    }
}

/* The value beyond the bar's end, or within a bar that is behind; what says more of it within. */
static void draw_texts(const struct bars *b, const struct chart_bar *bar, double end, const double *tick, double middle)
{
    struct line value = bar_text(b, bar, bar->value.text);
    if (bar->state == BAR_PENDING && !is_figure(bar)) {
        chart_label(b->layout, &value, b->axis + GAP, middle, ALIGN_LEFT, colour_black);
        return;
    }
    if (bar->inside) {
        struct line more = bar_text(b, bar, bar->inside);
        draw_within(b, bar, &more, end, tick, middle);
    } else if (bar->state == BAR_BEHIND && draw_within(b, bar, &value, end, tick, middle)) {
        return;
    }
    draw_beyond(b, &value, end, tick, middle, is_figure(bar) ? colour_black : colour_grey);
}

/* The figure, the tick and what is lacking, above bars and reference line. */
static void draw_figures(const struct bars *b, const struct chart_bar *bar, double middle)
{
    double value, target, end = b->axis, tick = 0;
    bool pending = bar->state == BAR_PENDING, ticked = printed_value(&bar->target, &target) && !pending;
    if (printed_value(&bar->value, &value))
        end = at(&b->scale, value);
    if (ticked)
        tick = at(&b->scale, target);
    draw_texts(b, bar, end, ticked ? &tick : NULL, middle);
    if (bar->gap) {
        struct line gap = chart_text(b->layout, FONT_HEI, bar->gap);
        chart_label(b->layout, &gap, b->layout->left + b->layout->width, middle, ALIGN_RIGHT, colour_black);
    }
    if (!ticked)
        return;
    draw_tick(b, tick, middle);
    struct line figure = chart_text(b->layout, FONT_SONG, bar->target.text);
    chart_label(b->layout, &figure, b->gaps, middle, ALIGN_RIGHT, colour_black);
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

/* What the columns at the right are. */
static void draw_heads(const struct bars *b, double header)
{
    struct layout *layout = b->layout;
    double right = layout->left + layout->width;
    if (has_ticks(b->chart)) {
        struct line name = chart_text(layout, FONT_SONG, tick_name(b->chart));
        chart_label(layout, &name, b->gaps, header, ALIGN_RIGHT, colour_black);
        double tick = b->gaps - name.width - GAP;
        layout_rule(layout, tick, header - 4, tick, header + 4, (struct stroke){1.8, 0, colour_black});
    }
    if (b->gaps < right) {
        struct line name = chart_text(layout, FONT_SONG, gap_name(b->chart));
        chart_label(layout, &name, right, header, ALIGN_RIGHT, colour_black);
    }
}

void bars_draw(struct layout *layout, const struct chart_part *part, double y)
{
    struct bars b = {.layout = layout, .chart = part->chart};
    double header = y + HEADER / 2 - 1;
    arrange(&b);
    b.top = y + HEADER;
    b.bottom = b.top + (double)(part->to - part->from) * b.row;
    draw_heads(&b, header);
    for (size_t i = part->from; i < part->to; i++)
        draw_bar(&b, &b.chart->bars[i], b.top + ((double)(i - part->from) + 0.5) * b.row);
    layout_rule(layout, b.axis, b.top, b.axis, b.bottom, (struct stroke){0.8, 0, colour_black});
    draw_reference(&b, header);
    for (size_t i = part->from; i < part->to; i++)
        draw_figures(&b, &b.chart->bars[i], b.top + ((double)(i - part->from) + 0.5) * b.row);
}
