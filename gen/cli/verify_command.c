/* SPDX-License-Identifier: MIT */
/* tongbao verify: whether a publication is what it was, and comes about again from what it was made from. */
#include "base/message.h"
#include "cli/archive.h"
#include "cli/commands.h"
#include "cli/rerun.h"
#include "publish/bytes.h"
#include "publish/guard.h"
#include "publish/place.h"
#include "publish/replace.h"
#include "publish/scratch.h"
#include "publish/unpack.h"
#include "publish/writing.h"
#include "read/raw.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct verify {
    struct arena *arena;
    const struct options *options;
    const char *scratch;
};

/* ---- sums ---- */

/* Of a whole archive, whose list is about outputs, inputs and templates alike. */
static enum exit_status check_archive_sums(struct arena *arena, const char *root, const char *shown)
{
    struct holding holding = {.arena = arena};
    int folder = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    enum exit_status status = EXIT_CLEAN;
    if (folder < 0) {
        fprintf(stderr, "%s\n", system_sentence(arena, _("打不开这个文件夹，请检查名字和权限"), root));
        return EXIT_SYSTEM;
    }
    if (!holding_compare(&holding, folder, shown)) {
        fprintf(stderr, "%s\n", holding.sentence);
        status = holding.damaged ? EXIT_REFUSED : EXIT_SYSTEM;
    }
    issue_print_differences(&holding, shown);
    close(folder);
    return holding.count ? EXIT_REFUSED : status;
}

static enum exit_status not_as_issued(const char *shown)
{
    printf(_("校验和不符：'%s' 不是发布时的样子。\n"), shown);
    return EXIT_REFUSED;
}

/* A publication on its own, or outputs/ of an archive. */
static enum exit_status check_issue(struct issue *issue, const char *dir, const char *shown, struct arena *arena)
{
    enum exit_status status = issue_open(issue, dir, arena);
    if (status != EXIT_CLEAN)
        return status;
    issue->shown = shown;
    issue_print_differences(&issue->holding, shown);
    if (issue->holding.count)
        return not_as_issued(shown);
    printf(_("校验和都相符（%zu 个文件）：'%s'\n"), issue->holding.listing.count, shown);
    return EXIT_CLEAN;
}

/* ---- a publication ---- */

/* Without which there is no rerun; NULL when all is known. */
static const char *what_is_unknown(const struct options *o, const struct recorded *recorded, const char *region)
{
    if (!region)
        return _("没有重算：请用 --input 指明它的地区文件夹。\n");
    if (recorded->previous.count && !o->previous)
        return _("没有重算：请用 --previous 指明上次发布的文件夹或归档包。\n");
    if (recorded->last.count && !o->last)
        return _("没有重算：请用 --last 指明前一期发布的文件夹或归档包。\n");
    return NULL;
}

static enum exit_status verify_publication(struct verify *v)
{
    const struct options *o = v->options;
    struct issue issue;
    enum exit_status status = check_issue(&issue, o->input, text_line(v->arena, o->input), v->arena);
    const char *region = o->region ? o->region : issue_region(v->arena, o->input);
    const char *unknown = what_is_unknown(o, &issue.recorded, region);
    if (status == EXIT_CLEAN && unknown) {
        printf("%s", unknown);
        status = EXIT_WARNINGS;
    } else if (status == EXIT_CLEAN) {
        const struct rerun rerun = {.arena = v->arena,
                                    .issue = &issue,
                                    .region = region,
                                    .previous = o->previous,
                                    .last = o->last,
                                    .scratch = v->scratch};
        status = rerun_compare(&rerun);
    }
    issue_close(&issue);
    return status;
}

/* ---- an archive ---- */

/* The archive's RUN.txt is its publication's: it says what is to be in inputs/. */
static bool same_record(struct arena *arena, const char *root)
{
    struct buffer one = {.arena = arena}, two = {.arena = arena};
    return bytes_read_path(arena_format(arena, "%s/" RECORD, root), &one) &&
           bytes_read_path(arena_format(arena, "%s/outputs/" RECORD, root), &two) && one.length == two.length &&
           memcmp(buffer_text(&one), buffer_text(&two), one.length) == 0;
}

