/* SPDX-License-Identifier: MIT */
/* Which known word somebody probably meant: the edit distance over characters, not bytes. */
#ifndef TONGBAO_CHECK_NEAREST_H
#define TONGBAO_CHECK_NEAREST_H

#include "base/arena.h"

#include <stdbool.h>

struct nearest {
    const char *wanted;
    const char *found; /* NULL: nothing is near enough */
    size_t distance;
    bool lenient; /* of a fixed set of short words half may be wrong: 增素 is 增速 */
};

struct nearest nearest_to(const char *wanted);
/* Considers one known word; the first of equally near ones wins. */
void nearest_offer(struct nearest *nearest, const char *known);
/* "（最接近的是“吉首市”）" for the middle of a sentence, "" when there is nothing near. */
const char *nearest_hint(struct arena *arena, const struct nearest *nearest);

#endif
