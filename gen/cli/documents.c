/* SPDX-License-Identifier: MIT */
#include "cli/documents.h"

#include "base/message.h"
#include "base/text.h"
#include "check/editions.h"
#include "check/names.h"
#include "template/compose.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

/* ---- the plan ---- */

bool documents_want(const struct options *options, const struct settings *settings, const struct renderer *renderer)
{
    if (!options->only_count)
        return renderer->usual || (renderer->editable && settings->draft);
    for (size_t i = 0; i < options->only_count; i++)
        if (strcmp(options->only[i], renderer->name) == 0)
            return true;
    return false;
}

static const char *why_no_area(enum name_match match, const char *name, struct arena *arena)
{
    return arena_format(arena,
                        match == NAME_MANY ? _("叫这个名称的地区不止一个，请改写 areas.csv 里的代码：'%s'")
                                           : _("没有这个地区，请写 areas.csv 里的代码或名称：'%s'"),
                        name);
}

const struct area *const *documents_areas(const struct dataset *dataset, const struct options *options,
                                          struct arena *arena, const char **error)
{
    const struct area **areas = arena_alloc(arena, (options->area_count + 1) * sizeof *areas);
    *error = NULL;
    for (size_t i = 0; i < options->area_count && !*error; i++) {
        enum name_match match = names_find_area(dataset, options->areas[i], &areas[i]);
        if (!areas[i] || areas[i]->role == ROLE_REFERENCE)
            *error = why_no_area(match, options->areas[i], arena);
    }
    return *error ? NULL : areas;
}

static bool is_among(const struct area *area, const struct area *const *areas, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (areas[i] == area)
            return true;
    return false;
}

/* Behind the name of a workbook, where a bulletin has the plain one. */
#define BOOK "-工作簿"

/* Two names that differ only in case are one file on some systems. */
static const char *unused_path(const struct document_job *jobs, size_t count, struct arena *arena, const char *stem,
                               const char *extension)
{
    const char *path = arena_format(arena, "%s.%s", stem, extension);
    for (int n = 2;; n++) {
        size_t i = 0;
        while (i < count && strcasecmp(jobs[i].path, path) != 0)
            i++;
        if (i == count)
            return path;
        path = arena_format(arena, "%s-%d.%s", stem, n, extension);
    }
}

static const char *period_in_name(const struct composer *composer, struct arena *arena)
{
    return publish_clean_name(arena, period_name(arena, composer->period));
}

static const char *stem_of(const struct product *product, const struct edition *edition, const struct area *area,
                           const char *period, struct arena *arena)
{
    if (!product->each_area)
        return arena_format(arena, "%s-%s", edition ? publish_clean_name(arena, edition->name) : product->stem, period);
    const char *name = publish_area_name(arena, area->code, area->name, period);
    return *product->folder ? arena_format(arena, "%s/%s", product->folder, name) : name;
}

struct plan {
    const struct composer *composer;
    const struct options *options;
    struct arena *arena;
    const char *period; /* in a file's name */
    struct document_job *jobs;
    size_t count;
};

/* What is always a draft can be edited wherever it is made at all. */
static bool is_wanted(const struct plan *plan, const struct product *product, const struct renderer *renderer)
{
    if (documents_want(plan->options, &plan->composer->dataset->settings, renderer))
        return true;
    return product->drafted && renderer->editable && !plan->options->only_count;
}

/* A file for each renderer. */
static void plan_document(struct plan *plan, const struct product *product, const struct edition *edition,
                          const struct area *area)
{
    for (const struct renderer *r = renderers; r->name; r++) {
        if (!r->makes[product->kind] || !is_wanted(plan, product, r))
            continue;
        const char *stem = stem_of(product, edition, area, plan->period, plan->arena);
        if (product->kind == DOCUMENT_WORKBOOK && r->makes[DOCUMENT_BULLETIN])
            stem = arena_format(plan->arena, "%s" BOOK, stem); /* the bulletin has the plain name */
        struct document_job job = {.product = product, .edition = edition, .renderer = r, .area = area};
        job.path = unused_path(plan->jobs, plan->count, plan->arena, stem, r->name);
        ARRAY_ADD(plan->arena, plan->jobs, plan->count, job);
    }
}

