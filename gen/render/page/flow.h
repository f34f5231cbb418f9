/* SPDX-License-Identifier: MIT */
/* Layout: what a document says becomes items, items fill pages.
 *
 * An item is a strip of the page that cannot be divided: a line of text, a row of a table, a chart. Each says how
 * high it is and whether a page may begin with it; pages.c alone decides where pages end, and then has each
 * item drawn. So headings never stand last, paragraphs leave no single line behind, and tables repeat their heads
 * without any of them knowing about pages.
 *
 * Here is what all parts of a page are made with; layout.c puts them together. */
#ifndef TONGBAO_RENDER_PAGE_FLOW_H
#define TONGBAO_RENDER_PAGE_FLOW_H

#include "document/document.h"
#include "render/gbt9704.h"
#include "render/page/line.h"
#include "render/page/paper.h"

/* The type area, pt. */
#define TYPE_TOP (TYPE_TOP_MM * MM)
#define TYPE_LEFT (TYPE_LEFT_MM * MM)
#define TYPE_WIDTH (TYPE_WIDTH_MM * MM)
#define TYPE_HEIGHT (TYPE_HEIGHT_MM * MM)
/* 7.4: where a turned sheet's top left corner lies: a table's head is at the left edge of every page, odd (订口) and
 * even (切口) alike. */
#define TURNED_LEFT TYPE_LEFT
#define TURNED_BOTTOM (TYPE_TOP + TYPE_HEIGHT)

/* The Han em box sits 88 % above the baseline in all the faces used. */
#define ASCENT 0.88

/* The type of a document's body, set so that it fills the type area. */
struct measure {
    double size, caption, small; /* as struct body_type has them */
    double pitch;    /* from line to line, pt: the first line's top and the last line's bottom are the type area's */
    double tracking; /* so that the characters fill the width exactly */
    bool grid;       /* lines keep to the grid below a table too: not where room is short */
};

struct layout;

struct item {
    double height; /* pt it takes when another follows */
    double need;   /* pt it takes as the last on a page: a line without the space below it */
    bool glue;     /* stays with the item before it */
    bool snap;     /* begins on the grid of body lines */
    bool blank;    /* vanishes where a page begins */
    bool regrid;   /* the grid begins anew where this item ends: the first line below a title */
    void (*draw)(struct layout *layout, const struct item *item, double y);  /* NULL for blank space */
    void (*close)(struct layout *layout, const struct item *item, double y); /* at its end, where a page ends with it
                                                                              * and more follows; NULL: nothing */
    const void *data;
    double x;
    struct colour colour;
    const char *link;    /* of a line of text: NULL, or the section it leads to */
    const char *outline; /* NULL, or an entry for the outlines */
    int depth;
    const struct item *repeat; /* drawn first when a page begins with this item: a table's head; NULL for none */
};

#define PREVIOUS_NONE (-1)

struct layout {
    struct arena *arena;
    const struct fonts *fonts;
    const struct document *document;
    const struct paper *paper;
    void *file; /* the paper's */
    struct measure measure;
    /* The section being laid out. */
    bool landscape;
    double ease;                    /* of the heights of document/sheet.h, from 1 on */
    size_t tables;                  /* in this section */
    const struct table *last_table; /* of this section, so far; NULL for none */
    double width, height;           /* of its type area, pt */
    struct item *items;
    size_t item_count;
    bool keep_next;   /* the next item stays with the ones before it: a heading's text */
    size_t paragraph; /* the first item of the paragraph just added */
    int previous;     /* the style of the paragraph just added, PREVIOUS_NONE after anything else */
    /* The page being drawn. */
    size_t page;      /* its number, from 1 */
    bool turned;      /* whether what is drawn now lies on the turned sheet */
    double left, top; /* where items' x and y begin on the (turned) sheet */
    double used;      /* pt of the type area that the newest page has filled */
    double grid;      /* pt: where its grid of lines begins */
    /* The first trouble, a complete sentence; nothing is drawn after it. */
    const char *error;
    const char *place; /* where the text being shaped stands, for such a sentence */
    /* The characters drawn in the fallback face, a bit for each of the BMP. */
    unsigned char *fallback;
};

/* ---- text ---- */

/* Shapes text; on a missing character sets layout->error and returns an empty text. */
struct text layout_shape(struct layout *layout, enum font_role role, const char *utf8);
/* The same with another face for the first bytes. */
struct text layout_shape_lead(struct layout *layout, enum font_role role, enum font_role lead, size_t lead_bytes,
                              const char *utf8);
/* One line of text, however long it is. */
struct line layout_line(struct layout *layout, enum font_role role, double size, const char *utf8);
void layout_fail(struct layout *layout, const char *sentence);

/* ---- items ---- */

/* Adds an item; returns it until the next is added. */
struct item *layout_add(struct layout *layout, struct item item);
/* Adds blank space of `height` pt that vanishes where a page begins. */
void layout_space(struct layout *layout, double height, bool glue);
/* Adds a line of text at x, `height` pt high; its em box's top is the item's top. */
struct item *layout_add_line(struct layout *layout, const struct line *line, double x, double height);

/* ---- drawing, on the page or the turned sheet ---- */

/* How a line is drawn. */
struct stroke {
    double thickness; /* pt */
    double dash;      /* the length of dashes and gaps, pt; 0 for none */
    struct colour colour;
};

/* Draws a line with the top of its em box at y, or with its baseline there. */
void layout_draw_line(struct layout *layout, const struct line *line, double x, double y, struct colour colour);
void layout_draw_on_baseline(struct layout *layout, const struct line *line, double x, double y, struct colour colour);
/* A straight line; one through `count` points, x and y in turn; the area that they enclose. */
void layout_rule(struct layout *layout, double x1, double y1, double x2, double y2, struct stroke stroke);
void layout_path(struct layout *layout, const double *points, size_t count, struct stroke stroke);
void layout_polygon(struct layout *layout, const double *points, size_t count, struct colour colour);
/* A rectangle's outline; its area. */
void layout_frame(struct layout *layout, struct box box, double thickness, struct colour colour);
void layout_fill(struct layout *layout, struct box box, struct colour colour);
/* Where a point of what is drawn now lies on the page. */
void layout_to_page(const struct layout *layout, double x, double y, double *page_x, double *page_y);
/* Makes a box a link to a section. */
void layout_link(struct layout *layout, const char *section, struct box box);

#endif
