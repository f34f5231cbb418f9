/* SPDX-License-Identifier: MIT */
/* trace --figure: which figures print so. */
#include "base/message.h"
#include "check/cell.h"
#include "cli/trace.h"
#include "render/display.h"

#include <string.h>

struct found {
    const struct area *area;
    const struct indicator *indicator;
    enum measure measure;
    const char *words; /* what of it prints so, and as what */
};

struct search {
    const struct session *session;
    const char *digits; /* 45.2 */
    bool minus;         /* written as -45.2 */
    struct found *items;
    size_t count;
};

/* The digits of 下降4.5%, 1,234.56亿元, －3.2, without separators and what stands around them; "" without any. */
static const char *digits_of(struct arena *arena, const char *text, bool *minus)
{
    const char *folded = cell_fold(arena, text), *at = strpbrk(folded, "0123456789");
    struct buffer digits = {.arena = arena};
    *minus = at && at > folded && at[-1] == '-';
    for (; at && *at && strchr("0123456789.,", *at); at++)
        if (*at != ',')
            buffer_add_n(&digits, at, 1);
    while (digits.length && digits.data[digits.length - 1] == '.')
        digits.data[--digits.length] = '\0';
    return buffer_text(&digits);
}

bool trace_is_figure(const char *figure)
{
    struct arena *arena = arena_new();
    bool minus, is = *digits_of(arena, figure, &minus) != '\0';
    arena_free(arena);
    return is;
}

/* A bulletin says 下降4.5% of −4.5: without a sign the size alone is looked for. */
static bool prints_so(const struct search *search, const struct number *number, int decimals)
{
    struct arena *arena = arena_new();
    const char *text = number_text(arena, number, decimals, search->session->dataset->settings.rounding);
    bool negative = *text == '-';
    bool same = strcmp(text + negative, search->digits) == 0 && (negative || !search->minus);
    arena_free(arena);
    return same;
}

static void add_found(struct search *search, struct found found)
{
    ARRAY_ADD(search->session->arena, search->items, search->count, found);
}

static void try_measure(struct search *search, const struct area *area, const struct indicator *indicator,
                        enum measure measure)
{
    struct engine *engine = search->session->engine;
    struct period period = search->session->period;
    if (!measure_exists(engine, measure, indicator, area, period))
        return;
    const struct result *r = measure_at(engine, measure, indicator, area, period, period);
    bool is = r->printed  ? prints_so(search, r->printed, measure_decimals(measure, indicator))
              : r->amount ? prints_so(search, r->amount, indicator->decimals)
                          : false;
    if (is)
        add_found(search,
                  (struct found){area, indicator, measure, trace_printed(search->session, r, measure, indicator)});
}

/* What a verdict says besides the figure itself. */
static void try_verdict(struct search *search, const struct verdict *v)
{
    const struct indicator *indicator = v->key.indicator;
    int own = measure_decimals(v->key.measure, indicator), rate = indicator->rate_decimals;
    const char *unit = trace_unit(v->key.measure, indicator);
    const struct {
        const struct number *number;
        int decimals;
        const char *words, *unit;
    } figures[] = {{v->target_value, own, N_("目标"), unit},
                   {v->upper, own, N_("目标上限"), unit},
                   {v->target ? v->target->stretch : NULL, own, N_("力争目标"), unit},
                   {v->gap, own, N_("差距"), strcmp(unit, "%") == 0 ? _("个百分点") : unit},
                   {v->progress, rate, N_("完成"), "%"},
                   {v->pace, rate, N_("序时进度"), "%"},
                   {v->due, own, N_("应完成"), unit},
                   {v->to_do, indicator->decimals, N_("还需完成"), indicator->unit},
                   {v->per_month, indicator->decimals, N_("月均需完成"), indicator->unit},
                   {v->so_far_per_month, indicator->decimals, N_("前期月均"), indicator->unit},
                   {v->growth_needed, rate, N_("今后需增长"), "%"}};
    struct arena *arena = search->session->arena;
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        if (!figures[i].number || !prints_so(search, figures[i].number, figures[i].decimals))
            continue;
        const char *text =
            number_text(arena, figures[i].number, figures[i].decimals, search->session->dataset->settings.rounding);
        add_found(search, (struct found){v->area, indicator, v->key.measure,
                                         arena_format(arena, "%s %s%s", _(figures[i].words), text, figures[i].unit)});
    }
}

/* For a shell: as it is when that is safe, else between quotes. */
static const char *quoted(struct arena *arena, const char *text)
{
    if (*text && *text != '-' && !strpbrk(text, " \t\n'\"\\$`&|;<>()*?[]#~!{}"))
        return text;
    struct buffer out = {.arena = arena};
    buffer_add(&out, "'");
    for (; *text; text++)
        buffer_add_n(&out, *text == '\'' ? "'\\''" : text, *text == '\'' ? strlen("'\\''") : 1);
    buffer_add(&out, "'");
    return buffer_text(&out);
}

static void list_found(const struct search *search, struct buffer *out)
{
    struct arena *arena = search->session->arena;
    int widest = 0;
    const char **lines = arena_alloc(arena, (search->count + 1) * sizeof *lines);
    for (size_t i = 0; i < search->count; i++) {
        const struct found *f = &search->items[i];
        lines[i] = arena_format(arena, "%s %s %s %s", f->area->name, f->indicator->name,
                                trace_name(f->measure, f->indicator), f->words);
        int width = display_width(lines[i], DISPLAY_TERMINAL);
        widest = width > widest ? width : widest;
    }
    for (size_t i = 0; i < search->count; i++) {
        const struct found *f = &search->items[i];
        tree_pad(out, lines[i], widest + 2);
        buffer_format(out, "tongbao trace %s --period %s --area %s --indicator %s --measure %s\n",
                      quoted(arena, search->session->options->input), period_code(arena, search->session->period),
                      quoted(arena, f->area->code), quoted(arena, f->indicator->id),
                      quoted(arena, measure_id(f->measure)));
    }
}

size_t trace_find(const struct session *session, const char *figure, const struct area *area,
                  const struct indicator *indicator, enum measure measure, struct buffer *out)
{
    const struct dataset *d = session->dataset;
    struct search search = {.session = session};
    bool any = measure == MEASURES_WITH_PLACES;
    search.digits = digits_of(session->arena, figure, &search.minus);
    for (size_t a = 0; a < d->area_count; a++)
        for (size_t i = 0; i < d->indicator_count; i++)
            for (enum measure m = 0; m < MEASURE_COUNT; m++)
                if ((!area || area == &d->areas[a]) && (!indicator || indicator == &d->indicators[i]) &&
                    (any || m == measure))
                    try_measure(&search, &d->areas[a], &d->indicators[i], m);
    size_t count;
    const struct verdict *verdicts = verdicts_all(session->engine, session->period, &count);
    for (size_t i = 0; i < count; i++)
        if ((!area || area == verdicts[i].area) && (!indicator || indicator == verdicts[i].key.indicator) &&
            (any || verdicts[i].key.measure == measure))
            try_verdict(&search, &verdicts[i]);
    list_found(&search, out);
    return search.count;
}
