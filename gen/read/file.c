/* SPDX-License-Identifier: MIT */
#include "read/file.h"

#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct source {
    const char *path;
    struct where where;
    struct arena *arena;
    struct findings *findings;
    size_t limit;
    struct arena *bytes; /* in which they are read */
};

/* Why it can't be opened; a link that leads nowhere is there and yet isn't. */
static void report_closed(const struct source *source, int error)
{
    struct stat status;
    const char *file = source->where.file;
    if (error == ENOMEM)
        memory_exhausted();
    if (error == ENOENT && lstat(source->path, &status) == 0)
        FINDING(source->findings, RULE_FILE_DANGLING, &source->where, file);
    else if (error == ENOENT)
        FINDING(source->findings, RULE_FILE_MISSING, &source->where, file);
    else if (error == ENXIO)
        FINDING(source->findings, RULE_FILE_SPECIAL, &source->where, file);
    else
        FINDING(source->findings, RULE_FILE_UNREADABLE, &source->where, strerror(error));
}

static void report_size(const struct source *source)
{
    const char *most = source->limit >= MEGABYTE ? arena_format(source->arena, "%zu MB", source->limit / MEGABYTE)
                                                 : arena_format(source->arena, "%zu KB", source->limit / 1024);
    FINDING(source->findings, RULE_FILE_SIZE, &source->where, most);
}

/* Only a regular file is read, and no more of it than the limit: a pipe would be waited for, a device never ends. */
static bool is_readable(const struct source *source, int file, struct stat *status)
{
    if (fstat(file, status) != 0)
        report_closed(source, errno);
    else if (S_ISDIR(status->st_mode))
        FINDING(source->findings, RULE_FILE_FOLDER, &source->where, source->where.file);
    else if (!S_ISREG(status->st_mode))
        FINDING(source->findings, RULE_FILE_SPECIAL, &source->where, source->where.file);
    else if (status->st_size > (off_t)source->limit)
        report_size(source);
    else
        return true;
    return false;
}

/* The rest of the open file, followed by a NUL; NULL with a finding. */
static char *read_bytes(const struct source *source, int file, size_t *length)
{
    struct buffer bytes = {.arena = source->bytes};
    char chunk[1 << 16];
    ssize_t got;
    while ((got = read(file, chunk, sizeof chunk)) != 0) {
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            report_closed(source, errno);
            return NULL;
        }
        buffer_add_n(&bytes, chunk, (size_t)got);
        if (bytes.length > source->limit) { /* it grew meanwhile */
            report_size(source);
            return NULL;
        }
    }
    buffer_add(&bytes, "");
    *length = bytes.length;
    return bytes.data;
}

static void report_change(const struct source *source)
{
    FINDING(source->findings, RULE_FILE_CHANGED, &source->where, source->where.file);
}

/* Whoever saves a file while it is read gives half of the old one and half of the new. */
static bool is_unchanged(int file, const struct stat *before)
{
    struct stat after;
    return fstat(file, &after) == 0 && after.st_size == before->st_size &&
           after.st_mtim.tv_sec == before->st_mtim.tv_sec && after.st_mtim.tv_nsec == before->st_mtim.tv_nsec;
}

static char *read_file(const struct source *source, size_t *length)
{
    int file = open(source->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0) {
        report_closed(source, errno);
        return NULL;
    }
    struct stat before;
    char *bytes = is_readable(source, file, &before) ? read_bytes(source, file, length) : NULL;
    bool whole = bytes && is_unchanged(file, &before);
    close(file);
    if (bytes && !whole)
        report_change(source);
    return whole ? bytes : NULL;
}

/* The sum is of these bytes, whatever the file holds by the time the run ends. */
static bool note_input(const struct source *source, struct file_list *inputs, const char *bytes, size_t length)
{
    if (!inputs)
        return true;
    struct sum sum = sum_of(bytes, length);
    if (file_list_add(inputs, source->arena, source->where.file, &sum))
        return true;
    report_change(source);
    return false;
}

const char *file_bytes(const char *folder, const char *file, size_t limit, struct arena *arena, struct arena *scratch,
                       struct findings *findings, struct file_list *inputs, size_t *length)
{
    struct source source = {
        arena_format(arena, "%s/%s", folder, file), {.file = file}, arena, findings, limit, scratch};
    char *bytes = read_file(&source, length);
    return bytes && note_input(&source, inputs, bytes, *length) ? bytes : NULL;
}

