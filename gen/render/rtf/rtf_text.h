/* SPDX-License-Identifier: MIT */
/* Text in RTF: fonts and escapes. Everything above ASCII is written as a signed 16-bit number, so that the file reads
 * the same whatever code page the reader's system has. */
#ifndef TONGBAO_RENDER_RTF_RTF_TEXT_H
#define TONGBAO_RENDER_RTF_RTF_TEXT_H

#include "base/arena.h"

/* A Chinese font and the one for the Latin letters and digits beside it. */
enum face {
    FACE_BODY,  /* 仿宋 */
    FACE_KAI,   /* 楷体 */
    FACE_HEI,   /* 黑体 */
    FACE_SONG,  /* 宋体 */
    FACE_TITLE, /* 小标宋 */
    FACE_NUMBER /* 宋体 for digits too: GB/T 9704 7.5, 半角宋体 */
};

/* Appends the font table. */
void rtf_fonts(struct buffer *out);
/* Appends the face for a style or a paragraph. */
void rtf_face(struct buffer *out, enum face face);
/* Appends `length` bytes of UTF-8 in a face: Latin in its Latin font, all else in its Chinese one. A line end becomes
 * \line; bytes that are no UTF-8 become U+FFFD. */
void rtf_run(struct buffer *out, enum face face, const char *text, size_t length);
/* Appends a name or property, which has no font: UTF-8 on one line. */
void rtf_plain(struct buffer *out, const char *text);

#endif
