/* SPDX-License-Identifier: MIT */
/* Units of a ratio that is computed from its numerator and denominator. Only compute/ includes this. */
#ifndef TONGBAO_COMPUTE_RATIO_H
#define TONGBAO_COMPUTE_RATIO_H

#include "check/dataset.h"

/* By what numerator / denominator, each in its own unit, is multiplied to be in the ratio's unit (SPEC §3 value): units
 * made equal and ×100 where it is % or empty (×1000 for ‰), the numerator in A and the denominator in B where it is
 * A/B. Indicators whose units do not allow it are refused by check. */
const struct number *ratio_scale(struct arena *arena, const struct indicator *ratio);

#endif
