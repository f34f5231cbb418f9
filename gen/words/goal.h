/* SPDX-License-Identifier: MIT */
/* A topic's target and verdict in words, and the figures of the verdict as they print. All ask for a topic with a
 * verdict, except where it is said. */
#ifndef TONGBAO_WORDS_GOAL_H
#define TONGBAO_WORDS_GOAL_H

#include "words/topic.h"

/* ---- what is asked for ---- */

/* <=, <: reached from below. */
bool topic_at_most(const struct topic *topic);
/* Held against the same figure of another area. */
bool topic_of_other(const struct topic *topic);
/* The name of that area: 全省. */
const char *topic_other_name(const struct desk *desk, const struct topic *topic);
/* 年度目标, 到2025年目标. */
const char *topic_goal_label(const struct desk *desk, const struct topic *topic);
/* 10%, 20亿元, 下降2%以上, 1—2个, 全省（7.1%）; with_unit false: the unit only where it is %. */
const char *topic_goal(const struct desk *desk, const struct topic *topic, bool with_unit);
/* What an operator that is held against no figure asks for: 高于上年, 建成, …; `place`: of a rank. WORD_COUNT for
 * the others. */
enum word goal_word(enum target_op op, bool place);
/* Behind its label, which has named the other area: 全省水平（7.1%）. */
const char *topic_goal_labelled(const struct desk *desk, const struct topic *topic);
/* 30%. */
const char *topic_stretch(const struct desk *desk, const struct topic *topic);

/* ---- the verdict ---- */

/* 达到目标增速, 滞后序时进度, …; with its colour. Without a verdict: no target. */
struct cell topic_verdict(const struct desk *desk, const struct topic *topic);
/* What topic_verdict would say of another outcome of the same target. */
const char *topic_outcome(const struct desk *desk, const struct topic *topic, enum verdict_kind kind);
/* (+) or (−) behind a figure that rounds onto its limit under compare=exact; else "". May lack a verdict. */
const char *topic_mark(const struct desk *desk, const struct topic *topic);

/* ---- its figures as they print ---- */

struct shown topic_actual(const struct desk *desk, const struct topic *topic);
struct shown topic_gap(const struct desk *desk, const struct topic *topic);
struct shown topic_progress(const struct desk *desk, const struct topic *topic);
struct shown topic_pace(const struct desk *desk, const struct topic *topic);
struct shown topic_due(const struct topic *topic);
/* Marks that a pace is being told. */
void topic_tell_pace(const struct desk *desk);
/* The cell 差距(百分点)或进度%: the progress with its %, else the gap. Empty without a verdict. */
struct cell topic_gap_or_progress(const struct desk *desk, const struct topic *topic);

#endif
