/* SPDX-License-Identifier: MIT */
/* A forecast in words, and its figures as they print: compute/forecast.h. */
#ifndef TONGBAO_WORDS_FORECAST_WORDS_H
#define TONGBAO_WORDS_FORECAST_WORDS_H

#include "compute/forecast.h"
#include "words/topic.h"

/* 可望完成, 需加力, 难度较大, 不测算. */
const char *forecast_word(const struct phrasing *p, enum forecast_kind kind);

/* A forecast as a table shows it: no figure where there is none. */
struct prospect {
    enum forecast_kind kind;
    enum forecast_basis basis;
    struct shown need;   /* what the rest must bring, in the indicator's unit; more than nothing */
    struct shown times;  /* what a month needs, in times of what one brought so far */
    struct shown growth; /* what the rest must grow by, in % */
    struct shown more;   /* that minus the growth so far, in points */
    struct shown before; /* what the same rest of the year before brought */
    struct shown best;   /* the most that a single period brought */
    int best_from;       /* the first year that was looked at for it; 0: none */
};

/* Of a topic with a verdict. A target that asks for no more (it is reached, or a limit, or its years are over) has
 * none; one that goes on behind this year has its need alone. */
struct prospect topic_prospect(const struct desk *desk, const struct topic *topic);

/* 单季最多, 单月最多: what `best` is called. */
const char *forecast_best_name(const struct desk *desk);

#endif
