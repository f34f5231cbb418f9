/* SPDX-License-Identifier: MIT */
/* They are drawn for grey print: what matters is told by darkness, thickness and shape, and every bar and line carries
 * its name and figure, so that there is no legend to decode. */
#include "render/page/chart.h"

#include "render/page/chart_bars.h"
#include "render/page/chart_falls.h"
#include "render/page/chart_lines.h"
#include "render/texts.h"

static void draw_part(struct layout *layout, const struct item *item, double y)
{
    const struct chart_part *part = item->data;
    bool told = part->chart->alt && part->chart->alt[0];
    if (told)
        layout->paper->figure_begin(layout->file, part->chart->alt);
    layout_draw_line(layout, &part->title, layout->left + (layout->width - part->title.width) / 2, y, colour_black);
    y += part->title.size * 1.6;
    switch (part->chart->kind) {
    case CHART_BARS:
    case CHART_PROGRESS:
        bars_draw(layout, part, y);
        break;
    case CHART_LINES:
        lines_draw(layout, part, y);
        break;
    case CHART_WATERFALL:
        falls_draw(layout, part, y);
        break;
    }
    if (told)
        layout->paper->figure_end(layout->file);
}

/* 标题（单位：%）; on further parts （续图）. */
static struct line title_line(struct layout *layout, const struct chart *chart, bool continued)
{
    const char *text = chart_caption(layout->arena, chart, continued);
    double size = SIZE_SMALL_4;
    struct line line = layout_line(layout, FONT_HEI, size, text);
    if (line.width > layout->width)
        line = layout_line(layout, FONT_HEI, size * layout->width / line.width, text);
    return line;
}

static void add_part(struct layout *layout, struct chart_part part, double body)
{
    /* A waterfall shows what the paragraph above it says: they stay together. */
    bool glue = part.chart->kind == CHART_WATERFALL && layout->previous != PREVIOUS_NONE;
    for (size_t i = layout->paragraph + 1; glue && i < layout->item_count; i++)
        layout->items[i].glue = true;
    part.title = title_line(layout, part.chart, part.from > 0);
    part.height = part.title.size * 1.6 + body;
    layout_space(layout, layout->measure.pitch * 0.4, glue);
    layout_add(layout, (struct item){.height = part.height,
                                     .need = part.height,
                                     .glue = glue,
                                     .draw = draw_part,
                                     .data = arena_copy(layout->arena, &part, sizeof part)});
}

/* Parts of about equal length rather than full pages and a rest. */
static void add_bars(struct layout *layout, const struct chart *chart)
{
    size_t most = bars_that_fit(layout, chart, layout->height - SIZE_SMALL_4 * 1.6);
    size_t parts = (chart->bar_count + most - 1) / most, each = parts ? (chart->bar_count + parts - 1) / parts : 0;
    for (size_t from = 0; from < chart->bar_count; from += each) {
        size_t to = from + each < chart->bar_count ? from + each : chart->bar_count;
        add_part(layout, (struct chart_part){.chart = chart, .from = from, .to = to},
                 bars_height(layout, chart, to - from));
    }
}

/* Labels are shaped when they are drawn; a missing character must be known before the page is begun. */
static void check_texts(struct layout *layout, const struct chart *chart)
{
    for (size_t i = 0; i < chart->bar_count; i++) {
        chart_text(layout, FONT_SONG, chart->bars[i].label);
        chart_text(layout, FONT_SONG, chart->bars[i].value.text);
        chart_text(layout, FONT_SONG, chart->bars[i].target.text);
        chart_text(layout, FONT_SONG, chart->bars[i].inside);
        chart_text(layout, FONT_SONG, chart->bars[i].gap);
        for (size_t f = 0; f < chart->figure_count; f++)
            chart_text(layout, FONT_SONG, chart->bars[i].figures[f].text);
    }
    for (size_t f = 0; f < chart->figure_count; f++)
        chart_text(layout, FONT_HEI, chart->figure_heads[f]);
    chart_text(layout, FONT_HEI, chart->axis_head);
    chart_text(layout, FONT_SONG, chart->note);
    for (size_t i = 0; i < chart->series_count; i++)
        chart_text(layout, FONT_SONG, chart->series[i].label);
    for (size_t i = 0; i < chart->category_count; i++)
        chart_text(layout, FONT_SONG, chart->categories[i]);
}

void chart_add(struct layout *layout, const struct chart *chart)
{
    const char *place = layout->place;
    if (chart->title && chart->title[0])
        layout->place = chart->title;
    check_texts(layout, chart);
    switch (chart->kind) {
    case CHART_BARS:
    case CHART_PROGRESS:
        add_bars(layout, chart);
        break;
    case CHART_LINES:
        add_part(layout, (struct chart_part){.chart = chart}, lines_height());
        break;
    case CHART_WATERFALL:
        add_part(layout, (struct chart_part){.chart = chart}, falls_height(layout, chart));
        break;
    }
    layout_space(layout, layout->measure.pitch * 0.4, false);
    layout->place = place;
}
