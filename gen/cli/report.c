/* SPDX-License-Identifier: MIT */
#include "cli/report.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

_Static_assert(sizeof(struct report) <= PIPE_BUF,
               "a report must be written whole or not at all, whichever worker writes");

/* As much of the text as there is room for, cut between characters; returns how much was taken. */
static size_t take_text(char *room, size_t size, const char *text)
{
    size_t length = strlen(text);
    if (length >= size)
        for (length = size - 1; length && ((unsigned char)text[length] & 0xC0) == 0x80;)
            length--;
    memcpy(room, text, length);
    room[length] = '\0';
    return length + 1;
}

static void send_report(int pipe_end, const struct report *report)
{
    while (write(pipe_end, report, sizeof *report) < 0 && errno == EINTR)
        ;
}

void report_tell(int pipe_end, enum report_kind kind, size_t job, const char *sentence,
                 const struct render_notes *notes)
{
    struct report report = {.kind = kind, .job = job, .pages = notes->pages, .fallback_count = notes->fallback_count};
    take_text(report.sentence, sizeof report.sentence, sentence);
    send_report(pipe_end, &report);
}

void report_tell_finding(int pipe_end, size_t job, const struct finding *finding)
{
    const struct where *where = &finding->where;
    struct report report = {.kind = REPORT_FINDING,
                            .job = job,
                            .rule = finding->rule,
                            .severity = finding->severity,
                            .line = where->line,
                            .at = where->at};
    const char *const texts[] = {where->file ? where->file : "", where->column ? where->column : "",
                                 where->text ? where->text : ""};
    size_t used = 0, last = sizeof report.sentence - 1;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        used += take_text(report.sentence + used, (last - used) / 2, texts[i]);
    for (const char *const *argument = finding->arguments; *argument && last - used > 1; argument++)
        used += take_text(report.sentence + used, last - used, *argument);
    send_report(pipe_end, &report);
}

bool report_read(int pipe_end, struct report *report)
{
    size_t have = 0;
    while (have < sizeof *report) {
        ssize_t got = read(pipe_end, (char *)report + have, sizeof *report - have);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        have += (size_t)got;
    }
    return true;
}

void report_take_finding(const struct report *report, struct findings *findings)
{
    enum { MOST = 8 };
    struct findings made = {.arena = findings->arena};
    const char *arguments[MOST + 1] = {NULL}, *at = report->sentence, *texts[3];
    for (int i = 0; i < 3; i++, at += strlen(at) + 1)
        texts[i] = at;
    for (int i = 0; i < MOST && at < report->sentence + sizeof report->sentence - 1; i++, at += strlen(at) + 1)
        arguments[i] = at;
    struct where where = {.file = *texts[0] ? texts[0] : NULL,
                          .column = *texts[1] ? texts[1] : NULL,
                          .text = texts[2],
                          .line = report->line,
                          .at = report->at};
    finding_add_as(&made, report->rule, report->severity, &where, arguments);
    findings_merge(&made, findings);
}
