/* SPDX-License-Identifier: MIT */
/* The brief's last table: what the rest of the year must bring for the region's targets, beside what the same months
 * brought and the best there was; when the year is over, what was reached. */
#include "base/text.h"
#include "document/sheet.h"
#include "tables/brief.h"
#include "tables/table_parts.h"
#include "words/forecast_words.h"
#include "words/gap.h"
#include "words/goal.h"
#include "words/lag.h"
#include "words/sentence_growth.h"
#include "words/sentence_target.h"

#include <string.h>

enum { HALF_YEAR = 6, MOST_DECIMALS = 10 };

/* A target that has a row, if there is room. */
struct line {
    struct topic topic;
    struct prospect forecast;
    const char *basis;
    int band, height;
    bool due; /* whoever is behind, or is hard to reach, comes before all others */
    bool kept;
};

struct lines {
    struct line *items;
    size_t count, left;
};

static bool year_over(const struct desk *desk)
{
    return period_is_last(desk->period);
}

/* ---- why ---- */

/* The growths of this year so far: 9.2、9.3、9.6. */
static const char *growths_so_far(const struct desk *desk, const struct topic *topic)
{
    struct strings said = {0};
    struct period period = desk->period;
    for (bool more = true; more; more = period_before_in_year(period, &period))
        strings_add(
            &said, desk->arena,
            shown_text(&desk->say,
                       desk_shown(desk, desk_result_at(desk, topic->measure, topic->indicator, topic->area, period),
                                  topic->measure, topic->indicator)));
    struct strings turned = {0};
    for (size_t i = said.count; i-- > 0;)
        if (*said.items[i])
            strings_add(&turned, desk->arena, said.items[i]);
    return strings_join(&turned, desk->arena, "、");
}

static const char *open_text(const struct desk *desk, const struct topic *topic, const struct prospect *forecast)
{
    const struct phrasing *p = &desk->say;
    if (topic_standing(topic) == STANDING_NO_DATA)
        return topic_verdict(desk, topic).text;
    if (target_is_milestone(topic->verdict->target))
        return SAY(p, WORD_REST_MATTER);
    if (topic_is_growth(topic) && !forecast->need.number && topic->measure == MEASURE_YOY)
        return strstr(growths_so_far(desk, topic), "、") ? FILL(p, WORD_REST_RATE, "数值", growths_so_far(desk, topic))
                                                         : SAY(p, WORD_REST_RATE_ALONE);
    if (period_months(desk->period) < HALF_YEAR && forecast->need.number)
        return SAY(p, WORD_REST_EARLY);
    return forecast->need.number ? SAY(p, WORD_REST_NO_PAST) : SAY(p, WORD_REST_NO_SUM);
}

static const char *basis_text(const struct desk *desk, const struct topic *topic, const struct prospect *forecast)
{
    static const enum word past[] = {[FORECAST_NONE] = WORD_REST_NO_PAST,
                                     [FORECAST_HOPE] = WORD_REST_PAST_HOPE,
                                     [FORECAST_PUSH] = WORD_REST_PAST_PUSH,
                                     [FORECAST_HARD] = WORD_REST_PAST_HARD};
    const struct phrasing *p = &desk->say;
    switch (forecast->basis) {
    case FORECAST_BY_NOTHING:
        break;
    case FORECAST_BY_TIMES:
        return FILL(p, WORD_REST_TIMES, "期", topic_so_far(desk, topic), "倍", shown_text(p, forecast->times));
    case FORECAST_BY_POINTS:
        return FILL(p, WORD_REST_GROWTH, "需", growth_phrase(desk, topic->indicator, forecast->growth), "现",
                    shown_text(p, topic_actual(desk, topic)));
    case FORECAST_BY_RECORD:
        return SAY(p, past[forecast->kind]);
    }
    return open_text(desk, topic, forecast);
}

/* ---- which rows ---- */

/* A long name gives way to a shorter one that the indicator goes by, where its name says no more. */
static const char *item_name(const struct desk *desk, const struct topic *topic)
{
    const char *name = topic_plain_name(desk, topic);
    return strcmp(name, topic->indicator->name) != 0 ? name : indicator_short_name(topic->indicator, SHEET_ITEM_WIDE);
}

