/* SPDX-License-Identifier: MIT */
#include "review/review_parts.h"

const struct table *review_table_end(const struct desk *desk, struct table_builder *t, size_t rows, enum word more)
{
    if (rows > REVIEW_ROWS)
        table_note(t, FILL(&desk->say, more, "数", arena_format(desk->arena, "%zu", rows - REVIEW_ROWS)));
    return table_end(t);
}
