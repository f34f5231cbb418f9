/* SPDX-License-Identifier: MIT */
/* Doing something again whenever one of the files it depends on has been saved. */
#ifndef TONGBAO_CLI_WATCH_H
#define TONGBAO_CLI_WATCH_H

#include "cli/options.h"

/* One round: everything it takes lives in `arena`, which is freed before the next. */
struct watch_round {
    enum exit_status (*work)(const struct options *options, struct arena *arena, void *memory);
    void *memory;        /* what the work keeps from round to round */
    const char *ignored; /* the base name of a file that the round itself writes; NULL: it writes none */
};

/* Works once, then after each save in the region folder options->input or in the program's templates, until SIGINT.
 * EXIT_CLEAN then, whatever the rounds returned; EXIT_USAGE when the first round says that the command itself is wrong;
 * EXIT_SYSTEM, with the sentence printed, when nothing can be watched or standard output takes no more. */
enum exit_status watch_rounds(const struct options *options, const struct watch_round *round);

#endif
