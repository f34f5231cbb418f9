/* SPDX-License-Identifier: MIT */
/* Lists of areas: who has reached a target and who lags, and by how much; who is first and who last. Clauses without 。
 * at their ends; "" when there is nothing to say. */
#ifndef TONGBAO_WORDS_LANE_LIST_H
#define TONGBAO_WORDS_LANE_LIST_H

#include "words/lane.h"

/* 8县市, 14市州, 3个乡镇, 9个地区 for areas without a word of their own. */
const char *group_counted(const struct desk *desk, size_t count, const char *group);
/* 已报的7个县市: those of a group that have a figure. */
const char *group_reported(const struct desk *desk, size_t count, const char *group);

/* By an amount the largest county is always first and the smallest last: that is size, not performance. */
bool lane_by_size(const struct lane *lane);
/* 9个单位中，达到目标的5个；低于目标的4个：庚县（低4.9个百分点）、丙县和戊县（均低0.3个百分点）. Where more than half
 * lag, those that have reached it are named and of the others those that are furthest. */
const char *lane_verdicts(const struct desk *desk, const struct lane *lane);

/* How many areas the settings name first and last. */
int region_praised(const struct desk *desk);
int region_blamed(const struct desk *desk);
/* 居前3位的是…, 居后3位的是…, …未报，不参加位次: of the group of that name, or of each with its name; NULL: all. */
const char *lane_first(const struct desk *desk, const struct lane *lane, int wanted, const char *group);
const char *lane_last(const struct desk *desk, const struct lane *lane, int wanted, const char *group);
const char *lane_missing(const struct desk *desk, const struct lane *lane, const char *group);
/* 工业投资增速：9个单位中，…。8县市中，居前3位的是…；居后3位的是…: all of it. */
const char *lane_text(const struct desk *desk, const struct lane *lane);

#endif
