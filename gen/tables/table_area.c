/* SPDX-License-Identifier: MIT */
/* The tables of one area: what stands on a county bulletin's pages, and in a letter of reminder. A column is a row of
 * a table below, with the function of its cells. */
#include "tables/area_tables.h"
#include "tables/columns.h"
#include "tables/table_parts.h"
#include "words/goal.h"
#include "words/goal_kind.h"
#include "words/lag.h"
#include "words/sentence_target.h"

#include <string.h>

struct area_row {
    const struct topic *topic;
    size_t number;                     /* in the table */
    const struct shortfall *shortfall; /* in letters */
    bool one_basis;                    /* the same of all lines of the letter */
};

struct area_column {
    enum word head;
    enum align align;
    int width;
    struct cell (*cell)(const struct desk *desk, const struct area_row *row);
};

struct area_columns {
    const struct area_column *items;
    size_t count;
};

#define COLUMNS(list) ((struct area_columns){(list), sizeof(list) / sizeof *(list)})

static void begin(const struct desk *desk, struct table_builder *t, struct area_columns columns)
{
    table_begin(t, desk->arena, 1);
    for (size_t i = 0; i < columns.count; i++)
        table_column(t, SAY(&desk->say, columns.items[i].head), NULL, NULL, columns.items[i].align,
                     columns.items[i].width);
}

static void add_row(const struct desk *desk, struct table_builder *t, struct area_columns columns, struct area_row row)
{
    for (size_t i = 0; i < columns.count; i++)
        table_cell(t, columns.items[i].cell(desk, &row));
}

/* ---- cells of more than one table ---- */

static struct cell ordinal_cell(const struct desk *desk, const struct area_row *row)
{
    return count_cell(desk, row->number);
}

static struct cell name_cell(const struct desk *desk, const struct area_row *row)
{
    return cell_text(topic_name(desk, row->topic));
}

static struct cell unit_cell(const struct desk *desk, const struct area_row *row)
{
    (void)desk;
    return cell_text(row->topic->indicator->unit);
}

static struct cell goal_cell(const struct desk *desk, const struct area_row *row)
{
    return row->topic->verdict ? goal_number_cell(desk, row->topic) : cell_empty();
}

/* A figure of the verdict that counts in the indicator's unit. */
static struct shown amount(const struct topic *topic, const struct number *number)
{
    return (struct shown){number, measure_decimals(MEASURE_VALUE, topic->indicator)};
}

/* ---- the overview ---- */

/* An amount over several years: the target's own level. */
static bool sums_years(enum measure measure)
{
    return measures[measure].over_years && measures[measure].counted == IN_UNIT;
}

/* Neither an amount nor its growth, such as a share or an average over years: no column bears its name. */
static bool is_of_its_own(const struct topic *topic)
{
    enum measure measure = topic->measure;
    bool level = measure == MEASURE_VALUE || sums_years(measure) || measure_is_place(measure);
    return topic->verdict && !level && measure != desk_growth_measure(topic->indicator);
}

/* A milestone is told by its verdict, and nobody reports what is aimed at in words. */
static bool is_without_figures(const struct desk *desk, const struct topic *topic)
{
    if (!topic->verdict)
        return false;
    return target_is_milestone(topic->verdict->target) ||
           (topic->verdict->target->op == OP_QUALITATIVE && !desk_has_figure(desk, topic->indicator, topic->area));
}

static struct cell own_cell(const struct desk *desk, const struct topic *topic)
{
    struct cell cell = desk_cell_of(desk, topic->measure, topic->indicator, topic->area);
    if (cell.kind != CELL_NUMBER)
        return cell;
    cell = marked_cell(desk, topic, cell);
    cell.text = arena_format(desk->arena, "%s%s", cell.text, desk_unit(desk, topic->measure, topic->indicator));
    return cell;
}

/* The figure that the target is held against, unless that is the growth in the next column. */
static struct cell level_cell(const struct desk *desk, const struct area_row *row)
{
    const struct topic *topic = row->topic;
    if (is_without_figures(desk, topic))
        return cell_empty();
    if (is_of_its_own(topic))
        return own_cell(desk, topic);
    if (topic->indicator->kind == KIND_RATE)
        return cell_empty();
    enum measure measure = sums_years(topic->measure) ? topic->measure : MEASURE_VALUE;
    struct cell cell = desk_cell_of(desk, measure, topic->indicator, topic->area);
    return topic->measure == measure ? marked_cell(desk, topic, cell) : cell;
}

