/* SPDX-License-Identifier: MIT */
/* What a figure is made of: the figures that enter its arithmetic, one step down. */
#ifndef TONGBAO_COMPUTE_PARTS_H
#define TONGBAO_COMPUTE_PARTS_H

#include "compute/engine.h"

/* A figure that enters another one. */
struct part {
    enum measure measure;
    struct subject subject;
    bool compared; /* as printed (or under compare=exact unrounded), not unrounded */
};

/* The parts of a figure in the order of its arithmetic, each once; those without a figure too, since they are why it
 * has none. None where it was taken from cells alone. Returns how many; *parts lives in the engine's arena. */
size_t measure_parts(struct engine *engine, enum measure measure, struct subject subject, const struct part **parts);

/* The part that stands at the beginning of a formula (compute/measure_formula.c), `figure` at its bracket. False where
 * there is no such period or area. */
bool formula_part(struct engine *engine, const char *figure, struct subject subject, struct part *part);

/* The measure whose definition a result follows: the one asked for, or the one that it is in the year's first period.
 */
enum measure result_measure(struct engine *engine, const struct result *result);

#endif
