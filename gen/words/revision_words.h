/* SPDX-License-Identifier: MIT */
/* What has changed since an earlier issue, in words; and what was issued in the period before. */
#ifndef TONGBAO_WORDS_REVISION_WORDS_H
#define TONGBAO_WORDS_REVISION_WORDS_H

#include "compute/revision.h"
#include "words/topic.h"

/* 增速; the same with what of it: 增速, 判定（增速）, 目标（增速，到2020年）, 位次（增速）. */
const char *revision_measure(const struct desk *desk, const struct published_row *row);
const char *revision_label(const struct desk *desk, const struct published_row *row);
/* 9.3; 低于目标增速; ≥10; 并列第3位. */
const char *revision_text(const struct desk *desk, const struct published_row *row);
/* 增速 9.3 → 9.5 */
const char *revision_change(const struct desk *desk, const struct change *change);

/* 2019年前三季度总量; data/2019.csv 第7行“工业投资”列; what stood and what stands in the cell. */
const char *moved_subject(const struct desk *desk, const struct moved *moved);
const char *moved_place(const struct desk *desk, const struct moved *moved);
const char *moved_before(const struct desk *desk, const struct moved *moved);
const char *moved_now(const struct desk *desk, const struct moved *moved);
/* The place of a cell; of another figure its name: 湘西州工业投资增速. */
const char *revision_cause(const struct desk *desk, const struct cause *cause);

/* 与上次发布的同一时期相比，1格数据、2项判定、45个数变动。 "" without an earlier issue. */
const char *revision_counts(const struct desk *desk);
/* Of how many changes the cell isn't known, and which files have changed; "" for none. */
const char *revision_untraced(const struct desk *desk);

/* The ranks of the period before that were issued otherwise than they come out now, of the desk's area, of all areas
 * for the region: 上半年位次已发通报与按现有数据计算的不同：…。 "" when there are none, or nobody has named that
 * issue. */
const char *issued_ranks(const struct desk *desk);
/* How many there are. */
size_t issued_ranks_count(const struct desk *desk);

#endif