/* On the year before, in per cent; of a ratio in points and of few things in these, which it then says. A place has no
 * growth. */
static struct cell growth_cell(const struct desk *desk, const struct area_row *row)
{
    const struct topic *topic = row->topic;
    enum measure measure = desk_growth_measure(topic->indicator);
    if (is_without_figures(desk, topic) || indicator_is_place(topic->indicator) ||
        !measure_applies(measure, topic->indicator))
        return cell_empty();
    if (growth_is_counted(desk, topic)) {
        struct cell more = more_cell(desk, topic);
        if (more.kind == CELL_NUMBER)
            more.text = arena_format(desk->arena, "%s%s", more.text, topic->indicator->unit);
        return more;
    }
    struct cell cell = desk_cell_of(desk, measure, topic->indicator, topic->area);
    /* Nothing reported is said once, in the column before. */
    if (topic->indicator->kind != KIND_RATE &&
        desk_result(desk, measure, topic->indicator, topic->area)->flag == FLAG_NO_DATA)
        return cell_empty();
    if (cell.kind == CELL_NUMBER && !is_of_its_own(topic) &&
        (measure == topic->measure || topic->indicator->kind == KIND_RATE))
        cell = marked_cell(desk, topic, cell);
    if (cell.kind == CELL_NUMBER && measure_in_points(measure))
        cell.text = FILL(&desk->say, WORD_CELL_POINTS, "值", cell.text);
    return cell;
}

static struct cell gap_or_progress_cell(const struct desk *desk, const struct area_row *row)
{
    struct cell cell = topic_gap_or_progress(desk, row->topic);
    if (row->topic->verdict && !row->topic->verdict->accumulating)
        cell = shown_cell(desk, topic_distance(desk, row->topic));
    cell.tone = topic_verdict(desk, row->topic).tone;
    return cell;
}

static struct cell verdict_cell(const struct desk *desk, const struct area_row *row)
{
    return topic_verdict(desk, row->topic);
}

/* 3/8. An area that is never ranked has no such column. */
static struct cell rank_cell(const struct desk *desk, const struct area_row *row)
{
    const struct topic *topic = row->topic;
    struct place place = desk_place(desk, topic->measure, topic->indicator, topic->area);
    if (!group_of(desk->engine, topic->area))
        return cell_empty();
    if (!place.rank || place.of < 2)
        return cell_text(SAY(&desk->say, WORD_CELL_UNRANKED));
    return cell_number(arena_format(desk->arena, "%d", place.rank),
                       arena_format(desk->arena, "%d/%d", place.rank, place.of));
}

/* Points gained or lost on the period before, with a sign, since the column's head has no verb. */
static struct cell change_cell(const struct desk *desk, const struct area_row *row)
{
    const struct topic *topic = row->topic;
    if (is_without_figures(desk, topic) || indicator_is_place(topic->indicator) ||
        !measure_applies(MEASURE_YOY_CHANGE, topic->indicator) || growth_is_counted(desk, topic))
        return cell_empty();
    const struct result *result = desk_result(desk, MEASURE_YOY_CHANGE, topic->indicator, topic->area);
    if (!result->printed)
        return cell_empty();
    struct cell cell = desk_cell(desk, result, MEASURE_YOY_CHANGE, topic->indicator);
    if (number_sign(result->printed) > 0)
        cell.text = FILL(&desk->say, WORD_CELL_FASTER, "值", cell.text);
    return cell;
}

/* Nobody has set the area a target: what it has is compared with other areas. */
static bool only_compared(const struct topics *topics)
{
    bool any = false;
    for (size_t i = 0; i < topics->count; i++) {
        if (topics->items[i].verdict && !topic_is_uncounted(&topics->items[i]))
            return false;
        any = any || topics->items[i].verdict;
    }
    return any;
}

