/* SPDX-License-Identifier: MIT */
/* Where pages end. */
#ifndef TONGBAO_RENDER_PAGE_PAGES_H
#define TONGBAO_RENDER_PAGE_PAGES_H

#include "render/page/flow.h"

/* Begins a page for the present section; links to `name` lead to it, unless that is NULL. */
void pages_begin(struct layout *layout, const char *name);
/* Breaks the collected items into pages, draws them and forgets them. */
void pages_flush(struct layout *layout);

#endif
