/* SPDX-License-Identifier: MIT */
/* What workers tell the parent process about their documents, through a pipe. */
#ifndef TONGBAO_CLI_REPORT_H
#define TONGBAO_CLI_REPORT_H

#include "base/finding.h"
#include "render/render.h"

#include <stdbool.h>

enum report_kind { REPORT_DONE, REPORT_REFUSED, REPORT_FAILED, REPORT_FINDING };

struct report {
    enum report_kind kind;
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

void report_tell(int pipe_end, enum report_kind kind, size_t job, const char *sentence,
                 const struct render_notes *notes);
void report_tell_finding(int pipe_end, size_t job, const struct finding *finding);
/* The next report, waiting for it; false when all workers have closed their ends. */
bool report_read(int pipe_end, struct report *report);
/* Adds the finding, unless the same is there already: the areas' documents share their templates. */
void report_take_finding(const struct report *report, struct findings *findings);

#endif
