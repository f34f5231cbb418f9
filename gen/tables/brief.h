/* SPDX-License-Identifier: MIT */
/* The one-page brief, 领导摘要: who is behind, by how much, whether the year can be met. What it has room for is
 * decided here, so that every format says the same. */
#ifndef TONGBAO_TABLES_BRIEF_H
#define TONGBAO_TABLES_BRIEF_H

#include "words/lane.h"

/* ---- what it is about: brief_plan.c ---- */

struct brief_lane {
    struct lane lane;
    const char *name;  /* short */
    const char *group; /* what its gaps are taken to, and their unit: 与目标增速相差（百分点） */
    int kind;          /* enum gap_kind */
};

struct brief_area {
    const struct area *area;
    const char *name; /* short */
    size_t behind;    /* of its targets */
    size_t targets;
};

struct brief_plan {
    const struct brief_lane *lanes; /* of the matrix, those of one kind together; none: there is no matrix */
    size_t lane_count, lanes_left;  /* and how many more there are */
    const struct brief_area *areas; /* its rows below the region's */
    size_t area_count, areas_left;
    bool counts;     /* rows of counts stand above those of the worst areas */
    int rest_height; /* what the table of the rest of the year has room for, 1/100 mm */
};

struct brief_plan brief_plan(const struct desk *desk);

/* Characters of an area's name that have room: area_short_name. */
enum { BRIEF_NAME = 5 };
/* The indicator's own name where it is up to `wide` half characters, else the first of its other names that is. */
const char *indicator_short_name(const struct indicator *indicator, int wide);
/* All areas below the region, the more targets behind first, else in file order. */
struct brief_area *brief_areas(const struct desk *desk, size_t *count);
/* The region's topics that lead, at most `most`: by the setting, else what is broken down to areas, else its own. */
struct topics brief_leading(const struct desk *desk, size_t most);
/* How many half characters a text is wide, and how many lines of `wide` it takes. */
int half_widths(const char *text);
int lines_of(const char *text, int wide);

/* ---- its parts; NULL: there would be nothing in it ---- */

/* The leading figures with their targets and courses, at most `most`; the widest gaps of areas, by severity, at most so
 * many: brief_cards.c. */
const struct cards *cards_leading(const struct desk *desk, size_t most);
const struct cards *cards_widest(const struct desk *desk, size_t most);
/* Area × target: brief_matrix.c. And what its signs mean, which targets are not in it; without 。 at the end. */
const struct table *table_matrix(const struct desk *desk);
const char *matrix_note(const struct desk *desk);
/* What the rest of the year must bring for the region's targets, and whether it can; when the year is over, what was
 * reached: brief_rest.c. And how the word is come by, and what is left out. */
const struct table *table_rest(const struct desk *desk);
const char *rest_note(const struct desk *desk);
const char *rest_remark(const struct desk *desk);

#endif
