/* SPDX-License-Identifier: MIT */
#include "render/xlsx/xlsx_chart.h"

#include "base/message.h"
#include "base/text.h"
#include "render/chart_table.h"
#include "render/xlsx/clean.h"
#include "render/xlsx/xlsx_table.h"

enum { PIXELS_PER_ROW = 20, POINTS_PER_ROW = 15, DEFAULT_WIDTH = 480, DEFAULT_HEIGHT = 288 };
enum {
    BAR_PIXELS = 26, /* with less LibreOffice leaves out every second name */
    NAME_LINE = 6,   /* characters: it reckons with another line of the name for as many more */
    NAME_LINES = 5,
    BARS_FRAME = 88,
    BARS_LEAST = 200,
    LINES_PIXELS = 300,
    WIDEST_CHART = 1000
};
enum { CHART_OFFSET = 3 }; /* pixels off the row's edge, or its frame would show on the page before, too */
enum { TITLE_LIMIT = 255, ALT_LIMIT = 1000 };

/* Told apart by lightness and by form too, for grey print. */
enum {
    COLOR_OWN = 0x6B97C9,
    COLOR_OWN_LINE = 0x1F3F66,
    COLOR_BAR = 0xCEDBEB,
    COLOR_TARGET = 0x262626,
    COLOR_REFERENCE = 0xB23A1E,
    COLOR_GRID = 0xD9D9D9
};

/* What all parts of a chart need to know: the cells of its numbers. */
struct plot {
    struct tab *tab;
    const struct chart *chart;
    struct chart_table numbers;
    lxw_chart *handle;
    lxw_row_t first, last; /* body rows */
};

static const char *title_of(const struct chart *chart)
{
    return chart->title ? chart->title : "";
}

/* ---- series ---- */

/* A series over one column of the numbers, named by the column's head. */
static lxw_chart_series *add_series(const struct plot *plot, size_t in_column)
{
    const char *name = plot->tab->section->name;
    lxw_col_t column = (lxw_col_t)in_column;
    lxw_chart_series *series = chart_add_series(plot->handle, NULL, NULL);
    if (!series)
        memory_exhausted();
    chart_series_set_categories(series, name, plot->first, 0, plot->last, 0);
    chart_series_set_values(series, name, plot->first, column, plot->last, column);
    chart_series_set_name_range(series, name, plot->first - 1, column);
    return series;
}

static void label_values(lxw_chart_series *series, uint8_t position)
{
    lxw_chart_font font = {.size = 9};
    chart_series_set_labels(series);
    chart_series_set_labels_font(series, &font);
    chart_series_set_labels_position(series, position);
}

/* The bars; the own one darker than the others. */
static void add_value_bars(const struct plot *plot)
{
    const struct chart *chart = plot->chart;
    struct arena *arena = plot->tab->book->arena;
    static lxw_chart_fill own = {.color = COLOR_OWN}, other = {.color = COLOR_BAR};
    lxw_chart_series *series = add_series(plot, 1);
    chart_series_set_fill(series, &other);
    lxw_chart_point *points = arena_alloc(arena, chart->bar_count * sizeof *points);
    /* An array of pointers is what the library wants. NOLINTNEXTLINE(bugprone-sizeof-expression) */
    lxw_chart_point **list = arena_alloc(arena, (chart->bar_count + 1) * sizeof *list);
    for (size_t i = 0; i < chart->bar_count; i++) {
        points[i].fill = chart->bars[i].own ? &own : &other;
        list[i] = &points[i];
    }
    chart_series_set_points(series, list);
    label_values(series, LXW_CHART_LABEL_POSITION_INSIDE_BASE);
}

/* Each bar's own target: libxlsxwriter can't put markers into a bar chart, so a hollow frame lies over the bar, as
 * long as the target; what of it stays empty is what is missing. */
static void add_target_frames(const struct plot *plot)
{
    lxw_chart_series *series = add_series(plot, plot->numbers.target_column);
    lxw_chart_fill hollow = {.none = LXW_TRUE};
    lxw_chart_line frame = {.color = COLOR_TARGET, .width = 1.5F};
    chart_series_set_fill(series, &hollow);
    chart_series_set_line(series, &frame);
    chart_set_series_overlap(plot->handle, 100);
}

