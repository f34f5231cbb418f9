/* SPDX-License-Identifier: MIT */
/* The end of a document: notes, definitions and lists in their places, annexes numbered, sheets and parts put together.
 */
#include "tables/book_tables.h"
#include "template/assembly_parts.h"

#include <string.h>

/* ---- notes ---- */

static const char *note_of(const struct assembly *page, const struct reference *reference)
{
    for (size_t i = 0; i < page->note_count; i++)
        if (page->notes[i].owner == reference->owner && page->notes[i].note == reference->note)
            return page->notes[i].text;
    return NULL;
}

/* The notes of a part in the order of their marks, below its text. */
static void add_notes(struct assembly *page, struct part *part, size_t *number)
{
    for (size_t i = 0; i < part->reference_count; i++) {
        const struct reference *reference = &part->references[i];
        const char *text = note_of(page, reference);
        ++*number;
        if (!text) {
            SPOT_FINDING(page->faults, RULE_NOTE_NOT_PRINTED, &reference->spot,
                         reference->owner->notes[reference->note - 1]);
            continue;
        }
        struct block block = {.kind = BLOCK_PARAGRAPH,
                              .style = PARAGRAPH_NOTE,
                              .text = arena_format(page->arena, "%s%s", assembly_mark(page, *number), text)};
        ARRAY_ADD(page->arena, part->blocks, part->block_count, block);
    }
}

/* ---- the whole ---- */

static const struct table contents_marker, definitions_marker, notes_markers[NOTES_BRIEF + 1];

struct block assembly_contents_block(void)
{
    return (struct block){.kind = BLOCK_TABLE, .table = &contents_marker};
}

struct block assembly_definitions_block(void)
{
    return (struct block){.kind = BLOCK_TABLE, .table = &definitions_marker};
}

struct block assembly_notes_block(enum notes_form form)
{
    return (struct block){.kind = BLOCK_TABLE, .table = &notes_markers[form]};
}

static void put_notes(struct assembly *page, struct part *part, enum notes_form form)
{
    struct builder *builder = builder_new(page->arena);
    builder_section(builder, SECTION_BODY, "", "", false);
    notes_add(page->desk, builder, form);
    const struct value *notes = value_blocks(page->arena, builder);
    for (size_t i = 0; i < notes->count; i++)
        ARRAY_ADD(page->arena, part->blocks, part->block_count, notes->blocks[i]);
}

static void put_table(struct assembly *page, struct part *part, const struct table *table)
{
    struct block block = {.kind = BLOCK_TABLE, .table = table};
    if (table)
        ARRAY_ADD(page->arena, part->blocks, part->block_count, block);
}

/* 口径 in the place that was kept for it. */
static void fill_definitions(struct assembly *page, struct part *part)
{
    const struct block *blocks = part->blocks;
    size_t count = part->block_count;
    part->blocks = NULL;
    part->block_count = 0;
    for (size_t i = 0; i < count; i++) {
        const struct table *table = blocks[i].kind == BLOCK_TABLE ? blocks[i].table : NULL;
        int form = NOTES_FULL;
        while (form <= NOTES_BRIEF && table != &notes_markers[form])
            form++;
        if (table && table == &definitions_marker)
            put_table(page, part, table_definitions(page->desk));
        else if (form <= NOTES_BRIEF)
            put_notes(page, part, (enum notes_form)form);
        else
            ARRAY_ADD(page->arena, part->blocks, part->block_count, blocks[i]);
    }
}

/* Sheet and what it holds, each sheet's name a link to it. */
static const struct table *contents(const struct assembly *page)
{
    const struct phrasing *say = &page->desk->say;
    struct table_builder t;
    table_begin(&t, page->arena, 1);
    table_column(&t, SAY(say, WORD_COL_SHEET), NULL, NULL, ALIGN_CENTER, 8);
    table_column(&t, SAY(say, WORD_COL_CONTENT), NULL, NULL, ALIGN_LEFT, 30);
    for (size_t i = 0; i < page->part_count; i++) {
        const struct part *part = &page->parts[i];
        if (part->kind != SECTION_SHEET || !part->block_count || !*part->about)
            continue;
        struct cell link = cell_text(part->name);
        link.link = part->name;
        table_cell(&t, link);
        table_cell(&t, cell_text(part->about));
    }
    return table_end(&t);
}

static void fill_contents(const struct assembly *page, struct part *part)
{
    for (size_t i = 0; i < part->block_count; i++)
        if (part->blocks[i].table == &contents_marker && part->blocks[i].kind == BLOCK_TABLE)
            part->blocks[i].table = contents(page);
}

