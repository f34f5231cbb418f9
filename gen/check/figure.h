/* SPDX-License-Identifier: MIT */
/* A number cell of a data table, as people type it (SPEC §1, Numbers and Missing). */
#ifndef TONGBAO_CHECK_FIGURE_H
#define TONGBAO_CHECK_FIGURE_H

#include "base/number.h"

#include <stdbool.h>

enum figure_state {
    FIGURE_NUMBER,
    FIGURE_MISSING, /* empty, -, —, …, NA, 未报 */
    FIGURE_LOSS,    /* 扭亏为盈 and the like in a growth column */
    /* and what is refused: */
    FIGURE_DATE,       /* Excel made a date of it */
    FIGURE_SCIENTIFIC, /* 1.23E+11: digits may be lost */
    FIGURE_GROUPING,   /* 12,34 */
    FIGURE_LONG,       /* more digits than NUMBER_DIGITS */
    FIGURE_PERCENT,    /* a % or ‰ sign where the unit is neither */
    FIGURE_INVALID
};

/* What the column is counted in, so that a sign behind the number can be understood. */
enum figure_scale { FIGURE_PLAIN, FIGURE_IN_PERCENT, FIGURE_IN_PERMILLE };

/* Reads one cell. The number is in the column's unit (5‰ in a % column is 0.5); NULL unless FIGURE_NUMBER. In a
 * `growth` column also 1.6倍 (160 %) and the words of loss are understood. */
enum figure_state figure_read(struct arena *arena, const char *text, enum figure_scale scale, bool growth,
                              const struct number **number);

/* Whether a spreadsheet has turned the text into a date: 1月9日, 9-Jan, Jan-19, 2019/9/1. */
bool figure_is_date(const char *text);

#endif