/* The region's value, as a dashed line across all bars: the trend of an invisible constant series. */
static void add_reference_line(const struct plot *plot)
{
    lxw_chart_series *series = add_series(plot, plot->numbers.reference_column);
    lxw_chart_fill hollow = {.none = LXW_TRUE};
    lxw_chart_line no_line = {.none = LXW_TRUE};
    lxw_chart_line dashed = {.color = COLOR_REFERENCE, .width = 1.75F, .dash_type = LXW_CHART_LINE_DASH_DASH};
    chart_series_set_fill(series, &hollow);
    chart_series_set_line(series, &no_line);
    chart_series_set_trendline(series, LXW_CHART_TRENDLINE_TYPE_LINEAR, 0);
    chart_series_set_trendline_forecast(series, 0.5, 0.5);
    chart_series_set_trendline_line(series, &dashed);
}

static void draw_bars(const struct plot *plot)
{
    add_value_bars(plot);
    if (plot->numbers.target_column != NOT_THERE)
        add_target_frames(plot);
    /* A trend needs two points. */
    if (plot->numbers.reference_column != NOT_THERE && plot->chart->bar_count > 1) {
        add_reference_line(plot);
        chart_set_series_overlap(plot->handle, 100);
    }
    chart_set_series_gap(plot->handle, 45);
    /* Of a bar chart x is the value axis; the first bar belongs at the top, the values at the bottom. */
    chart_axis_set_reverse(plot->handle->y_axis);
    chart_axis_set_crossing_max(plot->handle->y_axis);
    /* Every bar is named, however close they stand. */
    chart_axis_set_interval_unit(plot->handle->y_axis, 1);
}

static void draw_lines(const struct plot *plot)
{
    static const struct {
        lxw_color_t color;
        uint8_t marker;
    } styles[] = {{0x5B8DB8, LXW_CHART_MARKER_SQUARE},
                  {0x7A7A7A, LXW_CHART_MARKER_TRIANGLE},
                  {0xC07A35, LXW_CHART_MARKER_DIAMOND},
                  {0x9AA86B, LXW_CHART_MARKER_X}};
    for (size_t i = 0; i < plot->chart->series_count; i++) {
        const struct chart_series *data = &plot->chart->series[i];
        size_t style = i % (sizeof styles / sizeof *styles);
        lxw_color_t color = data->own ? COLOR_OWN_LINE : styles[style].color;
        lxw_chart_line line = {.color = color,
                               .width = data->own ? 2.75F : 1.5F,
                               .dash_type = data->dashed ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID};
        lxw_chart_line marker_line = {.color = color};
        lxw_chart_fill marker_fill = {.color = data->own ? color : 0xFFFFFF};
        lxw_chart_series *series = add_series(plot, i + 1);
        chart_series_set_line(series, &line);
        chart_series_set_marker_type(series, data->own ? LXW_CHART_MARKER_CIRCLE : styles[style].marker);
        chart_series_set_marker_size(series, 6);
        chart_series_set_marker_line(series, &marker_line);
        chart_series_set_marker_fill(series, &marker_fill);
    }
    chart_show_blanks_as(plot->handle, LXW_CHART_BLANKS_AS_GAP);
}

/* The parts of the bars on top of one that isn't seen: each begins where the one before ended. */
static void add_fall_parts(const struct plot *plot, size_t column)
{
    const struct chart *chart = plot->chart;
    struct arena *arena = plot->tab->book->arena;
    static lxw_chart_fill named = {.color = COLOR_OWN_LINE}, other = {.color = COLOR_BAR},
                          whole = {.color = COLOR_TARGET};
    static lxw_chart_pattern down = {
        .fg_color = COLOR_TARGET, .bg_color = 0xFFFFFF, .type = LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL};
    lxw_chart_series *series = add_series(plot, column);
    chart_series_set_fill(series, &other);
    lxw_chart_point *points = arena_alloc(arena, chart->bar_count * sizeof *points);
    /* An array of pointers is what the library wants. NOLINTNEXTLINE(bugprone-sizeof-expression) */
    lxw_chart_point **list = arena_alloc(arena, (chart->bar_count + 1) * sizeof *list);
    for (size_t i = 0; i < chart->bar_count; i++) {
        const struct chart_bar *bar = &chart->bars[i];
        if (bar->state == BAR_BEHIND && !bar->closing)
            points[i].pattern = &down;
        else
            points[i].fill = bar->closing ? &whole : bar->own ? &named : &other;
        list[i] = &points[i];
    }
    chart_series_set_points(series, list);
}

