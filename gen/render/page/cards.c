/* SPDX-License-Identifier: MIT */
/* Cards side by side, each below a rule of its own. */
#include "render/page/sheet.h"
#include "render/page/title.h"

#include <math.h>
#include <string.h>

#define FIGURE_SIZE 19.0
#define SMALL_FIGURE_SIZE 15.0 /* of cards without a course */
#define NAME_SIZE SIZE_SMALL_5
#define UNIT_SIZE 8.5
#define CARD_GAP (2.4 * MM)
#define TIGHT 0.8
#define TEXT_GAP 2.0  /* pt above a text */
#define UNIT_LEAD 1.5 /* pt between a figure and its unit */

struct lines {
    const struct line *items;
    size_t count;
};

struct shaped {
    const struct card *card;
    struct lines name, text, caption, state;
    struct line figure, unit, beside;
    struct spark_lines spark;
};

struct row {
    struct shaped *cards;
    size_t count;
    double width; /* of one */
    /* Of all cards alike, so that their parts stand in one line: how many lines the name, and what stands beside the
     * figure where that has no room there; which parts there are. */
    size_t names, states, captions, texts;
    bool beside_below, sparks;
    double figure; /* size */
};

/* ---- shaping ---- */

static struct lines wrapped(struct layout *layout, enum font_role face, double size, double width, const char *utf8,
                            bool justify)
{
    struct lines lines = {0};
    struct text text = layout_shape(layout, face, utf8 ? utf8 : "");
    struct line_style style = {.size = size, .width = width, .justify = justify};
    if (utf8 && *utf8)
        lines.items = (justify ? text_lines : text_balance)(layout->arena, &text, &style, &lines.count);
    return lines;
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

static bool is_signed(const struct cell *cell)
{
    return cell->mark != MARK_NONE && cell->mark != MARK_MISSING;
}

/* The larger size, unless a figure with its unit would not go into its card. */
static double figure_size(struct layout *layout, const struct row *row, const struct cards *cards)
{
    bool sparks = false, wide = false;
    for (size_t i = 0; i < cards->count; i++) {
        const struct card *card = &cards->items[i];
        double width = layout_line(layout, FONT_TITLE, FIGURE_SIZE, card->figure.text).width +
                       layout_line(layout, FONT_SONG, UNIT_SIZE, card->unit ? card->unit : "").width;
        wide = wide || (card->figure.kind == CELL_NUMBER && width + 2 > row->width);
        sparks = sparks || card->spark.count;
    }
    return sparks && !wide ? FIGURE_SIZE : SMALL_FIGURE_SIZE;
}

static void shape_card(struct layout *layout, struct row *row, struct shaped *shaped, const struct card *card)
{
    shaped->card = card;
    shaped->name = wrapped(layout, FONT_HEI, NAME_SIZE, row->width, card->name, false);
    shaped->figure = layout_line(layout, card->figure.kind == CELL_NUMBER ? FONT_TITLE : FONT_HEI,
                                 card->figure.kind == CELL_NUMBER ? row->figure : SIZE_SMALL_4,
                                 sheet_figure(layout->arena, &card->figure));
    shaped->unit = layout_line(layout, FONT_SONG, UNIT_SIZE, card->unit ? card->unit : "");
    shaped->beside = layout_line(layout, FONT_SONG, UNIT_SIZE, card->beside ? card->beside : "");
    double sign = is_signed(&card->state) ? MARK_SPAN + 2 : 0;
    shaped->state = wrapped(layout, FONT_HEI, NAME_SIZE, row->width - sign, card->state.text, false);
    shaped->spark = spark_shape(layout, &card->spark);
    shaped->caption =
        wrapped(layout, FONT_SONG, SHEET_SMALLEST, row->width, card->spark.count ? card->spark.caption : "", false);
    shaped->text = wrapped(layout, FONT_SONG, SHEET_SMALLEST, row->width, card->text, true);
    double beside = shaped->figure.width + shaped->unit.width + shaped->beside.width + UNIT_LEAD + UNIT_SIZE * 0.4;
    row->beside_below = row->beside_below || (shaped->beside.count && beside > row->width);
    row->names = larger(row->names, shaped->name.count);
    row->captions = larger(row->captions, shaped->caption.count);
    row->texts = larger(row->texts, shaped->text.count);
    row->states = larger(row->states, shaped->state.count);
    row->sparks = row->sparks || card->spark.count;
}

/* ---- drawing ---- */

static void draw_lines(struct layout *layout, const struct lines *lines, double x, double y, double pitch,
                       struct colour colour)
{
    for (size_t i = 0; i < lines->count; i++)
        layout_draw_line(layout, &lines->items[i], x, y + (double)i * pitch, colour);
}

static double draw_figure(struct layout *layout, const struct row *row, const struct shaped *shaped, double x, double y)
{
    double height = sheet_height(layout, row->sparks ? SHEET_CARD_FIGURE : SHEET_CARD_SMALL_FIGURE);
    double base = y + height - row->figure * 0.22;
    layout_draw_on_baseline(layout, &shaped->figure, x, base, sheet_black);
    double at = x + shaped->figure.width + UNIT_LEAD;
    layout_draw_on_baseline(layout, &shaped->unit, at, base, sheet_black);
    at += shaped->unit.width + (shaped->unit.count ? UNIT_SIZE * 0.4 : 0);
    if (shaped->card->beside && strncmp(shaped->card->beside, "，", strlen("，")) == 0)
        at -= UNIT_SIZE * 0.4;
    y += height;
    if (!row->beside_below) {
        layout_draw_on_baseline(layout, &shaped->beside, at, base, sheet_black);
        return y;
    }
    layout_draw_line(layout, &shaped->beside, x, y, sheet_black);
    return y + sheet_height(layout, SHEET_CARD_LINE);
}

static void draw_card(struct layout *layout, const struct row *row, const struct shaped *shaped, double x, double y)
{
    double name = sheet_height(layout, SHEET_CARD_NAME), line = sheet_height(layout, SHEET_CARD_LINE);
    layout_rule(layout, x, y, x + row->width, y, (struct stroke){SHEET_RULE, 0, sheet_black});
    y += sheet_height(layout, SHEET_CARD_AROUND) * TIGHT;
    draw_lines(layout, &shaped->name, x, y, name, sheet_black);
    y = draw_figure(layout, row, shaped, x, y + (double)row->names * name);
    const struct cell *state = &shaped->card->state;
    sign_draw(layout, state->mark, x, y + NAME_SIZE / 2);
    draw_lines(layout, &shaped->state, is_signed(state) ? x + MARK_SPAN + 2 : x, y, name, sheet_black);
    y += (double)row->states * sheet_height(layout, SHEET_CARD_STATE);
    if (row->sparks) {
        double height = sheet_height(layout, SHEET_CARD_SPARK);
        if (shaped->card->spark.count)
            spark_draw(layout, &shaped->card->spark, &shaped->spark, (struct box){x, y, row->width, height});
        y += height + 2;
        draw_lines(layout, &shaped->caption, x, y, line, sheet_second);
        y += (double)row->captions * line;
    }
    draw_lines(layout, &shaped->text, x, y + TEXT_GAP, line, sheet_black);
}

static void draw_row(struct layout *layout, const struct item *item, double y)
{
    const struct row *row = item->data;
    for (size_t i = 0; i < row->count; i++) {
        const struct card *card = row->cards[i].card;
        bool told = card->spark.count && card->spark.alt && *card->spark.alt;
        if (told)
            layout->paper->figure_begin(layout->file, card->spark.alt);
        draw_card(layout, row, &row->cards[i], layout->left + (double)i * (row->width + CARD_GAP), y);
        if (told)
            layout->paper->figure_end(layout->file);
    }
}

/* ---- items ---- */

static double height_of(const struct layout *layout, const struct row *row)
{
    double height = sheet_height(layout, SHEET_CARD_AROUND);
    height += (double)row->names * sheet_height(layout, SHEET_CARD_NAME);
    height += sheet_height(layout, row->sparks ? SHEET_CARD_FIGURE : SHEET_CARD_SMALL_FIGURE);
    height += row->beside_below ? sheet_height(layout, SHEET_CARD_LINE) : 0;
    height += (double)row->states * sheet_height(layout, SHEET_CARD_STATE);
    height += row->sparks ? sheet_height(layout, SHEET_CARD_SPARK) + 2 : 0;
    height += row->texts ? TEXT_GAP : 0;
    return height + (double)(row->captions + row->texts) * sheet_height(layout, SHEET_CARD_LINE);
}

static void add_row(struct layout *layout, const struct cards *cards, size_t from, size_t count)
{
    struct row *row = arena_alloc(layout->arena, sizeof *row);
    *row = (struct row){.count = count};
    row->width = (layout->width - (double)(cards->across - 1) * CARD_GAP) / (double)cards->across;
    row->cards = arena_alloc(layout->arena, count * sizeof *row->cards);
    row->figure = figure_size(layout, row, cards);
    for (size_t i = 0; i < count; i++)
        shape_card(layout, row, &row->cards[i], &cards->items[from + i]);
    double height = height_of(layout, row);
    layout_add(layout, (struct item){.height = height, .need = height, .draw = draw_row, .data = row});
    layout_space(layout, sheet_height(layout, SHEET_GAP), false);
}

void cards_add(struct layout *layout, const struct cards *cards)
{
    for (size_t from = 0; from < cards->count; from += cards->across)
        add_row(layout, cards, from, cards->count - from < cards->across ? cards->count - from : cards->across);
}
