/* SPDX-License-Identifier: MIT */
#include "words/forecast_words.h"

#include "words/goal.h"
#include "words/goal_kind.h"

const char *forecast_word(const struct phrasing *p, enum forecast_kind kind)
{
    static const enum word words[] = {[FORECAST_NONE] = WORD_FORECAST_NONE,
                                      [FORECAST_HOPE] = WORD_FORECAST_HOPE,
                                      [FORECAST_PUSH] = WORD_FORECAST_PUSH,
                                      [FORECAST_HARD] = WORD_FORECAST_HARD};
    return SAY(p, words[kind]);
}

struct prospect topic_prospect(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    int decimals = measure_decimals(MEASURE_VALUE, topic->indicator), rate = topic->indicator->rate_decimals;
    struct prospect p = {.kind = FORECAST_NONE};
    if (v->year_over || period_is_last(desk->period) || topic_at_most(topic))
        return p;
    struct forecast f = forecast_of(desk->engine, v, desk->period);
    if (!f.need || number_sign(f.need) <= 0)
        return p;
    p.need = (struct shown){f.need, decimals};
    if (target_last_year(v->target) > desk->period.year)
        return p; /* the rest of the year isn't the rest of the target */
    p.kind = f.kind;
    p.basis = f.basis;
    p.times = (struct shown){f.times, 1};
    p.growth = (struct shown){v->growth_needed, rate};
    p.more = (struct shown){f.points, rate};
    p.before = (struct shown){f.before, decimals};
    p.best = (struct shown){f.best, decimals};
    p.best_from = f.best ? f.since : 0;
    return p;
}

const char *forecast_best_name(const struct desk *desk)
{
    bool by_months = desk->period.frequency == FREQUENCY_MONTH;
    return SAY(&desk->say, by_months ? WORD_REST_COL_BEST_MONTH : WORD_REST_COL_BEST_QUARTER);
}