bool file_decode(const char *folder, const char *file, size_t limit, struct arena *arena, struct findings *findings,
                 struct file_list *inputs, struct decoded *decoded)
{
    struct source source = {arena_format(arena, "%s/%s", folder, file), {.file = file}, arena, findings, limit, arena};
    size_t length;
    char *bytes = read_file(&source, &length);
    if (!bytes || !note_input(&source, inputs, bytes, length))
        return false;
    enum content content = encoding_content(bytes, length);
    if (content != CONTENT_TEXT) {
        static const enum rule rules[] = {[CONTENT_WORKBOOK] = RULE_FILE_BINARY,
                                          [CONTENT_UTF16] = RULE_FILE_UTF16,
                                          [CONTENT_OTHER] = RULE_FILE_NO_TEXT};
        FINDING(findings, rules[content], &source.where, NULL);
        return false;
    }
    if (!encoding_decode(bytes, length, arena, decoded)) {
        FINDING(findings, RULE_FILE_UNREADABLE, &source.where, strerror(errno));
        return false;
    }
    if (strncmp(decoded->encoding, "UTF-8", 5) != 0 && !decoded->bad_count)
        FINDING(findings, RULE_FILE_ENCODING, &source.where, decoded->encoding);
    return true;
}

enum { LINES_TOLD = 10 };

/* Which cell of its line it stands in, by the marks that part cells. */
static int cell_number(const char *from, const char *at)
{
    int number = 1;
    bool quoted = false;
    for (; from < at; from++) {
        quoted ^= *from == '"';
        number += !quoted && (*from == ',' || *from == '\t' || *from == ';');
    }
    return number;
}

static const char *place_in_line(const struct bytes_report *report, const char *from, const char *at,
                                 struct arena *arena)
{
    if (!report->is_text)
        return arena_format(arena, "第%d列", cell_number(from, at));
    int characters = 1;
    for (const char *s = from; s < at; characters++)
        text_next(&s);
    return arena_format(arena, "第%d字", characters);
}

/* At most so much of the line before it as finds the place again; nothing of a file that is no text at all, whose
 * reading would be nonsense. */
static const char *text_before(const struct decoded *decoded, const char *from, const char *at, struct arena *arena)
{
    enum { SHOWN = 12, SOUND = 20 };
    if (decoded->bad_count > SOUND && decoded->bad_count * SOUND > decoded->length)
        return "";
    const char *start = at;
    for (int characters = 0; start > from && characters < SHOWN; characters++)
        for (start--; start > from && ((unsigned char)*start & 0xc0) == 0x80;)
            start--;
    return text_excerpt(arena, text_trim(arena, start, (size_t)(at - start)));
}

bool bytes_report_line(struct bytes_report *report, int line, const char *from, const char *end, struct arena *arena,
                       struct findings *findings)
{
    const struct decoded *decoded = report->decoded;
    size_t first = (size_t)(from - decoded->text), last = (size_t)(end - decoded->text), bad = report->next;
    while (bad > 0 && decoded->bad[bad - 1] >= first) /* a line that comes again */
        bad--;
    size_t next = bad;
    while (next < decoded->bad_count && decoded->bad[next] < last)
        next++;
    report->next = next;
    if (next == bad || line <= report->last_line)
        return next > bad;
    report->last_line = line;
    if (++report->lines > LINES_TOLD) {
        report->untold_line = report->untold_line ? report->untold_line : line;
        return true;
    }
    const char *at = decoded->text + decoded->bad[bad];
    struct where where = {.file = report->file, .line = line, .column = place_in_line(report, from, at, arena)};
    FINDING(findings, RULE_BYTES_INVALID, &where, text_before(decoded, from, at, arena), decoded->encoding);
    return true;
}

void bytes_report_end(const struct bytes_report *report, struct arena *arena, struct findings *findings)
{
    struct where where = {.file = report->file, .line = report->untold_line};
    if (report->lines > LINES_TOLD)
        FINDING(findings, RULE_BYTES_MORE, &where, arena_format(arena, "%zu", report->lines - LINES_TOLD));
}
