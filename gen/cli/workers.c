/* SPDX-License-Identifier: MIT */
#include "cli/workers.h"

#include "base/message.h"
#include "base/text.h"
#include "check/character.h"
#include "check/dataset.h"
#include "cli/report.h"
#include "publish/guard.h"
#include "template/compose.h"

#include <errno.h>
#include <locale.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static void write_document(const struct composer *composer, const struct document_job *job, size_t index,
                           const struct render_context *context, struct characters *characters,
                           struct publication *publication, int pipe_end)
{
    struct arena *arena = arena_new();
    struct buffer out = {.arena = arena};
    struct render_notes notes = {0};
    struct render_context noted = *context;
    noted.notes = &notes;
    struct findings faults = {.arena = arena};
    const char *error = documents_render(composer, job, &noted, characters, &faults, &out);
    for (size_t i = 0; i < faults.count; i++)
        if (!character_is_rule(faults.items[i].rule))
            report_tell_finding(pipe_end, index, &faults.items[i]);
    if (error || faults.by_severity[SEVERITY_ERROR]) {
        report_tell(pipe_end, REPORT_REFUSED, index, error ? error : "", &notes);
    } else {
        error = publication_write(publication, job->path, out.data, out.length);
        const char *fallback = notes.fallback ? notes.fallback : "";
        report_tell(pipe_end, error ? REPORT_FAILED : REPORT_DONE, index, error ? error : fallback, &notes);
    }
    arena_free(arena);
}

static long worker_count(long asked, size_t jobs)
{
    long workers = asked ? asked : sysconf(_SC_NPROCESSORS_ONLN);
    if (workers < 1)
        workers = 1;
    return (size_t)workers > jobs ? (long)jobs : workers;
}

/* What the workers share while they work: which job is the next to be taken, and which one each has in hand. */
struct dealing {
    _Atomic size_t next;      /* in `order` */
    _Atomic size_t in_hand[]; /* [worker]: job + 1; 0: none */
};

static size_t dealing_size(long workers)
{
    return sizeof(struct dealing) + (size_t)workers * sizeof(size_t);
}

/* The region's documents are by far the longest: begun last, one of them would be waited for alone. */
static size_t *longest_first(const struct document_job *jobs, size_t count, const struct composer *composer,
                             struct arena *arena)
{
    size_t *order = arena_alloc(arena, count * sizeof *order), at = 0;
    for (int of_areas = 0; of_areas < 2; of_areas++)
        for (size_t i = 0; i < count; i++)
            if ((jobs[i].area != composer->dataset->region) == of_areas)
                order[at++] = i;
    return order;
}

/* The run's workers and what they have before them. */
struct team {
    const struct composer *composer;
    struct document_job *jobs;
    const size_t *order; /* [count]: of the jobs */
    size_t count;
    const struct render_context *context;
    struct publication *publication;
    struct dealing *dealing; /* shared between processes */
    pid_t *members;          /* [size] */
    long size;
};

_Noreturn static void work(const struct team *team, long worker, int pipe_end)
{
    const struct composer *composer = team->composer;
    setlocale(LC_MESSAGES, "C"); /* what is published never follows the user's language */
    struct characters *characters = characters_new(NULL, team->context->fonts, composer->findings->arena);
    publication_confine(team->publication);
    for (size_t taken; (taken = atomic_fetch_add(&team->dealing->next, 1)) < team->count;) {
        size_t job = team->order[taken];
        team->dealing->in_hand[worker] = job + 1;
        write_document(composer, &team->jobs[job], job, team->context, characters, team->publication, pipe_end);
        team->dealing->in_hand[worker] = 0;
    }
    _exit(0);
}

/* Forks the workers. Returns how many were started. */
static long start_workers(struct team *team, const int pipe_ends[2])
{
    fflush(NULL); /* or the children would print what is still in our buffers */
    pid_t parent = getpid();
    for (long w = 0; w < team->size; w++) {
        team->members[w] = fork();
        if (team->members[w] < 0)
            return w;
        if (team->members[w] == 0) {
            close(pipe_ends[0]);
            guard_die_with(parent);
            work(team, w, pipe_ends[1]);
        }
    }
    return team->size;
}

/* Waits for all of them. Whether each ended well; `lost` gets the job that one which didn't had in hand. */
static bool wait_for_workers(const struct team *team, const struct document_job **lost)
{
    bool well = true;
    int state;
    for (pid_t ended; (ended = wait(&state)) > 0;) {
        if (WIFEXITED(state) && WEXITSTATUS(state) == 0)
            continue;
        well = false;
        for (long w = 0; w < team->size; w++)
            if (team->members[w] == ended && team->dealing->in_hand[w])
                *lost = &team->jobs[team->dealing->in_hand[w] - 1];
    }
    return well;
}

