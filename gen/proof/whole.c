/* SPDX-License-Identifier: MIT */
#include "proof/whole.h"

#include "base/message.h"
#include "proof/measures.h"
#include "proof/outside.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* One document under way. */
struct reading {
    const struct proof *proof;
    const struct proof_figures *figures;
    const struct proof_file *file;
    struct arena *arena;
    bool of_many; /* proof_of_many */
    bool *unread; /* set when there is no pdftotext */
};

static const char *wrong(const struct reading *r, const char *what)
{
    return arena_format(r->arena, _("文件的内容和发布的数对不上：'%s'，%s。"), r->file->path, what);
}

/* ---- figures in sentences ---- */

static bool may_say(const struct reading *r, const struct indicator *indicator, const char *figure)
{
    const struct dataset *d = r->proof->composer->dataset;
    for (size_t i = 0; i < d->area_count; i++) {
        const struct area *area = &d->areas[i];
        bool near = r->of_many || area->role == ROLE_REFERENCE || proof_is_above(area, r->file->area);
        if (near && r->figures->known(r->figures->context, indicator, area, figure))
            return true;
    }
    return proof_of_target(r->proof, indicator, r->of_many ? NULL : r->file->area, false, figure) ||
           proof_written(r->proof, r->file, figure, r->arena);
}

/* 工业投资19.64亿元: a figure directly behind a name, with the indicator's unit directly behind it. */
static const char *check_sentence(const struct reading *r, const char *text)
{
    for (const char *at = text; *at;) {
        const struct name *name = proof_name_at(r->proof, at);
        char figure[FIGURE_MOST];
        if (!name) {
            text_next(&at);
            continue;
        }
        at += name->length;
        if (!name->indicator || *at < '0' || *at > '9' || !proof_figure(at, figure))
            continue;
        const char *unit = text_compact(r->arena, name->indicator->unit);
        bool counted = *unit && text_starts(at + strspn(at, "0123456789."), unit);
        if (counted && !may_say(r, name->indicator, figure))
            return wrong(r, arena_format(r->arena, _("“%s”的“%s”不是%s的数"), name->indicator->name, figure,
                                         r->file->area->name));
    }
    return NULL;
}

/* ---- a page or sheet ---- */

static const char *check_found(void *context, const struct found *found)
{
    const struct reading *r = context;
    const struct indicator *indicator;
    const char *error = NULL;
    for (size_t i = 0; i < found->cell_count && !error; i++) {
        const char *text = found->cells[i].text;
        const struct area *stranger = r->of_many ? NULL : proof_stranger(r->proof, r->file, text, r->arena);
        error = stranger ? wrong(r, arena_format(r->arena, _("“%s”里有别的地区“%s”"), text_excerpt(r->arena, text),
                                                 stranger->name))
                         : check_sentence(r, text);
    }
    const struct found_cell *cell =
        r->of_many || error ? NULL : proof_wrong_cell(r->proof, r->figures, r->file, found, &indicator);
    if (cell)
        error = wrong(r, arena_format(r->arena, _("“%s”一行的“%s”不是%s的数"), indicator->name,
                                      text_shown(r->arena, cell->text), r->file->area->name));
    return error;
}

static const char *check_text(struct reading *r, const struct buffer *text)
{
    struct found found = {.arena = r->arena, .text = {.arena = r->arena}};
    found_read_text(&found, buffer_text(text), text->length);
    return check_found(r, &found);
}

static const char *check_rtf(struct reading *r, const struct buffer *bytes)
{
    struct found found = {.arena = r->arena, .text = {.arena = r->arena}};
    found_read_rtf(&found, buffer_text(bytes), bytes->length);
    return check_found(r, &found);
}

static const char *check_document(struct reading *r, const char *path)
{
    struct buffer bytes = {.arena = r->arena}, text = {.arena = r->arena};
    if (!outside_read(path, &bytes))
        return errno == ENOENT ? NULL
                               : arena_format(r->arena, _("读不出这份文件的全文：'%s'（%s）"),
                                              text_shown(r->arena, path), strerror(errno));
    const char *error = proof_check(r->proof, r->file, buffer_text(&bytes), bytes.length, r->arena);
    if (error)
        return error;
    if (text_ends(path, ".xlsx"))
        return outside_book(path, r->arena, check_found, r);
    if (text_ends(path, ".rtf"))
        return check_rtf(r, &bytes);
    if (!text_ends(path, ".pdf"))
        return check_text(r, &bytes);
    if (*r->unread)
        return NULL;
    error = outside_pdf(path, &text, r->unread);
    return error || *r->unread ? error : check_text(r, &text);
}

const char *proof_whole(const struct proof *proof, const char *dir, const struct proof_file *files, size_t count,
                        bool *unread, struct arena *arena)
{
    struct buffer table = {.arena = arena};
    const char *path = arena_format(arena, "%s/data/measures.csv", dir), *error = NULL;
    *unread = false;
    if (!outside_read(path, &table))
        return arena_format(arena, _("读不出这份文件的全文：'%s'（%s）"), text_shown(arena, path), strerror(errno));
    buffer_add(&table, "");
    struct proof_figures figures = proof_published(proof->composer->dataset, table.data, arena);
    for (size_t i = 0; i < count && !error; i++) {
        struct arena *own = arena_new();
        struct reading r = {.proof = proof, .figures = &figures, .file = &files[i], .arena = own, .unread = unread};
        r.of_many = proof_of_many(proof, &files[i]);
        error = check_document(&r, arena_format(own, "%s/%s", dir, files[i].path));
        error = error ? arena_string(arena, error) : NULL;
        arena_free(own);
    }
    return error;
}
