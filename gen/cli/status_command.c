/* SPDX-License-Identifier: MIT */
/* tongbao status: who has reported what of the period, whom to ask for the rest, and which figures wait for an answer.
 */
#include "base/message.h"
#include "base/text.h"
#include "check/names.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "cli/told.h"
#include "compute/reporting.h"
#include "read/book.h"
#include "render/display.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

struct status_work {
    const struct session *session;
    struct arena *arena;
    const char *period; /* its code, as findings have it */
    const struct reporting *rows;
    size_t count;
};

/* ---- figures that wait for an answer ---- */

/* A warning about a figure of the period: somebody has to say that it is right, or another one. What is missing is
 * asked for anyway. */
static bool is_doubt(const struct status_work *s, const struct finding *finding)
{
    const struct where *where = &finding->where;
    return finding->severity == SEVERITY_WARNING && finding->rule != RULE_MISSING_NEEDED && where->area &&
           where->period && strcmp(where->period, s->period) == 0;
}

static size_t doubts_of(const struct status_work *s, const struct area *area)
{
    const struct findings *findings = &s->session->findings;
    size_t count = 0;
    for (size_t i = 0; i < findings->count; i++)
        count += is_doubt(s, &findings->items[i]) && (!area || strcmp(findings->items[i].where.area, area->code) == 0);
    return count;
}

/* 花垣县规模工业利润总额：; a finding names its place, not always whose figure it is. */
static const char *whose(const struct status_work *s, const struct where *where)
{
    const struct dataset *dataset = s->session->dataset;
    const struct area *area = area_by_code(dataset, where->area);
    const struct indicator *indicator = where->indicator ? indicator_by_id(dataset, where->indicator) : NULL;
    return arena_format(s->arena, _("%s%s："), area ? area->name : where->area, indicator ? indicator->name : "");
}

static void print_doubts(const struct status_work *s, struct buffer *out)
{
    const struct findings *findings = &s->session->findings;
    if (!doubts_of(s, NULL))
        return;
    buffer_add(out, _("\n待核的数：\n"));
    for (size_t i = 0; i < findings->count; i++)
        if (is_doubt(s, &findings->items[i])) {
            buffer_add(out, whose(s, &findings->items[i].where));
            finding_print(&findings->items[i], out);
        }
}

/* ---- when ---- */

/* The newest of the files that the area's figures stand in, as a date; "" for none. */
static const char *reported_on(const struct status_work *s, const struct reporting *row)
{
    time_t newest = 0;
    for (size_t i = 0; i < row->count; i++) {
        const struct figure *figure = row->items[i].figure;
        struct stat status;
        if (figure && figure->file &&
            stat(arena_format(s->arena, "%s/%s", s->session->options->input, book_file(s->arena, figure->file)),
                 &status) == 0 &&
            status.st_mtime > newest)
            newest = status.st_mtime;
    }
    char date[sizeof "2019-10-18"];
    struct tm parts;
    bool known = newest && localtime_r(&newest, &parts) && strftime(date, sizeof date, "%Y-%m-%d", &parts) > 0;
    return known ? arena_string(s->arena, date) : "";
}

/* ---- the list ---- */

enum { COLUMNS = 6 };

struct line {
    const char *cells[COLUMNS];
};

static const char *number(const struct status_work *s, size_t number)
{
    return arena_format(s->arena, "%zu", number);
}

/* The first and the last are words, the others numbers, on the right of their columns. */
static void print_lines(const struct line *lines, size_t count, struct buffer *out)
{
    int widths[COLUMNS] = {0};
    for (size_t i = 0; i < count; i++)
        for (size_t c = 0; c < COLUMNS; c++) {
            int width = display_width(lines[i].cells[c], DISPLAY_TERMINAL);
            widths[c] = width > widths[c] ? width : widths[c];
        }
    for (size_t i = 0; i < count; i++) {
        for (size_t c = 0; c < COLUMNS; c++) {
            const char *cell = lines[i].cells[c];
            int lacking = widths[c] - display_width(cell, DISPLAY_TERMINAL);
            bool words = c == 0 || c == COLUMNS - 1;
            buffer_format(out, "%s%*s", c ? "  " : "", words ? 0 : lacking, "");
            buffer_format(out, "%s%*s", cell, c == 0 ? lacking : 0, "");
        }
        buffer_add(out, "\n");
    }
}

