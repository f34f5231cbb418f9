/* SPDX-License-Identifier: MIT */
#include "base/text.h"
#include "check/account.h"
#include "check/measure.h"
#include "check/nearest.h"
#include "check/ops.h"
#include "check/stated_unit.h"
#include "check/table_words.h"
#include "check/target_reading.h"
#include "read/book.h"
#include "read/folder.h"

#include <string.h>

static const struct column_name columns[TARGET_COLUMNS] = {
    [TARGET_AREA] = {"area", "地区", true},
    [TARGET_INDICATOR] = {"indicator", "指标", true},
    [TARGET_MEASURE] = {"measure", "考核口径", false},
    [TARGET_OP] = {"op", "关系", false},
    [TARGET_VALUE] = {"value", "目标值", false},
    [TARGET_UPPER] = {"upper", "上限", false},
    [TARGET_STRETCH] = {"stretch", "力争值", false},
    [TARGET_TOLERANCE] = {"tolerance", "容差", false},
    [TARGET_FROM] = {"from", "起始年", false},
    [TARGET_TO] = {"to", "截止年", false},
    [TARGET_PACE] = {"pace", "序时", false},
    [TARGET_UNIT] = {"unit", "单位", false},
    [TARGET_SOURCE] = {"source", "依据", false},
    [TARGET_CLAUSE] = {"clause", "条款", false},
    [TARGET_OWNER] = {"owner", "责任单位", false},
};

static const struct column_words words_of[] = {
    {.column = TARGET_MEASURE, .list = measure_words},
    {.column = TARGET_OP, .list = op_words},
};
const struct table_words targets_words = {"targets.csv", columns, TARGET_COLUMNS, words_of,
                                          sizeof words_of / sizeof *words_of};

#define QUARTERS 4
#define MONTHS 12

/* ---- the tidy shape: a row is a target ---- */

/* The group as areas.csv writes it, when it has an area below the region; else NULL. */
static const char *find_group(const struct loader *loader, const char *group)
{
    for (size_t i = 0; i < loader->dataset->area_count; i++) {
        const struct area *area = &loader->dataset->areas[i];
        if (area->role == ROLE_AREA && area->parent && strcmp(area->group, "-") != 0 && text_same(area->group, group))
            return area->group;
    }
    return NULL;
}

static bool read_group(const struct target_place *place, struct target *target, const char *group)
{
    struct loader *loader = place->loader;
    struct where where = target_where(place, target, TARGET_AREA);
    target->scope = SCOPE_GROUP;
    target->group = find_group(loader, group);
    if (target->group || loader->dataset->area_count == 0)
        return target->group != NULL;
    struct nearest nearest = nearest_to(group);
    for (size_t i = 0; i < loader->dataset->area_count; i++)
        nearest_offer(&nearest, loader->dataset->areas[i].group);
    FINDING(loader->findings, RULE_GROUP_UNKNOWN, &where, target_text(place, TARGET_AREA),
            nearest_hint(loader->arena, &nearest));
    return false;
}

/* *, @group, or an area. */
static bool read_scope(const struct target_place *place, struct target *target)
{
    const char *text;
    if (!sheet_required(place->sheet, TARGET_AREA, &text))
        return false;
    const char *folded = cell_fold(place->loader->arena, text);
    if (strcmp(folded, "*") == 0) {
        target->scope = SCOPE_ALL;
        return true;
    }
    if (*folded == '@')
        return read_group(place, target, folded + 1);
    struct where where = target_where(place, target, TARGET_AREA);
    target->scope = SCOPE_AREA;
    target->area = names_area(place->loader, text, &where, false);
    return target->area != NULL;
}

static bool read_measure(const struct target_place *place, struct target *target)
{
    const char *text = target_text(place, TARGET_MEASURE);
    target->measure = MEASURE_VALUE;
    if (!*text || measure_find(text, &target->measure))
        return true;
    struct where where = target_where(place, target, TARGET_MEASURE);
    FINDING(place->loader->findings, RULE_WORD_UNKNOWN, &where, text, measure_list(place->loader->arena));
    return false;
}

/* The shares of the year's target that are due, in %. Odd ones are the writer's business; unreadable ones are not. */
static bool read_pace(const struct target_place *place, struct target *target)
{
    struct arena *arena = place->loader->arena;
    const struct number **shares = NULL;
    size_t part_count;
    const char *const *parts = cell_list(arena, target_text(place, TARGET_PACE), &part_count);
    bool good = part_count == QUARTERS || part_count == MONTHS, rising = true;
    for (size_t i = 0; i < part_count && good; i++) {
        const struct number *share = cell_percent(arena, parts[i]);
        good = share && number_sign(share) >= 0;
        rising = rising && good && (i == 0 || number_compare(shares[i - 1], share) <= 0);
        ARRAY_ADD(arena, shares, target->pace_count, share);
    }
    if (part_count == 0)
        return true;
    if (!good)
        target_report(place, target, TARGET_PACE, RULE_PACE_INVALID);
    else if (!rising || number_compare(shares[part_count - 1], number_integer(arena, 100)) != 0)
        target_report(place, target, TARGET_PACE, RULE_PACE_ODD);
    target->pace = shares;
    return good;
}