static void draw_falls(const struct plot *plot)
{
    size_t base = plot->numbers.base_column;
    lxw_chart_fill hollow = {.none = LXW_TRUE};
    lxw_chart_line no_line = {.none = LXW_TRUE};
    lxw_chart_series *unseen = add_series(plot, base);
    chart_series_set_fill(unseen, &hollow);
    chart_series_set_line(unseen, &no_line);
    add_fall_parts(plot, base + 1);
    add_fall_parts(plot, base + 2);
    chart_set_series_gap(plot->handle, 45);
    chart_axis_set_reverse(plot->handle->y_axis);
    chart_axis_set_crossing_max(plot->handle->y_axis);
    chart_axis_set_interval_unit(plot->handle->y_axis, 1);
}

/* ---- what kinds differ in ---- */

/* What the bars, frames and the line mean, in words below the value axis: a legend would name the invisible series of
 * the line, and programs disagree on which entry a deletion means when bars run from top to bottom. */
static const char *bars_axis(const struct plot *plot)
{
    const struct chart *chart = plot->chart;
    struct buffer key = {.arena = plot->tab->book->arena};
    const struct column *columns = plot->numbers.table->columns;
    if (chart->unit && *chart->unit)
        buffer_format(&key, "单位：%s　　", chart->unit);
    buffer_add(&key, "色条：实际");
    for (size_t i = 0; i < chart->bar_count; i++)
        if (chart->bars[i].own)
            buffer_format(&key, "（深色：%s）", chart->bars[i].label);
    if (plot->numbers.target_column != NOT_THERE)
        buffer_format(&key, "　　黑框：%s", columns[plot->numbers.target_column].header[0]);
    if (plot->numbers.reference_column != NOT_THERE)
        buffer_format(&key, "　　虚线：%s %s", columns[plot->numbers.reference_column].header[0],
                      chart->reference.text);
    return buffer_text(&key);
}

static const char *falls_axis(const struct plot *plot)
{
    return plot->chart->axis_head ? plot->chart->axis_head : "";
}

static const char *lines_axis(const struct plot *plot)
{
    return plot->chart->unit ? plot->chart->unit : "";
}

/* A word in a bar's place stands in brackets behind the name (chart_table.c). */
static int name_lines(const struct chart *chart)
{
    size_t longest = 1;
    for (size_t i = 0; i < chart->bar_count; i++) {
        const struct cell *value = &chart->bars[i].value;
        size_t characters = text_length(chart->bars[i].label);
        if (value->kind == CELL_TEXT && value->text)
            characters += 2 + text_length(value->text);
        longest = characters > longest ? characters : longest;
    }
    size_t lines = (longest + NAME_LINE - 1) / NAME_LINE;
    return lines < NAME_LINES ? (int)lines : NAME_LINES;
}

static int bars_pixels(const struct chart *chart)
{
    int height = (int)chart->bar_count * BAR_PIXELS * name_lines(chart) + BARS_FRAME;
    return height < BARS_LEAST ? BARS_LEAST : height;
}

static int lines_pixels(const struct chart *chart)
{
    (void)chart;
    return LINES_PIXELS;
}

/* How a kind of chart is made in Excel. */
struct form {
    uint8_t type, legend; /* as the library counts them */
    bool upright;         /* the values go up and the categories across */
    double label_size;    /* of both axes, pt */
    int (*pixels)(const struct chart *chart);
    const char *(*value_axis)(const struct plot *plot); /* its name; "" for none */
    void (*draw)(const struct plot *plot);
};

static const struct form *form_of(enum chart_kind kind)
{
    static const struct form bars = {.type = LXW_CHART_BAR,
                                     .legend = LXW_CHART_LEGEND_NONE,
                                     .label_size = 9,
                                     .pixels = bars_pixels,
                                     .value_axis = bars_axis,
                                     .draw = draw_bars};
    static const struct form lines = {.type = LXW_CHART_LINE,
                                      .legend = LXW_CHART_LEGEND_BOTTOM,
                                      .upright = true,
                                      .label_size = 9,
                                      .pixels = lines_pixels,
                                      .value_axis = lines_axis,
                                      .draw = draw_lines};
    static const struct form falls = {.type = LXW_CHART_BAR_STACKED,
                                      .legend = LXW_CHART_LEGEND_NONE,
                                      .label_size = 9,
                                      .pixels = bars_pixels,
                                      .value_axis = falls_axis,
                                      .draw = draw_falls};
    const struct form *form = NULL;
    switch (kind) {
    case CHART_BARS:
    case CHART_PROGRESS:
        form = &bars;
        break;
    case CHART_LINES:
        form = &lines;
        break;
    case CHART_WATERFALL:
        form = &falls;
        break;
    }
    return form;
}

