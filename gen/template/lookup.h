/* SPDX-License-Identifier: MIT */
/* What the names in templates mean: an indicator or an area by code, name or alias. */
#ifndef TONGBAO_TEMPLATE_LOOKUP_H
#define TONGBAO_TEMPLATE_LOOKUP_H

#include "check/dataset.h"
#include "check/nearest.h"

/* The one thing of that code, else of that name or alias; blanks inside are ignored. NULL when there is none or, with
 * *many set, more than one. */
const struct indicator *lookup_indicator(const struct dataset *dataset, const char *name, bool *many);
const struct area *lookup_area(const struct dataset *dataset, const char *name, bool *many);

/* Offers all names of indicators, or of areas. */
void lookup_offer_indicators(const struct dataset *dataset, struct nearest *nearest);
void lookup_offer_areas(const struct dataset *dataset, struct nearest *nearest);

#endif
