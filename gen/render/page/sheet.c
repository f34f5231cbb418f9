/* SPDX-License-Identifier: MIT */
#include "render/page/sheet.h"

#include "render/page/chart.h"
#include "render/page/paragraph.h"
#include "render/page/title.h"

#include <math.h>

#define TITLE_SIZE 13.0
#define OFFICE_SIZE SIZE_SMALL_5
#define HEADING_SIZE SIZE_SMALL_4
#define REMARK_SIZE 8.5

const struct colour sheet_black = {0, 0, 0}, sheet_white = {255, 255, 255}, sheet_second = {84, 84, 84},
                    sheet_bar = {166, 166, 166}, sheet_hair = {178, 178, 178}, sheet_behind = {217, 217, 217},
                    sheet_push = {191, 191, 191};

double sheet_height(const struct layout *layout, int hundredths)
{
    return hundredths / 100.0 * MM * layout->ease;
}

const char *sheet_figure(struct arena *arena, const struct cell *cell)
{
    if (cell->kind == CELL_NUMBER && *cell->text == '-')
        return arena_format(arena, "−%s", cell->text + 1);
    return cell->text;
}

/* ---- signs ---- */

void dot_draw(struct layout *layout, double x, double y, double radius, struct colour colour)
{
    enum { CORNERS = 24 };
    double points[2 * CORNERS];
    for (int i = 0; i < CORNERS; i++) {
        points[2 * i] = x + radius * cos(2 * M_PI * i / CORNERS);
        points[2 * i + 1] = y + radius * sin(2 * M_PI * i / CORNERS);
    }
    layout_polygon(layout, points, CORNERS, colour);
}

void sign_draw(struct layout *layout, enum cell_mark mark, double x, double middle)
{
    const double radius = 0.75 * MM, half = MARK_SPAN / 2, centre = x + half;
    switch (mark) {
    case MARK_REACHED:
        dot_draw(layout, centre, middle, radius, sheet_second);
        break;
    case MARK_BEHIND:
        layout_polygon(layout,
                       (const double[]){centre, middle - half * 0.86, x, middle + half * 0.86, x + MARK_SPAN,
                                        middle + half * 0.86},
                       3, sheet_black);
        break;
    case MARK_PENDING:
        dot_draw(layout, centre, middle, radius, sheet_second);
        dot_draw(layout, centre, middle, radius - 0.6, sheet_white);
        break;
    case MARK_MISSING:
    case MARK_NONE:
        break;
    }
}

/* ---- head and headline ---- */

struct masthead {
    struct line title, office;
    bool below; /* the office has a line of its own */
};

static void draw_masthead(struct layout *layout, const struct item *item, double y)
{
    const struct masthead *head = item->data;
    double left = layout->left, right = left + layout->width,
           bottom = y + item->height - sheet_height(layout, SHEET_GAP);
    layout_draw_line(layout, &head->title, left, y, sheet_black);
    layout_draw_line(layout, &head->office, right - head->office.width,
                     head->below ? y + TITLE_SIZE * 1.4 : y + TITLE_SIZE - OFFICE_SIZE, sheet_black);
    layout_rule(layout, left, bottom, right, bottom, (struct stroke){SHEET_RULE, 0, sheet_black});
}

static void add_masthead(struct layout *layout)
{
    const struct document *document = layout->document;
    struct masthead *head = arena_alloc(layout->arena, sizeof *head);
    head->title = layout_line(layout, FONT_HEI, TITLE_SIZE, document->title);
    head->office = layout_line(layout, FONT_KAI, OFFICE_SIZE,
                               arena_format(layout->arena, "%s　%s", document->issuer_mark ? document->issuer_mark : "",
                                            document->date_text ? document->date_text : ""));
    head->below = head->title.width + head->office.width + TITLE_SIZE > layout->width;
    double height = sheet_height(layout, SHEET_MASTHEAD) + (head->below ? OFFICE_SIZE * 1.5 : 0);
    layout_add(layout,
               (struct item){.height = height, .need = height, .glue = true, .draw = draw_masthead, .data = head});
}

