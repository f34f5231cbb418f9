/* SPDX-License-Identifier: MIT */
/* Which files a run writes, and writing them by a few worker processes. */
#ifndef TONGBAO_CLI_DOCUMENTS_H
#define TONGBAO_CLI_DOCUMENTS_H

#include "cli/characters.h"
#include "cli/options.h"
#include "publish/publish.h"
#include "render/render.h"
#include "template/products.h"

struct edition;

struct document_job {
    const struct product *product;
    const struct edition *edition; /* of it; NULL: there is but one */
    const struct renderer *renderer;
    const struct area *area;
    const char *path;          /* relative to DIR */
    struct render_notes notes; /* filled by workers_write */
    bool refused;              /* by workers_write, for what is in it */
};

/* The files in order: every product, or the editions of it that are due, for the region and each area, by each renderer
 * of its kind that is wanted. NULL with *error set to a complete sentence when --area names nobody. */
struct document_job *documents_plan(const struct composer *composer, const struct options *options, struct arena *arena,
                                    size_t *count, const char **error);
/* Whether files of that kind are asked for. */
bool documents_want(const struct options *options, const struct settings *settings, const struct renderer *renderer);
/* The areas that --area names, one for each in the order given. NULL with *error set to a complete sentence when one of
 * them is nobody, or could be two. */
const struct area *const *documents_areas(const struct dataset *dataset, const struct options *options,
                                          struct arena *arena, const char **error);
/* Whether a run of this region and period could write a document of that name, relative to DIR: also for an area that
 * is no longer there, or of a kind that is not asked for this time. */
bool documents_may_have(const struct composer *composer, const char *path);
/* Whether the name, relative to DIR, is that of a document which the command line leaves out: of a kind that isn't in
 * --only, or of another area than those of --area. */
bool documents_left_out(const struct composer *composer, const struct options *options, const char *path);
bool documents_need_fonts(const struct document_job *jobs, size_t count);

/* Composes and renders one document; its bytes are appended to `out`. Speaks the language of the process, and what
 * is published is Chinese: the caller sets LC_MESSAGES to C. NULL, or a complete sentence, in out->arena, when it
 * cannot be rendered from this input; what is wrong with its template or its characters becomes findings in `faults`,
 * and with errors among them nothing is rendered. */
const char *documents_render(const struct composer *composer, const struct document_job *job,
                             const struct render_context *context, struct characters *characters,
                             struct findings *faults, struct buffer *out);

/* Composes every document of a run, and keeps nothing but what is wrong with their templates, and with the characters
 * of those that would be written. */
void documents_try(const struct composer *composer, struct characters *characters, struct findings *findings);

#endif
