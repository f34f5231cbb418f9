/* SPDX-License-Identifier: MIT */
/* Streams and raw values for libharu's objects. */
#ifndef TONGBAO_RENDER_PDF_PDF_STREAM_H
#define TONGBAO_RENDER_PDF_PDF_STREAM_H

#include "base/arena.h"

#include <hpdf.h>

#include <stdint.h>

struct libdeflate_compressor;

/* Appends a number with at most `places` (0 to 3) decimals and no needless zero, whatever the locale. */
void stream_number(struct buffer *buffer, double value, int places);

/* Appends 16 bits as four hexadecimal digits. */
void stream_hex(struct buffer *buffer, unsigned value);
/* Appends a character as UTF-16BE in hexadecimal: four digits, or eight beyond the BMP. */
void stream_utf16(struct buffer *buffer, uint32_t character);

/* Fills the stream of `dict` (from HPDF_DictStream_New, or a page's contents) with deflated bytes and makes the
 * dictionary say so: libharu drops a Filter that it has not applied itself. */
void stream_deflated(HPDF_Dict dict, struct arena *arena, struct libdeflate_compressor *compressor, const void *bytes,
                     size_t length);
/* The same for the bytes of a cut font, faster (pdf_huffman.h). */
void stream_deflated_font(HPDF_Dict dict, struct arena *arena, const void *bytes, size_t length);
/* The same uncompressed, as PDF/A-1 6.7.2 demands of metadata; the bytes are read when the document is saved, not
 * copied. (libharu's own memory streams copy byte by byte, three times.) */
void stream_plain(HPDF_Dict dict, struct arena *arena, const void *bytes, size_t length);

/* Makes `dict`, which must have no stream, print `text` among its entries: long arrays as one string instead of
 * thousands of objects. The string is not copied. */
void stream_raw_entries(HPDF_Dict dict, const char *text);

/* A text string of PDF: UTF-16BE with its mark, for Info and outlines. */
HPDF_Binary stream_text_string(HPDF_MMgr mmgr, struct arena *arena, const char *utf8);

/* Adds `object` to the document as an indirect object. Returns it, or NULL. */
HPDF_Dict stream_indirect(HPDF_Doc doc, HPDF_Dict object);

#endif
