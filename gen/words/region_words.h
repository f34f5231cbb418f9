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
/* 8县市和湘西经开区以下统称9个单位，湘西经开区不参加位次: "" where all are ranked together. */
const char *region_naming(const struct desk *desk);

#endif
