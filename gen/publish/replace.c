/* SPDX-License-Identifier: MIT */
#include "publish/replace.h"

#include "base/message.h"
#include "base/text.h"
#include "publish/seal.h"
#include "publish/tenant.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* A longer list of sums is none of ours. */
#define LONGEST_SUMS ((size_t)256 * 1024 * 1024)

static const char *shown(const struct candidate *c, const char *path)
{
    return text_line(c->arena, path);
}

static enum publish_state refuse(struct candidate *c, const char *sentence)
{
    c->sentence = sentence;
    return PUBLISH_REFUSED;
}

static enum publish_state fail(struct candidate *c, const char *path)
{
    int failure = errno;
    const char *where = *path ? arena_format(c->arena, "%s/%s", c->shown, shown(c, path)) : c->shown;
    c->sentence = arena_format(c->arena, _("输出位置原有的内容读不出来，没有替换；请检查磁盘和权限：'%s'（%s）"), where,
                               strerror(failure));
    return PUBLISH_FAILED;
}

/* ---- the checks, in order; each may count on those before it ---- */

/* A folder of its own, no link to one and nothing mounted. */
static enum publish_state check_kind(struct candidate *c)
{
    struct stat status;
    if (fstatat(c->holder, c->name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return fail(c, "");
    if (S_ISLNK(status.st_mode))
        return refuse(c,
                      arena_format(c->arena,
                                   _("输出位置是一个链接，没有动它；请直接写它所指的文件夹，或换一个输出文件夹：'%s'"),
                                   c->shown));
    if (!S_ISDIR(status.st_mode))
        return refuse(c, arena_format(c->arena,
                                      _("输出位置已有一个同名的文件，没有覆盖；请把它移走，或换一个输出文件夹：'%s'"),
                                      c->shown));
    if (tree_is_mount(c->holder, c->name))
        return refuse(c,
                      arena_format(c->arena, _("输出位置是挂载点，不能整个替换；请写它里面的一个文件夹，如 '%s/输出'"),
                                   c->shown));
    c->folder = openat(c->holder, c->name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    return c->folder >= 0 ? PUBLISH_GOOD : fail(c, "");
}

/* What was issued stays issued, whatever the run. */
static enum publish_state check_unsealed(struct candidate *c)
{
    struct seal seal;
    if (!seal_read(c->arena, c->folder, &seal))
        return PUBLISH_GOOD;
    const char *archive =
        seal.archive ? arena_format(c->arena, _("（归档包 %s）"), text_line(c->arena, seal.archive)) : "";
    return refuse(c, arena_format(c->arena,
                                  _("输出文件夹已经封存%s，没有动它；内容要更正的，请发布到另一个文件夹"
                                    "（make report 加 REVISION=1）：'%s'"),
                                  archive, c->shown));
}

/* Its list of sums is there, and a plain file. */
static enum publish_state check_sums_there(struct candidate *c)
{
    const char **names;
    size_t count;
    struct stat status;
    if (fstatat(c->folder, SUMS, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(status.st_mode))
        return PUBLISH_GOOD;
    if (!tree_names(c->arena, c->folder, &names, &count))
        return fail(c, "");
    return refuse(c,
                  arena_format(c->arena,
                               _("输出文件夹里已有别的内容，不是本程序发布的，没有动它；请把它移走，换一个输出文件夹，"
                                 "或加 --keep-old 把它改名保留：'%s' 里的 '%s'"),
                               c->shown, count ? shown(c, names[0]) : SUMS));
}

/* The whole file. NULL with errno set; errno 0: it is no file to be read. */
static const char *read_sums(struct candidate *c, size_t *length)
{
    struct stat *status = &c->listing.own_status;
    struct buffer text = {.arena = c->arena};
    char chunk[65536];
    int file = openat(c->folder, SUMS, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return NULL;
    ssize_t got = -1;
    errno = 0;
    if (fstat(file, status) == 0 && S_ISREG(status->st_mode) && (size_t)status->st_size <= LONGEST_SUMS)
        while ((got = read(file, chunk, sizeof chunk)) > 0 && text.length <= LONGEST_SUMS)
            buffer_add_n(&text, chunk, (size_t)got);
    int failure = errno;
    close(file);
    errno = failure;
    *length = text.length;
    return got == 0 ? buffer_text(&text) : NULL;
}

static enum publish_state check_sums(struct candidate *c)
{
    size_t length;
    c->listing = (struct listing){.arena = c->arena, .own = SUMS};
    const char *text = read_sums(c, &length);
    if (!text && errno)
        return fail(c, SUMS);
    if (text && listing_read(&c->listing, text, length))
        return PUBLISH_GOOD;
    return refuse(c, arena_format(c->arena,
                                  _("输出文件夹里的 %s 不是本程序写的，或被改过，没有动它；请把文件夹移走，"
                                    "换一个输出文件夹，或加 --keep-old 把它改名保留：'%s'"),
                                  SUMS, c->shown));
}

static const char *strange_words(enum strange kind)
{
    switch (kind) {
    case STRANGE_FOLDER:
        return _("输出文件夹里有一个不是本程序建立的文件夹");
    case STRANGE_CHANGED:
        return _("输出文件夹里有一个文件，发布后被改过");
    case STRANGE_LINK:
        return _("输出文件夹里有一个链接");
    case STRANGE_SPECIAL:
        return _("输出文件夹里有设备、管道或挂载点");
    default:
        return _("输出文件夹里有一个不是本程序发布的文件");
    }
}

static enum publish_state refuse_strange(struct candidate *c, enum strange kind, const char *path)
{
    return refuse(c, arena_format(c->arena,
                                  _("%s，没有动它；请把它移走，换一个输出文件夹，"
                                    "或加 --keep-old 把原来的输出改名保留：'%s' 里的 '%s'"),
                                  strange_words(kind), c->shown, shown(c, path)));
}

static enum publish_state check_content(struct candidate *c)
{
    struct stranger first = listing_examine(&c->listing, c->folder);
    if (first.kind == STRANGE_UNREAD)
        return fail(c, first.path);
    return first.kind == STRANGE_NOTHING ? PUBLISH_GOOD : refuse_strange(c, first.kind, first.path);
}

static enum publish_state check_tenant(struct candidate *c)
{
    if (!c->order->dataset)
        return PUBLISH_GOOD;
    switch (tenant_of(&c->listing, c->folder, c->order)) {
    case TENANT_SAME:
        return PUBLISH_GOOD;
    case TENANT_PERIOD:
        return refuse(c, arena_format(c->arena,
                                      _("输出文件夹里是另一个时期的发布，没有替换；请换一个输出文件夹，"
                                        "或加 --keep-old 把它改名保留：'%s'"),
                                      c->shown));
    case TENANT_REGION:
        return refuse(c, arena_format(c->arena,
                                      _("输出文件夹里是另一个地区的发布，没有替换；请换一个输出文件夹，"
                                        "或加 --keep-old 把它改名保留：'%s'"),
                                      c->shown));
    case TENANT_UNKNOWN:
        return refuse(c, arena_format(c->arena,
                                      _("看不出输出文件夹里是哪个地区、哪个时期的发布（要看 RUN.txt，没有时看 "
                                        "index.html 和 data/measures.csv），没有替换；"
                                        "请换一个输出文件夹，或加 --keep-old 把它改名保留：'%s'"),
                                      c->shown));
    default:
        return fail(c, "");
    }
}

/* Somebody may have made the list anew, with files of their own in it. */
static enum publish_state check_names(struct candidate *c)
{
    for (size_t i = 0; c->order->may_write && i < c->listing.count; i++) {
        const struct listed *item = &c->listing.items[i];
        if (item->there && !c->order->may_write(c->order->context, item->path))
            return refuse_strange(c, STRANGE_FILE, item->path);
    }
    return PUBLISH_GOOD;
}

/* What a run leaves out on demand is not thereby worthless. */
static enum publish_state check_nothing_lost(struct candidate *c)
{
    for (size_t i = 0; c->order->leaves_out && i < c->listing.count; i++) {
        const struct listed *item = &c->listing.items[i];
        if (item->there && c->order->leaves_out(c->order->context, item->path))
            return refuse(c,
                          arena_format(c->arena,
                                       _("输出文件夹里有这次不写的文件（--area 或 --only），没有替换；请去掉这些选项，"
                                         "换一个输出文件夹，或加 --keep-old 把原来的输出改名保留：'%s' 里的 '%s'"),
                                       c->shown, shown(c, item->path)));
    }
    return PUBLISH_GOOD;
}

/* Whoever removes files later must be allowed to: half a removal helps nobody. */
static enum publish_state check_permission(struct candidate *c)
{
    const char *last = "";
    for (size_t i = 0; i < c->listing.count; i++) {
        const char *path = c->listing.items[i].path, *slash = strrchr(path, '/');
        const char *folder = slash ? arena_string_n(c->arena, path, (size_t)(slash - path)) : ".";
        if (!c->listing.items[i].there || strcmp(folder, last) == 0)
            continue;
        if (faccessat(c->folder, folder, W_OK | X_OK, AT_EACCESS) != 0)
            return fail(c, slash ? folder : "");
        last = folder;
    }
    return PUBLISH_GOOD;
}

/* Whatever else may forbid it is one more row. */
static enum publish_state (*const checks[])(struct candidate *candidate) = {
    check_unsealed, check_sums_there, check_sums,         check_content,
    check_tenant,   check_names,      check_nothing_lost, check_permission,
};

enum publish_state replace_look(struct candidate *c)
{
    const char **names;
    size_t count;
    c->folder = -1;
    c->empty = false;
    c->sentence = NULL;
    c->listing = (struct listing){.arena = c->arena};
    c->state = check_kind(c);
    if (c->state != PUBLISH_GOOD)
        return c->state;
    if (!tree_names(c->arena, c->folder, &names, &count))
        return c->state = fail(c, "");
    c->empty = count == 0;
    return PUBLISH_GOOD;
}

enum publish_state replace_judge(struct candidate *c)
{
    replace_look(c);
    for (size_t i = 0; i < sizeof checks / sizeof *checks && !c->empty && c->state == PUBLISH_GOOD; i++)
        c->state = checks[i](c);
    return c->state;
}

bool replace_remove(const struct candidate *c)
{
    return listing_remove(&c->listing, c->folder) && unlinkat(c->holder, c->name, AT_REMOVEDIR) == 0;
}
