/* SPDX-License-Identifier: MIT */
#include "base/text.h"
#include "check/sheet.h"
#include "check/table_words.h"
#include "check/unit.h"

#include <string.h>

enum column {
    ID,
    NAME,
    ALIAS,
    UNIT,
    KIND,
    BASIS,
    BETTER,
    DECIMALS,
    RATE_DECIMALS,
    TOTAL,
    NUMERATOR,
    DENOMINATOR,
    PART_OF,
    NOTE,
    COLUMNS
};

static const struct column_name columns[COLUMNS] = {
    [ID] = {"id", "指标代码", true},
    [NAME] = {"name", "指标名称", true},
    [ALIAS] = {"alias", "别名", false},
    [UNIT] = {"unit", "单位", false},
    [KIND] = {"kind", "类型", true},
    [BASIS] = {"basis", "口径", false},
    [BETTER] = {"better", "方向", false},
    [DECIMALS] = {"decimals", "小数位", false},
    [RATE_DECIMALS] = {"rate_decimals", "增速小数位", false},
    [TOTAL] = {"total", "合计", false},
    [NUMERATOR] = {"numerator", "分子", false},
    [DENOMINATOR] = {"denominator", "分母", false},
    [PART_OF] = {"part_of", "其中项", false},
    [NOTE] = {"note", "说明", false},
};

static const struct cell_word kinds[] = {
    {"flow", KIND_FLOW},   {"时期数", KIND_FLOW}, {"stock", KIND_STOCK}, {"时点数", KIND_STOCK},
    {"ratio", KIND_RATIO}, {"比率", KIND_RATIO},  {"rate", KIND_RATE},   {"增速", KIND_RATE},
};
static const struct cell_word bases[] = {
    {"ytd", BASIS_YTD}, {"累计", BASIS_YTD}, {"single", BASIS_SINGLE}, {"当期", BASIS_SINGLE}};
static const struct cell_word betters[] = {
    {"higher", BETTER_HIGHER}, {"正向", BETTER_HIGHER}, {"lower", BETTER_LOWER}, {"逆向", BETTER_LOWER}};
static const struct cell_word totals[] = {{"sum", TOTAL_SUM},    {"加总", TOTAL_SUM},  {"given", TOTAL_GIVEN},
                                          {"上报", TOTAL_GIVEN}, {"none", TOTAL_NONE}, {"不计", TOTAL_NONE}};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct column_words words_of[] = {
    {.column = UNIT, .list = unit_words, .more = unit_more},
    {.column = KIND, .words = kinds, .count = COUNT(kinds)},
    {.column = BASIS, .words = bases, .count = COUNT(bases)},
    {.column = BETTER, .words = betters, .count = COUNT(betters)},
    {.column = TOTAL, .words = totals, .count = COUNT(totals)},
};
const struct table_words indicators_words = {"indicators.csv", columns, COLUMNS, words_of, COUNT(words_of)};

#define READ_WORD(sheet, column, words, fallback) sheet_word((sheet), (column), (words), COUNT(words), (fallback))
#define MOST_DECIMALS 10
#define RATE_DECIMALS_DEFAULT 1

/* §1: what an empty cell means for each kind. */
static const struct {
    int decimals;
    enum total total;
} defaults[] = {
    [KIND_FLOW] = {2, TOTAL_SUM},
    [KIND_STOCK] = {2, TOTAL_SUM},
    [KIND_RATIO] = {1, TOTAL_GIVEN},
    [KIND_RATE] = {1, TOTAL_GIVEN},
};

/* A row and the indicators it names, which may stand further down. */
struct draft {
    struct indicator indicator;
    struct sheet place;
};

struct drafts {
    struct draft *items;
    size_t count;
};

static const struct draft *draft_with_id(const struct drafts *drafts, const char *id)
{
    for (size_t i = 0; i < drafts->count; i++) {
        if (cell_same(drafts->items[i].indicator.id, id))
            return &drafts->items[i];
    }
    return NULL;
}

