/* SPDX-License-Identifier: MIT */
#include "check/house_rules.h"

#include "base/message.h"
#include "base/text.h"
#include "check/sheet.h"
#include "check/table_words.h"

#include <string.h>

enum column { AREA, INDICATOR, PERIOD, CONDITION, SEVERITY, NOTE, COLUMNS };

static const struct column_name columns[COLUMNS] = {
    [AREA] = {"area", "地区", false},
    [INDICATOR] = {"indicator", "指标", false},
    [PERIOD] = {"period", "时期", false},
    [CONDITION] = {"condition", "条件", true},
    [SEVERITY] = {"severity", "严重程度", false},
    [NOTE] = {"note", "说明", false},
};

static const struct cell_word severities[] = {{"error", SEVERITY_ERROR},     {"错误", SEVERITY_ERROR},
                                              {"warning", SEVERITY_WARNING}, {"警告", SEVERITY_WARNING},
                                              {"note", SEVERITY_NOTE},       {"提示", SEVERITY_NOTE}};
static const struct cell_word verified[] = {{"verified", true}, {"已核实", true}};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct column_words words_of[] = {
    {.column = CONDITION,
     .words = verified,
     .count = COUNT(verified),
     .more = N_("也可以写一个条件，如 >= 0、<= 工业总产值、本期 <= 1.5 * 上年同期")},
    {.column = SEVERITY, .words = severities, .count = COUNT(severities)},
};
const struct table_words checks_words = {"checks.csv", columns, COLUMNS, words_of, COUNT(words_of)};

struct house_rules {
    struct house_rule *items;
    size_t count;
};

/* The areas of a group; false when it has none. */
static bool cover_group(const struct dataset *dataset, const char *group, bool *covered)
{
    bool any = false;
    for (size_t i = 0; i < dataset->area_count; i++) {
        const struct area *area = &dataset->areas[i];
        if (area->role == ROLE_AREA && area->parent && strcmp(area->group, "-") != 0 && text_same(area->group, group))
            any = covered[i] = true;
    }
    return any;
}

static bool read_group(const struct sheet *sheet, const char *text, bool *covered)
{
    struct loader *loader = sheet->loader;
    const char *group = cell_fold(loader->arena, text) + 1;
    if (cover_group(loader->dataset, group, covered))
        return true;
    struct where where = sheet_where(sheet, AREA);
    struct nearest nearest = nearest_to(group);
    for (size_t i = 0; i < loader->dataset->area_count; i++)
        nearest_offer(&nearest, loader->dataset->areas[i].group);
    FINDING(loader->findings, RULE_GROUP_UNKNOWN, &where, text, nearest_hint(loader->arena, &nearest));
    return false;
}

static bool read_areas(const struct sheet *sheet, struct house_rule *rule)
{
    struct loader *loader = sheet->loader;
    struct where where = sheet_where(sheet, AREA);
    size_t count;
    const char *const *names = cell_list(loader->arena, sheet_text(sheet, AREA), &count);
    bool *covered = arena_alloc(loader->arena, loader->dataset->area_count * sizeof *covered), good = true;
    for (size_t i = 0; i < count; i++) {
        const char *folded = cell_fold(loader->arena, names[i]);
        if (strcmp(folded, "*") == 0)
            return good;
        if (*folded == '@') {
            good = read_group(sheet, names[i], covered) && good;
            continue;
        }
        const struct area *area = names_area(loader, names[i], &where, false);
        good = good && area;
        if (area)
            covered[area->index] = true;
    }
    rule->areas = count ? covered : NULL;
    return good;
}

static bool read_indicators(const struct sheet *sheet, struct house_rule *rule)
{
    struct loader *loader = sheet->loader;
    struct where where = sheet_where(sheet, INDICATOR);
    size_t count;
    const char *const *names = cell_list(loader->arena, sheet_text(sheet, INDICATOR), &count);
    bool *covered = arena_alloc(loader->arena, loader->dataset->indicator_count * sizeof *covered), good = true;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(cell_fold(loader->arena, names[i]), "*") == 0)
            return good;
        const struct indicator *indicator = names_indicator(loader, names[i], &where, false);
        good = good && indicator;
        if (indicator)
            covered[indicator->index] = true;
    }
    rule->indicators = count ? covered : NULL;
    return good;
}

static bool read_periods(const struct sheet *sheet, struct house_rule *rule)
{
    struct arena *arena = sheet->loader->arena;
    struct period *periods = NULL;
    size_t count;
    const char *const *names = cell_list(arena, sheet_text(sheet, PERIOD), &count);
    for (size_t i = 0; i < count; i++) {
        struct period period;
        if (strcmp(cell_fold(arena, names[i]), "*") == 0) {
            rule->period_count = 0;
            return true;
        }
        if (!period_parse(names[i], &period)) {
            struct where where = sheet_where(sheet, PERIOD);
            FINDING(sheet->loader->findings, RULE_CHECKS_PERIOD, &where, names[i]);
            return false;
        }
        ARRAY_ADD(arena, periods, rule->period_count, period);
    }
    rule->periods = periods;
    return true;
}

static void read_row(const struct sheet *sheet, struct house_rules *rules)
{
    struct house_rule rule = {.index = rules->count, .place = sheet_where(sheet, CONDITION)};
    int word;
    bool good = sheet_required(sheet, CONDITION, &rule.condition);
    good = read_areas(sheet, &rule) && good;
    good = read_indicators(sheet, &rule) && good;
    good = read_periods(sheet, &rule) && good;
    rule.verified = cell_word(rule.condition, verified, COUNT(verified), &word);
    rule.severity = (enum severity)sheet_word(sheet, SEVERITY, severities, COUNT(severities), SEVERITY_WARNING);
    rule.note = sheet_text_or_null(sheet, NOTE);
    if (rule.verified)
        rule.condition = "";
    if (good)
        ARRAY_ADD(sheet->loader->arena, rules->items, rules->count, rule);
}

void house_rules_read(struct loader *loader)
{
    struct sheet sheet;
    struct house_rules rules = {0};
    if (!sheet_exists(loader, "checks.csv") || !sheet_open(&sheet, loader, "checks.csv", columns, COLUMNS))
        return;
    while (sheet_next(&sheet))
        read_row(&sheet, &rules);
    loader->dataset->house_rules = rules.items;
    loader->dataset->house_rule_count = rules.count;
}

/* ---- what a row covers ---- */

/* The same stretch of time: 2019Q4, 2019-12 and 2019 all are January to December. */
static bool same_stretch(struct period a, struct period b)
{
    return a.year == b.year && period_months(a) == period_months(b);
}

bool house_rule_covers(const struct house_rule *rule, const struct area *area, const struct indicator *indicator,
                       struct period period)
{
    if ((rule->areas && !rule->areas[area->index]) || (rule->indicators && !rule->indicators[indicator->index]))
        return false;
    for (size_t i = 0; i < rule->period_count; i++)
        if (same_stretch(rule->periods[i], period))
            return true;
    return rule->period_count == 0;
}

const struct house_rule *house_rule_verified(const struct dataset *dataset, const struct area *area,
                                             const struct indicator *indicator, struct period period)
{
    for (size_t i = 0; i < dataset->house_rule_count; i++) {
        const struct house_rule *rule = &dataset->house_rules[i];
        if (rule->verified && house_rule_covers(rule, area, indicator, period))
            return rule;
    }
    return NULL;
}
