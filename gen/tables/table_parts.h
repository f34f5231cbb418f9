/* SPDX-License-Identifier: MIT */
/* What the tables are put together with. */
#ifndef TONGBAO_TABLES_TABLE_PARTS_H
#define TONGBAO_TABLES_TABLE_PARTS_H

#include "words/topic.h"

/* A plain column: its head and how it stands. */
struct table_head {
    enum word word;
    enum align align;
    int width;
};
/* Adds the columns in order. */
void table_columns(const struct desk *desk, struct table_builder *t, const struct table_head *heads, size_t count);

/* 1, 2, …: a number counted here. */
struct cell count_cell(const struct desk *desk, size_t count);
/* The minus of print, U+2212. */
#define PRINT_MINUS "\xE2\x88\x92"
/* −3.2, 15%: a number with the minus of print, `suffix` outside the number; +3.5, −0.7, 0.0: with its sign. Empty
 * without a figure. */
struct cell printed_cell(const struct desk *desk, struct shown figure, const char *suffix);
struct cell difference_cell(const struct desk *desk, struct shown figure);
/* An empty cell for NULL and "". */
struct cell text_or_empty(const char *text);
/* The cell when it holds a number, else an empty one: nobody can calculate with the words of a flag. */
struct cell figures_only(struct cell cell);

/* A figure with its unit; empty without one. */
struct cell cell_with_unit(const struct desk *desk, struct shown figure, const char *unit);
/* Of a topic with a verdict, each with its unit: what is reached; how much is lacking, behind in pace in points, else
 * to the target in its own unit; what is still to be done, empty where that is not known. */
struct cell actual_cell(const struct desk *desk, const struct topic *topic);
struct cell shortfall_cell(const struct desk *desk, const struct topic *topic);
/* The same as shortfall_cell, but of things counted one by one the whole ones lacking to what is due by now. */
struct cell due_shortfall_cell(const struct desk *desk, const struct topic *topic);
struct cell rest_cell(const struct desk *desk, const struct topic *topic);

/* The target as it is written, and where that is one figure with a sign or unit, a number: 10%, >67.5%. Of a topic with
 * a verdict. */
struct cell goal_number_cell(const struct desk *desk, const struct topic *topic);
/* How many more than a year before, of things counted one by one: a number with its sign; empty without one of both. */
struct cell more_cell(const struct desk *desk, const struct topic *topic);
/* Whether the growth of the topic is told in things, not in per cent. */
bool growth_is_counted(const struct desk *desk, const struct topic *topic);

/* The figure with GB/T 8170's mark, where the topic's verdict is about it and has one. */
struct cell marked_cell(const struct desk *desk, const struct topic *topic, struct cell cell);

/* Says below the table what 22035* means, when such a figure is in it. */
void table_note_partial(const struct desk *desk, struct table_builder *t);
/* table_end without the columns in which nothing stands. */
const struct table *table_end_compact(struct table_builder *t);

#endif
