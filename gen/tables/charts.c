/* SPDX-License-Identifier: MIT */
#include "tables/charts.h"

#include "base/text.h"
#include "tables/table_parts.h"
#include "tables/trend.h"
#include "words/goal.h"
#include "words/goal_kind.h"

#include <stdlib.h>

/* Every chart in the end: with the title that its figures have where they stand as a table. */
static const struct chart *kept(const struct desk *desk, struct chart chart)
{
    chart.data_title = *chart.unit ? FILL(&desk->say, WORD_CHART_DATA, "标题", chart.title, "单位", chart.unit)
                                   : FILL(&desk->say, WORD_CHART_DATA_BARE, "标题", chart.title);
    return arena_copy(desk->arena, &chart, sizeof chart);
}

/* ---- bars of areas ---- */

struct bar {
    struct chart_bar drawn;
    const struct number *order; /* NULL: no figure, drawn last */
    bool low;                   /* the lower the better */
    size_t place;               /* in file order, among equals */
};

static int better_first(const void *left, const void *right)
{
    const struct bar *a = left, *b = right;
    int order = (b->order != NULL) - (a->order != NULL);
    if (!order && a->order)
        order = a->low ? number_compare(a->order, b->order) : number_compare(b->order, a->order);
    return order ? order : (a->place > b->place) - (a->place < b->place);
}

/* Nothing is due yet and nothing done: 0 % is no lag. */
static bool is_pending(const struct topic *topic)
{
    return topic->verdict && topic->verdict->accumulating && topic_standing(topic) == STANDING_PENDING;
}

/* How a bar stands to its target, and what it says of it. */
static void judge_bar(const struct desk *desk, const struct topic *topic, struct chart_bar *bar)
{
    const struct verdict *v = topic->verdict;
    if (!v)
        return;
    switch (topic_standing(topic)) {
    case STANDING_REACHED:
        bar->state = BAR_REACHED;
        break;
    case STANDING_BEHIND:
        bar->state = BAR_BEHIND;
        bar->gap = due_shortfall_cell(desk, topic).text;
        break;
    case STANDING_PENDING:
        bar->state = BAR_PENDING;
        break;
    default:
        return;
    }
    if (v->accumulating && v->progress && v->target_value && desk_counts(desk, topic->indicator))
        bar->inside = arena_format(desk->arena, "%s/%s", shown_text(&desk->say, topic_actual(desk, topic)),
                                   number_plain(desk->arena, v->target_value, 10));
}

/* What a lane's bars show: the progress towards a sum, else the figure the target is held against, else growth. */
static struct cell bar_value(const struct desk *desk, const struct topic *topic, const struct number **order)
{
    const struct verdict *v = topic->verdict;
    enum measure measure = topic->measure;
    if (v && v->accumulating && v->progress) {
        *order = topic_progress(desk, topic).number;
        return shown_cell(desk, topic_progress(desk, topic));
    }
    if (v && v->elsewhere) {
        *order = v->actual;
        return shown_cell(desk, topic_actual(desk, topic));
    }
    if (measure_is_place(measure))
        measure = place_measure(measure, topic->indicator);
    const struct result *result = desk_result(desk, measure, topic->indicator, topic->area);
    *order = result->printed;
    return desk_cell(desk, result, measure, topic->indicator);
}

static struct cell bar_target(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    if (!v || !v->target_value || measure_is_place(topic->measure) || ops[v->target->op].against == AGAINST_YEAR_BEFORE)
        return cell_empty();
    if (v->accumulating)
        return shown_cell(desk, topic_due_share(desk, topic));
    const char *text = number_plain(desk->arena, v->target_value, 10);
    return cell_number(text, text);
}

static const char *bars_alt(const struct desk *desk, const char *title, const char *unit, const struct bar *bars,
                            size_t count)
{
    size_t figures = 0;
    while (figures < count && bars[figures].order)
        figures++;
    if (figures < 2)
        return FILL(&desk->say, WORD_CHART_ALT_ONE, "标题", title, "数", arena_format(desk->arena, "%zu", count));
    bool low = bars[0].low;
    const struct chart_bar *first = &bars[low ? figures - 1 : 0].drawn, *last = &bars[low ? 0 : figures - 1].drawn;
    return FILL(&desk->say, WORD_CHART_ALT_BARS, "标题", title, "首", first->label, "首值",
                arena_format(desk->arena, "%s%s", first->value.text, unit), "末", last->label, "末值",
                arena_format(desk->arena, "%s%s", last->value.text, unit));
}

