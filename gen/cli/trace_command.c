/* SPDX-License-Identifier: MIT */
/* tongbao trace: where a figure comes from, and where a printed one does. */
#include "base/message.h"
#include "check/names.h"
#include "cli/commands.h"
#include "cli/trace.h"
#include "render/display.h"

#include <assert.h>
#include <stdio.h>

/* What the command line asks for; NULL and MEASURES_WITH_PLACES: any. */
struct asked {
    const struct area *area;
    const struct indicator *indicator;
    enum measure measure;
};

/* ---- names ---- */

/* Each NULL, or a complete sentence. */
static const char *find_area(const struct session *session, const char *name, struct asked *asked)
{
    enum name_match match = names_find_area(session->dataset, name, &asked->area);
    if (match == NAME_ONE)
        return NULL;
    if (match == NAME_MANY)
        return arena_format(session->arena, _("叫这个名称的地区不止一个，请改写 areas.csv 里的代码：'%s'"), name);
    struct nearest nearest = nearest_to(name);
    names_offer_areas(session->dataset, &nearest);
    return nearest.found ? arena_format(session->arena, _("没有这个地区，最接近的是“%s”：'%s'"), nearest.found, name)
                         : arena_format(session->arena, _("没有这个地区，请写 areas.csv 里的代码或名称：'%s'"), name);
}

static const char *find_indicator(const struct session *session, const char *name, struct asked *asked)
{
    enum name_match match = names_find_indicator(session->dataset, name, &asked->indicator);
    if (match == NAME_ONE)
        return NULL;
    if (match == NAME_MANY)
        return arena_format(session->arena, _("叫这个名称的指标不止一个，请改写 indicators.csv 里的指标代码：'%s'"),
                            name);
    struct nearest nearest = nearest_to(name);
    names_offer_indicators(session->dataset, &nearest);
    return nearest.found
               ? arena_format(session->arena, _("没有这个指标，最接近的是“%s”：'%s'"), nearest.found, name)
               : arena_format(session->arena, _("没有这个指标，请写 indicators.csv 里的指标代码或名称：'%s'"), name);
}

static const char *find_measure(const struct session *session, const char *name, struct asked *asked)
{
    size_t count;
    if (measure_find(name, &asked->measure))
        return NULL;
    const struct cell_word *words = measure_words(session->arena, &count);
    struct nearest nearest = nearest_to(name);
    nearest.lenient = true;
    for (size_t i = 0; i < count; i++)
        nearest_offer(&nearest, words[i].text);
    return nearest.found
               ? arena_format(session->arena, _("没有这种数，最接近的是“%s”：'%s'"), nearest.found, name)
               : arena_format(session->arena, _("没有这种数，可选 %s：'%s'"), measure_list(session->arena), name);
}

static const char *understand(const struct session *session, struct asked *asked)
{
    const struct options *o = session->options;
    const char *error = NULL;
    *asked = (struct asked){.measure = MEASURES_WITH_PLACES};
    if (o->area_count)
        error = find_area(session, o->areas[0], asked);
    if (!error && o->indicator)
        error = find_indicator(session, o->indicator, asked);
    if (!error && o->measure)
        error = find_measure(session, o->measure, asked);
    return error;
}

/* ---- one figure ---- */

/* Labels of one width, whatever the language. */
static void add_heads(const struct session *session, const struct asked *asked, enum measure measure,
                      const struct trace *trace, struct buffer *out)
{
    struct arena *arena = session->arena;
    const struct {
        const char *label, *text;
    } heads[] = {{N_("印出"), trace_printed(session, trace->result, measure, asked->indicator)},
                 {N_("精确值"), number_exact(arena, trace->result->number)},
                 {N_("算式"), trace->formula}};
    int widest = 0;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        int width = display_width(_(heads[i].label), DISPLAY_TERMINAL);
        widest = width > widest ? width : widest;
    }
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        if (!*heads[i].text)
            continue;
        tree_pad(out, _(heads[i].label), widest + 2);
        buffer_format(out, "%s\n", heads[i].text);
    }
    buffer_add(out, "\n");
}

