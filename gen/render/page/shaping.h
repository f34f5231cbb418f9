/* SPDX-License-Identifier: MIT */
/* From bytes to glyphs. */
#ifndef TONGBAO_RENDER_PAGE_SHAPING_H
#define TONGBAO_RENDER_PAGE_SHAPING_H

#include "render/page/glyph.h"

/* A text and its faces: the first `lead_bytes` bytes have one of their own. */
struct text_source {
    const char *utf8;
    enum font_role role, lead;
    size_t lead_bytes;
};

/* Returns false with the character in *missing when no face has it (or the bytes are no UTF-8: U+FFFD). */
bool text_shape(struct arena *arena, const struct fonts *fonts, const struct text_source *source, struct text *text,
                uint32_t *missing);

#endif
