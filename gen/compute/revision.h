/* SPDX-License-Identifier: MIT */
/* What has changed since an earlier issue of the same period: the cells of the input that say something else now, what
 * followed from them, and by which way. Pure: nothing here is printed or rounded again. */
#ifndef TONGBAO_COMPUTE_REVISION_H
#define TONGBAO_COMPUTE_REVISION_H

#include "compute/published.h"

/* A cell that the earlier issue was made from and that says something else now; only such as something followed from.
 */
struct moved {
    const struct indicator *indicator;
    const struct area *area; /* NULL: of a target of several areas */
    struct period period;    /* of a figure */
    enum field field;
    const struct target *target; /* a target, not a figure; NULL */
    const struct figure *cell;   /* of a figure, as it stands now; NULL: it is gone */
    /* Where it stands; of one that is gone, where it stood. "" and 0 where that isn't known. */
    const char *file, *column;
    int line;
    const char *before, *now; /* what stands in it; "" for nothing */
    bool as_read;             /* `before` is the figure as it was read: the earlier issue doesn't hold its tables */
};

/* What a change followed from: one of the two. */
struct cause {
    const struct moved *moved;
    const struct published_row *row; /* another change's */
};

struct causes {
    const struct cause *items;
    size_t count;
};

/* An earlier issue as it was read. */
struct earlier_issue {
    const struct published *published;
    const struct dataset *inputs; /* what it was made from, read again; NULL: it doesn't hold its tables */
    /* Files of the region whose sums differ from those it was made from, and that are new or gone, by name; all "" for
     * an issue that doesn't tell. */
    const char *const *files;
    size_t file_count;
};

struct revision {
    const struct earlier_issue *issue;
    struct changes changes;
    const struct causes *causes; /* by index of the changes; a change may have none that is known */
    const struct moved *moved;   /* by file, line and place in the line; targets last */
    size_t moved_count;
};

/* Lives in the engine's arena. */
const struct revision *revision_of(struct engine *engine, struct period period, const struct verdict *verdicts,
                                   size_t verdict_count, const struct earlier_issue *issue);

#endif
