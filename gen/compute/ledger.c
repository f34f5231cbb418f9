/* SPDX-License-Identifier: MIT */
#include "compute/ledger.h"

#include "check/ops.h"

#include <stdlib.h>

/* ---- the severity ---- */

/* The figure asked for; of between and about the end that was missed. */
static const struct number *asked(const struct verdict *verdict)
{
    return verdict->upper && number_sign(verdict->gap) > 0 ? verdict->upper : verdict->goal;
}

/* Things counted one by one, and few of them. */
static bool counts_few(struct engine *engine, const struct verdict *verdict)
{
    const struct indicator *indicator = verdict->key.indicator;
    enum measure measure = verdict->key.measure;
    if (measure_is_place(measure) || measure_in_points(measure) || target_is_milestone(verdict->target) ||
        measure_in_percent(measure, indicator) || indicator->decimals != 0 ||
        (indicator->kind != KIND_FLOW && indicator->kind != KIND_STOCK))
        return false;
    const struct number *size = number_absolute(engine_arena(engine), verdict->target_value);
    return number_compare_integer(size, VERDICT_FEW) < 0;
}

static bool is_paced(const struct verdict *verdict)
{
    return verdict->kind == VERDICT_BEHIND && verdict->accumulating;
}

/* How far the figure is from where it should stand now, in its own unit. */
static const struct number *lacking_of(struct engine *engine, const struct verdict *verdict)
{
    struct arena *arena = engine_arena(engine);
    const struct number *gap =
        is_paced(verdict) ? number_subtract(arena, verdict->actual, verdict->due_exact) : verdict->gap;
    return gap ? number_absolute(arena, gap) : NULL;
}

const struct number *ledger_severity(struct engine *engine, const struct verdict *verdict)
{
    struct arena *arena = engine_arena(engine);
    if (!verdict->gap || measure_is_place(verdict->key.measure) || measure_in_points(verdict->key.measure) ||
        counts_few(engine, verdict))
        return NULL;
    const struct number *full = number_integer(arena, 100), *lacking = lacking_of(engine, verdict),
                        *whole = asked(verdict);
    if (is_paced(verdict)) {
        whole = verdict->due_exact;
    } else if (measure_is_growth(verdict->key.measure, verdict->key.indicator)) {
        /* Too high a growth is held against the level it made: one that must shrink to be where it should. */
        whole = number_add(arena, full, number_sign(verdict->gap) > 0 ? verdict->actual : whole);
    } else {
        whole = number_absolute(arena, whole);
    }
    if (number_sign(whole) <= 0)
        return NULL;
    return number_multiply(arena, number_divide(arena, lacking, whole), full);
}

/* ---- entries ---- */

static bool is_reached(const struct verdict *verdict)
{
    return verdict->kind == VERDICT_STRETCH || verdict->kind == VERDICT_MET || verdict->kind == VERDICT_DONE ||
           verdict->kind == VERDICT_ON_PACE;
}

/* Whether the area has the target every year anew: then what was short of last year's says nothing of this one's. */
static bool is_yearly(const struct verdict *verdict)
{
    const struct target *target = verdict->target;
    return !target->deadline && !target_is_milestone(target) && !measures[verdict->key.measure].over_years;
}

/* Of the periods in a row that end with `last`, those that belong to the target. */
static int periods_of_target(const struct verdict *verdict, struct period last, int periods)
{
    int of_year = 1;
    for (struct period at = last; is_yearly(verdict) && period_before_in_year(at, &at);)
        of_year++;
    return is_yearly(verdict) && of_year < periods ? of_year : periods;
}

/* False where the target is neither behind nor has just been reached. */
static bool entry_of(struct engine *engine, const struct verdict *verdict, struct period period,
                     struct ledger_entry *entry)
{
    *entry = (struct ledger_entry){.verdict = verdict};
    struct period last = period;
    if (is_reached(verdict)) {
        last = period_before(period);
        if (!verdict_falls_short(verdict_of(engine, verdict->key, verdict->area, last)))
            return false;
        entry->cleared = true;
    } else if (verdict_falls_short(verdict)) {
        entry->severity = ledger_severity(engine, verdict);
        entry->few = counts_few(engine, verdict);
        entry->lacking = lacking_of(engine, verdict);
    } else {
        return false;
    }
    entry->periods = verdict_periods_short(engine, verdict->key, verdict->area, last);
    entry->since = last;
    for (int i = 1; i < entry->periods; i++)
        entry->since = period_before(entry->since);
    entry->of_target = periods_of_target(verdict, last, entry->periods);
    return true;
}

static int compare_entries(const void *left, const void *right)
{
    const struct ledger_entry *a = left, *b = right;
    if (a->cleared != b->cleared)
        return a->cleared ? 1 : -1;
    int order = (a->severity == NULL) - (b->severity == NULL);
    if (!order && a->severity)
        order = number_compare(b->severity, a->severity);
    else if (!order)
        order = b->few - a->few;
    if (!order && !a->severity && a->few)
        order = number_compare(b->lacking, a->lacking);
    if (!order && !a->severity && !a->cleared)
        order = (b->periods > a->periods) - (b->periods < a->periods);
    return order ? order : (a->verdict > b->verdict) - (a->verdict < b->verdict);
}

bool ledger_is_missing(const struct verdict *verdict)
{
    return verdict->kind == VERDICT_NO_DATA && !verdict->incomplete && verdict->result &&
           verdict->result->flag == FLAG_NO_DATA;
}

const struct ledger_entry *ledger_of(struct engine *engine, const struct verdict *verdicts, size_t verdict_count,
                                     struct period period, size_t *count)
{
    struct ledger_entry *entries = NULL, entry;
    *count = 0;
    for (size_t i = 0; i < verdict_count; i++)
        if (entry_of(engine, &verdicts[i], period, &entry))
            ARRAY_ADD(engine_arena(engine), entries, *count, entry);
    if (*count)
        qsort(entries, *count, sizeof *entries, compare_entries);
    return entries;
}