static size_t count_annexes(const struct assembly *page)
{
    size_t count = 0;
    for (size_t i = 0; i < page->part_count; i++)
        count += page->parts[i].kind == SECTION_ANNEX && page->parts[i].block_count;
    return count;
}

/* 附件：1. ××, and the annexes' own names. */
static void name_annexes(struct assembly *page)
{
    const struct phrasing *say = &page->desk->say;
    size_t count = count_annexes(page), n = 0;
    struct part *body = &page->parts[0];
    for (size_t i = 0; i < page->part_count; i++) {
        struct part *part = &page->parts[i];
        if (part->kind != SECTION_ANNEX || !part->block_count)
            continue;
        const char *number = arena_format(page->arena, "%zu", ++n);
        enum word word = count == 1 ? WORD_ENCLOSURE_ONE : n > 1 ? WORD_ENCLOSURE_NEXT : WORD_ENCLOSURE_FIRST;
        struct block block = {.kind = BLOCK_PARAGRAPH, .style = PARAGRAPH_ENCLOSURE};
        block.text =
            count == 1 ? FILL(say, word, "附件", part->title) : FILL(say, word, "序", number, "附件", part->title);
        part->name = count == 1 ? SAY(say, WORD_ANNEX_ONLY) : FILL(say, WORD_ANNEX, "序", number);
        ARRAY_ADD(page->arena, body->blocks, body->block_count, block);
    }
}

static void add_part(struct builder *builder, const struct part *part)
{
    bool body = part->kind == SECTION_BODY;
    builder_section(builder, part->kind, part->name, body ? "" : part->title, part->landscape);
    builder_blocks(builder, part->blocks, part->block_count);
}

static bool is_known(const struct strings *names, const char *name)
{
    for (size_t i = 0; i < names->count; i++)
        if (!strcmp(names->items[i], name))
            return true;
    return false;
}

/* The table, without the names that cells before it have; those it has itself are added to `names`. */
static const struct table *named_once(struct assembly *page, const struct table *table, struct strings *names)
{
    size_t count = table->row_count * table->column_count;
    struct cell *cells = NULL; /* a copy, once there is something to change */
    for (size_t i = 0; i < count; i++) {
        const char *name = table->cells[i].name;
        if (!name)
            continue;
        if (!is_known(names, name)) {
            strings_add(names, page->arena, name);
            continue;
        }
        if (!cells)
            cells = arena_copy(page->arena, table->cells, count * sizeof *cells);
        cells[i].name = NULL;
    }
    if (!cells)
        return table;
    struct table changed = *table;
    changed.cells = cells;
    return arena_copy(page->arena, &changed, sizeof changed);
}

/* A cell's name stands once in a book, also where a table with named cells comes twice. */
static void name_cells_once(struct assembly *page)
{
    struct strings names = {0};
    for (size_t p = 0; p < page->part_count; p++)
        for (size_t b = 0; b < page->parts[p].block_count; b++) {
            struct block *block = &page->parts[p].blocks[b];
            if (block->kind == BLOCK_TABLE)
                block->table = named_once(page, block->table, &names);
        }
}

/* What a document of the kind must have. */
static void check_whole(struct assembly *page, const struct spot *start)
{
    bool sheets = page->part_count > 1 && page->parts[1].kind == SECTION_SHEET;
    if (!*page->parts[0].title)
        SPOT_FINDING(page->faults, RULE_TEMPLATE_TITLE, start, NULL);
    if (page->kind == DOCUMENT_WORKBOOK && (!sheets || page->parts[0].block_count))
        SPOT_FINDING(page->faults, RULE_TEMPLATE_NO_SHEET, start, NULL);
}

struct composed assembly_finish(struct assembly *page, const struct spot *start)
{
    struct builder *builder = builder_new(page->arena);
    struct document document = {.sections = NULL};
    size_t number = 0;
    assembly_break(page);
    assembly_drop_headings(page, 0);
    check_whole(page, start);
    for (size_t i = 0; i < page->part_count; i++)
        fill_definitions(page, &page->parts[i]);
    for (size_t i = 0; i < page->part_count; i++)
        add_notes(page, &page->parts[i], &number);
    name_annexes(page);
    for (size_t i = 0; i < page->part_count; i++)
        fill_contents(page, &page->parts[i]);
    bool book = page->kind == DOCUMENT_WORKBOOK;
    if (book)
        name_cells_once(page);
    for (size_t i = book; i < page->part_count; i++)
        if (page->parts[i].block_count || !i)
            add_part(builder, &page->parts[i]);
    builder_finish(builder, &document);
    return (struct composed){page->parts[0].title, page->doc_number, document.sections, document.section_count};
}
