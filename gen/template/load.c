/* SPDX-License-Identifier: MIT */
#include "template/load.h"

#include "base/message.h"
#include "base/text.h"
#include "check/editions.h"
#include "check/names.h"
#include "read/file.h"
#include "read/folder.h"
#include "template/compile.h"
#include "template/functions.h"
#include "template/products.h"

#include <string.h>
#include <strings.h>
#include <unistd.h>

struct loading {
    struct compiler compiler;
    const struct dataset *dataset;
    struct arena *arena;
    struct findings *findings;
    struct files_read *inputs;
    struct templates *templates;
};

/* The text of `folder`/`file`; NULL with findings. */
static const char *read_text(struct loading *r, const char *folder, const char *file, struct file_list *inputs)
{
    struct decoded decoded;
    if (!file_decode(folder, file, FILE_LIMIT_TEXT, r->arena, r->findings, inputs, &decoded))
        return NULL;
    struct bytes_report report = {.file = file, .decoded = &decoded, .is_text = true};
    int line = 1;
    for (const char *from = decoded.text, *end; *from && decoded.bad_count; from = end, line++) {
        end = from + strcspn(from, "\n");
        end += *end == '\n';
        bytes_report_line(&report, line, from, end, r->arena, r->findings);
    }
    bytes_report_end(&report, r->arena, r->findings);
    return decoded.bad_count ? NULL : decoded.text;
}

/* ---- the documents' own ---- */

/* The folder that templates/ is in. */
static const char *program_folder(const struct loading *r, const struct own_templates *own, const char *name)
{
    bool later = own->newer && access(arena_format(r->arena, "%s/%s.txt", own->folder, name), F_OK) != 0;
    return arena_format(r->arena, "%s/..", later ? own->newer : own->folder);
}

static void read_template(struct loading *r, const struct own_templates *own, const char *name, bool each_area)
{
    const char *file = arena_format(r->arena, "templates/%s.txt", name);
    const char *regions = arena_format(r->arena, "%s/%s", r->dataset->folder, file);
    const char *text = access(regions, F_OK) == 0
                           ? read_text(r, r->dataset->folder, file, &r->inputs->region)
                           : read_text(r, program_folder(r, own, name), file, &r->inputs->program);
    if (!text)
        return;
    const struct template_text *compiled = template_compile(&r->compiler, name, file, text, false, each_area);
    ARRAY_ADD(r->arena, r->templates->items, r->templates->count, compiled);
}

static bool is_read(const struct loading *r, const char *name)
{
    for (size_t i = 0; i < r->templates->count; i++)
        if (!strcmp(r->templates->items[i]->name, name))
            return true;
    return false;
}

/* A bulletin that documents.csv names may have one of the region's own, which no other document has. */
static void read_edition(struct loading *r, const struct own_templates *own, const struct edition *edition)
{
    const char *name = edition->template;
    const char *regions = arena_format(r->arena, "%s/templates/%s.txt", r->dataset->folder, name);
    bool ours = products_have_template(name);
    if (products_edition_template(name) || (!ours && is_read(r, name)))
        return;
    if (!ours && access(regions, F_OK) == 0) {
        read_template(r, own, name, false);
        return;
    }
    size_t count;
    const char *const *files = folder_read(r->dataset->folder, "templates/", NULL, r->arena, r->findings, &count);
    struct nearest nearest = nearest_to(name);
    for (size_t i = 0; i < count; i++)
        if (text_ends(files[i], ".txt"))
            nearest_offer(&nearest, arena_string_n(r->arena, files[i], strlen(files[i]) - strlen(".txt")));
    FINDING(r->findings, RULE_DOCUMENTS_TEMPLATE, &edition->place, name, nearest_hint(r->arena, &nearest));
}

static bool is_editions(const struct loading *r, const char *file)
{
    for (size_t i = 0; i < r->dataset->edition_count; i++)
        if (!strcmp(arena_format(r->arena, "%s.txt", r->dataset->editions[i].template), file))
            return true;
    return false;
}

