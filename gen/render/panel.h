/* SPDX-License-Identifier: MIT */
/* Tables on paper: what is the same in every format that has pages. */
#ifndef TONGBAO_RENDER_PANEL_H
#define TONGBAO_RENDER_PANEL_H

#include "document/document.h"
#include "render/colour.h"

#include <stddef.h>

/* Of the size of type. */
#define PANEL_LEADING 1.25    /* from line to line in a cell */
#define PANEL_SIDE 0.35       /* left and right of a cell's text */
#define PANEL_VERTICAL 0.24   /* above and below it */
#define PANEL_TITLE 1.55      /* from the title's line to the next */
#define PANEL_UNIT 1.5        /* from 单位：… to the head */
#define PANEL_NOTE 1.4        /* from line to line of the notes */
#define PANEL_NOTE_INDENT 2.0 /* of a note's further lines */

/* Of the body's pitch: above and below a table. */
#define PANEL_GAP 0.35

#define PANEL_RULE 0.5         /* pt */
#define PANEL_NOTE_SIZE SIZE_5 /* at most */
#define PANEL_SMALLEST 8.0     /* pt: no type in a table is smaller, for it is to be read from paper */

/* How a cell of some tone is set. Told apart in grey as well: bad news is also heavier. */
struct panel_tone {
    struct colour colour;
    bool heavy; /* 黑体, not 宋体 */
};

/* By enum cell_tone. */
extern const struct panel_tone panel_tones[];

/* About how high a table's head and rows are at a size (in its unit): each cell on one line, and some head on two. */
double panel_height(const struct table *table, double size);

/* The size of type to begin with, pt: at most `largest`, and such that head and rows are no higher than rooms[0] pt, or
 * if no size that prints well does that, than the next room. `largest` where there is room at none. */
double panel_first_size(const struct table *table, double largest, const double *rooms, size_t room_count);

#endif
