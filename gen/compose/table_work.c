/* The county workbook's tables with live formulas. A formula stands in a cell only if, over the figures printed beside
 * it, it gives exactly the figure printed there (formula.h): else the cell keeps its value. */
#include "compose/formula.h"
#include "compose/tables.h"

#include <string.h>

struct head {
    enum word word;
    enum align align;
    int width;
};

static void heads(const struct desk *desk, struct table_builder *t, const struct head *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        table_column(t, SAY(&desk->say, list[i].word), NULL, NULL, list[i].align, list[i].width);
}

/* A cell that a flag has left without a number says nothing here: one cannot calculate with words. */
static struct cell figures_only(struct cell cell)
{
    return cell.kind == CELL_NUMBER ? cell : cell_empty();
}

/* ---- 测算 ---- */

enum work_column {
    WORK_INDICATOR,
    WORK_UNIT,
    WORK_VALUE,
    WORK_YEAR_BEFORE,
    WORK_YOY,
    WORK_GOAL,
    WORK_GAP,
    WORK_PROGRESS,
    WORK_LAST_YEAR,
    WORK_MONTHS,
    WORK_MONTHS_LEFT,
    WORK_TO_DO,
    WORK_PER_MONTH,
    WORK_SO_FAR,
    WORK_GROWTH,
    WORK_COLUMNS
};

static const struct head work_heads[WORK_COLUMNS] = {
    [WORK_INDICATOR] = {WORD_COL_INDICATOR, ALIGN_LEFT, 10},
    [WORK_UNIT] = {WORD_COL_UNIT, ALIGN_CENTER, 4},
    [WORK_VALUE] = {WORD_COL_YTD, ALIGN_RIGHT, 5},
    [WORK_YEAR_BEFORE] = {WORD_COL_YEAR_BEFORE, ALIGN_RIGHT, 5},
    [WORK_YOY] = {WORD_COL_YOY, ALIGN_RIGHT, 4},
    [WORK_GOAL] = {WORD_COL_GOAL_SHORT, ALIGN_RIGHT, 4},
    [WORK_GAP] = {WORD_COL_GAP, ALIGN_RIGHT, 4},
    [WORK_PROGRESS] = {WORD_COL_PROGRESS, ALIGN_RIGHT, 4},
    [WORK_LAST_YEAR] = {WORD_COL_LAST_YEAR, ALIGN_RIGHT, 5},
    [WORK_MONTHS] = {WORD_COL_MONTHS, ALIGN_RIGHT, 3},
    [WORK_MONTHS_LEFT] = {WORD_COL_MONTHS_LEFT, ALIGN_RIGHT, 3},
    [WORK_TO_DO] = {WORD_COL_TO_DO, ALIGN_RIGHT, 5},
    [WORK_PER_MONTH] = {WORD_COL_PER_MONTH, ALIGN_RIGHT, 5},
    [WORK_SO_FAR] = {WORD_COL_SO_FAR, ALIGN_RIGHT, 5},
    [WORK_GROWTH] = {WORD_COL_GROWTH_NEEDED, ALIGN_RIGHT, 5},
};

/* Which column a row of this sort works out from which. %d is the number of places; ROUND inside ROUNDUP takes away
 * what binary figures add in the last place, which would otherwise be rounded up to a whole unit. */
struct recipe {
    enum work_column column;
    const char *formula;
};

static const struct recipe amount_recipes[] = {
    {WORK_YOY, "=ROUND(({2}-{3})/{3}*100,%d)"},
    {WORK_GAP, "=ROUND({2}-{5},%d)"},
    {WORK_PROGRESS, "=ROUND({2}/{5}*100,%d)"},
    {WORK_TO_DO, "=MAX(0,ROUNDUP(ROUND({5}-{2},8),%d))"},
    {WORK_PER_MONTH, "=MAX(0,ROUNDUP(ROUND(({5}-{2})/{10},8),%d))"},
    {WORK_SO_FAR, "=ROUND({2}/{9},%d)"},
};

/* Last year's base is restated to the scope that the growth implies, as SPEC §4 has it. */
static const struct recipe growth_recipes[] = {
    {WORK_YOY, "=ROUND(({2}-{3})/{3}*100,%d)"},
    {WORK_GAP, "=ROUND({4}-{5},%d)"},
    {WORK_TO_DO, "=MAX(0,ROUNDUP(ROUND({8}*{2}/(1+{4}/100)/{3}*(1+{5}/100)-{2},8),%d))"},
    {WORK_PER_MONTH, "=MAX(0,ROUNDUP(ROUND(({8}*{2}/(1+{4}/100)/{3}*(1+{5}/100)-{2})/{10},8),%d))"},
    {WORK_SO_FAR, "=ROUND({2}/{9},%d)"},
    {WORK_GROWTH,
     "=ROUNDUP(ROUND((({8}*{2}/(1+{4}/100)/{3}*(1+{5}/100)-{2})/({8}*{2}/(1+{4}/100)/{3}-{2}/(1+{4}/100))-1)"
     "*100,8),%d)"},
};

