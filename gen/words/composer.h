/* SPDX-License-Identifier: MIT */
/* Composing: from the results to documents. Words come from templates/wording.csv (a region's own wording.csv goes
 * over it), figures from compute, each printed once; nothing is computed or rounded here a second time. */
#ifndef TONGBAO_WORDS_COMPOSER_H
#define TONGBAO_WORDS_COMPOSER_H

#include "compute/issued.h"
#include "compute/ledger.h"
#include "compute/letter.h"
#include "compute/revision.h"
#include "compute/score.h"
#include "document/document.h"

struct wording;   /* phrases by key */
struct templates; /* the documents' texts: template/templates.h */

/* All that composing needs; const for the whole run. */
struct composer {
    struct engine *engine; /* results; remembers what has been asked, else unchanging */
    const struct dataset *dataset;
    const struct wording *wording;
    const struct templates *templates;
    const struct findings *findings; /* for 核查 sheets */
    struct period period;
    struct day issued; /* settings, else SOURCE_DATE_EPOCH, else the clock; read once, by cli/composing.c */
    const struct verdict *verdicts; /* verdicts_all's rows at P */
    size_t verdict_count;
    const struct targeted *targeted; /* targeted_of's, [indicator] */
    const struct score_card *cards;  /* scores_all's */
    size_t card_count;
    const struct letter *letters; /* letters_due's */
    size_t letter_count;
    const struct ledger_entry *ledger; /* ledger_of's */
    size_t ledger_count;
    const struct revision *revision;        /* since an earlier issue of the period; NULL: none was named */
    const struct issued_rank *issued_ranks; /* issued_ranks_of's; none where no issue was named */
    size_t issued_rank_count;
};

#endif
