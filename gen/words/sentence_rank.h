/* SPDX-License-Identifier: MIT */
/* A topic's place among the areas of its group. */
#ifndef TONGBAO_WORDS_SENTENCE_RANK_H
#define TONGBAO_WORDS_SENTENCE_RANK_H

#include "words/topic.h"

/* 居8县市第3位; "" as below. */
const char *topic_place(const struct desk *desk, const struct topic *topic);
/* 居8县市第3位，比上半年前移1位; 在已报的7个县市中居并列第3位. "" without a rank, and where nobody else has one. */
const char *topic_rank(const struct desk *desk, const struct topic *topic);

#endif
