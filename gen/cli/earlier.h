/* SPDX-License-Identifier: MIT */
/* Where the earlier issues are that --previous and --last name: the folder itself, or what a packed archive holds. */
#ifndef TONGBAO_CLI_EARLIER_H
#define TONGBAO_CLI_EARLIER_H

#include "cli/options.h"
#include "publish/scratch.h"

struct earlier {
    const char *previous, *last; /* folders; NULL where none is named */
    struct scratch_loan loan;    /* holds those that were packed */
};

/* Unpacks what is packed; of others the name is taken as it is, whatever is there. EXIT_CLEAN with *earlier filled, to
 * be closed; else the sentence has been printed: EXIT_USAGE when a file is no archive of ours, EXIT_SYSTEM. */
enum exit_status earlier_open(struct earlier *earlier, const char *previous, const char *last, struct arena *arena);
/* What was unpacked is gone. */
void earlier_close(struct earlier *earlier);

#endif
