/* SPDX-License-Identifier: MIT */
#include "render/pdf/pdf_stream.h"

#include "render/pdf/pdf_huffman.h"

#include <libdeflate.h>

#include <math.h>
#include <string.h>
#include <unistr.h>

void stream_number(struct buffer *buffer, double value, int places)
{
    static const long scales[] = {1, 10, 100, 1000};
    char digits[24];
    size_t at = sizeof digits;
    long scaled = lround(value * (double)scales[places]);
    unsigned long rest = scaled < 0 ? 0UL - (unsigned long)scaled : (unsigned long)scaled;
    while (places && rest % 10 == 0) {
        rest /= 10;
        places--;
    }
    for (int written = 0; rest || written <= places; written++) {
        if (written && written == places)
            digits[--at] = '.';
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    }
    if (scaled < 0)
        digits[--at] = '-';
    buffer_add_n(buffer, digits + at, sizeof digits - at);
}

void stream_hex(struct buffer *buffer, unsigned value)
{
    static const char digits[] = "0123456789ABCDEF";
    char hex[] = {digits[value >> 12 & 15], digits[value >> 8 & 15], digits[value >> 4 & 15], digits[value & 15]};
    buffer_add_n(buffer, hex, sizeof hex);
}

void stream_utf16(struct buffer *buffer, uint32_t character)
{
    uint16_t units[2];
    int count = u16_uctomb(units, character, 2);
    for (int i = 0; i < count; i++)
        stream_hex(buffer, units[i]);
}

static HPDF_STATUS write_filter(HPDF_Dict dict, HPDF_Stream stream)
{
    (void)dict;
    return HPDF_Stream_WriteStr(stream, "/Filter /FlateDecode\012");
}

/* ---- bytes of ours as a stream of libharu's ---- */

struct source {
    const unsigned char *bytes;
    size_t length, position;
};

static HPDF_STATUS source_read(HPDF_Stream stream, HPDF_BYTE *to, HPDF_UINT *size)
{
    struct source *source = stream->attr;
    size_t left = source->length - source->position, taken = *size < left ? *size : left;
    memcpy(to, source->bytes + source->position, taken);
    source->position += taken;
    *size = (HPDF_UINT)taken;
    return taken < left ? HPDF_OK : HPDF_STREAM_EOF;
}

static HPDF_STATUS source_seek(HPDF_Stream stream, HPDF_INT position, HPDF_WhenceMode mode)
{
    struct source *source = stream->attr;
    if (mode != HPDF_SEEK_SET || position < 0 || (size_t)position > source->length)
        return HPDF_INVALID_PARAMETER;
    source->position = (size_t)position;
    return HPDF_OK;
}

static HPDF_UINT32 source_size(HPDF_Stream stream)
{
    const struct source *source = stream->attr;
    return (HPDF_UINT32)source->length;
}

void stream_plain(HPDF_Dict dict, struct arena *arena, const void *bytes, size_t length)
{
    struct source *source = arena_alloc(arena, sizeof *source);
    *source = (struct source){bytes, length, 0};
    HPDF_Stream stream = HPDF_CallbackReader_New(dict->mmgr, source_read, source_seek, NULL, source_size, source);
    if (!stream)
        return; /* the document now has an error, which pdf_file_finish reports */
    HPDF_Stream_Free(dict->stream);
    dict->stream = stream;
}

void stream_deflated(HPDF_Dict dict, struct arena *arena, struct libdeflate_compressor *compressor, const void *bytes,
                     size_t length)
{
    size_t room = libdeflate_zlib_compress_bound(compressor, length);
    unsigned char *packed = arena_alloc(arena, room);
    size_t used = libdeflate_zlib_compress(compressor, bytes, length, packed, room);
    stream_plain(dict, arena, packed, used);
    dict->write_fn = write_filter;
}

void stream_deflated_font(HPDF_Dict dict, struct arena *arena, const void *bytes, size_t length)
{
    unsigned char *packed = arena_alloc(arena, huffman_bound(length));
    stream_plain(dict, arena, packed, huffman_zlib(bytes, length, packed));
    dict->write_fn = write_filter;
}

static HPDF_STATUS write_raw(HPDF_Dict dict, HPDF_Stream stream)
{
    return HPDF_Stream_WriteStr(stream, dict->attr);
}

void stream_raw_entries(HPDF_Dict dict, const char *text)
{
    dict->attr = (void *)(uintptr_t)text;
    dict->write_fn = write_raw;
}

HPDF_Binary stream_text_string(HPDF_MMgr mmgr, struct arena *arena, const char *utf8)
{
    size_t length = strlen(utf8), count = 0;
    HPDF_BYTE *bytes = arena_alloc(arena, 2 + 2 * length + 2);
    bytes[count++] = 0xFE;
    bytes[count++] = 0xFF;
    for (size_t at = 0; at < length;) {
        ucs4_t character;
        uint16_t units[2];
        int step = u8_mbtouc(&character, (const uint8_t *)utf8 + at, length - at);
        int wrote = u16_uctomb(units, character, 2);
        for (int i = 0; i < wrote; i++) {
            bytes[count++] = (HPDF_BYTE)(units[i] >> 8);
            bytes[count++] = (HPDF_BYTE)(units[i] & 0xFF);
        }
        at += step > 0 ? (size_t)step : 1;
    }
    return HPDF_Binary_New(mmgr, bytes, (HPDF_UINT)count);
}

HPDF_Dict stream_indirect(HPDF_Doc doc, HPDF_Dict object)
{
    if (!object || HPDF_Xref_Add(doc->xref, object) != HPDF_OK)
        return NULL;
    return object;
}
