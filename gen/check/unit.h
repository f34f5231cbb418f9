/* SPDX-License-Identifier: MIT */
/* Units of measure, and how many of one make another. */
#ifndef TONGBAO_CHECK_UNIT_H
#define TONGBAO_CHECK_UNIT_H

#include "base/number.h"
#include "check/cell.h"

#include <stdbool.h>

/* By what a figure in `from` is multiplied to be in `to`, exactly: 万元 → 亿元 1/10000, 亩 → 公顷 1/15,
 * 万元/人 → 元/人 10000. NULL when the two measure different things. Blanks and widths do not matter. */
const struct number *unit_factor(struct arena *arena, const char *from, const char *to);
/* Whether it is one of those that are converted, with or without 万, 亿 … before it; 万元/人 too. */
bool unit_is_known(struct arena *arena, const char *unit);
/* The units that are known, those that measure the same thing with one meaning. Others are used as they are. */
const struct cell_word *unit_words(struct arena *arena, size_t *count);
/* A sentence on what else a unit may be; a msgid. */
extern const char unit_more[];
/* % or 百分点; ‰. */
bool unit_is_percent(const char *unit);
bool unit_is_permille(const char *unit);

/* The unit in which figures are 10^tens times as large as in `unit`, as people write it: 亿元 and 4 are 万元, 万户 and
 * 4 are 户. NULL where there is none that is in use. */
const char *unit_written_as(struct arena *arena, const char *unit, int tens);

/* Splits the unit off the end of a header: 利润总额（万元） → 利润总额, 万元; 增长% → 增长, %. The brackets may be of
 * either width; 单位： inside them is dropped. Both results are half-width. False, and `name` the whole text, when
 * there is no bracket at the end. */
bool unit_split(struct arena *arena, const char *text, const char **name, const char **unit);

#endif