static void add_headline(struct layout *layout, const char *utf8)
{
    struct text text = layout_shape(layout, FONT_TITLE, utf8);
    size_t count;
    const struct line *lines =
        text_balance(layout->arena, &text, &(struct line_style){.size = SIZE_HEADLINE, .width = layout->width}, &count);
    for (size_t i = 0; i < count; i++)
        layout_add_line(layout, &lines[i], 0, sheet_height(layout, SHEET_HEADLINE))->glue = true;
}

/* ---- headings and notes ---- */

struct heading {
    struct line text, remark;
};

static void draw_heading(struct layout *layout, const struct item *item, double y)
{
    const struct heading *heading = item->data;
    double base = y + item->height - HEADING_SIZE * 1.15;
    layout_draw_line(layout, &heading->text, layout->left, base, sheet_black);
    if (heading->remark.count)
        layout_draw_line(layout, &heading->remark, layout->left + heading->text.width + HEADING_SIZE,
                         base + HEADING_SIZE - REMARK_SIZE - 0.5, sheet_second);
}

/* A note right below a heading stands beside it, where there is room. Returns whether it does. */
static bool add_heading(struct layout *layout, const struct block *block, const struct block *next)
{
    struct heading *heading = arena_alloc(layout->arena, sizeof *heading);
    heading->text = layout_line(layout, FONT_HEI, HEADING_SIZE, block->text);
    if (next && next->kind == BLOCK_PARAGRAPH && next->style == PARAGRAPH_NOTE)
        heading->remark = layout_line(layout, FONT_SONG, REMARK_SIZE, next->text);
    bool beside = heading->remark.count && heading->text.width + HEADING_SIZE + heading->remark.width <= layout->width;
    if (!beside)
        heading->remark.count = 0;
    double height = sheet_height(layout, SHEET_HEADING);
    layout_add(
        layout,
        (struct item){.height = height, .need = height, .draw = draw_heading, .data = heading, .outline = block->text});
    layout->keep_next = true;
    return beside;
}

static void add_text(struct layout *layout, const char *utf8)
{
    struct text text = layout_shape(layout, FONT_SONG, utf8);
    struct line_style style = {.size = SHEET_SMALLEST, .width = layout->width, .justify = true};
    size_t count;
    const struct line *lines = text_lines(layout->arena, &text, &style, &count);
    for (size_t i = 0; i < count; i++)
        layout_add_line(layout, &lines[i], 0, sheet_height(layout, SHEET_NOTE));
}

/* ---- the section ---- */

static void add_blocks(struct layout *layout, const struct section *section)
{
    for (size_t i = 0; i < section->block_count && !layout->error; i++) {
        const struct block *block = &section->blocks[i], *next = i + 1 < section->block_count ? block + 1 : NULL;
        switch (block->kind) {
        case BLOCK_HEADING:
            i += add_heading(layout, block, next);
            break;
        case BLOCK_PARAGRAPH:
            if (block->style == PARAGRAPH_HEADLINE)
                add_headline(layout, block->text);
            else
                add_text(layout, block->text);
            break;
        case BLOCK_TABLE:
            ruled_add(layout, block->table);
            break;
        case BLOCK_CHART:
            chart_add(layout, block->chart);
            break;
        case BLOCK_CARDS:
            if (i && block[-1].kind == BLOCK_PARAGRAPH && block[-1].style == PARAGRAPH_HEADLINE)
                layout_space(layout, sheet_height(layout, SHEET_GAP), true);
            cards_add(layout, block->cards);
            break;
        }
    }
}

static double lay_out(struct layout *layout, const struct section *section, double ease)
{
    double height = 0;
    layout->ease = ease;
    layout->items = NULL;
    layout->item_count = 0;
    layout->keep_next = false;
    add_masthead(layout);
    add_blocks(layout, section);
    for (size_t i = 0; i < layout->item_count; i++)
        height += i + 1 < layout->item_count ? layout->items[i].height : layout->items[i].need;
    return height;
}

void sheet_add(struct layout *layout, const struct section *section)
{
    const double most = SHEET_EASE / 100.0;
    double high = lay_out(layout, section, most);
    if (high <= layout->height || layout->error)
        return;
    double low = lay_out(layout, section, 1);
    if (high > low)
        lay_out(layout, section, fmax(1, 1 + (layout->height - low) / (high - low) * (most - 1) - 0.001));
}
