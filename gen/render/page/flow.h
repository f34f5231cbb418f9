/* SPDX-License-Identifier: MIT */
/* Layout: what a document says becomes items, items fill pages.
 *
 * An item is a strip of the page that cannot be divided: a line of text, a row of a table, a chart. Each says how
 * high it is and whether a page may begin with it; pages.c alone decides where pages end, and then has each
 * item drawn. So headings never stand last, paragraphs leave no single line behind, and tables repeat their heads
 * without any of them knowing about pages. */
#ifndef TONGBAO_RENDER_PAGE_FLOW_H
#define TONGBAO_RENDER_PAGE_FLOW_H

#include "document/document.h"
#include "render/gbt9704.h"
#include "render/pdf/pdf_canvas.h"
#include "render/pdf/pdf_file.h"

/* The type area, pt. */
#define TYPE_TOP (TYPE_TOP_MM * MM)
#define TYPE_LEFT (TYPE_LEFT_MM * MM)
#define TYPE_WIDTH (TYPE_WIDTH_MM * MM)
#define TYPE_HEIGHT (TYPE_HEIGHT_MM * MM)

/* The Han em box sits 88 % above the baseline in all the faces used. */
#define ASCENT 0.88

/* The type of a document's body: the size and how many lines and characters fill the type area. */
struct measure {
    double size;
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
    void (*draw)(struct layout *layout, const struct item *item, double y); /* NULL for blank space */
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
    const struct pdf_fonts *fonts;
    const struct document *document;
    struct pdf_file *file;
    struct measure measure;
    /* The section being laid out. */
    bool landscape;
    size_t tables;        /* in this section */
    double width, height; /* of its type area, pt */
    struct item *items;
    size_t item_count;
    bool keep_next; /* the next item stays with the ones before it: a heading's text */
    int previous;   /* the style of the paragraph just added, PREVIOUS_NONE after anything else */
    /* The page being drawn. */
    struct canvas *canvas;
    double left, top; /* where items' x and y begin on the (turned) sheet */
    double used;      /* pt of the type area that the newest page has filled */
    double grid;      /* pt: where its grid of lines begins */
    /* The first trouble, a complete sentence; nothing is drawn after it. */
    const char *error;
    const char *place; /* where the text being shaped stands, for such a sentence */
};

extern const struct colour colour_black, colour_red, colour_grey;

/* ---- flow.c: the common tools ---- */

/* Shapes text; on a missing character sets layout->error and returns an empty text. */
struct text layout_shape(struct layout *layout, enum font_role role, const char *utf8);
/* The same with another face for the first bytes. */
struct text layout_shape_lead(struct layout *layout, enum font_role role, enum font_role lead, size_t lead_bytes,
                              const char *utf8);
/* One line of text, however long it is. */
struct line layout_line(struct layout *layout, enum font_role role, double size, const char *utf8);
void layout_fail(struct layout *layout, const char *sentence);

/* Adds an item; returns it until the next is added. */
struct item *layout_add(struct layout *layout, struct item item);
/* Adds blank space of `height` pt that vanishes where a page begins. */
void layout_space(struct layout *layout, double height, bool glue);
/* Adds a line of text at x, `height` pt high; its em box's top is the item's top. */
struct item *layout_add_line(struct layout *layout, const struct line *line, double x, double height);
/* Makes a box (left, top, right, bottom on the turned sheet) a link to a section. */
void layout_link(struct layout *layout, const char *section, const double box[4]);
/* Draws a line with the top of its em box at y. */
void layout_draw_line(struct layout *layout, const struct line *line, double x, double y, struct colour colour);

/* ---- pages.c ---- */

/* Begins a page for the present section. */
void layout_page(struct layout *layout);
/* Breaks the collected items into pages, draws them and forgets them. */
void layout_flush(struct layout *layout);

/* ---- head.c ---- */

/* Adds the red head (发文机关标志, 发文字号, 红色分隔线) and the title as items. */
void head_add(struct layout *layout);
/* Adds 署名 and 成文日期, and glues them to the text above. */
void signer_add(struct layout *layout);
/* Adds 版记: at the foot of the last page, glued to what the document ends with, so that it has no page to itself. */
void imprint_add(struct layout *layout);
/* Whether the document has any: a printer, or, in a letter, somebody to send a copy to. */
bool imprint_wanted(const struct document *document);
/* Draws the page number and the banner of the newest page. */
void page_marks_draw(struct layout *layout);

/* ---- letter_head.c ---- */

/* Adds the head of a letter down to the blank above its title: `mark`, the double rules of the first page, 发文字号. */
void letter_head_add(struct layout *layout, const struct line *mark);

/* ---- paragraph.c ---- */

void heading_add(struct layout *layout, const struct block *block);
void paragraph_add(struct layout *layout, const struct block *block);
/* Adds centred, balanced lines of a title and `below` pt of space. */
void title_add(struct layout *layout, const char *title, double size, double below);
/* The blank of one line left out between two lines of text, pt. */
double blank_line(const struct layout *layout);

/* ---- table.c, chart.c ---- */

void table_add(struct layout *layout, const struct table *table);
void chart_add(struct layout *layout, const struct chart *chart);

#endif
