/* SPDX-License-Identifier: MIT */
#include "render/page/title.h"

#include "render/balance.h"

static bool has_forced_break(const struct text *text)
{
    for (size_t i = 0; i < text->count; i++)
        if (text->glyphs[i].break_before == BREAK_MUST)
            return true;
    return false;
}

static const struct balance_char *chars_of(struct arena *arena, const struct text *text)
{
    struct balance_char *chars = arena_alloc(arena, text->count * sizeof *chars);
    for (size_t i = 0; i < text->count; i++) {
        const struct text_glyph *glyph = &text->glyphs[i];
        chars[i] = (struct balance_char){.character = glyph->character,
                                         .width = glyph->font.width / 1000.0,
                                         .may_begin = glyph->break_before >= BREAK_MAY,
                                         .han = glyph->kind == CHAR_WIDE};
    }
    return chars;
}

const struct line *text_balance(struct arena *arena, const struct text *text, const struct line_style *style,
                                size_t *count)
{
    double measure = style->width / style->size;
    /* Whoever put line breaks into a title knows where it is to break. */
    if (has_forced_break(text) || (double)text->natural / 1000 <= measure)
        return text_lines(arena, text, style, count);
    size_t ends[BALANCE_MOST], lines = balance_lines(arena, chars_of(arena, text), text->count, measure, ends);
    if (!lines)
        return text_lines(arena, text, style, count);
    struct line *result = arena_alloc(arena, lines * sizeof *result);
    for (size_t i = 0; i < lines; i++) {
        size_t start = i ? ends[i - 1] : 0, one;
        struct text piece = {.glyphs = text->glyphs + start, .count = ends[i] - start};
        result[i] = *text_lines(arena, &piece, style, &one);
    }
    *count = lines;
    return result;
}
