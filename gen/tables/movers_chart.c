/* SPDX-License-Identifier: MIT */
/* What moved the region as a waterfall. */
#include "tables/movers_chart.h"

#include "base/text.h"
#include "tables/table_parts.h"
#include "words/movers_words.h"

enum { MOST_BARS = 15, LARGEST_UP = 8, MOST_DOWN = 5, DRAWN_DECIMALS = 10, SEEN_DECIMALS = 2 };
enum { FIGURE_GROWTH, FIGURE_SHARE, FIGURE_CONTRIBUTION, FIGURES };

/* The chart under way. */
struct fall {
    const struct desk *desk;
    struct movers movers;
    struct chart_bar *bars;
    size_t count;
    const struct number *level; /* where the next bar begins, unrounded */
};

/* Where it is shown at all, in the columns that a workbook draws from, two places do. */
static struct cell exact_cell(const struct desk *desk, const struct number *number)
{
    struct cell cell = cell_number(number_plain(desk->arena, number, DRAWN_DECIMALS), "");
    cell.decimals = SEEN_DECIMALS;
    return cell;
}

/* From one level to the other, in parts above and below 0: what lies between 0 and the nearer end isn't drawn. */
static void set_place(const struct desk *desk, struct chart_bar *bar, const struct number *from,
                      const struct number *to)
{
    bool rises = number_compare(from, to) < 0;
    const struct number *low = rises ? from : to, *high = rises ? to : from, *zero = number_integer(desk->arena, 0);
    const struct number *base = number_sign(low) > 0 ? low : number_sign(high) < 0 ? high : zero;
    const struct number *above = number_sign(high) > 0 ? number_subtract(desk->arena, high, base) : zero;
    const struct number *below = number_sign(low) < 0 ? number_subtract(desk->arena, low, base) : zero;
    bar->from = exact_cell(desk, from);
    bar->to = exact_cell(desk, to);
    bar->base = exact_cell(desk, base);
    bar->above = exact_cell(desk, above);
    bar->below = exact_cell(desk, below);
}

static struct cell *empty_figures(const struct desk *desk)
{
    struct cell *figures = arena_alloc(desk->arena, FIGURES * sizeof *figures);
    for (size_t i = 0; i < FIGURES; i++)
        figures[i] = cell_empty();
    return figures;
}

static struct cell figure_of(const struct fall *f, const struct result *result, enum measure measure)
{
    struct shown shown = desk_shown(f->desk, result, measure, f->movers.indicator);
    return shown.number ? printed_cell(f->desk, shown, "")
                        : cell_text(desk_cell(f->desk, result, measure, f->movers.indicator).text);
}

/* ---- bars ---- */

static void add_bar(struct fall *f, struct chart_bar bar, const struct number *by)
{
    const struct number *to = number_add(f->desk->arena, f->level, by);
    set_place(f->desk, &bar, f->level, to);
    f->level = to;
    bar.target = cell_empty();
    bar.state = number_sign(by) < 0 ? BAR_BEHIND : BAR_PLAIN;
    ARRAY_ADD(f->desk->arena, f->bars, f->count, bar);
}

static void add_mover(struct fall *f, size_t index)
{
    const struct movers *m = &f->movers;
    const struct mover *mover = &m->items[index];
    struct cell *figures = empty_figures(f->desk);
    figures[FIGURE_GROWTH] = figure_of(f, mover->growth, MEASURE_YOY);
    figures[FIGURE_SHARE] = figure_of(f, mover->share, MEASURE_SHARE);
    figures[FIGURE_CONTRIBUTION] = figure_of(f, mover->contribution, MEASURE_CONTRIBUTION);
    struct shown pull = desk_shown(f->desk, mover->pull, MEASURE_PULL, m->indicator);
    add_bar(f,
            (struct chart_bar){.label = mover->area->name,
                               .value = difference_cell(f->desk, pull),
                               .own = index < m->first || index >= m->count - m->last,
                               .figures = figures},
            mover->pull->number);
}

