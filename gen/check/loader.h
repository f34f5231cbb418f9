/* SPDX-License-Identifier: MIT */
/* What the files under check/ share while a region folder is being read. Only check/ includes this. */
#ifndef TONGBAO_CHECK_LOADER_H
#define TONGBAO_CHECK_LOADER_H

#include "check/names.h"
#include "read/raw.h"

struct account;

struct loader {
    const char *folder;
    bool keep_going;
    struct arena *arena;
    struct findings *findings;
    struct dataset *dataset; /* being built, in this order: areas, indicators, settings, targets, scoring, identities,
                              * observations */
    struct account *account; /* of the table being read, before it those read earlier; NULL: none yet */
};

/* ---- cell_names.c: what a cell means by an area or an indicator ---- */

/* NULL with a finding that names the nearest known name when there is not exactly one. The finding is an error, or a
 * warning for a data table (`in_data`) under keep_going. */
const struct area *names_area(struct loader *loader, const char *text, const struct where *where, bool in_data);
const struct indicator *names_indicator(struct loader *loader, const char *text, const struct where *where,
                                        bool in_data);

/* ---- columns.c: tables with known columns (areas.csv, a tidy data table, …) ---- */

struct column_name {
    const char *english, *chinese;
    bool required;
};

/* Finds each of the `count` names in the header row; positions[i] is the column or −1. Unknown columns, a column twice
 * and missing required columns become findings; false when a required one is missing. */
bool columns_find(struct loader *loader, const struct raw_table *table, const struct raw_row *header,
                  const struct column_name *names, size_t count, int *positions);
/* The row's text in a found column; "" when the column or cell is absent. */
const char *columns_text(const struct raw_row *row, int position);
/* The place of that cell, with the header's text as column. */
struct where columns_where(struct loader *loader, const struct raw_table *table, const struct raw_row *row,
                           const struct raw_row *header, int position);

/* A finding about one cell of data: an error, under keep_going a warning (the cell then counts as 未报). */
#define REFUSE_CELL(loader, rule, where, ...)                                                                          \
    finding_add_as((loader)->findings, (rule), (loader)->keep_going ? SEVERITY_WARNING : SEVERITY_ERROR, (where),      \
                   (const char *const[]){__VA_ARGS__, NULL})

/* ---- one function for each part of the folder ---- */

void areas_read(struct loader *loader);
void indicators_read(struct loader *loader);
void settings_read(struct loader *loader);
void targets_read(struct loader *loader);
/* Warns of targets that no period of the data can meet. */
void targets_check_dates(struct loader *loader);
/* Warns of targets that can hardly be meant. */
void targets_check_sense(struct loader *loader);
void scoring_read(struct loader *loader);
void identities_read(struct loader *loader);
void house_rules_read(struct loader *loader);
void editions_read(struct loader *loader);
/* sources.csv and data/: fills dataset.series and dataset.latest. */
void observations_read(struct loader *loader);

#endif
