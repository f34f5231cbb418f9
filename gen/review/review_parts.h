/* SPDX-License-Identifier: MIT */
/* The parts of the 复核 page, and what they share. Only review_compose.c includes this, and they. */
#ifndef TONGBAO_REVIEW_REVIEW_PARTS_H
#define TONGBAO_REVIEW_REVIEW_PARTS_H

#include "document/review_page.h"
#include "tables/book_tables.h"
#include "tables/table_parts.h"
#include "words/lane.h"

/* Indicators × areas, as many matrices as it takes to stay readable: review_matrix.c. */
const struct review_matrix *review_matrices(const struct desk *desk, size_t *count);

/* How much has changed since the earlier issue; how the ranks issued in the period before stand to the data; and the
 * section that says which cells moved first and what followed, empty when nothing did: review_changes.c. */
struct review_notice review_changes(const struct desk *desk);
struct review_notice review_issued(const struct desk *desk);
const struct review_notice *review_revision(const struct desk *desk, size_t *count);

/* Which ranks would change if the printed figures moved by their rounding: review_ranks.c. */
struct review_notice review_close(const struct desk *desk);

/* No more rows than this in a table of the page: what is longer is not read before sealing. */
enum { REVIEW_ROWS = 60 };
/* Ends a table of which there are so many rows, and says below it, in that word, how many were left out:
 * review_parts.c. */
const struct table *review_table_end(const struct desk *desk, struct table_builder *t, size_t rows, enum word more);

#endif
