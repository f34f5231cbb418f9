/* SPDX-License-Identifier: MIT */
/* What a name means: the one resolver for whatever names an area or an indicator, be it a table, a template, a folder
 * of texts or the command line. */
#ifndef TONGBAO_CHECK_NAMES_H
#define TONGBAO_CHECK_NAMES_H

#include "check/dataset.h"
#include "check/nearest.h"

enum name_match { NAME_NONE, NAME_ONE, NAME_MANY };

/* By what the tables of an issue call them, exactly; NULL for none. */
const struct area *area_by_code(const struct dataset *dataset, const char *code);
const struct indicator *indicator_by_id(const struct dataset *dataset, const char *id);

/* Makes the index of the areas and indicators there are so far: check_region does it. */
void names_build(struct dataset *dataset, struct arena *arena);

/* Gives areas that share a name, blanks apart, one of their own: their parent's before it (甲市桥西区), that of its
 * parent too where parents share theirs, at last the code behind it. Parents must be known and stand in no circle. What
 * is printed can be used to name them, too, when names_build comes after it. */
void names_tell_apart(struct area *areas, size_t count, struct arena *arena);

/* By code (id), else by name or alias; blanks inside (also U+3000) are ignored. NULL unless NAME_ONE. */
enum name_match names_find_area(const struct dataset *dataset, const char *text, const struct area **area);
enum name_match names_find_indicator(const struct dataset *dataset, const char *text,
                                     const struct indicator **indicator);

/* Offers all names there are, as what somebody may have meant. */
void names_offer_areas(const struct dataset *dataset, struct nearest *nearest);
void names_offer_indicators(const struct dataset *dataset, struct nearest *nearest);

#endif
