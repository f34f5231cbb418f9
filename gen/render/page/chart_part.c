/* SPDX-License-Identifier: MIT */
#include "render/page/chart_part.h"

const struct colour chart_own = {24, 66, 122}, chart_other = {150, 172, 202}, chart_dark = {40, 40, 40},
                    chart_pending = {224, 224, 224}, chart_track = {243, 244, 246}, chart_grid = {205, 205, 205};

struct line chart_text(struct layout *layout, enum font_role face, const char *utf8)
{
    return layout_line(layout, face, CHART_TEXT, utf8 ? utf8 : "");
}

void chart_label(struct layout *layout, const struct line *line, double x, double middle, enum align align,
                 struct colour colour)
{
    double left = align == ALIGN_LEFT ? x : align == ALIGN_RIGHT ? x - line->width : x - line->width / 2;
    layout_draw_line(layout, line, left, middle - line->size / 2, colour);
}
