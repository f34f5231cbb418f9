/* SPDX-License-Identifier: MIT */
/* What an archive holds. */
#include "base/message.h"
#include "cli/archive.h"
#include "cli/paths.h"
#include "publish/bytes.h"
#include "publish/csv_out.h"
#include "publish/pack.h"
#include "publish/publish.h"
#include "publish/replace.h"
#include "publish/writing.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define CATALOGUE "归档文件目录.csv"

struct member {
    const char *path;  /* in the archive, below its folder */
    const char *from;  /* where it is read from; NULL: */
    const char *bytes; /* these */
    size_t size;
    struct sum sum;
};

struct members {
    struct arena *arena;
    struct member *items;
    size_t count;
};

const char *archive_name(const struct archive_work *work)
{
    static const char opening[] = "（更正";
    const struct recorded *recorded = &work->issue.recorded;
    const char *region = *recorded->setting_region ? recorded->setting_region : recorded->region_name;
    char *real = realpath(work->issue.dir, NULL);
    const char *dir = arena_string(work->arena, real ? real : work->issue.dir), *revision = "";
    free(real);
    for (const char *at = dir; (at = strstr(at, opening)); at += strlen(opening))
        revision = at;
    if (!text_ends(dir, "）") || strchr(revision, '/'))
        revision = "";
    return publish_clean_name(work->arena,
                              arena_format(work->arena, "%s-%s%s", region, recorded->period_name, revision));
}

/* ---- gathering ---- */

static void add_file(struct members *m, const char *path, const char *from, const struct sum *sum)
{
    struct member member = {.path = path, .from = from, .sum = *sum};
    ARRAY_ADD(m->arena, m->items, m->count, member);
}

static void add_bytes(struct members *m, const char *path, const char *bytes, size_t size)
{
    struct member member = {.path = path, .bytes = bytes, .size = size, .sum = sum_of(bytes, size)};
    ARRAY_ADD(m->arena, m->items, m->count, member);
}

static void add_list(struct members *m, const char *below, const char *folder, const struct file_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        add_file(m, arena_format(m->arena, "%s%s", below, list->items[i].file),
                 arena_format(m->arena, "%s/%s", folder, list->items[i].file), &list->items[i].sum);
}

static bool has(const struct members *m, const char *path)
{
    for (size_t i = 0; i < m->count; i++)
        if (strcmp(m->items[i].path, path) == 0)
            return true;
    return false;
}

/* A file that was passed over, and of which audit.csv says so: without it a later run would not say the same. Of a
 * folder its name alone is kept. */
static const char *add_passed_over(struct archive_work *work, struct members *m)
{
    const struct findings *findings = &work->session.findings;
    for (size_t i = 0; i < findings->count; i++) {
        const char *file = findings->items[i].where.file;
        const char *from = file ? arena_format(m->arena, "%s/%s", work->region, file) : "";
        const char *path = arena_format(m->arena, "inputs/%s", file ? file : "");
        struct stat status;
        if (!file || !listing_is_plain(file) || has(m, path) || stat(from, &status) != 0)
            continue;
        struct buffer bytes = {.arena = m->arena};
        if (S_ISDIR(status.st_mode)) {
            path = arena_format(m->arena, "%s/.folder", path);
            if (!has(m, path))
                add_bytes(m, path, "", 0);
        } else if (bytes_read_path(from, &bytes)) {
            add_bytes(m, path, buffer_text(&bytes), bytes.length);
        } else {
            return system_sentence(m->arena, _("文件读不出来，请检查权限"), from);
        }
    }
    return NULL;
}

static void add_outputs(struct archive_work *work, struct members *m)
{
    const struct listing *listing = &work->issue.holding.listing;
    for (size_t i = 0; i < listing->count; i++) {
        const struct listed *item = &listing->items[i];
        const char *from = arena_format(m->arena, "%s/%s", work->issue.dir, item->path);
        add_file(m, arena_format(m->arena, "outputs/%s", item->path), from, &item->sum);
        if (strcmp(item->path, RECORD) == 0)
            add_file(m, RECORD, from, &item->sum);
    }
}

/* A list of sums that is no member of itself is read when it is packed; its sum is taken here. */
static const char *add_read(struct members *m, const char *path, const char *from)
{
    struct buffer bytes = {.arena = m->arena};
    if (!bytes_read_path(from, &bytes))
        return system_sentence(m->arena, _("文件读不出来，请检查权限"), from);
    add_bytes(m, path, buffer_text(&bytes), bytes.length);
    return NULL;
}

