/* SPDX-License-Identifier: MIT */
#include "compute/reporting.h"

#include "compute/series_lookup.h"
#include "compute/target.h"

struct work {
    struct engine *engine;
    const struct dataset *dataset;
    struct period period;
    const struct target_key *keys;
    size_t key_count;
    bool *somewhere; /* [indicator->index]: some area has a figure at P */
};

/* The figure that answers for the period, the level before the growth; NULL for none. */
static const struct figure *figure_of(const struct work *w, const struct indicator *indicator, const struct area *area,
                                      struct period period)
{
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        const struct figure *figure = lookup_figure(dataset_series(w->dataset, indicator, area), field, period);
        if (figure && figure->number)
            return figure;
    }
    return NULL;
}

static bool has_figure(const struct observation *observation)
{
    for (size_t i = 0; i < FIELD_COUNT; i++)
        if (observation->figures[i].number)
            return true;
    return false;
}

static bool has_target(const struct work *w, const struct indicator *indicator, const struct area *area)
{
    for (size_t i = 0; i < w->key_count; i++)
        if (w->keys[i].indicator == indicator && target_for(w->engine, w->keys[i], area, w->period))
            return true;
    return false;
}

static bool had_in_year(const struct work *w, const struct indicator *indicator, const struct area *area, int year)
{
    const struct series *series = dataset_series(w->dataset, indicator, area);
    for (size_t i = 0; i < series->count; i++)
        if (series->items[i].period.year == year && has_figure(&series->items[i]))
            return true;
    return false;
}

/* A sum is computed of the areas below, whatever was once written beside it. */
static bool is_expected(const struct work *w, const struct indicator *indicator, const struct area *area)
{
    struct period year_before = period_year_before(w->period, 1);
    if (area->child_count && indicator->total == TOTAL_SUM)
        return false;
    if (had_in_year(w, indicator, area, year_before.year))
        return figure_of(w, indicator, area, year_before);
    if (figure_of(w, indicator, area, period_before(w->period)))
        return true;
    return area->parent && !area->child_count && !indicator->numerator && w->somewhere[indicator->index] &&
           has_target(w, indicator, area);
}

static struct reporting reporting_of_area(const struct work *w, const struct area *area)
{
    struct arena *arena = engine_arena(w->engine);
    struct reporting row = {.area = area};
    struct reported *items = NULL;
    for (size_t i = 0; i < w->dataset->indicator_count; i++) {
        const struct indicator *indicator = &w->dataset->indicators[i];
        const struct figure *figure = figure_of(w, indicator, area, w->period);
        if (!figure && !is_expected(w, indicator, area))
            continue;
        struct reported item = {indicator, figure, series_at(dataset_series(w->dataset, indicator, area), w->period)};
        ARRAY_ADD(arena, items, row.count, item);
        row.there += figure != NULL;
    }
    row.items = items;
    return row;
}

static void note_somewhere(struct work *w)
{
    w->somewhere = arena_alloc(engine_arena(w->engine), w->dataset->indicator_count * sizeof *w->somewhere);
    for (size_t i = 0; i < w->dataset->indicator_count; i++)
        for (size_t j = 0; j < w->dataset->area_count && !w->somewhere[i]; j++)
            w->somewhere[i] = figure_of(w, &w->dataset->indicators[i], &w->dataset->areas[j], w->period);
}

const struct reporting *reporting_of(struct engine *engine, struct period period, size_t *count)
{
    struct work w = {.engine = engine, .dataset = engine_dataset(engine), .period = period};
    struct reporting *rows = NULL;
    w.keys = target_keys(engine, period, &w.key_count);
    note_somewhere(&w);
    *count = 0;
    for (size_t i = 0; i < w.dataset->area_count; i++) {
        struct reporting row = reporting_of_area(&w, &w.dataset->areas[i]);
        if (row.count)
            ARRAY_ADD(engine_arena(engine), rows, *count, row);
    }
    return rows;
}
