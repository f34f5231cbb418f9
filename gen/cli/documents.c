#include "cli/documents.h"

#include "base/message.h"

#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- the plan ---- */

/* Without --only: not the text, which is a preview, and what can be edited only while there is a draft to edit. */
static bool usual(const struct settings *settings, const char *renderer)
{
    if (strcmp(renderer, "rtf") == 0)
        return settings->draft;
    return strcmp(renderer, "txt") != 0;
}

static bool wanted(const struct options *options, const struct settings *settings, const char *renderer)
{
    if (!options->only_count)
        return usual(settings, renderer);
    for (size_t i = 0; i < options->only_count; i++)
        if (strcmp(options->only[i], renderer) == 0)
            return true;
    return false;
}

static bool area_is(const struct area *area, const char *name)
{
    bool same = strcmp(area->code, name) == 0 || strcmp(area->name, name) == 0;
    for (size_t i = 0; i < area->alias_count && !same; i++)
        same = strcmp(area->aliases[i], name) == 0;
    return same && area->role == ROLE_AREA;
}

static bool area_wanted(const struct options *options, const struct area *area)
{
    for (size_t i = 0; i < options->area_count; i++)
        if (area_is(area, options->areas[i]))
            return true;
    return !options->area_count;
}

static const char *unknown_area(const struct composer *composer, const struct options *options, struct arena *arena)
{
    for (size_t i = 0; i < options->area_count; i++) {
        size_t a = 0;
        while (a < composer->dataset->area_count && !area_is(&composer->dataset->areas[a], options->areas[i]))
            a++;
        if (a == composer->dataset->area_count)
            return arena_format(arena, _("没有这个地区，请写 areas.csv 里的代码或名称：'%s'"), options->areas[i]);
    }
    return NULL;
}

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

static const char *stem_of(const struct product *product, const struct area *area, const char *period,
                           struct arena *arena)
{
    if (!product->each_area)
        return arena_format(arena, "region-%s", period);
    const char *name = publish_clean_name(arena, arena_format(arena, "%s-%s-%s", area->code, area->name, period));
    return *product->folder ? arena_format(arena, "%s/%s", product->folder, name) : name;
}

struct document_job *documents_plan(const struct composer *composer, const struct options *options, struct arena *arena,
                                    size_t *count, const char **error)
{
    const struct dataset *d = composer->dataset;
    struct document_job *jobs = arena_alloc(arena, sizeof *jobs);
    *count = 0;
    *error = unknown_area(composer, options, arena);
    if (*error)
        return NULL;
    const char *period = publish_clean_name(arena, period_name(arena, composer->period));
    for (size_t a = 0; a < d->area_count; a++) {
        const struct area *area = &d->areas[a];
        if (area->role == ROLE_REFERENCE || !area_wanted(options, area))
            continue;
        for (const struct product *p = products; p->compose; p++)
            for (const struct renderer *r = renderers; r->name; r++) {
                if (p->each_area == (area == d->region) || p->kind != r->kind ||
                    !wanted(options, &d->settings, r->name))
                    continue;
                const char *stem = stem_of(p, area, period, arena);
                if (p->kind == DOCUMENT_WORKBOOK && strcmp(r->name, "txt") == 0)
                    stem = arena_format(arena, "%s-工作簿", stem); /* the bulletin's text has the plain name */
                struct document_job job = {.product = p, .renderer = r, .area = area};
                job.path = unused_path(jobs, *count, arena, stem, r->name);
                ARRAY_ADD(arena, jobs, *count, job);
            }
    }
    return jobs;
}

bool documents_need_fonts(const struct document_job *jobs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(jobs[i].renderer->name, "pdf") == 0)
            return true;
    return false;
}

/* ---- the work ---- */

/* What a worker tells of one document: done, or why not. */
enum news { NEWS_DONE = 'd', NEWS_REFUSED = 'r', NEWS_FAILED = 'f' };

struct message {
    char news;
    unsigned char ended; /* always '\n': a message that came whole */
    unsigned short job_low, job_high;
    int pages;
    size_t fallback_count;
    char sentence[1000]; /* of a document that is done: the characters from the fallback face */
};

/* As much of the text as there is room for, cut between characters. */
static void take_text(char *room, size_t size, const char *text)
{
    size_t length = strlen(text);
    if (length >= size)
        for (length = size - 1; length && ((unsigned char)text[length] & 0xC0) == 0x80;)
            length--;
    memcpy(room, text, length);
    room[length] = '\0';
}

