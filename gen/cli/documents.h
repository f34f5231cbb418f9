/* Which files a run writes, and writing them by a few worker processes. */
#ifndef TONGBAO_CLI_DOCUMENTS_H
#define TONGBAO_CLI_DOCUMENTS_H

#include "cli/options.h"
#include "compose/compose.h"
#include "publish/publish.h"
#include "render/render.h"

struct document_job {
    const struct product *product;
    const struct renderer *renderer;
    const struct area *area;
    const char *path;          /* relative to DIR */
    struct render_notes notes; /* filled by documents_write */
};

/* The files in order: every product for the region and each area, by each renderer of its kind that is wanted. NULL
 * with *error set to a complete sentence when --area names nobody. */
struct document_job *documents_plan(const struct composer *composer, const struct options *options, struct arena *arena,
                                    size_t *count, const char **error);
bool documents_need_fonts(const struct document_job *jobs, size_t count);

/* Composes, renders and writes all of them in `workers` processes (0: one for each processor) and notes what became of
 * each; strings go into the arena of the findings. EXIT_CLEAN; or
 * EXIT_REFUSED with a finding for each document that could not be rendered from this input; or EXIT_SYSTEM with the
 * sentence printed. */
enum exit_status documents_write(const struct composer *composer, struct document_job *jobs, size_t count,
                                 const struct render_context *context, struct publication *publication, long workers,
                                 struct findings *findings);

#endif