static void add_verdicts(const struct session *session, const struct asked *asked, struct buffer *out)
{
    size_t count;
    const struct verdict *rows = verdicts_all(session->engine, session->period, &count);
    for (size_t i = 0; i < count; i++) {
        const struct verdict *row = &rows[i];
        bool wanted = asked->measure == MEASURES_WITH_PLACES || row->key.measure == asked->measure;
        if (row->area != asked->area || row->key.indicator != asked->indicator || !wanted)
            continue;
        buffer_add(out, "\n");
        tree_draw(trace_verdict_tree(session, row), out);
    }
}

static const char *show_place(const struct session *session, const struct asked *asked, struct buffer *out)
{
    const struct tree *tree = trace_place_tree(session, asked->measure, asked->indicator, asked->area);
    if (!tree)
        return arena_format(session->arena, _("“%s”不参加排位"), asked->area->name);
    tree_draw(tree, out);
    return NULL;
}

static const char *show_figure(const struct session *session, const struct asked *asked, struct buffer *out)
{
    struct engine *engine = session->engine;
    struct period period = session->period;
    enum measure measure = asked->measure == MEASURES_WITH_PLACES ? MEASURE_VALUE : asked->measure;
    if (!measure_applies(measure, asked->indicator))
        return arena_format(session->arena, _("指标“%s”没有“%s”这种数"), asked->indicator->name,
                            _(measure_name(measure)));
    if (measure_is_place(measure))
        return show_place(session, asked, out);
    if (!measure_exists(engine, measure, asked->indicator, asked->area, period))
        return arena_format(session->arena, _("“%s”这一期没有指标“%s”的“%s”"), asked->area->name,
                            asked->indicator->name, _(measure_name(measure)));
    struct subject s = {asked->indicator, asked->area, period,
                        target_from(engine, measure, asked->indicator, asked->area, period)};
    const struct trace *trace = trace_of(engine, measure, s);
    add_heads(session, asked, measure, trace, out);
    tree_draw(trace_figure_tree(session, trace), out);
    return NULL;
}

/* ---- the command ---- */

static const char *check_options(const struct options *o, struct arena *arena)
{
    if (o->area_count > 1)
        return arena_format(arena, _("trace 一次只看一个地区，请只写一个 --area：'%s'"), o->areas[1]);
    if (!o->figure && !o->area_count)
        return _("请用 --area 指明地区，或用 --figure 写出要找的数");
    if (!o->figure && !o->indicator)
        return _("请用 --indicator 指明指标，或用 --figure 写出要找的数");
    if (o->figure && !trace_is_figure(o->figure))
        return arena_format(arena, _("--figure 后面要写一个数，如 45.2：'%s'"), o->figure);
    return NULL;
}

static enum exit_status search(const struct session *session, const struct asked *asked)
{
    struct buffer out = {.arena = session->arena};
    const char *figure = session->options->figure, *period = period_name(session->arena, session->period);
    if (!trace_find(session, figure, asked->area, asked->indicator, asked->measure, &out)) {
        printf(_("%s没有印成这样的指标数；排位、个数和手填的数不在查找之列：'%s'\n"), period, figure);
        return EXIT_WARNINGS;
    }
    fputs(buffer_text(&out), stdout);
    return EXIT_CLEAN;
}

enum exit_status command_trace(const struct options *options, struct arena *arena)
{
    struct session session;
    struct asked asked;
    struct buffer out = {.arena = arena};
    const char *error = check_options(options, arena);
    if (error) {
        fprintf(stderr, "%s\n", error);
        return EXIT_USAGE;
    }
    enum exit_status status = session_open(&session, options, arena);
    if (status != EXIT_CLEAN)
        return status;
    if (session.findings.by_severity[SEVERITY_ERROR]) {
        session_print_findings(&session, stderr, SEVERITY_WARNING, 0);
        fputs(_("输入有错误，没有算出数；请按上面各条改正。\n"), stderr);
        return session_refused(&session);
    }
    error = understand(&session, &asked);
    if (!error && options->figure)
        return search(&session, &asked);
    assert(error || (asked.area && asked.indicator)); /* check_options sees to both */
    if (!error)
        error = show_figure(&session, &asked, &out);
    if (error) {
        fprintf(stderr, "%s\n", error);
        return EXIT_USAGE;
    }
    add_verdicts(&session, &asked, &out);
    fputs(buffer_text(&out), stdout);
    return EXIT_CLEAN;
}
