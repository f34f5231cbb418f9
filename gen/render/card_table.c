/* SPDX-License-Identifier: MIT */
#include "render/card_table.h"

#include "base/text.h"

const char *marked_text(struct arena *arena, const struct cell *cell)
{
    static const char *const marks[] = {
        [MARK_NONE] = "", [MARK_REACHED] = "●", [MARK_BEHIND] = "▲", [MARK_PENDING] = "○", [MARK_MISSING] = ""};
    return *marks[cell->mark] ? arena_format(arena, "%s%s", marks[cell->mark], cell->text) : cell->text;
}

const struct table *marked_table(struct arena *arena, const struct table *table)
{
    size_t count = table->row_count * table->column_count, marked = 0;
    for (size_t i = 0; i < count; i++)
        marked += table->cells[i].mark != MARK_NONE;
    if (!marked)
        return table;
    struct cell *cells = arena_copy(arena, table->cells, count * sizeof *cells);
    for (size_t i = 0; i < count; i++)
        cells[i].text = marked_text(arena, &cells[i]);
    struct table copy = *table;
    copy.cells = cells;
    return arena_copy(arena, &copy, sizeof copy);
}

/* ---- cards ---- */

static struct cell figure_cell(struct arena *arena, const struct card *card)
{
    const char *unit = card->unit ? card->unit : "", *beside = card->beside ? card->beside : "";
    return cell_text(arena_format(arena, "%s%s%s%s", card->figure.text, unit,
                                  *beside && !text_starts(beside, "，") ? "　" : "", beside));
}

static struct cell state_cell(struct arena *arena, const struct card *card)
{
    struct cell cell = card->state;
    if (cell.kind != CELL_EMPTY)
        cell.text = marked_text(arena, &card->state);
    return cell;
}

static struct cell spark_cell(struct arena *arena, const struct card *card)
{
    (void)arena;
    return card->spark.count ? cell_text(card->spark.alt) : cell_empty();
}

static struct cell text_cell(struct arena *arena, const struct card *card)
{
    (void)arena;
    return card->text && *card->text ? cell_text(card->text) : cell_empty();
}

const struct table *card_table(struct arena *arena, const struct cards *cards)
{
    static struct cell (*const rows[])(struct arena * arena, const struct card *card) = {figure_cell, state_cell,
                                                                                         spark_cell, text_cell};
    enum { WIDTH = 40 };
    struct table_builder t;
    table_begin(&t, arena, 1);
    for (size_t i = 0; i < cards->count; i++)
        table_column(&t, cards->items[i].name, NULL, NULL, ALIGN_LEFT, WIDTH / (int)cards->across);
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        bool used = false;
        for (size_t i = 0; i < cards->count; i++)
            used = used || rows[row](arena, &cards->items[i]).kind != CELL_EMPTY;
        for (size_t i = 0; i < cards->count && used; i++)
            table_cell(&t, rows[row](arena, &cards->items[i]));
    }
    return table_end(&t);
}
