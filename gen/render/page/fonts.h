/* SPDX-License-Identifier: MIT */
/* The faces of a run: opened once, read through harfbuzz, shared by all documents.
 *
 * The font files stay mapped into memory, so that the workers after the fork share them; glyph numbers and widths
 * are looked up once a character and kept. */
#ifndef TONGBAO_RENDER_PAGE_FONTS_H
#define TONGBAO_RENDER_PAGE_FONTS_H

#include "base/arena.h"
#include "render/pdf/pdf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <hb.h>

struct libdeflate_compressor;

/* In the order of struct font_paths. */
enum font_role { FONT_TITLE, FONT_BODY, FONT_KAI, FONT_HEI, FONT_SONG, FONT_FALLBACK, FONT_ROLES };

/* Vertical measures in 1/1000 em, as a PDF FontDescriptor wants them. */
struct font_metrics {
    int ascent, descent, cap_height, italic_angle;
    int box[4]; /* left, bottom, right, top */
    bool fixed_pitch;
};

struct font_face {
    hb_face_t *face;
    hb_font_t *font;
    const char *name; /* PostScript name, ASCII */
    struct font_metrics metrics;
    /* By character of the BMP; 0 is "not asked yet", GLYPH_MISSING "the font lacks it". The pages that no document
     * touches are never brought into memory. */
    uint16_t *glyphs;
    uint16_t *widths; /* 1/1000 em */
    /* Of marks only: left and right bearing, each + 0x4000, as two halves; 0 is "not asked yet". */
    uint32_t *bearings;
};

#define GLYPH_MISSING 0xFFFF

struct pdf_fonts {
    struct arena *arena;
    struct font_face faces[FONT_ROLES];
    struct libdeflate_compressor *compressor; /* its tables are not worth making anew for each document */
};

/* Where a character is drawn from: the role's own face, or the next one in the chain that has it. */
struct font_glyph {
    enum font_role face;
    uint16_t glyph;
    uint16_t width; /* 1/1000 em */
};

/* Finds `character` in the chain role → fallback → song. Returns false when no face has it, or when it lies beyond
 * the BMP: neither may ever be drawn as a hole. */
bool fonts_find(const struct pdf_fonts *fonts, enum font_role role, uint32_t character, struct font_glyph *found);

/* The blank inside the glyph's cell before and after its ink, in 1/1000 em: what squeezing may take away. */
void fonts_bearings(const struct pdf_fonts *fonts, const struct font_glyph *glyph, uint16_t character, int *left,
                    int *right);

/* Top of the glyph's ink above the baseline, in 1/1000 em. */
int fonts_ink_top(const struct pdf_fonts *fonts, const struct font_glyph *glyph);

#endif
