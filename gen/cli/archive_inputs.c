/* SPDX-License-Identifier: MIT */
/* Whether all that a publication was made from is still as it was. */
#include "base/message.h"
#include "cli/archive.h"
#include "cli/previous.h"

#include <stdio.h>
#include <string.h>

static const char *font_sum(struct arena *arena, const struct fonts *fonts, const struct recorded_font *then,
                            size_t role, struct buffer *out, const char **error)
{
    struct font_source now;
    *error = role < FONT_ROLES ? fonts_source(fonts, (enum font_role)role, arena, &now) : NULL;
    if (!*error && (role >= FONT_ROLES || !sum_same(&now.sum, &then->sum)))
        buffer_format(out, _("字体 '%s' 与发布时不同\n"), text_line(arena, then->name));
    return *error;
}

/* The faces that the settings name now, in the order of their roles, as RUN.txt has them. */
static const char *check_fonts(struct archive_work *work, struct buffer *out)
{
    const struct recorded *recorded = &work->issue.recorded;
    const char *error = NULL;
    if (!recorded->font_count)
        return NULL;
    struct fonts *fonts = composing_fonts(&work->session, &error);
    for (size_t role = 0; fonts && role < recorded->font_count && !error; role++)
        font_sum(work->arena, fonts, &recorded->fonts[role], role, out, &error);
    fonts_close(fonts);
    return error;
}

/* Reads them again, for what they hold now. *previous: the earlier issue of the period; NULL without one. */
static enum exit_status read_earlier(struct archive_work *work, const struct earlier_issue **previous)
{
    const struct recorded *recorded = &work->issue.recorded;
    const char *error = NULL;
    enum exit_status status = earlier_open(&work->earlier, recorded->previous.count ? work->previous : NULL,
                                           recorded->last.count ? work->last : NULL, work->arena);
    if (status != EXIT_CLEAN)
        return status;
    if (recorded->previous.count)
        *previous = previous_read(&work->session, &work->earlier, &error);
    if (recorded->last.count && !error)
        last_read(&work->session, &work->earlier, &error);
    if (error)
        fprintf(stderr, "%s\n", error);
    return error ? EXIT_USAGE : EXIT_CLEAN;
}

static enum exit_status changed(const struct archive_work *work, const struct buffer *names)
{
    fprintf(stderr, _("%s发布所依据的文件变了，没有封存；请改回来，或重新发布后再封存：'%s'\n"), buffer_text(names),
            work->issue.shown);
    return EXIT_USAGE;
}

enum exit_status archive_check_inputs(struct archive_work *work)
{
    const struct recorded *recorded = &work->issue.recorded;
    struct buffer names = {.arena = work->arena};
    const struct earlier_issue *previous = NULL;
    enum exit_status status = session_open(&work->session, &work->options, work->arena);
    if (status == EXIT_CLEAN)
        status = read_earlier(work, &previous);
    if (status != EXIT_CLEAN)
        return status;
    enum exit_status composed = composing_begin(&work->session, &work->composer);
    if (composed != EXIT_CLEAN && composed != EXIT_REFUSED)
        return composed;
    struct files_read *now = &work->session.inputs;
    size_t count = issue_compare_files(&recorded->inputs, &now->region, &names);
    count += issue_compare_files(&recorded->program_files, &now->program, &names);
    count += issue_compare_files(&recorded->previous, &now->previous, &names);
    count += issue_compare_files(&recorded->last, &now->last, &names);
    if (count)
        return changed(work, &names);
    if (composed == EXIT_REFUSED) {
        session_print_findings(&work->session, stderr, SEVERITY_ERROR, 0);
        fprintf(stderr, _("输入有错误，没有封存。\n"));
        return session_refused(&work->session);
    }
    if (previous)
        previous_revise(&work->session, &work->composer, previous);
    const char *error = check_fonts(work, &names);
    if (error) {
        fprintf(stderr, "%s\n", error);
        return EXIT_SYSTEM;
    }
    return names.length ? changed(work, &names) : EXIT_CLEAN;
}
