/* SPDX-License-Identifier: MIT */
#include "cli/origins.h"

#include "base/text.h"
#include "check/cell.h"
#include "check/table_rows.h"
#include "read/book.h"
#include "read/file.h"
#include "read/folder.h"

#include <string.h>

/* The columns that are printed as they stand. Elsewhere a name only refers to the one that is. */
static const struct {
    const char *file; /* how its name begins */
    const char *english, *chinese;
} printed[] = {
    {"areas.csv", "name", "名称"},          {"areas.csv", "group", "分组"},     {"areas.csv", "recipient", "主送"},
    {"areas.csv", "copy_to", "抄送"},       {"areas.csv", "code", "代码"},      {"indicators.csv", "id", "指标代码"},
    {"indicators.csv", "name", "指标名称"}, {"indicators.csv", "unit", "单位"}, {"indicators.csv", "note", "说明"},
    {"settings.csv", "value", "值"},        {"targets", "source", "依据"},      {"targets", "clause", "条款"},
    {"targets", "owner", "责任单位"},       {"wording.csv", "text", "文字"},
};

/* An excerpt from the start of a text surely has its first characters. */
#define SEEN_FROM_START 30

struct search {
    const char *folder;
    uint32_t character;
    bool everywhere; /* not only where it is printed from */
    struct arena *arena;
    struct origins found;
};

/* ---- one text ---- */

/* A neighbour may be part of a tag, a heading's mark, a separator: only what is surely printed beside it counts. */
static bool is_neighbour(uint32_t character)
{
    return character >= 0x80 && !text_is_blank(character) && !text_fault(character);
}

static void add(struct search *search, const struct where *where, const char *text, const char *before,
                const char *from, const char *behind)
{
    struct origin origin = {.where = *where};
    const char *next = behind, *start = from;
    if (before) {
        const char *at = before;
        start = is_neighbour(text_next(&at)) ? before : from;
    }
    next = is_neighbour(text_next(&next)) ? next : behind;
    origin.around = arena_string_n(search->arena, start, (size_t)(next - start));
    origin.excerpt = text_excerpt(search->arena, where->at <= SEEN_FROM_START ? text : from);
    ARRAY_ADD(search->arena, search->found.items, search->found.count, origin);
}

static void look_at(struct search *search, struct where where, const char *text)
{
    const char *before = NULL;
    where.at = 1;
    for (const char *at = text, *from = at; *from; before = from, from = at, where.at++)
        if (text_next(&at) == search->character)
            add(search, &where, text, before, from, at);
}

/* ---- tables ---- */

static const struct raw_row *header_of(const struct raw_table *table)
{
    for (size_t r = 0; r < table->row_count; r++)
        if (row_filled(&table->rows[r]) > 1)
            return &table->rows[r];
    return &table->rows[0];
}

static bool is_printed(const char *file, const char *head)
{
    for (size_t i = 0; i < sizeof printed / sizeof *printed; i++)
        if (text_starts(file, printed[i].file) &&
            (cell_same(head, printed[i].english) || cell_same(head, printed[i].chinese)))
            return true;
    return false;
}

static void search_table(struct search *search, const struct raw_table *table)
{
    const struct raw_row *header = header_of(table);
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t c = 0; c < table->rows[r].count; c++) {
            const struct raw_cell *cell = &table->rows[r].cells[c];
            const char *head = &table->rows[r] > header ? raw_text(header, c) : "";
            if (!search->everywhere && !is_printed(table->file, head))
                continue;
            struct where where = {.file = table->file, .line = cell->line, .cell = (int)c + 1};
            where.column = *head ? text_line(search->arena, head) : arena_format(search->arena, "第%zu列", c + 1);
            look_at(search, where, cell->text);
        }
}

static void search_tables(struct search *search, const char *file)
{
    struct findings ignored = {.arena = search->arena};
    const struct raw_table *tables;
    size_t count = tables_of_file(search->folder, file, search->arena, &ignored, NULL, &tables);
    for (size_t i = 0; i < count; i++)
        search_table(search, &tables[i]);
}

/* ---- texts ---- */

static void search_text(struct search *search, const char *file)
{
    struct findings ignored = {.arena = search->arena};
    struct decoded decoded;
    if (!file_decode(search->folder, file, FILE_LIMIT_TEXT, search->arena, &ignored, NULL, &decoded))
        return;
    const char *from = decoded.text;
    for (int line = 1; *from; line++) {
        size_t length = strcspn(from, "\n");
        look_at(search, (struct where){.file = file, .line = line}, text_trim(search->arena, from, length));
        from += length + (from[length] == '\n');
    }
}

/* ---- folders ---- */

static void search_folder(struct search *search, const char *below, int depth)
{
    size_t count;
    const char *path = arena_format(search->arena, "%s/%s", search->folder, below);
    const char *const *names = folder_list(search->arena, path, NULL, &count);
    for (size_t i = 0; i < count; i++) {
        const char *file = arena_format(search->arena, "%s%s", below, names[i]);
        if (text_ends(file, ".csv") || book_is(file))
            search_tables(search, file);
        else if (text_ends(file, ".txt") && *below)
            search_text(search, file);
        else if (depth > 0 && folder_exists(arena_format(search->arena, "%s/%s", search->folder, file)))
            search_folder(search, arena_format(search->arena, "%s/", file), depth - 1);
    }
}

static void search_region(struct search *search)
{
    search_folder(search, "", 0);
    search_folder(search, "templates/", 0);
    search_folder(search, "text/", 1);
    if (search->everywhere)
        search_folder(search, "data/", 0);
}

static struct origin kept(struct arena *arena, const struct origin *origin)
{
    struct origin copy = *origin;
    copy.where.file = arena_string(arena, origin->where.file);
    copy.where.column = origin->where.column ? arena_string(arena, origin->where.column) : NULL;
    copy.excerpt = arena_string(arena, origin->excerpt);
    copy.around = arena_string(arena, origin->around);
    return copy;
}

struct origins origins_find(const char *folder, uint32_t character, struct arena *arena)
{
    struct search search = {.folder = folder, .character = character, .arena = arena_new()};
    search_region(&search);
    if (!search.found.count) {
        search.everywhere = true;
        search_region(&search);
    }
    struct origins origins = {0};
    for (size_t i = 0; i < search.found.count; i++)
        ARRAY_ADD(arena, origins.items, origins.count, kept(arena, &search.found.items[i]));
    arena_free(search.arena);
    return origins;
}
