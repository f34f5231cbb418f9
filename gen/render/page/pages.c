/* SPDX-License-Identifier: MIT */
#include "render/page/pages.h"

#include "render/page/head.h"

#include <math.h>

#define EPSILON 0.05

void pages_begin(struct layout *layout, const char *name)
{
    if (layout->page++)
        layout->paper->page_end(layout->file);
    layout->paper->page_begin(layout->file, name);
    layout->used = layout->grid = 0;
    layout->turned = false;
    page_marks_draw(layout);
    if (layout->landscape) {
        layout->paper->turn(layout->file, TURNED_LEFT, TURNED_BOTTOM);
        layout->turned = true;
        layout->left = layout->top = 0;
    } else {
        layout->left = TYPE_LEFT;
        layout->top = TYPE_TOP;
    }
}

/* Where an item begins when the page is filled down to y. */
static double start_of(const struct layout *layout, const struct item *item, double y, double grid)
{
    double pitch = layout->measure.pitch;
    return item->snap && layout->measure.grid ? grid + ceil((y - grid - EPSILON) / pitch) * pitch : y;
}

/* How far a page that begins with item `first` at height y can go: the index of the first item that doesn't fit. */
static size_t fill(const struct layout *layout, size_t first, double y)
{
    bool empty = y <= EPSILON;
    double grid = layout->grid;
    for (size_t i = first; i < layout->item_count; i++) {
        const struct item *item = &layout->items[i];
        if (item->blank && empty)
            continue;
        double begin = start_of(layout, item, y, grid);
        if (i == first && item->repeat)
            begin += item->repeat->height;
        if (!item->blank && begin + item->need > layout->height + EPSILON)
            return i;
        y = begin + item->height;
        grid = item->regrid ? y : grid;
        empty = false;
    }
    return layout->item_count;
}

/* The last place at or before `overflow` where the page may end. */
static size_t break_before(const struct layout *layout, size_t first, size_t overflow)
{
    for (size_t i = overflow; i > first; i--)
        if (!layout->items[i].glue)
            return i;
    return overflow;
}

static void draw_item(struct layout *layout, const struct item *item, double y)
{
    if (item->outline) {
        double x, page_y;
        layout_to_page(layout, layout->left, layout->top + y, &x, &page_y);
        layout->paper->outline(layout->file, item->depth, item->outline, layout->landscape ? TYPE_TOP : page_y);
    }
    if (item->draw)
        item->draw(layout, item, layout->top + y);
}

static double draw_items(struct layout *layout, size_t first, size_t end, double y)
{
    bool empty = y <= EPSILON;
    for (size_t i = first; i < end; i++) {
        const struct item *item = &layout->items[i];
        if (item->blank && empty)
            continue;
        double begin = start_of(layout, item, y, layout->grid);
        if (i == first && item->repeat && empty) {
            draw_item(layout, item->repeat, begin);
            begin += item->repeat->height;
        }
        draw_item(layout, item, begin);
        y = begin + item->height;
        layout->grid = item->regrid ? y : layout->grid;
        empty = false;
        if (item->close && i + 1 == end && end < layout->item_count)
            item->close(layout, item, layout->top + y);
    }
    return y;
}

void pages_flush(struct layout *layout)
{
    for (size_t first = 0; first < layout->item_count;) {
        size_t overflow = fill(layout, first, layout->used);
        size_t end = overflow == layout->item_count ? overflow : break_before(layout, first, overflow);
        if (end == first && layout->used <= EPSILON)
            end = first + 1; /* higher than a page: table.c and chart.c see to it that this never happens */
        layout->used = draw_items(layout, first, end, layout->used);
        first = end;
        if (first < layout->item_count)
            pages_begin(layout, NULL);
    }
    layout->items = NULL;
    layout->item_count = 0;
}
