/* SPDX-License-Identifier: MIT */
#include "render/chart_table.h"

/* Widths as columns have them: of the names of bars, of those of categories, of figures. */
static const struct {
    int bar, category, figure;
} widths[] = {[CHART_TO_READ] = {8, 6, 4}, [CHART_TO_DRAW] = {8, 8, 6}};

static struct cell figure_only(const struct cell *cell)
{
    return cell->kind == CELL_NUMBER ? *cell : cell_empty();
}

/* A bar's name; its word for having no figure goes along where the column has only figures. */
static struct cell bar_name(struct arena *arena, const struct chart_bar *bar, enum chart_use use)
{
    bool word = use == CHART_TO_DRAW && bar->value.kind == CELL_TEXT && *bar->value.text;
    return cell_text(word ? arena_format(arena, "%s（%s）", bar->label, bar->value.text) : bar->label);
}

static bool has_targets(const struct chart *chart)
{
    for (size_t i = 0; i < chart->bar_count; i++)
        if (chart->bars[i].target.kind == CELL_NUMBER)
            return true;
    return false;
}

static void add_bar_columns(struct table_builder *t, struct chart_table *made, const struct chart *chart,
                            enum chart_use use)
{
    int figure = widths[use].figure;
    table_column(t, chart->name_head, NULL, NULL, ALIGN_LEFT, widths[use].bar);
    table_column(t, chart->figure_head, NULL, NULL, ALIGN_RIGHT, figure);
    if (has_targets(chart)) {
        made->target_column = t->table.column_count;
        table_column(t, chart->target_label, NULL, NULL, ALIGN_RIGHT, figure);
    }
    if (use == CHART_TO_DRAW && chart->reference.kind == CELL_NUMBER) {
        made->reference_column = t->table.column_count;
        table_column(t, chart->reference_label, NULL, NULL, ALIGN_RIGHT, figure);
    }
}

static void add_bars(struct table_builder *t, struct chart_table *made, const struct chart *chart, enum chart_use use)
{
    add_bar_columns(t, made, chart, use);
    for (size_t i = 0; i < chart->bar_count; i++) {
        const struct chart_bar *bar = &chart->bars[i];
        made->own_row = bar->own ? i : made->own_row;
        table_cell(t, bar_name(t->arena, bar, use));
        table_cell(t, use == CHART_TO_READ ? bar->value : figure_only(&bar->value));
        if (made->target_column != NOT_THERE)
            table_cell(t, figure_only(&bar->target));
        if (made->reference_column != NOT_THERE)
            table_cell(t, chart->reference);
    }
    if (use == CHART_TO_READ && chart->reference.kind == CELL_NUMBER) {
        table_cell(t, cell_text(chart->reference_label));
        table_cell(t, chart->reference);
        if (made->target_column != NOT_THERE)
            table_cell(t, cell_empty());
    }
}

/* A bar's name, what it prints, the figures beside it; and where it is drawn from them its parts. */
static void add_falls(struct table_builder *t, struct chart_table *made, const struct chart *chart, enum chart_use use)
{
    const char *const parts[] = {chart->base_head, chart->above_head, chart->below_head};
    int figure = widths[use].figure;
    bool draw = use == CHART_TO_DRAW;
    table_column(t, chart->name_head, NULL, NULL, ALIGN_LEFT, widths[use].bar);
    table_column(t, chart->figure_head, NULL, NULL, ALIGN_RIGHT, figure);
    for (size_t i = 0; i < chart->figure_count; i++)
        table_column(t, chart->figure_heads[i], NULL, NULL, ALIGN_RIGHT, figure);
    made->base_column = draw ? t->table.column_count : NOT_THERE;
    for (size_t i = 0; draw && i < sizeof parts / sizeof *parts; i++)
        table_column(t, parts[i], NULL, NULL, ALIGN_RIGHT, figure);
    for (size_t i = 0; i < chart->bar_count; i++) {
        const struct chart_bar *bar = &chart->bars[i];
        table_cell(t, bar_name(t->arena, bar, use));
        table_cell(t, bar->value);
        for (size_t f = 0; f < chart->figure_count; f++)
            table_cell(t, draw ? figure_only(&bar->figures[f]) : bar->figures[f]);
        if (draw) {
            table_cell(t, bar->base);
            table_cell(t, bar->above);
            table_cell(t, bar->below);
        }
    }
}

static void add_lines(struct table_builder *t, struct chart_table *made, const struct chart *chart, enum chart_use use)
{
    table_column(t, chart->name_head, NULL, NULL, ALIGN_LEFT, widths[use].category);
    for (size_t s = 0; s < chart->series_count; s++) {
        made->own_column = chart->series[s].own ? s + 1 : made->own_column;
        table_column(t, chart->series[s].label, NULL, NULL, ALIGN_RIGHT, widths[use].figure);
    }
    for (size_t i = 0; i < chart->category_count; i++) {
        table_cell(t, cell_text(chart->categories[i]));
        for (size_t s = 0; s < chart->series_count; s++) {
            const struct cell *value = &chart->series[s].values[i];
            table_cell(t, use == CHART_TO_READ ? *value : figure_only(value));
        }
    }
}

struct chart_table chart_table(const struct chart *chart, enum chart_use use, struct arena *arena)
{
    struct chart_table made = {NULL, NOT_THERE, NOT_THERE, NOT_THERE, NOT_THERE, NOT_THERE};
    struct table_builder t;
    table_begin(&t, arena, 1);
    t.table.title = use == CHART_TO_DRAW ? chart->data_title : NULL;
    switch (chart->kind) {
    case CHART_BARS:
    case CHART_PROGRESS:
        add_bars(&t, &made, chart, use);
        break;
    case CHART_LINES:
        add_lines(&t, &made, chart, use);
        break;
    case CHART_WATERFALL:
        add_falls(&t, &made, chart, use);
        break;
    }
    made.table = table_end(&t);
    return made;
}
