/* SPDX-License-Identifier: MIT */
/* What may be written in the tables of a region folder, each told by the file that reads it, from the rows it reads by:
 * vocabulary.c gathers them. Only check/ includes this. */
#ifndef TONGBAO_CHECK_TABLE_WORDS_H
#define TONGBAO_CHECK_TABLE_WORDS_H

#include "check/cell.h"
#include "check/loader.h"

/* A column that knows a set of words. */
struct column_words {
    int column; /* indexes the table's columns */
    const struct cell_word *words;
    size_t count;
    /* Instead of an array, where the words stand in rows that say more: makes it, in the arena. */
    const struct cell_word *(*list)(struct arena *arena, size_t *count);
    const char *more; /* a sentence on what else may stand there; NULL: nothing */
};

struct table_words {
    const char *file;
    const struct column_name *columns;
    size_t column_count;
    const struct column_words *words;
    size_t word_count; /* how many of the columns have words */
};

extern const struct table_words settings_words, areas_words, indicators_words, targets_words, scoring_words,
    identities_words, checks_words, documents_words, sources_words, tidy_words;

/* The settings in their order: what the row's key may be, and the words of its value. False behind the last. */
bool settings_row(size_t i, struct column_name *key, struct column_words *words);
/* The names of all settings. */
const struct cell_word *setting_words(struct arena *arena, size_t *count);

/* Letters and words of a status: shape.c. */
const struct cell_word *status_words(struct arena *arena, size_t *count);

#endif
