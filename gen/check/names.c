/* SPDX-License-Identifier: MIT */
#include "check/names.h"

#include "check/cell.h"

#include <stdint.h>
#include <string.h>

/* What is named, an area or an indicator, and all that it is called. */
struct named {
    const void *thing;
    const char *code, *name;
    const char *const *aliases;
    size_t alias_count;
};

static struct named named_area(const struct area *area)
{
    return (struct named){area, area->code, area->name, area->aliases, area->alias_count};
}

static struct named named_indicator(const struct indicator *indicator)
{
    return (struct named){indicator, indicator->id, indicator->name, indicator->aliases, indicator->alias_count};
}

/* What one key stands for. Two things with one name are no fault until somebody uses the name. */
struct entry {
    const char *key; /* as written; compared folded. NULL: empty */
    const void *thing;
    bool many;
};

/* Open addressing; the size is a power of two and at least twice the number of keys. */
struct keys {
    struct entry *entries;
    size_t size;
};

struct directory {
    struct keys codes, names;
};

struct name_index {
    struct directory areas, indicators;
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

static struct keys keys_new(struct arena *arena, size_t count)
{
    struct keys keys = {.size = 16};
    while (keys.size < count * 2)
        keys.size *= 2;
    keys.entries = arena_alloc(arena, keys.size * sizeof *keys.entries);
    return keys;
}

/* The key's entry, or the empty one where it would stand. */
static struct entry *keys_entry(const struct keys *keys, const char *key)
{
    size_t i = hash(key) & (keys->size - 1);
    while (keys->entries[i].key && !same_key(keys->entries[i].key, key))
        i = (i + 1) & (keys->size - 1);
    return &keys->entries[i];
}

static void keys_add(struct keys *keys, const char *key, const void *thing)
{
    struct entry *entry = keys_entry(keys, key);
    if (entry->key)
        entry->many = entry->many || entry->thing != thing;
    else
        *entry = (struct entry){.key = key, .thing = thing};
}

static enum name_match keys_find(const struct keys *keys, const char *key, const void **thing)
{
    const struct entry *entry = keys_entry(keys, key);
    if (!entry->key)
        return NAME_NONE;
    if (entry->many)
        return NAME_MANY;
    *thing = entry->thing;
    return NAME_ONE;
}

static const char *written_name(const struct area *area)
{
    return area->written ? area->written : area->name;
}

/* A code twice has been reported; the first row has it. */
static void directory_add(struct directory *directory, struct named named)
{
    struct entry *code = keys_entry(&directory->codes, named.code);
    if (!code->key)
        *code = (struct entry){.key = named.code, .thing = named.thing};
    keys_add(&directory->names, named.name, named.thing);
    for (size_t i = 0; i < named.alias_count; i++)
        keys_add(&directory->names, named.aliases[i], named.thing);
}

static struct directory directory_new(struct arena *arena, size_t things, size_t aliases)
{
    return (struct directory){keys_new(arena, things), keys_new(arena, things + aliases)};
}

/* A code wins over a name. */
static enum name_match directory_find(const struct directory *directory, const char *text, const void **thing)
{
    enum name_match match = keys_find(&directory->codes, text, thing);
    return match == NAME_NONE ? keys_find(&directory->names, text, thing) : match;
}

void names_build(struct dataset *dataset, struct arena *arena)
{
    struct name_index *index = arena_alloc(arena, sizeof *index);
    size_t area_aliases = 0, indicator_aliases = 0;
    for (size_t i = 0; i < dataset->area_count; i++)
        area_aliases += dataset->areas[i].alias_count;
    for (size_t i = 0; i < dataset->indicator_count; i++)
        indicator_aliases += dataset->indicators[i].alias_count;
    index->areas = directory_new(arena, dataset->area_count, area_aliases + dataset->area_count);
    index->indicators = directory_new(arena, dataset->indicator_count, indicator_aliases);
    for (size_t i = 0; i < dataset->area_count; i++) {
        directory_add(&index->areas, named_area(&dataset->areas[i]));
        keys_add(&index->areas.names, written_name(&dataset->areas[i]), &dataset->areas[i]);
    }
    for (size_t i = 0; i < dataset->indicator_count; i++)
        directory_add(&index->indicators, named_indicator(&dataset->indicators[i]));
    dataset->names = index;
}

enum name_match names_find_area(const struct dataset *dataset, const char *text, const struct area **area)
{
    const void *thing = NULL;
    enum name_match match = directory_find(&dataset->names->areas, text, &thing);
    *area = thing;
    return match;
}

enum name_match names_find_indicator(const struct dataset *dataset, const char *text,
                                     const struct indicator **indicator)
{
    const void *thing = NULL;
    enum name_match match = directory_find(&dataset->names->indicators, text, &thing);
    *indicator = thing;
    return match;
}

/* ---- areas of one name ---- */

/* The written name with the names of `levels` areas above before it. *whole: nobody stands above those. */
static const char *led_name(struct arena *arena, const struct area *area, size_t levels, bool *whole)
{
    const char *name = written_name(area);
    const struct area *above = area->parent;
    for (; above && levels; above = above->parent, levels--)
        name = arena_format(arena, "%s%s", written_name(above), name);
    *whole = !above;
    return name;
}

/* Leads every area that shares its printed name by one level more, or, with nobody left above, by its code. Whoever
 * has no parent at all keeps its name while somebody else could give way. Returns whether there was any to change. */
static bool lead_further(struct area *areas, size_t count, struct arena *arena, size_t *levels, bool by_code)
{
    struct keys printed = keys_new(arena, count);
    bool changed = false;
    for (size_t i = 0; i < count; i++)
        keys_add(&printed, areas[i].name, &areas[i]);
    for (size_t i = 0; i < count; i++) {
        if (!keys_entry(&printed, areas[i].name)->many)
            continue;
        bool whole;
        const char *name = led_name(arena, &areas[i], levels[i], &whole);
        if (whole && !by_code)
            continue;
        const char *written = written_name(&areas[i]);
        areas[i].name = whole ? arena_format(arena, "%s（%s）", name, areas[i].code)
                              : led_name(arena, &areas[i], ++levels[i], &whole);
        areas[i].written = written;
        changed = true;
    }
    return changed;
}

void names_tell_apart(struct area *areas, size_t count, struct arena *arena)
{
    size_t *levels = arena_alloc(arena, count * sizeof *levels);
    while (lead_further(areas, count, arena, levels, false))
        continue;
    lead_further(areas, count, arena, levels, true);
}

/* ---- what somebody may have meant ---- */

static void offer(struct nearest *nearest, struct named named)
{
    nearest_offer(nearest, named.name);
    for (size_t i = 0; i < named.alias_count; i++)
        nearest_offer(nearest, named.aliases[i]);
    nearest_offer(nearest, named.code);
}

void names_offer_areas(const struct dataset *dataset, struct nearest *nearest)
{
    for (size_t i = 0; i < dataset->area_count; i++)
        offer(nearest, named_area(&dataset->areas[i]));
}

void names_offer_indicators(const struct dataset *dataset, struct nearest *nearest)
{
    for (size_t i = 0; i < dataset->indicator_count; i++)
        offer(nearest, named_indicator(&dataset->indicators[i]));
}

const struct area *area_by_code(const struct dataset *dataset, const char *code)
{
    for (size_t i = 0; i < dataset->area_count; i++)
        if (strcmp(dataset->areas[i].code, code) == 0)
            return &dataset->areas[i];
    return NULL;
}

const struct indicator *indicator_by_id(const struct dataset *dataset, const char *id)
{
    for (size_t i = 0; i < dataset->indicator_count; i++)
        if (strcmp(dataset->indicators[i].id, id) == 0)
            return &dataset->indicators[i];
    return NULL;
}