/* Of what is over: what was not reached, what has no figure, what was. */
static int band_of_standing(enum standing standing)
{
    static const int bands[STANDING_COUNT] = {[STANDING_BEHIND] = 0,
                                              [STANDING_NO_DATA] = 1,
                                              [STANDING_REACHED] = 2,
                                              [STANDING_PENDING] = 3,
                                              [STANDING_REFERENCE] = 3};
    return bands[standing];
}

/* What still asks for something, and what is behind or has no figure; at the end all that was to be done by then. */
static bool line_of(const struct desk *desk, const struct topic *topic, struct line *line)
{
    enum standing standing = topic_standing(topic);
    bool behind = standing == STANDING_BEHIND || standing == STANDING_NO_DATA;
    if (!topic->verdict || standing == STANDING_REFERENCE || topic_is_uncounted(topic))
        return false;
    *line = (struct line){.topic = *topic, .forecast = topic_prospect(desk, topic)};
    if (year_over(desk)) {
        line->band = band_of_standing(standing);
        line->due = behind;
        line->basis = "";
        return standing != STANDING_PENDING;
    }
    if (!behind && line->forecast.basis == FORECAST_BY_NOTHING)
        return false;
    line->band = (int)line->forecast.kind;
    line->due = behind || line->forecast.kind == FORECAST_PUSH || line->forecast.kind == FORECAST_HARD;
    line->basis = basis_text(desk, topic, &line->forecast);
    return true;
}

/* Without the columns of the past the names have their room. */
static void measure_lines(const struct desk *desk, struct lines *lines)
{
    bool end = year_over(desk), past = false;
    for (size_t i = 0; i < lines->count; i++)
        past = past || lines->items[i].forecast.before.number || lines->items[i].forecast.best.number;
    for (size_t i = 0; i < lines->count; i++) {
        struct line *line = &lines->items[i];
        const char *text = end ? topic_name(desk, &line->topic) : item_name(desk, &line->topic);
        int name = lines_of(text, past ? SHEET_ITEM_WIDE : SHEET_ITEM_ALONE);
        int basis = lines_of(line->basis, SHEET_BASIS_WIDE);
        line->height = SHEET_BANDS_ROW + ((name > basis ? name : basis) - 1) * SHEET_MORE_LINE;
    }
}

static bool leads(const struct topics *leading, const struct topic *topic)
{
    for (size_t i = 0; i < leading->count; i++)
        if (leading->items[i].verdict == topic->verdict)
            return true;
    return false;
}

/* Whoever is behind or takes more first, then what leads, then the others in file order, as far as there is room. */
static void keep_lines(const struct desk *desk, struct lines *lines)
{
    enum { PASSES = 3, LEADING = 8 };
    int room = brief_plan(desk).rest_height;
    struct topics leading = brief_leading(desk, LEADING);
    for (int pass = 0; pass < PASSES; pass++)
        for (size_t i = 0; i < lines->count; i++) {
            struct line *line = &lines->items[i];
            bool turn = pass == 0 ? line->due : pass == 1 ? leads(&leading, &line->topic) : true;
            if (line->kept || !turn || line->height > room)
                continue;
            line->kept = true;
            room -= line->height;
        }
    for (size_t i = 0; i < lines->count; i++)
        lines->left += !lines->items[i].kept;
}

static struct lines rest_lines(const struct desk *desk)
{
    struct topics topics = topics_of(desk, desk->region);
    struct lines lines = {0};
    struct line line;
    for (size_t i = 0; i < topics.count; i++)
        if (line_of(desk, &topics.items[i], &line))
            ARRAY_ADD(desk->arena, lines.items, lines.count, line);
    measure_lines(desk, &lines);
    keep_lines(desk, &lines);
    return lines;
}

/* ---- the table ---- */

/* 100亿元, 15%: a number with its unit where it is one. */
static struct cell goal_cell(const struct desk *desk, const struct topic *topic)
{
    struct cell cell = goal_number_cell(desk, topic);
    cell.text = topic_goal(desk, topic, true);
    return cell;
}

static struct cell done_cell(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    if (!v->actual || v->incomplete)
        return v->result ? desk_cell(desk, v->result, topic->measure, topic->indicator)
                         : cell_text(topic_verdict(desk, topic).text);
    struct cell cell = shown_cell(desk, topic_actual(desk, topic));
    if (measure_in_percent(topic->measure, topic->indicator))
        cell.text = arena_format(desk->arena, "%s%s", cell.text, SAY(&desk->say, WORD_PERCENT_SIGN));
    return cell;
}

