/* SPDX-License-Identifier: MIT */
/* A paragraph of a topic: where an indicator has a growth, of the year or as an average of several, and a total as
 * targets of the year, both in one. */
#ifndef TONGBAO_WORDS_PARAGRAPH_H
#define TONGBAO_WORDS_PARAGRAPH_H

#include "words/topic.h"

/* The topic's sentence; of a growth with a total beside it, the value once, how each stands and what it still takes.
 * Ends with 。 */
const char *topic_paragraph(const struct desk *desk, const struct topic *topic);
/* The growth in whose paragraph a total is told; NULL: it has one of its own. */
const struct topic *topic_told_with(const struct topics *topics, const struct topic *topic);
/* How the paragraph stands: the worse of two. */
enum standing paragraph_standing(const struct topics *topics, const struct topic *topic);

#endif
