/* SPDX-License-Identifier: MIT */
/* The brief's cards: the leading figures, the widest gaps. */
#include "base/text.h"
#include "tables/brief.h"
#include "tables/trend.h"
#include "words/forecast_words.h"
#include "words/gap.h"
#include "words/goal.h"
#include "words/goal_kind.h"
#include "words/lag.h"
#include "words/sentence_target.h"

enum { LEAST_POINTS = 3, CARDS_ACROSS = 4, GAPS_ACROSS = 3 };

/* ---- courses ---- */

/* Of a total single periods, which add up; else the figure itself. */
static enum measure measure_drawn(const struct topic *topic)
{
    bool total = topic->indicator->kind == KIND_FLOW && topic->measure == MEASURE_VALUE;
    return total ? MEASURE_SINGLE : topic->measure;
}

static enum word caption_word(const struct desk *desk, const struct topic *topic, bool bars)
{
    if (topic_is_growth(topic))
        return WORD_SPARK_YTD;
    if (!bars)
        return WORD_SPARK_LEVELS;
    return desk->period.frequency == FREQUENCY_QUARTER ? WORD_SPARK_QUARTERS
           : desk->period.frequency == FREQUENCY_MONTH ? WORD_SPARK_MONTHS
                                                       : WORD_SPARK_YEARS;
}

/* The target of a growth or a level, over the periods of the years it was set for. */
static void draw_target(const struct desk *desk, const struct topic *topic, const struct period *periods,
                        struct spark *spark)
{
    const struct verdict *v = topic->verdict;
    if (!v || spark->bars || !v->goal || v->upper || ops[v->target->op].against != AGAINST_FIGURE)
        return;
    int first = target_first_year(v->target);
    spark->target = cell_number(number_plain(desk->arena, v->goal, 10), number_plain(desk->arena, v->goal, 10));
    while (spark->target_from + 1 < spark->count && first && periods[spark->target_from].year < first)
        spark->target_from++;
}

static struct spark spark_of(const struct desk *desk, const struct topic *topic)
{
    struct period periods[TREND_PERIODS];
    struct cell *values = arena_alloc(desk->arena, TREND_PERIODS * sizeof *values);
    enum measure measure = measure_drawn(topic);
    size_t first = TREND_PERIODS, figures = 0;
    struct strings said = {0};
    if (measure_is_place(measure) || !measure_applies(measure, topic->indicator))
        return (struct spark){0};
    trend_periods(desk, periods);
    for (size_t i = 0; i < TREND_PERIODS; i++) {
        const struct result *result = desk_result_at(desk, measure, topic->indicator, topic->area, periods[i]);
        bool whole = result->printed && result->flag == FLAG_NONE;
        values[i] = whole ? desk_cell(desk, result, measure, topic->indicator) : cell_empty();
        if (whole && !figures++)
            first = i;
        if (figures)
            strings_add(&said, desk->arena, whole ? values[i].text : SAY(&desk->say, WORD_CELL_NONE));
    }
    if (figures < LEAST_POINTS)
        return (struct spark){0};
    struct spark spark = {.values = values + first,
                          .count = TREND_PERIODS - first,
                          .bars = measure == MEASURE_SINGLE,
                          .target = cell_empty()};
    const char *start = period_name_single(desk->arena, periods[first]);
    spark.caption = FILL(&desk->say, caption_word(desk, topic, spark.bars), "起", start);
    spark.alt = FILL(&desk->say, WORD_SPARK_ALT, "说明", spark.caption, "数值",
                     strings_join(&said, desk->arena, SAY(&desk->say, WORD_REVIEW_SPARK_COMMA)));
    draw_target(desk, topic, periods + first, &spark);
    return spark;
}

/* ---- the leading figures ---- */

static struct cell figure_of(const struct desk *desk, const struct topic *topic)
{
    if (topic->verdict && topic->verdict->actual && !topic->verdict->incomplete)
        return shown_cell(desk, topic_actual(desk, topic));
    enum measure measure =
        measure_is_place(topic->measure) ? place_measure(topic->measure, topic->indicator) : topic->measure;
    return desk_cell_of(desk, measure, topic->indicator, topic->area);
}

static struct card card_of(const struct desk *desk, const struct topic *topic)
{
    struct card card = {.name = topic_plain_name(desk, topic),
                        .figure = figure_of(desk, topic),
                        .unit = "",
                        .beside = "",
                        .state = cell_empty()};
    desk_tell(desk, topic->indicator);
    if (card.figure.kind == CELL_NUMBER)
        card.unit = desk_unit(desk, topic->measure, topic->indicator);
    if (topic->verdict) {
        card.beside = FILL(&desk->say, WORD_CARD_TARGET, "值", topic_goal(desk, topic, false));
        card.state = topic_state_cell(desk, topic);
        if (topic_gap_kind(desk, topic) == GAP_PACE)
            topic_tell_pace(desk);
    }
    card.spark = spark_of(desk, topic);
    return card;
}

