/* SPDX-License-Identifier: MIT */
/* Tables too wide for a page are made as several, one below the other. In a workbook each but the first gets a sheet of
 * its own: heads are repeated on all pages of a sheet or on none, and so are kept in sight, and rows filtered. */
#include "base/text.h"
#include "template/assembly_parts.h"
#include "words/wording.h"

#include <string.h>

/* Tables with fewer rows may well stand one below the other: all of them is in sight, and none is cut by a page. */
enum { LEAST_ROWS = 8 };

static const struct table *table_at(const struct draft_section *section, size_t i)
{
    const struct held *held = &section->held[i];
    return !held->deferred && held->block.kind == BLOCK_TABLE ? held->block.table : NULL;
}

/* The same rows with other columns. */
static bool goes_on(const struct table *table, const struct table *next)
{
    if (!table || !next || table->row_count != next->row_count || table->row_count < LEAST_ROWS)
        return false;
    for (size_t row = 0; row < table->row_count; row++)
        if (strcmp(table->cells[row * table->column_count].text, next->cells[row * next->column_count].text) != 0)
            return false;
    return true;
}

/* What the columns behind the first are headed, each once: 续表：规模工业利润、研发经费. */
static const char *about(const struct assembly *assembly, const struct draft_section *section)
{
    const struct table *table = table_at(section, 0);
    struct strings heads = {0};
    for (size_t i = 1; i < table->column_count; i++) {
        const char *head = table->columns[i].header[0];
        if (!heads.count || strcmp(heads.items[heads.count - 1], head) != 0)
            strings_add(&heads, assembly->arena, head);
    }
    return FILL(&assembly->desk->say, WORD_SHEET_NEXT_ABOUT, "名单", strings_join(&heads, assembly->arena, "、"));
}

/* Cuts the section before its block `at`; false when its name leaves no room for a number. `part` counts from 1. */
static bool cut(struct assembly *assembly, size_t index, size_t at, size_t part, const char *name, const char *title)
{
    const struct phrasing *say = &assembly->desk->say;
    const char *number = arena_format(assembly->arena, "%zu", part);
    struct draft_section next = assembly->sections[index];
    next.name = arena_format(assembly->arena, "%s%zu", name, part + 1);
    if (!assembly_sheet_name_fits(assembly, next.name))
        return false;
    next.title = FILL(say, WORD_SHEET_NEXT, "标题", title, "序", number);
    next.held += at;
    next.held_count -= at;
    next.references = NULL;
    next.reference_count = 0;
    if (*next.about)
        next.about = about(assembly, &next);
    assembly->sections[index].held_count = at;
    ARRAY_ADD(assembly->arena, assembly->sections, assembly->section_count, next);
    memmove(&assembly->sections[index + 2], &assembly->sections[index + 1],
            (assembly->section_count - index - 2) * sizeof next);
    assembly->sections[index + 1] = next;
    return true;
}

void assembly_part_sheets(struct assembly *assembly)
{
    const char *name = "", *title = "";
    size_t part = 0; /* of the sheet as it was */
    for (size_t i = 0; i < assembly->section_count; i++) {
        const struct draft_section *section = &assembly->sections[i];
        if (section->kind != SECTION_SHEET)
            continue;
        if (!part) {
            name = section->name;
            title = section->title;
        }
        size_t at = 1;
        while (at < section->held_count && !goes_on(table_at(section, at - 1), table_at(section, at)))
            at++;
        part = at < section->held_count && cut(assembly, i, at, part + 1, name, title) ? part + 1 : 0;
    }
}
