/* SPDX-License-Identifier: MIT */
#include "compute/published.h"

#include <stdlib.h>
#include <string.h>

static int compare_rows(const struct published_row *a, const struct published_row *b)
{
    int order = (a->kind > b->kind) - (a->kind < b->kind);
    if (!order)
        order = strcmp(a->area, b->area);
    if (!order)
        order = strcmp(a->indicator, b->indicator);
    if (!order)
        order = strcmp(a->measure, b->measure);
    return order ? order : strcmp(a->to, b->to);
}

static int compare_places(const void *left, const void *right)
{
    return compare_rows(*(const struct published_row *const *)left, *(const struct published_row *const *)right);
}

struct published_finder published_finder(const struct published *published, struct arena *arena)
{
    const struct published_row **places = arena_alloc(arena, published->count * sizeof(struct published_row *) + 1);
    for (size_t i = 0; i < published->count; i++)
        places[i] = &published->rows[i];
    if (published->count)
        qsort(places, published->count, sizeof *places, compare_places);
    return (struct published_finder){places, published->count};
}

const struct published_row *published_find(const struct published_finder *finder, const struct published_row *row)
{
    const struct published_row **found =
        finder->count ? bsearch(&row, finder->places, finder->count, sizeof *finder->places, compare_places) : NULL;
    return found ? *found : NULL;
}

static void count_changed(struct changes *changes, enum published_kind kind)
{
    changes->verdicts += kind == PUBLISHED_VERDICT;
    changes->targets += kind == PUBLISHED_TARGET;
    changes->figures += kind == PUBLISHED_FIGURE;
    changes->ranks += kind == PUBLISHED_RANK;
}

struct changes changes_between(const struct published *before, const struct published *now, struct arena *arena)
{
    struct changes changes = {0};
    struct change *items = NULL;
    struct published_finder old = published_finder(before, arena), new = published_finder(now, arena);
    for (size_t i = 0; i < now->count; i++) {
        const struct published_row *row = &now->rows[i], *was = published_find(&old, row);
        if (was && !strcmp(was->text, row->text)) {
            changes.hidden += strcmp(was->exact, row->exact) != 0;
            continue;
        }
        if (was)
            count_changed(&changes, row->kind);
        changes.added += !was;
        struct change change = {was, row};
        ARRAY_ADD(arena, items, changes.count, change);
    }
    for (size_t i = 0; i < before->count; i++) {
        struct change change = {&before->rows[i], NULL};
        if (published_find(&new, &before->rows[i]))
            continue;
        changes.gone++;
        ARRAY_ADD(arena, items, changes.count, change);
    }
    changes.items = items;
    return changes;
}

const struct verdict *published_verdict(const struct verdict *verdicts, size_t count, const struct published_row *row,
                                        struct arena *arena)
{
    for (size_t i = 0; i < count; i++) {
        const struct verdict *v = &verdicts[i];
        if (!strcmp(v->area->code, row->area) && !strcmp(v->key.indicator->id, row->indicator) &&
            !strcmp(measure_id(v->key.measure), row->measure) && !strcmp(target_key_code(arena, v->key), row->to))
            return v;
    }
    return NULL;
}

/* ---- what a run publishes ---- */

struct gathering {
    struct engine *engine;
    struct arena *arena;
    struct period period;
    struct published *out;
    struct published_row *rows;
};

static void gather(struct gathering *g, struct published_row row)
{
    ARRAY_ADD(g->arena, g->rows, g->out->count, row);
}

static void add_figures(struct gathering *g, const struct area *area, const struct indicator *indicator)
{
    enum rounding rounding = engine_dataset(g->engine)->settings.rounding;
    for (enum measure m = 0; m < MEASURE_COUNT; m++) {
        if (!measure_exists(g->engine, m, indicator, area, g->period))
            continue;
        const struct result *r = measure_at(g->engine, m, indicator, area, g->period, g->period);
        const struct figure *cell = r->origin == ORIGIN_REPORTED ? result_first_input(r) : NULL;
        const char *value = r->number ? number_plain(g->arena, r->number, 10) : "";
        gather(g, (struct published_row){
                      .kind = PUBLISHED_FIGURE,
                      .area = area->code,
                      .indicator = indicator->id,
                      .measure = measure_id(m),
                      .to = "",
                      .text = result_text(g->arena, r, m, indicator, rounding),
                      .exact = arena_format(g->arena, "%s %s", value, flag_id(r->flag)),
                      .place = cell ? place_of_cell(g->arena, cell->file, cell->line, cell->at) : "",
                  });
    }
}

static const char *target_text(struct gathering *g, const struct verdict *v)
{
    const char *figure = v->target_value ? number_plain(g->arena, v->target_value, 10) : "";
    if (v->target->upper)
        figure =
            arena_format(g->arena, "%s..%s", number_plain(g->arena, v->goal, 10), number_plain(g->arena, v->upper, 10));
    return arena_format(g->arena, "%s %s", ops[v->target->op].id, figure);
}

static void add_verdict(struct gathering *g, const struct verdict *v)
{
    struct published_row row = {
        .kind = PUBLISHED_VERDICT,
        .area = v->area->code,
        .indicator = v->key.indicator->id,
        .measure = measure_id(v->key.measure),
        .to = target_key_code(g->arena, v->key),
        .text = verdict_id(v->kind),
        .exact = "",
        .place = "",
    };
    gather(g, row);
    row.kind = PUBLISHED_TARGET;
    row.text = v->target ? target_text(g, v) : "";
    gather(g, row);
}

struct published_row published_rank(struct arena *arena, const struct area *area, const struct indicator *indicator,
                                    enum measure measure, const struct rank *rank)
{
    return (struct published_row){
        .kind = PUBLISHED_RANK,
        .area = area->code,
        .indicator = indicator->id,
        .measure = measure_id(measure),
        .to = "",
        .text = rank->rank ? arena_format(arena, "%d%s", rank->rank, rank->tied ? "=" : "") : "",
        .exact = "",
        .place = "",
    };
}

static void add_ranks(struct gathering *g, const struct group *group, enum measure measure,
                      const struct indicator *indicator)
{
    const struct rank *ranks = rank_group(g->engine, group, measure, indicator, g->period, g->period);
    for (size_t i = 0; i < group->count; i++)
        gather(g, published_rank(g->arena, group->members[i], indicator, measure, &ranks[i]));
}

const struct published *published_now(struct engine *engine, struct period period, const struct verdict *verdicts,
                                      size_t verdict_count)
{
    const struct dataset *d = engine_dataset(engine);
    struct arena *arena = engine_arena(engine);
    struct published *out = arena_alloc(arena, sizeof *out);
    struct gathering g = {engine, arena, period, out, NULL};
    size_t group_count;
    const struct group *groups = groups_of(engine, &group_count);
    out->period = period_code(arena, period);
    for (size_t i = 0; i < verdict_count; i++)
        add_verdict(&g, &verdicts[i]);
    for (size_t a = 0; a < d->area_count; a++)
        for (size_t i = 0; i < d->indicator_count; i++)
            add_figures(&g, &d->areas[a], &d->indicators[i]);
    for (size_t i = 0; i < d->indicator_count; i++)
        for (enum measure m = 0; m < MEASURE_COUNT; m++)
            for (size_t k = 0; k < group_count && rank_wanted(engine, m, &d->indicators[i], period); k++)
                add_ranks(&g, &groups[k], m, &d->indicators[i]);
    out->rows = g.rows;
    return out;
}
