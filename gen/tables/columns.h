/* SPDX-License-Identifier: MIT */
/* The one table of columns that a lane (比较项) can have in a table of areas: the summary takes those it wants, and a
 * template asks by name for others. A column more is a row here, and at most a function. */
#ifndef TONGBAO_TABLES_COLUMNS_H
#define TONGBAO_TABLES_COLUMNS_H

#include "words/lane.h"

struct lane_column {
    const char *name, *english; /* as a template asks for it; NULL: only the summary has it */
    enum word head;             /* WORD_COUNT: the name of the lane's measure */
    enum align align;
    int width;
    bool (*wanted)(const struct desk *desk, const struct lane *lane);        /* by the summary; NULL: never */
    struct cell (*cell)(const struct desk *desk, const struct topic *topic); /* NULL: the figure of `measure` */
    enum measure measure; /* what a template means by the column's name elsewhere; MEASURE_COUNT: no measure */
};

/* All there are, in the order of the summary. */
const struct lane_column *lane_columns(size_t *count);
/* The one that a template calls so; NULL for none. */
const struct lane_column *lane_column_find(const char *name);

const char *lane_column_head(const struct desk *desk, const struct lane_column *column, const struct lane *lane);
struct cell lane_column_cell(const struct desk *desk, const struct lane_column *column, const struct topic *topic);

/* Two of them for tables of their own: the target, and the place alone. */
struct cell lane_goal_cell(const struct desk *desk, const struct topic *topic);
struct cell lane_rank_cell(const struct desk *desk, const struct topic *topic);
/* The sign for what has no place or no target. */
struct cell unranked_cell(const struct desk *desk);
/* Whether an area below the region has a place among others in the lane. */
bool lane_ranked(const struct desk *desk, const struct lane *lane);

#endif
