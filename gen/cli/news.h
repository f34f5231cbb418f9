/* What workers tell the parent process about their documents, through a pipe. */
#ifndef TONGBAO_CLI_NEWS_H
#define TONGBAO_CLI_NEWS_H

#include "base/finding.h"
#include "render/render.h"

#include <stdbool.h>

enum news_kind { NEWS_DONE, NEWS_REFUSED, NEWS_FAILED, NEWS_FINDING };

struct news {
    enum news_kind kind;
    size_t job; /* its index */
    int pages;
    size_t fallback_count;
    /* FINDING: */
    enum rule rule;
    enum severity severity;
    int line, at;
    /* Why not; of a document that is done the characters from the fallback face. Of a finding its file, column, line
     * and arguments, each ended by a NUL. */
    char sentence[1800];
};

void news_tell(int pipe_end, enum news_kind kind, size_t job, const char *sentence, const struct render_notes *notes);
void news_tell_finding(int pipe_end, size_t job, const struct finding *finding);
/* The next piece of news, waiting for it; false when all workers have closed their ends. */
bool news_read(int pipe_end, struct news *news);
/* Adds the finding, unless the same is there already: the areas' documents share their templates. */
void news_take_finding(const struct news *news, struct findings *findings);

#endif
