/* SPDX-License-Identifier: MIT */
/* One run over a region folder, up to the results: what the commands check and run share. */
#ifndef TONGBAO_CLI_SESSION_H
#define TONGBAO_CLI_SESSION_H

#include "cli/options.h"
#include "words/composer.h"

#include <stdio.h>

struct session {
    struct arena *arena;
    const struct options *options;
    struct findings findings;
    const struct dataset *dataset;
    struct period period;
    struct files_read inputs; /* what was read */
    struct engine *engine;    /* NULL when the input was refused */
};

/* Reads, checks and computes. After it, findings are complete and sorted; with errors among them nothing may be
 * published. EXIT_CLEAN to go on, EXIT_USAGE or EXIT_SYSTEM with the sentence printed. */
enum exit_status session_open(struct session *session, const struct options *options, struct arena *arena);

/* How a command ends that refused: EXIT_SYSTEM where the machine kept something from being read, else EXIT_REFUSED. */
enum exit_status session_refused(const struct session *session);

/* Prints findings of at least `least`, the worst first, at most `most` of them (0: all), and a line that counts all. */
void session_print_findings(const struct session *session, FILE *to, enum severity least, size_t most);

#endif
