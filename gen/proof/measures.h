/* SPDX-License-Identifier: MIT */
/* The figures of a publication as its data/measures.csv has them. */
#ifndef TONGBAO_PROOF_MEASURES_H
#define TONGBAO_PROOF_MEASURES_H

#include "proof/proof_inside.h"

/* Reads the bytes of measures.csv; areas and indicators of the dataset alone are kept. Lives in `arena`, points into
 * the bytes. */
struct proof_figures proof_published(const struct dataset *dataset, char *bytes, struct arena *arena);

#endif
