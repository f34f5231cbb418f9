/* SPDX-License-Identifier: MIT */
/* tongbao check: all findings, also those of templates, nothing published. */
#include "base/message.h"
#include "cli/commands.h"
#include "cli/composing.h"
#include "cli/documents.h"
#include "cli/session.h"
#include "cli/tables_read.h"

#include <stdio.h>
#include <string.h>

/* Leaves only what is about that table. */
static void keep_file(struct findings *findings, const char *file)
{
    struct findings kept = {.arena = findings->arena};
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        if (!finding->where.file || strcmp(finding->where.file, file) != 0)
            continue;
        ARRAY_ADD(kept.arena, kept.items, kept.count, *finding);
        kept.by_severity[finding->severity]++;
    }
    *findings = kept;
}

/* One table, drawn, and what is wrong with it. */
static enum exit_status explain(struct session *session, const char *name)
{
    struct buffer out = {.arena = session->arena};
    const struct understood *table = tables_read_find(session->dataset, name, session->arena);
    if (!table) {
        fputs(
            arena_format(session->arena, _("没有读过这张表，请写 check 列出的名字，如 data/2019Q3.csv：'%s'\n"), name),
            stderr);
        return EXIT_USAGE;
    }
    tables_read_draw(table, &out);
    fputs(buffer_text(&out), stdout);
    keep_file(&session->findings, table->file);
    session_print_findings(session, stdout, SEVERITY_NOTE, 0);
    return session->findings.by_severity[SEVERITY_ERROR]     ? EXIT_REFUSED
           : session->findings.by_severity[SEVERITY_WARNING] ? EXIT_WARNINGS
                                                             : EXIT_CLEAN;
}

static void try_documents(struct session *session, const struct composer *composer)
{
    struct fonts *fonts = composing_fonts_checked(session);
    documents_try(composer, characters_new(session->options->input, fonts, session->arena), &session->findings);
    fonts_close(fonts);
}

enum exit_status command_check(const struct options *options, struct arena *arena)
{
    struct session session;
    enum exit_status status = session_open(&session, options, arena);
    if (status != EXIT_CLEAN)
        return status;
    if (options->explain)
        return explain(&session, options->explain);
    struct composer composer;
    status = composing_begin(&session, &composer);
    if (status == EXIT_USAGE)
        return status;
    if (status == EXIT_CLEAN)
        try_documents(&session, &composer);
    findings_sort(&session.findings);
    struct buffer out = {.arena = arena};
    tables_read_list(session.dataset, &out);
    fputs(buffer_text(&out), stdout);
    session_print_findings(&session, stdout, SEVERITY_NOTE, 0);
    if (session.findings.by_severity[SEVERITY_ERROR]) {
        fputs(_("输入有错误，请按上面各条改正后重新核查。\n"), stdout);
        return session_refused(&session);
    }
    if (!session.findings.count)
        printf("%s", _("核查通过，没有发现问题。\n"));
    return session.findings.by_severity[SEVERITY_WARNING] ? EXIT_WARNINGS : EXIT_CLEAN;
}
