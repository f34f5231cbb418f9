/* SPDX-License-Identifier: MIT */
/* Ranks within groups (SPEC §4 "Ranks"). */
#ifndef TONGBAO_COMPUTE_RANK_H
#define TONGBAO_COMPUTE_RANK_H

#include "compute/engine.h"

/* Areas with one parent and one group name, in file order; groups in the order of their first area. */
struct group {
    const struct area *parent;
    const char *name;
    const struct area **members;
    size_t count;
};

/* A member's place; `rank` 0: unranked, since there is no figure. */
struct rank {
    int rank, of;
    bool tied;
};

const struct group *groups_of(struct engine *engine, size_t *count);
/* The area's group; NULL for the region, references and areas with group "-". */
const struct group *group_of(struct engine *engine, const struct area *area);

/* Places of all members, in their order: best first by the indicator's `better`, 1, 1, 3; a flag leaves unranked.
 * `run` is the run's own period, whose targets say from when cagr, total and mean count. */
const struct rank *rank_group(struct engine *engine, const struct group *group, enum measure measure,
                              const struct indicator *indicator, struct period period, struct period run);
/* Of the ranks that rank_group gives for the same: which would change if the figures were off by their rounding. Those
 * are the ranks with a neighbour at another rank whose printed figure is at most one unit of the last printed place
 * away: each moved by half a unit they meet. Numbers of things, which nobody has rounded, never are. By index of the
 * members; lives in the engine's arena. */
const bool *rank_close(struct engine *engine, const struct group *group, enum measure measure,
                       const struct indicator *indicator, struct period period, const struct rank *ranks);
/* Places by any numbers, NULL unranked: what the total scores are ranked with. */
const struct rank *rank_numbers(struct arena *arena, const struct number *const *numbers, size_t count,
                                enum better better);

/* One area's place; {0} when it has no group. */
struct rank rank_of_area(struct engine *engine, const struct area *area, enum measure measure,
                         const struct indicator *indicator, struct period period, struct period run);

/* Whether ranks.csv has the measure: the kind's own two, and every measure a target in force or scoring names, or
 * whose place it does. */
bool rank_wanted(struct engine *engine, enum measure measure, const struct indicator *indicator, struct period period);

#endif
