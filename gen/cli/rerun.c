/* SPDX-License-Identifier: MIT */
#include "cli/rerun.h"

#include "base/message.h"
#include "cli/commands.h"
#include "cli/composing.h"
#include "cli/libraries.h"
#include "cli/paths.h"
#include "cli/previous.h"
#include "cli/proofs.h"
#include "publish/bytes.h"
#include "publish/guard.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Files that are named; of more the number is told. */
#define MOST_NAMED 20

/* ---- the run ---- */

static bool take_options(const struct rerun *rerun, const char *out, struct options *options)
{
    if (rerun->templates)
        paths_use_templates(rerun->templates);
    return issue_options(&rerun->issue->recorded, rerun->region, out, rerun->previous, rerun->last, rerun->arena,
                         options);
}

static const char *place_of_run(const struct rerun *rerun)
{
    return arena_format(rerun->arena, "%s/again", rerun->scratch);
}

static const char *place_of_words(const struct rerun *rerun)
{
    return arena_format(rerun->arena, "%s/said.txt", rerun->scratch);
}

/* Says nothing aloud. */
static enum exit_status run(const struct rerun *rerun)
{
    struct options options;
    int to = open(place_of_words(rerun), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (to < 0 || dup2(to, STDOUT_FILENO) < 0 || dup2(to, STDERR_FILENO) < 0)
        return EXIT_SYSTEM;
    return take_options(rerun, place_of_run(rerun), &options) ? command_run(&options, rerun->arena) : EXIT_USAGE;
}

/* All the text of what was published. */
static enum exit_status proofread(const struct rerun *rerun)
{
    struct options options;
    struct session session;
    struct composer composer;
    if (!take_options(rerun, place_of_run(rerun), &options))
        return EXIT_USAGE;
    enum exit_status status = session_open(&session, &options, rerun->arena);
    if (status == EXIT_CLEAN)
        status = composing_begin(&session, &composer);
    if (status == EXIT_CLEAN)
        status = previous_compare(&session, &composer);
    if (status == EXIT_CLEAN)
        status = proofs_issue(&composer, &options, rerun->issue->dir, true, rerun->arena);
    return status;
}

/* In a process of its own, as it is for another region and other templates than those of this one. The status; −1 when
 * there was none. */
static int apart(const struct rerun *rerun, enum exit_status (*work)(const struct rerun *))
{
    int state;
    pid_t self = getpid();
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        guard_die_with(self);
        enum exit_status status = work(rerun);
        fflush(NULL);
        _exit((int)status);
    }
    while (child > 0 && waitpid(child, &state, 0) != child)
        if (errno != EINTR)
            return -1;
    return child > 0 && WIFEXITED(state) ? WEXITSTATUS(state) : -1;
}

static enum exit_status not_run(const struct rerun *rerun, int status)
{
    struct buffer text = {.arena = rerun->arena};
    if (bytes_read_path(place_of_words(rerun), &text))
        fputs(buffer_text(&text), stderr);
    fprintf(stderr, _("%s：发布时 %s，现在 %s\n"), _("程序"), rerun->issue->recorded.program, libraries_program());
    fprintf(stderr, _("没有能够重算（run 的状态 %d，原因见上），只查验了校验和。\n"), status);
    return status == EXIT_REFUSED ? EXIT_WARNINGS : EXIT_SYSTEM;
}

/* ---- the files ---- */

static const struct listed *find(const struct listing *listing, const char *path)
{
    for (size_t i = 0; i < listing->count; i++)
        if (strcmp(listing->items[i].path, path) == 0)
            return &listing->items[i];
    return NULL;
}

static void name(size_t count, const char *what, const char *path, struct arena *arena)
{
    if (count <= MOST_NAMED)
        printf(_("%s：%s\n"), what, text_line(arena, path));
}

/* How many files differ, RUN.txt not counted. */
static size_t compare_files(const struct rerun *rerun, const struct listing *then, const struct listing *now)
{
    size_t count = 0;
    for (size_t i = 0; i < then->count; i++) {
        const char *path = then->items[i].path;
        const struct listed *other = find(now, path);
        if (strcmp(path, RECORD) == 0 || (other && sum_same(&other->sum, &then->items[i].sum)))
            continue;
        name(++count, other ? _("不同") : _("重算没有写出"), path, rerun->arena);
    }
    for (size_t i = 0; i < now->count; i++)
        if (!find(then, now->items[i].path))
            name(++count, _("重算多写了"), now->items[i].path, rerun->arena);
    if (count > MOST_NAMED)
        printf(_("……另有 %zu 个文件不同。\n"), count - MOST_NAMED);
    return count;
}

/* ---- why ---- */