/* A file in the region's templates/ that no document uses is often one with a mistyped name. */
static void report_unknown(struct loading *r)
{
    size_t count;
    const char *const *files = folder_read(r->dataset->folder, "templates/", NULL, r->arena, r->findings, &count);
    for (size_t i = 0; i < count; i++) {
        struct nearest nearest = nearest_to(files[i]);
        bool known = text_ends(files[i], "~") || strcasecmp(files[i], "README.md") == 0 || is_editions(r, files[i]);
        for (const struct product *p = products; p->name && !known; p++) {
            const char *name = arena_format(r->arena, "%s.txt", p->template);
            known = !strcmp(name, files[i]);
            nearest_offer(&nearest, name);
        }
        struct where where = {.file = arena_format(r->arena, "templates/%s", files[i])};
        if (!known)
            FINDING(r->findings, RULE_TEMPLATE_FILE, &where, files[i], nearest_hint(r->arena, &nearest));
    }
}

/* ---- what people wrote ---- */

static bool asked_for(const struct loading *r, const char *place)
{
    for (size_t i = 0; i < r->compiler.asked_count; i++)
        if (text_same(r->compiler.asked[i], place))
            return true;
    return false;
}

static const char *places_asked(const struct loading *r)
{
    struct strings list = {0};
    for (size_t i = 0; i < r->compiler.asked_count; i++) {
        bool known = false;
        for (size_t k = 0; k < list.count && !known; k++)
            known = text_same(list.items[k], r->compiler.asked[i]);
        if (!known)
            strings_add(&list, r->arena, r->compiler.asked[i]);
    }
    return strings_join(&list, r->arena, "、");
}

static void read_words(struct loading *r, const char *file, const char *name, const struct area *area)
{
    size_t length = strlen(name) - strlen(".txt");
    struct written written = {area, arena_string_n(r->arena, name, length), NULL};
    struct where where = {.file = file};
    if (!asked_for(r, written.place)) {
        FINDING(r->findings, RULE_TEXT_PLACE, &where, written.place, places_asked(r));
        return;
    }
    const char *text = read_text(r, r->dataset->folder, file, &r->inputs->region);
    if (!text)
        return;
    written.text = template_compile(&r->compiler, written.place, file, text, true, area != r->dataset->region);
    if (!written.text->empty)
        ARRAY_ADD(r->arena, r->templates->written, r->templates->written_count, written);
}

static void read_words_folder(struct loading *r, const char *below, const struct area *area, bool nested);

static void read_area_folder(struct loading *r, const char *file, const char *name)
{
    const struct area *area;
    names_find_area(r->dataset, name, &area);
    struct nearest nearest = nearest_to(name);
    if (area && area->role == ROLE_AREA) {
        read_words_folder(r, arena_format(r->arena, "%s/", file), area, false);
        return;
    }
    names_offer_areas(r->dataset, &nearest);
    FINDING(r->findings, RULE_TEXT_AREA, (&(struct where){.file = file}), name, nearest_hint(r->arena, &nearest));
}

/* Every .txt of a folder; below text/ itself every folder is an area's. */
static void read_words_folder(struct loading *r, const char *below, const struct area *area, bool nested)
{
    size_t count;
    const char *const *files = folder_read(r->dataset->folder, below, NULL, r->arena, r->findings, &count);
    for (size_t i = 0; i < count; i++) {
        const char *file = arena_format(r->arena, "%s%s", below, files[i]);
        if (nested && folder_exists(arena_format(r->arena, "%s/%s", r->dataset->folder, file)))
            read_area_folder(r, file, files[i]);
        else if (text_ends(files[i], ".txt") && strlen(files[i]) > strlen(".txt"))
            read_words(r, file, files[i], area);
        else
            FINDING(r->findings, RULE_TEXT_FILE, (&(struct where){.file = file}), files[i]);
    }
}

/* ---- the whole ---- */

const struct templates *templates_read(const struct own_templates *own, const struct dataset *dataset,
                                       struct arena *arena, struct findings *findings, struct files_read *inputs)
{
    struct functions functions = functions_all(arena);
    struct loading r = {.compiler = {.dataset = dataset, .arena = arena, .findings = findings, .functions = &functions},
                        .dataset = dataset,
                        .arena = arena,
                        .findings = findings,
                        .inputs = inputs,
                        .templates = arena_alloc(arena, sizeof(struct templates))};
    for (const struct product *p = products; p->name; p++)
        read_template(&r, own, p->template, p->each_area);
    for (size_t i = 0; i < dataset->edition_count; i++)
        read_edition(&r, own, &dataset->editions[i]);
    report_unknown(&r);
    read_words_folder(&r, "text/", dataset->region, true);
    return r.templates;
}
