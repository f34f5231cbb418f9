/* SPDX-License-Identifier: MIT */
#include "cli/composing.h"

#include "cli/clock.h"
#include "cli/paths.h"
#include "template/load.h"

#include <stdio.h>

enum exit_status composing_begin(struct session *session, struct composer *composer)
{
    struct day issued;
    const char *error = NULL;
    if (!clock_issue_date(&session->dataset->settings, &issued, &error)) {
        fprintf(stderr, "%s\n", error);
        return EXIT_USAGE;
    }
    const struct wording *wording =
        wording_read(paths_templates(session->arena), session->options->input, session->arena, &session->findings);
    const struct templates *templates =
        templates_read(paths_templates(session->arena), session->dataset, session->arena, &session->findings);
    findings_sort(&session->findings);
    if (session->findings.by_severity[SEVERITY_ERROR])
        return EXIT_REFUSED;
    *composer = (struct composer){
        .engine = session->engine,
        .dataset = session->dataset,
        .wording = wording,
        .templates = templates,
        .findings = &session->findings,
        .period = session->period,
        .issued = issued,
    };
    composer->verdicts = verdicts_all(session->engine, session->period, &composer->verdict_count);
    composer->cards = scores_all(session->engine, session->period, &composer->card_count);
    composer->letters = letters_due(session->engine, composer->verdicts, composer->verdict_count, session->period,
                                    &composer->letter_count);
    composer->ledger = ledger_of(session->engine, composer->verdicts, composer->verdict_count, session->period,
                                 &composer->ledger_count);
    return EXIT_CLEAN;
}

struct fonts *composing_fonts(const struct session *session, const char **error)
{
    const struct settings *settings = &session->dataset->settings;
    struct font_paths paths = {
        .title = settings->font_title,
        .body = settings->font_body,
        .kai = settings->font_kai,
        .hei = settings->font_hei,
        .song = settings->font_song,
        .fallback = settings->font_fallback,
    };
    return fonts_open(&paths, session->arena, error);
}