static const char *lane_title(const struct desk *desk, const struct lane *lane, bool progress)
{
    bool plain = lane->key.measure == MEASURE_YOY || lane->key.indicator->kind == KIND_RATE || !lane->targeted;
    if (measure_is_growth(lane->key.measure, lane->key.indicator) && plain)
        return FILL(&desk->say, WORD_CHART_GROWTH, "指标", lane->key.indicator->name);
    const char *name = lane_name(desk, lane);
    return FILL(&desk->say, progress ? WORD_CHART_PROGRESS_TITLE : WORD_CHART_VALUE_TITLE, "指标", name);
}

static const char *bars_title(const struct desk *desk, const struct lane *lane, bool progress, bool low)
{
    const char *title = lane_title(desk, lane, progress);
    return low ? FILL(&desk->say, WORD_CHART_LOWER, "标题", title) : title;
}

static const char *bars_unit(const struct desk *desk, const struct lane *lane, bool progress)
{
    if (progress)
        return SAY(&desk->say, WORD_PERCENT_SIGN);
    return measure_is_place(lane->key.measure) ? SAY(&desk->say, WORD_PERCENT_SIGN)
                                               : desk_unit(desk, lane->key.measure, lane->key.indicator);
}

enum { LONG_LABEL = 8 }; /* characters of an area's name beside its bar */

/* The lane's bars in drawing order. An area without a figure stands at the end with the word for it; one that the
 * target is not meant for, nowhere. */
static struct bar *bars_of(const struct desk *desk, const struct lane *lane, size_t *count, size_t *figures)
{
    struct areas areas = areas_below(desk);
    struct bar *bars = NULL;
    *count = *figures = 0;
    for (size_t i = 0; i < areas.count; i++) {
        struct topic topic = lane_topic(desk, lane, areas.items[i]);
        struct bar bar = {.place = i, .low = lane->key.indicator->better == BETTER_LOWER};
        if (lane->targeted && !topic.verdict)
            continue;
        bar.low = bar.low || (topic.verdict && topic_at_most(&topic));
        bar.drawn = (struct chart_bar){.label = area_short_name(areas.items[i], LONG_LABEL),
                                       .value = bar_value(desk, &topic, &bar.order),
                                       .target = bar_target(desk, &topic)};
        if (is_pending(&topic)) {
            bar.order = NULL;
            bar.drawn.value = cell_text(topic_verdict(desk, &topic).text);
            bar.drawn.target = cell_empty();
            bar.drawn.state = BAR_PENDING;
        }
        if (bar.order)
            judge_bar(desk, &topic, &bar.drawn);
        *figures += bar.order != NULL;
        ARRAY_ADD(desk->arena, bars, *count, bar);
    }
    if (*count)
        qsort(bars, *count, sizeof *bars, better_first);
    return bars;
}

/* The region's figure to compare with; empty without one. */
static struct cell bars_reference(const struct desk *desk, const struct lane *lane, bool progress)
{
    struct topic region = lane_topic(desk, lane, desk->region);
    const struct number *unused;
    struct cell reference = bar_value(desk, &region, &unused);
    /* A region without a target has no progress to compare with. */
    return reference.kind == CELL_NUMBER && (!progress || region.verdict) ? reference : cell_empty();
}

/* What shall not happen and what is to be done have no bars: a count of accidents is no progress. */
static bool is_drawn(const struct desk *desk, const struct lane *lane)
{
    struct areas areas = areas_below(desk);
    for (size_t i = 0; lane->targeted && i < areas.count; i++) {
        struct topic topic = lane_topic(desk, lane, areas.items[i]);
        if (topic.verdict &&
            (target_is_milestone(topic.verdict->target) ||
             (ops[topic.verdict->target->op].against == AGAINST_FIGURE && topic_goal_kind(&topic) == GOAL_ZERO)))
            return false;
    }
    return true;
}

