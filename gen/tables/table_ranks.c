/* SPDX-License-Identifier: MIT */
/* The areas' places, and how they moved. */
#include "tables/area_tables.h"
#include "tables/table_parts.h"

/* A page across is readable up to here; a lane is never divided. */
enum { MOST_COLUMNS = 20 };

static struct cell previous_cell(const struct desk *desk, const struct place *place)
{
    return place->previous ? count_cell(desk, (size_t)place->previous) : unranked_cell(desk);
}

static struct cell moved_cell(const struct desk *desk, const struct place *place)
{
    int change = place->previous - place->rank;
    if (!place->rank || !place->previous)
        return unranked_cell(desk);
    if (!change)
        return cell_text(SAY(&desk->say, WORD_CELL_SAME));
    const char *size = arena_format(desk->arena, "%d", change > 0 ? change : -change);
    return cell_text(FILL(&desk->say, change > 0 ? WORD_CELL_UP : WORD_CELL_DOWN, "值", size));
}

/* What a table of ranks shows of a lane beside the rank. */
struct rank_form {
    bool before, change;
};

/* Where nobody had a place in the period before, nobody has moved. */
static struct rank_form form_of(const struct desk *desk, const struct lane *lane, bool full)
{
    struct areas areas = areas_below(desk);
    for (size_t i = 0; i < areas.count; i++)
        if (desk_place(desk, lane->key.measure, lane->key.indicator, areas.items[i]).previous)
            return (struct rank_form){full, true};
    return (struct rank_form){false, false};
}

static size_t columns_of(struct rank_form form)
{
    return 1 + (size_t)form.before + (size_t)form.change;
}

static void add_rank_columns(const struct desk *desk, struct table_builder *t, const struct lane *lane,
                             struct rank_form form)
{
    const char *name = lane_name(desk, lane);
    const char *by = measure_name(desk_rank_measure(desk, lane->key.measure, lane->key.indicator));
    table_column(t, name, by, SAY(&desk->say, form.before ? WORD_COL_RANK_NOW : WORD_COL_RANK), ALIGN_CENTER, 3);
    table_display(t, DISPLAY_RANK);
    if (form.before) {
        table_column(t, name, by, SAY(&desk->say, WORD_COL_RANK_BEFORE), ALIGN_CENTER, 3);
        table_display(t, DISPLAY_RANK);
    }
    if (form.change)
        table_column(t, name, by, SAY(&desk->say, WORD_COL_RANK_CHANGE), ALIGN_CENTER, 4);
}

static void add_rank_row(const struct desk *desk, struct table_builder *t, const struct lanes *lanes,
                         const struct rank_form *forms, const struct area *area)
{
    table_cell(t, cell_text(area->name));
    for (size_t i = 0; i < lanes->count; i++) {
        const struct lane *lane = &lanes->items[i];
        struct topic topic = lane_topic(desk, lane, area);
        struct place place = desk_place(desk, lane->key.measure, lane->key.indicator, area);
        table_cell(t, lane_rank_cell(desk, &topic));
        if (forms[i].before)
            table_cell(t, previous_cell(desk, &place));
        if (forms[i].change)
            table_cell(t, moved_cell(desk, &place));
    }
}

static const struct table *ranks(const struct desk *desk, const struct lanes *lanes, const struct rank_form *forms)
{
    struct table_builder t;
    struct areas areas = areas_below(desk);
    table_begin(&t, desk->arena, 3);
    table_column(&t, SAY(&desk->say, WORD_COL_AREA), NULL, NULL, ALIGN_LEFT, 6);
    for (size_t i = 0; i < lanes->count; i++)
        add_rank_columns(desk, &t, &lanes->items[i], forms[i]);
    for (size_t i = 0; i < areas.count; i++)
        if (group_of(desk->engine, areas.items[i]))
            add_rank_row(desk, &t, lanes, forms, areas.items[i]);
    return table_end(&t);
}

/* Lanes with a place, in short form only those with a target, if there are any; an indicator by one measure only once,
 * however many targets it has. */
static struct lanes ranked_lanes(const struct desk *desk, bool full)
{
    struct lanes all = lanes_of(desk);
    struct lane *items = NULL;
    size_t count = 0;
    bool targeted = false;
    for (size_t i = 0; i < all.count; i++)
        targeted |= all.items[i].targeted;
    for (size_t i = 0; i < all.count; i++) {
        if (targeted && !full && !all.items[i].targeted)
            continue;
        const struct lane *lane = &all.items[i];
        const struct lane *last = count ? &items[count - 1] : NULL;
        bool same = last && last->key.indicator == lane->key.indicator &&
                    desk_rank_measure(desk, last->key.measure, last->key.indicator) ==
                        desk_rank_measure(desk, lane->key.measure, lane->key.indicator);
        if (!same && lane_ranked(desk, lane))
            ARRAY_ADD(desk->arena, items, count, *lane);
    }
    return (struct lanes){items, count};
}

bool ranks_any(const struct desk *desk)
{
    return ranked_lanes(desk, false).count > 0;
}

void tables_ranks(const struct desk *desk, struct builder *builder, bool full)
{
    struct lanes lanes = ranked_lanes(desk, full);
    struct rank_form *forms = arena_alloc(desk->arena, (lanes.count + 1) * sizeof *forms);
    for (size_t i = 0; i < lanes.count; i++)
        forms[i] = form_of(desk, &lanes.items[i], full);
    for (size_t first = 0, next; first < lanes.count; first = next) {
        size_t width = 0;
        for (next = first; next < lanes.count; next++) {
            width += columns_of(forms[next]);
            if (next > first && width > MOST_COLUMNS)
                break;
        }
        struct lanes part = {lanes.items + first, next - first};
        builder_table(builder, ranks(desk, &part, forms + first));
    }
}
