/* SPDX-License-Identifier: MIT */
/* The end of a document: notes, definitions and lists in their places, annexes numbered, sections put together. */
#include "base/text.h"
#include "tables/book_tables.h"
#include "template/assembly.h"
#include "template/assembly_parts.h"

/* ---- notes ---- */

static const char *note_of(const struct assembly *assembly, const struct reference *reference)
{
    for (size_t i = 0; i < assembly->note_count; i++)
        if (assembly->notes[i].owner == reference->owner && assembly->notes[i].note == reference->note)
            return assembly->notes[i].text;
    return NULL;
}

/* The notes of a section in the order of their marks, below its text. */
static void add_notes(struct assembly *assembly, struct draft_section *section, size_t *number)
{
    for (size_t i = 0; i < section->reference_count; i++) {
        const struct reference *reference = &section->references[i];
        const char *text = note_of(assembly, reference);
        ++*number;
        if (!text) {
            SPOT_FINDING(assembly->faults, RULE_NOTE_NOT_PRINTED, &reference->spot,
                         reference->owner->notes[reference->note - 1]);
            continue;
        }
        const char *marked = arena_format(assembly->arena, "%s%s", assembly_mark(assembly, *number), text);
        assembly_put(assembly, section,
                     (struct block){.kind = BLOCK_PARAGRAPH, .style = PARAGRAPH_NOTE, .text = marked});
    }
}

/* ---- what was deferred ---- */

static void put_notes(struct assembly *assembly, struct draft_section *section, enum notes_form form)
{
    struct builder *builder = builder_new(assembly->arena);
    builder_section(builder, SECTION_BODY, "", "", false);
    notes_add(assembly->desk, builder, form);
    const struct value *notes = value_blocks(assembly->arena, builder);
    for (size_t i = 0; i < notes->count; i++)
        assembly_put(assembly, section, notes->blocks[i]);
}

static void put_table(struct assembly *assembly, struct draft_section *section, const struct table *table)
{
    if (table)
        assembly_put(assembly, section, (struct block){.kind = BLOCK_TABLE, .table = table});
}

/* 口径 in the place that was kept for it; the list of sheets still waits. */
static void fill_definitions(struct assembly *assembly, struct draft_section *section)
{
    const struct held *held = section->held;
    size_t count = section->held_count;
    section->held = NULL;
    section->held_count = 0;
    for (size_t i = 0; i < count; i++) {
        const struct value *deferred = held[i].deferred;
        if (deferred && deferred->deferred == DEFERRED_DEFINITIONS)
            put_table(assembly, section, table_definitions(assembly->desk));
        else if (deferred && deferred->deferred == DEFERRED_NOTES)
            put_notes(assembly, section, deferred->notes_form);
        else
            ARRAY_ADD(assembly->arena, section->held, section->held_count, held[i]);
    }
}

/* Sheet and what it holds, each sheet's name a link to it. */
static const struct table *contents(const struct assembly *assembly)
{
    const struct phrasing *say = &assembly->desk->say;
    struct table_builder t;
    table_begin(&t, assembly->arena, 1);
    table_column(&t, SAY(say, WORD_COL_SHEET), NULL, NULL, ALIGN_CENTER, 8);
    table_column(&t, SAY(say, WORD_COL_CONTENT), NULL, NULL, ALIGN_LEFT, 30);
    for (size_t i = 0; i < assembly->section_count; i++) {
        const struct draft_section *section = &assembly->sections[i];
        if (section->kind != SECTION_SHEET || !section->held_count || !*section->about)
            continue;
        struct cell link = cell_text(section->name);
        link.link = section->name;
        table_cell(&t, link);
        table_cell(&t, cell_text(section->about));
    }
    return table_end(&t);
}

static void fill_contents(const struct assembly *assembly, struct draft_section *section)
{
    for (size_t i = 0; i < section->held_count; i++)
        if (section->held[i].deferred)
            section->held[i] = (struct held){.block = {.kind = BLOCK_TABLE, .table = contents(assembly)}};
}

/* ---- annexes and sheets ---- */

static size_t count_annexes(const struct assembly *assembly)
{
    size_t count = 0;
    for (size_t i = 0; i < assembly->section_count; i++)
        count += assembly->sections[i].kind == SECTION_ANNEX && assembly->sections[i].held_count;
    return count;
}

