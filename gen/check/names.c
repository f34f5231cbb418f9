/* SPDX-License-Identifier: MIT */
#include "check/cell.h"
#include "check/loader.h"
#include "check/nearest.h"

#include <stdint.h>
#include <string.h>

/* What one key stands for. Two things with one name are no fault until somebody uses the name. */
struct slot {
    const char *key; /* as written; compared folded. NULL: empty */
    const void *thing;
    bool many;
};

/* Open addressing; the size is a power of two and at least twice the number of keys. */
struct table {
    struct slot *slots;
    size_t size;
};

struct name_index {
    struct table area_codes, area_names, indicator_ids, indicator_names;
};

/* FNV-1a over the folded characters. */
static uint32_t hash(const char *text)
{
    uint32_t hash = 2166136261u;
    for (uint32_t c; (c = cell_next(&text));)
        hash = (hash ^ c) * 16777619u;
    return hash;
}

static bool same_key(const char *a, const char *b)
{
    uint32_t c, d;
    do {
        c = cell_next(&a);
        d = cell_next(&b);
    } while (c && c == d);
    return c == d;
}

static struct table table_new(struct arena *arena, size_t keys)
{
    struct table table = {.size = 16};
    while (table.size < keys * 2)
        table.size *= 2;
    table.slots = arena_alloc(arena, table.size * sizeof *table.slots);
    return table;
}

/* The key's slot, or the empty one where it would stand. */
static struct slot *table_slot(const struct table *table, const char *key)
{
    size_t i = hash(key) & (table->size - 1);
    while (table->slots[i].key && !same_key(table->slots[i].key, key))
        i = (i + 1) & (table->size - 1);
    return &table->slots[i];
}

static void table_add(struct table *table, const char *key, const void *thing)
{
    struct slot *slot = table_slot(table, key);
    if (slot->key)
        slot->many = slot->many || slot->thing != thing;
    else
        *slot = (struct slot){.key = key, .thing = thing};
}

static enum name_match table_find(const struct table *table, const char *key, const void **thing)
{
    const struct slot *slot = table_slot(table, key);
    if (!slot->key)
        return NAME_NONE;
    if (slot->many)
        return NAME_MANY;
    *thing = slot->thing;
    return NAME_ONE;
}

static void index_areas(struct loader *loader)
{
    const struct dataset *dataset = loader->dataset;
    size_t names = 0;
    for (size_t i = 0; i < dataset->area_count; i++)
        names += 1 + dataset->areas[i].alias_count;
    loader->names->area_codes = table_new(loader->arena, dataset->area_count);
    loader->names->area_names = table_new(loader->arena, names);
    for (size_t i = 0; i < dataset->area_count; i++) {
        const struct area *area = &dataset->areas[i];
        struct slot *slot = table_slot(&loader->names->area_codes, area->code);
        if (!slot->key) /* a code twice has been reported; the first row has it */
            *slot = (struct slot){.key = area->code, .thing = area};
        table_add(&loader->names->area_names, area->name, area);
        for (size_t j = 0; j < area->alias_count; j++)
            table_add(&loader->names->area_names, area->aliases[j], area);
    }
}

static void index_indicators(struct loader *loader)
{
    const struct dataset *dataset = loader->dataset;
    size_t names = 0;
    for (size_t i = 0; i < dataset->indicator_count; i++)
        names += 1 + dataset->indicators[i].alias_count;
    loader->names->indicator_ids = table_new(loader->arena, dataset->indicator_count);
    loader->names->indicator_names = table_new(loader->arena, names);
    for (size_t i = 0; i < dataset->indicator_count; i++) {
        const struct indicator *indicator = &dataset->indicators[i];
        struct slot *slot = table_slot(&loader->names->indicator_ids, indicator->id);
        if (!slot->key)
            *slot = (struct slot){.key = indicator->id, .thing = indicator};
        table_add(&loader->names->indicator_names, indicator->name, indicator);
        for (size_t j = 0; j < indicator->alias_count; j++)
            table_add(&loader->names->indicator_names, indicator->aliases[j], indicator);
    }
}

void names_build(struct loader *loader)
{
    loader->names = arena_alloc(loader->arena, sizeof *loader->names);
    index_areas(loader);
    index_indicators(loader);
}

/* A code wins over a name. */
static enum name_match find(const struct table *codes, const struct table *names, const char *text, const void **thing)
{
    enum name_match match = table_find(codes, text, thing);
    return match == NAME_NONE ? table_find(names, text, thing) : match;
}

enum name_match names_find_area(const struct loader *loader, const char *text, const struct area **area)
{
    const void *thing = NULL;
    enum name_match match = find(&loader->names->area_codes, &loader->names->area_names, text, &thing);
    *area = thing;
    return match;
}

enum name_match names_find_indicator(const struct loader *loader, const char *text, const struct indicator **indicator)
{
    const void *thing = NULL;
    enum name_match match = find(&loader->names->indicator_ids, &loader->names->indicator_names, text, &thing);
    *indicator = thing;
    return match;
}

static void report(struct loader *loader, enum rule rule, const struct where *where, bool in_data, const char *text,
                   const char *hint)
{
    enum severity severity = in_data && loader->keep_going ? SEVERITY_WARNING : SEVERITY_ERROR;
    finding_add_as(loader->findings, rule, severity, where, (const char *const[]){text, hint, NULL});
}

static const char *area_hint(const struct loader *loader, const char *text)
{
    struct nearest nearest = nearest_to(text);
    for (size_t i = 0; i < loader->dataset->area_count; i++) {
        const struct area *area = &loader->dataset->areas[i];
        nearest_offer(&nearest, area->name);
        for (size_t j = 0; j < area->alias_count; j++)
            nearest_offer(&nearest, area->aliases[j]);
        nearest_offer(&nearest, area->code);
    }
    return nearest_hint(loader->arena, &nearest);
}

static const char *indicator_hint(const struct loader *loader, const char *text)
{
    struct nearest nearest = nearest_to(text);
    for (size_t i = 0; i < loader->dataset->indicator_count; i++) {
        const struct indicator *indicator = &loader->dataset->indicators[i];
        nearest_offer(&nearest, indicator->name);
        for (size_t j = 0; j < indicator->alias_count; j++)
            nearest_offer(&nearest, indicator->aliases[j]);
        nearest_offer(&nearest, indicator->id);
    }
    return nearest_hint(loader->arena, &nearest);
}

const struct area *names_area(struct loader *loader, const char *text, const struct where *where, bool in_data)
{
    const struct area *area;
    enum name_match match = names_find_area(loader, text, &area);
    if (match == NAME_MANY)
        report(loader, RULE_AREA_AMBIGUOUS, where, in_data, text, "");
    /* Without areas.csv every name would be unknown; that it is missing has been said. */
    else if (match == NAME_NONE && loader->dataset->area_count > 0)
        report(loader, RULE_AREA_UNKNOWN, where, in_data, text, area_hint(loader, text));
    return area;
}

const struct indicator *names_indicator(struct loader *loader, const char *text, const struct where *where,
                                        bool in_data)
{
    const struct indicator *indicator;
    enum name_match match = names_find_indicator(loader, text, &indicator);
    if (match == NAME_MANY)
        report(loader, RULE_INDICATOR_AMBIGUOUS, where, in_data, text, "");
    else if (match == NAME_NONE && loader->dataset->indicator_count > 0)
        report(loader, RULE_INDICATOR_UNKNOWN, where, in_data, text, indicator_hint(loader, text));
    return indicator;
}
