/* SPDX-License-Identifier: MIT */
#include "render/rtf/rtf_text.h"

#include "base/text.h"

#include <stdbool.h>
#include <string.h>

/* ---- fonts ---- */

enum font { FONT_TIMES, FONT_FANGSONG, FONT_KAITI, FONT_HEITI, FONT_SONGTI, FONT_XIAOBIAOSONG, FONT_ARIAL };

/* The names that Chinese offices have. A Chinese name is in the bytes of its own character set, GB2312 (134), as Word
 * writes it; \falt is what a machine without the font is to use. */
static const struct {
    const char *family;
    int charset;
    const char *name, *other;
} fonts[] = {
    [FONT_TIMES] = {"froman", 0, "Times New Roman", NULL},
    [FONT_FANGSONG] = {"fmodern", 134, "\\'b7\\'c2\\'cb\\'ce_GB2312", "FangSong"},
    [FONT_KAITI] = {"fmodern", 134, "\\'bf\\'ac\\'cc\\'e5_GB2312", "KaiTi"},
    [FONT_HEITI] = {"fmodern", 134, "\\'ba\\'da\\'cc\\'e5", "SimHei"},
    [FONT_SONGTI] = {"fnil", 134, "\\'cb\\'ce\\'cc\\'e5", "SimSun"},
    [FONT_XIAOBIAOSONG] = {"fnil", 134, "\\'b7\\'bd\\'d5\\'fd\\'d0\\'a1\\'b1\\'ea\\'cb\\'ce\\'bc\\'f2\\'cc\\'e5",
                           "FZXiaoBiaoSong-B05S"},
    [FONT_ARIAL] = {"fswiss", 0, "Arial", NULL},
};

static const struct {
    enum font chinese, latin;
} faces[] = {
    [FACE_BODY] = {FONT_FANGSONG, FONT_TIMES},      [FACE_KAI] = {FONT_KAITI, FONT_TIMES},
    [FACE_HEI] = {FONT_HEITI, FONT_ARIAL},          [FACE_SONG] = {FONT_SONGTI, FONT_TIMES},
    [FACE_TITLE] = {FONT_XIAOBIAOSONG, FONT_TIMES}, [FACE_NUMBER] = {FONT_SONGTI, FONT_SONGTI},
};

void rtf_fonts(struct buffer *out)
{
    buffer_add(out, "{\\fonttbl");
    for (size_t i = 0; i < sizeof fonts / sizeof *fonts; i++) {
        buffer_format(out, "\n{\\f%zu\\%s\\fcharset%d\\fprq0 %s", i, fonts[i].family, fonts[i].charset, fonts[i].name);
        if (fonts[i].other)
            buffer_format(out, "{\\*\\falt %s}", fonts[i].other);
        buffer_add(out, ";}");
    }
    buffer_add(out, "}\n");
}

void rtf_face(struct buffer *out, enum face face)
{
    int chinese = (int)faces[face].chinese, latin = (int)faces[face].latin;
    buffer_format(out, "\\hich\\af%d\\dbch\\af%d\\loch\\f%d", latin, chinese, latin);
}

/* The fonts of what follows, named last the one that it takes: what Word needs to put “ ” — · in the Chinese font. */
static void turn(struct buffer *out, enum face face, bool latin)
{
    if (latin)
        rtf_face(out, face);
    else
        buffer_format(out, "\\loch\\af%d\\hich\\af%d\\dbch\\f%d", (int)faces[face].latin, (int)faces[face].latin,
                      (int)faces[face].chinese);
    buffer_add(out, " ");
}

/* ---- characters ---- */

/* One UTF-16 unit; the ? is for readers that know no \u. */
static void add_unit(struct buffer *out, uint32_t unit)
{
    buffer_format(out, "\\u%d?", unit < 0x8000 ? (int)unit : (int)unit - 0x10000);
}

static void add_character(struct buffer *out, uint32_t character, bool one_line)
{
    char plain = (char)character;
    if (character >= 0x10000) {
        add_unit(out, 0xD800 + ((character - 0x10000) >> 10));
        add_unit(out, 0xDC00 + ((character - 0x10000) & 0x3FF));
    } else if (character >= 0x80) {
        add_unit(out, character);
    } else if (character == '\n' || character == '\t') {
        buffer_add(out, one_line ? " " : character == '\n' ? "\\line " : "\\tab ");
    } else if (character >= ' ' && character != 0x7F) {
        if (strchr("\\{}", plain))
            buffer_add(out, "\\");
        buffer_add_n(out, &plain, 1);
    }
}

void rtf_run(struct buffer *out, enum face face, const char *text, size_t length)
{
    const char *end = text + length;
    for (bool latin = false, first = true; text < end; first = false) {
        uint32_t character = text_next(&text);
        if (!character)
            break;
        if (first || latin != (character < 0x80)) {
            latin = character < 0x80;
            turn(out, face, latin);
        }
        add_character(out, character, false);
    }
}

void rtf_plain(struct buffer *out, const char *text)
{
    for (uint32_t character; (character = text_next(&text)) != 0;)
        add_character(out, character, true);
}
