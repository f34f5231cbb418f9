/* SPDX-License-Identifier: MIT */
/* Targets held against what was reached (SPEC §4). */
#ifndef TONGBAO_COMPUTE_VERDICT_H
#define TONGBAO_COMPUTE_VERDICT_H

#include "compute/target.h"

enum verdict_kind {
    VERDICT_STRETCH,   /* 达到力争目标 */
    VERDICT_MET,       /* 达到目标 */
    VERDICT_MISSED,    /* 未达到目标 */
    VERDICT_DONE,      /* 提前完成 */
    VERDICT_ON_PACE,   /* 达到序时进度 */
    VERDICT_BEHIND,    /* 滞后序时进度 */
    VERDICT_PENDING,   /* 待完成 */
    VERDICT_NO_DATA,   /* 未报 */
    VERDICT_NO_TARGET, /* 无目标 */
    VERDICT_COMPARED   /* 对比，不是目标 */
};

/* One row of verdicts.csv. Numbers are NULL where the row has none; all are as compared, due and what follows rounded
 * as they print. Units: the measure's own; progress and pace in %. */
struct verdict {
    const struct area *area;
    struct target_key key;
    const struct target *target; /* NULL: no_target */
    const struct result *result; /* of the measure; NULL for a place */
    struct period at; /* whose figures it holds: P, or where a deadline ended, or the last whole year's end */
    enum verdict_kind kind;
    bool satisfied;                    /* the op holds of actual and target */
    bool accumulating;                 /* has a pace (§4 "Accumulating") */
    bool year_over;                    /* at the last period that counts */
    bool elsewhere;                    /* `at` is not P */
    bool early;                        /* a deadline that is still ahead: met or pending, and nothing is due */
    bool spanning;                     /* an average over several years, before the last of them is over */
    bool incomplete;                   /* the figure, or what it is held against, lacks a part: not judged */
    const struct number *goal, *upper; /* the resolved target; between: value and upper, about: the two ends */
    const struct number *target_value; /* the resolved figure itself (about: the middle) */
    const struct number *actual, *gap, *progress, *pace, *due, *due_exact;
    const struct number *to_do, *per_month, *so_far_per_month, *growth_needed;
    const struct number *whole_needed; /* of a growth target: what the whole year must come to */
};

/* Every row, in the order of the output: areas, then keys. */
const struct verdict *verdicts_all(struct engine *engine, struct period period, size_t *count);
/* What the targets hold of an indicator, looked up once: there are as many rows as areas times targets. */
struct targeted {
    unsigned long below, all; /* a bit for each measure with a target at P: of the areas below the region; of any */
    bool milestone;           /* one of its targets, whenever it ends, is a milestone */
};

/* [indicator], in the arena. `rows` are those of verdicts_all. */
const struct targeted *targeted_of(const struct verdict *rows, size_t count, const struct dataset *dataset,
                                   struct arena *arena);

/* Among the rows of verdicts_all: one area's, which lie together; and one of them, NULL for none. */
const struct verdict *verdicts_of_area(const struct verdict *rows, size_t count, const struct area *area,
                                       size_t *area_count);
const struct verdict *verdicts_find(const struct verdict *rows, size_t count, struct target_key key,
                                    const struct area *area);
/* One row; key.to chooses between the yearly target and deadlines. */
const struct verdict *verdict_of(struct engine *engine, struct target_key key, const struct area *area,
                                 struct period period);

/* On which side of the figure asked for the good ones are: up, of a place, is a smaller number. Not for no_target. */
enum op_good verdict_good(const struct verdict *verdict);

/* Whether it is missed or behind. */
bool verdict_falls_short(const struct verdict *verdict);
/* For how many periods in a row, that one included, the area has fallen short of its target of the key; at least 1
 * where it does at `period`. A period with another verdict, or without such a target or a figure, ends the row. */
int verdict_periods_short(struct engine *engine, struct target_key key, const struct area *area, struct period period);

/* Whether so few things are asked for, counted one by one, that a share or a monthly mean of them says nothing. */
enum { VERDICT_FEW = 100 };
bool verdict_of_few(const struct verdict *verdict);
const char *verdict_id(enum verdict_kind kind); /* stretch … no_target */

#endif
