/* SPDX-License-Identifier: MIT */
/* The tables of the bulletins. What returns NULL has no rows, and stands nowhere. */
#ifndef TONGBAO_TABLES_AREA_TABLES_H
#define TONGBAO_TABLES_AREA_TABLES_H

#include "tables/columns.h"

/* ---- of all areas: table_summary.c ---- */

/* Adds 地区 | per lane 累计, 同比, 目标, 差距, 位次, as many tables as it takes to stay readable. */
void tables_summary(const struct desk *desk, struct builder *builder);
/* 地区 | per lane the chosen columns: a table that a template puts together. `title` may be NULL. */
const struct table *table_own(const struct desk *desk, struct areas areas, struct lanes lanes,
                              const struct lane_column *const *chosen, size_t column_count, const char *title);

/* ---- their places: table_ranks.c ---- */

/* Adds ranks and their changes; `full` with the rank of the period before, and also of what has no target. */
void tables_ranks(const struct desk *desk, struct builder *builder, bool full);
/* Whether tables_ranks would add any. */
bool ranks_any(const struct desk *desk);

/* ---- what is asked of them: table_targets.c ---- */

/* Adds the targets as they were issued: the region's own with their terms and sources, then area | a target per lane.
 */
void tables_breakdown(const struct desk *desk, struct builder *builder);

/* ---- of one area: table_area.c ---- */

/* 序号 | 指标 | 单位 | 累计 | 同比 | 年度目标 | 差距或进度 | 判定 | 位次 | 较上期; with `references` also of what has
 * no target. */
const struct table *table_overview(const struct desk *desk, const struct area *area, bool references);
/* 指标 | 本地 | 应达到 | 差距 | 位次 | 最好 | 中位 | 最差: the desk's area among those of its group, unnamed; NULL
 * where fewer than SPREAD_LEAST are in it, or nothing is judged: table_place.c. */
const struct table *table_place(const struct desk *desk);
/* 指标 | 全年目标 | 还需完成 | 月均需完成 | 前期月均 | 倍数; of the targets not reached. */
const struct table *table_need(const struct desk *desk, const struct area *area);
/* 序号 | 指标 | 目标 | 实际 | 差距 | 连续期数 | 还需完成 | 月均需完成 | 条款 | 责任单位: what a letter of reminder to
 * the desk's area is about, at most `most` rows. */
const struct table *table_reminder(const struct desk *desk, size_t most);

#endif
