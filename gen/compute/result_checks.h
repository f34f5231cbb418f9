/* SPDX-License-Identifier: MIT */
/* Checks that need the results: what a reader of the figures at P should know before sealing (SPEC §3, §4, §6). */
#ifndef TONGBAO_COMPUTE_RESULT_CHECKS_H
#define TONGBAO_COMPUTE_RESULT_CHECKS_H

#include "compute/engine.h"

/* Adds findings about the figures at `period`. `asked`: the period was named on the command line. */
void check_results(struct engine *engine, struct period period, bool asked, struct findings *findings);

#endif
