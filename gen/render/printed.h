/* SPDX-License-Identifier: MIT */
/* A cell's figure read back as a number, for those who draw it or write it as one: what was rounded and printed is the
 * figure, so nothing but the cell's own number text is asked. */
#ifndef TONGBAO_RENDER_PRINTED_H
#define TONGBAO_RENDER_PRINTED_H

#include "base/number.h"
#include "document/document.h"

/* Sets *value to the double nearest to the figure; false when the cell has none, or none that is a plain decimal and
 * finite. The C locale is taken for granted: nobody in this program sets LC_NUMERIC. */
bool printed_value(const struct cell *cell, double *value);
/* The figure itself, in `arena`; NULL when the cell has none. */
const struct number *printed_exact(struct arena *arena, const struct cell *cell);

#endif
