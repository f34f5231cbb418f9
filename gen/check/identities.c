/* SPDX-License-Identifier: MIT */
#include "check/sheet.h"
#include "check/table_words.h"
#include "check/unit.h"

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
}
