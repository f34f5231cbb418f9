/* SPDX-License-Identifier: MIT */
#include "render/xlsx/tone.h"

#include "render/xlsx/clean.h"

#include <string.h>

enum { WORD_LIMIT = 64, WORDS_LIMIT = 32 };

struct tone_word {
    const char *text;
    enum cell_tone tone;
};

static bool known(const struct book *book, const char *text)
{
    for (size_t i = 0; i < book->word_count; i++)
        if (!strcmp(book->words[i].text, text))
            return true;
    return false;
}

/* A word that can stand between quotes in a rule. */
static bool usable(const struct cell *cell)
{
    return cell->kind == CELL_TEXT && cell->tone != TONE_PLAIN && *cell->text && strlen(cell->text) <= WORD_LIMIT &&
           !strchr(cell->text, '"');
}

static void collect_table(struct book *book, const struct table *table)
{
    for (size_t i = 0; i < table->row_count * table->column_count; i++) {
        const struct cell *cell = &table->cells[i];
        if (book->word_count == WORDS_LIMIT)
            return;
        if (!usable(cell) || known(book, cell->text))
            continue;
        struct tone_word word = {clean_line(book->arena, cell->text, WORD_LIMIT), cell->tone};
        ARRAY_ADD(book->arena, book->words, book->word_count, word);
    }
}

void tone_collect(struct book *book, const struct document *document)
{
    for (size_t i = 0; i < document->section_count; i++)
        for (size_t j = 0; j < document->sections[i].block_count; j++)
            if (document->sections[i].blocks[j].kind == BLOCK_TABLE)
                collect_table(book, document->sections[i].blocks[j].table);
}

/* True if a word of the column comes from a formula, so that its colour must come from a rule. */
static bool column_follows(const struct table *table, size_t column)
{
    for (size_t row = 0; row < table->row_count; row++) {
        const struct cell *cell = &table->cells[row * table->column_count + column];
        if (cell->kind == CELL_TEXT && cell->formula)
            return true;
    }
    return false;
}

static void add_rules(struct book *book, struct place first, size_t rows)
{
    for (size_t i = 0; i < book->word_count && !book->error; i++) {
        lxw_conditional_format rule = {.type = LXW_CONDITIONAL_TYPE_CELL,
                                       .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
                                       .value_string = arena_format(book->arena, "\"%s\"", book->words[i].text),
                                       .format = book_tone(book, book->words[i].tone)};
        book_rule(book, first, rows, &rule);
    }
}

void tone_follow(struct tab *tab, const struct table *table, lxw_row_t first)
{
    for (size_t column = 0; column < table->column_count; column++)
        if (column_follows(table, column))
            add_rules(tab->book, (struct place){tab->handle, first, (lxw_col_t)column}, table->row_count);
}