/* ---- the chart ---- */

static void set_axes(const struct plot *plot, const struct form *form)
{
    lxw_chart_axis *values = form->upright ? plot->handle->y_axis : plot->handle->x_axis;
    lxw_chart_axis *categories = form->upright ? plot->handle->x_axis : plot->handle->y_axis;
    lxw_chart_font font = {.size = form->label_size}, name_font = {.size = 9};
    lxw_chart_line grid = {.color = COLOR_GRID, .width = 0.5F};
    const char *name = clean_line(plot->tab->book->arena, form->value_axis(plot), TITLE_LIMIT);
    if (*name)
        chart_axis_set_name(values, name);
    chart_axis_set_name_font(values, &name_font);
    chart_axis_set_num_font(values, &font);
    chart_axis_set_num_font(categories, &font);
    chart_axis_set_num_format(values, "General");
    chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
    chart_axis_major_gridlines_set_line(values, &grid);
    chart_axis_major_gridlines_set_visible(categories, LXW_FALSE);
    /* Names stay at the edge where values fall below 0. */
    chart_axis_set_label_position(categories, LXW_CHART_AXIS_LABEL_POSITION_LOW);
}

/* Pixels as the library counts them. */
static double grid_pixels(const struct tab *tab)
{
    double pixels = 0;
    for (size_t i = 0; i < tab->columns; i++)
        pixels += (int)(tab->widths[i] * 7 + 0.5) + 5;
    return pixels < WIDEST_CHART ? pixels : WIDEST_CHART;
}

static void insert_chart(const struct plot *plot, lxw_row_t anchor, int rows)
{
    struct book *book = plot->tab->book;
    const char *alt = plot->chart->alt && *plot->chart->alt ? plot->chart->alt : title_of(plot->chart);
    lxw_chart_options options = {.y_offset = CHART_OFFSET,
                                 .x_scale = grid_pixels(plot->tab) / DEFAULT_WIDTH,
                                 .y_scale = (double)(rows * PIXELS_PER_ROW - 2 * CHART_OFFSET) / DEFAULT_HEIGHT,
                                 .object_position = LXW_OBJECT_MOVE_AND_SIZE,
                                 .description = arena_string(book->arena, clean_line(book->arena, alt, ALT_LIMIT))};
    book_check(book, worksheet_insert_chart_opt(plot->tab->handle, anchor, 0, plot->handle, &options), _("插入图表"));
}

static void draw(struct plot *plot, const struct form *form, lxw_row_t anchor, int rows)
{
    struct book *book = plot->tab->book;
    lxw_chart_font title_font = {.size = 11, .bold = LXW_TRUE}, legend_font = {.size = 9};
    plot->handle = workbook_add_chart(book->workbook, form->type);
    if (!plot->handle)
        memory_exhausted();
    form->draw(plot);
    set_axes(plot, form);
    chart_title_set_name(plot->handle, clean_line(book->arena, title_of(plot->chart), TITLE_LIMIT));
    chart_title_set_name_font(plot->handle, &title_font);
    chart_legend_set_position(plot->handle, form->legend);
    chart_legend_set_font(plot->handle, &legend_font);
    insert_chart(plot, anchor, rows);
}

void chart_write(struct tab *tab, const struct chart *chart)
{
    const struct form *form = form_of(chart->kind);
    int rows = (form->pixels(chart) + PIXELS_PER_ROW - 1) / PIXELS_PER_ROW;
    struct plot plot = {.tab = tab, .chart = chart, .numbers = chart_table(chart, CHART_TO_DRAW, tab->book->arena)};
    const struct table *table = plot.numbers.table;
    /* A chart must not be cut in two by an estimate that has drifted. */
    if (tab->drifted)
        tab_break(tab);
    tab_keep(tab, (double)rows * POINTS_PER_ROW + table_height(table, DRESS_CHART));
    lxw_row_t anchor = tab->row;
    for (int i = 0; i < rows; i++)
        tab_next(tab, POINTS_PER_ROW);
    plot.first = table_write(tab, table, DRESS_CHART);
    if (tab->book->error || !table->row_count)
        return;
    plot.last = plot.first + (lxw_row_t)table->row_count - 1;
    draw(&plot, form, anchor, rows);
}
