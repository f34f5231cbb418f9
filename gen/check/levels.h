/* SPDX-License-Identifier: MIT */
/* Levels off by a power of ten against their own series and their like. Only check/ includes this. */
#ifndef TONGBAO_CHECK_LEVELS_H
#define TONGBAO_CHECK_LEVELS_H

#include "check/loader.h"

/* Looks at every level of dataset.series, whose `count` observations lie in `observations`. One that its own series and
 * the areas of its group agree to be 100 times too large or small, or more, is refused at its cell, unless checks.csv
 * says that it has been verified; one that only looks so gets a doubt, of which compute/ warns where it is used. */
void levels_check(struct loader *loader, struct observation *observations, size_t count);

#endif
