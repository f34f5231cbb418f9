/* SPDX-License-Identifier: MIT */
#include "cli/run_record.h"

#include "base/text.h"
#include "cli/documents.h"
#include "cli/libraries.h"
#include "publish/record.h"

#include <string.h>

/* ---- the arguments in normal form: two command lines that ask for the same have the same ---- */

/* In the order of areas.csv, each once, by code; nothing where they are all there are. */
static void add_areas(const struct session *session, struct buffer *out)
{
    const struct dataset *d = session->dataset;
    const struct options *options = session->options;
    const char *error;
    const struct area *const *areas = documents_areas(d, options, session->arena, &error);
    struct buffer named = {.arena = session->arena};
    bool all = true;
    for (size_t a = 0; areas && a < d->area_count; a++) {
        bool asked = d->areas[a].role == ROLE_REFERENCE;
        for (size_t i = 0; i < options->area_count && !asked; i++)
            if ((asked = areas[i] == &d->areas[a]))
                buffer_format(&named, " --area %s", d->areas[a].code);
        all = all && asked;
    }
    if (!all)
        buffer_add(out, buffer_text(&named));
}

static bool makes_documents(const struct renderer *renderer)
{
    return renderer->makes[DOCUMENT_BULLETIN] || renderer->makes[DOCUMENT_WORKBOOK];
}

/* In the order of the table of renderers, each once; nothing where they are the usual ones. Tables alone are csv. */
static void add_kinds(const struct session *session, struct buffer *out)
{
    const struct options usual = {0};
    const struct settings *settings = &session->dataset->settings;
    struct strings kinds = {0};
    bool differs = false;
    for (const struct renderer *r = renderers; r->name; r++) {
        bool wanted = makes_documents(r) && documents_want(session->options, settings, r);
        differs |= wanted != (makes_documents(r) && documents_want(&usual, settings, r));
        if (wanted)
            strings_add(&kinds, session->arena, r->name);
    }
    if (differs)
        buffer_format(out, " --only %s", kinds.count ? strings_join(&kinds, session->arena, ",") : "csv");
}

static const char *arguments_of(const struct session *session)
{
    struct buffer out = {.arena = session->arena};
    buffer_format(&out, "--period %s", period_code(session->arena, session->period));
    add_areas(session, &out);
    add_kinds(session, &out);
    if (session->options->keep_going)
        buffer_add(&out, " --keep-going");
    if (session->options->previous)
        buffer_add(&out, " --previous");
    if (session->options->last)
        buffer_add(&out, " --last");
    return buffer_text(&out);
}

/* ---- the fonts ---- */

static const char *read_fonts(struct arena *arena, const struct fonts *fonts, struct record_font *to)
{
    for (int role = 0; role < FONT_ROLES; role++) {
        struct font_source source;
        const char *error = fonts_source(fonts, (enum font_role)role, arena, &source);
        if (error)
            return error;
        to[role] = (struct record_font){source.name, source.label, source.sum};
    }
    return NULL;
}

const char *run_record(const struct session *session, const struct composer *composer, const struct fonts *fonts,
                       struct buffer *out)
{
    struct record_font faces[FONT_ROLES];
    struct files_read inputs = session->inputs;
    const char *error = fonts ? read_fonts(session->arena, fonts, faces) : NULL;
    if (error)
        return error;
    file_list_sort(&inputs.region);
    file_list_sort(&inputs.program);
    file_list_sort(&inputs.previous);
    file_list_sort(&inputs.last);
    const struct day *issued = &composer->issued;
    const struct record record = {
        .dataset = session->dataset,
        .period = session->period,
        .issued = arena_format(session->arena, "%04d-%02d-%02d", issued->year, issued->month, issued->day),
        .arguments = arguments_of(session),
        .program = libraries_program(),
        .libraries = libraries_used(session->arena),
        .inputs = &inputs,
        .fonts = faces,
        .font_count = fonts ? FONT_ROLES : 0,
    };
    record_write(&record, out);
    return NULL;
}
