/* SPDX-License-Identifier: MIT */
/* The brief's headline: how the region stands, and which areas are furthest behind. Without 。; "" when there is
 * nothing to say. */
#ifndef TONGBAO_WORDS_BRIEF_WORDS_H
#define TONGBAO_WORDS_BRIEF_WORDS_H

#include "words/lane.h"

/* 全州21项目标达到12项，技改投资全年目标难度较大. */
const char *brief_lead(const struct desk *desk);
/* 花垣县10项中8项、古丈县10项中6项低于目标或滞后序时. */
const char *brief_areas_behind(const struct desk *desk);

#endif
