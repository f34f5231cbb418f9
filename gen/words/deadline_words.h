/* SPDX-License-Identifier: MIT */
/* Levels that the region is to have reached by the end of a year, told together when there are many: one clause for
 * those that have been reached, those that were not, those that are still to be; and one for what has not come in.
 * Without 。 at their ends; "" for none. */
#ifndef TONGBAO_WORDS_DEADLINE_WORDS_H
#define TONGBAO_WORDS_DEADLINE_WORDS_H

#include "words/topic.h"

/* Whether the topic, one of the region's, is told there and not in a paragraph of its own. */
bool deadline_grouped(const struct desk *desk, const struct topics *topics, const struct topic *topic);
/* 完成2020年目标的有23项：制造业投资占工业投资比重（80.9%，目标80%）、…; before the year's end 已达到…. */
const char *deadlines_reached(const struct desk *desk);
/* 未完成2020年目标的有6项：规模企业（988家，目标1000家，差12家）、…. */
const char *deadlines_missed(const struct desk *desk);
/* 距2020年目标还有差距的有12项：…. */
const char *deadlines_open(const struct desk *desk);
/* 截至2025年1月24日未收到数据、暂不评价的有19项：…: of the region's own targets, where it is several. */
const char *items_missing(const struct desk *desk);

#endif
