/* SPDX-License-Identifier: MIT */
/* The engine: the table of definitions, and a memory of what has been asked. */
#include "compute/define.h"

#include <assert.h>

struct engine *engine_new(const struct dataset *dataset, struct arena *arena)
{
    struct engine *engine = arena_alloc(arena, sizeof *engine);
    engine->dataset = dataset;
    engine->arena = arena;
    engine->memory = arena_alloc(arena, dataset->indicator_count * dataset->area_count * sizeof *engine->memory);
    return engine;
}

const struct dataset *engine_dataset(const struct engine *engine)
{
    return engine->dataset;
}

struct arena *engine_arena(const struct engine *engine)
{
    return engine->arena;
}

struct engine_shared *engine_shared(struct engine *engine)
{
    return &engine->shared;
}

static struct result (*const definitions[MEASURE_COUNT])(struct engine *, struct subject) = {
    [MEASURE_VALUE] = define_value,
    [MEASURE_SINGLE] = define_single,
    [MEASURE_YOY] = define_yoy,
    [MEASURE_SINGLE_YOY] = define_single_yoy,
    [MEASURE_QOQ] = define_qoq,
    [MEASURE_CHANGE] = define_change,
    [MEASURE_YOY_CHANGE] = define_yoy_change,
    [MEASURE_YOY_CHANGE_YEAR] = define_yoy_change_year,
    [MEASURE_CAGR] = define_cagr,
    [MEASURE_AVG2] = define_avg2,
    [MEASURE_SHARE] = define_share,
    [MEASURE_CONTRIBUTION] = define_contribution,
    [MEASURE_PULL] = define_pull,
    [MEASURE_VS_PARENT] = define_vs_parent,
    [MEASURE_VS_REFERENCE] = define_vs_reference,
    [MEASURE_TOTAL] = define_total,
    [MEASURE_MEAN] = define_mean,
};

static bool same_period(struct period a, struct period b)
{
    return a.year == b.year && a.frequency == b.frequency && a.part == b.part;
}

static bool tells_of_loss(enum flag flag)
{
    return flag >= FLAG_TURNED_PROFIT;
}

const struct result *measure_of(struct engine *e, enum measure measure, struct subject s)
{
    assert(measure < MEASURE_COUNT);
    if (measure != MEASURE_CAGR && measure != MEASURE_TOTAL && measure != MEASURE_MEAN)
        s.from = 0; /* the others do not depend on it: one memory for all */
    struct memory *memory = &e->memory[s.indicator->index * e->dataset->area_count + s.area->index];
    for (size_t i = 0; i < memory->count; i++) {
        const struct remembered *known = &memory->items[i];
        if (known->measure == measure && same_period(known->period, s.period) && known->from == s.from)
            return known->result;
    }
    struct result computed = definitions[measure](e, s);
    if (computed.number)
        computed.printed = number_round(e->arena, computed.number, measure_decimals(measure, s.indicator),
                                        e->dataset->settings.rounding);
    if (!computed.number && !tells_of_loss(computed.flag)) {
        computed.origin = ORIGIN_NONE; /* what is not there comes from nowhere */
        computed.inputs = NULL;
    }
    const struct result *result = arena_copy(e->arena, &computed, sizeof computed);
    struct remembered known = {measure, s.period, s.from, result};
    ARRAY_ADD(e->arena, memory->items, memory->count, known);
    return result;
}

const struct number *compared(const struct engine *engine, const struct result *result)
{
    return engine->dataset->settings.compare_exact ? result->number : result->printed;
}
