/* SPDX-License-Identifier: MIT */
/* Which columns the tables of a region folder have, and which words may stand in them: what the readers know, for
 * whoever wants to tell it. */
#ifndef TONGBAO_CHECK_VOCABULARY_H
#define TONGBAO_CHECK_VOCABULARY_H

#include "check/cell.h"

/* A column, or a row of settings.csv. */
struct vocabulary_column {
    const char *file;    /* areas.csv; data/ for tables with a row for each figure */
    const char *english; /* as in the header, or in the column of keys */
    const char *chinese; /* the same in Chinese; NULL for some settings */
    const struct cell_word *words;
    size_t count;     /* 0: no set */
    const char *more; /* a msgid: what may stand there besides the words; NULL: nothing */
};

/* All of them, a table's together, in the arena. */
const struct vocabulary_column *vocabulary_columns(struct arena *arena, size_t *count);

#endif