static void add_catalogue(struct archive_work *work, struct members *m, const struct archive_item *items, size_t count)
{
    static const char *const retentions[] = {
        [RETENTION_30] = "30年", [RETENTION_EVER] = "永久", [RETENTION_10] = "10年"};
    struct buffer text = {.arena = m->arena};
    struct csv_out csv = csv_out_begin(&text, "件号,责任者,文号,题名,日期,页数,保管期限,备注");
    for (size_t i = 0; i < count; i++) {
        csv_out_integer(&csv, (int)i + 1);
        csv_out_words(&csv, items[i].issuer);
        csv_out_words(&csv, items[i].number);
        csv_out_words(&csv, items[i].title);
        csv_out_field(&csv, items[i].date);
        csv_out_field(&csv, items[i].pages ? arena_format(m->arena, "%ld", items[i].pages) : NULL);
        csv_out_field(&csv, retentions[work->session.dataset->settings.retention]);
        csv_out_words(&csv, items[i].files);
        csv_out_end_row(&csv);
    }
    add_bytes(m, CATALOGUE, text.data, text.length);
}

static int by_path(const void *a, const void *b)
{
    return strcmp(((const struct member *)a)->path, ((const struct member *)b)->path);
}

static void sort(struct members *m)
{
    qsort(m->items, m->count, sizeof *m->items, by_path);
}

/* As sha256sum writes it. */
static void add_sums(struct members *m)
{
    struct buffer text = {.arena = m->arena};
    sort(m);
    for (size_t i = 0; i < m->count; i++) {
        char digits[SUM_DIGITS + 1];
        const char *path = m->items[i].path;
        sum_write(&m->items[i].sum, digits);
        buffer_format(&text, "%s%s  ", strchr(path, '\\') ? "\\" : "", digits);
        for (; *path; path++)
            buffer_format(&text, *path == '\\' ? "\\%c" : "%c", *path);
        buffer_add(&text, "\n");
    }
    add_bytes(m, SUMS, text.data, text.length);
    sort(m);
}

/* An earlier issue with which this one was compared: of it what was read, and its sums, by which it is known as one.
 * It is a publication, or an archive's folder with one in outputs/. */
static const char *add_earlier(struct members *m, const char *folder, const char *dir, const struct file_list *list)
{
    const char *within = "";
    for (size_t i = 0; i < list->count; i++)
        if (text_starts(list->items[i].file, "outputs/"))
            within = "outputs/";
    if (!list->count)
        return NULL;
    add_list(m, folder, dir, list);
    const char *sums = arena_format(m->arena, "%s%s" SUMS, folder, within);
    return has(m, sums) ? NULL : add_read(m, sums, arena_format(m->arena, "%s/%s" SUMS, dir, within));
}

static const char *gather(struct archive_work *work, struct members *m, const struct archive_item *items, size_t count)
{
    const struct recorded *recorded = &work->issue.recorded;
    const char *templates = arena_format(m->arena, "%s/..", paths_templates(m->arena));
    add_outputs(work, m);
    add_list(m, "inputs/", work->region, &recorded->inputs);
    add_list(m, "", templates, &recorded->program_files);
    const char *error = add_passed_over(work, m);
    if (!error)
        error = add_read(m, "outputs/" SUMS, arena_format(m->arena, "%s/" SUMS, work->issue.dir));
    if (!error)
        error = add_earlier(m, "previous/", work->earlier.previous, &recorded->previous);
    if (!error)
        error = add_earlier(m, "last/", work->earlier.last, &recorded->last);
    if (error)
        return error;
    add_catalogue(work, m, items, count);
    add_sums(m);
    return NULL;
}

/* ---- packing ---- */

static const char *pack_member(struct pack *pack, const struct member *member, struct arena *arena)
{
    struct buffer bytes = {.arena = arena};
    if (!member->from)
        return pack_add(pack, member->path, member->bytes, member->size);
    if (!bytes_read_path(member->from, &bytes))
        return system_sentence(arena, _("文件读不出来，请检查权限"), member->from);
    struct sum sum = sum_of(buffer_text(&bytes), bytes.length);
    if (!sum_same(&sum, &member->sum))
        return arena_format(arena, _("文件在封存期间被改过，没有封存；请再运行一次：'%s'"),
                            text_line(arena, member->from));
    return pack_add(pack, member->path, buffer_text(&bytes), bytes.length);
}

const char *archive_bytes(struct archive_work *work, const struct archive_item *items, size_t count, struct buffer *out)
{
    struct members members = {.arena = work->arena};
    const char *error = gather(work, &members, items, count);
    struct pack *pack = error ? NULL : pack_begin(work->arena, archive_name(work), out, &error);
    if (!pack)
        return error;
    for (size_t i = 0; i < members.count && !error; i++) {
        struct arena *arena = arena_new();
        error = pack_member(pack, &members.items[i], arena);
        error = error ? arena_string(work->arena, error) : NULL;
        arena_free(arena);
    }
    const char *unended = pack_end(pack);
    return error ? error : unended;
}
