/* SPDX-License-Identifier: MIT */
/* A topic: one indicator of one area as a document speaks of it, held against one target or, without any, as a
 * reference. All documents take their lines, sentences and words from here, so they agree. */
#ifndef TONGBAO_WORDS_TOPIC_H
#define TONGBAO_WORDS_TOPIC_H

#include "words/desk.h"

struct topic {
    const struct area *area;
    const struct indicator *indicator;
    enum measure measure;          /* of the target; for a reference what it is ranked by */
    const struct verdict *verdict; /* NULL: a reference, no target in force */
};

/* What a reference is ranked by and compared in: growth; of things counted one by one the number. */
enum measure reference_measure(const struct desk *desk, const struct indicator *indicator);

/* In which order they are spoken of. */
enum standing { STANDING_REACHED, STANDING_BEHIND, STANDING_PENDING, STANDING_NO_DATA, STANDING_REFERENCE };
#define STANDING_COUNT (STANDING_REFERENCE + 1)

struct topics {
    const struct topic *items;
    size_t count;
};

/* Those with a target in the order of verdicts.csv, then the references with a figure, in file order. */
struct topics topics_of(const struct desk *desk, const struct area *area);
enum standing topic_standing(const struct topic *topic);
/* Whether an earlier topic has said already that the indicator has no data: once is enough for all its targets. */
bool topic_said_before(const struct topics *topics, size_t index);
size_t topics_standing(const struct topics *topics, enum standing standing);

/* 工业投资; 工业投资（总量） where the indicator has several targets; 规模工业企业数（到2020年）. */
const char *topic_name(const struct desk *desk, const struct topic *topic);
/* The same for a column or a chart of all areas below the region; of them, and the region, when `everywhere`. */
const char *topic_key_name(const struct desk *desk, struct target_key key, bool everywhere);
/* As the subject of a sentence, where the words tell the measure: 工业投资; 产值占比. */
const char *topic_subject(const struct desk *desk, const struct topic *topic);
/* True for growth rates, whose target is held at every period. */
bool topic_is_growth(const struct topic *topic);

/* ---- target words: goal.c ---- */

/* 年度目标, 到2025年目标. */
const char *topic_goal_label(const struct desk *desk, const struct topic *topic);
/* 10%, 20亿元, 下降2%以上, 1—2个, 全省（7.1%）; with_unit false: the unit only where it is %. */
const char *topic_goal(const struct desk *desk, const struct topic *topic, bool with_unit);
/* 达到目标增速, 滞后序时进度, …; with its colour. */
struct cell topic_verdict(const struct desk *desk, const struct topic *topic);
/* (+) or (−) behind a figure that rounds onto its limit under compare=exact; else "". */
const char *topic_mark(const struct desk *desk, const struct topic *topic);
struct aim topic_aim(const struct desk *desk, const struct topic *topic);
/* The figures of the verdict as they print. */
struct shown topic_actual(const struct desk *desk, const struct topic *topic);
struct shown topic_gap(const struct desk *desk, const struct topic *topic);
struct shown topic_progress(const struct desk *desk, const struct topic *topic);
struct shown topic_pace(const struct desk *desk, const struct topic *topic);
/* The cell 差距(百分点)或进度%: the progress with its %, else the gap. */
struct cell topic_gap_or_progress(const struct desk *desk, const struct topic *topic);

/* ---- sentences: sentence.c ---- */

/* The whole sentence, with what is still needed; ends with 。 "" when there is nothing to say. */
const char *topic_sentence(const struct desk *desk, const struct topic *topic);
/* For a reference among many: the figure and its growth, a clause without 。 */
const char *topic_brief(const struct desk *desk, const struct topic *topic);
/* What is still needed, as a clause; "" when nothing is. */
const char *topic_need(const struct desk *desk, const struct topic *topic);
/* Marks that what is still needed of it is being told. */
void topic_tell_need(const struct desk *desk, const struct topic *topic);
/* 第四季度, 12月; 前9个月. */
const char *topic_rest(const struct desk *desk, const struct topic *topic);
const char *topic_so_far(const struct desk *desk, const struct topic *topic);

/* Single clauses of it, "" where there is nothing to say. */

/* 增长8.7%; 扭亏为盈, 减亏0.05亿元; of a share 比上年同期提高0.8个百分点. */
const char *topic_growth(const struct desk *desk, const struct topic *topic);
/* The growth against that of the period before: 比上半年回落1.5个百分点. */
const char *topic_change(const struct desk *desk, const struct topic *topic);
/* 高于全州0.8个百分点: against the area above, or the reference. */
const char *topic_beside(const struct desk *desk, const struct topic *topic, bool reference);
/* 居8县市第3位，前移1位. */
const char *topic_rank(const struct desk *desk, const struct topic *topic);
/* 低于年度目标（10%）1.3个百分点. */
const char *topic_against(const struct desk *desk, const struct topic *topic);
/* 园区投资17.20亿元，完成年度目标（20亿元）的86.0%，快于序时进度（75.0%）11.0个百分点; what has no pace as
 * topic_against. */
const char *topic_pace_clause(const struct desk *desk, const struct topic *topic);
/* 规模工业利润总额0.38亿元，上年同期亏损0.21亿元，扭亏为盈，增加0.59亿元; "" where there is and was no loss. */
const char *topic_loss(const struct desk *desk, const struct topic *topic);

#endif
