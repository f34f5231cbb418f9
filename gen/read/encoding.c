/* SPDX-License-Identifier: MIT */
#include "read/encoding.h"

#include "base/text.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <string.h>
#include <unistr.h>

#define REPLACEMENT "\xEF\xBF\xBD"
#define BOM "\xEF\xBB\xBF"

struct growing {
    struct arena *arena;
    struct buffer text;
    size_t *bad;
    size_t bad_count;
};

static void add_bad(struct growing *out)
{
    ARRAY_ADD(out->arena, out->bad, out->bad_count, out->text.length);
    buffer_add(&out->text, REPLACEMENT);
}

/* Adds valid UTF-8; a NUL in it would cut every string short, so it counts as a bad byte. */
static void add_text(struct growing *out, const char *text, size_t length)
{
    for (const char *nul; (nul = memchr(text, '\0', length)) != NULL;) {
        size_t before = (size_t)(nul - text);
        buffer_add_n(&out->text, text, before);
        add_bad(out);
        text += before + 1;
        length -= before + 1;
    }
    buffer_add_n(&out->text, text, length);
}

static struct decoded finish(struct growing *out, const char *encoding)
{
    buffer_add(&out->text, "");
    /* A program that adds a BOM to a file which has one. */
    size_t boms = 0;
    while (text_starts(out->text.data + boms, BOM))
        boms += strlen(BOM);
    for (size_t i = 0; i < out->bad_count; i++)
        out->bad[i] -= boms;
    return (struct decoded){out->text.data + boms, out->text.length - boms, encoding, out->bad, out->bad_count};
}

static struct decoded decode_utf8(const char *bytes, size_t length, struct arena *arena, const char *encoding)
{
    struct growing out = {.arena = arena, .text = {.arena = arena}};
    const uint8_t *rest = (const uint8_t *)bytes, *end = rest + length;
    for (const uint8_t *bad; (bad = u8_check(rest, (size_t)(end - rest))) != NULL; rest = bad + 1) {
        add_text(&out, (const char *)rest, (size_t)(bad - rest));
        add_bad(&out);
    }
    add_text(&out, (const char *)rest, (size_t)(end - rest));
    return finish(&out, encoding);
}

/* By glibc's iconv; what it can't read becomes U+FFFD, `unit` bytes at a time. False when it lacks the encoding. */
static bool decode_foreign(char *bytes, size_t length, struct arena *arena, const char *encoding, size_t unit,
                           struct decoded *decoded)
{
    iconv_t converter = iconv_open("UTF-8", encoding);
    if (converter == (iconv_t)-1) /* NOLINT(performance-no-int-to-ptr): how POSIX has it */
        return false;
    struct growing out = {.arena = arena, .text = {.arena = arena}};
    char chunk[1 << 14];
    char *from = bytes;
    while (length > 0) {
        char *to = chunk;
        size_t room = sizeof chunk;
        bool whole = iconv(converter, &from, &length, &to, &room) != (size_t)-1;
        bool fault = !whole && errno != E2BIG;
        add_text(&out, chunk, sizeof chunk - room);
        if (fault) {
            size_t skipped = length < unit ? length : unit;
            from += skipped;
            length -= skipped;
            add_bad(&out);
        }
    }
    iconv_close(converter);
    *decoded = finish(&out, encoding);
    return true;
}

static bool all_below_0800(const char *text)
{
    bool any = false;
    for (uint32_t c; (c = text_next(&text)) != 0;) {
        if (c >= 0x0800)
            return false;
        any = any || c >= 0x80;
    }
    return any;
}

bool encoding_decode(char *bytes, size_t length, struct arena *arena, struct decoded *decoded)
{
    if (length >= 3 && memcmp(bytes, BOM, 3) == 0) {
        *decoded = decode_utf8(bytes + 3, length - 3, arena, "UTF-8 BOM");
        return true;
    }
    if (length >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0)
        return decode_foreign(bytes + 2, length - 2, arena, "UTF-16LE", 2, decoded);
    if (length >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0)
        return decode_foreign(bytes + 2, length - 2, arena, "UTF-16BE", 2, decoded);
    *decoded = decode_utf8(bytes, length, arena, "UTF-8");
    if (decoded->bad_count == 0 && !all_below_0800(decoded->text))
        return true;
    struct decoded chinese;
    if (!decode_foreign(bytes, length, arena, "GB18030", 1, &chinese))
        return decoded->bad_count == 0;
    /* Refused either way when both have faults; the better reading then shows where they are. */
    if (chinese.bad_count == 0 || chinese.bad_count < decoded->bad_count)
        *decoded = chinese;
    return true;
}

bool encoding_is_workbook(const char *bytes, size_t length)
{
    static const char zip[] = "PK\x03\x04", ole[] = "\xD0\xCF\x11\xE0";
    return length >= 4 && (memcmp(bytes, zip, 4) == 0 || memcmp(bytes, ole, 4) == 0);
}

bool encoding_is_binary(const char *bytes, size_t length)
{
    if (encoding_is_workbook(bytes, length))
        return true;
    if (length >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0))
        return false;
    size_t probe = length < 1024 ? length : 1024, nuls = 0;
    for (size_t i = 0; i < probe; i++)
        nuls += bytes[i] == '\0';
    return nuls * 8 > probe;
}
