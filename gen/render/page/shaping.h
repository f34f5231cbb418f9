/* SPDX-License-Identifier: MIT */
/* Text before it has a size: characters with their faces, widths in 1/1000 em, and where a line may break.
 *
 * The same shaped text can be broken at several sizes and widths, so that a table finds its size without shaping its
 * cells again. */
#ifndef TONGBAO_RENDER_PAGE_SHAPING_H
#define TONGBAO_RENDER_PAGE_SHAPING_H

#include "render/page/fonts.h"

enum char_kind {
    CHAR_WIDE,  /* Han and all else that stands in a full cell */
    CHAR_OPEN,  /* （〔《“: blank before its ink */
    CHAR_CLOSE, /* ，。）》”: blank after its ink */
    CHAR_DASH,  /* —…·: joined to its like */
    CHAR_LATIN, /* letters, digits and their signs */
    CHAR_SPACE
};

/* POOR is used only where the line would else be strewn apart: 28.41亿|千瓦时. */
enum break_kind { BREAK_NO, BREAK_POOR, BREAK_MAY, BREAK_MUST };

struct text_glyph {
    uint16_t character; /* of the BMP: text_shape refuses others */
    struct font_glyph font;
    uint8_t kind;         /* enum char_kind */
    uint8_t break_before; /* enum break_kind */
    uint16_t trim_left;   /* what squeezing may take away, 1/1000 em; only of OPEN and CLOSE */
    uint16_t trim_right;
};

struct text {
    struct text_glyph *glyphs;
    size_t count;
    size_t narrowest; /* 1/1000 em: the widest piece without a break in it */
    size_t natural;   /* 1/1000 em: all on one line, or the longest line where breaks are forced */
};

/* Shapes `utf8` with the face of `role`, its first `lead_bytes` bytes with the face of `lead`. Returns false with the
 * character in *missing when no face has it (or it lies beyond the BMP, or the bytes are no UTF-8: U+FFFD). */
bool text_shape(struct arena *arena, const struct pdf_fonts *fonts, enum font_role role, enum font_role lead,
                size_t lead_bytes, const char *utf8, struct text *text, uint32_t *missing);

/* Sets break_before in all glyphs: libunistring's answer for the bytes (`offsets[i]` is where glyph i begins), then
 * the Chinese rules that it lacks: 避头尾 (GB/T 15834 5.1), numbers with their units, ranges and document numbers
 * whole. In linebreak.c. */
void text_find_breaks(struct arena *arena, const char *utf8, size_t length, const size_t *offsets,
                      struct text_glyph *glyphs, size_t count);

/* ---- lines ---- */

struct line {
    const struct text_glyph *glyphs;
    size_t count;
    const float *x;  /* of each glyph's cell, pt from the line's left */
    double size;     /* of the type, pt */
    double tracking; /* the usual gap between cells, pt; may be negative */
    double width;    /* pt, from the left to the end of the last cell */
};

struct line_style {
    double size;     /* pt */
    double tracking; /* pt added to each cell's width */
    double width;    /* of the measure, pt */
    double first;    /* indent of the first line, pt */
    double hang;     /* indent of the others, pt */
    bool justify;    /* all lines but the last fill the measure */
};

/* Breaks `text` into lines, in the arena; at least one, though it be empty. */
const struct line *text_lines(struct arena *arena, const struct text *text, const struct line_style *style,
                              size_t *count);

/* Breaks a centred title into as few lines as fit, of about equal length, not within a common word: render/balance.h.
 */
const struct line *text_balance(struct arena *arena, const struct text *text, const struct line_style *style,
                                size_t *count);

#endif