/* 附件：1. ××, and the annexes' own names. */
static void name_annexes(struct assembly *assembly)
{
    const struct phrasing *say = &assembly->desk->say;
    size_t count = count_annexes(assembly), n = 0;
    struct draft_section *body = &assembly->sections[0];
    for (size_t i = 0; i < assembly->section_count; i++) {
        struct draft_section *section = &assembly->sections[i];
        if (section->kind != SECTION_ANNEX || !section->held_count)
            continue;
        const char *number = arena_format(assembly->arena, "%zu", ++n);
        enum word word = count == 1 ? WORD_ENCLOSURE_ONE : n > 1 ? WORD_ENCLOSURE_NEXT : WORD_ENCLOSURE_FIRST;
        struct block block = {.kind = BLOCK_PARAGRAPH, .style = PARAGRAPH_ENCLOSURE};
        block.text = count == 1 ? FILL(say, word, "附件", section->title)
                                : FILL(say, word, "序", number, "附件", section->title);
        section->name = count == 1 ? SAY(say, WORD_ANNEX_ONLY) : FILL(say, WORD_ANNEX, "序", number);
        assembly_put(assembly, body, block);
    }
}

static void add_section(struct builder *builder, const struct draft_section *section)
{
    bool body = section->kind == SECTION_BODY;
    builder_section(builder, section->kind, section->name, body ? "" : section->title, section->landscape);
    for (size_t i = 0; i < section->held_count; i++)
        builder_blocks(builder, &section->held[i].block, 1);
}

/* The table, without the names that cells before it have; those it has itself are added to `names`. */
static const struct table *named_once(struct assembly *assembly, const struct table *table, struct strings *names)
{
    size_t count = table->row_count * table->column_count;
    struct cell *cells = NULL; /* a copy, once there is something to change */
    for (size_t i = 0; i < count; i++) {
        const char *name = table->cells[i].name;
        if (!name)
            continue;
        if (!strings_hold(names, name)) {
            strings_add(names, assembly->arena, name);
            continue;
        }
        if (!cells)
            cells = arena_copy(assembly->arena, table->cells, count * sizeof *cells);
        cells[i].name = NULL;
    }
    if (!cells)
        return table;
    struct table changed = *table;
    changed.cells = cells;
    return arena_copy(assembly->arena, &changed, sizeof changed);
}

/* A cell's name stands once in a book, also where a table with named cells comes twice. */
static void name_cells_once(struct assembly *assembly)
{
    struct strings names = {0};
    for (size_t p = 0; p < assembly->section_count; p++)
        for (size_t b = 0; b < assembly->sections[p].held_count; b++) {
            struct block *block = &assembly->sections[p].held[b].block;
            if (block->kind == BLOCK_TABLE)
                block->table = named_once(assembly, block->table, &names);
        }
}

/* ---- the whole ---- */

/* What a document of the kind must have. */
static void check_whole(struct assembly *assembly, const struct spot *start)
{
    bool sheets = assembly->section_count > 1 && assembly->sections[1].kind == SECTION_SHEET;
    if (!*assembly->sections[0].title)
        SPOT_FINDING(assembly->faults, RULE_TEMPLATE_TITLE, start, NULL);
    if (assembly->kind == DOCUMENT_WORKBOOK && (!sheets || assembly->sections[0].held_count))
        SPOT_FINDING(assembly->faults, RULE_TEMPLATE_NO_SHEET, start, NULL);
}

struct composed assembly_finish(struct assembly *assembly, const struct spot *start)
{
    struct builder *builder = builder_new(assembly->arena);
    struct document document = {.sections = NULL};
    size_t number = 0;
    assembly_break(assembly);
    assembly_drop_headings(assembly, 0);
    check_whole(assembly, start);
    for (size_t i = 0; i < assembly->section_count; i++)
        fill_definitions(assembly, &assembly->sections[i]);
    for (size_t i = 0; i < assembly->section_count; i++)
        add_notes(assembly, &assembly->sections[i], &number);
    name_annexes(assembly);
    bool book = assembly->kind == DOCUMENT_WORKBOOK;
    if (book)
        assembly_part_sheets(assembly);
    for (size_t i = 0; i < assembly->section_count; i++)
        fill_contents(assembly, &assembly->sections[i]);
    if (book)
        name_cells_once(assembly);
    for (size_t i = book; i < assembly->section_count; i++)
        if (assembly->sections[i].held_count || !i)
            add_section(builder, &assembly->sections[i]);
    builder_finish(builder, &document);
    return (struct composed){assembly->sections[0].title, assembly->doc_number, document.sections,
                             document.section_count};
}