const struct table *table_overview(const struct desk *desk, const struct area *area, bool references)
{
    static const struct area_column columns[] = {
        {WORD_COL_NUMBER, ALIGN_CENTER, 2, ordinal_cell},
        {WORD_COL_INDICATOR, ALIGN_LEFT, 10, name_cell},
        {WORD_COL_UNIT, ALIGN_CENTER, 3, unit_cell},
        {WORD_COL_YTD, ALIGN_RIGHT, 4, level_cell},
        {WORD_COL_YOY, ALIGN_RIGHT, 3, growth_cell},
        {WORD_COL_GOAL_SHORT, ALIGN_CENTER, 4, goal_cell},
        {WORD_COL_GAP_OR_PROGRESS, ALIGN_RIGHT, 4, gap_or_progress_cell},
        {WORD_COL_VERDICT, ALIGN_CENTER, 6, verdict_cell},
        {WORD_COL_RANK, ALIGN_CENTER, 3, rank_cell},
        {WORD_COL_AGAINST_BEFORE, ALIGN_RIGHT, 3, change_cell},
    };
    struct topics topics = topics_of(desk, area);
    struct table_builder t;
    struct area_column shown[sizeof columns / sizeof *columns];
    memcpy(shown, columns, sizeof columns);
    bool compared = only_compared(&topics);
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
        if (compared && shown[i].cell == goal_cell)
            shown[i].head = WORD_COL_COMPARED;
    begin(desk, &t, COLUMNS(shown));
    for (size_t i = 0; i < topics.count && (references || topics.items[i].verdict); i++)
        add_row(desk, &t, COLUMNS(shown), (struct area_row){.topic = &topics.items[i], .number = i + 1});
    if (!t.cell_count)
        return NULL;
    bool ranked = group_of(desk->engine, area);
    table_note(&t, SAY(&desk->say, compared ? (ranked ? WORD_OVERVIEW_NOTE_COMPARED : WORD_OVERVIEW_NOTE_COMPARED_PLAIN)
                                            : (ranked ? WORD_OVERVIEW_NOTE : WORD_OVERVIEW_NOTE_PLAIN)));
    table_note_partial(desk, &t);
    return table_end_compact(&t);
}

/* ---- what is needed ---- */

/* Of things counted one by one the few that are still to come need no table, as long as they are on pace. */
static bool needs(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    if (!v || !v->to_do || number_sign(v->to_do) == 0)
        return false;
    return topic_standing(topic) == STANDING_BEHIND || !desk_counts(desk, topic->indicator);
}

static struct cell to_do_cell(const struct desk *desk, const struct area_row *row)
{
    topic_tell_need(desk, row->topic);
    return number_cell(desk, row->topic->verdict->to_do, measure_decimals(MEASURE_VALUE, row->topic->indicator));
}

static struct cell per_month_cell(const struct desk *desk, const struct area_row *row)
{
    /* Things counted one by one come as they come. */
    return topic_counts(desk, row->topic) ? cell_empty()
                                          : shown_cell(desk, amount(row->topic, row->topic->verdict->per_month));
}

static struct cell so_far_cell(const struct desk *desk, const struct area_row *row)
{
    return topic_counts(desk, row->topic) ? cell_empty()
                                          : shown_cell(desk, amount(row->topic, row->topic->verdict->so_far_per_month));
}

static struct cell times_cell(const struct desk *desk, const struct area_row *row)
{
    return topic_counts(desk, row->topic) ? cell_empty() : shown_cell(desk, topic_need_times(desk, row->topic));
}

static struct cell growth_needed_cell(const struct desk *desk, const struct area_row *row)
{
    return number_cell(desk, row->topic->verdict->growth_needed, row->topic->indicator->rate_decimals);
}

const struct table *table_need(const struct desk *desk, const struct area *area)
{
    static const struct area_column columns[] = {
        {WORD_COL_INDICATOR, ALIGN_LEFT, 10, name_cell},
        {WORD_COL_UNIT, ALIGN_CENTER, 3, unit_cell},
        {WORD_COL_GOAL_WHOLE, ALIGN_CENTER, 4, goal_cell},
        {WORD_COL_TO_DO, ALIGN_RIGHT, 4, to_do_cell},
        {WORD_COL_PER_MONTH, ALIGN_RIGHT, 4, per_month_cell},
        {WORD_COL_SO_FAR, ALIGN_RIGHT, 4, so_far_cell},
        {WORD_COL_TIMES, ALIGN_RIGHT, 3, times_cell},
        {WORD_COL_GROWTH_NEEDED, ALIGN_RIGHT, 4, growth_needed_cell},
    };
    struct topics topics = topics_of(desk, area);
    struct table_builder t;
    begin(desk, &t, COLUMNS(columns));
    for (size_t i = 0; i < topics.count; i++)
        if (needs(desk, &topics.items[i]))
            add_row(desk, &t, COLUMNS(columns), (struct area_row){.topic = &topics.items[i]});
    return t.cell_count ? table_end_compact(&t) : NULL;
}

/* ---- what a letter of reminder is about ---- */

static struct cell goal_with_unit_cell(const struct desk *desk, const struct area_row *row)
{
    return cell_text(topic_goal(desk, row->topic, true));
}

