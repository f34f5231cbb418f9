/* SPDX-License-Identifier: MIT */
/* A topic held against its target: clauses, "" where there is nothing to say. */
#ifndef TONGBAO_WORDS_SENTENCE_TARGET_H
#define TONGBAO_WORDS_SENTENCE_TARGET_H

#include "words/topic.h"

/* 低于年度目标（10%）1.3个百分点; at the end 未完成年度目标（10%），低1.3个百分点. */
const char *topic_against(const struct desk *desk, const struct topic *topic);
/* 不低于全市平均, 高于全市0.5个百分点: what is asked for where another area sets it. */
const char *topic_other_goal(const struct desk *desk, const struct topic *topic);
/* The distance to the target; of a limit that only the next whole number passes, to that: 超过4家 is 5家. */
struct shown topic_distance(const struct desk *desk, const struct topic *topic);
/* Of a topic held against an earlier year, how it moved: 比2017年后移1位, 比上年同期提高0.8个百分点. */
const char *topic_moved(const struct desk *desk, const struct topic *topic);
/* Why a target without a figure is not judged. */
const char *topic_awaited(const struct desk *desk, const struct topic *topic);
/* Whether a topic with a figure is spoken of by its pace: it adds up over the year, which isn't over, and no limit is
 * broken. */
bool topic_is_paced(const struct topic *topic);
/* 园区投资17.20亿元，完成年度目标（20亿元）的86.0%，快于序时进度（75.0%）11.0个百分点; 落地项目2个（年度目标3个），
 * 按序时应完成2个，达到序时; what has no pace as topic_against. */
const char *topic_pace_clause(const struct desk *desk, const struct topic *topic);

/* ---- what is still needed ---- */

/* 要实现全年目标，第四季度需完成6.02亿元、增长13.0%以上，月均2.01亿元，为前9个月月均（1.51亿元）的1.3倍; "" when
 * nothing is, and of a target that is reached. */
const char *topic_need(const struct desk *desk, const struct topic *topic);
/* How many times the mean of the months so far the coming ones need, at one decimal; no figure where there is no such
 * multiple. Asks for a verdict. */
struct shown topic_need_times(const struct desk *desk, const struct topic *topic);
/* Marks that what is still needed of it is being told. */
void topic_tell_need(const struct desk *desk, const struct topic *topic);

/* 第四季度, 12月: what is left of the year, before its end. */
const char *desk_rest(const struct desk *desk);
/* The same of the topic's time; 前9个月: what is over. Of a target over years, of these. */
const char *topic_rest(const struct desk *desk, const struct topic *topic);
const char *topic_so_far(const struct desk *desk, const struct topic *topic);

#endif
