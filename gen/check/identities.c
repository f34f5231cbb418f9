/* SPDX-License-Identifier: MIT */
#include "check/ops.h"
#include "check/sheet.h"
#include "check/table_words.h"
#include "check/unit.h"

#include <string.h>

enum column { TOTAL, PARTS, TOLERANCE, COLUMNS };

static const struct column_name columns[COLUMNS] = {
    [TOTAL] = {"total", "合计项", true}, [PARTS] = {"parts", "分项", true}, [TOLERANCE] = {"tolerance", "容差", false}};

const struct table_words identities_words = {"identities.csv", columns, COLUMNS, NULL, 0};

struct identities {
    struct identity *items;
    size_t count;
};

struct parts {
    const struct indicator **items;
    size_t count;
};

static bool is_among(const struct parts *parts, const struct indicator *indicator)
{
    for (size_t i = 0; i < parts->count; i++) {
        if (parts->items[i] == indicator)
            return true;
    }
    return false;
}

static bool read_parts(const struct sheet *sheet, struct identity *identity)
{
    struct where where = sheet_where(sheet, PARTS);
    struct parts parts = {0};
    size_t count;
    const char *const *names = cell_list(sheet->loader->arena, sheet_text(sheet, PARTS), &count);
    bool good = count > 0;
    for (size_t i = 0; i < count; i++) {
        const struct indicator *part = names_indicator(sheet->loader, names[i], &where, false);
        bool twice = part && (part == identity->total || is_among(&parts, part));
        if (twice)
            FINDING(sheet->loader->findings, RULE_IDENTITY_TWICE, &where, names[i]);
        bool comparable =
            !part || !identity->total || unit_factor(sheet->loader->arena, part->unit, identity->total->unit) != NULL;
        if (!comparable)
            FINDING(sheet->loader->findings, RULE_IDENTITY_UNIT, &where, names[i], identity->total->unit);
        if (part)
            ARRAY_ADD(sheet->loader->arena, parts.items, parts.count, part);
        good = good && part && !twice && comparable;
    }
    identity->parts = parts.items;
    identity->part_count = parts.count;
    return good;
}

static void read_row(const struct sheet *sheet, struct identities *identities)
{
    struct identity identity = {.line = sheet->row->line};
    struct where where = sheet_where(sheet, TOTAL);
    const char *total, *parts;
    bool good = sheet_required(sheet, TOTAL, &total);
    if (good)
        identity.total = names_indicator(sheet->loader, total, &where, false);
    good = sheet_required(sheet, PARTS, &parts) && identity.total;
    good = read_parts(sheet, &identity) && good;
    identity.tolerance = sheet_number(sheet, TOLERANCE, NULL);
    if (identity.tolerance && number_sign(identity.tolerance) < 0)
        sheet_report(sheet, TOLERANCE, RULE_NUMBER_NEGATIVE);
    if (good)
        ARRAY_ADD(sheet->loader->arena, identities->items, identities->count, identity);
}

/* ---- the same sum over targets ---- */

/* Whether two targets are of the same areas, years and measure, an amount. */
static bool comparable(const struct target *a, const struct target *b)
{
    bool scope = a->scope == b->scope && a->area == b->area && (!a->group || strcmp(a->group, b->group) == 0);
    return scope && a->measure == b->measure && a->from == b->from && a->to == b->to && a->deadline == b->deadline &&
           period_compare(a->due, b->due) == 0 && target_is_number(b);
}

static const struct target *find_part(const struct dataset *dataset, const struct target *total,
                                      const struct indicator *part)
{
    for (size_t i = 0; i < dataset->target_count; i++)
        if (dataset->targets[i].indicator == part && comparable(total, &dataset->targets[i]))
            return &dataset->targets[i];
    return NULL;
}

/* What the parts' targets come to, in the total's unit; NULL when one of them has none. */
static const struct number *sum_of_parts(struct loader *loader, const struct identity *identity,
                                         const struct target *total)
{
    struct arena *arena = loader->arena;
    const struct number *sum = number_integer(arena, 0);
    for (size_t i = 0; i < identity->part_count; i++) {
        const struct target *part = find_part(loader->dataset, total, identity->parts[i]);
        if (!part)
            return NULL;
        const struct number *factor = unit_factor(arena, identity->parts[i]->unit, identity->total->unit);
        sum = number_add(arena, sum, number_multiply(arena, part->value, factor));
    }
    return sum;
}

/* As of figures: half a unit of the last place for each part, unless the table says how much. */
static const struct number *room_of(struct arena *arena, const struct identity *identity)
{
    if (identity->tolerance)
        return identity->tolerance;
    const struct number *half = number_ratio(arena, (long)identity->part_count, 2);
    return number_multiply(arena, number_ten(arena, -identity->total->decimals), half);
}

static void check_targets(struct loader *loader, const struct identity *identity)
{
    struct arena *arena = loader->arena;
    for (size_t i = 0; i < loader->dataset->target_count; i++) {
        const struct target *t = &loader->dataset->targets[i];
        bool amount = t->measure == MEASURE_VALUE || t->measure == MEASURE_TOTAL || t->measure == MEASURE_MEAN;
        if (t->indicator != identity->total || !amount || !target_is_number(t))
            continue;
        const struct number *sum = sum_of_parts(loader, identity, t);
        if (!sum || number_compare(number_absolute(arena, number_subtract(arena, t->value, sum)),
                                   room_of(arena, identity)) <= 0)
            continue;
        struct where where = {.file = t->file, .line = t->line, .indicator = t->indicator->id};
        if (t->area)
            where.area = t->area->code;
        FINDING(loader->findings, RULE_IDENTITY_TARGET, &where, number_plain(arena, t->value, 10),
                number_plain(arena, sum, 10));
    }
}

void identities_read(struct loader *loader)
{
    struct sheet sheet;
    struct identities identities = {0};
    if (!sheet_exists(loader, "identities.csv") || !sheet_open(&sheet, loader, "identities.csv", columns, COLUMNS))
        return;
    while (sheet_next(&sheet))
        read_row(&sheet, &identities);
    loader->dataset->identities = identities.items;
    loader->dataset->identity_count = identities.count;
    for (size_t i = 0; i < identities.count; i++)
        check_targets(loader, &identities.items[i]);
}
