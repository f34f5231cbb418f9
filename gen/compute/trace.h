/* SPDX-License-Identifier: MIT */
/* Where a figure comes from, down to the cells. */
#ifndef TONGBAO_COMPUTE_TRACE_H
#define TONGBAO_COMPUTE_TRACE_H

#include "compute/parts.h"

/* A figure, the cells it was taken from, and the figures it was computed from. */
struct trace {
    struct part part;
    const struct result *result;
    const char *formula; /* its arithmetic with the numbers in; "" without any */
    /* Its own: the cell of a reported figure; those added up of a finer series; of a figure that is missing the cell
     * that says so, where there is one. */
    const struct figure *const *cells;
    size_t cell_count;
    const struct trace *const *parts; /* NULL in a list, where they stand further down */
    size_t part_count;
    /* The same otherwise, where the figure is reported: a growth by its levels, a total by its children. Without a
     * number: there is no such. */
    const struct result *beside;
    const char *beside_formula;
    bool again; /* it stands above with all that belongs to it, which is left out here */
};

/* Never NULL; lives in the engine's arena. */
const struct trace *trace_of(struct engine *engine, enum measure measure, struct subject subject);
/* Several figures of an area in their order, and after them the figures that enter them, step by step, each of all
 * these once: none has parts hanging on it, and none is `again`. Other areas' figures are listed where they enter the
 * area's own, but not what they are made of; those of the areas below it are not. Returns how many; *list lives in the
 * engine's arena. */
size_t trace_list(struct engine *engine, const struct part *figures, size_t count, const struct trace *const **list);

#endif
