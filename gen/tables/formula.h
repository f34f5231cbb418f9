/* SPDX-License-Identifier: MIT */
/* Excel formulas worked out exactly, to know before one is printed that it shows the figure printed in its cell. */
#ifndef TONGBAO_TABLES_FORMULA_H
#define TONGBAO_TABLES_FORMULA_H

#include "base/number.h"
#include "document/document.h"

/* The value of a formula over one row's cells ({0} the first): + − × ÷, brackets, ROUND, ROUNDUP, ROUNDDOWN, MAX. NULL
 * when a cell it names is no number, when it divides by zero, or when a rounding falls on a tie, where Excel's binary
 * figures may go either way. */
const struct number *formula_value(struct arena *arena, const char *formula, const struct cell *cells, size_t count);

/* The text that a formula of IF, AND, comparisons, {n}="" and quoted texts gives; NULL when it depends on a cell that
 * is no number. Lives in `arena`. */
const char *formula_text(struct arena *arena, const char *formula, const struct cell *cells, size_t count);

/* The cell with the formula, if the formula gives exactly what the cell says; else the cell as it is. `worked` is the
 * formula with figures in the place of names, or the same. */
struct cell formula_cell(struct arena *arena, struct cell cell, const char *formula, const char *worked,
                         const struct cell *cells, size_t count);

/* What a name in a formula stands for in a row: one of its columns, or more of a formula, which may have names too. */
struct formula_name {
    const char *name;
    int column; /* where there is no text: its number from 0; FORMULA_NOTHING: there is no such thing in the row */
    const char *text; /* NULL: the column */
};
enum { FORMULA_NOTHING = -1 };

/* The formula with columns in the place of names: {actual} becomes {5}. NULL when one stands for nothing; a name that
 * isn't among them is a mistake in the program. Lives in `arena`. */
const char *formula_resolve(struct arena *arena, const char *formula, const struct formula_name *names, size_t count);

/* The formula over fewer columns: {n} becomes {places[n]}. NULL when one of them is gone (-1). */
const char *formula_moved(struct arena *arena, const char *formula, const int *places, size_t count);

#endif
