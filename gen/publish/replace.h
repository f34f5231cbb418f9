/* SPDX-License-Identifier: MIT */
/* The rule of SPEC §6: which folder may be replaced. */
#ifndef TONGBAO_PUBLISH_REPLACE_H
#define TONGBAO_PUBLISH_REPLACE_H

#include "publish/listing.h"
#include "publish/order.h"

/* The file that lists the others, at the top of every publication. */
#define SUMS "SHA256SUMS"

struct candidate {
    struct arena *arena;
    const struct publish_order *order;
    int holder; /* the open folder in which it stands, under this name */
    const char *name;
    const char *shown; /* how sentences call it */
    /* Filled: */
    int folder;             /* itself, open; the caller closes it when it isn't −1 */
    bool empty;             /* there is nothing in it */
    struct listing listing; /* what of it is ours, for listing_remove */
    enum publish_state state;
    const char *sentence;
};

/* GOOD when it is a folder, whatever is in it: no link to one, nothing mounted. Fills `empty`. */
enum publish_state replace_look(struct candidate *candidate);

/* Looks at all of it. GOOD when it is empty, or a publication of ours of the order's region and period, not sealed,
 * with nothing in it but files that its SHA256SUMS lists, with those sums, and none that the order leaves out on
 * demand. Listed files may be missing. Otherwise candidate->sentence names what is in the way and says what to do.
 * Nothing is changed. */
enum publish_state replace_judge(struct candidate *candidate);

/* Removes the judged folder: the files that the judgement found, as they were then, the folders, itself. True when it
 * is gone. */
bool replace_remove(const struct candidate *candidate);

#endif
