/* SPDX-License-Identifier: MIT */
/* The county workbook's 核对: what the county is to check. */
#include "tables/book_tables.h"
#include "tables/formula.h"
#include "tables/table_parts.h"
#include "words/topic.h"

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

static const struct table_head check_heads[CHECK_COLUMNS] = {
    [CHECK_INDICATOR] = {WORD_COL_INDICATOR, ALIGN_LEFT, 9},
    [CHECK_UNIT] = {WORD_COL_UNIT, ALIGN_CENTER, 3},
    [CHECK_VALUE] = {WORD_COL_VALUE, ALIGN_RIGHT, 4},
    [CHECK_YEAR_BEFORE] = {WORD_COL_YEAR_BEFORE, ALIGN_RIGHT, 4},
    [CHECK_REPORTED] = {WORD_COL_REPORTED, ALIGN_RIGHT, 4},
    [CHECK_RECOMPUTED] = {WORD_COL_RECOMPUTED, ALIGN_RIGHT, 4},
    [CHECK_AGREES] = {WORD_COL_AGREES, ALIGN_CENTER, 4},
    [CHECK_FILE] = {WORD_COL_SOURCE_FILE, ALIGN_LEFT, 14},
    [CHECK_LINE] = {WORD_COL_SOURCE_LINE, ALIGN_RIGHT, 3},
    [CHECK_AREA_FIGURE] = {WORD_COL_AREA_FIGURE, ALIGN_RIGHT, 6},
    [CHECK_REMARK] = {WORD_COL_REMARK, ALIGN_LEFT, 8},
};

static const char *resolved(const struct desk *desk, const char *formula)
{
    static const struct formula_name names[] = {
        {.name = "value", .column = CHECK_VALUE},
        {.name = "year_before", .column = CHECK_YEAR_BEFORE},
        {.name = "reported", .column = CHECK_REPORTED},
        {.name = "recomputed", .column = CHECK_RECOMPUTED},
    };
    return formula_resolve(desk->arena, formula, names, sizeof names / sizeof *names);
}

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
    const char *formula =
        resolved(desk, arena_format(desk->arena, "=ROUND(({value}-{year_before})/{year_before}*100,%d)", decimals));
    return formula_cell(desk->arena, cell, formula, formula, row, CHECK_COLUMNS);
}

/* Whether it lies within a tenth of a point of the growth in the bulletin. */
static struct cell agrees(const struct desk *desk, const struct cell *row)
{
    const struct cell *a = &row[CHECK_REPORTED], *b = &row[CHECK_RECOMPUTED];
    if (a->kind != CELL_NUMBER || b->kind != CELL_NUMBER)
        return cell_empty();
    const char *between = resolved(desk, "ROUND({reported}-{recomputed},8)");
    const struct number *distance =
        formula_value(desk->arena, arena_format(desk->arena, "=%s", between), row, CHECK_COLUMNS);
    bool same = number_compare(number_absolute(desk->arena, distance), number_ratio(desk->arena, 1, 10)) <= 0;
    const char *yes = SAY(&desk->say, WORD_AGREE_YES), *no = SAY(&desk->say, WORD_AGREE_NO);
    struct cell cell = cell_text(same ? yes : no);
    cell.tone = same ? TONE_GOOD : TONE_WAITING;
    cell.formula = arena_format(desk->arena, "=IF(ABS(%s)<=0.1,\"%s\",\"%s\")", between, yes, no);
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
    source_cells(desk, value, &row[CHECK_FILE], &row[CHECK_LINE]);
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
    table_columns(desk, &t, check_heads, CHECK_COLUMNS);
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
