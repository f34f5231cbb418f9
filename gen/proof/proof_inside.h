/* SPDX-License-Identifier: MIT */
/* What the files of proof/ share. */
#ifndef TONGBAO_PROOF_PROOF_INSIDE_H
#define TONGBAO_PROOF_PROOF_INSIDE_H

#include "proof/proof.h"
#include "template/templates.h"

enum { BUCKETS = 4096, FIGURE_MOST = 48 };

/* A name that a document may hold: of an area, or what another name may be part of. */
struct name {
    const char *text; /* without blanks */
    size_t length;
    const struct area *area;           /* or */
    const struct indicator *indicator; /* or neither: a group */
    const struct name *next;           /* of the bucket */
};

struct proof {
    const struct composer *composer;
    struct arena *arena;
    const struct name *buckets[BUCKETS];                   /* by their first bytes */
    const char *indicator_head, *level_head, *growth_head; /* 指标, 累计, 同比(%) without blanks */
    size_t growth_stem;                                    /* of 同比(%) what stands before the bracket */
};

/* Whether the figure, as proof_figure has it, is one of the indicator in the area; whether there is a level or a growth
 * at all. */
struct proof_figures {
    bool (*any)(const void *context, const struct indicator *indicator, const struct area *area);
    bool (*known)(const void *context, const struct indicator *indicator, const struct area *area, const char *figure);
    const void *context;
};

/* The longest name at the beginning of a text; NULL for none. */
const struct name *proof_name_at(const struct proof *proof, const char *text);
void proof_add_names(struct proof *proof);

/* Whether it is the same, or one above it. */
bool proof_is_above(const struct area *area, const struct area *below);

/* The first area that a text names, by its longest names, and that a document about `own` has no business with: neither
 * itself, nor one above or below it, nor a reference, nor one that somebody wrote of. NULL for none. */
const struct area *proof_stranger(const struct proof *proof, const struct proof_file *file, const char *text,
                                  struct arena *arena);
/* Whether the document may tell of any area: it is none of one area, or its template tells of others. */
bool proof_of_many(const struct proof *proof, const struct proof_file *file);
/* Whether somebody wrote the words: in the document's template, in text/, in the wording, in the tables of settings,
 * targets and indicators. */
bool proof_written(const struct proof *proof, const struct proof_file *file, const char *words, struct arena *arena);

/* The digits at the beginning of a cell, without sign and without zeros behind the point; false when it is no figure,
 * or one of a place or, where `plain` is asked for, in per cent. */
bool proof_figure(const char *cell, char figure[FIGURE_MOST]);

/* Whether the figure is one of the area's targets for the indicator, what they are held against or, unless
 * `actual_only`, what is to be reached, due or missing. NULL: of any area. */
bool proof_of_target(const struct proof *proof, const struct indicator *indicator, const struct area *area,
                     bool actual_only, const char *figure);

/* The first cell of the tables of indicators that isn't the area's; NULL when all are. */
const struct found_cell *proof_wrong_cell(const struct proof *proof, const struct proof_figures *figures,
                                          const struct proof_file *file, const struct found *found,
                                          const struct indicator **indicator);
/* The results of the run. */
struct proof_figures proof_results(const struct proof *proof);

/* Reads what the ending of the path says it is; false: it is no such file. Of other files nothing is known, and nothing
 * is found. */
bool proof_read(const char *path, const void *bytes, size_t length, struct found *found);

#endif
