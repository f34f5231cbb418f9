/* SPDX-License-Identifier: MIT */
/* Text before it has a size: characters with their faces, widths in 1/1000 em, and where a line may break.
 *
 * The same shaped text can be broken at several sizes and widths, so that a table finds its size without shaping its
 * cells again. */
#ifndef TONGBAO_RENDER_PAGE_GLYPH_H
#define TONGBAO_RENDER_PAGE_GLYPH_H

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
    uint32_t character;
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

#endif