static void read_kind(const struct sheet *sheet, struct indicator *indicator)
{
    if (!*sheet_text(sheet, KIND)) {
        struct where where = sheet_where(sheet, KIND);
        FINDING(sheet->loader->findings, RULE_KIND_EMPTY, &where,
                cell_words(sheet->loader->arena, kinds, COUNT(kinds)));
    }
    indicator->kind = (enum kind)READ_WORD(sheet, KIND, kinds, KIND_FLOW);
    indicator->basis = (enum basis)READ_WORD(sheet, BASIS, bases, BASIS_YTD);
    if (indicator->basis == BASIS_SINGLE && indicator->kind != KIND_FLOW) {
        sheet_report(sheet, BASIS, RULE_BASIS_IDLE);
        indicator->basis = BASIS_YTD;
    }
    indicator->total = (enum total)READ_WORD(sheet, TOTAL, totals, (int)defaults[indicator->kind].total);
    if (indicator->total == TOTAL_SUM && (indicator->kind == KIND_RATIO || indicator->kind == KIND_RATE))
        sheet_report(sheet, TOTAL, RULE_RATE_SUMMED);
}

static void read_row(const struct sheet *sheet, struct drafts *drafts)
{
    struct draft draft = {.place = *sheet};
    struct indicator *indicator = &draft.indicator;
    bool complete = sheet_required(sheet, ID, &indicator->id);
    if (!sheet_required(sheet, NAME, &indicator->name) || !complete)
        return;
    sheet_check_name(sheet, ID);
    sheet_check_name(sheet, UNIT);
    const struct draft *first = draft_with_id(drafts, indicator->id);
    if (first) {
        sheet_report_twice(sheet, ID, first->indicator.line);
        return;
    }
    indicator->index = drafts->count;
    indicator->aliases = sheet_aliases(sheet, NAME, ALIAS, &indicator->alias_count);
    /* ％ and ／ typed full-width are % and / to everything that looks at units. */
    indicator->unit = text_half_width(sheet->loader->arena, sheet_text(sheet, UNIT));
    read_kind(sheet, indicator);
    indicator->better = (enum better)READ_WORD(sheet, BETTER, betters, BETTER_HIGHER);
    indicator->decimals = sheet_integer(sheet, DECIMALS, 0, MOST_DECIMALS, defaults[indicator->kind].decimals);
    indicator->rate_decimals = sheet_integer(sheet, RATE_DECIMALS, 0, MOST_DECIMALS, RATE_DECIMALS_DEFAULT);
    indicator->note = sheet_text_or_null(sheet, NOTE);
    indicator->line = sheet->row->line;
    ARRAY_ADD(sheet->loader->arena, drafts->items, drafts->count, draft);
}

/* The indicator that a cell of the draft's row names; NULL when it is empty or wrong. */
static const struct indicator *named(const struct draft *draft, enum column column)
{
    const char *text = sheet_text(&draft->place, (int)column);
    struct where where = sheet_where(&draft->place, (int)column);
    return *text ? names_indicator(draft->place.loader, text, &where, false) : NULL;
}

static void find_quotient(const struct draft *draft, struct indicator *indicator)
{
    const struct sheet *sheet = &draft->place;
    bool has_numerator = *sheet_text(sheet, NUMERATOR), has_denominator = *sheet_text(sheet, DENOMINATOR);
    if (!has_numerator && !has_denominator)
        return;
    if (has_numerator != has_denominator) {
        sheet_report(sheet, has_numerator ? NUMERATOR : DENOMINATOR, RULE_QUOTIENT_HALF);
        return;
    }
    if (indicator->kind != KIND_RATIO) {
        sheet_report(sheet, KIND, RULE_QUOTIENT_KIND);
        return;
    }
    indicator->numerator = named(draft, NUMERATOR);
    indicator->denominator = named(draft, DENOMINATOR);
    if (!indicator->numerator || !indicator->denominator)
        indicator->numerator = indicator->denominator = NULL;
}

/* §3, value: for %, ‰ and no unit the parts' units are made equal, for A/B the numerator's A and the denominator's B.
 */
