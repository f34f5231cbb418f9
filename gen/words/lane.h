/* SPDX-License-Identifier: MIT */
/* A lane (比较项): an indicator, held against one sort of target or against none, over all areas below the region. */
#ifndef TONGBAO_WORDS_LANE_H
#define TONGBAO_WORDS_LANE_H

#include "words/topic.h"

/* What has columns of its own in a table of areas: an indicator held against one sort of target, or against none. */
struct lane {
    struct target_key key; /* without a target: the indicator's value */
    bool targeted;         /* an area below the region has such a target */
};

struct lanes {
    const struct lane *items;
    size_t count;
};

/* Those of which an area below the region has a figure or a target. */
struct lanes lanes_of(const struct desk *desk);
struct topic lane_topic(const struct desk *desk, const struct lane *lane, const struct area *area);
/* Whether all there is in the lane are comparisons, which are no targets. */
bool lane_only_compared(const struct desk *desk, const struct lane *lane);
/* Whether nothing can be said of any area before the year's end, since figures are of years only. */
bool lane_awaits_year_end(const struct desk *desk, const struct lane *lane);
/* Whether any area's target in the lane is summed up over the year. */
bool lane_accumulates(const struct desk *desk, const struct lane *lane);
/* 工业投资; 工业投资（总量） where there are several targets. */
const char *lane_name(const struct desk *desk, const struct lane *lane);
/* As a sentence calls it, without a bracket where it is a growth: 工业投资增速. */
const char *lane_plain_name(const struct desk *desk, const struct lane *lane);
/* lane_name with its unit: 工业投资（亿元）. */
const char *lane_head(const struct desk *desk, const struct lane *lane);

/* The areas below the region, in file order. */
struct areas {
    const struct area *const *items;
    size_t count;
};
struct areas areas_below(const struct desk *desk);

#endif
