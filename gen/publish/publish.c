/* SPDX-License-Identifier: MIT */
#include "publish/publish.h"

#include "base/message.h"
#include "base/text.h"
#include "base/whole.h"
#include "publish/confine.h"
#include "publish/guard.h"
#include "publish/replace.h"
#include "publish/staging.h"
#include "publish/writing.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct publication {
    struct arena *arena;
    const struct publish_order *order;
    struct place place;
    const char *shown; /* DIR in sentences */
    struct staging *staging;
    bool existed;   /* something stood at DIR when it began */
    bool put_aside; /* and is to be renamed */
    sigset_t before;
    bool held;              /* signals are held back, not as in `before` */
    struct listing written; /* what SHA256SUMS says of the new folder, once that is whole */
    const char *kept;
    struct buffer notes;
};

void publication_confine(const struct publication *p)
{
    confine_to(staging_fresh(p->staging));
}

static void release_signals(struct publication *p)
{
    if (p->held)
        sigprocmask(SIG_SETMASK, &p->before, NULL);
    p->held = false;
}

static enum publish_state failed(struct publication *p, const char *what, const char **sentence)
{
    *sentence = system_sentence(p->arena, what, p->shown);
    return PUBLISH_FAILED;
}

/* ---- what stands at DIR ---- */

static bool is_there(const struct publication *p)
{
    struct stat status;
    return fstatat(p->place.folder, p->place.name, &status, AT_SYMLINK_NOFOLLOW) == 0 || errno != ENOENT;
}

/* Whether the folder that was judged is the one that stands there now. */
static bool stands_there(const struct candidate *c)
{
    struct stat judged, now;
    return fstat(c->folder, &judged) != 0 || fstatat(c->holder, c->name, &now, AT_SYMLINK_NOFOLLOW) != 0 ||
           (judged.st_dev == now.st_dev && judged.st_ino == now.st_ino);
}

/* A file with the content that it had keeps its time, so that make, a backup and whoever looks see what has changed. In
 * vain on a file system without times of its own. */
static void keep_time(const struct publication *p, const char *path, const struct stat *old)
{
    const struct timespec times[] = {{.tv_nsec = UTIME_OMIT}, old->st_mtim};
    utimensat(staging_fresh(p->staging), path, times, AT_SYMLINK_NOFOLLOW);
}

/* Both lists are in the order of their paths. */
static void keep_times(const struct publication *p, const struct listing *old)
{
    size_t same = 0;
    for (size_t i = 0, j = 0; i < p->written.count && j < old->count;) {
        const struct listed *fresh = &p->written.items[i], *before = &old->items[j];
        int order = strcmp(fresh->path, before->path);
        if (order == 0 && before->there && sum_same(&fresh->sum, &before->sum)) {
            keep_time(p, fresh->path, &before->status);
            same++;
        }
        i += order <= 0;
        j += order >= 0;
    }
    if (same && same == p->written.count && same == old->count)
        keep_time(p, SUMS, &old->own_status);
}

/* Under keep_old any folder will do; one with nothing in it isn't worth a new name. What another run into the same DIR
 * has taken away meanwhile, and is removing, says nothing of what stands there now. */
static enum publish_state judge(struct publication *p, const char **sentence)
{
    enum publish_state state = PUBLISH_FAILED;
    bool still = false;
    for (int attempt = 0; attempt < 10 && state != PUBLISH_GOOD && !still; attempt++) {
        struct candidate c = {
            .arena = p->arena, .order = p->order, .holder = p->place.folder, .name = p->place.name, .shown = p->shown};
        state = p->order->keep_old ? replace_look(&c) : replace_judge(&c);
        p->put_aside = p->order->keep_old && !c.empty;
        *sentence = c.sentence;
        if (state == PUBLISH_GOOD && p->written.count)
            keep_times(p, &c.listing);
        still = c.folder < 0 || stands_there(&c);
        if (c.folder >= 0)
            close(c.folder);
    }
    return state;
}

/* ---- beginning ---- */

static enum publish_state begin(struct publication *p, const char **sentence)
{
    if (!place_open(&p->place))
        return failed(p, _("无法在这里建立输出文件夹，请检查上级文件夹是否存在、是否可写"), sentence);
    staging_sweep(p->arena, &p->place, p->order, &p->notes);
    p->existed = is_there(p);
    enum publish_state state = p->existed ? judge(p, sentence) : PUBLISH_GOOD;
    if (state != PUBLISH_GOOD)
        return state;
    p->staging = staging_new(p->arena, &p->place);
    if (!p->staging)
        return failed(p, _("无法在这里建立输出文件夹，请检查上级文件夹是否存在、是否可写"), sentence);
    return PUBLISH_GOOD;
}

