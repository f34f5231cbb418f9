/* SPDX-License-Identifier: MIT */
/* What the definitions of the measures share. Only the files that define measures include this. */
#ifndef TONGBAO_COMPUTE_DEFINE_H
#define TONGBAO_COMPUTE_DEFINE_H

#include "compute/engine.h"
#include "compute/series_lookup.h"

struct remembered {
    enum measure measure;
    struct period period;
    int from;
    const struct result *result;
};

struct memory {
    struct remembered *items;
    size_t count;
};

struct engine {
    const struct dataset *dataset;
    struct arena *arena;
    struct memory *memory; /* one for each series: every measure asked of it so far */
    struct engine_shared shared;
};

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
struct result define_value(struct engine *engine, struct subject subject);
struct result define_single(struct engine *engine, struct subject subject);
struct result define_yoy(struct engine *engine, struct subject subject);
struct result define_single_yoy(struct engine *engine, struct subject subject);
struct result define_qoq(struct engine *engine, struct subject subject);
struct result define_change(struct engine *engine, struct subject subject);
struct result define_yoy_change(struct engine *engine, struct subject subject);
struct result define_yoy_change_year(struct engine *engine, struct subject subject);
struct result define_cagr(struct engine *engine, struct subject subject);
struct result define_avg2(struct engine *engine, struct subject subject);
struct result define_share(struct engine *engine, struct subject subject);
struct result define_contribution(struct engine *engine, struct subject subject);
struct result define_pull(struct engine *engine, struct subject subject);
struct result define_vs_parent(struct engine *engine, struct subject subject);
struct result define_vs_reference(struct engine *engine, struct subject subject);
struct result define_total(struct engine *engine, struct subject subject);
struct result define_mean(struct engine *engine, struct subject subject);

/* The reported growth of the cumulative figure; NULL for none. Of basis single the reported growth is the single's; in
 * the first period of a year the two are one. */
const struct figure *define_reported_yoy(struct engine *engine, struct subject subject);

#endif
