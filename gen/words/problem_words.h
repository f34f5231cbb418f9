/* SPDX-License-Identifier: MIT */
/* What is wrong, as facts: of how many, which, by how much. Clauses without 。 at their ends; "" when nothing is. */
#ifndef TONGBAO_WORDS_PROBLEM_WORDS_H
#define TONGBAO_WORDS_PROBLEM_WORDS_H

#include "words/lane.h"

/* 全州低于目标的有4项：技改投资（增长10.2%，低4.8个百分点）、…；滞后序时的有2项：…: the region's own targets. */
const char *region_behind(const struct desk *desk);
/* 低于目标或滞后序时较多的是庚县（10项中8项）: those with at least half of their targets behind, and at least two; as
 * many as are blamed, never more than half of all. */
const char *region_areas_behind(const struct desk *desk);
/* 利润总额由盈转亏的有庚县（亏损0.12亿元，上年同期盈利0.45亿元）；亏损的还有己县（…）. */
const char *region_losses(const struct desk *desk);
/* 逾期未完成的有…（期限2018年底）: what was to be done by now and is not. */
const char *region_overdue(const struct desk *desk);
/* 截至10月15日未报数据的有丁县（研发经费投入）: areas that owe a figure a target is waiting for. */
const char *region_unreported(const struct desk *desk);

/* The three largest of an area, the largest first: of growth (与目标差距较大的是…), or of pace (滞后序时较多的是…) and
 * of what is counted one by one (新增规模工业企业比序时应完成数少1户). */
const char *area_largest(const struct desk *desk, const struct topics *topics, bool pace);

#endif
