/* SPDX-License-Identifier: MIT */
/* What was published: the rows of measures.csv, verdicts.csv and ranks.csv; and what is different between two
 * publications of one period. The difference knows strings only; nothing here is rounded or judged again. */
#ifndef TONGBAO_COMPUTE_PUBLISHED_H
#define TONGBAO_COMPUTE_PUBLISHED_H

#include "compute/rank.h"
#include "compute/verdict.h"

enum published_kind { PUBLISHED_VERDICT, PUBLISHED_TARGET, PUBLISHED_FIGURE, PUBLISHED_RANK };

/* One thing that was published. The first five fields name it; no two rows have the same. */
struct published_row {
    enum published_kind kind;
    const char *area, *indicator, *measure; /* code, id, id */
    const char *to;                         /* the year of a deadline; "" */
    const char *text;                       /* as printed; a verdict's id; a target's op and figure; 3, 3= of a tie */
    const char *exact;                      /* a figure's value and flag */
    const char *place;                      /* file:line of a figure that was reported; "" */
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

/* The row that names a change: as it is now, else as it was. */
static inline const struct published_row *row_of_change(const struct change *change)
{
    return change->now ? change->now : change->before;
}

/* In the order of the new rows, then those gone in the order of the old. */
struct changes {
    const struct change *items;
    size_t count;
    size_t figures, verdicts, targets, ranks; /* that are other ones now */
    size_t added, gone;
    size_t hidden; /* that differ only behind what is printed; not among the items */
};

/* What a run of the period publishes, in the order of its tables: verdicts, figures, ranks. Lives in the engine's
 * arena. */
const struct published *published_now(struct engine *engine, struct period period, const struct verdict *verdicts,
                                      size_t verdict_count);

/* As ranks.csv has it: 3; 3= of a tie; "" for none. The text lives in `arena`. */
struct published_row published_rank(struct arena *arena, const struct area *area, const struct indicator *indicator,
                                    enum measure measure, const struct rank *rank);
/* Among the rows of verdicts_all the one that a row of verdicts.csv, or of its targets, is about; NULL for none. */
const struct verdict *published_verdict(const struct verdict *verdicts, size_t count, const struct published_row *row,
                                        struct arena *arena);

/* The row that has the same name; NULL for none. A finder is made once for all that are sought. */
struct published_finder {
    const struct published_row **places;
    size_t count;
};
struct published_finder published_finder(const struct published *published, struct arena *arena);
const struct published_row *published_find(const struct published_finder *finder, const struct published_row *row);

/* Lives in `arena`, and points into both. */
struct changes changes_between(const struct published *before, const struct published *now, struct arena *arena);

#endif
