/* SPDX-License-Identifier: MIT */
/* The workbooks' tables with live formulas: 测算 and 序时. A formula stands in a cell only if, over the figures printed
 * beside it, it gives exactly what is printed there (formula.h): else the cell keeps its value. */
#include "check/measure.h"
#include "check/ops.h"
#include "tables/book_tables.h"
#include "tables/formula.h"
#include "tables/table_parts.h"
#include "words/goal.h"
#include "words/sentence_target.h"
#include "words/topic.h"

#include <stdio.h>
#include <string.h>

/* ---- the columns ---- */

/* Those in which nothing stands are left out in the end (table_end_compact). */
enum work_column {
    WORK_INDICATOR,
    WORK_AREA,
    WORK_UNIT,
    WORK_VALUE,
    WORK_YEAR_BEFORE,
    WORK_YOY,
    WORK_OTHER, /* a figure held against the target that none of the columns before shows */
    WORK_GOAL,
    WORK_GAP,
    WORK_PROGRESS,
    WORK_PACE,
    WORK_DUE,
    WORK_LAST_YEAR,
    WORK_TO_DO,
    WORK_PER_MONTH,
    WORK_SO_FAR,
    WORK_GROWTH,
    WORK_VERDICT,
    WORK_COLUMNS
};

static const struct table_head work_heads[WORK_COLUMNS] = {
    [WORK_INDICATOR] = {WORD_COL_INDICATOR, ALIGN_LEFT, 9},
    [WORK_AREA] = {WORD_COL_AREA, ALIGN_LEFT, 4},
    [WORK_UNIT] = {WORD_COL_UNIT, ALIGN_CENTER, 3},
    [WORK_VALUE] = {WORD_COL_YTD, ALIGN_RIGHT, 3},
    [WORK_YEAR_BEFORE] = {WORD_COL_YEAR_BEFORE, ALIGN_RIGHT, 3},
    [WORK_YOY] = {WORD_COL_YOY, ALIGN_RIGHT, 3},
    [WORK_OTHER] = {WORD_COL_ACTUAL, ALIGN_RIGHT, 3},
    [WORK_GOAL] = {WORD_COL_GOAL_SHORT, ALIGN_RIGHT, 3},
    [WORK_GAP] = {WORD_COL_GAP, ALIGN_RIGHT, 3},
    [WORK_PROGRESS] = {WORD_COL_PROGRESS, ALIGN_RIGHT, 3},
    [WORK_PACE] = {WORD_COL_PACE, ALIGN_RIGHT, 3},
    [WORK_DUE] = {WORD_COL_DUE, ALIGN_RIGHT, 3},
    [WORK_LAST_YEAR] = {WORD_COL_LAST_YEAR, ALIGN_RIGHT, 3},
    [WORK_TO_DO] = {WORD_COL_TO_DO, ALIGN_RIGHT, 3},
    [WORK_PER_MONTH] = {WORD_COL_PER_MONTH, ALIGN_RIGHT, 3},
    [WORK_SO_FAR] = {WORD_COL_SO_FAR, ALIGN_RIGHT, 3},
    [WORK_GROWTH] = {WORD_COL_GROWTH_NEEDED, ALIGN_RIGHT, 3},
    [WORK_VERDICT] = {WORD_COL_VERDICT, ALIGN_CENTER, 6},
};

/* ---- one row ---- */

/* The months gone and left: as a formula names them, and as numbers to work it out with. */
struct months {
    const char *gone, *left;
};

struct work_row {
    const struct desk *desk;
    const struct topic *topic;
    const struct verdict *verdict; /* NULL: no target */
    struct cell cells[WORK_COLUMNS];
    enum work_column actual; /* which of them is held against the target */
    struct months named, counted;
    /* What names in formulas stand for: the ends of the range that is asked for; of a growth last year, all of it and
     * so far (NULL: the target is no growth). */
    const char *near, *far, *base, *base_so_far;
};

