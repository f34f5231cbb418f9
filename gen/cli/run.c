/* SPDX-License-Identifier: MIT */
/* tongbao run: read, check, compute, compose, render, publish. */
#include "base/message.h"
#include "cli/commands.h"
#include "cli/composing.h"
#include "cli/documents.h"
#include "cli/previous.h"
#include "cli/proofs.h"
#include "cli/run_record.h"
#include "cli/told.h"
#include "cli/workers.h"
#include "publish/confine.h"
#include "publish/data.h"
#include "publish/place.h"
#include "publish/publish.h"
#include "publish/record.h"
#include "publish/refusal.h"
#include "publish/tenant.h"
#include "render/html/html.h"
#include "render/page/fonts.h"
#include "review/review_compose.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

/* A published run has all its warnings in audit.csv; the terminal gets the first. */
#define WARNINGS_SHOWN 30

/* What is said when nothing is published for faults of the input: on standard error and in DIR-核查.csv. */
static enum exit_status refuse(struct session *session)
{
    findings_sort(&session->findings);
    session_print_findings(session, stderr, SEVERITY_WARNING, 0);
    struct buffer out = {.arena = session->arena};
    data_audit(&session->findings, &out);
    const char *path, *taken;
    const char *error = refusal_write(session->arena, session->options->output, &out, &path, &taken);
    if (error) {
        fprintf(stderr, "%s\n", error);
        return EXIT_SYSTEM;
    }
    if (taken)
        fprintf(stderr, _("'%s' 不是本程序写的，或被改过，没有覆盖；不用了请移走。\n"), taken);
    fprintf(stderr,
            _("输入有错误，没有发布任何文件。全部问题也写在 %s；改正后请重新运行，或加 --keep-going "
              "把被拒绝的数据格按未报处理。\n"),
            path);
    return session_refused(session);
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
    {"data/measures.csv", data_measures}, {"data/verdicts.csv", data_verdicts}, {"data/ranks.csv", data_ranks},
    {"data/scores.csv", data_scores},     {"data/ledger.csv", data_ledger},
};

/* Where an earlier issue was named. */
#define CHANGES "data/changes.csv"
/* And the others that every run writes, beside RECORD. */
#define AUDIT "audit.csv"
#define REVIEW "index.html"

/* A run with everything known: what it writes, and of what. */
struct work {
    struct session *session;
    const struct composer *composer;
    struct document_job *jobs;
    size_t job_count;
    const struct render_context *context;
    const struct proofs *proofs;
};

static const char *write_changes(const struct work *work, struct publication *publication)
{
    struct buffer out = {.arena = work->session->arena};
    if (!work->composer->revision)
        return NULL;
    data_changes(work->composer->revision, work->session->period, &out);
    return publication_write(publication, CHANGES, out.data, out.length);
}

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
    return publication_write(publication, AUDIT, audit.data, audit.length);
}

/* When all else has been written: then it is known that the fonts have stayed as they were. */
static const char *write_record(const struct work *work, struct publication *publication)
{
    struct buffer out = {.arena = work->session->arena};
    const char *error = run_record(work->session, work->composer, work->context->fonts, &out);
    return error ? error : publication_write(publication, RECORD, out.data, out.length);
}

