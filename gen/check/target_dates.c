/* SPDX-License-Identifier: MIT */
/* Targets whose years can't be right beside those of the data. */
#include "check/ops.h"
#include "check/target_reading.h"

#define FARTHEST_YEARS 20

/* The year of the first observation; 0 without any. */
static int first_year(const struct dataset *dataset)
{
    int first = 0;
    for (size_t i = 0; i < dataset->indicator_count * dataset->area_count; i++) {
        const struct series *series = &dataset->series[i]; /* in order of time */
        if (series->count && (!first || series->items[0].period.year < first))
            first = series->items[0].period.year;
    }
    return first;
}

void targets_check_dates(struct loader *loader)
{
    const struct dataset *dataset = loader->dataset;
    int first = first_year(dataset);
    for (size_t i = 0; i < dataset->target_count && first; i++) {
        const struct target *t = &dataset->targets[i];
        struct where where = target_line(t);
        const char *year = arena_format(loader->arena, "%d", t->to);
        if (t->to_alone && t->to < first)
            FINDING(loader->findings, RULE_TARGET_PAST, &where, year, arena_format(loader->arena, "%d", first));
        if (t->deadline && t->to < first && !target_is_milestone(t))
            FINDING(loader->findings, RULE_TARGET_OVERDUE, &where, year, arena_format(loader->arena, "%d", first));
        if (t->deadline && t->to > dataset->latest.year + FARTHEST_YEARS)
            FINDING(loader->findings, RULE_TARGET_FAR, &where, year);
    }
}
