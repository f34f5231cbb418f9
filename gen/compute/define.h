/* SPDX-License-Identifier: MIT */
/* What the definitions of the measures share. Only the files that define measures include this. */
#ifndef TONGBAO_COMPUTE_DEFINE_H
#define TONGBAO_COMPUTE_DEFINE_H

#include "compute/engine.h"
#include "compute/engine_inside.h"
#include "compute/series_lookup.h"

/* The same question of another period, of a year earlier, of another area. */
struct subject subject_at(struct subject s, struct period period);
struct subject subject_year_before(struct subject s);
struct subject subject_in(struct subject s, const struct area *area);

const struct series *subject_series(const struct engine *e, struct subject s);
const struct result *subject_value(struct engine *e, struct subject s);

/* Results under construction: with a flag alone; as an observation stands; taking over where others came from. */
struct result result_flagged(enum flag flag);
void result_take_inputs(struct engine *e, struct result *to, const struct result *from);
void result_take_input(struct engine *e, struct result *to, const struct figure *figure);
struct result result_reported(struct engine *e, const struct figure *figure);
bool result_is_plain(const struct result *r);
const struct number *number_hundred(struct engine *e);
/* a / b × 100 */
const struct number *measure_percentage(struct engine *e, const struct number *a, const struct number *b);
/* 1 + rate/100 */
const struct number *measure_factor(struct engine *e, const struct number *rate);
/* Precedence of §3 among figures that enter a quotient or product: what P's own figure lacks, then a base that is
 * lacking (no_base), then an incomplete sum at P or in the base. FLAG_NONE when both are plain. */
enum flag result_lacking(const struct result *now, const struct result *base);
/* now − base between unrounded figures (singles, contributions). */
struct result result_difference(struct engine *e, const struct result *now, const struct result *base);
/* now − base between compared figures: printed ones, or unrounded under compare=exact. */
struct result result_compared_difference(struct engine *e, const struct result *now, const struct result *base);
/* (now − base) / base × 100 */
struct result result_growth(struct engine *e, const struct result *now, const struct result *base);

/* The definitions of §3, one for each measure. */
#define MEASURE(measure, id, name, facts, define, formula)                                                             \
    struct result define(struct engine *engine, struct subject subject);
#include "check/measure_rows.h"

/* Arithmetic on as many figures as there are, "" when one is missing: measure_formula.c. */
const char *value_formula(struct engine *engine, struct subject subject);
const char *single_formula(struct engine *engine, struct subject subject);
const char *cagr_formula(struct engine *engine, struct subject subject);
const char *avg2_formula(struct engine *engine, struct subject subject);
const char *total_formula(struct engine *engine, struct subject subject);
const char *mean_formula(struct engine *engine, struct subject subject);

/* (now − base)/base*100 of two plain figures; a sum over the children that have a figure. */
const char *growth_arithmetic(struct engine *engine, const struct result *now, const struct result *base);
const char *children_arithmetic(struct engine *engine, enum measure measure, struct subject subject);

/* A single of basis ytd. */
#define SINGLE_FORMULA "{value}-{value<}"

/* Whether the flow's growth on the period before is that of two months: there is none to be held against. */
bool define_spans_two_months(struct subject subject);

/* Whether growth over the years up to P is taken from the levels at both ends: when none of them is reported. */
bool define_grows_by_levels(struct engine *engine, struct subject subject, int years);

/* The reported growth of the cumulative figure; NULL for none. Of basis single the reported growth is the single's; in
 * the first period of a year the two are one. */
const struct figure *define_reported_yoy(struct engine *engine, struct subject subject);

#endif
