/* SPDX-License-Identifier: MIT */
#include "render/printed.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char digits[] = "0123456789";

/* [+-]digits[.digits]: strtod would also take inf, nan, exponents, hexadecimal and leading blanks. */
static bool is_plain(const char *number)
{
    const char *p = number + (*number == '+' || *number == '-');
    size_t whole = strspn(p, digits);
    p += whole;
    if (whole && *p == '.') {
        size_t places = strspn(p + 1, digits);
        p += places ? places + 1 : 0;
    }
    return whole && !*p;
}

bool printed_value(const struct cell *cell, double *value)
{
    if (cell->kind != CELL_NUMBER || !cell->number || !is_plain(cell->number))
        return false;
    *value = strtod(cell->number, NULL);
    return isfinite(*value);
}

const struct number *printed_exact(struct arena *arena, const struct cell *cell)
{
    return cell->kind == CELL_NUMBER && cell->number ? number_parse(arena, cell->number) : NULL;
}