/* Those from..to - 1 as one. */
static void add_rest(struct fall *f, size_t from, size_t to)
{
    const struct desk *desk = f->desk;
    const struct movers *m = &f->movers;
    const struct mover *items = m->items + from;
    struct cell *figures = empty_figures(desk);
    const struct number *by = number_integer(desk->arena, 0);
    for (size_t i = from; i < to; i++)
        by = number_add(desk->arena, by, m->items[i].pull->number);
    struct shown pull = movers_sum(desk, items, to - from, mover_pull, MEASURE_PULL, m->indicator);
    figures[FIGURE_SHARE] =
        printed_cell(desk, movers_sum(desk, items, to - from, mover_share, MEASURE_SHARE, m->indicator), "");
    figures[FIGURE_CONTRIBUTION] = printed_cell(
        desk, movers_sum(desk, items, to - from, mover_contribution, MEASURE_CONTRIBUTION, m->indicator), "");
    add_bar(f,
            (struct chart_bar){
                .label = FILL(&desk->say, WORD_CHART_MOVERS_REST, "数", arena_format(desk->arena, "%zu", to - from)),
                .value = difference_cell(desk, pull),
                .figures = figures},
            by);
}

/* Of many areas the largest up, the largest down, and what lies between as one. */
static void add_movers(struct fall *f)
{
    const struct movers *m = &f->movers;
    size_t up = 0, down = 0;
    while (up < m->count && number_sign(m->items[up].pull->number) > 0)
        up++;
    while (down < m->count && number_sign(m->items[m->count - 1 - down].pull->number) < 0)
        down++;
    size_t head = m->count, tail = m->count;
    if (m->count > MOST_BARS) {
        head = up < LARGEST_UP ? up : LARGEST_UP;
        tail = m->count - (down < MOST_DOWN ? down : MOST_DOWN);
    }
    for (size_t i = 0; i < head; i++)
        add_mover(f, i);
    if (head < tail)
        add_rest(f, head, tail);
    for (size_t i = tail; i < m->count; i++)
        add_mover(f, i);
}

static void add_whole(struct fall *f)
{
    const struct desk *desk = f->desk;
    const struct movers *m = &f->movers;
    struct cell *figures = empty_figures(desk);
    const char *all =
        number_text(desk->arena, number_integer(desk->arena, 100), m->indicator->rate_decimals, ROUND_HALF_UP);
    if (!m->growth)
        return;
    struct shown growth = desk_shown(desk, m->growth, MEASURE_YOY, m->indicator);
    figures[FIGURE_GROWTH] = printed_cell(desk, growth, "");
    figures[FIGURE_SHARE] = figures[FIGURE_CONTRIBUTION] = cell_number(all, all);
    f->level = number_integer(desk->arena, 0);
    add_bar(f,
            (struct chart_bar){.label = desk->region->name,
                               .value = difference_cell(desk, growth),
                               .own = true,
                               .closing = true,
                               .figures = figures},
            m->growth->number);
}

/* ---- words ---- */

/* How far the printed parts are from the printed whole. */
static struct shown rounding_left(const struct desk *desk, const struct movers *m)
{
    struct shown whole = desk_shown(desk, m->growth, MEASURE_YOY, m->indicator);
    const struct number *sum = number_integer(desk->arena, 0);
    for (size_t i = 0; i < m->count; i++)
        sum = number_add(desk->arena, sum, m->items[i].pull->printed);
    return shown_difference(&desk->say, (struct shown){sum, measure_decimals(MEASURE_PULL, m->indicator)}, whole);
}

