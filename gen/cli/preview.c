/* SPDX-License-Identifier: MIT */
/* tongbao preview: one look at a document, on the terminal or in one file; nothing is published. */
#include "base/message.h"
#include "base/text.h"
#include "check/editions.h"
#include "cli/commands.h"
#include "cli/composing.h"
#include "cli/documents.h"
#include "cli/watch.h"
#include "publish/single.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* ---- which documents, and into what ---- */

static const struct product *product_named(const char *name, bool each_area)
{
    const struct product *p = products;
    while (p->name && (p->each_area != each_area || strcmp(p->name, name) != 0))
        p++;
    return p->name ? p : NULL;
}

/* --document, or what stands first in the table. */
static const char *document_name(const struct options *options)
{
    return options->document ? options->document : products[0].name;
}

/* All documents of one name are of one kind; what documents.csv names is a bulletin. */
static enum document_kind document_kind_of(const struct options *options)
{
    const struct product *p = products;
    while (p->name && strcmp(p->name, document_name(options)) != 0)
        p++;
    return p->name ? p->kind : DOCUMENT_BULLETIN;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* By the file name's extension, or what a terminal can show. NULL when there is none for this kind of document. */
static const struct renderer *renderer_of(const struct options *options)
{
    const char *base = options->output ? base_name(options->output) : "";
    const char *dot = strrchr(base, '.');
    const char *extension = dot && dot > base ? dot + 1 : "";
    const struct renderer *r = renderers;
    while (r->name &&
           !(r->makes[document_kind_of(options)] && (options->output ? strcmp(r->name, extension) == 0 : r->terminal)))
        r++;
    return r->name ? r : NULL;
}

static const char *extensions_of(enum document_kind kind, struct arena *arena)
{
    struct buffer names = {.arena = arena};
    for (const struct renderer *r = renderers; r->name; r++)
        if (r->makes[kind])
            buffer_format(&names, "%s.%s", names.length ? _("、") : "", r->name);
    return buffer_text(&names);
}

/* What is wrong with the options together, which can be told before anything is read. */
static const char *check_options(const struct options *options, struct arena *arena)
{
    if (options->output && options->area_count > 1)
        return _("--output 只写一个文件，写了不止一个地区；请只留一个 --area，或去掉 --output 在屏幕上看");
    if (!renderer_of(options))
        return arena_format(arena, _("这种文件的名字应以 %s 结尾：'%s'"),
                            extensions_of(document_kind_of(options), arena), options->output);
    return NULL;
}

/* Of the bulletins that documents.csv names, the one asked for, else the first that the period has, else the first. */
static const struct edition *edition_of(const struct options *options, const struct dataset *dataset,
                                        struct period period)
{
    const struct edition *edition = edition_named(dataset, document_name(options));
    for (size_t i = 0; i < dataset->edition_count && !edition; i++)
        if (edition_is_due(&dataset->editions[i], period))
            edition = &dataset->editions[i];
    return edition || !dataset->edition_count ? edition : &dataset->editions[0];
}

static const char *no_such_document(const struct options *options, const struct dataset *dataset,
                                    const struct area *area, struct arena *arena)
{
    struct strings names = {0};
    if (product_named(document_name(options), area == dataset->region) ||
        edition_named(dataset, document_name(options)))
        return arena_format(arena, _("%s 没有 %s 这种文件；全区域的不写 --area，一个县的用 --area 指明"), area->name,
                            document_name(options));
    strings_add(&names, arena, products_names(arena));
    for (size_t i = 0; i < dataset->edition_count; i++)
        strings_add(&names, arena, dataset->editions[i].name);
    return arena_format(arena, _("没有这种文件，可选 %s：'%s'"), strings_join(&names, arena, "、"),
                        document_name(options));
}

static struct document_job job_of(const struct options *options, const struct session *session, const struct area *area)
{
    const struct dataset *d = session->dataset;
    bool named = area == d->region && edition_named(d, document_name(options));
    struct document_job job = {.product =
                                   product_named(named ? products[0].name : document_name(options), area != d->region),
                               .renderer = renderer_of(options),
                               .area = area};
    if (job.product && job.product->editions)
        job.edition = edition_of(options, d, session->period);
    return job;
}

/* One document for each --area, else the region's. NULL with *error set to a complete sentence. */
static struct document_job *plan(const struct options *options, const struct session *session, struct arena *arena,
                                 size_t *count, const char **error)
{
    const struct dataset *dataset = session->dataset;
    struct document_job *jobs = NULL;
    *count = 0;
    const struct area *const *areas = documents_areas(dataset, options, arena, error);
    for (size_t i = 0; !*error && i < (options->area_count ? options->area_count : 1); i++) {
        const struct area *area = options->area_count ? areas[i] : dataset->region;
        struct document_job job = job_of(options, session, area);
        if (!job.product)
            *error = no_such_document(options, dataset, area, arena);
        ARRAY_ADD(arena, jobs, *count, job);
    }
    return *error ? NULL : jobs;
}

/* ---- rendering ---- */

/* What readers get is Chinese whatever the user's language. NULL, or a complete sentence. */
static const char *render(const struct composer *composer, const struct document_job *jobs, size_t count,
                          const struct render_context *context, struct findings *faults, struct buffer *out)
{
    const char *error = NULL;
    struct characters *characters = characters_new(composer->dataset->folder, context->fonts, out->arena);
    setlocale(LC_MESSAGES, "C");
    for (size_t i = 0; i < count && !error; i++) {
        if (i)
            buffer_add(out, "\n");
        error = documents_render(composer, &jobs[i], context, characters, faults, out);
    }
    setlocale(LC_MESSAGES, "");
    return error;
}

static void clear_screen(const struct options *options)
{
    if (!options->watch || !isatty(STDOUT_FILENO))
        return;
    fputs("\033[H\033[2J\033[3J", stdout); /* what has scrolled off too: the text begins at the top */
    fflush(stdout);
}

static enum exit_status refuse(const struct session *session)
{
    clear_screen(session->options);
    session_print_findings(session, stderr, SEVERITY_WARNING, 0);
    fputs(_("输入有错误，没有预览；请按上面各条改正。\n"), stderr);
    return session_refused(session);
}

/* The text on standard output, or the file in place; then the warnings, so that they are last on the screen. */
static enum exit_status show(const struct session *session, const struct buffer *out, struct single_memory *memory)
{
    const struct options *options = session->options;
    clear_screen(options);
    if (options->output) {
        const char *error = NULL;
        enum publish_state state =
            single_write(session->arena, options->output, out->data, out->length, memory, &error);
        if (state != PUBLISH_GOOD) {
            fprintf(stderr, "%s\n", error);
            return state == PUBLISH_REFUSED ? EXIT_USAGE : EXIT_SYSTEM;
        }
        printf(_("已写好 %s。\n"), options->output);
    } else {
        fwrite(out->data, 1, out->length, stdout);
    }
    fflush(stdout);
    session_print_findings(session, stderr, SEVERITY_WARNING, 0);
    return session->findings.by_severity[SEVERITY_WARNING] ? EXIT_WARNINGS : EXIT_CLEAN;
}

/* With what is wanted known: the fonts when it is a PDF, the document, and the showing of it. */
static enum exit_status render_and_show(struct session *session, const struct composer *composer,
                                        const struct document_job *jobs, size_t count, struct single_memory *memory)
{
    const char *error = NULL;
    struct fonts *fonts = NULL;
    if (documents_need_fonts(jobs, count) && !(fonts = composing_fonts(session, &error))) {
        fprintf(stderr, "%s\n", error);
        return EXIT_SYSTEM;
    }
    struct render_context context = {.fonts = fonts};
    struct buffer out = {.arena = session->arena};
    error = render(composer, jobs, count, &context, &session->findings, &out);
    fonts_close(fonts);
    if (error) {
        fprintf(stderr, "%s\n", error);
        return EXIT_REFUSED;
    }
    if (session->findings.by_severity[SEVERITY_ERROR])
        return refuse(session);
    return show(session, &out, memory);
}

/* Reads, checks, computes, composes, renders, shows: once. */
static enum exit_status preview(const struct options *options, struct arena *arena, void *memory)
{
    struct session session;
    enum exit_status status = session_open(&session, options, arena);
    if (status != EXIT_CLEAN)
        return status;
    struct composer composer;
    status = composing_begin(&session, &composer);
    if (status == EXIT_REFUSED)
        return refuse(&session);
    if (status != EXIT_CLEAN)
        return status;
    const char *error;
    size_t count;
    const struct document_job *jobs = plan(options, &session, arena, &count, &error);
    if (!jobs) {
        fprintf(stderr, "%s\n", error);
        return EXIT_USAGE;
    }
    return render_and_show(&session, &composer, jobs, count, memory);
}

enum exit_status command_preview(const struct options *options, struct arena *arena)
{
    const char *error = check_options(options, arena);
    if (!error && options->output)
        error = single_refusal(arena, options->output, options->input);
    if (error) {
        fprintf(stderr, "%s\n", error);
        return EXIT_USAGE;
    }
    struct single_memory memory = {0};
    if (!options->watch)
        return preview(options, arena, &memory);
    struct watch_round round = {preview, &memory, options->output ? base_name(options->output) : NULL};
    return watch_rounds(options, &round);
}
