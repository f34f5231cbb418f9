/* SPDX-License-Identifier: MIT */
/* How much it is and how it grew: clauses of a topic, "" where there is nothing to say. */
#ifndef TONGBAO_WORDS_SENTENCE_GROWTH_H
#define TONGBAO_WORDS_SENTENCE_GROWTH_H

#include "words/topic.h"

/* ---- clauses ---- */

/* 增长8.7%; 扭亏为盈, 减亏0.05亿元; of a share 比上年同期提高0.8个百分点. */
const char *topic_growth(const struct desk *desk, const struct topic *topic);
/* The same of a growth that is no result: 增长5.0%, 下降1.9%. */
const char *growth_phrase(const struct desk *desk, const struct indicator *indicator, struct shown rate);
/* The growth against that of the period before: 比上半年加快0.5个百分点; 降幅比上半年收窄0.3个百分点; 与上半年持平. */
const char *topic_change(const struct desk *desk, const struct topic *topic);
/* 规模工业利润总额0.38亿元，上年同期亏损0.21亿元，扭亏为盈，增加0.59亿元; "" where there is and was no loss. */
const char *topic_loss(const struct desk *desk, const struct topic *topic);

/* ---- how a sentence begins ---- */

/* 工业投资13.56亿元，增长8.7%: with what its growth says, be it a loss, or nothing. */
const char *topic_opening(const struct desk *desk, const struct topic *topic, const char *name);
/* The same where nothing follows that is in percent or points: 增长1.6倍. */
const char *topic_opening_alone(const struct desk *desk, const struct topic *topic, const char *name);
/* 落地项目2个，上年同期1个: of a few things the growth in % would say nothing. */
const char *topic_counted(const struct desk *desk, const struct topic *topic);
/* 园区投资17.20亿元, what its verdict is about; a sum that lacks a part says so: 22035万元（不含未报的古丈县）. */
const char *topic_amount(const struct desk *desk, const struct topic *topic);
/* 实现零突破: the first ever, asked for; else "". */
const char *topic_first(const struct desk *desk, const struct topic *topic);
/* 比上年同期增加2户; "" without either figure. */
const char *topic_count_moved(const struct desk *desk, const struct topic *topic);
/* How many of the children that a sum is made of have a figure, and how many have none. */
void topic_count_missing(const struct desk *desk, const struct topic *topic, int *reported, int *missing);
/* The children without a figure, by name, for the document of their own parent; "" in another's, which names no
 * area but its own. */
const char *topic_missing(const struct desk *desk, const struct topic *topic);

#endif
