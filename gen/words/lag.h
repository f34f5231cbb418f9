/* SPDX-License-Identifier: MIT */
/* How far a topic is behind, in the few words that stand in brackets behind a name. */
#ifndef TONGBAO_WORDS_LAG_H
#define TONGBAO_WORDS_LAG_H

#include "words/topic.h"

struct lag {
    const char *text; /* 低4.9个百分点, 滞后8.0个百分点, 少1户, 差82亩, 2起; "" where it has no figure */
    const char *actual; /* what was reached: 增长10.2%, 下降5.2%, 2918亩; "" where the text says it or nothing is */
    bool turned;        /* the actual growth has another sign than the one asked for, so that it must be told */
    const struct number *size; /* as printed, not negative, in `unit`; NULL without a figure */
    const char *unit;
};

/* Of a topic that stands behind. */
struct lag topic_lag(const struct desk *desk, const struct topic *topic);
/* 低4.9个百分点; with what was reached before it where that must be told, or where `always`. */
const char *lag_text(const struct desk *desk, const struct lag *lag, bool always);
/* A growth as a list says it: 增长10.2%, 下降5.2%; 上升1.4% of what is better low; 持平. */
const char *growth_in_list(const struct desk *desk, struct shown growth, const struct indicator *indicator);
/* 工业投资增速, 工业投资总量 where the indicator has several targets: a name without a bracket of its own. */
const char *topic_plain_name(const struct desk *desk, const struct topic *topic);

#endif