/* A pace is for targets that fill up over one year. */
static void drop_idle_pace(const struct target_place *place, struct target *target)
{
    if (!target->pace || (target_accumulates(target) && target->measure == MEASURE_VALUE))
        return;
    target_report(place, target, TARGET_PACE, RULE_TARGET_IDLE);
    target->pace = NULL;
    target->pace_count = 0;
}

/* The row's target for one of its indicators. */
static void read_for_indicator(const struct target_place *place, struct target target, const char *name, bool good)
{
    struct where where = target_where(place, &target, TARGET_INDICATOR);
    target.indicator = names_indicator(place->loader, name, &where, false);
    if (!target.indicator)
        return;
    target.op = target_default_op(&target);
    const char *text = target_text(place, TARGET_OP);
    if (*text && !op_find(text, &target.op))
        return; /* has been reported, once for all indicators */
    if (target.op == OP_UP && cell_same(text, "前移") && !measure_is_place(target.measure))
        target.op = OP_DOWN; /* forward is a smaller number, of a place and of anything else */
    enum target_reading reading = target_read_value(place, &target);
    if (reading == TARGET_NO_FIGURE)
        row_mark(place->sheet->row, USE_SKIPPED, 0);
    if (reading != TARGET_READ || !good)
        return;
    drop_idle_pace(place, &target);
    target_add(place, &target);
}

static void check_op(const struct sheet *sheet)
{
    enum target_op ignored;
    const char *text = sheet_text(sheet, TARGET_OP);
    struct where where = sheet_where(sheet, TARGET_OP);
    if (*text && !op_find(text, &ignored))
        FINDING(sheet->loader->findings, RULE_WORD_UNKNOWN, &where, text, op_list(sheet->loader->arena));
}

static void read_row(const struct target_place *place)
{
    const struct sheet *sheet = place->sheet;
    struct target target = {.file = sheet->table.file, .line = sheet->row->line};
    bool good = read_scope(place, &target);
    good = target_read_years(place, &target) && good;
    good = read_pace(place, &target) && good;
    target.source = sheet_text_or_null(sheet, TARGET_SOURCE);
    target.clause = sheet_text_or_null(sheet, TARGET_CLAUSE);
    target.owner = sheet_text_or_null(sheet, TARGET_OWNER);
    check_op(sheet);
    const char *list;
    bool named = sheet_required(sheet, TARGET_INDICATOR, &list);
    if (!read_measure(place, &target) || !named)
        return;
    size_t count;
    const char *const *names = cell_list(place->loader->arena, list, &count);
    for (size_t i = 0; i < count; i++)
        read_for_indicator(place, target, names[i], good);
}

static void read_tidy(struct loader *loader, struct raw_table *table, const struct raw_row *header,
                      struct target_list *list)
{
    struct sheet sheet;
    struct target_units units;
    header = target_units_begin(loader, table, (size_t)(header - table->rows), &units);
    struct target_place place = {.loader = loader, .sheet = &sheet, .list = list};
    if (!sheet_start(&sheet, loader, table, header, columns, TARGET_COLUMNS))
        return;
    while (sheet_next(&sheet)) {
        size_t first = list->count;
        read_row(&place);
        target_units_apply(&units, &sheet, list, first);
    }
    stated_units_report(loader, units.stated);
}

/* ---- the files ---- */

/* The first row that names both an area and an indicator column; NULL when the table is no tidy one. */
static const struct raw_row *tidy_header(const struct raw_table *table)
{
    for (size_t i = 0; i < table->row_count; i++) {
        const struct raw_row *row = &table->rows[i];
        bool area = false, indicator = false;
        for (size_t j = 0; j < row->count; j++) {
            const char *text = row->cells[j].text;
            area =
                area || cell_same(text, columns[TARGET_AREA].english) || cell_same(text, columns[TARGET_AREA].chinese);
            indicator = indicator || cell_same(text, columns[TARGET_INDICATOR].english) ||
                        cell_same(text, columns[TARGET_INDICATOR].chinese);
        }
        if (area && indicator)
            return row;
    }
    return NULL;
}

static void read_table(struct loader *loader, struct raw_table table, struct target_list *list)
{
    account_begin(loader, &table);
    const struct raw_row *header = tidy_header(&table);
    account_shape(loader, header ? SHAPE_TARGET_ROWS : SHAPE_TARGET_COLUMNS);
    if (header)
        read_tidy(loader, &table, header, list);
    else
        targets_read_by_indicator(loader, &table, list);
}

static void read_file(struct loader *loader, const char *file, struct target_list *list)
{
    const struct raw_table *tables;
    size_t count =
        tables_of_file(loader->folder, file, loader->arena, loader->findings, &loader->dataset->files, &tables);
    for (size_t i = 0; i < count; i++)
        read_table(loader, tables[i], list);
}

bool targets_file(const char *name)
{
    return text_starts(name, "targets") && (text_ends(name, ".csv") || book_is(name));
}

/* targets.csv and, beside it, whatever else begins with targets: the 附表 as issued. */
void targets_read(struct loader *loader)
{
    struct target_list list = {0};
    size_t count;
    const char *const *files = folder_list(loader->arena, loader->folder, targets_file, &count);
    for (size_t i = 0; i < count; i++)
        read_file(loader, files[i], &list);
    loader->dataset->targets = list.items;
    loader->dataset->target_count = list.count;
    targets_check_overlaps(loader, &list);
}
