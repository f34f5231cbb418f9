/* SPDX-License-Identifier: MIT */
/* The publications named by --previous and --last: what their tables say, to be held against this run's. */
#ifndef TONGBAO_CLI_PREVIOUS_H
#define TONGBAO_CLI_PREVIOUS_H

#include "cli/earlier.h"
#include "cli/session.h"
#include "compute/revision.h"

/* Reads the earlier issue of the same region and period that the options name, and that `earlier` has open: its tables
 * in data/, RUN.txt and, of an archive, the tables it was made from. NULL with *error set to a complete sentence (in
 * the session's arena) when there is none at the place, or one of another region or period. After session_open; what
 * was read is noted in session->inputs, and `earlier` not needed for it any more. */
const struct earlier_issue *previous_read(struct session *session, const struct earlier *earlier, const char **error);

/* Reads the ranks of the issue of the period before, in the same way. */
const struct published *last_read(struct session *session, const struct earlier *earlier, const char **error);

/* After composing_begin: what has changed since the earlier issue. */
void previous_revise(const struct session *session, struct composer *composer, const struct earlier_issue *issue);

/* Opens both, as far as the options name them, reads them and holds the results against them. EXIT_CLEAN, or EXIT_USAGE
 * or EXIT_SYSTEM with the sentence printed. */
enum exit_status previous_compare(struct session *session, struct composer *composer);

#endif
