/* SPDX-License-Identifier: MIT */
/* How far a topic is from where it should stand now, with a sign that means the same for all: minus is worse, plus is
 * better, also where lower is better. */
#ifndef TONGBAO_WORDS_GAP_H
#define TONGBAO_WORDS_GAP_H

#include "words/lane.h"

/* What a gap is taken to, and so in what it is told. Gaps of different kinds are not compared. */
enum gap_kind {
    GAP_GROWTH, /* a growth, to the growth asked for: points */
    GAP_PACE,   /* a total, to what of it is due by now: points */
    GAP_DUE,    /* few things counted one by one, to how many are due by now */
    GAP_SHARE,  /* a share, a change of one: points */
    GAP_PLACE,  /* a place */
    GAP_LEVEL,  /* any other figure, in its unit */
    GAP_NONE    /* done or not */
};

enum gap_kind topic_gap_kind(const struct desk *desk, const struct topic *topic);
/* The kind of most targets of a lane: of the first area that has one. */
enum gap_kind lane_gap_kind(const struct desk *desk, const struct lane *lane);
/* 个百分点 or the unit of such a gap; "" of GAP_NONE. */
const char *gap_unit(const struct desk *desk, enum gap_kind kind, const struct indicator *indicator);
/* As a difference of printed figures where the settings say so. No figure where there is none, or the verdict isn't
 * about one. Asks for a verdict. */
struct shown topic_signed_gap(const struct desk *desk, const struct topic *topic, enum gap_kind kind);
/* A number cell of it with its sign and the verdict's mark; else the words there are: 未报 in their box, － without a
 * target. */
struct cell topic_gap_cell(const struct desk *desk, const struct topic *topic, enum gap_kind kind);
/* How it stands in a few words behind its mark: 低0.4个百分点, 快于序时4.5个百分点. */
struct cell topic_state_cell(const struct desk *desk, const struct topic *topic);
/* The mark that says what the verdict says. */
enum cell_mark topic_mark_shown(const struct topic *topic);

#endif