static void plan_product(struct plan *plan, const struct product *product, const struct area *area)
{
    const struct dataset *d = plan->composer->dataset;
    if (product->due && !product->due(plan->composer, area))
        return;
    if (!product->editions || !d->edition_count)
        plan_document(plan, product, NULL, area);
    for (size_t i = 0; product->editions && i < d->edition_count; i++)
        if (edition_is_due(&d->editions[i], plan->composer->period))
            plan_document(plan, product, &d->editions[i], area);
}

struct document_job *documents_plan(const struct composer *composer, const struct options *options, struct arena *arena,
                                    size_t *count, const char **error)
{
    const struct dataset *d = composer->dataset;
    struct plan plan = {
        composer, options, arena, period_in_name(composer, arena), arena_alloc(arena, sizeof *plan.jobs), 0};
    const struct area *const *areas = documents_areas(d, options, arena, error);
    if (!areas)
        return NULL;
    for (size_t a = 0; a < d->area_count; a++) {
        const struct area *area = &d->areas[a];
        if (area->role == ROLE_REFERENCE || (options->area_count && !is_among(area, areas, options->area_count)))
            continue;
        for (const struct product *p = products; p->name; p++)
            if (p->each_area == (area != d->region))
                plan_product(&plan, p, area);
    }
    *count = plan.count;
    return plan.jobs;
}

/* Whether what stands behind a document's name is what the plan puts there: that it is a workbook, or a number where
 * two would have one name. */
static bool is_tail(const char *tail)
{
    if (text_starts(tail, BOOK))
        tail += strlen(BOOK);
    if (*tail == '-' && tail[1])
        tail += 1 + strspn(tail + 1, "0123456789");
    return !*tail;
}

/* Whether `name`, without its extension, is of this period: <stem>-<period>. */
static bool is_of_period(const struct composer *composer, const char *name, struct arena *arena)
{
    const char *mark = arena_format(arena, "-%s", period_in_name(composer, arena));
    for (const char *at = strstr(name, mark); at; at = strstr(at + 1, mark))
        if (at > name && is_tail(at + strlen(mark)))
            return true;
    return false;
}

/* A file of the area, whatever its kind; a second one of the same name has a number behind it. What stands beside the
 * folders is the region's. */
static bool names_area(const struct composer *composer, const struct area *area, const char *path, struct arena *arena)
{
    const char *period = period_in_name(composer, arena);
    if (area == composer->dataset->region)
        return !strchr(path, '/');
    for (const struct product *p = products; p->name; p++) {
        if (!p->each_area)
            continue;
        const char *stem = stem_of(p, NULL, area, period, arena);
        if (strncmp(path, stem, strlen(stem)) == 0)
            return true;
    }
    return false;
}

/* Whether `name`, without its extension, is one of an area's documents: <code>-<name>-<period>. One so long that its
 * period was cut off is told by the areas that there are. */
static bool may_name(const struct composer *composer, const struct product *product, const char *name,
                     struct arena *arena)
{
    const struct dataset *d = composer->dataset;
    const char *period = period_in_name(composer, arena);
    if (is_of_period(composer, name, arena))
        return true;
    for (size_t a = 0; a < d->area_count; a++) {
        const char *stem = stem_of(product, NULL, &d->areas[a], period, arena) + strlen(product->folder) + 1;
        if (strncmp(name, stem, strlen(stem)) == 0 && is_tail(name + strlen(stem)))
            return true;
    }
    return false;
}

/* A bulletin of the region may have a name that documents.csv has no more. */
static bool product_may_have(const struct composer *composer, const struct product *product, const char *path,
                             struct arena *arena)
{
    size_t folder = strlen(product->folder);
    if (!product->each_area)
        return !strchr(path, '/') && is_of_period(composer, path, arena);
    return strncmp(path, product->folder, folder) == 0 && path[folder] == '/' && !strchr(path + folder + 1, '/') &&
           may_name(composer, product, path + folder + 1, arena);
}