static enum exit_status verify_archive(struct verify *v, const char *root, const char *shown)
{
    struct arena *arena = v->arena;
    struct issue issue = {.folder = -1};
    enum exit_status status = check_archive_sums(arena, root, shown);
    if (status == EXIT_CLEAN && !same_record(arena, root))
        status = EXIT_REFUSED;
    if (status == EXIT_REFUSED)
        return not_as_issued(shown);
    if (status == EXIT_CLEAN)
        status = check_issue(&issue, arena_format(arena, "%s/outputs", root), shown, arena);
    if (status == EXIT_CLEAN) {
        const struct rerun rerun = {.arena = arena,
                                    .issue = &issue,
                                    .region = arena_format(arena, "%s/inputs", root),
                                    .templates = arena_format(arena, "%s/templates", root),
                                    .previous = arena_format(arena, "%s/previous", root),
                                    .last = arena_format(arena, "%s/last", root),
                                    .scratch = v->scratch};
        status = rerun_compare(&rerun);
    }
    issue_close(&issue);
    return status;
}

/* Whether 台账.csv beside the archive has it with another sum. */
static bool differs_from_register(struct arena *arena, const char *path)
{
    struct place place = place_of(arena, path);
    struct findings unused = {.arena = arena};
    struct raw_table table = {.row_count = 0};
    struct sum sum;
    char digits[SUM_DIGITS + 1];
    const char *folder = *place.above ? place.above : ".";
    int file = open(path, O_RDONLY | O_CLOEXEC);
    bool summed = file >= 0 && sum_of_file(file, &sum);
    if (file >= 0)
        close(file);
    if (!summed || access(arena_format(arena, "%s/" ISSUED_TABLE, folder), F_OK) != 0 ||
        !raw_table_read(folder, ISSUED_TABLE, arena, &unused, NULL, &table))
        return false;
    sum_write(&sum, digits);
    for (size_t i = 1; i < table.row_count; i++)
        if (strcmp(raw_text(&table.rows[i], ISSUED_FILE), place.name) == 0)
            return strcmp(raw_text(&table.rows[i], ISSUED_SUM), digits) != 0;
    return false;
}

static enum exit_status verify_packed(struct verify *v)
{
    const char *into = arena_format(v->arena, "%s/unpacked", v->scratch), *top, *sentence;
    const char *shown = text_line(v->arena, v->options->input);
    if (differs_from_register(v->arena, v->options->input)) {
        fprintf(stderr, _("归档包的校验和与台账登记的不同：'%s'\n"), shown);
        return not_as_issued(shown);
    }
    if (mkdir(into, 0700) != 0) {
        fprintf(stderr, "%s\n", system_sentence(v->arena, _("无法建立文件夹，请检查磁盘空间和权限"), into));
        return EXIT_SYSTEM;
    }
    enum unpack_state state = unpack_archive(v->arena, v->options->input, into, &top, &sentence);
    if (state == UNPACK_GOOD)
        return verify_archive(v, arena_format(v->arena, "%s/%s", into, top), shown);
    fprintf(stderr, "%s\n", sentence);
    return state == UNPACK_REFUSED ? EXIT_REFUSED : EXIT_SYSTEM;
}

/* ---- what it is ---- */

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static enum exit_status verify(struct verify *v)
{
    const char *path = v->options->input;
    if (!is_folder(path))
        return verify_packed(v);
    if (is_folder(arena_format(v->arena, "%s/outputs", path)) && is_folder(arena_format(v->arena, "%s/inputs", path)))
        return verify_archive(v, path, text_line(v->arena, path));
    return verify_publication(v);
}

/* Whatever ends the process that works, the other one clears the scratch folder away. */
enum exit_status command_verify(const struct options *options, struct arena *arena)
{
    struct verify v = {.arena = arena, .options = options};
    const char *error = NULL;
    sigset_t before;
    struct guard_end end;
    if (access(options->input, F_OK) != 0) {
        fprintf(stderr, "%s\n", system_sentence(arena, _("打不开，请检查名字和权限"), options->input));
        return errno == EACCES ? EXIT_SYSTEM : EXIT_USAGE;
    }
    guard_hold_signals(&before);
    v.scratch = scratch_make(arena, &error);
    enum guard_role role = v.scratch ? guard_split(&before, &end) : GUARD_NONE;
    if (role == GUARD_WORKER)
        return verify(&v);
    if (!v.scratch)
        fprintf(stderr, "%s\n", error);
    else if (role == GUARD_NONE)
        fprintf(stderr, _("无法启动工作进程（%s），请稍后重试。\n"), strerror(errno));
    if (v.scratch)
        scratch_remove(arena, v.scratch);
    sigprocmask(SIG_SETMASK, &before, NULL);
    if (role == GUARD_NONE)
        return EXIT_SYSTEM;
    if (end.signal && guard_is_ending(end.signal))
        return (enum exit_status)guard_end_by(end.signal);
    return end.status >= 0 ? (enum exit_status)end.status : EXIT_SYSTEM;
}
