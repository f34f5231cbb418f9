/* SPDX-License-Identifier: MIT */
/* What a letter says of a target that is behind. */
#ifndef TONGBAO_WORDS_REMINDER_H
#define TONGBAO_WORDS_REMINDER_H

#include "words/topic.h"

/* 工业投资下降5.2%，年度目标为增长11%，低16.2个百分点，已连续3个季度低于目标；第四季度需完成5.10亿元、增长52.2%以上。
 * "" for what is not behind. */
const char *topic_reminder(const struct desk *desk, const struct topic *topic);

#endif