const struct chart *chart_lane(const struct desk *desk, const struct lane *lane)
{
    size_t count, figures;
    if (!is_drawn(desk, lane))
        return NULL;
    const struct bar *bars = bars_of(desk, lane, &count, &figures);
    if (figures < 2)
        return NULL;
    struct chart_bar *drawn = arena_alloc(desk->arena, count * sizeof *drawn);
    for (size_t i = 0; i < count; i++)
        drawn[i] = bars[i].drawn;
    bool progress = lane_accumulates(desk, lane);
    enum word label = progress                         ? WORD_CHART_PACE
                      : lane_only_compared(desk, lane) ? WORD_COL_COMPARED
                                                       : WORD_CHART_TARGET;
    const char *title = bars_title(desk, lane, progress, bars[0].low), *unit = bars_unit(desk, lane, progress);
    struct chart chart = {.kind = progress ? CHART_PROGRESS : CHART_BARS,
                          .title = title,
                          .unit = unit,
                          .alt = bars_alt(desk, title, unit, bars, count),
                          .name_head = SAY(&desk->say, WORD_CHART_COL_NAME),
                          .figure_head = SAY(&desk->say, WORD_CHART_COL_FIGURE),
                          .bars = drawn,
                          .bar_count = count,
                          .reference = bars_reference(desk, lane, progress),
                          .reference_label = desk->region->name,
                          .target_label = SAY(&desk->say, label),
                          .gap_label = SAY(&desk->say, WORD_COL_GAP)};
    return kept(desk, chart);
}

void charts_areas(const struct desk *desk, struct builder *builder, size_t most)
{
    struct lanes lanes = lanes_of(desk);
    bool targeted = false;
    size_t drawn = 0;
    for (size_t i = 0; i < lanes.count; i++)
        targeted |= lanes.items[i].targeted;
    for (size_t i = 0; i < lanes.count && drawn < most; i++) {
        const struct chart *chart = lanes.items[i].targeted == targeted ? chart_lane(desk, &lanes.items[i]) : NULL;
        if (!chart)
            continue;
        builder_chart(builder, chart);
        drawn++;
    }
}

/* ---- an area's progress ---- */

const struct chart *chart_progress(const struct desk *desk)
{
    struct topics topics = topics_of(desk, desk->area);
    struct chart_bar *bars = NULL;
    size_t count = 0, held = 0, over = 0;
    for (size_t i = 0; i < topics.count; i++) {
        const struct topic *topic = &topics.items[i];
        if (!topic->verdict || !topic->verdict->accumulating || !topic->verdict->progress)
            continue;
        if (topic_standing(topic) == STANDING_PENDING) /* of what is not due yet, 0 % is no lag */
            continue;
        struct chart_bar bar = {.label = topic_name(desk, topic),
                                .value = shown_cell(desk, topic_progress(desk, topic)),
                                .target = shown_cell(desk, topic_due_share(desk, topic))};
        judge_bar(desk, topic, &bar);
        held += topic_standing(topic) == STANDING_REACHED;
        over += topic->verdict->year_over;
        ARRAY_ADD(desk->arena, bars, count, bar);
    }
    if (!count)
        return NULL;
    const struct phrasing *p = &desk->say;
    const char *title = FILL(p, WORD_CHART_AREA_PROGRESS, "地区", desk->area->name, "时期", desk_period(desk));
    struct chart chart = {.kind = CHART_PROGRESS,
                          .title = title,
                          .unit = SAY(p, WORD_PERCENT_SIGN),
                          .alt = FILL(p, over == count ? WORD_CHART_ALT_PROGRESS_END : WORD_CHART_ALT_PROGRESS, "标题",
                                      title, "数", arena_format(desk->arena, "%zu", count), "快",
                                      arena_format(desk->arena, "%zu", held)),
                          .name_head = SAY(p, WORD_CHART_COL_NAME),
                          .figure_head = SAY(p, WORD_CHART_COL_FIGURE),
                          .bars = bars,
                          .bar_count = count,
                          .reference = cell_empty(),
                          .target_label = SAY(p, WORD_CHART_PACE),
                          .gap_label = SAY(p, WORD_COL_GAP)};
    return kept(desk, chart);
}

/* ---- growth over time ---- */

enum { LEAST_POINTS = 3 }; /* of a line chart */

/* The lines of a trend, each over all periods. */
struct trend {
    const struct desk *desk;
    struct period periods[TREND_PERIODS];
    struct chart_series *lines;
    size_t count;
};

static const struct cell *growth_line(const struct trend *trend, const struct indicator *indicator,
                                      const struct area *area)
{
    const struct desk *desk = trend->desk;
    struct cell *cells = arena_alloc(desk->arena, TREND_PERIODS * sizeof *cells);
    for (size_t i = 0; i < TREND_PERIODS; i++) {
        const struct result *yoy = desk_result_at(desk, MEASURE_YOY, indicator, area, trend->periods[i]);
        cells[i] = yoy->printed ? desk_cell(desk, yoy, MEASURE_YOY, indicator) : cell_empty();
    }
    return cells;
}

