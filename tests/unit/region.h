/* SPDX-License-Identifier: MIT */
/* A region folder for a test: files written into a temporary folder, read, checked and gone again. */
#ifndef TONGBAO_TESTS_REGION_H
#define TONGBAO_TESTS_REGION_H

#include "check/dataset.h"
#include "compute/engine.h"

struct region_file {
    const char *path, *text; /* path relative to the folder; the list ends with a NULL path */
};

struct region {
    struct arena *arena;
    struct findings findings;
    const struct dataset *dataset;
    struct engine *engine; /* made when there are no errors */
};

/* Fails the test when the region has errors, unless `may_fail`. */
void region_open(struct region *region, const struct region_file *files, bool may_fail);
void region_close(struct region *region);

const struct area *region_area(const struct region *region, const char *code);
const struct indicator *region_indicator(const struct region *region, const char *id);
/* How many findings of the rule there are. */
size_t region_count(const struct region *region, enum rule rule);

#endif
