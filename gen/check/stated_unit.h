/* SPDX-License-Identifier: MIT */
/* The units that a table states around its columns (SPEC §1, Units): 单位：亿元, （万元）, 金额单位 万元、%. None is
 * passed over in silence: each is used by a column, or named in a finding.
 *
 * Everything lives in the loader's arena. */
#ifndef TONGBAO_CHECK_STATED_UNIT_H
#define TONGBAO_CHECK_STATED_UNIT_H

#include "check/loader.h"

struct stated_unit {
    const char *text;
    struct where where;
    bool used; /* a column is read in it, or counts in it anyway */
};

struct stated_units {
    struct stated_unit *items;
    size_t count;
};

/* How freely a cell is looked through. */
enum stated_where {
    STATED_BELOW, /* below the header, in the header itself: only what the word 单位 introduces */
    STATED_ABOVE  /* a title or a preamble: also （万元） anywhere, and a unit at its end */
};

/* Adds the units that the cell states. 填报单位：州统计局 names an office, 单位工业增加值能耗 an indicator. */
void stated_units_read(const struct loader *loader, struct stated_units *units, const char *text,
                       const struct where *where, enum stated_where freely);
/* Whether the cell states units with the word 单位, whatever else is in it. */
bool stated_by_word(const struct loader *loader, const char *text);
/* Whether the cell consists of units: 万元, （万元、%）. */
bool stated_is_unit(const struct loader *loader, const char *text);
/* Whether it heads a column of units: 单位, 计量单位, 金额单位, unit. */
bool stated_is_unit_heading(const char *text);
/* The cell's text up to where it begins to speak of its unit: 工业投资 单位：万元 → 工业投资. */
const char *stated_cut(const struct loader *loader, const char *text);

/* What is counted: a flow or a stock, whose unit the stated ones are; a growth, which is always in %; another figure.
 */
enum stated_for { STATED_FOR_AMOUNT, STATED_FOR_GROWTH, STATED_FOR_OTHER };

/* In which of the stated units a column or row without one is, that shall be converted to `wanted`: `own` is its own
 * unit, which goes before them. `wanted` when nothing is stated. NULL with a finding at `where` when none of them fits,
 * or two: an error, or a warning for a data table (`in_data`) under keep_going. */
const char *stated_unit_choose(struct loader *loader, struct stated_units *units, const char *own, const char *wanted,
                               enum stated_for purpose, const struct where *where, bool in_data);
/* Names the units that no column has used. */
void stated_units_report(struct loader *loader, const struct stated_units *units);

#endif