static bool some_document_is(const char *extension)
{
    for (const struct renderer *r = renderers; r->name; r++)
        if (strcmp(r->name, extension) == 0)
            return r->render != NULL;
    return false;
}

bool documents_may_have(const struct composer *composer, const char *path)
{
    const char *dot = strrchr(path, '.');
    if (!dot || !some_document_is(dot + 1))
        return false;
    struct arena *arena = arena_new();
    const char *stem = arena_string_n(arena, path, (size_t)(dot - path));
    bool may = false;
    for (const struct product *p = products; p->name && !may; p++)
        may = product_may_have(composer, p, stem, arena);
    arena_free(arena);
    return may;
}

/* Whether --only, if it is given, asks for files with this extension. */
static bool kind_wanted(const struct options *options, const struct settings *settings, const char *extension)
{
    const struct renderer *r = renderers;
    while (r->name && strcmp(r->name, extension) != 0)
        r++;
    return !options->only_count || (r->name && documents_want(options, settings, r));
}

bool documents_left_out(const struct composer *composer, const struct options *options, const char *path)
{
    const struct dataset *d = composer->dataset;
    const char *dot = strrchr(path, '.'), *error;
    if (!dot || !kind_wanted(options, &d->settings, dot + 1))
        return true;
    struct arena *arena = arena_new();
    const struct area *const *areas = documents_areas(d, options, arena, &error);
    bool named = !options->area_count;
    for (size_t i = 0; areas && i < options->area_count && !named; i++)
        named = names_area(composer, areas[i], path, arena);
    arena_free(arena);
    return !named;
}

bool documents_need_fonts(const struct document_job *jobs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (jobs[i].renderer->needs_fonts)
            return true;
    return false;
}

/* ---- the work ---- */

const char *documents_render(const struct composer *composer, const struct document_job *job,
                             const struct render_context *context, struct characters *characters,
                             struct findings *faults, struct buffer *out)
{
    const struct document *document =
        product_compose(job->product, job->edition, composer, job->area, out->arena, faults);
    if (!faults->by_severity[SEVERITY_ERROR])
        characters_check(characters, document, job->renderer->needs_fonts, faults);
    return faults->by_severity[SEVERITY_ERROR] ? NULL : job->renderer->render(document, context, out);
}

/* Whether a run without options sets a document of the kind in type. */
static bool is_typeset(enum document_kind kind)
{
    for (const struct renderer *r = renderers; r->name; r++)
        if (r->usual && r->needs_fonts && r->makes[kind])
            return true;
    return false;
}

/* What a document says of itself outlives its arena. */
static void try_document(const struct composer *composer, struct characters *characters, const struct document_job *job,
                         struct findings *findings)
{
    const struct product *product = job->product;
    struct arena *arena = arena_new();
    struct findings faults = {.arena = findings->arena};
    const struct document *document = product_compose(product, job->edition, composer, job->area, arena, &faults);
    bool written = product->folder && (!product->due || product->due(composer, job->area));
    if (written && !faults.by_severity[SEVERITY_ERROR])
        characters_check(characters, document, is_typeset(product->kind), &faults);
    findings_merge(&faults, findings);
    arena_free(arena);
}

/* Every edition, also of other periods: its template may have a fault that would be seen too late. */
static void try_product(const struct composer *composer, struct characters *characters, const struct product *product,
                        const struct area *area, struct findings *findings)
{
    const struct dataset *d = composer->dataset;
    struct document_job job = {.product = product, .area = area};
    if (!product->editions || !d->edition_count)
        try_document(composer, characters, &job, findings);
    for (size_t i = 0; product->editions && i < d->edition_count; i++) {
        job.edition = &d->editions[i];
        try_document(composer, characters, &job, findings);
    }
}

void documents_try(const struct composer *composer, struct characters *characters, struct findings *findings)
{
    const struct dataset *d = composer->dataset;
    for (size_t a = 0; a < d->area_count; a++)
        for (const struct product *p = products; p->name; p++)
            if (d->areas[a].role == ROLE_AREA && p->each_area == (&d->areas[a] != d->region))
                try_product(composer, characters, p, &d->areas[a], findings);
}
