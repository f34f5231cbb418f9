/* SPDX-License-Identifier: MIT */
/* What the measures are. The rows stand in measure_rows.h; whoever wants to know what a measure is like asks its row,
 * and lists no measures of its own. */
#ifndef TONGBAO_CHECK_MEASURE_H
#define TONGBAO_CHECK_MEASURE_H

#include "check/cell.h"
#include "check/dataset.h"

/* What the figures of a measure are counted in. */
enum counted {
    IN_UNIT,        /* what the indicator is */
    IN_GROWTH,      /* %, of growth */
    IN_MEAN_GROWTH, /* the same of a year, on the average of several */
    IN_PERCENT,     /* %, of anything else */
    IN_POINTS,      /* percentage points */
    IN_DIFFERENCE,  /* points; of a ratio, which has no growth to differ, what the indicator is */
    IN_PLACES
};

struct measure_row {
    const char *id, *name;                  /* yoy, as in the CSVs; 增速, a msgid for who speaks to a terminal */
    int kinds;                              /* those that have it, a bit (1 << enum kind) for each */
    bool (*also)(const struct indicator *); /* what is asked of an indicator besides; NULL: nothing */
    enum counted counted;
    bool over_years;  /* begins in a year that a target names, and is there only with one */
    bool of_children; /* of the region's children, as parts of the region */
    bool accumulates; /* adds up towards a target over the year, or the years */
    int finer;        /* decimal places beyond those of what it is counted in */
};

/* By enum measure, those of places with them. */
extern const struct measure_row measures[MEASURES_WITH_PLACES];

/* value, yoy, …, rank: as in the CSVs; and the Chinese name: 总量, 增速, … */
const char *measure_id(enum measure measure);
const char *measure_name(enum measure measure);
/* By either of them; false for anything else. */
bool measure_find(const char *text, enum measure *measure);
/* All ids and names, each with its measure. */
const struct cell_word *measure_words(struct arena *arena, size_t *count);
/* The same for a sentence. */
const char *measure_list(struct arena *arena);

/* §3's "for" column: whether the indicator's kind has the measure at all (MEASURE_RANK: always; the other places where
 * they have what is ranked). */
bool measure_applies(enum measure measure, const struct indicator *indicator);
/* Whether the figure is in % or percentage points, so that a target for it may be written with a % sign. */
bool measure_in_percent(enum measure measure, const struct indicator *indicator);
/* Whether it is itself a difference of percentages. */
bool measure_in_points(enum measure measure);
/* Whether it is a growth in %: a rate's value is one. */
bool measure_is_growth(enum measure measure, const struct indicator *indicator);
/* Whether it changes with another area's figure: a part of the whole, or a difference from another area. */
bool measure_needs_others(enum measure measure);
/* Decimal places with which it prints. */
int measure_decimals(enum measure measure, const struct indicator *indicator);

/* What the figures of a field of the tables are. */
enum measure field_measure(enum field field);

/* What areas are ranked by, and held against one another: yoy (flow, stock), value (ratio, rate). */
enum measure rank_measure(const struct indicator *indicator);
/* Whether it is a place, and by which measure: the one named, else the kind's. */
bool measure_is_place(enum measure measure);
enum measure place_measure(enum measure measure, const struct indicator *indicator);
/* What is held against the period before: single (flow), value. */
enum measure periodic_measure(const struct indicator *indicator);

#endif
