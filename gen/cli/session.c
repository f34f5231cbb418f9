/* SPDX-License-Identifier: MIT */
#include "cli/session.h"

#include "base/message.h"
#include "compute/result_checks.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static enum exit_status check_folder(const char *folder, struct arena *arena)
{
    struct stat status;
    bool found = stat(folder, &status) == 0;
    if (found && S_ISDIR(status.st_mode))
        return EXIT_CLEAN;
    bool forbidden = !found && errno == EACCES;
    const char *why = forbidden ? _("没有权限读取这个文件夹") : _("没有这个文件夹，请检查名字");
    fprintf(stderr, "%s\n", arena_format(arena, "%s：'%s'", why, folder));
    return forbidden ? EXIT_SYSTEM : EXIT_USAGE;
}

enum exit_status session_open(struct session *session, const struct options *options, struct arena *arena)
{
    *session = (struct session){.arena = arena, .options = options, .findings = {.arena = arena}};
    enum exit_status status = check_folder(options->input, arena);
    if (status != EXIT_CLEAN)
        return status;
    session->dataset = check_region(options->input, options->keep_going, arena, &session->findings);
    session->inputs.region = session->dataset->files;
    session->period = options->has_period ? options->period : session->dataset->latest;
    if (!session->findings.by_severity[SEVERITY_ERROR]) {
        session->engine = engine_new(session->dataset, arena);
        check_results(session->engine, session->period, options->has_period, &session->findings);
    }
    findings_sort(&session->findings);
    return EXIT_CLEAN;
}

enum exit_status session_refused(const struct session *session)
{
    return findings_system(&session->findings) ? EXIT_SYSTEM : EXIT_REFUSED;
}

void session_print_findings(const struct session *session, FILE *to, enum severity least, size_t most)
{
    const struct findings *findings = &session->findings;
    struct buffer out = {.arena = session->arena};
    size_t said = 0;
    /* The worst first: a warning below a screen of notes is not seen. */
    for (int severity = SEVERITY_ERROR; severity >= (int)least; severity--)
        for (size_t i = 0; i < findings->count; i++)
            if ((int)findings->items[i].severity == severity && (said++ < most || !most))
                finding_print(&findings->items[i], &out);
    if (most && said > most)
        buffer_format(&out, _("……另有 %zu 处没有列出，全部见 audit.csv。\n"), said - most);
    if (findings->count)
        buffer_format(&out, _("核查结果：错误 %zu 处，警告 %zu 处，提示 %zu 处。\n"),
                      findings->by_severity[SEVERITY_ERROR], findings->by_severity[SEVERITY_WARNING],
                      findings->by_severity[SEVERITY_NOTE]);
    fputs(buffer_text(&out), to);
}
