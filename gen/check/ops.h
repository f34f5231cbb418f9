/* SPDX-License-Identifier: MIT */
/* What the operators of targets are (§4). The rows stand in op_rows.h; whoever wants to know what an operator is like
 * asks its row. */
#ifndef TONGBAO_CHECK_OPS_H
#define TONGBAO_CHECK_OPS_H

#include "check/cell.h"
#include "check/dataset.h"

/* What the actual figure is held against, and so what the cell of the value may hold. */
enum op_against {
    AGAINST_FIGURE,      /* a number, or another area's figure: one of them must be there */
    AGAINST_YEAR_BEFORE, /* the area's own figure of an earlier year: nothing for the year before, or that year */
    AGAINST_NOTHING_YET, /* a figure still to be issued, or words that no figure judges: a number is left unused */
    AGAINST_ONE          /* a milestone, which is reported as 0 or 1: nothing, or 1 */
};

/* Where the figures are that meet it. */
enum op_good { GOOD_NOWHERE, GOOD_ABOVE, GOOD_BELOW, GOOD_WITHIN };

enum { OP_WORDS = 10 };

/* Their number stands apart from enum target_op, so that a switch need not name it. */
enum {
#define OP(op, id, words, facts) OP_NUMBER_OF_##op,
#include "check/op_rows.h"
    OP_COUNT
};

struct op_row {
    const char *id;              /* as in the CSVs: >=, between */
    const char *words[OP_WORDS]; /* what tables may write besides; NULL behind the last */
    enum op_against against;
    enum op_good good;
    bool strict;                    /* the limit itself does not meet it */
    bool upper, stretch, tolerance; /* which further cells it may have; an upper it must */
    bool accumulates;               /* may be filled up over the year */
    bool unjudged;                  /* never met nor missed */
    bool uncounted;                 /* nobody set it as a figure to be reached: it counts in no number of targets */
};

extern const struct op_row ops[OP_COUNT]; /* by enum target_op */

/* >=, 达到, …; false for anything else. */
bool op_find(const char *text, enum target_op *op);
/* All words, each with its op. */
const struct cell_word *op_words(struct arena *arena, size_t *count);
/* The same for a sentence. */
const char *op_list(struct arena *arena);

/* One limit that the figure is to reach, or not to pass. */
bool op_at_least(enum target_op op);
bool op_at_most(enum target_op op);

/* Whether the target is to be built or done, not to be reached by a figure. */
bool target_is_milestone(const struct target *target);
/* Whether the target is a number of its own (for between and about with a second one), not another figure. */
bool target_is_number(const struct target *target);
/* A flow's value until a deadline: that year's total, and until then the last whole year's. */
bool target_of_years_total(const struct target *target);
/* Whether it is summed up over the year, or the years, towards its value: it has a pace. */
bool target_accumulates(const struct target *target);

#endif