/* 下降5.2%, 4.6万平方米: in words, as a letter is read, not calculated with. */
static struct cell done_cell(const struct desk *desk, const struct area_row *row)
{
    const struct topic *topic = row->topic;
    if (topic_is_growth(topic) && topic_actual(desk, topic).number)
        return cell_text(growth_in_list(desk, topic_actual(desk, topic), topic->indicator));
    return cell_with_unit(desk, topic_actual(desk, topic), desk_unit(desk, topic->measure, topic->indicator));
}

/* 低16.2个百分点, 滞后8.0个百分点, 少1户. */
static struct cell lacking_cell(const struct desk *desk, const struct area_row *row)
{
    return text_or_empty(topic_lag(desk, row->topic).text);
}

static struct cell periods_cell(const struct desk *desk, const struct area_row *row)
{
    return count_cell(desk, (size_t)row->shortfall->periods);
}

static struct cell to_do_with_unit_cell(const struct desk *desk, const struct area_row *row)
{
    return rest_cell(desk, row->topic);
}

/* By which the lines are sorted; what is counted apart has none. */
static struct cell severity_cell(const struct desk *desk, const struct area_row *row)
{
    const struct number *severity = row->shortfall->severity;
    return severity ? number_cell(desk, severity, row->topic->indicator->rate_decimals) : unranked_cell(desk);
}

/* The document that set the target, where a letter's lines have more than one: else its first sentence says it of all.
 */
static struct cell basis_cell(const struct desk *desk, const struct area_row *row)
{
    const char *basis = target_basis(desk->arena, row->topic->verdict->target);
    if (row->one_basis)
        return cell_empty();
    return cell_text(*basis ? basis : SAY(&desk->say, WORD_CELL_NO_BASIS));
}

/* Where the document asks for it, and of whom. */
static struct cell clause_cell(const struct desk *desk, const struct area_row *row)
{
    return text_or_empty(target_clauses(desk->arena, row->topic->verdict->target));
}

static struct cell owner_cell(const struct desk *desk, const struct area_row *row)
{
    return text_or_empty(target_owners(desk->arena, row->topic->verdict->target));
}

static bool has_one_basis(const struct desk *desk, const struct letter *letter, size_t most)
{
    const char *first = NULL;
    for (size_t i = 0; i < letter->count && i < most; i++) {
        const char *basis = target_basis(desk->arena, letter->shortfalls[i].verdict->target);
        if (!*basis || (first && strcmp(basis, first) != 0))
            return false;
        first = basis;
    }
    return first != NULL;
}

const struct table *table_reminder(const struct desk *desk, size_t most)
{
    static const struct area_column columns[] = {
        {WORD_COL_NUMBER, ALIGN_CENTER, 2, ordinal_cell},
        {WORD_COL_INDICATOR, ALIGN_LEFT, 9, name_cell},
        {WORD_COL_GOAL_SHORT, ALIGN_CENTER, 5, goal_with_unit_cell},
        {WORD_COL_DONE, ALIGN_CENTER, 5, done_cell},
        {WORD_COL_GAP, ALIGN_CENTER, 7, lacking_cell},
        {WORD_COL_SHORTFALL_PERCENT, ALIGN_CENTER, 4, severity_cell},
        {WORD_COL_PERIODS, ALIGN_CENTER, 3, periods_cell},
        {WORD_COL_TO_DO, ALIGN_CENTER, 6, to_do_with_unit_cell},
        {WORD_COL_BASIS, ALIGN_LEFT, 9, basis_cell},
        {WORD_COL_CLAUSE, ALIGN_LEFT, 6, clause_cell},
        {WORD_COL_OWNER, ALIGN_LEFT, 6, owner_cell},
    };
    const struct composer *composer = desk->composer;
    const struct letter *letter =
        letter_of(desk->engine, composer->verdicts, composer->verdict_count, desk->area, desk->period);
    struct table_builder t;
    bool one_basis = has_one_basis(desk, letter, most);
    begin(desk, &t, COLUMNS(columns));
    for (size_t i = 0; i < letter->count && i < most; i++) {
        struct topic topic = topic_of_verdict(letter->shortfalls[i].verdict);
        struct area_row row = {
            .topic = &topic, .number = i + 1, .shortfall = &letter->shortfalls[i], .one_basis = one_basis};
        add_row(desk, &t, COLUMNS(columns), row);
    }
    return t.cell_count ? table_end_compact(&t) : NULL;
}
