/* SPDX-License-Identifier: MIT */
/* Titles, headings and paragraphs as items. */
#ifndef TONGBAO_RENDER_PAGE_PARAGRAPH_H
#define TONGBAO_RENDER_PAGE_PARAGRAPH_H

#include "render/page/flow.h"

void heading_add(struct layout *layout, const struct block *block);
void paragraph_add(struct layout *layout, const struct block *block);
/* Adds centred, balanced lines of a title and `below` pt of space. */
void title_add(struct layout *layout, const char *title, double size, double below);
/* The blank of one line left out between two lines of text, pt. */
double blank_line(const struct layout *layout);

#endif