/* The same where the growth is computed: last year's base stands. */
static const struct recipe plain_growth_recipes[] = {
    {WORK_YOY, "=ROUND(({2}-{3})/{3}*100,%d)"},
    {WORK_GAP, "=ROUND({4}-{5},%d)"},
    {WORK_TO_DO, "=MAX(0,ROUNDUP(ROUND({8}*(1+{5}/100)-{2},8),%d))"},
    {WORK_PER_MONTH, "=MAX(0,ROUNDUP(ROUND(({8}*(1+{5}/100)-{2})/{10},8),%d))"},
    {WORK_SO_FAR, "=ROUND({2}/{9},%d)"},
    {WORK_GROWTH, "=ROUNDUP(ROUND((({8}*(1+{5}/100)-{2})/({8}-{3})-1)*100,8),%d)"},
};

static struct cell whole_cell(const struct desk *desk, int n)
{
    const char *text = arena_format(desk->arena, "%d", n);
    return cell_number(text, text);
}

static struct cell last_year_cell(const struct desk *desk, const struct topic *topic)
{
    struct period whole = period_year_end(desk->period, desk->period.year - 1);
    const struct result *result = desk_result_at(desk, MEASURE_VALUE, topic->indicator, topic->area, whole);
    if (result->flag != FLAG_NONE || !desk_base_printable(desk, topic->indicator, topic->area))
        return cell_empty();
    return desk_cell(desk, result, MEASURE_VALUE, topic->indicator);
}

/* Only a number asked of the figure itself can be calculated with. */
static struct cell goal_cell(const struct desk *desk, const struct topic *topic)
{
    const struct verdict *v = topic->verdict;
    if (!v || !v->target_value || v->target->op == OP_DONE)
        return cell_empty();
    const char *text = number_plain(desk->arena, v->target_value, 10);
    return cell_number(text, text);
}

static void fill_work(const struct desk *desk, const struct topic *topic, struct cell *row)
{
    const struct indicator *indicator = topic->indicator;
    const struct verdict *v = topic->verdict;
    int decimals = measure_decimals(MEASURE_VALUE, indicator);
    bool level = indicator->kind != KIND_RATE;
    row[WORK_INDICATOR] = cell_text(topic_name(desk, topic));
    row[WORK_UNIT] = *indicator->unit ? cell_text(indicator->unit) : cell_empty();
    if (level) {
        row[WORK_VALUE] = figures_only(desk_cell_of(desk, MEASURE_VALUE, indicator, topic->area));
        row[WORK_YEAR_BEFORE] = shown_cell(desk, desk_year_before(desk, indicator, topic->area));
    }
    if (measure_applies(MEASURE_YOY, indicator))
        row[WORK_YOY] = figures_only(desk_cell_of(desk, MEASURE_YOY, indicator, topic->area));
    row[WORK_GOAL] = goal_cell(desk, topic);
    if (!v)
        return;
    row[WORK_GAP] = shown_cell(desk, topic_gap(desk, topic));
    row[WORK_PROGRESS] = shown_cell(desk, topic_progress(desk, topic));
    if (!v->to_do)
        return;
    if (topic_is_growth(topic))
        row[WORK_LAST_YEAR] = last_year_cell(desk, topic);
    if (topic->measure != MEASURE_TOTAL) {
        row[WORK_MONTHS] = whole_cell(desk, period_months(desk->period));
        row[WORK_MONTHS_LEFT] = whole_cell(desk, 12 - period_months(desk->period));
    }
    row[WORK_TO_DO] = number_cell(desk, v->to_do, decimals);
    row[WORK_PER_MONTH] = number_cell(desk, v->per_month, decimals);
    row[WORK_SO_FAR] = number_cell(desk, v->so_far_per_month, decimals);
    row[WORK_GROWTH] = number_cell(desk, v->growth_needed, indicator->rate_decimals);
}

/* A cell that another formula reads must be there; what is not takes no formula with it (formula_cell). */
static void apply_recipes(const struct desk *desk, struct cell *row, const struct recipe *recipes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct cell *cell = &row[recipes[i].column];
        char *at = strstr(recipes[i].formula, "%d");
        const char *formula = arena_format(desk->arena, "%.*s%d%s", (int)(at - recipes[i].formula), recipes[i].formula,
                                           cell->decimals, at + 2);
        *cell = formula_cell(desk->arena, *cell, formula, row, WORK_COLUMNS);
    }
}

#define APPLY(desk, row, recipes) apply_recipes((desk), (row), (recipes), sizeof(recipes) / sizeof *(recipes))

