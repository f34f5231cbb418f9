/* SPDX-License-Identifier: MIT */
/* A topic's sentence, put together from the clauses of sentence_growth.h, sentence_target.h and sentence_rank.h. */
#ifndef TONGBAO_WORDS_SENTENCE_H
#define TONGBAO_WORDS_SENTENCE_H

#include "words/topic.h"

/* The whole sentence, with what is still needed; ends with 。 "" when there is nothing to say. */
const char *topic_sentence(const struct desk *desk, const struct topic *topic);
/* Held against a target, and known by years only: until the year's end that is all there is to say of it. */
bool topic_awaits_year_end(const struct desk *desk, const struct topic *topic);
/* For a reference among many: the figure and its growth, a clause without 。 */
const char *topic_brief(const struct desk *desk, const struct topic *topic);

#endif
