/* SPDX-License-Identifier: MIT */
#include "document/document.h"

#include <assert.h>
#include <string.h>

struct builder {
    struct arena *arena;
    struct section *sections;
    size_t section_count;
    struct block *blocks; /* of the last section */
    size_t block_count;
};

struct builder *builder_new(struct arena *arena)
{
    struct builder *builder = arena_alloc(arena, sizeof *builder);
    builder->arena = arena;
    return builder;
}

static void close_section(struct builder *builder)
{
    if (!builder->section_count)
        return;
    struct section *section = &builder->sections[builder->section_count - 1];
    section->blocks = builder->blocks;
    section->block_count = builder->block_count;
    builder->blocks = NULL;
    builder->block_count = 0;
}

void builder_section(struct builder *builder, enum section_kind kind, const char *name, const char *title,
                     bool landscape)
{
    close_section(builder);
    struct section section = {.kind = kind, .name = name, .title = title, .landscape = landscape};
    ARRAY_ADD(builder->arena, builder->sections, builder->section_count, section);
}

static void add_block(struct builder *builder, struct block block)
{
    assert(builder->section_count > 0);
    ARRAY_ADD(builder->arena, builder->blocks, builder->block_count, block);
}

void builder_heading(struct builder *builder, int level, const char *text)
{
    add_block(builder, (struct block){.kind = BLOCK_HEADING, .level = level, .text = text});
}

void builder_paragraph(struct builder *builder, enum paragraph_style style, const char *text)
{
    add_block(builder, (struct block){.kind = BLOCK_PARAGRAPH, .style = style, .text = text});
}

void builder_table(struct builder *builder, const struct table *table)
{
    add_block(builder, (struct block){.kind = BLOCK_TABLE, .table = table});
}

void builder_chart(struct builder *builder, const struct chart *chart)
{
    add_block(builder, (struct block){.kind = BLOCK_CHART, .chart = chart});
}

void builder_cards(struct builder *builder, const struct cards *cards)
{
    add_block(builder, (struct block){.kind = BLOCK_CARDS, .cards = cards});
}

void builder_blocks(struct builder *builder, const struct block *blocks, size_t count)
{
    for (size_t i = 0; i < count; i++)
        add_block(builder, blocks[i]);
}

void builder_finish(struct builder *builder, struct document *document)
{
    close_section(builder);
    document->sections = builder->sections;
    document->section_count = builder->section_count;
}

struct cell cell_empty(void)
{
    return (struct cell){.kind = CELL_EMPTY, .text = ""};
}

struct cell cell_text(const char *text)
{
    return (struct cell){.kind = CELL_TEXT, .text = text};
}

struct cell cell_number(const char *number, const char *text)
{
    const char *point = strchr(number, '.');
    return (struct cell){
        .kind = CELL_NUMBER, .text = text, .number = number, .decimals = point ? (int)strlen(point + 1) : 0};
}

void table_begin(struct table_builder *t, struct arena *arena, int header_rows)
{
    *t = (struct table_builder){.arena = arena, .table = {.header_rows = header_rows}};
}

void table_column(struct table_builder *t, const char *top, const char *middle, const char *bottom, enum align align,
                  int width)
{
    struct column column = {.header = {top, middle, bottom}, .align = align, .width = width};
    ARRAY_ADD(t->arena, t->columns, t->table.column_count, column);
}

void table_display(struct table_builder *t, enum display display)
{
    assert(t->table.column_count > 0);
    t->columns[t->table.column_count - 1].display = display;
}

void table_strong(struct table_builder *t)
{
    assert(t->table.column_count > 0);
    t->columns[t->table.column_count - 1].strong = true;
}

void table_cell(struct table_builder *t, struct cell cell)
{
    ARRAY_ADD(t->arena, t->cells, t->cell_count, cell);
}

void table_band(struct table_builder *t, const char *text)
{
    assert(t->table.column_count > 0 && t->cell_count % t->table.column_count == 0);
    struct table_band band = {t->cell_count / t->table.column_count, text};
    ARRAY_ADD(t->arena, t->bands, t->table.band_count, band);
}

const struct table_band *table_band_at(const struct table *table, size_t row)
{
    for (size_t i = 0; i < table->band_count; i++)
        if (table->bands[i].row == row)
            return &table->bands[i];
    return NULL;
}

void table_note(struct table_builder *t, const char *note)
{
    ARRAY_ADD(t->arena, t->notes, t->table.note_count, note);
}

const struct table *table_end(struct table_builder *t)
{
    assert(t->table.column_count > 0 && t->cell_count % t->table.column_count == 0);
    t->table.columns = t->columns;
    t->table.cells = t->cells;
    t->table.bands = t->bands;
    t->table.notes = t->notes;
    t->table.row_count = t->cell_count / t->table.column_count;
    return arena_copy(t->arena, &t->table, sizeof t->table);
}
