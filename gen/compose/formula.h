/* Excel formulas worked out exactly, to know before one is printed that it shows the figure printed in its cell. */
#ifndef TONGBAO_COMPOSE_FORMULA_H
#define TONGBAO_COMPOSE_FORMULA_H

#include "base/number.h"
#include "compose/document.h"

/* The value of a formula over one row's cells ({0} the first): + − × ÷, brackets, ROUND, ROUNDUP, MAX. NULL when a cell
 * it names is no number, when it divides by zero, or when a rounding falls on a tie, where Excel's binary figures may
 * go either way. */
const struct number *formula_value(struct arena *arena, const char *formula, const struct cell *cells, size_t count);

/* The cell with the formula, if the formula gives exactly the cell's number; else the cell as it is. */
struct cell formula_cell(struct arena *arena, struct cell cell, const char *formula, const struct cell *cells,
                         size_t count);

#endif
