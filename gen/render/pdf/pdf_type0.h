/* SPDX-License-Identifier: MIT */
/* Composite fonts written by ourselves: each face cut to the characters of one document, as a Type0 font over a
 * CIDFontType2 with Identity-H, exact widths, ToUnicode and CIDSet. libharu's own font machinery takes 30 times as
 * long and is not valid PDF/A.
 *
 * CIDs number a face's characters densely from 1 in the order of first use, so that a page's text can be written
 * while the document is still being laid out; the CIDToGIDMap then leads to the glyphs of the cut font. */
#ifndef TONGBAO_RENDER_PDF_PDF_TYPE0_H
#define TONGBAO_RENDER_PDF_PDF_TYPE0_H

#include "render/page/paper.h"

#include <hpdf.h>

struct libdeflate_compressor;

/* The characters that one document uses of each face. */
struct type0_set;

struct type0_set *type0_new(struct arena *arena, const struct fonts *fonts);
/* The CID of a character in the face it is drawn from; the first call for it marks it as used. */
unsigned type0_cid(struct type0_set *set, enum font_role role, const struct paper_glyph *glyph);

/* Writes all used faces into the document and returns the Font resource dictionary (an indirect object: /F0 … /F5),
 * or NULL with *error set to a complete sentence. */
HPDF_Dict type0_write(struct type0_set *set, HPDF_Doc doc, struct libdeflate_compressor *compressor,
                      const char **error);

#endif
