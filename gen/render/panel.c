/* SPDX-License-Identifier: MIT */
#include "render/panel.h"

#include "render/gbt9704.h"

const struct panel_tone panel_tones[] = {
    [TONE_PLAIN] = {{0, 0, 0}, false},      [TONE_GOOD] = {{0, 102, 51}, false},     [TONE_BAD] = {{176, 16, 16}, true},
    [TONE_WAITING] = {{140, 84, 0}, false}, [TONE_MUTED] = {{110, 110, 110}, false},
};

double panel_height(const struct table *table, double size)
{
    double rows = (double)table->row_count + table->header_rows;
    return rows * size * (PANEL_LEADING + 2 * PANEL_VERTICAL) + size * PANEL_LEADING;
}

double panel_first_size(const struct table *table, double largest, const double *rooms, size_t room_count)
{
    static const double sizes[] = {SIZE_SMALL_4, SIZE_5, SIZE_SMALL_5, PANEL_SMALLEST};
    for (size_t room = 0; room < room_count; room++)
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
            if (sizes[i] <= largest && panel_height(table, sizes[i]) <= rooms[room])
                return sizes[i];
    return largest;
}