enum publish_state publication_begin(struct arena *arena, const struct publish_order *order,
                                     struct publication **publication, const char **sentence)
{
    struct publication *p = arena_alloc(arena, sizeof *p);
    p->arena = arena;
    p->order = order;
    p->place = place_of(arena, order->dir);
    p->shown = place_beside(arena, &p->place, p->place.name);
    p->notes = (struct buffer){.arena = arena};
    guard_hold_signals(&p->before);
    p->held = true;
    *publication = p;
    enum publish_state state = begin(p, sentence);
    if (state != PUBLISH_GOOD) {
        place_close(&p->place);
        release_signals(p);
    }
    return state;
}

/* ---- the guard ---- */

/* What the other process has left, when it didn't come to its end. */
static int settle_after(struct publication *p, const struct guard_end *end)
{
    const char *sentence = NULL;
    staging_settle(p->staging, p->order, &p->notes, &sentence);
    if (sentence)
        buffer_format(&p->notes, "%s\n", sentence);
    fputs(publication_notes(p), stderr);
    if (end->status >= 0 && !end->signal)
        return end->status;
    if (guard_is_ending(end->signal))
        return guard_end_by(end->signal);
    fprintf(stderr, _("程序中途停止（信号 %d），可能是内存不足；请减少 --jobs 后重试。\n"), end->signal);
    return -1;
}

bool publication_guard(struct publication *p, int *status)
{
    struct guard_end end;
    switch (guard_split(&p->before, &end)) {
    case GUARD_WORKER:
        p->held = false;
        return false;
    case GUARD_NONE:
        fprintf(stderr, _("无法启动工作进程（%s），请稍后重试。\n"), strerror(errno));
        publication_abandon(p);
        *status = -1;
        return true;
    default:
        *status = settle_after(p, &end);
        place_close(&p->place);
        release_signals(p);
        return true;
    }
}

/* ---- writing ---- */

const char *publication_write(struct publication *p, const char *path, const void *bytes, size_t size)
{
    return staging_write(p->staging, path, bytes, size);
}