static const char *note_of(const struct fall *f)
{
    const struct desk *desk = f->desk;
    const struct movers *m = &f->movers;
    const struct phrasing *p = &desk->say;
    const char *region = desk->region->name;
    struct strings about = {0}, marks = {0};
    strings_add(&about, desk->arena, FILL(p, WORD_CHART_MOVERS_NOTE, "全域", region));
    if (m->shares)
        strings_add(&about, desk->arena, FILL(p, WORD_CHART_MOVERS_NOTE_SHARE, "全域", region));
    strings_add(&about, desk->arena, SAY(p, WORD_CHART_MOVERS_NOTE_EXACT));
    if (m->absent_count) {
        strings_add(&about, desk->arena,
                    FILL(p, WORD_CHART_MOVERS_NOTE_ABSENT, "地区", movers_absent(desk, m), "全域", region));
    } else {
        struct shown off = rounding_left(desk, m);
        if (shown_sign(off))
            strings_add(&about, desk->arena,
                        FILL(p, WORD_CHART_MOVERS_NOTE_ROUNDED, "全域", region, "值", shown_size(p, off)));
    }
    if (m->first)
        strings_add(&marks, desk->arena,
                    FILL(p, WORD_CHART_MOVERS_NOTE_NAMED, "数", arena_format(desk->arena, "%zu", m->first)));
    if (number_sign(m->items[m->count - 1].pull->number) < 0)
        strings_add(&marks, desk->arena, SAY(p, WORD_CHART_MOVERS_NOTE_DOWN));
    const char *text = arena_format(desk->arena, "%s。", strings_join(&about, desk->arena, "，"));
    return marks.count ? arena_format(desk->arena, "%s%s。", text, strings_join(&marks, desk->arena, "，")) : text;
}

static void set_heads(const struct fall *f, struct chart *chart)
{
    const struct desk *desk = f->desk;
    const struct phrasing *p = &desk->say;
    const char **heads = arena_alloc(desk->arena, FIGURES * sizeof *heads);
    heads[FIGURE_GROWTH] = SAY(p, WORD_CHART_MOVERS_GROWTH);
    heads[FIGURE_SHARE] = FILL(p, WORD_CHART_MOVERS_OF, "全域", desk->region->name);
    heads[FIGURE_CONTRIBUTION] = SAY(p, WORD_CHART_MOVERS_CONTRIBUTION);
    chart->figure_heads = heads;
    /* Of what lacks a part there is no share of the whole. */
    chart->figure_count = f->movers.shares ? FIGURES : f->movers.absent_count ? FIGURE_SHARE : FIGURE_CONTRIBUTION;
    chart->name_head = SAY(p, WORD_COL_AREA);
    chart->figure_head = SAY(p, WORD_CHART_MOVERS_FIGURE);
    chart->axis_head = FILL(p, WORD_CHART_MOVERS_AXIS, "全域", desk->region->name);
    chart->base_head = SAY(p, WORD_CHART_MOVERS_BASE);
    chart->above_head = SAY(p, WORD_CHART_MOVERS_ABOVE);
    chart->below_head = SAY(p, WORD_CHART_MOVERS_BELOW);
}

const struct chart *chart_movers(const struct desk *desk, const struct topic *topic)
{
    struct fall f = {.desk = desk, .level = number_integer(desk->arena, 0)};
    const struct indicator *indicator = topic->indicator;
    if (!movers_of(desk->engine, indicator, desk->period, &f.movers))
        return NULL;
    desk_tell(desk, indicator);
    add_movers(&f);
    add_whole(&f);
    bool grows = f.movers.growth && number_sign(f.movers.growth->printed) > 0;
    const char *title = FILL(&desk->say, grows ? WORD_CHART_MOVERS : WORD_CHART_MOVERS_RATE, "时期", desk_period(desk),
                             "名称", indicator->name);
    struct chart chart = {.kind = CHART_WATERFALL,
                          .title = title,
                          .unit = "",
                          .alt = movers_text(desk, topic),
                          .data_title = FILL(&desk->say, WORD_CHART_DATA_BARE, "标题", title),
                          .bars = f.bars,
                          .bar_count = f.count,
                          .reference = cell_empty(),
                          .note = note_of(&f)};
    set_heads(&f, &chart);
    return arena_copy(desk->arena, &chart, sizeof chart);
}