static void add_formulas(const struct desk *desk, const struct topic *topic, struct cell *row)
{
    bool growth = topic->measure == MEASURE_YOY || topic->indicator->kind == KIND_RATE;
    bool reported = growth && topic->indicator->kind != KIND_RATE &&
                    desk_result(desk, MEASURE_YOY, topic->indicator, topic->area)->origin == ORIGIN_REPORTED;
    if (reported)
        APPLY(desk, row, growth_recipes);
    else if (growth)
        APPLY(desk, row, plain_growth_recipes);
    else
        APPLY(desk, row, amount_recipes);
}

const struct table *table_work(const struct desk *desk)
{
    struct topics topics = topics_of(desk, desk->area);
    struct table_builder t;
    if (!topics.count)
        return NULL;
    table_begin(&t, desk->arena, 1);
    heads(desk, &t, work_heads, WORK_COLUMNS);
    for (size_t i = 0; i < topics.count; i++) {
        struct cell row[WORK_COLUMNS];
        for (size_t c = 0; c < WORK_COLUMNS; c++)
            row[c] = cell_empty();
        fill_work(desk, &topics.items[i], row);
        add_formulas(desk, &topics.items[i], row);
        for (size_t c = 0; c < WORK_COLUMNS; c++)
            table_cell(&t, row[c]);
    }
    table_note(&t, SAY(&desk->say, WORD_WORK_NOTE));
    return table_end(&t);
}

/* ---- 核对 ---- */

enum check_column {
    CHECK_INDICATOR,
    CHECK_UNIT,
    CHECK_VALUE,
    CHECK_YEAR_BEFORE,
    CHECK_REPORTED,
    CHECK_RECOMPUTED,
    CHECK_AGREES,
    CHECK_FILE,
    CHECK_LINE,
    CHECK_AREA_FIGURE,
    CHECK_REMARK,
    CHECK_COLUMNS
};

static const struct head check_heads[CHECK_COLUMNS] = {
    [CHECK_INDICATOR] = {WORD_COL_INDICATOR, ALIGN_LEFT, 10},
    [CHECK_UNIT] = {WORD_COL_UNIT, ALIGN_CENTER, 4},
    [CHECK_VALUE] = {WORD_COL_VALUE, ALIGN_RIGHT, 5},
    [CHECK_YEAR_BEFORE] = {WORD_COL_YEAR_BEFORE, ALIGN_RIGHT, 5},
    [CHECK_REPORTED] = {WORD_COL_REPORTED, ALIGN_RIGHT, 5},
    [CHECK_RECOMPUTED] = {WORD_COL_RECOMPUTED, ALIGN_RIGHT, 5},
    [CHECK_AGREES] = {WORD_COL_AGREES, ALIGN_CENTER, 4},
    [CHECK_FILE] = {WORD_COL_SOURCE_FILE, ALIGN_LEFT, 14},
    [CHECK_LINE] = {WORD_COL_SOURCE_LINE, ALIGN_RIGHT, 3},
    [CHECK_AREA_FIGURE] = {WORD_COL_AREA_FIGURE, ALIGN_RIGHT, 6},
    [CHECK_REMARK] = {WORD_COL_REMARK, ALIGN_LEFT, 10},
};

/* The growth over the levels; a live formula where both stand in the row and give it. Where the base has been restated
 * the level a year before is not printed (SPEC §3), but what it would have given is: that is what a county asks about.
 */
static struct cell recomputed(const struct desk *desk, const struct topic *topic, const struct cell *row)
{
    const struct indicator *indicator = topic->indicator;
    int decimals = measure_decimals(MEASURE_YOY, indicator);
    struct subject subject = {indicator, topic->area, desk->period, 0};
    const struct result *result = measure_computed_yoy(desk->engine, subject);
    struct cell cell = number_cell(desk, result->number, decimals);
    const char *formula = arena_format(desk->arena, "=ROUND(({2}-{3})/{3}*100,%d)", decimals);
    return formula_cell(desk->arena, cell, formula, row, CHECK_COLUMNS);
}

/* Whether it lies within a tenth of a point of the growth in the bulletin. */
static struct cell agrees(const struct desk *desk, const struct cell *row)
{
    const struct cell *a = &row[CHECK_REPORTED], *b = &row[CHECK_RECOMPUTED];
    if (a->kind != CELL_NUMBER || b->kind != CELL_NUMBER)
        return cell_empty();
    const struct number *distance = formula_value(desk->arena, "=ROUND({4}-{5},8)", row, CHECK_COLUMNS);
    bool same = number_compare(number_absolute(desk->arena, distance), number_ratio(desk->arena, 1, 10)) <= 0;
    const char *yes = SAY(&desk->say, WORD_AGREE_YES), *no = SAY(&desk->say, WORD_AGREE_NO);
    struct cell cell = cell_text(same ? yes : no);
    cell.tone = same ? TONE_GOOD : TONE_WAITING;
    cell.formula = arena_format(desk->arena, "=IF(ABS(ROUND({4}-{5},8))<=0.1,\"%s\",\"%s\")", yes, no);
    return cell;
}

