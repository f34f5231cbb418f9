/* SPDX-License-Identifier: MIT */
#include "render/page/chart_lines.h"

#include "render/page/title.h"
#include "render/printed.h"

#include <math.h>

#define PLOT_HEIGHT 130.0
#define AXIS_HEIGHT 26.0 /* for two lines of category names */
#define HEAD_ROOM 8.0
#define GAP 4.0
#define LABEL_PITCH (CHART_TEXT * 1.25)
#define MARKER 2.4
#define MOST_TICKS 12
#define WIDEST_LABEL 0.3 /* of the chart's width */

struct plot {
    struct layout *layout;
    const struct chart *chart;
    double low, high, step; /* of the figures' axis */
    double left, right, top, bottom;
};

/* The name of a series at the right, where its line ends. */
struct end_label {
    const struct line *lines;
    size_t count;
    double width;
    double y;     /* pt: the middle of where it is printed */
    double x_end; /* the line's last point; below 0 when it has none */
    double y_end;
    bool own;
};

double lines_height(void)
{
    return HEAD_ROOM + PLOT_HEIGHT + AXIS_HEIGHT;
}

/* The figures' axis: steps of 1, 2 or 5 times a power of ten, about five of them. Zero is on it when it is near, so
 * that small changes do not look like large ones. */
static void find_axis(struct plot *plot)
{
    const struct chart *chart = plot->chart;
    double low = INFINITY, high = -INFINITY, figure;
    for (size_t s = 0; s < chart->series_count; s++)
        for (size_t i = 0; i < chart->category_count; i++)
            if (printed_value(&chart->series[s].values[i], &figure)) {
                low = fmin(low, figure);
                high = fmax(high, figure);
            }
    if (low > high)
        low = 0, high = 1;
    if (low > 0 && low < 0.6 * high)
        low = 0;
    if (high < 0 && high > 0.6 * low)
        high = 0;
    if (high - low < 1e-9)
        low -= 1, high += 1;
    double rough = (high - low) / 5, power = pow(10, floor(log10(rough))), lead = rough / power;
    plot->step = power * (lead > 5 ? 10 : lead > 2 ? 5 : lead > 1 ? 2 : 1);
    plot->low = floor(low / plot->step + 1e-9) * plot->step;
    plot->high = ceil(high / plot->step - 1e-9) * plot->step;
}

static double x_at(const struct plot *plot, size_t category)
{
    return plot->left + ((double)category + 0.5) * (plot->right - plot->left) / (double)plot->chart->category_count;
}

static double y_at(const struct plot *plot, double figure)
{
    return plot->bottom - (figure - plot->low) / (plot->high - plot->low) * (plot->bottom - plot->top);
}

static struct line tick_text(const struct plot *plot, double figure)
{
    int places = plot->step < 0.1 ? 2 : plot->step < 1 ? 1 : 0;
    if (fabs(figure) < plot->step / 2)
        figure = 0;
    return chart_text(plot->layout, FONT_SONG, arena_format(plot->layout->arena, "%.*f", places, figure));
}

static int tick_count(const struct plot *plot)
{
    int ticks = (int)lround((plot->high - plot->low) / plot->step);
    return ticks < MOST_TICKS ? ticks : MOST_TICKS;
}

static double widest_tick(const struct plot *plot)
{
    double width = 0;
    for (int i = 0; i <= tick_count(plot); i++)
        width = fmax(width, tick_text(plot, plot->low + i * plot->step).width);
    return width;
}

/* ---- ends of the lines ---- */

static const struct cell *last_value(const struct chart *chart, const struct chart_series *series, size_t *category)
{
    for (size_t i = chart->category_count; i-- > 0;)
        if (series->values[i].kind == CELL_NUMBER) {
            *category = i;
            return &series->values[i];
        }
    return NULL;
}

/* A long name takes several lines. */
static void set_label(struct layout *layout, struct end_label *label, const char *utf8)
{
    struct text text = layout_shape(layout, label->own ? FONT_HEI : FONT_SONG, utf8);
    struct line_style style = {.size = CHART_TEXT, .width = layout->width * WIDEST_LABEL};
    label->lines = text_balance(layout->arena, &text, &style, &label->count);
    label->width = widest_line(label->lines, label->count);
}

static double label_height(const struct end_label *label)
{
    return (double)label->count * LABEL_PITCH;
}

static struct end_label *end_labels(struct plot *plot)
{
    const struct chart *chart = plot->chart;
    struct end_label *labels = arena_alloc(plot->layout->arena, (chart->series_count + 1) * sizeof *labels);
    for (size_t s = 0; s < chart->series_count; s++) {
        const struct chart_series *series = &chart->series[s];
        size_t category;
        const struct cell *last = last_value(chart, series, &category);
        labels[s].own = series->own;
        set_label(plot->layout, &labels[s],
                  arena_format(plot->layout->arena, "%s %s", series->label, last ? last->text : "无数据"));
    }
    return labels;
}