static enum work_column actual_column(const struct topic *topic)
{
    if (topic->verdict && topic->verdict->elsewhere)
        return WORK_OTHER;
    if (topic->measure == MEASURE_YOY || (topic->measure == MEASURE_VALUE && topic->indicator->kind == KIND_RATE))
        return WORK_YOY;
    return topic->measure == MEASURE_VALUE ? WORK_VALUE : WORK_OTHER;
}

static struct cell last_year_cell(const struct desk *desk, const struct topic *topic)
{
    struct period whole = period_year_end(desk->period, desk->period.year - 1);
    const struct result *result = desk_result_at(desk, MEASURE_VALUE, topic->indicator, topic->area, whole);
    if (result->flag != FLAG_NONE || !desk_base_printable(desk, topic->indicator, topic->area))
        return cell_empty();
    return desk_cell(desk, result, MEASURE_VALUE, topic->indicator);
}

/* The comparison with a figure by which the target is judged, in a formula and before the figure; NULL and "" where it
 * is none with one figure. */
struct comparison {
    const char *formula, *printed;
};

static struct comparison comparison(const struct verdict *verdict)
{
    static const struct comparison above[] = {{">=", ""}, {">", "＞"}}, below[] = {{"<=", "≤"}, {"<", "＜"}};
    bool strict = ops[verdict->target->op].strict;
    switch (verdict_good(verdict)) {
    case GOOD_ABOVE:
        return above[strict];
    case GOOD_BELOW:
        return below[strict];
    default:
        return (struct comparison){NULL, ""};
    }
}

/* What is asked for as a figure to calculate with; what else there is to it stands around the figure: ≤-2%, 1—2. */
static struct cell goal_cell(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    const char *range = "";
    if (target_is_milestone(v->target) || ops[v->target->op].against == AGAINST_NOTHING_YET)
        return cell_text(topic_goal(desk, topic, false));
    if (!v->target_value)
        return cell_empty();
    if (v->target->upper)
        range = arena_format(desk->arena, "—%s", number_plain(desk->arena, v->upper, 10));
    else if (v->upper)
        range = arena_format(desk->arena, "±%s",
                             number_plain(desk->arena, number_subtract(desk->arena, v->upper, v->target_value), 10));
    bool percent = measure_in_percent(topic->measure, topic->indicator);
    const char *number = number_plain(desk->arena, v->target_value, 10);
    if (v->target->range || v->target->hoped)
        return cell_number(number, topic_goal(desk, topic, false));
    return cell_number(number, arena_format(desk->arena, "%s%s%s%s", comparison(v).printed, number, range,
                                            percent ? SAY(&desk->say, WORD_PERCENT_SIGN) : ""));
}

static void fill_figures(struct work_row *w)
{
    const struct desk *desk = w->desk;
    const struct topic *topic = w->topic;
    const struct indicator *indicator = topic->indicator;
    w->cells[WORK_INDICATOR] = cell_text(topic_name(desk, topic));
    if (*indicator->unit)
        w->cells[WORK_UNIT] = cell_text(indicator->unit);
    if (indicator->kind != KIND_RATE) {
        w->cells[WORK_VALUE] = figures_only(desk_cell_of(desk, MEASURE_VALUE, indicator, topic->area));
        w->cells[WORK_YEAR_BEFORE] = shown_cell(desk, desk_year_before(desk, indicator, topic->area));
    }
    if (measure_applies(MEASURE_YOY, indicator))
        w->cells[WORK_YOY] = figures_only(desk_cell_of(desk, MEASURE_YOY, indicator, topic->area));
}

static void fill_needs(struct work_row *w)
{
    const struct verdict *v = w->verdict;
    int decimals = measure_decimals(MEASURE_VALUE, w->topic->indicator);
    if (!v->to_do)
        return;
    if (w->topic->measure == MEASURE_YOY)
        w->cells[WORK_LAST_YEAR] = last_year_cell(w->desk, w->topic);
    topic_tell_need(w->desk, w->topic);
    w->cells[WORK_TO_DO] = number_cell(w->desk, v->to_do, decimals);
    w->cells[WORK_PER_MONTH] = number_cell(w->desk, v->per_month, decimals);
    w->cells[WORK_SO_FAR] = number_cell(w->desk, v->so_far_per_month, decimals);
    w->cells[WORK_GROWTH] = number_cell(w->desk, v->growth_needed, w->topic->indicator->rate_decimals);
}

