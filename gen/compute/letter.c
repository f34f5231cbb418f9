/* SPDX-License-Identifier: MIT */
#include "compute/letter.h"

#include "compute/ledger.h"

#include <stdlib.h>

/* ---- the distance ---- */

/* An accumulating amount that lies beyond its upper limit: pace says nothing of how far. */
static bool beyond_limit(const struct verdict *verdict)
{
    if (verdict->kind != VERDICT_MISSED)
        return false;
    return op_at_most(verdict->target->op) || (verdict->upper && number_sign(verdict->gap) > 0);
}

static const struct number *as_printed(struct engine *engine, const struct verdict *verdict,
                                       const struct number *percent)
{
    return number_round(engine_arena(engine), percent, verdict->key.indicator->rate_decimals,
                        engine_dataset(engine)->settings.rounding);
}

static const struct number *distance_to_pace(struct engine *engine, const struct verdict *verdict)
{
    struct arena *arena = engine_arena(engine);
    if (!verdict->progress)
        return NULL;
    return number_absolute(arena, number_subtract(arena, as_printed(engine, verdict, verdict->pace),
                                                  as_printed(engine, verdict, verdict->progress)));
}

/* The figure that the gap was taken to in the end: of between the end that was missed. */
static const struct number *target_missed(const struct verdict *verdict)
{
    if (verdict->target->upper && number_sign(verdict->gap) > 0)
        return verdict->target->upper;
    return verdict->target_value;
}

static const struct number *distance_of_amount(struct engine *engine, const struct verdict *verdict)
{
    struct arena *arena = engine_arena(engine);
    const struct number *target = target_missed(verdict);
    if (number_sign(target) == 0)
        return NULL;
    const struct number *share = number_divide(arena, verdict->gap, target);
    return number_multiply(arena, number_absolute(arena, share), number_integer(arena, 100));
}

static const struct number *distance(struct engine *engine, const struct verdict *verdict)
{
    const struct target_key *key = &verdict->key;
    if (!verdict->gap || measure_is_place(key->measure))
        return NULL;
    if (measure_in_percent(key->measure, key->indicator))
        return number_absolute(engine_arena(engine), verdict->gap);
    if (verdict->accumulating && !beyond_limit(verdict))
        return distance_to_pace(engine, verdict);
    return distance_of_amount(engine, verdict);
}

/* ---- what counts ---- */

static struct shortfall shortfall_of(struct engine *engine, const struct verdict *verdict, struct period period)
{
    const struct settings *settings = &engine_dataset(engine)->settings;
    struct shortfall shortfall = {
        .verdict = verdict,
        .distance = distance(engine, verdict),
        .severity = ledger_severity(engine, verdict),
        .leads = verdict->key.indicator == &engine_dataset(engine)->indicators[0],
        .periods = verdict_periods_short(engine, verdict->key, verdict->area, period),
    };
    bool far = shortfall.distance && number_compare(shortfall.distance, settings->letter_gap) >= 0;
    shortfall.counts = far || shortfall.periods >= settings->letter_repeat;
    return shortfall;
}

static int compare_shortfalls(const void *left, const void *right)
{
    const struct shortfall *a = left, *b = right;
    if (a->leads != b->leads)
        return a->leads ? -1 : 1;
    int order = (a->severity == NULL) - (b->severity == NULL);
    if (!order && a->severity)
        order = number_compare(b->severity, a->severity);
    return order ? order : (a->verdict > b->verdict) - (a->verdict < b->verdict);
}

/* ---- letters ---- */

static struct letter write_letter(struct engine *engine, const struct verdict *verdicts, size_t verdict_count,
                                  const struct area *area, struct period period)
{
    struct letter letter = {.area = area};
    struct shortfall *shortfalls = NULL;
    size_t own_count;
    const struct verdict *own = verdicts_of_area(verdicts, verdict_count, area, &own_count);
    for (size_t i = 0; i < own_count; i++)
        if (verdict_falls_short(&own[i])) {
            struct shortfall shortfall = shortfall_of(engine, &own[i], period);
            ARRAY_ADD(engine_arena(engine), shortfalls, letter.count, shortfall);
            letter.counting += shortfall.counts;
        }
    if (letter.count)
        qsort(shortfalls, letter.count, sizeof *shortfalls, compare_shortfalls);
    letter.shortfalls = shortfalls;
    return letter;
}

const struct letter *letter_of(struct engine *engine, const struct verdict *verdicts, size_t verdict_count,
                               const struct area *area, struct period period)
{
    struct letter letter = write_letter(engine, verdicts, verdict_count, area, period);
    return arena_copy(engine_arena(engine), &letter, sizeof letter);
}

static bool due(const struct settings *settings, const struct letter *letter)
{
    switch (settings->letters) {
    case LETTERS_OFF:
        break;
    case LETTERS_RULE:
        return letter->counting >= (size_t)settings->letter_min;
    case LETTERS_ALL:
        return letter->count > 0;
    }
    return false;
}

const struct letter *letters_due(struct engine *engine, const struct verdict *verdicts, size_t verdict_count,
                                 struct period period, size_t *count)
{
    const struct dataset *d = engine_dataset(engine);
    struct letter *letters = NULL;
    *count = 0;
    for (size_t i = 0; i < d->area_count && d->settings.letters != LETTERS_OFF; i++) {
        if (!d->areas[i].parent) /* the region, a reference */
            continue;
        struct letter letter = write_letter(engine, verdicts, verdict_count, &d->areas[i], period);
        if (due(&d->settings, &letter))
            ARRAY_ADD(engine_arena(engine), letters, *count, letter);
    }
    return letters;
}
