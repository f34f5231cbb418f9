/* SPDX-License-Identifier: MIT */
/* Targets that were perhaps meant otherwise than they are judged at P. */
#include "compute/check_inside.h"

/* A floor under a level for one year, of which the text behind it often says 到年底. */
static bool is_level_of_year(const struct verdict *row)
{
    const struct target *t = row->target;
    return t && row->key.indicator->kind == KIND_STOCK && row->key.measure == MEASURE_VALUE && op_at_least(t->op) &&
           target_is_number(t) && !t->deadline && target_first_year(t) && target_first_year(t) == target_last_year(t);
}

static void report_year_end(const struct results *r, const struct target *target, size_t missed)
{
    struct where where = {.file = target->file,
                          .line = target->line,
                          .area = target->area ? target->area->code : NULL,
                          .indicator = target->indicator->id,
                          .period = period_code(r->arena, r->period)};
    FINDING(r->findings, RULE_TARGET_YEAR_END, &where, arena_format(r->arena, "%d", r->period.year),
            arena_format(r->arena, "%zu", missed));
}

/* One note for each target, with how many areas have not reached it. */
void check_targets(const struct results *r)
{
    const struct dataset *dataset = r->dataset;
    size_t *missed = arena_alloc(r->arena, (dataset->target_count + 1) * sizeof *missed);
    if (period_is_last(r->period))
        return;
    for (size_t i = 0; i < r->verdict_count; i++)
        if (is_level_of_year(&r->verdicts[i]) && r->verdicts[i].kind == VERDICT_MISSED)
            missed[r->verdicts[i].target - dataset->targets]++;
    for (size_t t = 0; t < dataset->target_count; t++)
        if (missed[t])
            report_year_end(r, &dataset->targets[t], missed[t]);
}
