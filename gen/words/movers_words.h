/* SPDX-License-Identifier: MIT */
/* What moved the region, in words. */
#ifndef TONGBAO_WORDS_MOVERS_WORDS_H
#define TONGBAO_WORDS_MOVERS_WORDS_H

#include "compute/movers.h"
#include "words/topic.h"

/* 前三季度，全州工业投资增长9.3%，湘西经开区、吉首市、泸溪县合计拉动6.6个百分点，贡献率70.6%；花垣县下降5.2%，下拉全州
 * 工业投资增速0.7个百分点: of the topic's indicator in the region, whomever the topic is about. What is added up is
 * what prints. "" where there is nothing to tell (compute/movers.h). */
const char *movers_text(const struct desk *desk, const struct topic *topic);
/* The names of those without a pull: 古丈县. */
const char *movers_absent(const struct desk *desk, const struct movers *movers);
/* The sum of the printed figures, under compare=exact of the unrounded ones printed. */
struct shown movers_sum(const struct desk *desk, const struct mover *items, size_t count,
                        const struct result *(*of)(const struct mover *mover), enum measure measure,
                        const struct indicator *indicator);
const struct result *mover_pull(const struct mover *mover);
const struct result *mover_contribution(const struct mover *mover);
const struct result *mover_share(const struct mover *mover);
/* Of the region's topics those that it is told of: at most `most`, what is held against a growth target, then, where
 * there is none, what has a growth. Returns how many; they live in the desk's arena. */
size_t movers_topics(const struct desk *desk, const struct topics *topics, size_t most, const struct topic **found);

#endif
