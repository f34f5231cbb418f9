/* SPDX-License-Identifier: MIT */
#include "template/lookup.h"

#include "check/cell.h"

static bool has_alias(const char *const *aliases, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (cell_same(aliases[i], name))
            return true;
    return false;
}

const struct indicator *lookup_indicator(const struct dataset *dataset, const char *name, bool *many)
{
    const struct indicator *found = NULL;
    *many = false;
    for (size_t i = 0; i < dataset->indicator_count; i++)
        if (cell_same(dataset->indicators[i].id, name))
            return &dataset->indicators[i];
    for (size_t i = 0; i < dataset->indicator_count; i++) {
        const struct indicator *indicator = &dataset->indicators[i];
        if (!cell_same(indicator->name, name) && !has_alias(indicator->aliases, indicator->alias_count, name))
            continue;
        *many = *many || found;
        found = indicator;
    }
    return *many ? NULL : found;
}

const struct area *lookup_area(const struct dataset *dataset, const char *name, bool *many)
{
    const struct area *found = NULL;
    *many = false;
    for (size_t i = 0; i < dataset->area_count; i++)
        if (cell_same(dataset->areas[i].code, name))
            return &dataset->areas[i];
    for (size_t i = 0; i < dataset->area_count; i++) {
        const struct area *area = &dataset->areas[i];
        if (!cell_same(area->name, name) && !has_alias(area->aliases, area->alias_count, name))
            continue;
        *many = *many || found;
        found = area;
    }
    return *many ? NULL : found;
}

void lookup_offer_indicators(const struct dataset *dataset, struct nearest *nearest)
{
    for (size_t i = 0; i < dataset->indicator_count; i++) {
        nearest_offer(nearest, dataset->indicators[i].name);
        nearest_offer(nearest, dataset->indicators[i].id);
        for (size_t n = 0; n < dataset->indicators[i].alias_count; n++)
            nearest_offer(nearest, dataset->indicators[i].aliases[n]);
    }
}

void lookup_offer_areas(const struct dataset *dataset, struct nearest *nearest)
{
    for (size_t i = 0; i < dataset->area_count; i++) {
        nearest_offer(nearest, dataset->areas[i].name);
        nearest_offer(nearest, dataset->areas[i].code);
        for (size_t n = 0; n < dataset->areas[i].alias_count; n++)
            nearest_offer(nearest, dataset->areas[i].aliases[n]);
    }
}
