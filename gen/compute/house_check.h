/* SPDX-License-Identifier: MIT */
/* The house's own rules (checks.csv) held against all figures there are. */
#ifndef TONGBAO_COMPUTE_HOUSE_CHECK_H
#define TONGBAO_COMPUTE_HOUSE_CHECK_H

#include "compute/engine.h"

/* Whether the house has verified the figure: whoever asks is about to find it implausible and doesn't, and so the row
 * has lifted something. */
const struct house_rule *figure_verified(struct engine *engine, struct subject subject);

/* A finding for each figure that doesn't meet a condition, at the figure's place, and for each condition that can't be
 * understood, at its own. */
void house_check(struct engine *engine, struct findings *findings);
/* After everything that asks figure_verified: a note for each row that has lifted nothing. */
void house_check_idle(struct engine *engine, struct findings *findings);

#endif
