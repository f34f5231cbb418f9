/* SPDX-License-Identifier: MIT */
#include "base/message.h"
#include "render/xlsx/clean.h"
#include "render/xlsx/tab.h"

enum { PIXELS_PER_ROW = 20, POINTS_PER_ROW = 15, DEFAULT_WIDTH = 480, DEFAULT_HEIGHT = 288 };
enum {
    BAR_PIXELS = 19,
    ROOMY_BAR_PIXELS = 26,
    FEW_BARS = 10,
    BARS_FRAME = 88,
    BARS_LEAST = 200,
    LINES_HEIGHT = 300,
    WIDEST_CHART = 1000
};
enum { CHART_OFFSET = 3 }; /* pixels off the row's edge, or its frame would show on the page before, too */
enum { TITLE_LIMIT = 255, ALT_LIMIT = 1000, LABEL_LIMIT = 255 };
enum { LABEL_WIDTH = 8, VALUE_WIDTH = 6 };

/* Told apart by lightness and by form too, for grey print. */
enum {
    COLOR_OWN = 0x6B97C9,
    COLOR_OWN_LINE = 0x1F3F66,
    COLOR_BAR = 0xCEDBEB,
    COLOR_TARGET = 0x262626,
    COLOR_REFERENCE = 0xB23A1E,
    COLOR_GRID = 0xD9D9D9
};

/* ---- the numbers below the chart, which are also what it draws ---- */

/* A text in the value's place would count as a bar of 0: the word goes to the label, the value stays blank. */
static void add_bar(struct table_builder *t, const struct chart *chart, const struct chart_bar *bar, bool targets,
                    bool reference)
{
    bool word = bar->value.kind == CELL_TEXT && *bar->value.text;
    struct cell value = bar->value.kind == CELL_NUMBER ? bar->value : cell_empty();
    struct cell target = bar->target.kind == CELL_NUMBER ? bar->target : cell_empty();
    table_cell(t, cell_text(word ? arena_format(t->arena, "%s（%s）", bar->label, bar->value.text) : bar->label));
    table_cell(t, value);
    if (targets)
        table_cell(t, target);
    if (reference)
        table_cell(t, chart->reference);
}

static bool has_targets(const struct chart *chart)
{
    for (size_t i = 0; i < chart->bar_count; i++)
        if (chart->bars[i].target.kind == CELL_NUMBER)
            return true;
    return false;
}

static const char *or_else(const char *text, const char *otherwise)
{
    return text && *text ? text : otherwise;
}

static void build_bars(struct table_builder *t, const struct chart *chart)
{
    bool targets = has_targets(chart), reference = chart->reference.kind == CELL_NUMBER;
    table_column(t, _("名称"), NULL, NULL, ALIGN_LEFT, LABEL_WIDTH);
    table_column(t, _("数值"), NULL, NULL, ALIGN_RIGHT, VALUE_WIDTH);
    if (targets)
        table_column(t, or_else(chart->target_label, _("目标")), NULL, NULL, ALIGN_RIGHT, VALUE_WIDTH);
    if (reference)
        table_column(t, or_else(chart->reference_label, _("参照")), NULL, NULL, ALIGN_RIGHT, VALUE_WIDTH);
    for (size_t i = 0; i < chart->bar_count; i++)
        add_bar(t, chart, &chart->bars[i], targets, reference);
}

static void build_lines(struct table_builder *t, const struct chart *chart)
{
    table_column(t, _("时期"), NULL, NULL, ALIGN_LEFT, LABEL_WIDTH);
    for (size_t s = 0; s < chart->series_count; s++)
        table_column(t, chart->series[s].label, NULL, NULL, ALIGN_RIGHT, VALUE_WIDTH);
    for (size_t i = 0; i < chart->category_count; i++) {
        table_cell(t, cell_text(chart->categories[i]));
        for (size_t s = 0; s < chart->series_count; s++) {
            const struct cell *value = &chart->series[s].values[i];
            table_cell(t, value->kind == CELL_NUMBER ? *value : cell_empty());
        }
    }
}