static bool quotient_has_unit(struct arena *arena, const struct indicator *ratio)
{
    const char *above = ratio->numerator->unit, *below = ratio->denominator->unit, *slash = strchr(ratio->unit, '/');
    if (slash)
        return unit_factor(arena, above, arena_string_n(arena, ratio->unit, (size_t)(slash - ratio->unit))) &&
               unit_factor(arena, below, slash + 1);
    return (indicator_in_percent(ratio) || unit_is_permille(ratio->unit)) && unit_factor(arena, above, below);
}

static void check_quotient_unit(const struct draft *draft, const struct indicator *indicator)
{
    const struct sheet *sheet = &draft->place;
    if (!indicator->numerator || quotient_has_unit(sheet->loader->arena, indicator))
        return;
    struct where where = sheet_where(sheet, UNIT);
    FINDING(sheet->loader->findings, RULE_QUOTIENT_UNIT, &where, indicator->unit, indicator->numerator->unit,
            indicator->denominator->unit);
}

enum visit { VISIT_NONE, VISIT_OPEN, VISIT_DONE };

/* Goes down numerators and denominators. Later code follows these links to their end, so a circle is not only reported
 * but opened. */
static void open_quotients(const struct drafts *drafts, struct indicator *indicators, enum visit *visits, size_t i)
{
    const struct indicator *links[] = {indicators[i].numerator, indicators[i].denominator};
    visits[i] = VISIT_OPEN;
    for (size_t j = 0; j < COUNT(links) && links[j]; j++) {
        if (visits[links[j]->index] == VISIT_NONE)
            open_quotients(drafts, indicators, visits, links[j]->index);
        if (visits[links[j]->index] != VISIT_OPEN)
            continue;
        sheet_report(&drafts->items[i].place, j == 0 ? NUMERATOR : DENOMINATOR, RULE_QUOTIENT_CIRCLE);
        indicators[i].numerator = indicators[i].denominator = NULL;
        break;
    }
    visits[i] = VISIT_DONE;
}

static bool part_reaches(const struct indicator *from, const struct indicator *wanted, size_t depth)
{
    for (; from->part_of && depth > 0; depth--, from = from->part_of) {
        if (from->part_of == wanted)
            return true;
    }
    return false;
}

static void open_circles(struct loader *loader, const struct drafts *drafts, struct indicator *indicators)
{
    enum visit *visits = arena_alloc(loader->arena, drafts->count * sizeof *visits);
    for (size_t i = 0; i < drafts->count; i++) {
        if (visits[i] == VISIT_NONE)
            open_quotients(drafts, indicators, visits, i);
        if (part_reaches(&indicators[i], &indicators[i], drafts->count)) {
            sheet_report(&drafts->items[i].place, PART_OF, RULE_PART_CIRCLE);
            indicators[i].part_of = NULL;
        }
    }
}

void indicators_read(struct loader *loader)
{
    struct sheet sheet;
    struct drafts drafts = {0};
    if (!sheet_exists(loader, "indicators.csv")) {
        FINDING(loader->findings, RULE_FILE_MISSING, &(struct where){.file = "indicators.csv"}, "indicators.csv");
        return;
    }
    if (sheet_open(&sheet, loader, "indicators.csv", columns, COLUMNS)) {
        while (sheet_next(&sheet))
            read_row(&sheet, &drafts);
    }
    if (drafts.count == 0)
        FINDING(loader->findings, RULE_INDICATOR_NONE, &(struct where){.file = "indicators.csv"}, NULL);
    struct indicator *indicators = arena_alloc(loader->arena, drafts.count * sizeof *indicators);
    for (size_t i = 0; i < drafts.count; i++)
        indicators[i] = drafts.items[i].indicator;
    loader->dataset->indicators = indicators;
    loader->dataset->indicator_count = drafts.count;
    names_build(loader->dataset, loader->arena);
    for (size_t i = 0; i < drafts.count; i++) {
        find_quotient(&drafts.items[i], &indicators[i]);
        indicators[i].part_of = named(&drafts.items[i], PART_OF);
    }
    open_circles(loader, &drafts, indicators);
    for (size_t i = 0; i < drafts.count; i++)
        check_quotient_unit(&drafts.items[i], &indicators[i]);
}