static void compare_words(const char *what, const char *then, const char *now, size_t *count)
{
    if (strcmp(then, now) == 0)
        return;
    printf(_("%s：发布时 %s，现在 %s\n"), what, then, now);
    ++*count;
}

/* Each library by its name; those that both have in the same version aren't told. */
static void compare_libraries(struct arena *arena, const char *then, const char *now, size_t *count)
{
    char *copy = arena_string(arena, then), *rest = NULL;
    for (char *one = strtok_r(copy, "、", &rest); one; one = strtok_r(NULL, "、", &rest)) {
        const char *name_end = strrchr(one, ' ');
        const char *named = name_end ? arena_string_n(arena, one, (size_t)(name_end - one) + 1) : one;
        const char *other = strstr(now, named);
        compare_words(_("程序库"), one, other ? arena_string_n(arena, other, strcspn(other, "、")) : _("没有"), count);
    }
}

static void compare_fonts(const struct recorded *then, const struct recorded *now, size_t *count)
{
    for (size_t i = 0; i < then->font_count; i++) {
        if (i < now->font_count && sum_same(&then->fonts[i].sum, &now->fonts[i].sum))
            continue;
        printf(_("字体：'%s' 与发布时不同\n"), then->fonts[i].name);
        ++*count;
    }
}

static size_t compare_lists(const struct recorded *then, const struct recorded *now, struct arena *arena)
{
    struct buffer names = {.arena = arena};
    size_t count = issue_compare_files(&then->inputs, &now->inputs, &names) +
                   issue_compare_files(&then->program_files, &now->program_files, &names) +
                   issue_compare_files(&then->previous, &now->previous, &names) +
                   issue_compare_files(&then->last, &now->last, &names);
    if (strcmp(then->arguments, now->arguments) != 0 || strcmp(then->issued, now->issued) != 0) {
        buffer_format(&names, _("参数或成文日期与发布时不同\n"));
        count++;
    }
    fputs(buffer_text(&names), stdout);
    return count;
}

/* How the records differ: */
struct contrast {
    size_t versions; /* of the program and its libraries */
    size_t fonts;
    size_t sources; /* files that were read, and arguments */
};

static struct contrast compare_records(const struct recorded *then, const struct recorded *now, struct arena *arena)
{
    struct contrast contrast = {.sources = compare_lists(then, now, arena)};
    compare_words(_("程序"), then->program, now->program, &contrast.versions);
    compare_libraries(arena, then->libraries, now->libraries, &contrast.versions);
    compare_fonts(then, now, &contrast.fonts);
    return contrast;
}

/* The files of both, and what they were made from. */
static enum exit_status compare(const struct rerun *rerun, const struct issue *again, struct contrast *contrast)
{
    size_t differing = compare_files(rerun, &rerun->issue->holding.listing, &again->holding.listing);
    *contrast = compare_records(&rerun->issue->recorded, &again->recorded, rerun->arena);
    size_t files = rerun->issue->holding.listing.count, others = contrast->sources + contrast->fonts;
    if (differing)
        printf(_("重算的结果有 %zu 个文件与发布的不同。\n"), differing);
    else if (others || contrast->versions)
        printf(_("重算的结果除 RUN.txt 外逐字节相同（%zu 个文件）。\n"), files - 1);
    else
        printf(_("重算的结果逐字节相同（%zu 个文件）。\n"), files);
    if (differing && !others && !contrast->versions)
        printf("%s", _("程序、程序库、字体、输入和参数都与发布时相同：发布的文件不是由它们产生的。\n"));
    return differing || others ? EXIT_WARNINGS : EXIT_CLEAN;
}

/* With other names, texts or templates than at that time nothing could be told by it. */
static enum exit_status read_text(const struct rerun *rerun, const struct contrast *contrast)
{
    int status = contrast->sources ? EXIT_CLEAN : apart(rerun, proofread);
    if (status != EXIT_CLEAN)
        fprintf(stderr, "%s", _("文件里的文字没有通过核对。\n"));
    return status == EXIT_CLEAN ? EXIT_CLEAN : EXIT_SYSTEM;
}

enum exit_status rerun_compare(const struct rerun *rerun)
{
    struct issue again;
    struct contrast contrast;
    int ran = apart(rerun, run);
    if (ran != EXIT_CLEAN && ran != EXIT_WARNINGS)
        return not_run(rerun, ran);
    enum exit_status status = issue_open(&again, place_of_run(rerun), rerun->arena);
    if (status == EXIT_CLEAN) {
        status = compare(rerun, &again, &contrast);
        enum exit_status text = read_text(rerun, &contrast);
        status = text == EXIT_CLEAN ? status : text;
    }
    issue_close(&again);
    return status;
}
