/* SPDX-License-Identifier: MIT */
/* The tables of the documents. Each returns NULL when it would have no rows, and then stands nowhere. */
#ifndef TONGBAO_TABLES_TABLES_H
#define TONGBAO_TABLES_TABLES_H

#include "words/lane.h"

/* ---- tables of areas: table_summary.c ---- */

/* The cells of a lane's columns: growth, target, gap, progress, place. */
struct cell lane_growth_cell(const struct desk *desk, const struct topic *topic);
struct cell lane_goal_cell(const struct desk *desk, const struct topic *topic);
struct cell lane_gap_cell(const struct desk *desk, const struct topic *topic);
struct cell lane_progress_cell(const struct desk *desk, const struct topic *topic);
struct cell lane_rank_cell(const struct desk *desk, const struct topic *topic);

/* A table's plain columns, in order. */
struct table_head {
    enum word word;
    enum align align;
    int width;
};
void table_plain_columns(const struct desk *desk, struct table_builder *t, const struct table_head *list, size_t count);
/* The cell when it holds a number, else an empty one: nobody can calculate with the words of a flag. */
struct cell figures_only(struct cell cell);
/* Says below the table what 22035* means, when such a figure is in it. */
void table_note_partial(const struct desk *desk, struct table_builder *t);
/* table_end without the columns in which nothing stands. */
const struct table *table_end_compact(struct table_builder *t);
/* Adds 地区 | per lane 累计, 同比, 目标, 差距, 位次, as many tables as it takes to stay readable. */
void tables_summary(const struct desk *desk, struct builder *builder);
/* Ranks and their changes; `full` with the rank of the period before, and also of what has no target. */
void tables_ranks(const struct desk *desk, struct builder *builder, bool full);
/* Whether tables_ranks would add any. */
bool ranks_any(const struct desk *desk);

/* ---- tables of one area: table_area.c ---- */

/* 序号 | 指标 | 单位 | 累计 | 同比 | 年度目标 | 差距或进度 | 判定 | 位次 | 较上期; with `references` also of what has
 * no target. */
const struct table *table_overview(const struct desk *desk, const struct area *area, bool references);
/* 指标 | 全年目标 | 还需完成 | 月均需完成 | 前期月均 | 倍数; of the targets not reached. */
const struct table *table_need(const struct desk *desk, const struct area *area);

/* 序号 | 指标 | 目标 | 实际 | 差距 | 连续期数 | 还需完成 | 月均需完成: what a letter of reminder to the desk's area is
 * about, at most `most` rows: table_reminder.c. */
const struct table *table_reminder(const struct desk *desk, size_t most);

/* ---- tables that a template puts together: table_free.c ---- */

/* What a column of such a table shows of an indicator in an area. */
struct free_column {
    const char *name, *english;
    const char *head; /* above it; NULL: the name */
    struct cell (*cell)(const struct desk *desk, const struct topic *topic);
    enum measure measure; /* where `cell` is NULL: this measure; MEASURE_COUNT: it is none */
};

/* All columns there are; and the one of a name, NULL for none. */
const struct free_column *free_columns(size_t *count);
const struct free_column *free_column_find(const char *name);
/* 地区 | per lane its columns; `title` may be NULL. */
const struct table *table_free(const struct desk *desk, struct areas areas, struct lanes lanes,
                               const struct free_column *const *chosen, size_t column_count, const char *title);
/* Adds the targets as they were issued: the region's own with their terms and sources, then area | a target per lane.
 */
void tables_breakdown(const struct desk *desk, struct builder *builder);

/* ---- a workbook's tables ---- */

const struct table *table_verdicts(const struct desk *desk); /* target × area, in words: table_region.c */
const struct table *table_scores(const struct desk *desk);
/* Where a figure is from: its file and line, or of how many figures it is made. */
void source_cells(const struct desk *desk, const struct result *result, struct cell *file, struct cell *line);
const struct table *table_data(const struct desk *desk); /* table_data.c */
const struct table *table_findings(const struct desk *desk);
const struct table *table_definitions(const struct desk *desk);
const struct table *table_sources(const struct desk *desk); /* where each target is from; of the desk's area */
const struct table *table_words(const struct desk *desk);   /* what each verdict word means */

/* Live formulas: table_work.c. What is summed up over the year against its pace, what is held against its target as it
 * stands, and (not in the region's book) what has no target. */
enum work_sort { WORK_PACED, WORK_STANDING, WORK_REFERENCES };
const struct table *table_work(const struct desk *desk, enum work_sort sort);
/* The months gone and left, under the names by which table_work's formulas know them; NULL when the year is over. */
const struct table *table_months(const struct desk *desk);
/* Whether a formula of the table asks for the months by name. */
bool table_asks_months(const struct desk *desk, const struct table *table);

const struct table *table_check(const struct desk *desk); /* table_check.c */
const struct table *table_trend(const struct desk *desk); /* growth over the last eight periods */

/* ---- charts: charts.c ---- */

/* Adds bar charts of the areas, one per targeted lane, or per lane when none has a target; at most `most`. */
void charts_areas(const struct desk *desk, struct builder *builder, size_t most);
/* One of them; NULL with fewer than two figures. */
const struct chart *chart_lane(const struct desk *desk, const struct lane *lane);
/* The area's progress with the pace; NULL without a target that adds up over the year. */
const struct chart *chart_progress(const struct desk *desk);
/* Its growth in an indicator over eight periods, beside the region's or the reference's; NULL with fewer than two. */
const struct chart *chart_trend(const struct desk *desk, const struct topic *topic);
/* A line for each of the area's first growth indicators. */
void charts_trend(const struct desk *desk, struct builder *builder, size_t most);

/* The last eight periods, the earliest first. */
enum { TREND_PERIODS = 8 };
void trend_periods(const struct desk *desk, struct period *periods);

/* ---- notes: notes.c ---- */

/* 口径: only about what the document has told so far. In full with each indicator's own note; as lines where a table of
 * those follows; brief, all in one paragraph, with a word on where the indicators' notes are. */
enum notes_form { NOTES_FULL, NOTES_LINES, NOTES_BRIEF };
void notes_add(const struct desk *document, struct builder *builder, enum notes_form form);
/* Whether the document has told a figure of the indicator. */
bool indicator_used(const struct desk *desk, const struct indicator *indicator);
/* 目标依据：…. "" without targets. */
const char *notes_sources(const struct desk *desk);

#endif
