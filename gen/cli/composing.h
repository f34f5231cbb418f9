/* SPDX-License-Identifier: MIT */
/* From a session to documents: what the commands run and preview share. */
#ifndef TONGBAO_CLI_COMPOSING_H
#define TONGBAO_CLI_COMPOSING_H

#include "cli/session.h"
#include "render/page/fonts.h"

/* After session_open: reads the clock, the wording and the templates, whose faults join the findings. EXIT_CLEAN with
 * *composer filled, which lives as long as the session; EXIT_REFUSED when there are errors among the findings, which
 * nobody has printed yet; or EXIT_USAGE with the sentence printed. */
enum exit_status composing_begin(struct session *session, struct composer *composer);

/* The fonts that the settings name, for whoever knows that a PDF is wanted; the caller closes them. NULL with *error
 * set to a complete sentence. */
struct fonts *composing_fonts(const struct session *session, const char **error);

/* The same for whoever only checks: faces that aren't prepared yet are a note, others that can't be used an error. NULL
 * with the finding. */
struct fonts *composing_fonts_checked(struct session *session);

#endif
