/* SPDX-License-Identifier: MIT */
#include "check/vocabulary.h"

#include "check/table_words.h"

static const struct table_words *const tables[] = {
    &settings_words,   &areas_words,  &indicators_words, &targets_words, &scoring_words,
    &identities_words, &checks_words, &documents_words,  &sources_words, &tidy_words,
};

struct columns {
    struct arena *arena;
    struct vocabulary_column *items;
    size_t count;
};

static void add_column(struct columns *columns, const char *file, const struct column_name *name,
                       const struct column_words *of)
{
    struct vocabulary_column column = {.file = file, .english = name->english, .chinese = name->chinese};
    if (of) {
        column.words = of->words;
        column.count = of->count;
        column.more = of->more;
        if (of->list)
            column.words = of->list(columns->arena, &column.count);
    }
    ARRAY_ADD(columns->arena, columns->items, columns->count, column);
}

static void add_table(struct columns *columns, const struct table_words *table)
{
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column_words *of = NULL;
        for (size_t w = 0; w < table->word_count && !of; w++) {
            if (table->words[w].column == (int)i)
                of = &table->words[w];
        }
        add_column(columns, table->file, &table->columns[i], of);
    }
}

static void add_settings(struct columns *columns)
{
    struct column_name key;
    struct column_words of;
    for (size_t i = 0; settings_row(i, &key, &of); i++)
        add_column(columns, settings_words.file, &key, &of);
}

const struct vocabulary_column *vocabulary_columns(struct arena *arena, size_t *count)
{
    struct columns columns = {.arena = arena};
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
        add_table(&columns, tables[t]);
        if (tables[t] == &settings_words)
            add_settings(&columns);
    }
    *count = columns.count;
    return columns.items;
}
