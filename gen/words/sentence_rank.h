/* SPDX-License-Identifier: MIT */
/* A topic's place among the areas of its group. */
#ifndef TONGBAO_WORDS_SENTENCE_RANK_H
#define TONGBAO_WORDS_SENTENCE_RANK_H

#include "words/topic.h"

/* 居8县市第3位，前移1位; 居有数据的7个县市并列第3位. "" without a rank, and where nobody else has one. */
const char *topic_rank(const struct desk *desk, const struct topic *topic);

#endif
