/* SPDX-License-Identifier: MIT */
#include "template/function.h"

#include <stdint.h>
#include <string.h>

static const struct function *const tables[] = {functions_logic,   functions_names,   functions_lists,
                                                functions_figures, functions_phrases, functions_blocks};

enum { TABLES = sizeof tables / sizeof *tables };

const struct function *function_find(const char *name)
{
    for (size_t t = 0; t < TABLES; t++)
        for (const struct function *f = tables[t]; f->name; f++)
            if (!strcmp(f->name, name) || !strcmp(f->english, name))
                return f;
    return NULL;
}

const struct function *function_next(const struct function *last)
{
    if (!last)
        return tables[0];
    if (last[1].name)
        return last + 1;
    for (size_t t = 0; t + 1 < TABLES; t++) {
        const struct function *f = tables[t];
        while (f->name && f != last)
            f++;
        if (f == last)
            return tables[t + 1];
    }
    return NULL;
}

void function_arity(const struct function *function, size_t *least, size_t *most)
{
    *least = *most = 0;
    for (const char *at = function->takes; *at; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");
        char last = at[length - 1];
        *least += last != '?' && last != '*';
        *most = last == '*' ? SIZE_MAX : *most + 1;
        at += length;
    }
}

char function_letter(const struct function *function, size_t argument)
{
    const char *at = function->takes;
    char letter = 'v';
    for (size_t i = 0; *at; i++, at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");
        letter = *at;
        if (i == argument || at[length - 1] == '*')
            return letter;
        at += length;
    }
    return letter;
}
