/* SPDX-License-Identifier: MIT */
#include "render/page/chart_falls.h"

#include "render/page/title.h"
#include "render/printed.h"

#include <math.h>

#define ROW (5.0 * MM)
#define BAR (3.3 * MM)
#define SIZE SIZE_SMALL_5 /* names, figures, heads */
#define NAME_LEAST 8.0
#define AXIS_SIZE 8.0
#define NOTE_SIZE 8.0
#define LEADING 1.15
#define NOTE_LEADING 1.45
#define HEAD (8.6 * MM) /* over the axis its name, then its figures */
#define HEAD_LINE (4.3 * MM)
#define FOOT (1.2 * MM)
#define GAP (1.0 * MM)
#define COLUMN_GAP (3.0 * MM)
#define COLUMN (11.0 * MM) /* of figures, at least */
#define WIDEST_NAME 0.28   /* of the chart's width */
#define RULE_OUTER (0.35 * MM)
#define RULE_INNER (0.26 * MM)
#define RULE_GRID (0.1 * MM)
#define OUTLINE (0.2 * MM)
#define HATCH_PITCH (1.1 * MM)
#define HATCH_LINE (0.42 * MM)

enum { MOST_TICKS = 7, COLUMNS = 8 };

static const struct colour dark = {102, 102, 102}, light = {166, 166, 166}, grid_grey = {204, 204, 204},
                           axis_grey = {89, 89, 89};

struct falls {
    struct layout *layout;
    const struct chart *chart;
    double row;              /* pt from bar to bar */
    double low, high, step;  /* of the axis */
    double left, right;      /* of the plot, pt */
    double columns[COLUMNS]; /* right edges of the columns of figures */
};

static struct line text_at(const struct falls *f, bool strong, double size, const char *text)
{
    return layout_line(f->layout, strong ? FONT_HEI : FONT_SONG, size, text ? text : "");
}

/* ---- names ---- */

static const struct line *name_lines(const struct falls *f, const struct chart_bar *bar, size_t *count)
{
    struct text text = layout_shape(f->layout, bar->own ? FONT_HEI : FONT_SONG, bar->label);
    double room = WIDEST_NAME * f->layout->width;
    struct line_style style = {.size = (double)text.natural * SIZE / 1000 <= room ? SIZE : NAME_LEAST, .width = room};
    return text_balance(f->layout->arena, &text, &style, count);
}

static double row_height(const struct falls *f)
{
    size_t most = 1, count;
    for (size_t i = 0; i < f->chart->bar_count; i++) {
        name_lines(f, &f->chart->bars[i], &count);
        most = count > most ? count : most;
    }
    return most < 2 ? ROW : fmax(ROW, (double)most * NAME_LEAST * LEADING + 2);
}

static double widest_name(const struct falls *f)
{
    double width = text_at(f, true, SIZE, f->chart->name_head).width;
    for (size_t i = 0; i < f->chart->bar_count; i++) {
        size_t count;
        const struct line *lines = name_lines(f, &f->chart->bars[i], &count);
        width = fmax(width, widest_line(lines, count));
    }
    return width;
}

/* ---- the axis ---- */

static void find_scale(struct falls *f)
{
    double figure;
    for (size_t i = 0; i < f->chart->bar_count; i++) {
        const struct cell *const ends[] = {&f->chart->bars[i].from, &f->chart->bars[i].to};
        for (size_t e = 0; e < sizeof ends / sizeof *ends; e++) {
            if (!printed_value(ends[e], &figure))
                continue;
            f->low = fmin(f->low, figure);
            f->high = fmax(f->high, figure);
        }
    }
    if (f->high <= f->low)
        f->high = f->low + 1;
    /* Steps of 1, 2 or 5. */
    static const double steps[] = {1, 2, 5, 10};
    double power = pow(10, floor(log10((f->high - f->low) / MOST_TICKS)));
    size_t i = 0;
    while (i + 1 < sizeof steps / sizeof *steps && (f->high - f->low) / (steps[i] * power) > MOST_TICKS)
        i++;
    f->step = steps[i] * power;
}

static double at(const struct falls *f, double figure)
{
    return f->left + (figure - f->low) / (f->high - f->low) * (f->right - f->left);
}

