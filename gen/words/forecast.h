/* SPDX-License-Identifier: MIT */
/* What the rest of the year must bring for a target, beside what the same months brought a year before and the best
 * that as many months have ever brought; and whether it can be hoped for. Judged on the figures as they print, so that
 * a reader can do it again: all that needs a word stands here, and the sentences and the one-page brief take it from
 * here alone. */
#ifndef TONGBAO_WORDS_FORECAST_H
#define TONGBAO_WORDS_FORECAST_H

#include "words/topic.h"

/* 可望完成, 需加力, 难度较大; NONE: nobody can tell. */
enum prospect { PROSPECT_HOPE, PROSPECT_PUSH, PROSPECT_HARD, PROSPECT_NONE };

/* What the word rests on. */
enum forecast_basis {
    FORECAST_OPEN,   /* on nothing: NONE */
    FORECAST_TIMES,  /* a total: what a month needs, in times of what one brought so far */
    FORECAST_GROWTH, /* a growth: what the rest must grow by, beside the growth so far */
    FORECAST_PAST    /* things counted one by one, and levels: what the rest must bring, beside the past */
};

struct forecast {
    enum prospect prospect;
    enum forecast_basis basis;
    struct shown need;   /* what the rest must bring, in the indicator's unit; no figure where that is not known */
    struct shown times;  /* TIMES, at one decimal */
    struct shown growth; /* GROWTH: what the rest must grow by, in % */
    struct shown more;   /* GROWTH: that minus the growth so far, in points */
    struct shown before; /* what the same months brought a year before; no figure where a part is missing */
    struct shown best;   /* the most that as many months in a row brought, of those known */
    int best_from;       /* the first year that was looked at for it; 0: none */
};

/* Of a topic with a verdict. A target that asks for no more (it is reached, or a limit, or its years are over) has a
 * forecast without need. Before half-year nothing is judged. */
struct forecast topic_forecast(const struct desk *desk, const struct topic *topic);

/* 单季最多; 连续6个月最多: what the best of so many months as are left is called. */
const char *forecast_best_name(const struct desk *desk);

#endif