/* The yearly growth target of each period's own year; empty where there was none. */
static const struct cell *target_line(const struct trend *trend, const struct topic *topic)
{
    const struct desk *desk = trend->desk;
    struct cell *cells = arena_alloc(desk->arena, TREND_PERIODS * sizeof *cells);
    struct target_key key = {topic->indicator, topic->measure, {0}};
    for (size_t i = 0; i < TREND_PERIODS; i++) {
        const struct target *target =
            topic->verdict ? target_for(desk->engine, key, desk->area, trend->periods[i]) : NULL;
        cells[i] = cell_empty();
        if (!target || !target_is_number(target) || target->upper)
            continue;
        const char *text = number_plain(desk->arena, target->value, 10);
        cells[i] = cell_number(text, text);
    }
    return cells;
}

static size_t figures_in(const struct cell *cells)
{
    size_t count = 0;
    for (size_t i = 0; i < TREND_PERIODS; i++)
        count += cells[i].kind == CELL_NUMBER;
    return count;
}

static void add_line(struct trend *trend, struct chart_series line)
{
    if (figures_in(line.values))
        ARRAY_ADD(trend->desk->arena, trend->lines, trend->count, line);
}

/* Periods before the data begin would only be empty room at the left. */
static size_t first_category(const struct trend *trend)
{
    for (size_t at = 0; at < TREND_PERIODS; at++)
        for (size_t i = 0; i < trend->count; i++)
            if (trend->lines[i].values[at].kind == CELL_NUMBER)
                return at;
    return 0;
}

/* The chart of the lines, from the first period on in which one has a figure. */
static struct chart lines_chart(struct trend *trend)
{
    const char **names = arena_alloc(trend->desk->arena, TREND_PERIODS * sizeof *names);
    size_t first = first_category(trend);
    for (size_t i = 0; i < TREND_PERIODS; i++)
        names[i] = period_name(trend->desk->arena, trend->periods[i]);
    for (size_t i = 0; i < trend->count; i++)
        trend->lines[i].values += first;
    return (struct chart){.kind = CHART_LINES,
                          .unit = SAY(&trend->desk->say, WORD_PERCENT_SIGN),
                          .name_head = SAY(&trend->desk->say, WORD_COL_PERIOD),
                          .reference = cell_empty(),
                          .categories = names + first,
                          .category_count = TREND_PERIODS - first,
                          .series = trend->lines,
                          .series_count = trend->count};
}

const struct chart *chart_trend(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    struct trend trend = {.desk = desk};
    if (!measure_applies(MEASURE_YOY, topic->indicator))
        return NULL;
    trend_periods(desk, trend.periods);
    const struct cell *own = growth_line(&trend, topic->indicator, desk->area);
    /* Fewer are numbers, not a line. */
    if (figures_in(own) < LEAST_POINTS)
        return NULL;
    const struct area *beside = desk->area == desk->region ? reference_area(desk->dataset) : desk->region;
    add_line(&trend, (struct chart_series){.label = desk->area->name, .values = own, .own = true});
    if (beside)
        add_line(&trend,
                 (struct chart_series){.label = beside->name, .values = growth_line(&trend, topic->indicator, beside)});
    add_line(&trend, (struct chart_series){
                         .label = SAY(p, WORD_CHART_TARGET), .values = target_line(&trend, topic), .dashed = true});
    const struct cell *last = &own[TREND_PERIODS - 1];
    struct chart chart = lines_chart(&trend);
    chart.title = chart.alt = FILL(p, WORD_CHART_TREND, "地区", desk->area->name, "指标", topic->indicator->name);
    if (last->kind == CELL_NUMBER)
        chart.alt = FILL(p, WORD_CHART_ALT_TREND, "标题", chart.title, "地区", desk->area->name, "期",
                         desk_period(desk), "值", last->text);
    return kept(desk, chart);
}

void charts_trend(const struct desk *desk, struct builder *builder, size_t most)
{
    struct topics topics = topics_of(desk, desk->area);
    size_t drawn = 0;
    /* Growth that is held against a target first, then what else grows. */
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < topics.count && drawn < most; i++) {
            const struct topic *topic = &topics.items[i];
            if ((topic->verdict && topic_is_growth(topic)) != (pass == 0) || (pass && topic->verdict))
                continue;
            const struct chart *chart = chart_trend(desk, topic);
            if (chart) {
                builder_chart(builder, chart);
                drawn++;
            }
        }
    }
}