/* The sum of what the file's name leads to now, and what is wrong with it. */
static const char *add_sum(struct publication *p, const struct entry *entry, struct arena *arena, struct buffer *sums)
{
    char text[SUM_DIGITS + 1];
    struct buffer bytes = {.arena = arena};
    const struct publish_order *order = p->order;
    int file = openat(staging_fresh(p->staging), entry->path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    bool good = file >= 0 && whole_read(file, &bytes);
    int failure = errno;
    good = (file < 0 || close(file) == 0) && good;
    if (!good) {
        errno = failure;
        return system_sentence(p->arena, _("文件写入后无法读回，请检查磁盘后重试"), entry->path);
    }
    struct sum sum = sum_of(buffer_text(&bytes), bytes.length);
    sum_write(&sum, text);
    buffer_format(sums, "%s  %s\n", text, entry->path);
    const char *wrong =
        order->proof ? order->proof(order->context, entry->path, buffer_text(&bytes), bytes.length, arena) : NULL;
    return wrong ? arena_string(p->arena, wrong) : NULL;
}

static void sync_folder(int folder, const char *path)
{
    int opened = openat(folder, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (opened < 0)
        return;
    fsync(opened);
    close(opened);
}

/* Sums of what can be read there, not of what was meant to be; and it is proof-read. */
static const char *write_sums(struct publication *p)
{
    struct tree tree = {.arena = p->arena};
    struct buffer sums = {.arena = p->arena};
    int folder = staging_fresh(p->staging);
    if (!tree_list(&tree, folder))
        return system_sentence(p->arena, _("文件写入后无法读回，请检查磁盘后重试"), tree.failed);
    for (size_t i = 0; i < tree.count; i++) {
        const struct entry *entry = &tree.entries[i];
        if (S_ISDIR(entry->status.st_mode)) {
            sync_folder(folder, entry->path);
            continue;
        }
        struct arena *arena = arena_new();
        const char *error = add_sum(p, entry, arena, &sums);
        arena_free(arena);
        if (error)
            return error;
    }
    const char *error = publication_write(p, SUMS, buffer_text(&sums), sums.length);
    p->written = (struct listing){.arena = p->arena, .own = SUMS};
    if (!error && !listing_read(&p->written, buffer_text(&sums), sums.length))
        p->written.count = 0;
    sync_folder(folder, ".");
    return error;
}

/* ---- taking DIR's place ---- */

static enum publish_state not_placed(struct publication *p, const char **sentence)
{
    if (errno != EEXIST && errno != ENOTEMPTY && errno != ENOTDIR)
        return failed(p, _("无法把结果放到输出位置，请检查权限"), sentence);
    *sentence = arena_format(p->arena,
                             _("运行期间输出位置出现了别的内容，没有动它，也没有发布；请把它移走，"
                               "或换一个输出文件夹，再运行一次：'%s'"),
                             p->shown);
    return PUBLISH_REFUSED;
}

static enum publish_state place_free(struct publication *p, const char **sentence)
{
    return staging_place(p->staging) ? PUBLISH_GOOD : not_placed(p, sentence);
}

/* The old folder under its new name first, so that at no time it depends on what happens next. */
static enum publish_state place_beside_old(struct publication *p, const char **sentence)
{
    const char *aside = staging_set_aside(p->arena, &p->place, p->place.folder, p->place.name);
    if (!aside)
        return failed(p, _("无法给原来的输出文件夹改名，请检查权限"), sentence);
    enum publish_state state = place_free(p, sentence);
    if (state == PUBLISH_GOOD)
        p->kept = place_beside(p->arena, &p->place, aside);
    else if (renameat2(p->place.folder, aside, p->place.folder, p->place.name, RENAME_NOREPLACE) != 0)
        *sentence =
            arena_format(p->arena, _("%s。原来的输出现在在 '%s'"), *sentence, place_beside(p->arena, &p->place, aside));
    return state;
}

/* The rule held when the run began; it must still hold before the step, and for what the step brought back. */
static enum publish_state place_over_old(struct publication *p, const char **sentence)
{
    enum publish_state state = judge(p, sentence);
    if (state != PUBLISH_GOOD)
        return state;
    if (!staging_swap(p->staging))
        return errno == ENOENT ? place_free(p, sentence) : not_placed(p, sentence);
    return staging_settle(p->staging, p->order, &p->notes, sentence);
}

enum publish_state publication_finish(struct publication *p, const char **sentence)
{
    *sentence = write_sums(p);
    if (*sentence)
        return PUBLISH_FAILED;
    enum publish_state state;
    if (!p->existed || !is_there(p))
        state = place_free(p, sentence);
    else if (p->put_aside)
        state = place_beside_old(p, sentence);
    else
        state = place_over_old(p, sentence);
    sync_folder(p->place.folder, ".");
    return state;
}

void publication_abandon(struct publication *p)
{
    const char *sentence = NULL;
    if (p->staging)
        staging_settle(p->staging, p->order, &p->notes, &sentence);
    if (sentence)
        buffer_format(&p->notes, "%s\n", sentence);
    place_close(&p->place);
    release_signals(p);
}

const char *publication_kept(const struct publication *p)
{
    return p->kept;
}

const char *publication_notes(struct publication *p)
{
    const char *notes = buffer_text(&p->notes);
    p->notes = (struct buffer){.arena = p->arena};
    return notes;
}

/* ---- names ---- */

/* With what goes behind it (-工作簿, -2, .xlsx) a name stays within 200. */
#define NAME_BYTES 180

/* The text without what a file system or a person would trip over. */
static const char *clean_text(struct arena *arena, const char *text, bool leads)
{
    struct buffer clean = {.arena = arena};
    buffer_add(&clean, "");
    for (const char *c = text; *c; c++) {
        bool control = (unsigned char)*c < 0x20 || *c == 0x7F;
        bool trap = strchr("/\\:*?\"<>|'`$&;~#%!", *c) != NULL || *c == ' ';
        bool leading = leads && !clean.length && (*c == '.' || *c == '-');
        buffer_add_n(&clean, control || trap || leading ? "_" : c, 1);
    }
    return clean.data;
}

/* At most `room` bytes of it, cut between characters. */
static const char *cut_text(struct arena *arena, const char *text, size_t room)
{
    size_t length = strlen(text);
    if (length <= room)
        return text;
    while (room > 0 && ((unsigned char)text[room] & 0xC0) == 0x80)
        room--;
    return arena_string_n(arena, text, room);
}

/* Windows drops dots at the end. */
static const char *without_dots(struct arena *arena, const char *name)
{
    size_t length = strlen(name);
    while (length > 1 && name[length - 1] == '.')
        length--;
    return length ? arena_string_n(arena, name, length) : "_";
}

const char *publish_clean_name(struct arena *arena, const char *name)
{
    return without_dots(arena, cut_text(arena, clean_text(arena, name, true), NAME_BYTES));
}

const char *publish_area_name(struct arena *arena, const char *code, const char *name, const char *period)
{
    const char *last = clean_text(arena, period, false);
    size_t room = NAME_BYTES - strlen("-") - strlen(last);
    const char *first = cut_text(arena, clean_text(arena, code, true), room - strlen("-"));
    room -= strlen(first) + strlen("-");
    const char *middle = cut_text(arena, clean_text(arena, name, false), room);
    return without_dots(arena, arena_format(arena, "%s-%s-%s", first, middle, last));
}
