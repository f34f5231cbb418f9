/* SPDX-License-Identifier: MIT */
#include "cli/issue.h"

#include "base/message.h"
#include "publish/bytes.h"
#include "publish/replace.h"
#include "publish/writing.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* ---- opening ---- */

static enum exit_status no_publication(const struct issue *issue, const char *what)
{
    fprintf(stderr, _("%s：'%s'\n"), what, issue->shown);
    return EXIT_USAGE;
}

static enum exit_status read_record(struct issue *issue)
{
    struct buffer text = {.arena = issue->arena};
    if (!bytes_read(issue->folder, RECORD, &text))
        return no_publication(issue, _("这个文件夹里没有 RUN.txt，不是本程序的发布"));
    if (!record_read(issue->arena, buffer_text(&text), &issue->recorded))
        return no_publication(issue, _("这个文件夹里的 RUN.txt 不是本程序写的，或被改过"));
    return EXIT_CLEAN;
}

enum exit_status issue_open(struct issue *issue, const char *dir, struct arena *arena)
{
    *issue = (struct issue){.arena = arena, .dir = dir, .shown = text_line(arena, dir)};
    issue->folder = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (issue->folder < 0) {
        bool usage = errno == ENOENT || errno == ENOTDIR;
        fprintf(stderr, "%s\n", system_sentence(arena, _("打不开这个文件夹，请检查名字和权限"), dir));
        return usage ? EXIT_USAGE : EXIT_SYSTEM;
    }
    issue->sealed = seal_read(arena, issue->folder, &issue->seal);
    issue->holding = (struct holding){.arena = arena, .but = SEAL};
    if (faccessat(issue->folder, SUMS, F_OK, AT_SYMLINK_NOFOLLOW) != 0)
        return no_publication(issue, _("这个文件夹里没有 SHA256SUMS，不是本程序的发布"));
    if (!holding_compare(&issue->holding, issue->folder, issue->shown)) {
        fprintf(stderr, "%s\n", issue->holding.sentence);
        return issue->holding.damaged ? EXIT_REFUSED : EXIT_SYSTEM;
    }
    return read_record(issue);
}

void issue_close(struct issue *issue)
{
    if (issue->folder >= 0)
        close(issue->folder);
    issue->folder = -1;
}

void issue_print_differences(const struct holding *holding, const char *shown)
{
    static const char *const words[] = {
        [DIFFERENCE_CHANGED] = N_("被改过"),
        [DIFFERENCE_MISSING] = N_("不在了"),
        [DIFFERENCE_FOREIGN] = N_("不是其中的文件"),
    };
    for (size_t i = 0; i < holding->count; i++)
        fprintf(stderr, _("'%s' 里的 '%s' %s\n"), shown, text_line(holding->arena, holding->differences[i].path),
                _(words[holding->differences[i].kind]));
}

/* ---- the usual places ---- */

#define OUTPUT "output"

/* The path before the last folder called output, and what comes behind it; false without one, or with nothing behind.
 */
static bool find_output(struct arena *arena, const char *dir, const char **before, const char **behind)
{
    char *real = realpath(dir, NULL);
    if (!real)
        return false;
    const char *path = arena_string(arena, real);
    free(real);
    *before = NULL;
    for (const char *at = path; (at = strstr(at, "/" OUTPUT "/")); at++) {
        *before = arena_string_n(arena, path, (size_t)(at - path));
        *behind = at + strlen("/" OUTPUT "/");
    }
    return *before;
}

const char *issue_region(struct arena *arena, const char *dir)
{
    const char *before, *behind;
    if (!find_output(arena, dir, &before, &behind))
        return NULL;
    const char *name = arena_string_n(arena, behind, strcspn(behind, "/"));
    const char *region = arena_format(arena, "%s/input/%s", before, name);
    return access(region, F_OK) == 0 ? region : NULL;
}

const char *issue_archives(struct arena *arena, const char *dir)
{
    const char *before, *behind;
    if (find_output(arena, dir, &before, &behind))
        return arena_format(arena, "%s/issued", before);
    return arena_format(arena, "%s/../issued", dir);
}

/* ---- the options ---- */

/* Noon, so that it is that day in every zone that the clock is read in. */
static void set_date(struct arena *arena, const char *issued)
{
    struct tm day = {.tm_hour = 12};
    if (sscanf(issued, "%d-%d-%d", &day.tm_year, &day.tm_mon, &day.tm_mday) != 3)
        return;
    day.tm_year -= 1900;
    day.tm_mon -= 1;
    setenv("SOURCE_DATE_EPOCH", arena_format(arena, "%lld", (long long)timegm(&day)), 1);
}

/* Cuts ` --name value` apart, so that a value may have blanks in it. */
static void add_arguments(struct arena *arena, const char *text, struct strings *to)
{
    while (text && *text) {
        const char *end = strstr(text + 1, " --");
        const char *one = arena_string_n(arena, text, end ? (size_t)(end - text) : strlen(text));
        const char *blank = strchr(one, ' ');
        strings_add(to, arena, blank ? arena_string_n(arena, one, (size_t)(blank - one)) : one);
        if (blank)
            strings_add(to, arena, blank + 1);
        text = end ? end + 1 : NULL;
    }
}

bool issue_options(const struct recorded *recorded, const char *region, const char *output, const char *previous,
                   const char *last, struct arena *arena, struct options *options)
{
    struct strings given = {0}, all = {0};
    enum exit_status status;
    add_arguments(arena, recorded->arguments, &given);
    const char *const first[] = {"tongbao", "run", region, "--output", output};
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        strings_add(&all, arena, first[i]);
    for (size_t i = 0; i < given.count; i++) {
        strings_add(&all, arena, given.items[i]);
        if (strcmp(given.items[i], "--previous") == 0)
            strings_add(&all, arena, previous ? previous : "");
        if (strcmp(given.items[i], "--last") == 0)
            strings_add(&all, arena, last ? last : "");
    }
    char **argv = arena_alloc(arena, (all.count + 1) * sizeof *argv);
    for (size_t i = 0; i < all.count; i++)
        argv[i] = arena_string(arena, all.items[i]);
    set_date(arena, recorded->issued);
    return options_read((int)all.count, argv, arena, options, &status) != NULL;
}

/* ---- the files ---- */

static const struct file_sum *find(const struct file_list *list, const char *file)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i].file, file) == 0)
            return &list->items[i];
    return NULL;
}

size_t issue_compare_files(const struct file_list *recorded, const struct file_list *now, struct buffer *out)
{
    size_t count = 0;
    for (size_t i = 0; i < recorded->count; i++) {
        const struct file_sum *then = &recorded->items[i], *found = find(now, then->file);
        if (found && sum_same(&found->sum, &then->sum))
            continue;
        buffer_format(out, found ? _("'%s' 与发布时不同\n") : _("'%s' 不在了，或没有用上\n"),
                      text_line(out->arena, then->file));
        count++;
    }
    for (size_t i = 0; i < now->count; i++)
        if (!find(recorded, now->items[i].file)) {
            buffer_format(out, _("'%s' 是发布以后才有的\n"), text_line(out->arena, now->items[i].file));
            count++;
        }
    return count;
}
