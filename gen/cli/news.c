#include "cli/news.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

_Static_assert(sizeof(struct news) <= PIPE_BUF, "news must be written whole or not at all, whichever worker writes");

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

static void send_news(int pipe_end, const struct news *news)
{
    while (write(pipe_end, news, sizeof *news) < 0 && errno == EINTR)
        ;
}

void news_tell(int pipe_end, enum news_kind kind, size_t job, const char *sentence, const struct render_notes *notes)
{
    struct news news = {.kind = kind, .job = job, .pages = notes->pages, .fallback_count = notes->fallback_count};
    take_text(news.sentence, sizeof news.sentence, sentence);
    send_news(pipe_end, &news);
}

void news_tell_finding(int pipe_end, size_t job, const struct finding *finding)
{
    const struct where *where = &finding->where;
    struct news news = {.kind = NEWS_FINDING,
                        .job = job,
                        .rule = finding->rule,
                        .severity = finding->severity,
                        .line = where->line,
                        .at = where->at};
    const char *const texts[] = {where->file ? where->file : "", where->column ? where->column : "",
                                 where->text ? where->text : ""};
    size_t used = 0, last = sizeof news.sentence - 1;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        used += take_text(news.sentence + used, (last - used) / 2, texts[i]);
    for (const char *const *argument = finding->arguments; *argument && last - used > 1; argument++)
        used += take_text(news.sentence + used, last - used, *argument);
    send_news(pipe_end, &news);
}

bool news_read(int pipe_end, struct news *news)
{
    size_t have = 0;
    while (have < sizeof *news) {
        ssize_t got = read(pipe_end, (char *)news + have, sizeof *news - have);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        have += (size_t)got;
    }
    return true;
}

void news_take_finding(const struct news *news, struct findings *findings)
{
    enum { MOST = 8 };
    struct findings made = {.arena = findings->arena};
    const char *arguments[MOST + 1] = {NULL}, *at = news->sentence, *texts[3];
    for (int i = 0; i < 3; i++, at += strlen(at) + 1)
        texts[i] = at;
    for (int i = 0; i < MOST && at < news->sentence + sizeof news->sentence - 1; i++, at += strlen(at) + 1)
        arguments[i] = at;
    struct where where = {.file = texts[0], .column = texts[1], .text = texts[2], .line = news->line, .at = news->at};
    finding_add_as(&made, news->rule, news->severity, &where, arguments);
    findings_merge(&made, findings);
}
