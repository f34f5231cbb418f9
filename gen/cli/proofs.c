/* SPDX-License-Identifier: MIT */
#include "cli/proofs.h"

#include "check/editions.h"
#include "proof/whole.h"

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

const char *proofs_whole(const struct proofs *proofs, const char *dir, struct arena *arena)
{
    return proof_whole(proofs->proof, dir, proofs->files, proofs->count, arena);
}