static void print_list(const struct status_work *s, struct buffer *out)
{
    struct line *lines = NULL;
    size_t count = 0;
    struct line head = {{_("地区"), _("应报"), _("已报"), _("未报"), _("待核"), _("上报日期")}};
    ARRAY_ADD(s->arena, lines, count, head);
    for (size_t i = 0; i < s->count; i++) {
        const struct reporting *row = &s->rows[i];
        struct line line = {{row->area->name, number(s, row->count), number(s, row->there),
                             number(s, row->count - row->there), number(s, doubts_of(s, row->area)),
                             reported_on(s, row)}};
        ARRAY_ADD(s->arena, lines, count, line);
    }
    print_lines(lines, count, out);
}

/* ---- whom to ask ---- */

/* What the table says of a figure that is not there: 企业停产, or that it is missing. */
static const char *remark_of(const struct status_work *s, const struct reported *item)
{
    if (!item->observation)
        return "";
    return item->observation->note ? arena_format(s->arena, _("（表中注明：%s）"), item->observation->note)
                                   : _("（表中写明未报）");
}

/* Whoever has sent nothing at all, not even a word about it, is not asked for each indicator by its name. */
static void ask(const struct status_work *s, const struct reporting *row, struct buffer *out)
{
    const char *name = row->area->name, *period = period_told(s->arena, s->session->period);
    struct strings names = {0};
    bool silent = true;
    for (size_t j = 0; j < row->count; j++) {
        silent &= !row->items[j].figure && !row->items[j].observation;
        if (!row->items[j].figure)
            strings_add(&names, s->arena,
                        arena_format(s->arena, "%s%s", row->items[j].indicator->name, remark_of(s, &row->items[j])));
    }
    const char *list = strings_join(&names, s->arena, _("、"));
    if (row->area->role == ROLE_REFERENCE)
        buffer_format(out, _("对照用的%s%s还缺：%s。\n"), name, period, list);
    else if (!row->area->parent)
        buffer_format(out, _("本级（%s）%s还缺：%s。\n"), name, period, list);
    else if (silent && row->count > 1)
        buffer_format(out, _("请%s报送%s的数据，应报的 %zu 项都没有报。\n"), name, period, row->count);
    else
        buffer_format(out, _("请%s补报%s的%s。\n"), name, period, list);
}

/* The areas first, then what has to be got elsewhere. */
static size_t print_asking(const struct status_work *s, struct buffer *out)
{
    size_t asked = 0;
    for (int elsewhere = 0; elsewhere <= 1; elsewhere++)
        for (size_t i = 0; i < s->count; i++) {
            const struct reporting *row = &s->rows[i];
            bool own = row->area->role == ROLE_AREA && row->area->parent;
            if (row->there == row->count || own == elsewhere)
                continue;
            if (!asked++)
                buffer_add(out, _("\n催报名单：\n"));
            ask(s, row, out);
        }
    return asked;
}

/* ---- the command ---- */

static enum exit_status refuse(const struct session *session)
{
    session_print_findings(session, stdout, SEVERITY_ERROR, 0);
    fputs(_("输入有错误，请按上面各条改正后再看上报情况；或加 --keep-going，把被拒绝的数据格当作未报。\n"), stdout);
    return session_refused(session);
}

enum exit_status command_status(const struct options *options, struct arena *arena)
{
    struct session session;
    enum exit_status status = session_open(&session, options, arena);
    if (status != EXIT_CLEAN)
        return status;
    if (!session.engine)
        return refuse(&session);
    struct status_work s = {.session = &session, .arena = arena, .period = period_code(arena, session.period)};
    struct buffer out = {.arena = arena};
    s.rows = reporting_of(session.engine, session.period, &s.count);
    buffer_format(&out, _("%s %s 上报情况\n"), session.dataset->region->name, period_told(arena, session.period));
    if (!s.count) {
        buffer_add(&out, _("这一时期没有应报的数：前一期和上年同期都没有数据，请检查 --period。\n"));
        fputs(buffer_text(&out), stdout);
        return EXIT_WARNINGS;
    }
    print_list(&s, &out);
    size_t asked = print_asking(&s, &out);
    print_doubts(&s, &out);
    if (!asked && !doubts_of(&s, NULL))
        buffer_add(&out, _("都已报齐，没有待核的数。\n"));
    fputs(buffer_text(&out), stdout);
    return asked || doubts_of(&s, NULL) ? EXIT_WARNINGS : EXIT_CLEAN;
}
