/* SPDX-License-Identifier: MIT */
/* The inside of the engine, for it and for the files that define measures. */
#ifndef TONGBAO_COMPUTE_ENGINE_INSIDE_H
#define TONGBAO_COMPUTE_ENGINE_INSIDE_H

#include "compute/result.h"

struct engine;

/* How a measure is computed, and how its arithmetic is written (check/measure_rows.h). */
struct definition {
    struct result (*define)(struct engine *engine, struct subject subject);
    const char *formula; /* its figures in braces; NULL: formula_by */
    const char *(*formula_by)(struct engine *engine, struct subject subject);
};

struct remembered {
    enum measure measure;
    struct period period;
    int from;
    const struct result *result;
};

struct memory {
    struct remembered *items;
    size_t count;
};

struct engine {
    const struct dataset *dataset;
    struct arena *arena;
    const struct definition *definitions; /* by enum measure */
    struct memory *memory;                /* one for each series: every measure asked of it so far */
    struct engine_shared *shared;
};

#endif