const struct table *chart_table(const struct chart *chart, struct arena *arena)
{
    struct table_builder t;
    table_begin(&t, arena, 1);
    const char *unit = chart->unit && *chart->unit ? arena_format(arena, _("（单位：%s）"), chart->unit) : "";
    t.table.title =
        arena_format(arena, _("图表数据：%s%s"), clean_line(arena, or_else(chart->title, ""), TITLE_LIMIT), unit);
    if (chart->kind == CHART_LINES)
        build_lines(&t, chart);
    else
        build_bars(&t, chart);
    return table_end(&t);
}

/* ---- the chart ---- */

/* What all parts of a chart need to know: the cells of its numbers. */
struct plot {
    struct tab *tab;
    const struct chart *chart;
    lxw_chart *handle;
    lxw_row_t first, last; /* body rows */
};

/* A series over one column of the numbers, named by the column's head. */
static lxw_chart_series *add_series(const struct plot *plot, lxw_col_t column)
{
    const char *name = plot->tab->section->name;
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
    lxw_chart_font font = {.size = 8};
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
static void add_target_frames(const struct plot *plot, lxw_col_t column)
{
    lxw_chart_series *series = add_series(plot, column);
    lxw_chart_fill hollow = {.none = LXW_TRUE};
    lxw_chart_line frame = {.color = COLOR_TARGET, .width = 1.5F};
    chart_series_set_fill(series, &hollow);
    chart_series_set_line(series, &frame);
    chart_set_series_overlap(plot->handle, 100);
}

/* The region's value, as a dashed line across all bars: the trend of an invisible constant series. */
static void add_reference_line(const struct plot *plot, lxw_col_t column)
{
    lxw_chart_series *series = add_series(plot, column);
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
    bool targets = has_targets(plot->chart), reference = plot->chart->reference.kind == CELL_NUMBER;
    add_value_bars(plot);
    if (targets)
        add_target_frames(plot, 2);
    /* A trend needs two points. */
    if (reference && plot->chart->bar_count > 1) {
        add_reference_line(plot, targets ? 3 : 2);
        chart_set_series_overlap(plot->handle, 100);
    }
    chart_set_series_gap(plot->handle, 45);
    /* Of a bar chart x is the value axis; the first bar belongs at the top, the values at the bottom. */
    chart_axis_set_reverse(plot->handle->y_axis);
    chart_axis_set_crossing_max(plot->handle->y_axis);
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
        lxw_chart_series *series = add_series(plot, (lxw_col_t)(i + 1));
        chart_series_set_line(series, &line);
        chart_series_set_marker_type(series, data->own ? LXW_CHART_MARKER_CIRCLE : styles[style].marker);
        chart_series_set_marker_size(series, 6);
        chart_series_set_marker_line(series, &marker_line);
        chart_series_set_marker_fill(series, &marker_fill);
    }
    chart_show_blanks_as(plot->handle, LXW_CHART_BLANKS_AS_GAP);
}

/* What the bars, frames and the line mean, in words below the value axis: a legend would name the invisible series of
 * the line, and programs disagree on which entry a deletion means when bars run from top to bottom. */
static const char *bars_key(const struct plot *plot)
{
    const struct chart *chart = plot->chart;
    struct buffer key = {.arena = plot->tab->book->arena};
    if (chart->unit && *chart->unit)
        buffer_format(&key, _("单位：%s　　"), chart->unit);
    buffer_add(&key, _("色条：实际"));
    for (size_t i = 0; i < chart->bar_count; i++)
        if (chart->bars[i].own)
            buffer_format(&key, _("（深色：%s）"), chart->bars[i].label);
    if (has_targets(chart))
        buffer_format(&key, _("　　黑框：%s"), or_else(chart->target_label, _("目标")));
    if (chart->reference.kind == CELL_NUMBER)
        buffer_format(&key, _("　　虚线：%s %s"), or_else(chart->reference_label, _("参照")), chart->reference.text);
    return clean_line(key.arena, buffer_text(&key), TITLE_LIMIT);
}

