/* SPDX-License-Identifier: MIT */
/* What kind of target a topic is held against, as far as words tell them apart. */
#ifndef TONGBAO_WORDS_GOAL_KIND_H
#define TONGBAO_WORDS_GOAL_KIND_H

#include "words/topic.h"

enum goal_kind {
    GOAL_OTHER_AREA,     /* the same figure of the area above, or of another one */
    GOAL_PLACE,          /* 前3位; also of an indicator that is itself counted in 位 */
    GOAL_BAND,           /* between, which binds at both ends */
    GOAL_ABOUT,          /* 80%左右 */
    GOAL_RANGE,          /* 2—3家: a floor with what is hoped for (of a ceiling the other way round) */
    GOAL_ZERO,           /* 零发生 */
    GOAL_FALL,           /* 下降3% */
    GOAL_CHANGE_FALL,    /* 降低1个百分点 */
    GOAL_GROWTH_LIMIT,   /* 增长3%以内 */
    GOAL_LIMIT,          /* 60%以内 */
    GOAL_FULL,           /* 全覆盖 */
    GOAL_AVERAGE_GROWTH, /* 年均10% */
    GOAL_MEAN,           /* 年均30户 */
    GOAL_CHANGE,         /* 提高1个百分点 */
    GOAL_GROWTH_LOSS,    /* 降幅2%以内 */
    GOAL_GROWTH_NIL,     /* 不低于上年 */
    GOAL_GROWTH,         /* 10% */
    GOAL_SHARE,          /* 70%, and every other ratio */
    GOAL_EXCEED,         /* 超过4家 */
    GOAL_AMOUNT,         /* 100亿元, over the year or the years */
    GOAL_LEVEL           /* 360户, as it stands */
};

/* Asks for a verdict whose target is held against a figure, or against an earlier year. */
enum goal_kind topic_goal_kind(const struct topic *topic);

/* Whether nothing of it may happen at all: accidents, 0 at most. */
bool topic_is_ban(const struct topic *topic);

/* Whether an indicator's figures are themselves places: its unit is 位. */
bool indicator_is_place(const struct indicator *indicator);

/* Things counted one by one, so few that a percentage of them says nothing: a flow in whole units of one character (户
 * 个 家), of which less than a hundred are asked for; without a target, less than a hundred in either year. */
bool topic_counts(const struct desk *desk, const struct topic *topic);

#endif
