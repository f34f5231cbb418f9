/* SPDX-License-Identifier: MIT */
/* What the files of the command trace share. */
#ifndef TONGBAO_CLI_TRACE_H
#define TONGBAO_CLI_TRACE_H

#include "cli/session.h"
#include "cli/tree.h"
#include "compute/trace.h"
#include "compute/verdict.h"

/* What the measure's figures are counted in: %, 个百分点, the indicator's unit. */
const char *trace_unit(enum measure measure, const struct indicator *indicator);
/* The measure's name: the value of a ratio or a rate is no 总量. */
const char *trace_name(enum measure measure, const struct indicator *indicator);
/* 12.0%, 336.00亿元, 减亏7.50亿元, —: as it prints, with what it is counted in. */
const char *trace_printed(const struct session *session, const struct result *result, enum measure measure,
                          const struct indicator *indicator);

/* The figure with all that it comes from. */
struct tree *trace_figure_tree(const struct session *session, const struct trace *trace);
/* A place: what it is by, the area's own figure with all that it comes from, and those of the others. NULL when the
 * area is never ranked. */
struct tree *trace_place_tree(const struct session *session, enum measure measure, const struct indicator *indicator,
                              const struct area *area);
/* A verdict: the target and where it stands, and each figure of the verdict with its arithmetic. */
struct tree *trace_verdict_tree(const struct session *session, const struct verdict *verdict);

/* Appends every figure of the period that prints as `figure`, with the command that traces it; what is not NULL
 * narrows the search (`measure`: MEASURES_WITH_PLACES for any). Returns how many there are. */
size_t trace_find(const struct session *session, const char *figure, const struct area *area,
                  const struct indicator *indicator, enum measure measure, struct buffer *out);
/* Whether it has a digit, and can be looked for. */
bool trace_is_figure(const char *figure);

#endif
