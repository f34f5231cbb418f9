/* SPDX-License-Identifier: MIT */
/* What there is to say of all areas of the region together: phrases and clauses, without 。 at their ends. "" when
 * there is nothing to say. */
#ifndef TONGBAO_WORDS_REGION_WORDS_H
#define TONGBAO_WORDS_REGION_WORDS_H

#include "words/lane.h"

/* 各县市; 各地 where the areas share no group; 全市 where there are none. */
const char *region_every_area(const struct desk *desk);
/* The region's own recipients; else those of its areas, each once, joined by ，. */
const char *region_recipients(const struct desk *desk);
/* The topic that speaks for all: the first growth held against a target, else the first with a growth; NULL. */
const struct topic *topics_leading(const struct desk *desk, const struct topics *topics);
/* How many areas the settings name first and last. */
int region_praised(const struct desk *desk);
int region_blamed(const struct desk *desk);

/* ---- of one indicator in all areas ---- */

/* By an amount the largest county is always first and the smallest last: that is size, not performance. */
bool lane_by_size(const struct lane *lane);
/* 6个达到目标增速，2个低于目标增速（凤凰县、龙山县）: those behind are named, unless they are the most. */
const char *lane_verdicts(const struct desk *desk, const struct lane *lane);
/* 居前3位的是…, 居后3位的是…, …未报，不参加位次: of the group of that name, or of each with its name; NULL: all. */
const char *lane_first(const struct desk *desk, const struct lane *lane, int wanted, const char *group);
const char *lane_last(const struct desk *desk, const struct lane *lane, int wanted, const char *group);
const char *lane_missing(const struct desk *desk, const struct lane *lane, const char *group);
/* 工业投资：4个达到目标增速，…。居前3位的是…；居后3位的是…: all of it. */
const char *lane_text(const struct desk *desk, const struct lane *lane);

/* ---- what is wrong ---- */

/* 全州未达到目标的有…；全州滞后序时进度的有…: the region's own targets. */
const char *region_behind(const struct desk *desk);
/* The areas with the most targets behind: as many as are blamed, never more than half, and at least two targets. */
const char *region_areas_behind(const struct desk *desk);
/* …由盈转亏的有…；…增亏的有…. */
const char *region_losses(const struct desk *desk);
/* Areas that owe a figure a target is waiting for. */
const char *region_unreported(const struct desk *desk);

#endif
