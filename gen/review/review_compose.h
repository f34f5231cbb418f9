/* SPDX-License-Identifier: MIT */
/* Builds the 复核 page (document/review_page.h) from the results and from what the run wrote. */
#ifndef TONGBAO_REVIEW_REVIEW_COMPOSE_H
#define TONGBAO_REVIEW_REVIEW_COMPOSE_H

#include "document/review_page.h"
#include "words/composer.h"

/* A file of the publication. */
struct review_file {
    const char *path;        /* relative to DIR */
    const struct area *area; /* NULL: a table for programs */
    enum document_kind kind; /* of a document */
    bool typeset;            /* a PDF: has faces and pages */
    bool editable;           /* as RTF */
    bool targets;            /* 目标任务分解表 */
    bool letter;             /* of reminder */
    bool correction;         /* 更正说明 */
    int pages;               /* or sheets; 0: not counted */
    size_t fallback_count;   /* different characters that came from the fallback face */
    const char *fallback;    /* the first of them, in the order of their codes */
};

/* What the page is told beside the results. */
struct review_facts {
    const struct review_file *files;
    size_t file_count;
    const char *mark; /* of the publication, for the page */
};

/* The page lives in `arena`. */
const struct review_page *review_page_compose(const struct composer *composer, const struct review_facts *facts,
                                              struct arena *arena);

#endif
