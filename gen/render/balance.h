/* SPDX-License-Identifier: MIT */
/* Titles: as few lines as fit, of about equal length, words whole (GB/T 9704 7.3.1: 词意完整、长短适宜、间距恰当). */
#ifndef TONGBAO_RENDER_BALANCE_H
#define TONGBAO_RENDER_BALANCE_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

#define BALANCE_MOST 8

/* A character of a title: where it may begin a line, its width in em, and whether it is Han or the like. */
struct balance_char {
    uint32_t character;
    double width;
    bool may_begin, han;
};

/* Cuts into two lines or more, none wider than `measure` em: ends[i] becomes the index behind line i. Returns their
 * number; 0 when even BALANCE_MOST lines don't do. */
size_t balance_lines(struct arena *arena, const struct balance_char *chars, size_t count, double measure,
                     size_t ends[BALANCE_MOST]);

#endif
