/* SPDX-License-Identifier: MIT */
/* tongbao archive: seals a publication. */
#include "base/message.h"
#include "cli/archive.h"
#include "cli/commands.h"
#include "cli/proofs.h"
#include "publish/bytes.h"
#include "publish/place.h"
#include "publish/single.h"
#include "publish/writing.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#define ENDING ".tar.zst"

static enum exit_status failed(const char *sentence)
{
    fprintf(stderr, _("%s\n没有封存。\n"), sentence);
    return EXIT_SYSTEM;
}

static enum exit_status refused(const char *sentence)
{
    fprintf(stderr, "%s\n", sentence);
    return EXIT_USAGE;
}

/* ---- what is to be sealed ---- */

/* What the issue was compared with must be named, for it goes into the archive. NULL, or the sentence that asks. */
static const char *earlier_unnamed(const struct archive_work *work)
{
    const struct recorded *recorded = &work->issue.recorded;
    if (recorded->previous.count && !work->previous)
        return _("这次发布与上次发布对比过；请用 --previous 指明上次发布的文件夹或归档包");
    if (recorded->last.count && !work->last)
        return _("这次发布与前一期的发布对比过；请用 --last 指明前一期发布的文件夹或归档包");
    return NULL;
}

static enum exit_status check_places(struct archive_work *work, const struct options *options)
{
    struct arena *arena = work->arena;
    work->region = options->region ? options->region : issue_region(arena, options->input);
    work->previous = options->previous;
    work->last = options->last;
    work->to = options->to ? options->to : issue_archives(arena, options->input);
    if (!work->region)
        return refused(
            arena_format(arena, _("看不出这次发布是由哪个地区文件夹来的，请用 --input 指明：'%s'"), work->issue.shown));
    if (place_lies_in(arena, work->to, options->input) || place_lies_in(arena, work->to, work->region))
        return refused(arena_format(arena,
                                    _("归档包不能放在发布的文件夹或地区文件夹里，请用 --to 指明别的文件夹：'%s'"),
                                    text_line(arena, work->to)));
    if (earlier_unnamed(work))
        return refused(earlier_unnamed(work));
    if (!issue_options(&work->issue.recorded, work->region, options->input, work->previous, work->last, arena,
                       &work->options))
        return refused(arena_format(arena, _("RUN.txt 里的参数看不懂：'%s'"), work->issue.recorded.arguments));
    return EXIT_CLEAN;
}

/* Whole, and of what it says it is of. */
static enum exit_status check(struct archive_work *work, const struct options *options)
{
    if (work->issue.holding.count) {
        issue_print_differences(&work->issue.holding, work->issue.shown);
        return refused(arena_format(
            work->arena, _("发布的文件夹与它的 SHA256SUMS 不符，没有封存；请移走多出的文件，或重新发布：'%s'"),
            work->issue.shown));
    }
    enum exit_status status = check_places(work, options);
    return status == EXIT_CLEAN ? archive_check_inputs(work) : status;
}

/* ---- sealing ---- */

/* Over nothing; the same archive that is there already is as good as written. */
static enum exit_status write_archive(struct archive_work *work, const char *path, const struct buffer *bytes)
{
    struct buffer there = {.arena = work->arena};
    struct stat status;
    if (mkdir(work->to, 0777) != 0 && errno != EEXIST)
        return failed(system_sentence(work->arena, _("无法建立文件夹，请检查磁盘空间和权限"), work->to));
    if (lstat(path, &status) != 0) {
        const char *error = single_write_new(work->arena, path, bytes->data, bytes->length);
        return error ? failed(error) : EXIT_CLEAN;
    }
    if (bytes_read_path(path, &there) && there.length == bytes->length &&
        memcmp(there.data, bytes->data, bytes->length) == 0)
        return EXIT_CLEAN;
    return refused(
        arena_format(work->arena,
                     _("这里已有一个同名而不同的归档包，没有覆盖，也没有封存；更正的请发布到名字以（更正1）结尾的"
                       "文件夹，或用 --to 换一个文件夹：'%s'"),
                     text_line(work->arena, path)));
}