static double widest_value(const struct falls *f)
{
    double width = 0;
    for (size_t i = 0; i < f->chart->bar_count; i++)
        width = fmax(width, text_at(f, true, SIZE, f->chart->bars[i].value.text).width);
    return width;
}

/* Names | the plot, with room for the bars' figures at both ends | columns of figures, from the right. */
static void arrange(struct falls *f)
{
    struct layout *layout = f->layout;
    const struct chart *chart = f->chart;
    double right = layout->left + layout->width, figures = widest_value(f);
    f->row = row_height(f);
    find_scale(f);
    for (size_t c = chart->figure_count; c-- > 0;) {
        double width = fmax(COLUMN, text_at(f, true, SIZE, chart->figure_heads[c]).width);
        for (size_t i = 0; i < chart->bar_count; i++)
            width = fmax(width, text_at(f, true, SIZE, chart->bars[i].figures[c].text).width);
        f->columns[c] = right;
        right -= width + COLUMN_GAP;
    }
    f->left = layout->left + widest_name(f) + 2 * GAP + (f->low < 0 ? figures + GAP : 0);
    f->right = right - figures - 2 * GAP;
}

/* ---- drawing ---- */

static void rule_across(const struct falls *f, double y, double thickness)
{
    layout_rule(f->layout, f->layout->left, y, f->layout->left + f->layout->width, y,
                (struct stroke){thickness, 0, colour_black});
}

static void draw_axis(const struct falls *f, double top, double bottom)
{
    int first = (int)ceil(f->low / f->step - 1e-9), last = (int)floor(f->high / f->step + 1e-9);
    int decimals = f->step < 1 ? (int)ceil(-log10(f->step) - 1e-9) : 0;
    for (int tick = first; tick <= last; tick++) {
        double x = at(f, tick * f->step);
        const char *minus = tick < 0 ? "\xE2\x88\x92" : "";
        struct line figure = text_at(f, false, AXIS_SIZE,
                                     arena_format(f->layout->arena, "%s%.*f", minus, decimals, fabs(tick * f->step)));
        chart_label(f->layout, &figure, x, top - HEAD_LINE / 2, ALIGN_CENTER, axis_grey);
        if (tick)
            layout_rule(f->layout, x, top, x, bottom, (struct stroke){RULE_GRID, 0, grid_grey});
    }
}

static void draw_heads(const struct falls *f, double top)
{
    struct layout *layout = f->layout;
    struct line name = text_at(f, true, SIZE, f->chart->name_head), axis = text_at(f, true, SIZE, f->chart->axis_head);
    double room = f->right - f->left;
    chart_label(layout, &name, layout->left, top + HEAD / 2, ALIGN_LEFT, colour_black);
    chart_label(layout, &axis, axis.width > room ? f->left : (f->left + f->right) / 2, top + HEAD_LINE / 2,
                axis.width > room ? ALIGN_LEFT : ALIGN_CENTER, colour_black);
    for (size_t c = 0; c < f->chart->figure_count; c++) {
        struct line head = text_at(f, true, SIZE, f->chart->figure_heads[c]);
        chart_label(layout, &head, f->columns[c], top + HEAD / 2, ALIGN_RIGHT, colour_black);
    }
}

/* Lines at 45° within a box. */
static void draw_hatch(struct layout *layout, struct box box)
{
    const struct stroke line = {HATCH_LINE, 0, colour_black};
    double right = box.x + box.width, bottom = box.y + box.height;
    const double start = box.x - box.height + HATCH_PITCH / 2;
    layout_fill(layout, box, colour_white);
    for (int i = 0; start + i * HATCH_PITCH < right; i++) {
        double from = start + i * HATCH_PITCH;
        double first = fmax(from, box.x), last = fmin(from + box.height, right);
        if (last > first)
            layout_rule(layout, first, bottom - (first - from), last, bottom - (last - from), line);
    }
}

