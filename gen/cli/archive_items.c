/* SPDX-License-Identifier: MIT */
/* The documents of a publication as an archive lists them. */
#include "base/message.h"
#include "check/editions.h"
#include "cli/archive.h"
#include "cli/documents.h"
#include "document/document.h"
#include "publish/bytes.h"
#include "template/compose.h"

#include <ctype.h>
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

/* Of a PDF as the program writes it: its page objects stand in it as they are, not packed away in streams. */
static long count_pages(const struct buffer *pdf)
{
    static const char mark[] = "/Type /Page";
    size_t length = strlen(mark);
    long pages = 0;
    const char *at = pdf->data, *end = pdf->data + pdf->length;
    while (at && (at = memmem(at, (size_t)(end - at), mark, length))) {
        at += length;
        pages += at < end && !isalpha((unsigned char)*at);
    }
    return pages;
}

static bool is_listed(const struct archive_work *work, const char *path)
{
    const struct listing *listing = &work->issue.holding.listing;
    for (size_t i = 0; i < listing->count; i++)
        if (strcmp(listing->items[i].path, path) == 0)
            return true;
    return false;
}

/* The path without its ending, and the dot. */
static const char *stem_of(struct arena *arena, const char *path)
{
    return arena_string_n(arena, path, (size_t)(strrchr(path, '.') - path));
}

/* Fills in the pages and the files. False, with the sentence printed, when one can't be read. */
static bool look_at_files(struct archive_work *work, const char *stem, struct archive_item *item)
{
    struct strings files = {0};
    for (const struct renderer *r = renderers; r->name; r++) {
        const char *path = arena_format(work->arena, "%s.%s", stem, r->name);
        if (is_listed(work, path))
            strings_add(&files, work->arena, path);
    }
    item->files = strings_join(&files, work->arena, " ");
    const char *path = arena_format(work->arena, "%s.pdf", stem);
    if (!is_listed(work, path))
        return true;
    struct arena *arena = arena_new();
    struct buffer pdf = {.arena = arena};
    bool good = bytes_read(work->issue.folder, path, &pdf);
    item->pages = good ? count_pages(&pdf) : 0;
    if (!good)
        fprintf(stderr, _("文件读不出来：'%s'（%s）\n"), text_line(work->arena, path), strerror(errno));
    arena_free(arena);
    return good;
}

static struct archive_item compose_item(struct archive_work *work, const struct product *product,
                                        const struct edition *edition, const struct area *area)
{
    struct findings faults = {.arena = work->arena};
    const struct document *document = product_compose(product, edition, &work->composer, area, work->arena, &faults);
    const struct day *day = &work->composer.issued;
    const char *issuer = work->session.dataset->settings.issuer;
    return (struct archive_item){
        .issuer = issuer ? issuer : document->author,
        .number = document->doc_number,
        .title = document->title,
        .date = arena_format(work->arena, "%04d%02d%02d", day->year, day->month, day->day),
        .files = "",
    };
}

/* Bulletins and letters; a workbook is an annex to one, and stands by itself only when there are no others. */
static bool add_items(struct archive_work *work, const struct document_job *jobs, size_t job_count,
                      enum document_kind kind, struct archive_item **items, size_t *count)
{
    const char *last = "";
    for (size_t i = 0; i < job_count; i++) {
        const struct document_job *job = &jobs[i];
        const char *stem = stem_of(work->arena, job->path);
        if (job->product->kind != kind || strcmp(stem, last) == 0)
            continue;
        last = stem;
        struct archive_item item = compose_item(work, job->product, job->edition, job->area);
        if (!look_at_files(work, stem, &item))
            return false;
        ARRAY_ADD(work->arena, *items, *count, item);
    }
    return true;
}

const struct archive_item *archive_items(struct archive_work *work, size_t *count)
{
    const char *error;
    struct archive_item *items = NULL;
    size_t job_count;
    *count = 0;
    struct document_job *jobs = documents_plan(&work->composer, &work->options, work->arena, &job_count, &error);
    if (!jobs) {
        fprintf(stderr, "%s\n", error);
        return NULL;
    }
    setlocale(LC_MESSAGES, "C"); /* what is archived is Chinese */
    bool good = add_items(work, jobs, job_count, DOCUMENT_BULLETIN, &items, count) &&
                (*count || add_items(work, jobs, job_count, DOCUMENT_WORKBOOK, &items, count));
    if (good && !*count) { /* tables alone: they are those of the region's bulletin */
        struct archive_item item = compose_item(work, &products[0], NULL, work->session.dataset->region);
        ARRAY_ADD(work->arena, items, *count, item);
    }
    setlocale(LC_MESSAGES, "");
    return good ? items : NULL;
}
