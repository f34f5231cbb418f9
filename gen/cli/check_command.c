/* SPDX-License-Identifier: MIT */
/* tongbao check: all findings, also those of templates, nothing published. */
#include "base/message.h"
#include "cli/commands.h"
#include "cli/composing.h"
#include "cli/documents.h"
#include "cli/session.h"

#include <stdio.h>

enum exit_status command_check(const struct options *options, struct arena *arena)
{
    struct session session;
    enum exit_status status = session_open(&session, options, arena);
    if (status != EXIT_CLEAN)
        return status;
    struct composer composer;
    status = composing_begin(&session, &composer);
    if (status == EXIT_USAGE)
        return status;
    if (status == EXIT_CLEAN)
        documents_try(&composer, &session.findings);
    findings_sort(&session.findings);
    session_print_findings(&session, stdout, SEVERITY_NOTE, 0);
    if (session.findings.by_severity[SEVERITY_ERROR]) {
        fputs(_("输入有错误，请按上面各条改正后重新核查。\n"), stdout);
        return session_refused(&session);
    }
    if (!session.findings.count)
        printf("%s", _("核查通过，没有发现问题。\n"));
    return session.findings.by_severity[SEVERITY_WARNING] ? EXIT_WARNINGS : EXIT_CLEAN;
}
