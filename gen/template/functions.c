/* SPDX-License-Identifier: MIT */
#include "template/functions.h"

#include <string.h>

static void add(struct functions *all, struct arena *arena, const struct function *function)
{
    ARRAY_ADD(arena, all->items, all->count, function);
}

struct functions functions_all(struct arena *arena)
{
    static const struct function *const tables[] = {functions_logic,   functions_names,   functions_lists,
                                                    functions_figures, functions_phrases, functions_blocks};
    struct functions all = {NULL, 0};
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
        for (const struct function *f = tables[t]; f->name; f++)
            add(&all, arena, f);
    for (int m = 0; m < MEASURE_COUNT; m++) {
        struct function of_measure = function_of_measure((enum measure)m);
        add(&all, arena, arena_copy(arena, &of_measure, sizeof of_measure));
    }
    return all;
}

const struct function *functions_find(const struct functions *functions, const char *name)
{
    for (size_t i = 0; i < functions->count; i++)
        if (!strcmp(functions->items[i]->name, name) || !strcmp(functions->items[i]->english, name))
            return functions->items[i];
    return NULL;
}

void functions_offer(const struct functions *functions, struct nearest *nearest)
{
    for (size_t i = 0; i < functions->count; i++) {
        nearest_offer(nearest, functions->items[i]->name);
        nearest_offer(nearest, functions->items[i]->english);
    }
}
