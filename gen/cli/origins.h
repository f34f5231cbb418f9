/* SPDX-License-Identifier: MIT */
/* Where in a region's files a character was written. */
#ifndef TONGBAO_CLI_ORIGINS_H
#define TONGBAO_CLI_ORIGINS_H

#include "base/finding.h"

#include <stdint.h>

struct origin {
    struct where where;
    const char *excerpt; /* of the cell or line */
    const char *around;  /* the character with its neighbours, as they are printed side by side */
    bool told;           /* for whoever tells of them */
};

struct origins {
    struct origin *items;
    size_t count;
};

/* Every place, in the cells and lines that documents take words from; where none of these has the character, in all
 * others. In the order of the files. Strings live in `arena`. */
struct origins origins_find(const char *folder, uint32_t character, struct arena *arena);

#endif
