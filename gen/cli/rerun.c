/* SPDX-License-Identifier: MIT */
#include "cli/rerun.h"

#include "base/message.h"
#include "cli/commands.h"
#include "cli/libraries.h"
#include "cli/paths.h"
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

/* In a process of its own, which says nothing aloud. */
static _Noreturn void run(const struct rerun *rerun, const char *out, const char *said)
{
    struct options options;
    int to = open(said, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (to < 0 || dup2(to, STDOUT_FILENO) < 0 || dup2(to, STDERR_FILENO) < 0)
        _exit(EXIT_SYSTEM);
    if (rerun->templates)
        paths_use_templates(rerun->templates);
    enum exit_status status = EXIT_USAGE;
    if (issue_options(&rerun->issue->recorded, rerun->region, out, rerun->previous, rerun->last, rerun->arena,
                      &options))
        status = command_run(&options, rerun->arena);
    fflush(NULL);
    _exit((int)status);
}

/* The exit status of the run; −1 when there was none. */
static int run_apart(const struct rerun *rerun, const char *out, const char *said)
{
    int state;
    pid_t self = getpid();
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        guard_die_with(self);
        run(rerun, out, said);
    }
    while (child > 0 && waitpid(child, &state, 0) != child)
        if (errno != EINTR)
            return -1;
    return child > 0 && WIFEXITED(state) ? WEXITSTATUS(state) : -1;
}

static enum exit_status not_run(const struct rerun *rerun, int status, const char *said)
{
    struct buffer text = {.arena = rerun->arena};
    if (bytes_read_path(said, &text))
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

/* What both were made from. `versions`: how many programs and libraries are of another version; returns how much else
 * differs. */
static size_t compare_records(const struct recorded *then, const struct recorded *now, struct arena *arena,
                              size_t *versions)
{
    size_t others = compare_lists(then, now, arena);
    *versions = 0;
    compare_words(_("程序"), then->program, now->program, versions);
    compare_libraries(arena, then->libraries, now->libraries, versions);
    compare_fonts(then, now, &others);
    return others;
}

enum exit_status rerun_compare(const struct rerun *rerun)
{
    const char *out = arena_format(rerun->arena, "%s/again", rerun->scratch);
    const char *said = arena_format(rerun->arena, "%s/said.txt", rerun->scratch);
    struct issue again;
    int ran = run_apart(rerun, out, said);
    if (ran != EXIT_CLEAN && ran != EXIT_WARNINGS)
        return not_run(rerun, ran, said);
    enum exit_status status = issue_open(&again, out, rerun->arena);
    if (status == EXIT_CLEAN) {
        size_t versions;
        size_t differing = compare_files(rerun, &rerun->issue->holding.listing, &again.holding.listing);
        size_t others = compare_records(&rerun->issue->recorded, &again.recorded, rerun->arena, &versions);
        size_t files = rerun->issue->holding.listing.count;
        if (differing)
            printf(_("重算的结果有 %zu 个文件与发布的不同。\n"), differing);
        else if (others || versions)
            printf(_("重算的结果除 RUN.txt 外逐字节相同（%zu 个文件）。\n"), files - 1);
        else
            printf(_("重算的结果逐字节相同（%zu 个文件）。\n"), files);
        if (differing && !others && !versions)
            printf("%s", _("程序、程序库、字体、输入和参数都与发布时相同：发布的文件不是由它们产生的。\n"));
        status = differing || others ? EXIT_WARNINGS : EXIT_CLEAN;
    }
    issue_close(&again);
    return status;
}
