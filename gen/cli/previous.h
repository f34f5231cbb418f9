/* SPDX-License-Identifier: MIT */
/* The publication named by --previous: what its tables say, to be held against this run's. */
#ifndef TONGBAO_CLI_PREVIOUS_H
#define TONGBAO_CLI_PREVIOUS_H

#include "base/files_read.h"
#include "review/published.h"

/* Reads DIR/data/measures.csv and verdicts.csv. NULL with *error set to a complete sentence (in `arena`) when DIR is no
 * publication of ours. What was read is noted in `inputs`. */
const struct published *previous_read(const char *dir, struct arena *arena, struct file_list *inputs,
                                      const char **error);

#endif
