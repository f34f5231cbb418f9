/* SPDX-License-Identifier: MIT */
#include "cli/proofs.h"

#include "base/message.h"
#include "check/editions.h"
#include "proof/whole.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct proofs {
    const struct proof *proof;
    struct proof_file *files; /* by path */
    size_t count;
};

static int by_path(const void *a, const void *b)
{
    const struct proof_file *one = a, *other = b;
    return strcmp(one->path, other->path);
}

struct proofs *proofs_new(const struct composer *composer, const struct document_job *jobs, size_t count,
                          struct arena *arena)
{
    struct proofs *proofs = arena_alloc(arena, sizeof *proofs);
    proofs->proof = proof_new(composer, arena);
    proofs->files = arena_alloc(arena, (count + 1) * sizeof *proofs->files);
    proofs->count = count;
    for (size_t i = 0; i < count; i++) {
        const struct document_job *job = &jobs[i];
        proofs->files[i] =
            (struct proof_file){.path = job->path,
                                .area = job->area,
                                .template = job->edition ? job->edition->template : job->product->template,
                                .of_area = job->product->each_area};
    }
    qsort(proofs->files, count, sizeof *proofs->files, by_path);
    return proofs;
}

const char *proofs_check(const struct proofs *proofs, const char *path, const void *bytes, size_t length,
                         struct arena *arena)
{
    struct proof_file wanted = {.path = path};
    const struct proof_file *file = bsearch(&wanted, proofs->files, proofs->count, sizeof *proofs->files, by_path);
    return file ? proof_check(proofs->proof, file, bytes, length, arena) : NULL;
}

const char *proofs_whole(const struct proofs *proofs, const char *dir, bool *unread, struct arena *arena)
{
    return proof_whole(proofs->proof, dir, proofs->files, proofs->count, unread, arena);
}

enum exit_status proofs_issue(const struct composer *composer, const struct options *options, const char *dir,
                              bool aloud, struct arena *arena)
{
    size_t count;
    bool unread = false;
    const char *sentence = NULL;
    const struct document_job *jobs = documents_plan(composer, options, arena, &count, &sentence);
    if (jobs)
        sentence = proofs_whole(proofs_new(composer, jobs, count, arena), dir, &unread, arena);
    if (unread)
        fprintf(stderr, "%s", _("没有找到 pdftotext，PDF 里的文字没有核对；要核对的请安装 poppler-utils 后再来。\n"));
    if (sentence)
        fprintf(stderr, "%s\n", sentence);
    else if (aloud && count)
        printf("%s", _("文件里的文字和发布的数都对得上。\n"));
    return sentence ? EXIT_SYSTEM : EXIT_CLEAN;
}
