/* SPDX-License-Identifier: MIT */
#include "scene.h"

#include <check.h>

struct desk scene_open(struct scene *scene, const struct region_file *files, const char *period, const char *area)
{
    region_open(&scene->region, files, false);
    struct arena *arena = scene->region.arena;
    struct findings *faults = arena_alloc(arena, sizeof *faults);
    faults->arena = arena;
    struct files_read *unused = arena_alloc(arena, sizeof *unused);
    struct composer *c = &scene->composer;
    *c = (struct composer){
        .engine = scene->region.engine,
        .dataset = scene->region.dataset,
        .wording = wording_read(&(struct own_templates){.folder = "templates"}, NULL, arena, faults, unused),
        .findings = &scene->region.findings,
        .issued = {2019, 10, 18}};
    ck_assert_ptr_nonnull(c->wording);
    ck_assert_uint_eq(faults->count, 0);
    ck_assert(period_parse(period, &c->period));
    c->verdicts = verdicts_all(c->engine, c->period, &c->verdict_count);
    c->targeted = targeted_of(c->verdicts, c->verdict_count, c->dataset, arena);
    c->ledger = ledger_of(c->engine, c->verdicts, c->verdict_count, c->period, &c->ledger_count);
    c->cards = scores_all(c->engine, c->period, &c->card_count);
    return desk_new(c, region_area(&scene->region, area), arena);
}

void scene_close(struct scene *scene)
{
    region_close(&scene->region);
}
