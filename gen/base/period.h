/* SPDX-License-Identifier: MIT */
/* Periods: a year, a quarter or a month, each meaning "from January to its end" (SPEC §1). */
#ifndef TONGBAO_BASE_PERIOD_H
#define TONGBAO_BASE_PERIOD_H

#include "base/arena.h"

#include <stdbool.h>

enum frequency { FREQUENCY_YEAR, FREQUENCY_QUARTER, FREQUENCY_MONTH };

struct period {
    int year;
    enum frequency frequency;
    int part; /* quarter 1–4, month 1–12, year 1 */
};

/* Months from January to the period's end: 3, 6, 9, 12; 1–12; 12. */
int period_months(struct period period);
/* True in the last period of its year. */
bool period_is_last(struct period period);
/* Y(P): the same period a year earlier. */
struct period period_year_before(struct period period, int years);
/* P⁻: the period before in time (Q1 → Q4, month 02 → month 12, a year → the year before). */
struct period period_before(struct period period);
/* B(P): the period before in the same year; false when there is none (Q1, month 01 and 02, a year). */
bool period_before_in_year(struct period period, struct period *before);
/* The last period of a year, in the frequency of `like`. */
struct period period_year_end(struct period like, int year);
/* Less, equal, greater: by the end in time, then month < quarter < year. */
int period_compare(struct period a, struct period b);

/* 2019Q3, 2019-09, 2019. */
char *period_code(struct arena *arena, struct period period);
/* As readers say it: 2019年前三季度, 2019年1—9月, 2019年; without the year: 前三季度, 1—9月, 全年. */
char *period_name(struct arena *arena, struct period period);
char *period_name_short(struct arena *arena, struct period period);

/* The period alone, without what comes before it in the year: 2019年三季度, 2019年9月; February is 2019年1—2月. */
char *period_name_single(struct arena *arena, struct period period);

/* Reads any spelling of SPEC §1, spaces and full-width digits allowed: 2019Q3, 2019-09, 2019, 2019年三季度,
 * 2019年前三季度, 2019年上半年, 2019年1—9月, 2019年1-2月, 2019年9月. False for anything else. */
bool period_parse(const char *text, struct period *period);
/* Finds the one period named inside a longer text (a title or a file name). False when there is none. */
bool period_find(const char *text, struct period *period);

#endif
