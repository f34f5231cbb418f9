/* SPDX-License-Identifier: MIT */
/* Holds a folder against its own list of sums, and names everything in which the two differ. */
#ifndef TONGBAO_PUBLISH_HOLDING_H
#define TONGBAO_PUBLISH_HOLDING_H

#include "publish/listing.h"

enum difference_kind {
    DIFFERENCE_CHANGED, /* listed with another sum, or no plain file any more */
    DIFFERENCE_MISSING, /* listed, and not there */
    DIFFERENCE_FOREIGN  /* there, and not listed: a file, a link, a folder that holds nothing listed */
};

struct difference {
    enum difference_kind kind;
    const char *path;
};

struct holding {
    struct arena *arena;
    const char *but; /* a file at the top that no list has, and that is no difference; NULL */
    /* Filled: */
    struct listing listing; /* what SHA256SUMS says, and what of it is there */
    struct difference *differences;
    size_t count;
    const char *sentence; /* when it is false */
    bool damaged;         /* that is for what its SHA256SUMS says, not for the disk or permissions */
};

/* False, with the sentence, when the folder or its SHA256SUMS can't be read, or that is no list of sums. `shown` is the
 * folder in sentences. */
bool holding_compare(struct holding *holding, int folder, const char *shown);

#endif