static void sort_by_height(size_t *order, size_t count, const struct end_label *labels)
{
    for (size_t i = 1; i < count; i++)
        for (size_t j = i; j > 0 && labels[order[j - 1]].y > labels[order[j]].y; j--) {
            size_t swap = order[j];
            order[j] = order[j - 1];
            order[j - 1] = swap;
        }
}

/* How far apart the middles of two labels are at least, one above the other. */
static double apart(const struct end_label *labels, size_t above, size_t below)
{
    return (label_height(&labels[above]) + label_height(&labels[below])) / 2;
}

/* Puts the names beside their lines' ends, then pushes apart those that would overlap. */
static void place_labels(const struct plot *plot, struct end_label *labels)
{
    size_t count = plot->chart->series_count, category = 0;
    size_t *order = arena_alloc(plot->layout->arena, (count + 1) * sizeof *order);
    for (size_t s = 0; s < count; s++) {
        double figure = plot->low;
        const struct cell *last = last_value(plot->chart, &plot->chart->series[s], &category);
        labels[s].x_end = last && printed_value(last, &figure) ? x_at(plot, category) : -1;
        labels[s].y = labels[s].y_end = y_at(plot, figure);
        order[s] = s;
    }
    sort_by_height(order, count, labels);
    for (size_t i = 1; i < count; i++)
        labels[order[i]].y = fmax(labels[order[i]].y, labels[order[i - 1]].y + apart(labels, order[i - 1], order[i]));
    double floor = count ? plot->bottom - (label_height(&labels[order[count - 1]]) - LABEL_PITCH) / 2 : 0;
    double over = count ? labels[order[count - 1]].y - floor : 0;
    for (size_t i = count; i-- > 0 && over > 0;) {
        double most = i + 1 == count ? floor : labels[order[i + 1]].y - apart(labels, order[i], order[i + 1]);
        labels[order[i]].y = fmin(labels[order[i]].y, most);
    }
}

static void draw_labels(const struct plot *plot, const struct end_label *labels)
{
    for (size_t s = 0; s < plot->chart->series_count; s++) {
        const struct end_label *label = &labels[s];
        double x = plot->right + 3 * GAP;
        if (label->x_end >= 0)
            layout_path(plot->layout,
                        (const double[]){label->x_end + MARKER + 1, label->y_end, plot->right + GAP, label->y_end,
                                         x - 1, label->y},
                        3, (struct stroke){0.4, 0, colour_grey});
        double first = label->y - (double)(label->count - 1) * LABEL_PITCH / 2;
        for (size_t i = 0; i < label->count; i++)
            chart_label(plot->layout, &label->lines[i], x, first + (double)i * LABEL_PITCH, ALIGN_LEFT,
                        label->own ? chart_own : colour_black);
    }
}

/* ---- the plot ---- */

static void draw_axes(const struct plot *plot)
{
    struct layout *layout = plot->layout;
    for (int i = 0; i <= tick_count(plot); i++) {
        double figure = plot->low + i * plot->step, y = y_at(plot, figure);
        bool zero = fabs(figure) < plot->step / 2;
        struct line text = tick_text(plot, figure);
        chart_label(layout, &text, plot->left - GAP, y, ALIGN_RIGHT, colour_black);
        layout_rule(layout, plot->left, y, plot->right, y,
                    zero ? (struct stroke){0.8, 0, colour_black} : (struct stroke){0.4, 0, chart_grid});
    }
}

/* Category names below, in as many lines as their share of the width asks for; where even one character is too wide,
 * only some are named. */
static void draw_categories(const struct plot *plot)
{
    size_t count = plot->chart->category_count;
    double share = (plot->right - plot->left) / (double)(count ? count : 1);
    size_t every = share < 3 * CHART_TEXT ? (size_t)ceil(3 * CHART_TEXT / share) : 1;
    for (size_t i = 0; i < count; i += every) {
        struct text text = layout_shape(plot->layout, FONT_SONG, plot->chart->categories[i]);
        struct line_style style = {.size = CHART_TEXT, .width = share * (double)every - 2};
        size_t lines;
        const struct line *line = text_balance(plot->layout->arena, &text, &style, &lines);
        for (size_t l = 0; l < lines && l < 2; l++)
            chart_label(plot->layout, &line[l], x_at(plot, i),
                        plot->bottom + GAP + ((double)l + 0.5) * CHART_TEXT * 1.15, ALIGN_CENTER, colour_black);
    }
}

/* A different shape for each series, because grey print has no colours: square, triangle, diamond. */
static void draw_marker(const struct plot *plot, size_t shape, double x, double y, bool own, struct colour colour)
{
    static const double shapes[][8] = {
        {-1, -1, 1, -1, 1, 1, -1, 1}, {0, -1.3, 1.2, 1, -1.2, 1, 0, -1.3}, {0, -1.4, 1.4, 0, 0, 1.4, -1.4, 0}};
    double points[8], scale = own ? MARKER : MARKER * 0.8;
    for (size_t i = 0; i < 4; i++) {
        points[2 * i] = x + scale * shapes[shape % 3][2 * i];
        points[2 * i + 1] = y + scale * shapes[shape % 3][2 * i + 1];
    }
    layout_polygon(plot->layout, points, 4, colour);
}

