/* SPDX-License-Identifier: MIT */
/* The forecast, 预判: whether what is still to be done until the end of the target's time can be done, judged by what
 * was done before. It is judged on figures as they print, so that a reader can do it again, and from half-year on: one
 * quarter says nothing of a year.
 *
 * - An amount against the year's total, by the times that the months to come need of the mean of those so far: up to
 * the setting hope_times it can be hoped for, up to hard_times it takes more, beyond it is hard.
 * - A growth of an amount, by how many points the growth that the rest needs lies above the growth so far: hope_points,
 *   hard_points.
 * - Things counted one by one, a level that is to be reached by the year's end, and an amount of which nothing is there
 *   yet, by the record: no more than the same rest of the year before brought can be hoped for; no more than the best
 *   single period so far, in each of those to come, takes more; beyond that it is hard.
 *
 * Whatever has no such figures, as a rate without its amount, a share or a place, has no forecast (不测算). */
#ifndef TONGBAO_COMPUTE_FORECAST_H
#define TONGBAO_COMPUTE_FORECAST_H

#include "compute/verdict.h"

enum forecast_kind {
    FORECAST_NONE, /* 不测算 */
    FORECAST_HOPE, /* 可望完成 */
    FORECAST_PUSH, /* 需加力 */
    FORECAST_HARD  /* 难度较大 */
};

/* What it is judged by. */
enum forecast_basis { FORECAST_BY_NOTHING, FORECAST_BY_TIMES, FORECAST_BY_POINTS, FORECAST_BY_RECORD };

/* Figures as they print, in the decimals of the indicator's amount where nothing else is said; NULL where there is
 * none. They stand there, as far as known, whatever it is judged by, and before half-year too. */
struct forecast {
    enum forecast_kind kind;
    enum forecast_basis basis;
    const struct number *need;   /* what is still to be done; never negative */
    const struct number *times;  /* per month, of the months so far: at one decimal */
    const struct number *points; /* the growth that is needed above that so far: at the indicator's rate_decimals */
    const struct number *before; /* what the same rest of the year before brought */
    const struct number *best;   /* what the best single period up to P brought, since the data begin */
    struct period best_at;       /* the earliest that brought it */
    int since;                   /* the first year that was looked at for it */
};

/* Of a row of verdicts_all at `period`; its numbers live in the engine's arena. All empty for a verdict that asks for
 * nothing more: reached for good, not judged, over, a deadline ahead, a limit not to be passed. */
struct forecast forecast_of(struct engine *engine, const struct verdict *verdict, struct period period);

#endif
