/* SPDX-License-Identifier: MIT */
#include "base/text.h"
#include "read/book_inside.h"
#include "read/xml.h"

#include <string.h>

/* ---- relations ---- */

struct relation {
    const char *id, *type, *target;
};

struct relations {
    struct arena *arena;
    struct relation *items;
    size_t count;
};

static bool take_relation(void *context, struct xml *xml, const char *name)
{
    struct relations *relations = context;
    if (strcmp(name, "Relationship") != 0)
        return true;
    struct relation relation = {xml_attribute(xml, "Id", relations->arena),
                                xml_attribute(xml, "Type", relations->arena),
                                xml_attribute(xml, "Target", relations->arena)};
    if (relation.id && relation.type && relation.target)
        ARRAY_ADD(relations->arena, relations->items, relations->count, relation);
    return true;
}

/* xl/workbook.xml → xl/_rels/workbook.xml.rels */
static struct relations relations_of(struct book *book, const char *part)
{
    struct relations relations = {.arena = book->scratch};
    const char *slash = strrchr(part, '/'), *own = slash ? slash + 1 : part;
    const char *name = arena_format(book->scratch, "%.*s_rels/%s.rels", (int)(own - part), part, own);
    const struct package_part *found = package_part(&book->package, name);
    struct xml_visit visit = {.begin = take_relation, .context = &relations};
    if (found)
        xml_read(found, &visit);
    return relations;
}

/* A target is meant from the folder of the part, or with a slash from the top; ../ leads up. */
static const char *target_part(struct arena *arena, const char *part, const char *target)
{
    if (*target == '/')
        return target + 1;
    const char *slash = strrchr(part, '/');
    size_t folder = slash ? (size_t)(slash - part) : 0;
    while (text_starts(target, "../")) {
        target += strlen("../");
        while (folder > 0 && part[folder - 1] != '/')
            folder--;
        folder -= folder > 0;
    }
    return folder ? arena_format(arena, "%.*s/%s", (int)folder, part, target) : target;
}

static bool is_type(const struct relation *relation, const char *type)
{
    const char *slash = strrchr(relation->type, '/');
    return slash && strcmp(slash + 1, type) == 0;
}

const char *book_related(struct book *book, const char *part, const char *type)
{
    struct relations relations = relations_of(book, part);
    for (size_t i = 0; i < relations.count; i++)
        if (is_type(&relations.items[i], type))
            return target_part(book->scratch, part, relations.items[i].target);
    return NULL;
}

/* ---- the list of sheets ---- */

struct listing {
    struct book *book;
    const char *part;
    struct relations relations;
};

static const char *sheet_part(const struct listing *listing, const char *id)
{
    for (size_t i = 0; id && i < listing->relations.count; i++) {
        const struct relation *relation = &listing->relations.items[i];
        if (strcmp(relation->id, id) == 0 && is_type(relation, "worksheet"))
            return target_part(listing->book->scratch, listing->part, relation->target);
    }
    return NULL; /* a sheet of its own for a chart, a dialog */
}

/* A sheet's own id is a number, and that of the relation, r:id, has the same local name. */
static bool take_sheet(void *context, struct xml *xml, const char *name)
{
    struct listing *listing = context;
    struct book *book = listing->book;
    if (strcmp(name, "workbookPr") == 0)
        book->date1904 = xml_true(xml, "date1904", book->scratch);
    if (strcmp(name, "sheet") != 0)
        return true;
    const char *shown = xml_attribute(xml, "name", book->arena), *state = xml_attribute(xml, "state", book->scratch);
    struct book_sheet sheet = {shown ? text_line(book->arena, shown) : "",
                               sheet_part(listing, xml_attribute(xml, "id", book->scratch)),
                               state && strcmp(state, "visible") != 0};
    if (sheet.part)
        ARRAY_ADD(book->scratch, book->sheets, book->sheet_count, sheet);
    return true;
}