/* A hole in the values is a hole in the line; a value between two holes is a marker alone. */
static void draw_series(const struct plot *plot, size_t index)
{
    const struct chart_series *series = &plot->chart->series[index];
    struct stroke stroke = {series->own ? 1.8 : 1.0, series->dashed ? 3 : 0,
                            series->own      ? chart_own
                            : series->dashed ? colour_black
                                             : colour_grey};
    size_t count = plot->chart->category_count, points = 0;
    double *path = arena_alloc(plot->layout->arena, 2 * (count + 1) * sizeof *path), figure;
    for (size_t i = 0; i <= count; i++) {
        if (i < count && printed_value(&series->values[i], &figure)) {
            path[2 * points] = x_at(plot, i);
            path[2 * points + 1] = y_at(plot, figure);
            points++;
            continue;
        }
        if (points > 1)
            layout_path(plot->layout, path, points, stroke);
        for (size_t p = 0; p < points && (!series->dashed || points == 1); p++)
            draw_marker(plot, index, path[2 * p], path[2 * p + 1], series->own, stroke.colour);
        points = 0;
    }
}

/* Whether the line of a series runs through a box around its point `i` that reaches `half` to each side and lies
 * between `top` and `bottom`. */
static bool crosses(const struct plot *plot, const struct chart_series *series, size_t i, double half, double top,
                    double bottom)
{
    double here, there;
    if (!printed_value(&series->values[i], &here))
        return false;
    for (int side = -1; side <= 1; side += 2) {
        size_t other = i + (size_t)side; /* wraps to a huge number left of the first */
        if (other >= plot->chart->category_count || !printed_value(&series->values[other], &there))
            continue;
        double rise = (y_at(plot, there) - y_at(plot, here)) / fabs(x_at(plot, other) - x_at(plot, i));
        double y = y_at(plot, here) + rise * half;
        if (fmin(y, y_at(plot, here)) < bottom && fmax(y, y_at(plot, here)) > top)
            return true;
    }
    return false;
}

/* A figure above its point, or below where the line, which climbs or falls, would run through it only above. */
static void draw_own_value(const struct plot *plot, const struct chart_series *series, size_t i, double figure)
{
    struct line text = layout_line(plot->layout, FONT_SONG, SIZE_6, series->values[i].text);
    double x = x_at(plot, i), point = y_at(plot, figure), half = text.width / 2, ink = SIZE_6 / 2 - 0.5;
    double above = fmax(point - SIZE_6, plot->top - HEAD_ROOM / 2), below = point + SIZE_6, y = above;
    if (text.width > (plot->right - plot->left) / (double)plot->chart->category_count)
        return;
    if (crosses(plot, series, i, half, above - ink, above + ink) && below + ink < plot->bottom &&
        !crosses(plot, series, i, half, below - ink, below + ink))
        y = below;
    layout_fill(plot->layout, (struct box){x - half - 0.5, y - ink, text.width + 1, 2 * ink}, colour_white);
    chart_label(plot->layout, &text, x, y, ALIGN_CENTER, chart_own);
}

/* The figures of the series that the chart is about. */
static void draw_own_values(const struct plot *plot)
{
    double figure;
    for (size_t s = 0; s < plot->chart->series_count; s++)
        for (size_t i = 0; i < plot->chart->category_count && plot->chart->series[s].own; i++)
            if (printed_value(&plot->chart->series[s].values[i], &figure))
                draw_own_value(plot, &plot->chart->series[s], i, figure);
}

void lines_draw(struct layout *layout, const struct chart_part *part, double y)
{
    struct plot plot = {.layout = layout, .chart = part->chart};
    double names = 0;
    if (!part->chart->category_count)
        return;
    find_axis(&plot);
    struct end_label *labels = end_labels(&plot);
    for (size_t s = 0; s < part->chart->series_count; s++)
        names = fmax(names, labels[s].width);
    plot.left = layout->left + GAP + widest_tick(&plot);
    plot.right = layout->left + layout->width - names - 3 * GAP;
    plot.top = y + HEAD_ROOM;
    plot.bottom = plot.top + PLOT_HEIGHT;
    place_labels(&plot, labels);
    draw_axes(&plot);
    draw_categories(&plot);
    draw_labels(&plot, labels);
    for (int own = 0; own <= 1; own++) /* the own line lies on top */
        for (size_t s = 0; s < part->chart->series_count; s++)
            if (part->chart->series[s].own == own)
                draw_series(&plot, s);
    draw_own_values(&plot);
}