static bool paced(const struct work_row *w)
{
    return w->verdict->accumulating && !w->verdict->year_over;
}

static void fill_target(struct work_row *w)
{
    const struct desk *desk = w->desk;
    const struct verdict *v = w->verdict;
    if (w->actual == WORK_OTHER && !target_is_milestone(v->target))
        w->cells[WORK_OTHER] = shown_cell(desk, topic_actual(desk, w->topic));
    w->cells[WORK_GOAL] = goal_cell(desk, w->topic);
    w->cells[WORK_VERDICT] = topic_verdict(desk, w->topic);
    if (v->progress)
        w->cells[WORK_PROGRESS] = shown_cell(desk, topic_progress(desk, w->topic));
    if (paced(w)) {
        w->cells[WORK_PACE] = shown_cell(desk, topic_pace(desk, w->topic));
        w->cells[WORK_DUE] = number_cell(desk, v->due, measure_decimals(MEASURE_VALUE, w->topic->indicator));
    } else {
        w->cells[WORK_GAP] = shown_cell(desk, topic_gap(desk, w->topic));
    }
    fill_needs(w);
}

/* A total over years has months of its own; those of the year have names. */
static void set_months(struct work_row *w)
{
    struct arena *arena = w->desk->arena;
    const struct phrasing *p = &w->desk->say;
    const struct target *target = w->verdict ? w->verdict->target : NULL;
    int year = w->desk->period.year, first = year, last = year;
    bool own = target && w->topic->measure == MEASURE_TOTAL && target_first_year(target);
    if (own) {
        first = target_first_year(target);
        last = target_last_year(target);
    }
    int gone = (year - first) * 12 + period_months(w->desk->period), left = (last - first + 1) * 12 - gone;
    w->counted = (struct months){arena_format(arena, "%d", gone), arena_format(arena, "%d", left)};
    w->named = own ? w->counted : (struct months){SAY(p, WORD_NAME_MONTHS), SAY(p, WORD_NAME_MONTHS_LEFT)};
}

/* ---- formulas ---- */

/* Which column a row works out from which. The names are those of expand. ROUND inside ROUNDUP and
 * ROUNDDOWN takes away what binary figures add in the last place, which would else count as a whole unit. The first one
 * that gives the printed figure stands. */
static const struct recipe {
    enum work_column column;
    const char *formula;
} recipes[] = {
    {WORK_YOY, "=ROUND(({value}-{year_before})/{year_before}*100,{places})"},
    {WORK_GAP, "=ROUND({actual}-{goal},{places})"},
    {WORK_GAP, "=ROUND(MAX(0,{actual}-{far})-MAX(0,{near}-{actual}),{places})"},
    {WORK_PROGRESS, "=ROUND({actual}/{goal}*100,{places})"},
    {WORK_PACE, "=ROUND({gone}/({gone}+{left})*100,{places})"},
    {WORK_DUE, "=ROUNDDOWN(ROUND({near}*{gone}/({gone}+{left}),8),{places})"},
    {WORK_DUE, "=ROUNDUP(ROUND({near}*{gone}/({gone}+{left}),8),{places})"},
    {WORK_DUE, "=ROUNDDOWN(ROUND({near}*{pace}/100,8),{places})"},
    {WORK_DUE, "=ROUNDUP(ROUND({near}*{pace}/100,8),{places})"},
    {WORK_TO_DO, "=MAX(0,ROUNDUP(ROUND({whole}-{amount},8),{places}))"},
    {WORK_PER_MONTH, "=MAX(0,ROUNDUP(ROUND(({whole}-{amount})/{left},8),{places}))"},
    {WORK_SO_FAR, "=ROUND({amount}/{gone},{places})"},
    {WORK_GROWTH, "=ROUNDUP(ROUND((({whole}-{amount})/({base}-{base_so_far})-1)*100,8),{places})"},
};

