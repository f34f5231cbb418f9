/* SPDX-License-Identifier: MIT */
#include "check/nearest.h"

#include "base/message.h"
#include "check/cell.h"

#include <stdint.h>

/* Longer words are compared by their beginnings; nobody mistypes the rest of a word of this length only. */
#define LONGEST 64

static size_t characters(const char *text, uint32_t *out)
{
    size_t count = 0;
    for (uint32_t c; count < LONGEST && (c = cell_next(&text));)
        out[count++] = c;
    return count;
}

static size_t smallest(size_t a, size_t b, size_t c)
{
    size_t least = a < b ? a : b;
    return least < c ? least : c;
}

/* Levenshtein's distance with one row of the table kept. */
static size_t distance(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count)
{
    size_t row[LONGEST + 1];
    for (size_t j = 0; j <= b_count; j++)
        row[j] = j;
    for (size_t i = 1; i <= a_count; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b_count; j++) {
            size_t above = row[j];
            row[j] = smallest(above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1]));
            diagonal = above;
        }
    }
    return row[b_count];
}

struct nearest nearest_to(const char *wanted)
{
    return (struct nearest){.wanted = wanted, .distance = LONGEST};
}

void nearest_offer(struct nearest *nearest, const char *known)
{
    uint32_t a[LONGEST], b[LONGEST];
    size_t a_count = characters(nearest->wanted, a), b_count = characters(known, b);
    size_t longer = a_count > b_count ? a_count : b_count;
    size_t difference = longer - (a_count < b_count ? a_count : b_count);
    /* More than half of the characters wrong is another word, not a slip: 丙县 is not a 甲县 mistyped. */
    size_t slack = nearest->lenient && longer <= 3;
    if (difference >= nearest->distance || difference * 2 >= longer + slack)
        return;
    size_t found = distance(a, a_count, b, b_count);
    if (found < nearest->distance && found * 2 < longer + slack) {
        nearest->distance = found;
        nearest->found = known;
    }
}

const char *nearest_hint(struct arena *arena, const struct nearest *nearest)
{
    return nearest->found ? arena_format(arena, "（最接近的是“%s”）", nearest->found) : "";
}