static void show_progress(size_t done, size_t count)
{
    if (!isatty(STDERR_FILENO) || count < 2)
        return;
    fprintf(stderr, _("\r正在写文件 %zu/%zu"), done, count);
    if (done == count)
        fputs("\r\033[K", stderr);
    fflush(stderr);
}

/* A document that cannot be rendered is a fault of the input, named by area. */
static void add_refusal(struct findings *findings, const struct document_job *job, const struct composer *composer,
                        const char *sentence)
{
    struct where where = {.area = job->area->code, .period = period_code(findings->arena, composer->period)};
    FINDING(findings, RULE_DOCUMENT_REFUSED, &where, job->area->name, arena_string(findings->arena, sentence));
}

/* What one message means for the run so far. */
static enum exit_status take_report(const struct report *report, struct document_job *jobs,
                                    const struct composer *composer, struct findings *findings, enum exit_status status)
{
    struct document_job *job = &jobs[report->job];
    switch (report->kind) {
    case REPORT_FAILED:
        if (status != EXIT_SYSTEM)
            fprintf(stderr, "%s\n", report->sentence);
        return EXIT_SYSTEM;
    case REPORT_FINDING:
        report_take_finding(report, findings);
        return status;
    case REPORT_REFUSED:
        job->refused = true;
        /* Where findings have said it all there is no sentence. */
        if (*report->sentence)
            add_refusal(findings, job, composer, report->sentence);
        return status == EXIT_SYSTEM ? status : EXIT_REFUSED;
    default:
        job->notes = (struct render_notes){report->pages, report->fallback_count,
                                           arena_string(findings->arena, report->sentence)};
        return status;
    }
}

/* Begins the team's work and takes what it reports. */
static enum exit_status run_team(struct team *team, struct findings *findings)
{
    int pipe_ends[2];
    if (pipe(pipe_ends) != 0) {
        fprintf(stderr, _("无法启动工作进程（%s），请稍后重试。\n"), strerror(errno));
        return EXIT_SYSTEM;
    }
    long started = start_workers(team, pipe_ends);
    close(pipe_ends[1]);
    enum exit_status status = EXIT_CLEAN;
    size_t done = 0;
    for (struct report report; report_read(pipe_ends[0], &report);) {
        status = take_report(&report, team->jobs, team->composer, findings, status);
        if (report.kind != REPORT_FINDING)
            show_progress(++done, team->count);
    }
    close(pipe_ends[0]);
    const struct document_job *lost = NULL;
    bool well = wait_for_workers(team, &lost) && started == team->size;
    if (status == EXIT_SYSTEM || (well && done == team->count))
        return status;
    if (lost)
        fprintf(stderr, _("写 %s（%s）时工作进程中途停止，可能是内存不足；没有发布任何文件。请减少 --jobs 后重试。\n"),
                lost->path, lost->area->name);
    else
        fputs(_("有工作进程中途停止，可能是内存不足；没有发布任何文件。请减少 --jobs 后重试。\n"), stderr);
    return EXIT_SYSTEM;
}

/* Who wrote a character that can't be printed is found in the region's files, which a worker can't open. */
static void place_characters(const struct composer *composer, const struct document_job *jobs, size_t count,
                             const struct fonts *fonts, struct findings *findings)
{
    struct characters *characters = characters_new(composer->dataset->folder, fonts, findings->arena);
    for (size_t i = 0; i < count; i++) {
        const struct document_job *job = &jobs[i];
        if (!job->refused)
            continue;
        struct arena *arena = arena_new();
        struct findings told = {.arena = arena}, faults = {.arena = findings->arena};
        const struct document *document =
            product_compose(job->product, job->edition, composer, job->area, arena, &told);
        if (!told.by_severity[SEVERITY_ERROR])
            characters_check(characters, document, job->renderer->needs_fonts, &faults);
        findings_merge(&faults, findings);
        arena_free(arena);
    }
}

enum exit_status workers_write(const struct composer *composer, struct document_job *jobs, size_t count,
                               const struct render_context *context, struct publication *publication, long workers,
                               struct findings *findings)
{
    if (!count)
        return EXIT_CLEAN;
    long size = worker_count(workers, count);
    struct dealing *dealing = mmap(NULL, dealing_size(size), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (dealing == MAP_FAILED)
        memory_exhausted();
    struct arena *arena = arena_new();
    struct team team = {.composer = composer,
                        .jobs = jobs,
                        .order = longest_first(jobs, count, composer, arena),
                        .count = count,
                        .context = context,
                        .publication = publication,
                        .dealing = dealing,
                        .members = arena_alloc(arena, (size_t)size * sizeof(pid_t)),
                        .size = size};
    enum exit_status status = run_team(&team, findings);
    arena_free(arena);
    munmap(dealing, dealing_size(size));
    if (status == EXIT_REFUSED)
        place_characters(composer, jobs, count, context->fonts, findings);
    return status;
}
