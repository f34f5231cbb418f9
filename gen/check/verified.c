/* SPDX-License-Identifier: MIT */
/* checks.csv: figures that look wrong and that somebody has made sure of. */
#include "check/sheet.h"

enum column { AREA, INDICATOR, PERIOD, CONDITION, COLUMNS };

static const struct column_name columns[COLUMNS] = {[AREA] = {"area", "地区", true},
                                                    [INDICATOR] = {"indicator", "指标", true},
                                                    [PERIOD] = {"period", "时期", true},
                                                    [CONDITION] = {"condition", "条件", true}};
static const struct cell_word conditions[] = {{"verified", 0}, {"已核实", 0}};

void verified_read(struct loader *loader)
{
    struct sheet sheet;
    struct verified *rows = NULL;
    size_t count = 0;
    if (!sheet_exists(loader, "checks.csv") || !sheet_open(&sheet, loader, "checks.csv", columns, COLUMNS))
        return;
    while (sheet_next(&sheet)) {
        struct where area = sheet_where(&sheet, AREA), indicator = sheet_where(&sheet, INDICATOR);
        struct verified row = {.area = names_area(loader, sheet_text(&sheet, AREA), &area, false),
                               .indicator = names_indicator(loader, sheet_text(&sheet, INDICATOR), &indicator, false),
                               .line = sheet.row->line};
        bool dated = period_parse(sheet_text(&sheet, PERIOD), &row.period);
        if (!dated)
            sheet_report(&sheet, PERIOD, RULE_PERIOD_UNKNOWN);
        if (sheet_word(&sheet, CONDITION, conditions, sizeof conditions / sizeof *conditions, -1) == 0 && dated &&
            row.area && row.indicator)
            ARRAY_ADD(loader->arena, rows, count, row);
    }
    loader->dataset->verified = rows;
    loader->dataset->verified_count = count;
}

int verified_line(const struct dataset *dataset, const struct area *area, const struct indicator *indicator,
                  struct period period)
{
    for (size_t i = 0; i < dataset->verified_count; i++) {
        const struct verified *row = &dataset->verified[i];
        if (row->area == area && row->indicator == indicator && row->period.year == period.year &&
            period_months(row->period) == period_months(period))
            return row->line;
    }
    return 0;
}
