/* SPDX-License-Identifier: MIT */
/* A topic beside the same of other areas, and its part in the whole: clauses, "" where there is nothing to say. */
#ifndef TONGBAO_WORDS_SENTENCE_BESIDE_H
#define TONGBAO_WORDS_SENTENCE_BESIDE_H

#include "words/topic.h"

/* Against the area above: 高于全州0.8个百分点; where both fall 降幅比全州大1.5个百分点. With `reference`, against the
 * areas to compare with, those of the setting, else all with the role: 分别高于全国、全省0.4个和1.5个百分点. */
const char *topic_beside(const struct desk *desk, const struct topic *topic, bool reference);
/* Of an area right below the region: 拉动全市工业投资增长2.1个百分点. */
const char *topic_pull(const struct desk *desk, const struct topic *topic);
/* `clause` without 降幅 at its beginning where `before` has said it: once a sentence is enough. */
const char *fall_said(const struct desk *desk, const char *before, const char *clause);

#endif