/* The 复核 page, when all that it tells of has been written. */
static const char *write_review(const struct work *work, struct publication *publication)
{
    struct arena *arena = arena_new();
    struct buffer out = {.arena = arena};
    struct review_file *files = NULL;
    struct review_facts facts = {.mark = tenant_mark(arena, work->session->dataset, work->session->period)};
    for (size_t i = 0; i < work->job_count; i++) {
        const struct document_job *job = &work->jobs[i];
        struct review_file file = {
            .path = job->path,
            .area = job->area,
            .kind = job->product->kind,
            .typeset = job->renderer->needs_fonts,
            .editable = job->renderer->editable,
            .targets = strcmp(job->product->name, "targets") == 0,
            .letter = strcmp(job->product->name, "letter") == 0,
            .correction = strcmp(job->product->name, "correction") == 0,
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
    struct review_file changes = {.path = CHANGES};
    if (work->composer->revision)
        ARRAY_ADD(arena, files, facts.file_count, changes);
    struct review_file audit = {.path = AUDIT}, record = {.path = RECORD};
    ARRAY_ADD(arena, files, facts.file_count, audit);
    ARRAY_ADD(arena, files, facts.file_count, record);
    facts.files = files;
    html_review(review_page_compose(work->composer, &facts, arena), &out);
    const char *error = publication_write(publication, REVIEW, out.data, out.length);
    arena_free(arena);
    return error;
}

static enum exit_status report_success(const struct session *session, size_t documents, const char *kept)
{
    size_t warnings = session->findings.by_severity[SEVERITY_WARNING];
    session_print_findings(session, stderr, SEVERITY_WARNING, WARNINGS_SHOWN);
    const char *period = period_told(session->arena, session->period);
    if (warnings)
        printf(_("已发布 %s 的 %zu 份文件到 %s，有 %zu 处警告，详见其中的 audit.csv。\n"), period, documents,
               session->options->output, warnings);
    else
        printf(_("已发布 %s 的 %zu 份文件到 %s。\n"), period, documents, session->options->output);
    if (kept)
        printf(_("原来的文件夹改名为 %s。\n"), kept);
    return warnings ? EXIT_WARNINGS : EXIT_CLEAN;
}

/* ---- the order ---- */

/* The tables, the page and the record, which every run may write. */
static bool is_no_document(const char *path)
{
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (strcmp(tables[i].path, path) == 0)
            return true;
    return strcmp(path, CHANGES) == 0 || strcmp(path, AUDIT) == 0 || strcmp(path, REVIEW) == 0 ||
           strcmp(path, RECORD) == 0;
}

static bool may_write(const void *context, const char *path)
{
    const struct work *work = context;
    return is_no_document(path) || documents_may_have(work->composer, path);
}

static bool leaves_out(const void *context, const char *path)
{
    const struct work *work = context;
    return !is_no_document(path) && documents_left_out(work->composer, work->session->options, path);
}

static const char *read_proof(const void *context, const char *path, const void *bytes, size_t length,
                              struct arena *arena)
{
    const struct work *work = context;
    return proofs_check(work->proofs, path, bytes, length, arena);
}

static struct publish_order order_of(const struct work *work)
{
    const struct options *options = work->session->options;
    return (struct publish_order){
        .dir = options->output,
        .dataset = work->session->dataset,
        .period = work->session->period,
        .page_lead = HTML_LEAD,
        .may_write = may_write,
        .leaves_out = options->area_count || options->only_count ? leaves_out : NULL,
        .proof = read_proof,
        .context = work,
        .keep_old = options->keep_old,
    };
}

/* ---- publishing ---- */

/* What is wrong with the place, not with the input. */
static enum exit_status not_published(enum publish_state state, const char *sentence)
{
    if (state == PUBLISH_FAILED)
        return system_failure(sentence);
    fprintf(stderr, "%s\n", sentence);
    return EXIT_USAGE;
}

/* What all processes but the guard do: everything into the staging folder, then in place at once. */
static enum exit_status publish(const struct work *work, struct publication *publication)
{
    struct session *session = work->session;
    enum exit_status status = EXIT_CLEAN;
    enum publish_state state = PUBLISH_FAILED;
    if (!confine_possible())
        fputs(_("提示：本机内核没有（或关闭了）Landlock，写文件的工作进程未与其他文件隔离；结果不受影响。\n"), stderr);
    const char *error = write_tables(session, publication);
    if (!error)
        error = write_changes(work, publication);
    if (!error)
        status = workers_write(work->composer, work->jobs, work->job_count, work->context, publication,
                               session->options->jobs, &session->findings);
    if (!error && status == EXIT_CLEAN)
        error = write_review(work, publication);
    if (!error && status == EXIT_CLEAN)
        error = write_record(work, publication);
    if (!error && status == EXIT_CLEAN)
        state = publication_finish(publication, &error);
    publication_abandon(publication);
    fputs(publication_notes(publication), stderr);
    if (error)
        return not_published(state, error);
    if (status == EXIT_REFUSED)
        return refuse(session);
    if (status != EXIT_CLEAN)
        return status;
    refusal_clear(session->arena, session->options->output);
    return report_success(session, work->job_count, publication_kept(publication));
}

static enum exit_status publish_guarded(const struct work *work)
{
    const char *error = NULL;
    struct publish_order order = order_of(work);
    struct publication *publication;
    enum publish_state state = publication_begin(work->session->arena, &order, &publication, &error);
    fputs(publication_notes(publication), stderr);
    if (state != PUBLISH_GOOD)
        return not_published(state, error);
    int ended;
    if (publication_guard(publication, &ended))
        return ended < 0 ? EXIT_SYSTEM : (enum exit_status)ended;
    return publish(work, publication);
}

enum exit_status command_run(const struct options *options, struct arena *arena)
{
    struct session session;
    signal(SIGPIPE, SIG_IGN); /* who stops reading what is said doesn't stop what is written */
    const char *error = place_refusal(arena, options->output, options->input);
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
    status = previous_compare(&session, &composer);
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
    struct work work = {.session = &session,
                        .composer = &composer,
                        .jobs = jobs,
                        .job_count = job_count,
                        .context = &context,
                        .proofs = proofs_new(&composer, jobs, job_count, arena)};
    status = publish_guarded(&work);
    fonts_close(fonts);
    return status;
}