/* Without a range both ends are the target. A range around another area's figure is none as long as that is missing. */
static void set_range(struct work_row *w)
{
    const struct verdict *v = w->verdict;
    struct arena *arena = w->desk->arena;
    w->near = w->far = "{goal}";
    if (!v || !v->upper)
        return;
    if (v->target->upper) {
        w->far = number_plain(arena, v->upper, 10);
        return;
    }
    const char *tolerance = number_plain(arena, number_subtract(arena, v->upper, v->target_value), 10);
    w->near = arena_format(arena, "ROUND({goal}-%s,8)", tolerance);
    w->far = arena_format(arena, "ROUND({goal}+%s,8)", tolerance);
}

/* Where the growth is reported, last year is restated to the scope that it implies, as SPEC §4 has it. */
static void set_base(struct work_row *w)
{
    const struct topic *topic = w->topic;
    if (topic->measure != MEASURE_YOY)
        return;
    bool reported = desk_result(w->desk, MEASURE_YOY, topic->indicator, topic->area)->origin == ORIGIN_REPORTED;
    w->base = reported ? "{last_year}*{value}/(1+{yoy}/100)/{year_before}" : "{last_year}";
    w->base_so_far = reported ? "{value}/(1+{yoy}/100)" : "{year_before}";
}

static const char *expand(const struct work_row *w, const char *recipe, int decimals, struct months months)
{
    char places[16];
    snprintf(places, sizeof places, "%d", decimals);
    const struct formula_name names[] = {
        {.name = "value", .column = WORK_VALUE},
        {.name = "year_before", .column = WORK_YEAR_BEFORE},
        {.name = "yoy", .column = WORK_YOY},
        {.name = "goal", .column = WORK_GOAL},
        {.name = "pace", .column = WORK_PACE},
        {.name = "due", .column = WORK_DUE},
        {.name = "last_year", .column = WORK_LAST_YEAR},
        /* the figure held against the target; the amount that it is, or that has so far grown; that amount at the end
         */
        {.name = "actual", .column = (int)w->actual},
        {.name = "amount", .text = w->base ? "{value}" : "{actual}"},
        {.name = "whole", .text = w->base ? "{base}*(1+{goal}/100)" : "{near}"},
        {.name = "base", .column = FORMULA_NOTHING, .text = w->base},
        {.name = "base_so_far", .column = FORMULA_NOTHING, .text = w->base_so_far},
        {.name = "near", .text = w->near},
        {.name = "far", .text = w->far},
        {.name = "gone", .text = months.gone},
        {.name = "left", .text = months.left},
        {.name = "places", .text = places},
    };
    return formula_resolve(w->desk->arena, recipe, names, sizeof names / sizeof *names);
}

static void apply_recipe(struct work_row *w, enum work_column column, const char *recipe)
{
    struct cell *cell = &w->cells[column];
    if (cell->formula || cell->kind == CELL_EMPTY)
        return;
    const char *formula = expand(w, recipe, cell->decimals, w->named);
    if (formula)
        *cell = formula_cell(w->desk->arena, *cell, formula, expand(w, recipe, cell->decimals, w->counted), w->cells,
                             WORK_COLUMNS);
}

/* ---- the verdict by formula ---- */

/* The word for another outcome of the same target, quoted. */
static const char *outcome(const struct work_row *w, enum verdict_kind kind)
{
    return arena_format(w->desk->arena, "\"%s\"", topic_outcome(w->desk, w->topic, kind));
}

/* The condition that the target is reached; NULL where that is no comparison of two figures. */
static const char *reached(const struct work_row *w)
{
    const char *sign = comparison(w->verdict).formula;
    if (target_is_milestone(w->verdict->target))
        return NULL;
    if (w->verdict->upper)
        return "AND({actual}>={near},{actual}<={far})";
    if (w->verdict->target->op == OP_UP && measure_is_place(w->verdict->key.measure))
        return "{actual}<MAX({goal},2)"; /* who was first and stays so has not moved, and need not */
    return sign ? arena_format(w->desk->arena, "{actual}%s{goal}", sign) : NULL;
}