static void set_axes(const struct plot *plot)
{
    bool lines = plot->chart->kind == CHART_LINES;
    lxw_chart_axis *values = lines ? plot->handle->y_axis : plot->handle->x_axis;
    lxw_chart_axis *categories = lines ? plot->handle->x_axis : plot->handle->y_axis;
    struct arena *arena = plot->tab->book->arena;
    lxw_chart_font font = {.size = lines ? 9 : 8};
    lxw_chart_line grid = {.color = COLOR_GRID, .width = 0.5F};
    if (!lines)
        chart_axis_set_name(values, bars_key(plot));
    else if (plot->chart->unit && *plot->chart->unit)
        chart_axis_set_name(values, clean_line(arena, plot->chart->unit, TITLE_LIMIT));
    lxw_chart_font name_font = {.size = 9};
    chart_axis_set_name_font(values, &name_font);
    chart_axis_set_num_font(values, &font);
    chart_axis_set_num_font(categories, &font);
    chart_axis_set_num_format(values, "General");
    chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
    chart_axis_major_gridlines_set_line(values, &grid);
    chart_axis_major_gridlines_set_visible(categories, LXW_FALSE);
    if (!lines)
        chart_axis_set_interval_unit(categories, 1); /* every bar is named, however close they stand */
    /* Names stay at the edge where values fall below 0. */
    chart_axis_set_label_position(categories, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    if (!lines)
        chart_axis_set_interval_unit(categories, 1); /* every bar has its name, however many there are */
}

static int chart_height(const struct chart *chart)
{
    if (chart->kind == CHART_LINES)
        return LINES_HEIGHT;
    /* Two charts of few bars go on a page; of many only one does, and small gaps would cost every second name. */
    int pixels = chart->bar_count <= FEW_BARS ? BAR_PIXELS : ROOMY_BAR_PIXELS;
    int height = (int)chart->bar_count * pixels + BARS_FRAME;
    return height < BARS_LEAST ? BARS_LEAST : height;
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
    const char *alt = plot->chart->alt && *plot->chart->alt ? plot->chart->alt : or_else(plot->chart->title, "");
    lxw_chart_options options = {.y_offset = CHART_OFFSET,
                                 .x_scale = grid_pixels(plot->tab) / DEFAULT_WIDTH,
                                 .y_scale = (double)(rows * PIXELS_PER_ROW - 2 * CHART_OFFSET) / DEFAULT_HEIGHT,
                                 .object_position = LXW_OBJECT_MOVE_AND_SIZE,
                                 .description = arena_string(book->arena, clean_line(book->arena, alt, ALT_LIMIT))};
    book_check(book, worksheet_insert_chart_opt(plot->tab->handle, anchor, 0, plot->handle, &options), _("插入图表"));
}

void chart_write(struct tab *tab, const struct chart *chart)
{
    struct book *book = tab->book;
    int rows = (chart_height(chart) + PIXELS_PER_ROW - 1) / PIXELS_PER_ROW;
    const struct table *table = chart_table(chart, book->arena);
    /* A chart must not be cut in two by an estimate that has drifted. */
    if (tab->drifted)
        tab_break(tab);
    tab_keep(tab, (double)rows * POINTS_PER_ROW + table_height(table, DRESS_CHART));
    lxw_row_t anchor = tab->row;
    for (int i = 0; i < rows; i++)
        tab_next(tab, POINTS_PER_ROW);
    struct plot plot = {.tab = tab, .chart = chart};
    plot.first = table_write(tab, table, DRESS_CHART);
    if (book->error || !table->row_count)
        return;
    plot.last = plot.first + (lxw_row_t)table->row_count - 1;
    plot.handle = workbook_add_chart(book->workbook, chart->kind == CHART_LINES ? LXW_CHART_LINE : LXW_CHART_BAR);
    if (!plot.handle)
        memory_exhausted();
    if (chart->kind == CHART_LINES)
        draw_lines(&plot);
    else
        draw_bars(&plot);
    set_axes(&plot);
    lxw_chart_font title_font = {.size = 11, .bold = LXW_TRUE}, legend_font = {.size = 9};
    chart_title_set_name(plot.handle, clean_line(book->arena, or_else(chart->title, ""), TITLE_LIMIT));
    chart_title_set_name_font(plot.handle, &title_font);
    chart_legend_set_position(plot.handle,
                              chart->kind == CHART_LINES ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
    chart_legend_set_font(plot.handle, &legend_font);
    insert_chart(&plot, anchor, rows);
}
