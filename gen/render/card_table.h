/* SPDX-License-Identifier: MIT */
/* Marks and cards for those who don't draw them: marks as characters, cards as a table. */
#ifndef TONGBAO_RENDER_CARD_TABLE_H
#define TONGBAO_RENDER_CARD_TABLE_H

#include "document/document.h"

/* ▲-4.9: the cell's text behind the character of its mark. */
const char *marked_text(struct arena *arena, const struct cell *cell);
/* The same as cells, for who writes them as such; the table itself where none has a mark. */
const struct table *marked_table(struct arena *arena, const struct table *table);

/* A column for each card below its name: the figure with what stands beside it, how it stands, its course in words, its
 * text; rows in which nothing would stand are left out. */
const struct table *card_table(struct arena *arena, const struct cards *cards);

#endif