bool book_read_list(struct book *book)
{
    const char *part = book_related(book, "", "officeDocument");
    struct listing listing = {.book = book, .part = part ? part : "xl/workbook.xml"};
    const struct package_part *found = package_part(&book->package, listing.part);
    listing.relations = relations_of(book, listing.part);
    struct xml_visit visit = {.begin = take_sheet, .context = &listing};
    return found && xml_read(found, &visit);
}

/* The part beside the workbook; NULL for none. */
static const struct package_part *beside(struct book *book, const char *type)
{
    const char *workbook = book_related(book, "", "officeDocument");
    const char *part = book_related(book, workbook ? workbook : "xl/workbook.xml", type);
    return part ? package_part(&book->package, part) : NULL;
}

/* ---- the strings ---- */

struct string_reading {
    struct book *book;
    struct buffer text;
    bool inside, phonetic; /* in a <t>; in a reading aid, which is no text of the cell's */
};

static bool begin_string(void *context, struct xml *xml, const char *name)
{
    struct string_reading *r = context;
    (void)xml;
    if (strcmp(name, "si") == 0)
        r->text = (struct buffer){.arena = r->book->scratch};
    r->phonetic = r->phonetic || strcmp(name, "rPh") == 0;
    r->inside = strcmp(name, "t") == 0 && !r->phonetic;
    return true;
}

static void take_string(void *context, const char *text)
{
    struct string_reading *r = context;
    if (r->inside)
        buffer_add(&r->text, text);
}

static bool end_string(void *context, const char *name)
{
    struct string_reading *r = context;
    struct book *book = r->book;
    r->inside = false;
    if (strcmp(name, "rPh") == 0)
        r->phonetic = false;
    if (strcmp(name, "si") == 0) {
        const char *text = text_trim(book->arena, buffer_text(&r->text), r->text.length);
        ARRAY_ADD(book->scratch, book->strings, book->string_count, text);
    }
    return true;
}

bool book_read_strings(struct book *book)
{
    const struct package_part *part = beside(book, "sharedStrings");
    struct string_reading reading = {.book = book};
    struct xml_visit visit = {begin_string, take_string, end_string, &reading};
    return !part || xml_read(part, &visit);
}

/* ---- the styles ---- */

struct custom_format {
    long id;
    struct stored_format format;
};

struct style_reading {
    struct book *book;
    struct custom_format *custom;
    size_t custom_count;
    bool cells; /* in cellXfs: what the cells' styles count in */
};

static struct stored_format format_of(const struct style_reading *r, long id)
{
    for (size_t i = 0; i < r->custom_count; i++)
        if (r->custom[i].id == id)
            return r->custom[i].format;
    return stored_builtin(id >= 0 && id < 164 ? (int)id : 0); /* from 164 on they are the workbook's own */
}

static bool begin_style(void *context, struct xml *xml, const char *name)
{
    struct style_reading *r = context;
    struct arena *scratch = r->book->scratch;
    if (strcmp(name, "numFmt") == 0) {
        const char *code = xml_attribute(xml, "formatCode", scratch);
        struct custom_format custom = {xml_number(xml, "numFmtId", scratch), stored_code(scratch, code ? code : "")};
        ARRAY_ADD(scratch, r->custom, r->custom_count, custom);
    } else if (strcmp(name, "cellXfs") == 0) {
        r->cells = true;
    } else if (r->cells && strcmp(name, "xf") == 0) {
        struct stored_format format = format_of(r, xml_number(xml, "numFmtId", scratch));
        ARRAY_ADD(scratch, r->book->formats, r->book->format_count, format);
    }
    return true;
}

/* What stands behind them is of no use. */
static bool end_style(void *context, const char *name)
{
    (void)context;
    return strcmp(name, "cellXfs") != 0;
}

bool book_read_styles(struct book *book)
{
    const struct package_part *part = beside(book, "styles");
    struct style_reading reading = {.book = book};
    struct xml_visit visit = {begin_style, NULL, end_style, &reading};
    return !part || xml_read(part, &visit);
}
