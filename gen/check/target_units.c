/* SPDX-License-Identifier: MIT */
/* The units that a table with a row for each target states: over its header, in the heading of its values, in a column.
 */
#include "base/text.h"
#include "check/account.h"
#include "check/header_name.h"
#include "check/preamble.h"
#include "check/target_reading.h"
#include "check/unit.h"

#include <string.h>

/* 目标值（万元）: the value's heading without its unit, which is the column's. */
static const char *plain_heading(const struct loader *loader, const char *text, const char **unit)
{
    static const char *const words[] = {"目标值", "value"};
    const char *compact = text_compact(loader->arena, text);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *rest = compact + strlen(words[i]);
        struct header_name said;
        if (!text_starts(compact, words[i]) || !*rest || !header_rest_read(loader, rest, &said) || said.growth)
            continue;
        *unit = said.unit;
        return words[i];
    }
    return stated_is_unit_heading(text) ? "单位" : text;
}

const struct raw_row *target_units_begin(struct loader *loader, struct raw_table *table, size_t header,
                                         struct target_units *units)
{
    struct raw_row *rows = arena_copy(loader->arena, table->rows, table->row_count * sizeof *rows);
    struct raw_cell *cells =
        arena_copy(loader->arena, rows[header].cells, rows[header].count * sizeof *rows[header].cells);
    struct preamble preamble;
    preamble_read(loader, table, header, 0, &preamble);
    for (size_t r = 0; r < header; r++)
        row_mark(&table->rows[r], USE_REMARK, 0);
    *units = (struct target_units){.stated = preamble.units, .heading = ""};
    for (size_t c = 0; c < rows[header].count; c++)
        cells[c].text = plain_heading(loader, cells[c].text, &units->heading);
    rows[header].cells = cells;
    table->rows = rows;
    return &rows[header];
}

/* Only what an indicator is counted in is converted: a growth, a rank, a share are what they are. */
static bool in_amounts(const struct target *target)
{
    bool amount = target->indicator->kind == KIND_FLOW || target->indicator->kind == KIND_STOCK;
    return amount &&
           (target->measure == MEASURE_VALUE || target->measure == MEASURE_TOTAL || target->measure == MEASURE_MEAN);
}

static void convert(struct loader *loader, const struct number **number, const struct number *factor)
{
    if (*number)
        *number = number_multiply(loader->arena, *number, factor);
}

void target_units_apply(struct target_units *units, const struct sheet *sheet, struct target_list *list, size_t first)
{
    struct loader *loader = sheet->loader;
    const char *cell = sheet_text(sheet, TARGET_UNIT), *own = *cell ? cell : units->heading;
    struct where where = sheet_where(sheet, *cell ? TARGET_UNIT : TARGET_VALUE);
    for (size_t i = first; i < list->count; i++) {
        struct target *target = &list->items[i];
        const char *wanted = target->indicator->unit;
        if (!target->value || (!in_amounts(target) && !*cell))
            continue;
        bool growth = !in_amounts(target) && target->measure != MEASURE_VALUE;
        enum stated_for purpose = in_amounts(target) ? STATED_FOR_AMOUNT : STATED_FOR_OTHER;
        where.indicator = target->indicator->id;
        const char *unit =
            growth ? "%" : stated_unit_choose(loader, units->stated, own, wanted, purpose, &where, false);
        if (growth || !unit || text_same(unit, wanted))
            continue;
        const struct number *factor = unit_factor(loader->arena, unit, wanted);
        if (!factor) {
            FINDING(loader->findings, RULE_UNIT_CONVERT, &where, unit, *wanted ? wanted : "（未填）");
            continue;
        }
        convert(loader, &target->value, factor);
        convert(loader, &target->upper, factor);
        convert(loader, &target->stretch, factor);
        convert(loader, &target->tolerance, factor);
    }
}
