/* SPDX-License-Identifier: MIT */
/* The table of definitions, and the engine that asks it. */
#include "compute/define.h"

#define FORMULA(text) text, NULL
#define FORMULA_BY(function) NULL, function
#define MEASURE(measure, id, name, facts, define, formula) [measure] = {define, formula},

static const struct definition definitions[MEASURE_COUNT] = {
#include "check/measure_rows.h"
};

struct engine *engine_new(const struct dataset *dataset, struct arena *arena)
{
    struct engine *engine = arena_alloc(arena, sizeof *engine);
    engine->dataset = dataset;
    engine->arena = arena;
    engine->definitions = definitions;
    engine->shared = arena_alloc(arena, sizeof *engine->shared);
    engine->memory = arena_alloc(arena, dataset->indicator_count * dataset->area_count * sizeof *engine->memory);
    return engine;
}