static void tell(int pipe_end, enum news news, size_t job, const char *sentence, const struct render_notes *notes)
{
    struct message message = {.news = (char)news, .ended = '\n'};
    message.job_low = (unsigned short)(job & 0xFFFF);
    message.job_high = (unsigned short)(job >> 16);
    message.pages = notes->pages;
    message.fallback_count = notes->fallback_count;
    take_text(message.sentence, sizeof message.sentence, sentence);
    /* Below PIPE_BUF a write is whole or not at all, whichever worker writes. */
    while (write(pipe_end, &message, sizeof message) < 0 && errno == EINTR)
        ;
}

static void write_document(const struct composer *composer, const struct document_job *job, size_t index,
                           const struct render_context *context, struct publication *publication, int pipe_end)
{
    struct arena *arena = arena_new();
    struct buffer out = {.arena = arena};
    struct render_notes notes = {0};
    struct render_context noted = *context;
    noted.notes = &notes;
    const struct document *document = job->product->compose(composer, job->area, arena);
    const char *error = job->renderer->render(document, &noted, &out);
    if (error) {
        tell(pipe_end, NEWS_REFUSED, index, error, &notes);
    } else {
        error = publication_write(publication, job->path, out.data, out.length);
        const char *fallback = notes.fallback ? notes.fallback : "";
        tell(pipe_end, error ? NEWS_FAILED : NEWS_DONE, index, error ? error : fallback, &notes);
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

/* Forks the workers; each takes every n-th job. Returns how many were started. */
static long start_workers(const struct composer *composer, const struct document_job *jobs, size_t count,
                          const struct render_context *context, struct publication *publication, long workers,
                          const int pipe_ends[2])
{
    fflush(NULL); /* or the children would print what is still in our buffers */
    for (long w = 0; w < workers; w++) {
        pid_t child = fork();
        if (child < 0)
            return w;
        if (child == 0) {
            close(pipe_ends[0]);
            setlocale(LC_MESSAGES, "C"); /* what is published never follows the user's language */
            for (size_t i = (size_t)w; i < count; i += (size_t)workers)
                write_document(composer, &jobs[i], i, context, publication, pipe_ends[1]);
            _exit(0);
        }
    }
    return workers;
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

static bool read_message(int pipe_end, struct message *message)
{
    size_t have = 0;
    while (have < sizeof *message) {
        ssize_t got = read(pipe_end, (char *)message + have, sizeof *message - have);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        have += (size_t)got;
    }
    return true;
}

/* A document that cannot be rendered is a fault of the input, named by area. */
static void add_refusal(struct findings *findings, const struct document_job *job, const struct composer *composer,
                        const char *sentence)
{
    struct where where = {.area = job->area->code, .period = period_code(findings->arena, composer->period)};
    FINDING(findings, RULE_DOCUMENT_REFUSED, &where, job->area->name, arena_string(findings->arena, sentence));
}

/* What one message means for the run so far. */
static enum exit_status take_message(const struct message *message, struct document_job *jobs,
                                     const struct composer *composer, struct findings *findings,
                                     enum exit_status status)
{
    struct document_job *job = &jobs[(size_t)message->job_high << 16 | message->job_low];
    switch (message->news) {
    case NEWS_FAILED:
        if (status != EXIT_SYSTEM)
            fprintf(stderr, "%s\n", message->sentence);
        return EXIT_SYSTEM;
    case NEWS_REFUSED:
        add_refusal(findings, job, composer, message->sentence);
        return status == EXIT_SYSTEM ? status : EXIT_REFUSED;
    default:
        job->notes = (struct render_notes){message->pages, message->fallback_count,
                                           arena_string(findings->arena, message->sentence)};
        return status;
    }
}

enum exit_status documents_write(const struct composer *composer, struct document_job *jobs, size_t count,
                                 const struct render_context *context, struct publication *publication, long workers,
                                 struct findings *findings)
{
    int pipe_ends[2];
    if (!count)
        return EXIT_CLEAN;
    if (pipe(pipe_ends) != 0) {
        fprintf(stderr, _("无法启动工作进程（%s），请稍后重试。\n"), strerror(errno));
        return EXIT_SYSTEM;
    }
    long asked = worker_count(workers, count);
    long started = start_workers(composer, jobs, count, context, publication, asked, pipe_ends);
    close(pipe_ends[1]);
    enum exit_status status = EXIT_CLEAN;
    size_t done = 0;
    for (struct message message; read_message(pipe_ends[0], &message);) {
        status = take_message(&message, jobs, composer, findings, status);
        show_progress(++done, count);
    }
    close(pipe_ends[0]);
    bool well = started == asked;
    for (int state; wait(&state) > 0;)
        well = well && WIFEXITED(state) && WEXITSTATUS(state) == 0;
    if (status != EXIT_SYSTEM && (!well || done != count)) {
        fputs(_("有工作进程中途停止，可能是内存不足；没有发布任何文件。请减少 --jobs 后重试。\n"), stderr);
        return EXIT_SYSTEM;
    }
    return status;
}
