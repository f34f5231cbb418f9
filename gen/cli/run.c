/* SPDX-License-Identifier: MIT */
/* tongbao run: read, check, compute, compose, render, publish. */
#include "base/message.h"
#include "cli/commands.h"
#include "cli/composing.h"
#include "cli/documents.h"
#include "cli/previous.h"
#include "publish/data.h"
#include "publish/publish.h"
#include "render/html/html.h"
#include "render/page/fonts.h"
#include "review/review_compose.h"

#include <stdio.h>
#include <string.h>

/* A published run has all its warnings in audit.csv; the terminal gets the first. */
#define WARNINGS_SHOWN 30

/* What is said when nothing is published for faults of the input: on standard error and in DIR-核查.csv. */
static enum exit_status refuse(struct session *session)
{
    findings_sort(&session->findings);
    session_print_findings(session, SEVERITY_WARNING, 0);
    const char *dir = session->options->output;
    size_t length = strlen(dir);
    while (length > 1 && dir[length - 1] == '/')
        length--;
    const char *path = arena_format(session->arena, "%.*s-核查.csv", (int)length, dir);
    struct buffer out = {.arena = session->arena};
    data_audit(&session->findings, &out);
    const char *error = publish_file(session->arena, path, out.data, out.length);
    if (error) {
        fprintf(stderr, "%s\n", error);
        return EXIT_SYSTEM;
    }
    fprintf(stderr,
            _("输入有错误，没有发布任何文件。全部问题也写在 %s；改正后请重新运行，或加 --keep-going "
              "把被拒绝的数据格按未报处理。\n"),
            path);
    return EXIT_REFUSED;
}

static enum exit_status system_failure(const char *error)
{
    fprintf(stderr, _("%s\n没有发布任何文件。\n"), error);
    return EXIT_SYSTEM;
}

/* The tables that other programs read. */
static const struct {
    const char *path;
    void (*write)(struct engine *engine, struct period period, struct buffer *out);
} tables[] = {
    {"data/measures.csv", data_measures},
    {"data/verdicts.csv", data_verdicts},
    {"data/ranks.csv", data_ranks},
    {"data/scores.csv", data_scores},
};

static const char *write_tables(struct session *session, struct publication *publication)
{
    const char *error = NULL;
    for (size_t i = 0; i < sizeof tables / sizeof *tables && !error; i++) {
        struct arena *arena = arena_new();
        struct buffer out = {.arena = arena};
        tables[i].write(session->engine, session->period, &out);
        error = publication_write(publication, tables[i].path, out.data, out.length);
        arena_free(arena);
    }
    if (error)
        return error;
    struct buffer audit = {.arena = session->arena};
    data_audit(&session->findings, &audit);
    return publication_write(publication, "audit.csv", audit.data, audit.length);
}

/* The 复核 page, when all that it tells of has been written. */
static const char *write_review(const struct composer *composer, const struct document_job *jobs, size_t job_count,
                                const struct published *previous, struct publication *publication)
{
    struct arena *arena = arena_new();
    struct buffer out = {.arena = arena};
    struct review_file *files = NULL;
    struct review_facts facts = {.previous = previous};
    for (size_t i = 0; i < job_count; i++) {
        const struct document_job *job = &jobs[i];
        struct review_file file = {
            .path = job->path,
            .area = job->area,
            .kind = job->product->kind,
            .typeset = job->renderer->needs_fonts,
            .editable = job->renderer->editable,
            .letter = strcmp(job->product->name, "letter") == 0,
            .pages = job->notes.pages,
            .fallback_count = job->notes.fallback_count,
            .fallback = job->notes.fallback,
        };
        ARRAY_ADD(arena, files, facts.file_count, file);
    }
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        struct review_file file = {.path = tables[i].path};
        ARRAY_ADD(arena, files, facts.file_count, file);
    }
    struct review_file audit = {.path = "audit.csv"};
    ARRAY_ADD(arena, files, facts.file_count, audit);
    facts.files = files;
    html_review(review_page_compose(composer, &facts, arena), &out);
    const char *error = publication_write(publication, "index.html", out.data, out.length);
    arena_free(arena);
    return error;
}

static enum exit_status report_success(const struct session *session, size_t documents)
{
    size_t warnings = session->findings.by_severity[SEVERITY_WARNING];
    session_print_findings(session, SEVERITY_WARNING, WARNINGS_SHOWN);
    char *period = period_name(session->arena, session->period);
    if (warnings)
        printf(_("已发布 %s 的 %zu 份文件到 %s，有 %zu 处警告，详见其中的 audit.csv。\n"), period, documents,
               session->options->output, warnings);
    else
        printf(_("已发布 %s 的 %zu 份文件到 %s。\n"), period, documents, session->options->output);
    return warnings ? EXIT_WARNINGS : EXIT_CLEAN;
}

/* With the fonts loaded (or not wanted): everything into the staging folder, then in place at once. */
static enum exit_status publish_all(struct session *session, const struct composer *composer, struct document_job *jobs,
                                    size_t job_count, const struct render_context *context,
                                    const struct published *previous)
{
    const char *error = NULL;
    struct publication *publication = publication_begin(session->arena, session->options->output, &error);
    if (!publication)
        return system_failure(error);
    enum exit_status status = EXIT_CLEAN;
    error = write_tables(session, publication);
    if (!error)
        status = documents_write(composer, jobs, job_count, context, publication, session->options->jobs,
                                 &session->findings);
    if (!error && status == EXIT_CLEAN)
        error = write_review(composer, jobs, job_count, previous, publication);
    if (!error && status == EXIT_CLEAN)
        error = publication_finish(publication);
    publication_abandon(publication);
    if (error)
        return system_failure(error);
    if (status == EXIT_REFUSED)
        return refuse(session);
    return status == EXIT_CLEAN ? report_success(session, job_count) : status;
}

enum exit_status command_run(const struct options *options, struct arena *arena)
{
    struct session session;
    const char *error = NULL;
    const struct published *previous = options->previous ? previous_read(options->previous, arena, &error) : NULL;
    if (error) {
        fprintf(stderr, "%s\n", error);
        return EXIT_USAGE;
    }
    enum exit_status status = session_open(&session, options, arena);
    if (status != EXIT_CLEAN)
        return status;
    struct composer composer;
    status = composing_begin(&session, &composer);
    if (status == EXIT_REFUSED)
        return refuse(&session);
    if (status != EXIT_CLEAN)
        return status;
    size_t job_count;
    struct document_job *jobs = documents_plan(&composer, options, arena, &job_count, &error);
    if (!jobs) {
        fprintf(stderr, "%s\n", error);
        return EXIT_USAGE;
    }
    struct render_context context = {0};
    struct fonts *fonts = NULL;
    if (documents_need_fonts(jobs, job_count)) {
        fonts = composing_fonts(&session, &error);
        if (!fonts)
            return system_failure(error);
        context.fonts = fonts;
    }
    status = publish_all(&session, &composer, jobs, job_count, &context, previous);
    fonts_close(fonts);
    return status;
}