const struct cards *cards_leading(const struct desk *desk, size_t most)
{
    struct topics topics = brief_leading(desk, most);
    struct cards *cards = arena_alloc(desk->arena, sizeof *cards);
    struct card *items = NULL;
    for (size_t i = 0; i < topics.count; i++)
        ARRAY_ADD(desk->arena, items, cards->count, card_of(desk, &topics.items[i]));
    cards->items = items;
    cards->across = CARDS_ACROSS;
    return cards->count ? cards : NULL;
}

/* ---- the widest gaps ---- */

/* 第四季度需2.81亿元，上年同期1.75亿元，最多1.75亿元. */
static const char *need_text(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    struct prospect forecast = topic_prospect(desk, topic);
    if (!forecast.need.number)
        return "";
    topic_tell_need(desk, topic);
    const char *need = FILL(p, WORD_GAP_NEED, "剩余", topic_rest(desk, topic), "值", shown_text(p, forecast.need),
                            "单位", topic->indicator->unit);
    if (!forecast.before.number || !forecast.best.number)
        return need;
    return arena_format(desk->arena, "%s，%s", need,
                        FILL(p, WORD_GAP_PAST, "上年", shown_text(p, forecast.before), "名", forecast_best_name(desk),
                             "最多", shown_text(p, forecast.best)));
}

/* 下降3.2%，目标增长15%; 完成65.7%，应完成75.0%. */
static const char *reached_text(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    if (topic_gap_kind(desk, topic) == GAP_PACE) {
        topic_tell_pace(desk);
        return FILL(p, period_is_last(desk->period) ? WORD_GAP_DONE : WORD_GAP_PACE, "进度",
                    shown_text(p, topic_progress(desk, topic)), "序时", shown_text(p, topic_pace(desk, topic)));
    }
    struct shown actual = topic_actual(desk, topic);
    const char *now = topic_is_growth(topic) ? growth_in_list(desk, actual, topic->indicator)
                                             : arena_format(desk->arena, "%s%s", shown_text(p, actual),
                                                            desk_unit(desk, topic->measure, topic->indicator));
    return FILL(p, WORD_GAP_TARGET, "值", now, "目标", topic_goal_labelled(desk, topic));
}

/* 3个季度. */
static const char *periods_counted(const struct desk *desk, int periods)
{
    static const enum word units[] = {
        [FREQUENCY_YEAR] = WORD_YEARS, [FREQUENCY_QUARTER] = WORD_QUARTERS, [FREQUENCY_MONTH] = WORD_MONTHS};
    return FILL(&desk->say, units[desk->period.frequency], "数", arena_format(desk->arena, "%d", periods));
}

static const char *gap_text(const struct desk *desk, const struct topic *topic, const struct ledger_entry *entry)
{
    const struct phrasing *p = &desk->say;
    bool late = topic_gap_kind(desk, topic) == GAP_PACE;
    const char *run = "";
    if (entry->periods > 1)
        run = FILL(p,
                   period_is_last(desk->period) ? WORD_GAP_RUN_END
                   : late                       ? WORD_GAP_RUN_LATE
                                                : WORD_GAP_RUN,
                   "期", periods_counted(desk, entry->periods));
    const char *now = reached_text(desk, topic), *need = need_text(desk, topic);
    return SENTENCE(p, now, PHRASE_BREAK, run, PHRASE_BREAK, need);
}

static struct card gap_card(const struct desk *desk, const struct ledger_entry *entry)
{
    const struct phrasing *p = &desk->say;
    struct topic topic = topic_of_verdict(entry->verdict);
    enum gap_kind kind = topic_gap_kind(desk, &topic);
    struct card card = {.state = cell_empty(), .unit = gap_unit(desk, kind, topic.indicator)};
    card.name = topic.area == desk->region ? topic_plain_name(desk, &topic)
                                           : FILL(p, WORD_GAP_NAME, "地区", area_short_name(topic.area, BRIEF_NAME),
                                                  "指标", topic_plain_name(desk, &topic));
    card.figure = topic_gap_cell(desk, &topic, kind);
    card.beside =
        FILL(p, WORD_GAP_SEVERITY, "值", shown_text(p, shown_of(p, entry->severity, topic.indicator->rate_decimals)));
    card.text = gap_text(desk, &topic, entry);
    desk_tell(desk, topic.indicator);
    return card;
}

const struct cards *cards_widest(const struct desk *desk, size_t most)
{
    const struct composer *composer = desk->composer;
    struct cards *cards = arena_alloc(desk->arena, sizeof *cards);
    struct card *items = NULL;
    /* Of areas; where none of them is behind the region's own. */
    for (int own = 0; own < 2 && !cards->count; own++)
        for (size_t i = 0; i < composer->ledger_count && cards->count < most; i++) {
            const struct ledger_entry *entry = &composer->ledger[i];
            if (!entry->cleared && entry->severity && (entry->verdict->area == desk->region) == own)
                ARRAY_ADD(desk->arena, items, cards->count, gap_card(desk, entry));
        }
    cards->items = items;
    cards->across = GAPS_ACROSS;
    return cards->count ? cards : NULL;
}
