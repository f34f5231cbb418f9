/* SPDX-License-Identifier: MIT */
/* Targets while they are being read, in either shape: a row of its own with known columns, or a cell of a table of
 * areas by indicators. */
#ifndef TONGBAO_CHECK_TARGET_READING_H
#define TONGBAO_CHECK_TARGET_READING_H

#include "check/figure.h"
#include "check/sheet.h"

enum target_column {
    TARGET_AREA,
    TARGET_INDICATOR,
    TARGET_MEASURE,
    TARGET_OP,
    TARGET_VALUE,
    TARGET_UPPER,
    TARGET_STRETCH,
    TARGET_TOLERANCE,
    TARGET_FROM,
    TARGET_TO,
    TARGET_PACE,
    TARGET_UNIT,
    TARGET_SOURCE,
    TARGET_CLAUSE,
    TARGET_OWNER,
    TARGET_COLUMNS
};

struct target_list {
    struct target *items;
    size_t count;
};

/* Where a target stands: a row of a tidy sheet (its current one), or one cell of a table by indicator. */
struct target_place {
    struct loader *loader;
    const struct sheet *sheet; /* NULL: by indicator */
    struct where cell;         /* by indicator: the cell and what is in it */
    const char *text;
    struct target_list *list; /* where it goes when it is found good */
};

/* ---- target_place.c: one part of a target ---- */

/* Where it stands, with the target's area and indicator filled in as far as they are known. */
struct where target_where(const struct target_place *place, const struct target *target, enum target_column column);
/* What it says. */
const char *target_text(const struct target_place *place, enum target_column column);
/* A finding about it; {1} is its text. */
void target_report(const struct target_place *place, const struct target *target, enum target_column column,
                   enum rule rule);
/* Empty, -, — and the like: there is no target. */
bool target_is_missing(struct arena *arena, const char *text);
/* The number in a text, with a finding about the column when there is none; NULL then. */
const struct number *target_amount(const struct target_place *place, const struct target *target,
                                   enum target_column column, const char *text, enum figure_scale scale);
/* What the target's measure is counted in. */
enum figure_scale target_scale(const struct target *target);
/* Whether a figure of that scale may be said in multiples, 1.6倍. */
bool target_is_growth(const struct target *target, enum figure_scale scale);
/* What an empty op means: fewer is better for places, and for indicators that say so. */
enum target_op target_default_op(const struct target *target);

/* ---- target_term.c: the cells that say when ---- */

/* Fills from, to, deadline and due of a tidy row. False with a finding. */
bool target_read_years(const struct target_place *place, struct target *target);

/* ---- target_value.c: the cells that say how much ---- */

/* Fills value, of_parent, of_area, upper, stretch, tolerance of a target whose other fields (but pace) are known, from
 * a tidy row. TARGET_NO_FIGURE: the value is -, there is no target. */
enum target_reading { TARGET_READ, TARGET_NO_FIGURE, TARGET_FAULTY };
enum target_reading target_read_value(const struct target_place *place, struct target *target);
/* A value such as 2—3: its easier end as the value, its harder one as the stretch. False when the text is no range, or
 * the op asks for none. `scale` is that of the cell. */
bool target_read_range(const struct target_place *place, struct target *target, enum figure_scale scale);

/* ---- target_check.c: what one target, and all of them, must be (§4) ---- */

/* Reports what is wrong with one target; adds it to the list when it can be used. */
void target_add(const struct target_place *place, const struct target *target);
/* Reports targets that contradict each other; those that say the same become one. */
void targets_check_overlaps(struct loader *loader, struct target_list *list);

/* ---- target_sense.c, target_likes.c: what can hardly be meant ---- */

/* The place of a target that has been read, as far as it is known. */
struct where target_line(const struct target *target);
/* Warns of targets that are unlike those of the other areas: off by a power of ten, of another year. */
void targets_check_likes(struct loader *loader);

/* ---- target_units.c: in what units a table with a row for each target is ---- */

struct stated_units;
struct target_units {
    struct stated_units *stated; /* over the header */
    const char *heading;         /* 目标值（万元）; "" for none */
};

/* Reads what is stated over and in the header (row `header` of the table); gives the header without its unit, in the
 * table, whose rows are copied. */
const struct raw_row *target_units_begin(struct loader *loader, struct raw_table *table, size_t header,
                                         struct target_units *units);
/* Converts the targets of the list from `first` on, which the sheet's current row has added, to their indicators'
 * units.
 */
void target_units_apply(struct target_units *units, const struct sheet *sheet, struct target_list *list, size_t first);

/* ---- target_table.c: a row for each area, a column for each indicator ---- */

void targets_read_by_indicator(struct loader *loader, const struct raw_table *raw, struct target_list *list);

/* ---- targets.c: the tidy shape, and the files ---- */

/* Whether a file of this name in the region folder holds targets. */
bool targets_file(const char *name);

#endif
