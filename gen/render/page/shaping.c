/* SPDX-License-Identifier: MIT */
#include "render/page/shaping.h"

#include "render/page/linebreak.h"

#include <string.h>
#include <uchar.h>
#include <unistr.h>

/* Marks whose cell is half blank. ？！ stand on the left like ，。 in the mainland's fonts. */
static const char16_t opening[] = u"（〔《“‘【「『〈［｛";
static const char16_t closing[] = u"）〕》”’】」』〉］｝、，。；：？！";
static const char16_t joining[] = u"—…·";

/* At least so much blank stays beside the ink of a squeezed mark, 1/1000 em. */
#define KEPT_BLANK 60
/* No more than this is taken: where cells overlap by 0.3 em, poppler believes that a new line begins. */
#define MOST_TRIMMED 290

static bool contains(const char16_t *set, uint32_t character)
{
    while (*set && *set != character)
        set++;
    return *set != 0;
}

static enum char_kind kind_of(uint32_t character)
{
    if (character == ' ' || character == 0xA0)
        return CHAR_SPACE;
    if (character < 0x2000)
        return character == 0xB7 ? CHAR_DASH : CHAR_LATIN;
    if ((character >= 0x3400 && character < 0xA000) || character >= 0x20000)
        return CHAR_WIDE;
    if (contains(opening, character))
        return CHAR_OPEN;
    if (contains(closing, character))
        return CHAR_CLOSE;
    if (contains(joining, character))
        return CHAR_DASH;
    return character == 0x2030 || character == 0x2212 ? CHAR_LATIN : CHAR_WIDE;
}

/* Characters that print nothing and only steer other programs. */
static bool is_invisible(uint32_t character)
{
    return character == '\r' || character == 0xFEFF || character == 0x200B || character == 0xAD;
}

static uint16_t trimmable(int blank)
{
    int trim = blank - KEPT_BLANK;
    return (uint16_t)(trim < 0 ? 0 : trim > MOST_TRIMMED ? MOST_TRIMMED : trim);
}

static bool shape_one(const struct fonts *fonts, enum font_role role, uint32_t character, struct text_glyph *glyph)
{
    if (character == '\n' || character == '\t')
        character = ' ';
    if (!fonts_find(fonts, role, character, &glyph->font))
        return false;
    glyph->character = character;
    glyph->kind = (uint8_t)kind_of(character);
    if (glyph->kind == CHAR_OPEN || glyph->kind == CHAR_CLOSE) {
        int left, right;
        fonts_bearings(fonts, &glyph->font, glyph->character, &left, &right);
        if (glyph->kind == CHAR_OPEN)
            glyph->trim_left = trimmable(left);
        else
            glyph->trim_right = trimmable(right);
    }
    return true;
}

/* Adds up what tables ask for before they know a size. */
static void measure(struct text *text)
{
    size_t piece = 0, line = 0;
    for (size_t i = 0; i < text->count; i++) {
        const struct text_glyph *glyph = &text->glyphs[i];
        if (glyph->break_before >= BREAK_POOR)
            piece = 0;
        if (glyph->break_before == BREAK_MUST)
            line = 0;
        if (glyph->kind != CHAR_SPACE)
            piece += glyph->font.width;
        line += glyph->font.width;
        if (piece > text->narrowest)
            text->narrowest = piece;
        if (line > text->natural)
            text->natural = line;
    }
}

bool text_shape(struct arena *arena, const struct fonts *fonts, const struct text_source *source, struct text *text,
                uint32_t *missing)
{
    size_t length = strlen(source->utf8);
    const uint8_t *bytes = (const uint8_t *)source->utf8;
    size_t *offsets = arena_alloc(arena, (length + 1) * sizeof *offsets);
    *text = (struct text){.glyphs = arena_alloc(arena, (length + 1) * sizeof *text->glyphs)};
    for (size_t at = 0, step; at < length; at += step) {
        ucs4_t character;
        int taken = u8_mbtoucr(&character, bytes + at, length - at);
        if (taken <= 0) {
            *missing = 0xFFFD;
            return false;
        }
        step = (size_t)taken;
        if (is_invisible(character))
            continue;
        offsets[text->count] = at;
        if (!shape_one(fonts, at < source->lead_bytes ? source->lead : source->role, character,
                       &text->glyphs[text->count])) {
            *missing = character;
            return false;
        }
        text->count++;
    }
    text_find_breaks(arena, source->utf8, length, offsets, text->glyphs, text->count);
    measure(text);
    return true;
}
