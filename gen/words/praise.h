/* SPDX-License-Identifier: MIT */
/* Who is praised and who is named for criticism, 红榜 and 黑榜: of each group as many as the settings say, by the score
 * where there are scores, else by how many of its targets an area has reached and is behind. */
#ifndef TONGBAO_WORDS_PRAISE_H
#define TONGBAO_WORDS_PRAISE_H

#include "words/desk.h"

/* 对甲县（综合得分95.20分）予以表扬: the first of each group; 对丙县（…）予以批评: the last. `wanted` of a group, below
 * 0: the setting, and nobody where that is not given. Never one of its lower half, or of its upper; those tied across
 * the cut are left out together. Nobody who has left a target without data is praised, nor is one that has reached
 * none; nobody is criticized by his targets who is behind none. A clause without 。; "" when there is nobody. */
const char *praise_list(const struct desk *desk, int wanted);
const char *blame_list(const struct desk *desk, int wanted);

#endif
