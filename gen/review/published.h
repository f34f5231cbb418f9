/* SPDX-License-Identifier: MIT */
/* What was published: the rows of measures.csv and verdicts.csv; and what is different between two publications of one
 * period. Knows strings only; nothing here is rounded or judged again. */
#ifndef TONGBAO_REVIEW_PUBLISHED_H
#define TONGBAO_REVIEW_PUBLISHED_H

#include "base/arena.h"

enum published_kind { PUBLISHED_VERDICT, PUBLISHED_TARGET, PUBLISHED_FIGURE };

/* One thing that was published. The first five fields name it; no two rows have the same. */
struct published_row {
    enum published_kind kind;
    const char *area, *indicator, *measure; /* code, id, id */
    const char *to;                         /* the year of a deadline; "" */
    const char *text;                       /* as printed; a verdict's id; a target's op and figure */
    const char *exact;                      /* what lies behind the text */
};

struct published {
    const char *period; /* its code; "" when there were no rows */
    const struct published_row *rows;
    size_t count;
};

/* `before` or `now` is NULL: the row is new, or gone. */
struct change {
    const struct published_row *before, *now;
};

/* In the order of the new rows, then those gone in the order of the old. */
struct changes {
    const struct change *items;
    size_t count;
    size_t figures, verdicts, targets; /* that are other ones now */
    size_t added, gone;
    size_t hidden; /* that differ only behind what is printed; not among the items */
};

/* Lives in `arena`, and points into both. */
struct changes changes_between(const struct published *before, const struct published *now, struct arena *arena);

#endif
