/* SPDX-License-Identifier: MIT */
/* What RUN.txt says of a run. */
#ifndef TONGBAO_CLI_RUN_RECORD_H
#define TONGBAO_CLI_RUN_RECORD_H

#include "cli/session.h"
#include "render/page/fonts.h"

/* Appends the whole file. `fonts` is NULL when none was needed. NULL, or a complete sentence (in the session's arena)
 * when a font has changed during the run. */
const char *run_record(const struct session *session, const struct composer *composer, const struct fonts *fonts,
                       struct buffer *out);

#endif
