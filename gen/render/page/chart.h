/* SPDX-License-Identifier: MIT */
/* Charts as items. */
#ifndef TONGBAO_RENDER_PAGE_CHART_H
#define TONGBAO_RENDER_PAGE_CHART_H

#include "render/page/flow.h"

void chart_add(struct layout *layout, const struct chart *chart);

#endif