static struct cell band_cell(const struct desk *desk, int band)
{
    static const struct {
        enum word word;
        enum cell_tone tone;
    } open[] = {[FORECAST_HOPE] = {WORD_FORECAST_HOPE, TONE_PLAIN},
                [FORECAST_PUSH] = {WORD_FORECAST_PUSH, TONE_WAITING},
                [FORECAST_HARD] = {WORD_FORECAST_HARD, TONE_BAD},
                [FORECAST_NONE] = {WORD_FORECAST_NONE, TONE_MUTED}},
      over[] = {{WORD_OUTCOME_MISSED, TONE_BAD},
                {WORD_OUTCOME_NO_DATA, TONE_WAITING},
                {WORD_OUTCOME_MET, TONE_PLAIN},
                {WORD_FORECAST_NONE, TONE_MUTED}};
    bool end = year_over(desk);
    struct cell cell = cell_text(SAY(&desk->say, end ? over[band].word : open[band].word));
    cell.tone = end ? over[band].tone : open[band].tone;
    return cell;
}

static void open_row(const struct desk *desk, struct table_builder *t, const struct line *line)
{
    const struct topic *topic = &line->topic;
    table_cell(t, band_cell(desk, line->band));
    table_cell(t, cell_text(item_name(desk, topic)));
    table_cell(t, goal_cell(desk, topic));
    table_cell(t, done_cell(desk, topic));
    table_cell(t, shown_cell(desk, line->forecast.need));
    table_cell(t, shown_cell(desk, line->forecast.before));
    table_cell(t, shown_cell(desk, line->forecast.best));
    table_cell(t, text_or_empty(line->basis));
    desk_tell(desk, topic->indicator);
    if (line->forecast.need.number)
        topic_tell_need(desk, topic);
}

/* The final gap: of a total in its unit, the pace being over. */
static struct cell final_gap(const struct desk *desk, const struct topic *topic)
{
    const struct phrasing *p = &desk->say;
    enum gap_kind kind = topic_gap_kind(desk, topic);
    if (kind == GAP_PACE || kind == GAP_DUE)
        kind = GAP_LEVEL;
    struct shown gap = topic_signed_gap(desk, topic, kind);
    struct cell cell = shown_cell(desk, gap);
    if (!gap.number)
        return cell_empty();
    const char *text = shown_sign(gap) > 0 ? FILL(p, WORD_CELL_FASTER, "值", cell.text) : cell.text;
    cell.text = arena_format(desk->arena, "%s%s", text, gap_unit(desk, kind, topic->indicator));
    return cell;
}

static void over_row(const struct desk *desk, struct table_builder *t, const struct line *line)
{
    const struct topic *topic = &line->topic;
    table_cell(t, band_cell(desk, line->band));
    table_cell(t, cell_text(topic_name(desk, topic)));
    table_cell(t, goal_cell(desk, topic));
    table_cell(t, target_is_milestone(topic->verdict->target) ? cell_text(topic_verdict(desk, topic).text)
                                                              : done_cell(desk, topic));
    table_cell(t, final_gap(desk, topic));
    desk_tell(desk, topic->indicator);
}

/* 第四季度, 12月: what is left of the year. */
static const char *rest_name(const struct desk *desk, const struct lines *lines)
{
    for (size_t i = 0; i < lines->count; i++)
        if (lines->items[i].forecast.need.number &&
            target_last_year(lines->items[i].topic.verdict->target) <= desk->period.year)
            return topic_rest(desk, &lines->items[i].topic);
    return SAY(&desk->say, WORD_REST_OF_YEAR);
}

static void begin_open(const struct desk *desk, struct table_builder *t, const struct lines *lines)
{
    const struct phrasing *p = &desk->say;
    const char *rest = rest_name(desk, lines);
    table_column(t, SAY(p, WORD_REST_COL_PROSPECT), NULL, NULL, ALIGN_CENTER, 4);
    table_column(t, SAY(p, WORD_COL_INDICATOR), NULL, NULL, ALIGN_LEFT, 9);
    table_column(t, SAY(p, WORD_REST_COL_GOAL), NULL, NULL, ALIGN_CENTER, 6);
    table_column(t, SAY(p, WORD_COL_DONE), NULL, NULL, ALIGN_CENTER, 4);
    table_column(t, FILL(p, WORD_REST_COL_NEED, "剩余", rest), NULL, NULL, ALIGN_CENTER, 4);
    table_strong(t);
    table_column(t, SAY(p, WORD_REST_COL_BEFORE), NULL, NULL, ALIGN_CENTER, 4);
    table_column(t, forecast_best_name(desk), NULL, NULL, ALIGN_CENTER, 4);
    table_column(t, SAY(p, WORD_REST_COL_BASIS), NULL, NULL, ALIGN_LEFT, 12);
}