static enum exit_status seal(struct archive_work *work, const char *path, const char *file,
                             const struct archive_item *items, const struct buffer *bytes)
{
    struct issue *issue = &work->issue;
    struct seal mark = {.archive = file, .sum = sum_of(bytes->data, bytes->length)};
    if (issue->sealed && issue->seal.archive && !sum_same(&mark.sum, &issue->seal.sum))
        return refused(arena_format(
            work->arena, _("现在打出的归档包与封存时的不同（程序或程序库的版本变了），没有写：'%s'"), issue->shown));
    enum exit_status status = write_archive(work, path, bytes);
    if (status != EXIT_CLEAN)
        return status;
    const char *error = seal_write(work->arena, issue->folder, issue->shown, &mark);
    if (error)
        return failed(error);
    printf(_("已封存 %s，归档包 %s（%zu 字节）。\n"), issue->shown, path, bytes->length);
    error = issued_enter(work->arena, work->to, &items[0], &issue->recorded, file, &mark.sum);
    if (error)
        fprintf(stderr, "%s\n", error);
    return error ? EXIT_WARNINGS : EXIT_CLEAN;
}

static bool is_there(struct arena *arena, const char *path, const struct sum *sum)
{
    struct buffer bytes = {.arena = arena};
    if (!bytes_read_path(path, &bytes))
        return false;
    struct sum now = sum_of(buffer_text(&bytes), bytes.length);
    return sum_same(&now, sum);
}

/* Of what is sealed nothing is written, but its row in the register where that is missing. */
static enum exit_status seal_again(struct archive_work *work)
{
    const struct seal *seal = &work->issue.seal;
    const char *error = NULL;
    size_t count;
    if (seal->archive &&
        is_there(work->arena, arena_format(work->arena, "%s/%s", work->to, seal->archive), &seal->sum)) {
        const struct archive_item *items = archive_items(work, &count);
        if (!items)
            return EXIT_SYSTEM;
        error = issued_enter(work->arena, work->to, &items[0], &work->issue.recorded, seal->archive, &seal->sum);
    }
    printf(_("%s 已经封存，输入、模板和字体都没有变。\n"), work->issue.shown);
    if (error)
        fprintf(stderr, "%s\n", error);
    return error ? EXIT_WARNINGS : EXIT_CLEAN;
}

static enum exit_status archive(struct archive_work *work, const struct options *options)
{
    enum exit_status status = check(work, options);
    if (status != EXIT_CLEAN)
        return status;
    if (work->issue.sealed && !options->to)
        return seal_again(work);
    status = proofs_issue(&work->composer, &work->options, options->input, false, work->arena);
    if (status != EXIT_CLEAN) {
        fprintf(stderr, "%s", _("没有封存。\n"));
        return status;
    }
    size_t count;
    const struct archive_item *items = archive_items(work, &count);
    struct buffer bytes = {.arena = work->arena};
    if (!items)
        return EXIT_SYSTEM;
    const char *error = archive_bytes(work, items, count, &bytes);
    if (error)
        return failed(error);
    const char *file = arena_format(work->arena, "%s" ENDING, archive_name(work));
    return seal(work, arena_format(work->arena, "%s/%s", work->to, file), file, items, &bytes);
}

enum exit_status command_archive(const struct options *options, struct arena *arena)
{
    struct archive_work work = {.arena = arena};
    enum exit_status status = issue_open(&work.issue, options->input, arena);
    if (status == EXIT_CLEAN)
        status = archive(&work, options);
    else if (status == EXIT_REFUSED)
        status = EXIT_USAGE; /* 2 is for the region's input */
    earlier_close(&work.earlier);
    issue_close(&work.issue);
    return status;
}
