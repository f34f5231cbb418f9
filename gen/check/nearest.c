/* SPDX-License-Identifier: MIT */
#include "check/nearest.h"

#include "base/message.h"
#include "check/cell.h"

#include <stdint.h>
#include <uninorm.h>

/* Longer words are compared by their beginnings; nobody mistypes the rest of a word of this length only. */
#define LONGEST 64

/* A radical that looks like the Hanzi, as text copied out of a PDF has it: ⼭ for 山; else the character itself. */
static uint32_t without_radical(uint32_t c)
{
    /* Those of the supplement that stand for a Hanzi in use now; Unicode decomposes only two of them. */
    static const uint32_t supplement[][2] = {
        {0x2E8B, 0x536A}, {0x2E9D, 0x6708}, {0x2E9F, 0x6BCD}, {0x2EA0, 0x6C11}, {0x2EAA, 0x758B}, {0x2EC4, 0x897F},
        {0x2EC5, 0x89C1}, {0x2EC6, 0x89D2}, {0x2EC8, 0x8BA0}, {0x2EC9, 0x8D1D}, {0x2ECB, 0x8F66}, {0x2ED3, 0x957F},
        {0x2ED4, 0x95E8}, {0x2ED8, 0x9752}, {0x2ED9, 0x97E6}, {0x2EDA, 0x9875}, {0x2EDB, 0x98CE}, {0x2EDC, 0x98DE},
        {0x2EDD, 0x98DF}, {0x2EE2, 0x9A6C}, {0x2EE3, 0x9AA8}, {0x2EE4, 0x9B3C}, {0x2EE5, 0x9C7C}, {0x2EE6, 0x9E1F},
        {0x2EE8, 0x9EA6}, {0x2EE9, 0x9EC4}, {0x2EEC, 0x9F50}, {0x2EEE, 0x9F7F}, {0x2EF0, 0x9F99}, {0x2EF3, 0x9F9F}};
    for (size_t i = 0; i < sizeof supplement / sizeof *supplement; i++) {
        if (c == supplement[i][0])
            return supplement[i][1];
    }
    bool kangxi = c >= 0x2F00 && c <= 0x2FD5,
         compatible = (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1D);
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
    int tag;
    return (kangxi || compatible) && uc_decomposition(c, &tag, parts) == 1 ? parts[0] : c;
}

static size_t characters(const char *text, uint32_t *out)
{
    size_t count = 0;
    for (uint32_t c; count < LONGEST && (c = cell_next(&text));)
        out[count++] = without_radical(c);
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
