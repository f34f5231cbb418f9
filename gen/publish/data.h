/* SPDX-License-Identifier: MIT */
/* The files in data/ and audit.csv: what other programs read (SPEC §6). */
#ifndef TONGBAO_PUBLISH_DATA_H
#define TONGBAO_PUBLISH_DATA_H

#include "compute/ledger.h"
#include "compute/revision.h"
#include "compute/score.h"

/* Each appends a whole file. */
void data_measures(struct engine *engine, struct period period, struct buffer *out);
void data_verdicts(struct engine *engine, struct period period, struct buffer *out);
void data_ranks(struct engine *engine, struct period period, struct buffer *out);
void data_scores(struct engine *engine, struct period period, struct buffer *out);
void data_ledger(struct engine *engine, struct period period, struct buffer *out);
/* What has changed since an earlier issue: the cells, then what followed. */
void data_changes(const struct revision *revision, struct period period, struct buffer *out);
void data_audit(const struct findings *findings, struct buffer *out);

#endif
