/* SPDX-License-Identifier: MIT */
#include "compute/series_lookup.h"

const struct figure *lookup_exact(const struct series *series, enum field field, struct period period)
{
    const struct observation *observation = series_at(series, period);
    return observation && observation->figures[field].file ? &observation->figures[field] : NULL;
}

/* The other periods that may answer, best first. */
static size_t stand_ins(struct period period, struct period others[2])
{
    struct period year = {period.year, FREQUENCY_YEAR, 1};
    struct period fourth = {period.year, FREQUENCY_QUARTER, 4};
    struct period december = {period.year, FREQUENCY_MONTH, 12};
    size_t count = 0;
    if (period.frequency == FREQUENCY_QUARTER)
        others[count++] = (struct period){period.year, FREQUENCY_MONTH, 3 * period.part};
    if (period.frequency == FREQUENCY_YEAR) {
        others[count++] = fourth;
        others[count++] = december;
    } else if (period_is_last(period)) {
        others[count++] = year;
    }
    return count;
}

const struct figure *lookup_figure(const struct series *series, enum field field, struct period period)
{
    const struct figure *best = lookup_exact(series, field, period);
    struct period others[2];
    size_t count = stand_ins(period, others);
    for (size_t i = 0; i < count && (!best || !best->number); i++) {
        const struct figure *figure = lookup_exact(series, field, others[i]);
        if (figure && (figure->number || !best))
            best = figure;
    }
    return best;
}