/* SPEC §4, "Accumulating", before the year's end. */
static const char *pace_rule(const struct work_row *w, const char *condition)
{
    struct arena *arena = w->desk->arena;
    const char *on = outcome(w, VERDICT_ON_PACE), *behind = outcome(w, VERDICT_BEHIND);
    if (op_at_most(w->verdict->target->op))
        return arena_format(arena, "IF(%s,IF({actual}<={due},%s,%s),%s)", condition, on, behind,
                            outcome(w, VERDICT_MISSED));
    const char *rest = arena_format(arena, "IF({actual}>={due},%s,%s)", on, behind);
    if (w->verdict->upper)
        rest = arena_format(arena, "IF({actual}>{far},%s,%s)", outcome(w, VERDICT_MISSED), rest);
    else if (number_sign(w->verdict->due) == 0 && number_sign(w->verdict->target_value) > 0)
        rest = arena_format(arena, "IF(AND({actual}>=0,{actual}<=0),%s,%s)", outcome(w, VERDICT_PENDING), rest);
    return arena_format(arena, "IF(%s,%s,%s)", condition, outcome(w, VERDICT_DONE), rest);
}

/* The rest of §4. */
static const char *standing_rule(const struct work_row *w, const char *condition)
{
    const struct target *t = w->verdict->target;
    struct arena *arena = w->desk->arena;
    bool waiting = w->verdict->early, spanning = w->verdict->spanning;
    const char *met = outcome(w, spanning ? VERDICT_ON_PACE : VERDICT_MET);
    const char *missed = outcome(w, spanning ? VERDICT_BEHIND : waiting ? VERDICT_PENDING : VERDICT_MISSED);
    if (t->stretch && !waiting && !spanning)
        met = arena_format(arena, "IF({actual}%s%s,%s,%s)",
                           op_at_most(t->op) ? "<=" : ">=", number_plain(arena, t->stretch, 10),
                           outcome(w, VERDICT_STRETCH), met);
    return arena_format(arena, "IF(%s,%s,%s)", condition, met, missed);
}

/* A word with a quote in it (wording is a region's own) would end the text in the formula. */
static bool speakable(const char *rule)
{
    size_t quotes = 0;
    for (const char *p = rule; *p; p++)
        quotes += *p == '"';
    return quotes % 2 == 0;
}

static void add_verdict_rule(struct work_row *w)
{
    const char *condition = reached(w);
    if (!condition || w->cells[WORK_GOAL].kind != CELL_NUMBER || w->verdict->incomplete)
        return;
    const char *rule = paced(w) ? pace_rule(w, condition) : standing_rule(w, condition);
    const char *none =
        w->verdict->kind == VERDICT_NO_DATA ? w->cells[WORK_VERDICT].text : SAY(&w->desk->say, WORD_VERDICT_NO_DATA);
    const char *recipe = arena_format(w->desk->arena, "=IF({actual}=\"\",\"%s\",%s)", none, rule);
    if (speakable(recipe))
        apply_recipe(w, WORK_VERDICT, recipe);
}

static void add_formulas(struct work_row *w)
{
    set_months(w);
    set_range(w);
    set_base(w);
    for (size_t i = 0; i < sizeof recipes / sizeof *recipes; i++)
        apply_recipe(w, recipes[i].column, recipes[i].formula);
    if (w->verdict)
        add_verdict_rule(w);
}

/* ---- the tables ---- */

