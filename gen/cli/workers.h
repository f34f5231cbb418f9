/* SPDX-License-Identifier: MIT */
/* The processes that write a run's documents: forked once all is read and computed, each takes the next document as
 * soon as it has done one. */
#ifndef TONGBAO_CLI_WORKERS_H
#define TONGBAO_CLI_WORKERS_H

#include "cli/documents.h"

/* Composes, renders and writes all of them in `workers` processes (0: one for each processor) and notes what became of
 * each; strings go into the arena of the findings. EXIT_CLEAN; or
 * EXIT_REFUSED with a finding for each document that could not be rendered from this input; or EXIT_SYSTEM with the
 * sentence printed. */
enum exit_status workers_write(const struct composer *composer, struct document_job *jobs, size_t count,
                               const struct render_context *context, struct publication *publication, long workers,
                               struct findings *findings);

#endif
