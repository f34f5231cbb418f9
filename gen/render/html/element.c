/* SPDX-License-Identifier: MIT */
#include "render/html/element.h"

#include "base/text.h"

#include <string.h>

static const char *entity(uint32_t character)
{
    switch (character) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case 0xFFFD:
        return "\xEF\xBF\xBD";
    default:
        break;
    }
    /* Controls and noncharacters are no valid HTML in any spelling. */
    bool control = character < 0x20 || (character >= 0x7F && character < 0xA0);
    bool none = (character >= 0xFDD0 && character <= 0xFDEF) || (character & 0xFFFE) == 0xFFFE;
    return control || none ? " " : NULL;
}

void html_text(struct buffer *out, const char *text)
{
    while (text && *text) {
        const char *start = text;
        uint32_t character = text_next(&text);
        const char *instead = entity(character);
        if (instead)
            buffer_add(out, instead);
        else
            buffer_add_n(out, start, (size_t)(text - start));
    }
}

void html_wrap(struct buffer *out, const char *before, const char *text, const char *after)
{
    buffer_add(out, before);
    html_text(out, text);
    buffer_add(out, after);
}

void html_link(struct buffer *out, const char *path, const char *text)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
    buffer_add(out, "<a href=\"");
    for (; *path; path++) {
        if (strchr(plain, *path))
            buffer_add_n(out, path, 1);
        else
            buffer_format(out, "%%%02X", (unsigned)(unsigned char)*path);
    }
    html_wrap(out, "\">", text, "</a>");
}

const char *html_tone(enum cell_tone tone)
{
    static const char *const classes[] = {
        [TONE_PLAIN] = "", [TONE_GOOD] = "good", [TONE_BAD] = "bad", [TONE_WAITING] = "wait", [TONE_MUTED] = "mute"};
    return classes[tone];
}
