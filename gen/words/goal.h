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
/* 年度目标, 2025年目标, 年度控制目标, 2018—2020年规划目标, 年度力争目标. */
const char *topic_goal_label(const struct desk *desk, const struct topic *topic);
/* 10%, 20亿元, 下降2%, 1—2个, 全省（7.1%）; with_unit false: the unit only where it is %. */
const char *topic_goal(const struct desk *desk, const struct topic *topic, bool with_unit);
/* What an operator that is held against no figure asks for: 高于上年, 建成, …; `place`: of a rank. WORD_COUNT for
 * the others. */
enum word goal_word(enum target_op op, bool place);
/* Behind its label and in a sentence, so that it stands beside the figure: 增长15% beside a fall,
 * 80%左右，按79%—81%掌握 beside a distance, 超过4家，即5家以上 while it is not passed; 全省水平（7.1%） behind a label
 * that names the area. */
const char *topic_goal_labelled(const struct desk *desk, const struct topic *topic);
/* The bare figure of the limit: 60%, 700家. */
const char *topic_goal_limit(const struct desk *desk, const struct topic *topic);
/* 年度, 2025年, 2025年6月底前, 2018—2020年: the time the target is set for; "" for one without years. */
const char *topic_goal_time(const struct desk *desk, const struct topic *topic);
/* The other area that it is held against: 全省; 全市平均 of a ratio. */
const char *topic_other_name(const struct desk *desk, const struct topic *topic);
/* The figure minus what is hoped for, as it prints; and whether that is reached. No figure without a stretch. */
struct shown topic_stretch_gap(const struct desk *desk, const struct topic *topic);
bool topic_stretch_reached(const struct desk *desk, const struct topic *topic);
/* Whether only the next whole number passes the limit: of > a whole number of whole things. */
bool topic_next_whole(const struct topic *topic);
/* Whether the place named is itself not good enough: 低于 3 asks for the first two. */
bool topic_place_strict(const struct topic *topic);
/* 30%; 下降4%; 前3位. */
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
/* What is due by now as a share of the target, %: of whole units not the pace itself, 2 of 3 being 66.7. */
struct shown topic_due_share(const struct desk *desk, const struct topic *topic);
/* Marks that a pace is being told. */
void topic_tell_pace(const struct desk *desk);
/* The cell 差距(百分点)或进度%: the progress with its %, else the gap. Empty without a verdict. */
struct cell topic_gap_or_progress(const struct desk *desk, const struct topic *topic);

#endif
