/* SPDX-License-Identifier: MIT */
/* The tables of the workbooks. What returns NULL has no rows, and stands nowhere. */
#ifndef TONGBAO_TABLES_BOOK_TABLES_H
#define TONGBAO_TABLES_BOOK_TABLES_H

#include "words/desk.h"

/* ---- of the region: table_region.c ---- */

const struct table *table_verdicts(const struct desk *desk); /* target × area, in words */
const struct table *table_scores(const struct desk *desk);
const struct table *table_words(const struct desk *desk); /* what each verdict word means */

/* ---- what came in: table_data.c ---- */

const struct table *table_data(const struct desk *desk); /* the figures with their sources */
const struct table *table_findings(const struct desk *desk);
const struct table *table_understood(const struct desk *desk);  /* how each table was read: table_understood.c */
const struct table *table_definitions(const struct desk *desk); /* of the indicators the document has told of */
const struct table *table_sources(const struct desk *desk);     /* where each target is from; of the desk's area */
/* Where a figure is from: its file and line, or of how many figures it is made. */
void source_cells(const struct desk *desk, const struct result *result, struct cell *file, struct cell *line);

/* ---- where the figures of the desk's area come from, down to the cells: table_trace.c ---- */

/* 地区 | 指标 | 时期 | 项目 | 数值 | 精确值 | 由来 | 算式 | 文件 | 行 | 列 | 表头 | 原文 | 读法: every figure that the
 * documents print of it, then the figures that enter those; each more cell of a figure is a row without the figure. */
const struct table *table_trace(const struct desk *desk);
/* What a cell of another table leads to (struct cell, `to`): the row of that figure. */
const char *trace_anchor(const struct desk *desk, enum measure measure, const struct indicator *indicator,
                         const struct area *area, struct period period);

/* ---- what is behind: ledger_list.c, table_ledger.c ---- */

/* What is behind in all areas, in bands: growths and amounts, the severest first; what is counted apart; what wasn't
 * reported. `most`, when not 0: of more rows than that only those that are hard to reach or behind again (the first
 * ones where there are none), and how many more below. */
const struct table *table_ledger(const struct desk *desk, size_t most);
/* The same with the first rows alone, without numbers. */
const struct table *table_ledger_first(const struct desk *desk, size_t most);
/* Who answers for a target: its own offices, else the area's recipient, of the region's the issuer, both as short as
 * they go; NULL where nobody is named. */
const char *ledger_owner(const struct desk *desk, const struct verdict *verdict);
/* What is behind by the offices that answer for the targets; those without one are in it nowhere. */
const struct table *table_ledger_owners(const struct desk *desk);
/* What was behind in the period before and is reached now. */
const struct table *table_ledger_cleared(const struct desk *desk);

/* ---- since an earlier issue: table_revision.c; `most` rows at most and how many more below, 0: all ---- */

const struct table *table_moved(const struct desk *desk, size_t most);   /* the cells that moved first */
const struct table *table_changes(const struct desk *desk, size_t most); /* by indicator and area, but for ranks */
const struct table *table_revised_ranks(const struct desk *desk, size_t most);
const struct table *table_revision(const struct desk *desk); /* each change on a row of its own */

/* ---- live formulas: table_work.c ---- */

/* What is summed up over the year against its pace, what is held against its target as it stands, and (not in the
 * region's book) what has no target. */
enum work_sort { WORK_PACED, WORK_STANDING, WORK_REFERENCES };
const struct table *table_work(const struct desk *desk, enum work_sort sort);
/* The months gone and left, under the names by which table_work's formulas know them; NULL when the year is over. */
const struct table *table_months(const struct desk *desk);
/* Whether a formula of the table asks for the months by name. */
bool table_asks_months(const struct desk *desk, const struct table *table);

/* ---- to be checked by the county: table_check.c ---- */

const struct table *table_check(const struct desk *desk);

#endif
