/* SPDX-License-Identifier: MIT */
#include "check/understood.h"

#include "base/text.h"
#include "check/dataset.h"
#include "check/unit.h"

#include <string.h>

const char *understood_heading(const struct understood *table, const struct understood_column *column,
                               struct arena *arena)
{
    const char *name, *unit;
    unit_split(arena, column->column, &name, &unit);
    bool same = text_same(name, column->indicator->name) || text_same(column->column, column->indicator->name);
    return *name && table->shape != SHAPE_TIDY && !same ? text_excerpt(arena, column->column) : "";
}

const char *understood_factor(const struct understood_column *column, struct arena *arena)
{
    if (!column->factor || number_compare(column->factor, number_integer(arena, 1)) == 0)
        return "";
    char *text = number_plain(arena, column->factor, 12);
    size_t length = strlen(text);
    while (strchr(text, '.') && (text[length - 1] == '0' || text[length - 1] == '.'))
        text[--length] = '\0';
    return text;
}

size_t understood_used(const struct understood *table)
{
    return table->uses[USE_FIGURE] + table->uses[USE_KEY];
}
