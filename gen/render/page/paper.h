/* SPDX-License-Identifier: MIT */
/* Paper: what layout draws on, and all that it knows of a file format.
 *
 * A paged format is a folder beside page/ that fills in one struct paper and calls page_render (layout.h) with it. A
 * paper draws what it is told where it is told; it knows nothing of documents, lines or tables.
 *
 * Pages are A4 upright. Lengths are in pt, x to the right and y down from the page's top left corner. What the calls
 * are given is theirs for the call alone, except what begin was given and all strings, which last until discard. */
#ifndef TONGBAO_RENDER_PAGE_PAPER_H
#define TONGBAO_RENDER_PAGE_PAPER_H

#include "document/document.h"
#include "render/colour.h"
#include "render/page/fonts.h"

#define PAGE_WIDTH 595.276 /* 210 mm × 297 mm */
#define PAGE_HEIGHT 841.890
#define MM (72 / 25.4)

/* What a file says of itself. Strings may be NULL. */
struct paper_properties {
    const char *title, *author, *subject, *keywords;
    struct day date; /* year 0: none */
};

/* A glyph in its cell, and the character that it stands for. */
struct paper_glyph {
    float x; /* of the cell's left, from the text's */
    uint32_t character;
    uint16_t glyph;
    uint16_t width; /* of the cell, 1/1000 em */
};

/* Glyphs of one face, from left to right. */
struct paper_run {
    enum font_role face;
    const struct paper_glyph *glyphs;
    size_t count;
};

/* A line of text, at least one run. */
struct paper_text {
    double x, y; /* its left; its baseline */
    double size;
    double tracking; /* between most cells there is so much: for a format that can say it once */
    double narrow;   /* the share of their width that glyphs, and what lies between them, are drawn at: usually 1 */
    struct colour colour;
    const struct paper_run *runs;
    size_t count;
};

/* A line through points, or the area within them. */
struct paper_path {
    const double *points; /* x and y in turn */
    size_t count;
    bool filled;
    double thickness; /* of a line that isn't filled */
    double dash;      /* the length of its dashes and gaps; 0: none */
    struct colour colour;
};

struct box {
    double x, y, width, height;
};

struct paper {
    /* Begins a file in `arena`. Returns its handle, which discard frees; NULL with *error set to a complete sentence
     * (in `arena`). */
    void *(*begin)(struct arena *arena, const struct fonts *fonts, const struct paper_properties *properties,
                   const char **error);

    /* Begins the next page; links to `name` lead to it, unless that is NULL. */
    void (*page_begin)(void *file, const char *name);
    /* From here to the page's end, x and y of text, paths and boxes are those of a sheet turned 90° counter-clockwise
     * whose top left corner lies at (left, bottom) of the page: what is wide stands on it as GB/T 9704 7.4 wants. */
    void (*turn)(void *file, double left, double bottom);
    void (*page_end)(void *file);

    void (*text)(void *file, const struct paper_text *text);
    void (*path)(void *file, const struct paper_path *path);
    /* Draws a rectangle's outline, or with thickness 0 its area. */
    void (*box)(void *file, const struct box *box, double thickness, struct colour colour);
    /* What is drawn between these is one picture that `alt` describes to those who cannot see it. */
    void (*figure_begin)(void *file, const char *alt);
    void (*figure_end)(void *file);

    /* Makes an area of the page, never turned, a link to the page begun as `name`, which may come later; without such
     * a page there is no link. */
    void (*link)(void *file, const char *name, const struct box *area);
    /* Adds an entry to the outlines, `depth` 0 or 1, that leads to the height y of the page, never turned. */
    void (*outline)(void *file, int depth, const char *title, double y);

    /* Appends the file's bytes to `out`. Returns NULL, or a complete sentence (in out->arena). */
    const char *(*finish)(void *file, struct buffer *out);
    /* Frees the file, finished or not. */
    void (*discard)(void *file);
};

#endif
