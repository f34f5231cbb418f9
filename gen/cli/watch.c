/* SPDX-License-Identifier: MIT */
#include "cli/watch.h"

#include "base/message.h"
#include "base/text.h"
#include "cli/clock.h"
#include "cli/paths.h"
#include "read/folder.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <unistd.h>

/* One save is several events, and a spreadsheet saves more than one file: wait until it is quiet. */
#define QUIET_MS 100
/* While the region folder itself is away (being renamed or copied back) nothing tells of its return. */
#define AWAY_MS 500

/* A file that was written, came or went, and folders that appear. A new file tells again when it is closed: before that
 * it is half a file. */
#define EVENTS                                                                                                         \
    (IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF)

/* The folders below the region that are read; editors save by renaming, so folders are watched, not files. */
static const struct {
    const char *path;
    bool deep; /* with all folders below it */
} folders[] = {{"", false}, {"/data", true}, {"/text", true}, {"/templates", true}};

/* ---- what is watched ---- */

struct watch {
    int changes; /* inotify's */
    int ends;    /* where SIGINT arrives */
    const char *ignored, *input;
    bool away; /* the region folder is not there */
};

/* False, with errno set, only when the system has no room for more. */
static bool watch_folder(const struct watch *watch, const char *path, unsigned extra, bool deep, struct arena *arena)
{
    if (inotify_add_watch(watch->changes, path, EVENTS | IN_ONLYDIR | extra) < 0)
        return errno != ENOSPC && errno != ENOMEM; /* not there, no folder, forbidden: the check has its say */
    size_t count = 0;
    const char *const *names = deep ? folder_list(arena, path, NULL, &count) : NULL;
    bool good = true;
    for (size_t i = 0; i < count && good; i++) /* a link could lead back up */
        good = watch_folder(watch, arena_format(arena, "%s/%s", path, names[i]), IN_DONT_FOLLOW, true, arena);
    return good;
}

static const char *watch_all(struct watch *watch, struct arena *arena)
{
    bool good = watch_folder(watch, paths_templates(arena), 0, true, arena);
    for (size_t i = 0; i < sizeof folders / sizeof *folders && good; i++)
        good =
            watch_folder(watch, arena_format(arena, "%s%s", watch->input, folders[i].path), 0, folders[i].deep, arena);
    watch->away = access(watch->input, F_OK) != 0;
    return good ? NULL : arena_format(arena, _("系统不能监视文件夹（%s），请去掉 --watch。\n"), strerror(errno));
}

/* ---- waiting ---- */

/* What Excel, WPS, LibreOffice and editors leave beside a file while it is open. */
static bool is_temporary(const char *name)
{
    return name[0] == '.' || name[0] == '~' || name[0] == '#' || text_ends(name, "~") || text_ends(name, ".tmp") ||
           text_ends(name, ".TMP") || text_ends(name, ".swp");
}

static bool event_counts(const struct watch *watch, const struct inotify_event *event)
{
    if (event->mask & IN_IGNORED)
        return false;
    if (!event->len)
        return true; /* the folder itself, or more events than were kept */
    if ((event->mask & IN_CREATE) && !(event->mask & IN_ISDIR))
        return false;
    return !is_temporary(event->name) && !(watch->ignored && strcmp(event->name, watch->ignored) == 0);
}

/* Takes all that inotify has; whether something was saved. */
static bool take_events(const struct watch *watch)
{
    _Alignas(struct inotify_event) char events[8192];
    bool counts = false;
    for (ssize_t got; (got = read(watch->changes, events, sizeof events)) > 0;)
        for (char *at = events; at < events + got;) {
            const struct inotify_event *event = (const void *)at;
            counts = counts || event_counts(watch, event);
            at += sizeof *event + event->len;
        }
    return counts;
}

/* Waits until something was saved and then nothing more for a moment. False when the user has ended it. */
static bool wait_for_save(const struct watch *watch)
{
    bool saved = false;
    for (;;) {
        struct pollfd ears[] = {{watch->changes, POLLIN, 0}, {watch->ends, POLLIN, 0}};
        int heard = poll(ears, 2, saved ? QUIET_MS : watch->away ? AWAY_MS : -1);
        if (heard < 0 && errno != EINTR)
            return false;
        if (heard > 0 && ears[1].revents)
            return false;
        if (heard > 0 && take_events(watch))
            saved = true;
        else if (heard == 0 && (saved || access(watch->input, F_OK) == 0))
            return true;
    }
}

/* ---- the rounds ---- */

/* Watches before it works, so that what is saved during the work starts the next round. */
static enum exit_status one_round(struct watch *watch, const struct options *options, const struct watch_round *round,
                                  bool first, bool *go_on)
{
    struct arena *arena = arena_new();
    long long started = clock_milliseconds();
    const char *error = watch_all(watch, arena);
    enum exit_status status = error ? EXIT_SYSTEM : round->work(options, arena, round->memory);
    *go_on = !error && !(first && status == EXIT_USAGE);
    if (error)
        fputs(error, stderr);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        status = EXIT_SYSTEM;
        *go_on = false;
    }
    if (*go_on)
        fprintf(stderr, _("用时 %lld 毫秒。保存表格、文字或模板后会重新预览；按 Ctrl-C 结束。\n"),
                clock_milliseconds() - started);
    arena_free(arena);
    return status;
}

enum exit_status watch_rounds(const struct options *options, const struct watch_round *round)
{
    sigset_t end;
    sigemptyset(&end);
    sigaddset(&end, SIGINT);
    sigprocmask(SIG_BLOCK, &end, NULL); /* a round is finished before it is ended */
    struct watch watch = {.ends = signalfd(-1, &end, SFD_CLOEXEC), .ignored = round->ignored, .input = options->input};
    enum exit_status status = EXIT_CLEAN;
    bool go_on = watch.ends >= 0;
    for (bool first = true; go_on; first = false) {
        watch.changes = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
        if (watch.changes < 0)
            break;
        status = one_round(&watch, options, round, first, &go_on);
        bool ended = go_on && !wait_for_save(&watch);
        close(watch.changes);
        if (ended) {
            status = EXIT_CLEAN;
            go_on = false;
        }
    }
    if (go_on || watch.ends < 0) {
        fprintf(stderr, _("系统不能监视文件夹（%s），请去掉 --watch。\n"), strerror(errno));
        status = EXIT_SYSTEM;
    }
    if (watch.ends >= 0)
        close(watch.ends);
    return status;
}
