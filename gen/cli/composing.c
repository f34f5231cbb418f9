/* SPDX-License-Identifier: MIT */
#include "cli/composing.h"

#include "base/text.h"
#include "check/editions.h"
#include "cli/clock.h"
#include "cli/paths.h"
#include "read/raw.h"
#include "template/load.h"

#include <stdio.h>
#include <string.h>

/* Where documents.csv names bulletins, and none for this period, that is either meant or a slip. */
static void report_no_edition(struct session *session)
{
    const struct dataset *d = session->dataset;
    struct where where = {.file = "documents.csv"};
    for (size_t i = 0; i < d->edition_count; i++)
        if (edition_is_due(&d->editions[i], session->period))
            return;
    if (d->edition_count)
        FINDING(&session->findings, RULE_DOCUMENTS_NONE, &where, period_name(session->arena, session->period));
}

enum exit_status composing_begin(struct session *session, struct composer *composer)
{
    struct day issued;
    const char *error = NULL;
    if (!clock_issue_date(&session->dataset->settings, &issued, &error)) {
        fprintf(stderr, "%s\n", error);
        return EXIT_USAGE;
    }
    const struct own_templates own = {paths_templates(session->arena), paths_newer_templates(session->arena)};
    const struct wording *wording =
        wording_read(&own, session->options->input, session->arena, &session->findings, &session->inputs);
    const struct templates *templates =
        templates_read(&own, session->dataset, session->arena, &session->findings, &session->inputs);
    report_no_edition(session);
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
    composer->targeted = targeted_of(composer->verdicts, composer->verdict_count, session->dataset, session->arena);
    composer->cards = scores_all(session->engine, session->period, &composer->card_count);
    composer->letters = letters_due(session->engine, composer->verdicts, composer->verdict_count, session->period,
                                    &composer->letter_count);
    composer->ledger = ledger_of(session->engine, composer->verdicts, composer->verdict_count, session->period,
                                 &composer->ledger_count);
    return EXIT_CLEAN;
}

static struct font_paths font_paths(const struct session *session)
{
    const struct settings *settings = &session->dataset->settings;
    return (struct font_paths){
        .installed = paths_fonts(session->arena),
        .title = settings->font_title,
        .body = settings->font_body,
        .kai = settings->font_kai,
        .hei = settings->font_hei,
        .song = settings->font_song,
        .fallback = settings->font_fallback,
    };
}

struct fonts *composing_fonts(const struct session *session, const char **error)
{
    struct font_paths paths = font_paths(session);
    return fonts_open(&paths, session->arena, error);
}

/* Which row of the settings names the font that the sentence is about. */
static struct where place_of_font(const struct session *session, const char *sentence)
{
    struct where where = {.file = "settings.csv"};
    struct findings ignored = {.arena = session->arena};
    struct raw_table table = {.row_count = 0};
    raw_table_read(session->options->input, where.file, session->arena, &ignored, NULL, &table);
    for (size_t i = 1; i < table.row_count; i++)
        for (size_t c = 1; c < table.rows[i].count; c++) {
            const char *value = raw_text(&table.rows[i], c);
            const char *path = arena_string_n(session->arena, value, strcspn(value, "#"));
            if (text_starts(raw_text(&table.rows[i], 0), "font_") && *path && strstr(sentence, path)) {
                where.line = table.rows[i].line;
                where.column = raw_text(&table.rows[0], c);
            }
        }
    return where;
}

struct fonts *composing_fonts_checked(struct session *session)
{
    struct font_paths paths = font_paths(session);
    const char *error = NULL;
    if (!fonts_prepared(&paths, session->arena)) {
        FINDING(&session->findings, RULE_FONTS_UNPREPARED, NULL, NULL);
        return NULL;
    }
    struct fonts *fonts = fonts_open(&paths, session->arena, &error);
    if (fonts)
        return fonts;
    struct where where = place_of_font(session, error);
    FINDING(&session->findings, RULE_FONT_REFUSED, &where, error);
    return NULL;
}
