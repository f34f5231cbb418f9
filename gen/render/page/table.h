/* SPDX-License-Identifier: MIT */
/* Tables as items: a head that is repeated, and rows. */
#ifndef TONGBAO_RENDER_PAGE_TABLE_H
#define TONGBAO_RENDER_PAGE_TABLE_H

#include "render/page/flow.h"

void table_add(struct layout *layout, const struct table *table);

#endif
