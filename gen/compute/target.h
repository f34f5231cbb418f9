/* SPDX-License-Identifier: MIT */
/* Which target applies to whom, and the figure it asks for (SPEC §4). */
#ifndef TONGBAO_COMPUTE_TARGET_H
#define TONGBAO_COMPUTE_TARGET_H

#include "check/ops.h"
#include "compute/engine.h"

/* A question that has a row for the region and every area below it: an (indicator, measure, to) with a target in
 * force at P. */
struct target_key {
    const struct indicator *indicator;
    enum measure measure;
    struct period to; /* of a deadline target, as it was written; year 0: yearly */
};

/* First and last year of a target that is not a deadline; one empty year is the other, both empty: always (0, 0). */
int target_first_year(const struct target *target);
int target_last_year(const struct target *target);
/* True when the target counts at P: within its years, a deadline up to its year, a milestone also after it. */
bool target_in_force(const struct target *target, struct period period);
/* The period of P's frequency in which a deadline ends: the one that holds its last month. */
struct period target_due(const struct target *target, struct period period);
/* 2025, 2025Q2, 2025-06; "" for a yearly target. */
const char *target_key_code(struct arena *arena, struct target_key key);
bool target_key_same(struct target_key a, struct target_key b);

/* The keys in the order of the output: indicators.csv, §3's measures with rank last, yearly before deadlines. */
const struct target_key *target_keys(struct engine *engine, struct period period, size_t *count);

/* The target in force at P that applies to the area: its own beats @group beats `*`. NULL for none. */
const struct target *target_for(struct engine *engine, struct target_key key, const struct area *area,
                                struct period period);
/* The one scores use: the yearly one, else the deadline next due, else the one last past. NULL for none; *key gets its
 * indicator, measure and deadline. */
const struct target *target_for_score(struct engine *engine, const struct indicator *indicator, enum measure measure,
                                      const struct area *area, struct period period, struct target_key *key);

/* The offices that answer for the target, 责任单位, and where its documents state it, 条款: of every document that
 * states it, each once, joined by 、 and ；. "" for none. */
const char *target_owners(struct arena *arena, const struct target *target);
const char *target_clauses(struct arena *arena, const struct target *target);
/* The documents that set it, 依据, likewise; not those that call themselves an example, 示例…: nobody set that. */
const char *target_basis(struct arena *arena, const struct target *target);

/* The first year of cagr, total and mean for the area: of its own target, else of the first one in the file that is in
 * force. 0: no such target is in force, and the measure has no row; also for all other measures. */
int target_from(struct engine *engine, enum measure measure, const struct indicator *indicator, const struct area *area,
                struct period period);
/* Whether the measure exists for the area, and measures.csv has its row (SPEC §3 "for", §6): share, contribution and
 * pull are of the region's children, nothing of the region for total=none, cagr, total and mean where such a target is
 * in force. */
bool measure_exists(struct engine *engine, enum measure measure, const struct indicator *indicator,
                    const struct area *area, struct period run);
/* The measure as a row of the output has it, with `from` filled in; without a row, no_base. */
const struct result *measure_at(struct engine *engine, enum measure measure, const struct indicator *indicator,
                                const struct area *area, struct period period, struct period run);

#endif
