/* SPDX-License-Identifier: MIT */
/* Where a Chinese line may break. */
#ifndef TONGBAO_RENDER_PAGE_LINEBREAK_H
#define TONGBAO_RENDER_PAGE_LINEBREAK_H

#include "render/page/glyph.h"

/* Sets break_before in all glyphs: libunistring's answer for the bytes (`offsets[i]` is where glyph i begins), then
 * the Chinese rules that it lacks: 避头尾 (GB/T 15834 5.1), numbers with their units, ranges and document numbers
 * whole. */
void text_find_breaks(struct arena *arena, const char *utf8, size_t length, const size_t *offsets,
                      struct text_glyph *glyphs, size_t count);

#endif
