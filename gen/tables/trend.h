/* SPDX-License-Identifier: MIT */
/* The last periods, side by side. */
#ifndef TONGBAO_TABLES_TREND_H
#define TONGBAO_TABLES_TREND_H

#include "words/desk.h"

/* The last eight periods, the earliest first. */
enum { TREND_PERIODS = 8 };
void trend_periods(const struct desk *desk, struct period *periods);

/* 指标 | 地区 | a period each: the growth of the desk's area, the region and the reference; NULL without any. */
const struct table *table_trend(const struct desk *desk);

#endif
