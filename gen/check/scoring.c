/* SPDX-License-Identifier: MIT */
#include "check/measure.h"
#include "check/sheet.h"
#include "check/table_words.h"

enum column { INDICATOR, MEASURE, WEIGHT, METHOD, CAP, FLOOR, STEP, COLUMNS };

static const struct column_name columns[COLUMNS] = {
    [INDICATOR] = {"indicator", "指标", true},
    [MEASURE] = {"measure", "考核口径", false},
    [WEIGHT] = {"weight", "权重", true},
    [METHOD] = {"method", "计分方法", true},
    [CAP] = {"cap", "封顶", false},
    [FLOOR] = {"floor", "保底", false},
    [STEP] = {"step", "每点加分", false},
};

static const struct cell_word methods[] = {{"ratio", SCORING_RATIO},       {"完成率", SCORING_RATIO},
                                           {"gap", SCORING_GAP},           {"差距", SCORING_GAP},
                                           {"efficacy", SCORING_EFFICACY}, {"功效系数", SCORING_EFFICACY}};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct column_words words_of[] = {
    {.column = MEASURE, .list = measure_words},
    {.column = METHOD, .words = methods, .count = COUNT(methods)},
};
const struct table_words scoring_words = {"scoring.csv", columns, COLUMNS, words_of, COUNT(words_of)};

struct scorings {
    struct scoring *items;
    size_t count;
};

static bool read_indicator(const struct sheet *sheet, struct scoring *scoring)
{
    const char *name, *measure = sheet_text(sheet, MEASURE);
    struct where where = sheet_where(sheet, INDICATOR);
    if (!sheet_required(sheet, INDICATOR, &name))
        return false;
    scoring->indicator = names_indicator(sheet->loader, name, &where, false);
    scoring->measure = MEASURE_VALUE;
    where = sheet_where(sheet, MEASURE);
    if (*measure && !measure_find(measure, &scoring->measure)) {
        FINDING(sheet->loader->findings, RULE_WORD_UNKNOWN, &where, measure, measure_list(sheet->loader->arena));
        return false;
    }
    if (scoring->indicator && !measure_applies(scoring->measure, scoring->indicator)) {
        FINDING(sheet->loader->findings, RULE_SCORING_MEASURE, &where, measure_name(scoring->measure),
                scoring->indicator->name);
        return false;
    }
    return scoring->indicator != NULL;
}

static const struct number *read_share(const struct sheet *sheet, enum column column, long fallback)
{
    const char *text = sheet_text(sheet, (int)column);
    const struct number *share = number_integer(sheet->loader->arena, fallback);
    if (!*text)
        return share;
    const struct number *read = cell_share(sheet->loader->arena, text);
    if (!read)
        sheet_report(sheet, (int)column, RULE_CONFIG_NUMBER);
    return read ? read : share;
}

static void read_points(const struct sheet *sheet, struct scoring *scoring)
{
    struct arena *arena = sheet->loader->arena;
    const struct number *one = number_integer(arena, 1);
    scoring->weight = sheet_number(sheet, WEIGHT, one);
    if (!*sheet_text(sheet, WEIGHT) || number_sign(scoring->weight) <= 0)
        sheet_report(sheet, WEIGHT, RULE_WEIGHT_INVALID);
    scoring->cap = read_share(sheet, CAP, 1);
    scoring->floor = read_share(sheet, FLOOR, 0);
    if (number_compare(scoring->floor, scoring->cap) > 0)
        sheet_report(sheet, FLOOR, RULE_SCORING_LIMITS);
    scoring->step = sheet_number(sheet, STEP, NULL);
    if (scoring->step && number_sign(scoring->step) < 0)
        sheet_report(sheet, STEP, RULE_NUMBER_NEGATIVE);
    if (scoring->method == SCORING_GAP && (!scoring->step || number_sign(scoring->step) == 0))
        sheet_report(sheet, STEP, RULE_SCORING_STEP);
}

static bool has_target(const struct dataset *dataset, const struct scoring *scoring)
{
    for (size_t i = 0; i < dataset->target_count; i++) {
        if (dataset->targets[i].indicator == scoring->indicator && dataset->targets[i].measure == scoring->measure)
            return true;
    }
    return false;
}

static bool is_twice(const struct sheet *sheet, const struct scorings *scorings, const struct scoring *scoring)
{
    for (size_t i = 0; i < scorings->count; i++) {
        if (scorings->items[i].indicator == scoring->indicator && scorings->items[i].measure == scoring->measure) {
            sheet_report_twice(sheet, INDICATOR, scorings->items[i].line);
            return true;
        }
    }
    return false;
}

static void read_row(const struct sheet *sheet, struct scorings *scorings)
{
    struct scoring scoring = {.line = sheet->row->line};
    const char *method;
    bool good = read_indicator(sheet, &scoring);
    good = sheet_required(sheet, METHOD, &method) && good;
    /* a word that is refused asks for no target */
    scoring.method = (enum scoring_method)sheet_word(sheet, METHOD, methods, COUNT(methods), SCORING_EFFICACY);
    read_points(sheet, &scoring);
    if (!good || is_twice(sheet, scorings, &scoring))
        return;
    if (scoring.method != SCORING_EFFICACY && !has_target(sheet->loader->dataset, &scoring)) {
        struct where where = sheet_where(sheet, INDICATOR);
        FINDING(sheet->loader->findings, RULE_SCORING_TARGET, &where, scoring.indicator->name,
                measure_name(scoring.measure));
    }
    ARRAY_ADD(sheet->loader->arena, scorings->items, scorings->count, scoring);
}

/* Shares of a hundred, by custom; the scores are those of the weights as they are. */
static void report_weights(struct loader *loader, const struct scorings *scorings)
{
    const struct number *sum = number_integer(loader->arena, 0);
    for (size_t i = 0; i < scorings->count; i++)
        sum = number_add(loader->arena, sum, scorings->items[i].weight);
    if (scorings->count && number_compare_integer(sum, 100) != 0)
        FINDING(loader->findings, RULE_WEIGHT_SUM, (&(struct where){.file = "scoring.csv"}),
                number_plain(loader->arena, sum, 10));
}

void scoring_read(struct loader *loader)
{
    struct sheet sheet;
    struct scorings scorings = {0};
    if (!sheet_exists(loader, "scoring.csv") || !sheet_open(&sheet, loader, "scoring.csv", columns, COLUMNS))
        return;
    size_t errors = loader->findings->by_severity[SEVERITY_ERROR];
    while (sheet_next(&sheet))
        read_row(&sheet, &scorings);
    if (loader->findings->by_severity[SEVERITY_ERROR] == errors) /* else nobody knows their sum */
        report_weights(loader, &scorings);
    loader->dataset->scoring = scorings.items;
    loader->dataset->scoring_count = scorings.count;
}