static void draw_bar(const struct falls *f, const struct chart_bar *bar, double middle)
{
    double from, to;
    if (!printed_value(&bar->from, &from) || !printed_value(&bar->to, &to))
        return;
    double left = at(f, fmin(from, to)), right = at(f, fmax(from, to));
    struct box box = {left, middle - BAR / 2, right - left, BAR};
    if (bar->closing)
        layout_fill(f->layout, box, colour_black);
    else if (bar->state == BAR_BEHIND)
        draw_hatch(f->layout, box);
    else
        layout_fill(f->layout, box, bar->own ? dark : light);
    layout_frame(f->layout, box, OUTLINE, colour_black);
    /* The figure stands where the bar goes. */
    struct line value = text_at(f, bar->own, SIZE, bar->value.text);
    bool back = to < from;
    double x = back ? left - GAP : right + GAP;
    layout_fill(f->layout, (struct box){back ? x - value.width : x, middle - BAR / 2, value.width, BAR}, colour_white);
    chart_label(f->layout, &value, x, middle, back ? ALIGN_RIGHT : ALIGN_LEFT, colour_black);
}

static void draw_row(const struct falls *f, const struct chart_bar *bar, double middle)
{
    size_t count;
    const struct line *lines = name_lines(f, bar, &count);
    double pitch = lines->size * LEADING, first = middle - pitch * (double)(count - 1) / 2;
    for (size_t i = 0; i < count; i++)
        chart_label(f->layout, &lines[i], f->layout->left, first + pitch * (double)i, ALIGN_LEFT, colour_black);
    for (size_t c = 0; c < f->chart->figure_count; c++) {
        struct line figure = text_at(f, bar->state == BAR_BEHIND, SIZE, bar->figures[c].text);
        chart_label(f->layout, &figure, f->columns[c], middle, ALIGN_RIGHT, colour_black);
    }
    draw_bar(f, bar, middle);
}

/* From the end of a bar down to the next, which begins there. */
static void draw_link(const struct falls *f, const struct chart_bar *bar, double middle)
{
    double to;
    if (printed_value(&bar->to, &to))
        layout_rule(f->layout, at(f, to), middle, at(f, to), middle + f->row, (struct stroke){RULE_GRID, 0, axis_grey});
}

/* ---- the note ---- */

static const struct line *note_lines(struct layout *layout, const struct chart *chart, size_t *count)
{
    struct text text = layout_shape(layout, FONT_SONG, chart->note ? chart->note : "");
    struct line_style style = {.size = NOTE_SIZE, .width = layout->width, .justify = true};
    return text_lines(layout->arena, &text, &style, count);
}

double falls_height(struct layout *layout, const struct chart *chart)
{
    struct falls f = {.layout = layout, .chart = chart};
    size_t count = 0;
    if (chart->note)
        note_lines(layout, chart, &count);
    return HEAD + (double)chart->bar_count * row_height(&f) + FOOT + (double)count * NOTE_SIZE * NOTE_LEADING;
}

void falls_draw(struct layout *layout, const struct chart_part *part, double y)
{
    struct falls f = {.layout = layout, .chart = part->chart};
    size_t bars = f.chart->bar_count, count;
    arrange(&f);
    double top = y + HEAD, bottom = top + (double)bars * f.row;
    draw_heads(&f, y);
    draw_axis(&f, top, bottom);
    for (size_t i = 0; i + 1 < bars; i++)
        draw_link(&f, &f.chart->bars[i], top + ((double)i + 0.5) * f.row);
    for (size_t i = 0; i < bars; i++)
        draw_row(&f, &f.chart->bars[i], top + ((double)i + 0.5) * f.row);
    layout_rule(layout, at(&f, 0), top, at(&f, 0), bottom, (struct stroke){RULE_INNER, 0, colour_black});
    rule_across(&f, top, RULE_OUTER);
    if (bars && f.chart->bars[bars - 1].closing)
        rule_across(&f, bottom - f.row, RULE_INNER);
    rule_across(&f, bottom, RULE_OUTER);
    if (!f.chart->note)
        return;
    const struct line *lines = note_lines(layout, f.chart, &count);
    for (size_t i = 0; i < count; i++)
        layout_draw_line(layout, &lines[i], layout->left, bottom + FOOT + (double)i * NOTE_SIZE * NOTE_LEADING,
                         colour_black);
}
