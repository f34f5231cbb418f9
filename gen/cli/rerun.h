/* SPDX-License-Identifier: MIT */
/* Making a publication again, elsewhere, and holding the two against each other. */
#ifndef TONGBAO_CLI_RERUN_H
#define TONGBAO_CLI_RERUN_H

#include "cli/issue.h"

struct rerun {
    struct arena *arena;
    const struct issue *issue; /* what was published */
    const char *region;        /* the input */
    const char *templates;     /* the program's templates of that time; NULL: its own */
    const char *previous;      /* the earlier issue; NULL */
    const char *last;          /* that of the period before; NULL */
    const char *scratch;       /* a folder for whatever is needed */
};

/* Runs again and says on standard output what came out: EXIT_CLEAN when every file has the same bytes, RUN.txt excepted
 * where only the versions of the program and its libraries differ; EXIT_WARNINGS when not, with each file named, and
 * what of the program, libraries, fonts and inputs is another one; EXIT_SYSTEM when it could not be run. Where all that
 * it was made from is as it was, the whole text of what was published is then held against its figures: EXIT_SYSTEM,
 * with the sentence on standard error, when they contradict each other. */
enum exit_status rerun_compare(const struct rerun *rerun);

#endif
