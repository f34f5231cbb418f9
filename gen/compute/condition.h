/* SPDX-License-Identifier: MIT */
/* Arithmetic that people write about figures: 本期 <= 1.5 * 上年同期. A condition is a chain of comparisons between
 * sums (0 <= 本期 <= 工业总产值), or several joined by 且 and 或, 且 first; it is understood once and then worked out,
 * in exact rationals, for any area and period.
 *
 * Nothing recurs, so no text can be too deep: length, tokens and brackets are bounded. */
#ifndef TONGBAO_COMPUTE_CONDITION_H
#define TONGBAO_COMPUTE_CONDITION_H

#include "compute/engine.h"

/* What is wrong with a text, and where. */
struct condition_fault {
    const char *why;  /* a msgid, the middle of a sentence; NULL: `word` is a name that nobody knows */
    const char *word; /* the part of the text that is meant */
    const char *hint; /* the nearest name, for the middle of a sentence, or "" */
    int at;           /* the character it begins with, from 1 */
};

struct condition;

/* Understands the text; NULL with `fault` filled in when it can't. A text that begins with a comparison has 本期 before
 * it. The condition lives in `arena`, and so do the fault's strings. */
const struct condition *condition_read(const struct dataset *dataset, const char *text, struct arena *arena,
                                       struct condition_fault *fault);
/* Whether it speaks of the indicator it is asked of (本期, 上年同期, …). */
bool condition_own(const struct condition *condition);
/* The first indicator that it names; NULL for none. */
const struct indicator *condition_indicator(const struct condition *condition);
/* Whether a number with % that is no factor (<= 100%) stands beside figures that are not in %, asked of `own`. */
bool condition_percent_odd(const struct condition *condition, const struct indicator *own);

enum condition_answer { CONDITION_HOLDS, CONDITION_FAILS, CONDITION_NO_FIGURE, CONDITION_ZERO };

/* Works it out: CONDITION_NO_FIGURE where one of the figures is missing, CONDITION_ZERO where a divisor is zero. Where
 * it fails, *comparison (in the engine's arena) is the one that does, with its numbers: 12.5 <= 10; with 或, one of
 * each of its sides. What fails for certain fails even where another figure is missing, and what holds, holds. Figures
 * of other indicators are taken in the unit of the subject's, where they can be. */
enum condition_answer condition_ask(const struct condition *condition, struct engine *engine, struct subject subject,
                                    const char **comparison);

#endif