static void begin_over(const struct desk *desk, struct table_builder *t)
{
    static const struct table_head heads[] = {{WORD_REST_COL_OUTCOME, ALIGN_CENTER, 4},
                                              {WORD_COL_INDICATOR, ALIGN_LEFT, 14},
                                              {WORD_COL_GOAL_SHORT, ALIGN_CENTER, 8},
                                              {WORD_COL_DONE, ALIGN_CENTER, 6},
                                              {WORD_COL_GAP, ALIGN_CENTER, 7}};
    table_columns(desk, t, heads, sizeof heads / sizeof *heads);
}

const struct table *table_rest(const struct desk *desk)
{
    static const int open[] = {FORECAST_HARD, FORECAST_PUSH, FORECAST_HOPE, FORECAST_NONE}, over[] = {0, 1, 2, 3};
    enum { BANDS = sizeof open / sizeof *open };
    struct lines lines = rest_lines(desk);
    struct table_builder t;
    bool end = year_over(desk);
    table_begin(&t, desk->arena, 1);
    t.table.form = TABLE_BANDS;
    if (end)
        begin_over(desk, &t);
    else
        begin_open(desk, &t, &lines);
    for (size_t band = 0; band < BANDS; band++)
        for (size_t i = 0; i < lines.count; i++)
            if (lines.items[i].kept && lines.items[i].band == (end ? over : open)[band])
                (end ? over_row : open_row)(desk, &t, &lines.items[i]);
    return t.cell_count ? table_end_compact(&t) : NULL;
}

/* ---- what is said around it ---- */

static bool judged(const struct lines *lines, enum forecast_basis basis)
{
    for (size_t i = 0; i < lines->count; i++)
        if (lines->items[i].kept && lines->items[i].forecast.basis == basis)
            return true;
    return false;
}

/* Where the lines are drawn: by the settings. */
static const char *rules_text(const struct desk *desk, const struct lines *lines)
{
    const struct phrasing *p = &desk->say;
    const struct settings *s = &desk->dataset->settings;
    struct strings said = {0};
    if (judged(lines, FORECAST_BY_TIMES) || judged(lines, FORECAST_BY_POINTS)) {
        strings_add(&said, desk->arena,
                    FILL(p, WORD_REST_RULE_HOPE, "可望", number_plain(desk->arena, s->hope_times, MOST_DECIMALS), "增",
                         number_plain(desk->arena, s->hope_points, MOST_DECIMALS)));
        strings_add(&said, desk->arena,
                    FILL(p, WORD_REST_RULE_PUSH, "难度", number_plain(desk->arena, s->hard_times, MOST_DECIMALS), "增",
                         number_plain(desk->arena, s->hard_points, MOST_DECIMALS)));
    }
    if (judged(lines, FORECAST_BY_RECORD))
        strings_add(&said, desk->arena, SAY(p, WORD_REST_RULE_PAST));
    return said.count ? FILL(p, WORD_REST_RULES, "名单", strings_join(&said, desk->arena, "；")) : "";
}

const char *rest_note(const struct desk *desk)
{
    struct lines lines = rest_lines(desk);
    const char *rules = rules_text(desk, &lines), *left = "";
    if (lines.left)
        left = FILL(&desk->say, WORD_REST_LEFT, "数", arena_format(desk->arena, "%zu", lines.left));
    return arena_format(desk->arena, "%s%s%s", rules, *rules && *left ? "。" : "", left);
}

const char *rest_remark(const struct desk *desk)
{
    struct lines lines = rest_lines(desk);
    int from = 0;
    for (size_t i = 0; i < lines.count; i++) {
        const struct line *line = &lines.items[i];
        if (line->kept && line->forecast.best_from && (!from || line->forecast.best_from < from))
            from = line->forecast.best_from;
    }
    if (year_over(desk) || !from)
        return "";
    return FILL(&desk->say, judged(&lines, FORECAST_BY_POINTS) ? WORD_REST_REMARK_GROWTH : WORD_REST_REMARK, "年",
                arena_format(desk->arena, "%d", from));
}
