/* SPDX-License-Identifier: MIT */
#include "render/display.h"

#include <string.h>
#include <unistr.h>
#include <uniwidth.h>

/* libunistring takes the encoding's name for a hint about the ambiguous characters. */
static const char *const encodings[] = {[DISPLAY_TERMINAL] = "UTF-8", [DISPLAY_CHINESE] = "GBK"};

/* Decodes the next character (U+FFFD for a bad byte), moves *text past it and returns its width. */
static int next_width(const char **text, size_t *left, enum display_face face, ucs4_t *character)
{
    int bytes = u8_mbtouc(character, (const uint8_t *)*text, *left);
    *text += bytes;
    *left -= (size_t)bytes;
    int width = uc_width(*character, encodings[face]);
    return width > 0 ? width : 0;
}

int display_width(const char *text, enum display_face face)
{
    size_t left = strlen(text);
    int widest = 0, width = 0;
    ucs4_t character;
    while (left) {
        width += next_width(&text, &left, face, &character);
        if (character == '\n')
            width = 0;
        if (width > widest)
            widest = width;
    }
    return widest;
}

int display_lines(const char *text, int width, enum display_face face)
{
    if (width < 2)
        width = 2;
    size_t left = strlen(text);
    int lines = 1, used = 0;
    int word = 0; /* columns of the unbroken run that `used` ends with: it moves to the next line as a whole */
    ucs4_t character;
    while (left) {
        int wide = next_width(&text, &left, face, &character);
        if (character == '\n') {
            lines++;
            used = word = 0;
            continue;
        }
        word = character == ' ' || wide != 1 ? 0 : word + wide;
        used += wide;
        if (used <= width)
            continue;
        lines++;
        if (word > width)
            word = wide;
        used = word > wide ? word : wide;
    }
    return lines;
}
