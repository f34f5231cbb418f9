/* SPDX-License-Identifier: MIT */
/* A sealed publication: one that has been archived. The file 封存.txt at its top says so, and in which archive it is;
 * no SHA256SUMS lists it. What is sealed is read-only, and no run replaces it. */
#ifndef TONGBAO_PUBLISH_SEAL_H
#define TONGBAO_PUBLISH_SEAL_H

#include "base/arena.h"
#include "base/sum.h"

#include <stdbool.h>

#define SEAL "封存.txt"

struct seal {
    const char *archive; /* the name of its file; NULL: the file doesn't say, somebody else has made it */
    struct sum sum;      /* of the archive */
};

/* Whether the open folder is sealed: whatever has the name 封存.txt in it means that. Fills the seal, which may be NULL
 * when nobody asks. */
bool seal_read(struct arena *arena, int folder, struct seal *seal);

/* Puts the seal in the folder, which has none, and takes the right to write from it and all that is in it. NULL, or a
 * complete sentence that calls the folder `shown`: then some of it may be read-only already, and it can be called
 * again. */
const char *seal_write(struct arena *arena, int folder, const char *shown, const struct seal *seal);

#endif