static void work_row(const struct desk *desk, struct table_builder *t, const struct topic *topic)
{
    struct work_row w = {.desk = desk, .topic = topic, .verdict = topic->verdict, .actual = actual_column(topic)};
    for (size_t c = 0; c < WORK_COLUMNS; c++)
        w.cells[c] = cell_empty();
    fill_figures(&w);
    if (desk->area == desk->region)
        w.cells[WORK_AREA] = cell_text(topic->area->name);
    if (topic->verdict)
        fill_target(&w);
    add_formulas(&w);
    for (size_t c = 0; c < WORK_COLUMNS; c++)
        table_cell(t, w.cells[c]);
}

static enum work_sort sort_of(const struct topic *topic)
{
    if (!topic->verdict)
        return WORK_REFERENCES;
    return topic->verdict->accumulating ? WORK_PACED : WORK_STANDING;
}

/* The county's topics; in the region's book everybody's, target by target. */
static struct topics work_topics(const struct desk *desk)
{
    if (desk->area != desk->region)
        return topics_of(desk, desk->area);
    size_t key_count;
    const struct target_key *keys = target_keys(desk->engine, desk->period, &key_count);
    struct topic *items = NULL;
    size_t count = 0;
    for (size_t k = 0; k < key_count; k++)
        for (size_t i = 0; i < desk->composer->verdict_count; i++) {
            const struct verdict *row = &desk->composer->verdicts[i];
            if (!row->target || row->key.indicator != keys[k].indicator || row->key.measure != keys[k].measure ||
                !target_key_same(row->key, keys[k]))
                continue;
            struct topic topic = topic_of_verdict(row);
            ARRAY_ADD(desk->arena, items, count, topic);
        }
    return (struct topics){items, count};
}

const struct table *table_work(const struct desk *desk, enum work_sort sort)
{
    static const enum word titles[] = {
        [WORK_PACED] = WORD_WORK_PACED, [WORK_STANDING] = WORD_WORK_STANDING, [WORK_REFERENCES] = WORD_WORK_REFERENCES};
    struct topics topics = work_topics(desk);
    struct table_builder t;
    table_begin(&t, desk->arena, 1);
    t.table.title = SAY(&desk->say, titles[sort]);
    table_columns(desk, &t, work_heads, WORK_COLUMNS);
    t.columns[WORK_PROGRESS].display = DISPLAY_BAR;
    for (size_t i = 0; i < topics.count; i++)
        if (sort_of(&topics.items[i]) == sort)
            work_row(desk, &t, &topics.items[i]);
    if (!t.cell_count)
        return NULL;
    if (sort == WORK_PACED)
        table_note(&t, SAY(&desk->say, WORD_WORK_BAR_NOTE));
    table_note_partial(desk, &t);
    return table_end_compact(&t);
}

const struct table *table_months(const struct desk *desk)
{
    int months = period_months(desk->period);
    if (period_is_last(desk->period))
        return NULL;
    struct table_builder t;
    struct cell elapsed = count_cell(desk, (size_t)months), left = count_cell(desk, (size_t)(12 - months));
    elapsed.name = SAY(&desk->say, WORD_NAME_MONTHS);
    left.name = SAY(&desk->say, WORD_NAME_MONTHS_LEFT);
    table_begin(&t, desk->arena, 1);
    table_column(&t, SAY(&desk->say, WORD_COL_PERIOD), NULL, NULL, ALIGN_LEFT, 9);
    table_column(&t, SAY(&desk->say, WORD_COL_MONTHS), NULL, NULL, ALIGN_RIGHT, 3);
    table_column(&t, SAY(&desk->say, WORD_COL_MONTHS_LEFT), NULL, NULL, ALIGN_RIGHT, 3);
    table_cell(&t, cell_text(desk_period(desk)));
    table_cell(&t, elapsed);
    table_cell(&t, left);
    return table_end(&t);
}

bool table_asks_months(const struct desk *desk, const struct table *table)
{
    for (size_t i = 0; i < table->row_count * table->column_count; i++) {
        const char *formula = table->cells[i].formula;
        if (formula && (strstr(formula, SAY(&desk->say, WORD_NAME_MONTHS)) ||
                        strstr(formula, SAY(&desk->say, WORD_NAME_MONTHS_LEFT))))
            return true;
    }
    return false;
}