static void check_row(const struct desk *desk, struct table_builder *t, const struct topic *topic)
{
    const struct indicator *indicator = topic->indicator;
    struct cell row[CHECK_COLUMNS];
    for (size_t c = 0; c < CHECK_COLUMNS; c++)
        row[c] = cell_empty();
    const struct result *value = desk_result(desk, MEASURE_VALUE, indicator, topic->area);
    row[CHECK_INDICATOR] = cell_text(indicator->name);
    row[CHECK_UNIT] = *indicator->unit ? cell_text(indicator->unit) : cell_empty();
    row[CHECK_VALUE] = desk_cell(desk, value, MEASURE_VALUE, indicator);
    row[CHECK_YEAR_BEFORE] = shown_cell(desk, desk_year_before(desk, indicator, topic->area));
    if (measure_applies(MEASURE_YOY, indicator) && indicator->kind != KIND_RATE) {
        row[CHECK_REPORTED] = figures_only(desk_cell_of(desk, MEASURE_YOY, indicator, topic->area));
        row[CHECK_RECOMPUTED] = recomputed(desk, topic, row);
        row[CHECK_AGREES] = agrees(desk, row);
    }
    const struct figure *source = result_first_input(value);
    if (source && source->file) {
        row[CHECK_FILE] = cell_text(source->file);
        row[CHECK_LINE] = whole_cell(desk, source->line);
    }
    for (size_t c = 0; c < CHECK_COLUMNS; c++)
        table_cell(t, row[c]);
}

const struct table *table_check(const struct desk *desk)
{
    struct topics topics = topics_of(desk, desk->area);
    struct table_builder t;
    if (!topics.count)
        return NULL;
    table_begin(&t, desk->arena, 1);
    heads(desk, &t, check_heads, CHECK_COLUMNS);
    /* Each indicator once, whatever its number of targets. */
    for (size_t i = 0; i < desk->dataset->indicator_count; i++) {
        const struct topic *found = NULL;
        for (size_t k = 0; k < topics.count; k++)
            if (topics.items[k].indicator == &desk->dataset->indicators[i])
                found = &topics.items[k];
        if (found)
            check_row(desk, &t, found);
    }
    table_note(&t, SAY(&desk->say, WORD_CHECK_NOTE));
    return table_end(&t);
}

/* ---- 趋势 ---- */

static void trend_row(const struct desk *desk, struct table_builder *t, const struct indicator *indicator,
                      const struct area *area, const struct period *periods)
{
    table_cell(t, cell_text(indicator->name));
    table_cell(t, cell_text(area->name));
    for (size_t i = 0; i < TREND_PERIODS; i++)
        table_cell(t, figures_only(desk_cell(desk, desk_result_at(desk, MEASURE_YOY, indicator, area, periods[i]),
                                             MEASURE_YOY, indicator)));
}

static bool trend_any(const struct desk *desk, const struct indicator *indicator, const struct area *area,
                      const struct period *periods)
{
    for (size_t i = 0; measure_applies(MEASURE_YOY, indicator) && i < TREND_PERIODS; i++)
        if (desk_result_at(desk, MEASURE_YOY, indicator, area, periods[i])->printed)
            return true;
    return false;
}

const struct table *table_trend(const struct desk *desk)
{
    struct period periods[TREND_PERIODS];
    const struct area *const areas[] = {desk->area, desk->region, reference_area(desk->dataset)};
    struct table_builder t;
    trend_periods(desk, periods);
    table_begin(&t, desk->arena, 1);
    table_column(&t, SAY(&desk->say, WORD_COL_INDICATOR), NULL, NULL, ALIGN_LEFT, 10);
    table_column(&t, SAY(&desk->say, WORD_COL_AREA), NULL, NULL, ALIGN_LEFT, 5);
    for (size_t i = 0; i < TREND_PERIODS; i++)
        table_column(&t, period_code(desk->arena, periods[i]), NULL, NULL, ALIGN_RIGHT, 4);
    for (size_t i = 0; i < desk->dataset->indicator_count; i++) {
        const struct indicator *indicator = &desk->dataset->indicators[i];
        if (!trend_any(desk, indicator, desk->area, periods))
            continue;
        for (size_t a = 0; a < sizeof areas / sizeof *areas; a++)
            if (areas[a] && trend_any(desk, indicator, areas[a], periods))
                trend_row(desk, &t, indicator, areas[a], periods);
    }
    return t.cell_count ? table_end(&t) : NULL;
}
