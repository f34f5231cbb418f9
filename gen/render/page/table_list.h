/* SPDX-License-Identifier: MIT */
/* Tables of the form LIST as items: no upright rules, columns of a given width, figures on their decimal points, bands
 * that are repeated with the head. */
#ifndef TONGBAO_RENDER_PAGE_TABLE_LIST_H
#define TONGBAO_RENDER_PAGE_TABLE_LIST_H

#include "render/page/flow.h"

/* False, and nothing added, where the columns can't be as wide as their figures and words ask for. */
bool list_add(struct layout *layout, const struct table *table);

#endif
