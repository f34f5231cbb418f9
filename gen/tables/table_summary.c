/* SPDX-License-Identifier: MIT */
/* Tables with a row for each area and a block of columns for each lane. */
#include "tables/area_tables.h"
#include "tables/table_parts.h"

/* An A4 page across is readable up to here; a lane is never divided. In a template's own table no column is narrower
 * than OWN_LEAST. */
enum { MOST_COLUMNS = 16, OWN_LEAST = 5 };

/* A lane with its columns. */
struct lane_block {
    const struct lane *lane;
    const struct lane_column *const *columns;
    size_t count;
};

static void add_heads(const struct desk *desk, struct table_builder *t, const struct lane_block *blocks, size_t count,
                      int least)
{
    table_begin(t, desk->arena, 2);
    table_column(t, SAY(&desk->say, WORD_COL_AREA), NULL, NULL, ALIGN_LEFT, 6);
    for (size_t b = 0; b < count; b++) {
        const char *head = lane_head(desk, blocks[b].lane);
        for (size_t i = 0; i < blocks[b].count; i++) {
            const struct lane_column *column = blocks[b].columns[i];
            table_column(t, head, lane_column_head(desk, column, blocks[b].lane), NULL, column->align,
                         column->width < least ? least : column->width);
        }
    }
}

static void add_row(const struct desk *desk, struct table_builder *t, const struct lane_block *blocks, size_t count,
                    const struct area *area)
{
    table_cell(t, cell_text(area->name));
    for (size_t b = 0; b < count; b++) {
        struct topic topic = lane_topic(desk, blocks[b].lane, area);
        for (size_t i = 0; i < blocks[b].count; i++)
            table_cell(t, lane_column_cell(desk, blocks[b].columns[i], &topic));
    }
}

/* ---- the summary ---- */

/* The columns that the summary wants of a lane. */
static struct lane_block wanted(const struct desk *desk, const struct lane *lane)
{
    size_t all;
    const struct lane_column *columns = lane_columns(&all), **items = NULL;
    struct lane_block block = {.lane = lane};
    for (size_t i = 0; i < all; i++)
        if (columns[i].wanted && columns[i].wanted(desk, lane))
            ARRAY_ADD(desk->arena, items, block.count, &columns[i]);
    block.columns = items;
    return block;
}

static const struct table *summary(const struct desk *desk, const struct lane_block *blocks, size_t count)
{
    struct table_builder t;
    struct areas areas = areas_below(desk);
    add_heads(desk, &t, blocks, count, 0);
    add_row(desk, &t, blocks, count, desk->region);
    for (size_t i = 0; i < areas.count; i++)
        add_row(desk, &t, blocks, count, areas.items[i]);
    table_note_partial(desk, &t);
    return table_end(&t);
}

void tables_summary(const struct desk *desk, struct builder *builder)
{
    struct lanes lanes = lanes_of(desk);
    struct lane_block *blocks = arena_alloc(desk->arena, (lanes.count + 1) * sizeof *blocks);
    for (size_t i = 0; i < lanes.count; i++)
        blocks[i] = wanted(desk, &lanes.items[i]);
    for (size_t first = 0, next; first < lanes.count; first = next) {
        size_t width = blocks[first].count;
        for (next = first + 1; next < lanes.count && width + blocks[next].count <= MOST_COLUMNS; next++)
            width += blocks[next].count;
        builder_table(builder, summary(desk, blocks + first, next - first));
    }
}

/* ---- a template's own ---- */

const struct table *table_own(const struct desk *desk, struct areas areas, struct lanes lanes,
                              const struct lane_column *const *chosen, size_t column_count, const char *title)
{
    struct table_builder t;
    if (!areas.count || !lanes.count || !column_count)
        return NULL;
    struct lane_block *blocks = arena_alloc(desk->arena, lanes.count * sizeof *blocks);
    for (size_t i = 0; i < lanes.count; i++)
        blocks[i] = (struct lane_block){&lanes.items[i], chosen, column_count};
    add_heads(desk, &t, blocks, lanes.count, OWN_LEAST);
    t.table.title = title;
    for (size_t i = 0; i < areas.count; i++)
        add_row(desk, &t, blocks, lanes.count, areas.items[i]);
    table_note_partial(desk, &t);
    return table_end_compact(&t);
}
