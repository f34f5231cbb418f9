/* SPDX-License-Identifier: MIT */
/* The faces of a run: opened once, read through harfbuzz, shared by all documents.
 *
 * The font files stay mapped into memory, so that the workers after the fork share them; glyph numbers and widths
 * are looked up once a character and kept. */
#ifndef TONGBAO_RENDER_PAGE_FONTS_H
#define TONGBAO_RENDER_PAGE_FONTS_H

#include "base/sum.h"
#include "render/context.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* In the order of struct font_paths. */
enum font_role { FONT_TITLE, FONT_BODY, FONT_KAI, FONT_HEI, FONT_SONG, FONT_FALLBACK, FONT_ROLES };

/* Characters are looked for below this: in the BMP and the two planes of Hanzi. Beyond are private ones, whose shape
 * every font makes up, and what steers programs. */
#define FONT_CHARACTERS 0x40000

struct fonts;

/* Opens all faces. Returns NULL with *error set to a complete sentence (in `arena`) that names the font and says what
 * to do. The caller owns the result and calls fonts_close. */
struct fonts *fonts_open(const struct font_paths *paths, struct arena *arena, const char **error);
/* Whether the default faces are there that fonts_open would take for those that the paths leave open. */
bool fonts_prepared(const struct font_paths *paths, struct arena *arena);
void fonts_close(struct fonts *fonts);

/* What a face was read from: the name of its file, without folders, and the sum of the bytes that the documents are set
 * with. NULL, or a complete sentence (in `arena`) when somebody has changed the file since it was opened. */
struct font_source {
    const char *label; /* 正文（仿宋） */
    const char *name;
    struct sum sum;
};
const char *fonts_source(const struct fonts *fonts, enum font_role role, struct arena *arena,
                         struct font_source *source);
/* "HarfBuzz 6.0.0" */
const char *fonts_library(struct arena *arena);

/* ---- for layout ---- */

/* Where a character is drawn from: the role's own face, or the next one in the chain that has it. */
struct font_glyph {
    enum font_role face;
    uint16_t glyph;
    uint16_t width; /* 1/1000 em */
};

/* Finds `character` in the chain role → fallback → song → all others, so that whether it is found doesn't depend on the
 * role. Returns false when no face has it, when it isn't below FONT_CHARACTERS, and when it is none that can be printed
 * (text_fault): none may ever be drawn as a hole. A private character has a shape only in a face that the settings
 * name, whose owner knows what it means there. */
bool fonts_find(const struct fonts *fonts, enum font_role role, uint32_t character, struct font_glyph *found);
/* Whether any role can draw it. */
bool fonts_have(const struct fonts *fonts, uint32_t character);

/* The blank inside the glyph's cell before and after its ink, in 1/1000 em: what squeezing may take away. */
void fonts_bearings(const struct fonts *fonts, const struct font_glyph *glyph, uint32_t character, int *left,
                    int *right);

/* Top of the glyph's ink above the baseline, in 1/1000 em. */
int fonts_ink_top(const struct fonts *fonts, const struct font_glyph *glyph);

/* ---- for a paper that embeds what it uses ---- */

/* Vertical measures in 1/1000 em, as a PDF FontDescriptor wants them. */
struct font_metrics {
    int ascent, descent, cap_height, italic_angle;
    int box[4]; /* left, bottom, right, top */
    bool fixed_pitch;
};

struct hb_face_t;

struct font_face {
    struct hb_face_t *hb; /* with TrueType outlines that may be embedded and cut */
    const char *name;     /* PostScript name, ASCII */
    struct font_metrics metrics;
};

/* A face of the run; it lives until fonts_close. */
const struct font_face *fonts_face(const struct fonts *fonts, enum font_role role);

#endif
