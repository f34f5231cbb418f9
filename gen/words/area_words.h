/* SPDX-License-Identifier: MIT */
/* What there is to say of one area's targets together: clauses without 。; "" when there is nothing to say. */
#ifndef TONGBAO_WORDS_AREA_WORDS_H
#define TONGBAO_WORDS_AREA_WORDS_H

#include "words/topic.h"

/* How a letter speaks to an area: 你县, 你市, by what the area is; 你单位. */
const char *area_addressed(const struct desk *desk, const struct area *area);
/* 综合组，联系人…，电话…: from the settings. */
const char *desk_contacts(const struct desk *desk);
/* 以下2项为年度指标，年末评价：甲、乙: which indicators with a target of the desk's area are known by years only. */
const char *area_annual(const struct desk *desk);

#endif
