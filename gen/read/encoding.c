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

/* Two bytes of GBK are often two bytes of UTF-8 too, of alphabets that stand in no such table: what comes right before
 * bytes that are no UTF-8 belongs to them. */
static void cut_alphabets(struct growing *out)
{
    size_t length = out->text.length;
    while (length >= 2 && ((unsigned char)out->text.data[length - 2] & 0xe0) == 0xc0)
        length -= 2;
    out->text.length = length;
}

static void add_bad(struct growing *out)
{
    ARRAY_ADD(out->arena, out->bad, out->bad_count, out->text.length);
    buffer_add(&out->text, REPLACEMENT);
}

/* One character of GBK can look like one letter of UTF-8, of alphabets between the Latin and the Arabic one. Of those
 * only what GBK has itself is taken for a letter: pinyin, tone marks, Greek, Russian. */
static bool is_strange(ucs4_t c)
{
    static const struct {
        ucs4_t first, last;
    } letters[] = {{0x1cd, 0x1dc}, {0x2c6, 0x2dd}, {0x391, 0x3a9}, {0x3b1, 0x3c9}, {0x401, 0x401},
                   {0x410, 0x44f}, {0x451, 0x451}, {0x251, 0x251}, {0x261, 0x261}};
    if (c < 0x180 || c >= 0x600)
        return false;
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (c >= letters[i].first && c <= letters[i].last)
            return false;
    return true;
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

/* Adds valid UTF-8 without its strange letters. */
static void add_letters(struct growing *out, const uint8_t *text, size_t length)
{
    const uint8_t *from = text, *end = text + length;
    ucs4_t c;
    for (const uint8_t *s = text; s < end;) {
        int step = u8_mbtouc(&c, s, (size_t)(end - s));
        if (is_strange(c)) {
            add_text(out, (const char *)from, (size_t)(s - from));
            cut_alphabets(out);
            add_bad(out);
            from = s + step;
        }
        s += step;
    }
    add_text(out, (const char *)from, (size_t)(end - from));
}

static struct decoded decode_utf8(const char *bytes, size_t length, struct arena *arena, const char *encoding,
                                  bool chinese)
{
    struct growing out = {.arena = arena, .text = {.arena = arena}};
    const uint8_t *rest = (const uint8_t *)bytes, *end = rest + length;
    for (const uint8_t *bad; rest < end; rest = bad < end ? bad + 1 : end) {
        const uint8_t *fault = u8_check(rest, (size_t)(end - rest));
        bad = fault ? fault : end;
        if (chinese)
            add_letters(&out, rest, (size_t)(bad - rest));
        else
            add_text(&out, (const char *)rest, (size_t)(bad - rest));
        if (fault) {
            cut_alphabets(&out);
            add_bad(&out);
        }
    }
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

/* ---- one file in two encodings ---- */

/* Chinese characters and full-width marks in UTF-8: three bytes each. In GBK text three bytes in a row look like that
 * only where a rare character meets another one, and several such threes in a row don't come about. */
static bool is_wide(const uint8_t *s, const uint8_t *end)
{
    if (end - s < 3)
        return false;
    ucs4_t c;
    return u8_mbtoucr(&c, s, 3) == 3 && (c >= 0x2000 && c < 0xe000 ? true : c >= 0xf900);
}

/* So many in a row prove that whoever wrote them saved UTF-8. */
enum { RUN_PROVES = 3 };

struct mixture {
    size_t bad;     /* bytes that are no UTF-8, and letters of UTF-8 that are more likely GBK */
    size_t wide;    /* such characters in UTF-8 */
    size_t longest; /* so many of them in a row */
    size_t other;   /* bytes beyond ASCII that are in none of them */
};

/* Counts the letters that only look like letters, which one is told from only in Chinese. */
static void count_strange(struct mixture *found, const char *text, const char *end)
{
    for (ucs4_t c; found->wide > 0 && text < end; found->bad += is_strange(c))
        text += u8_mbtouc(&c, (const uint8_t *)text, (size_t)(end - text));
}

static struct mixture mixture_of(const char *bytes, size_t length)
{
    struct mixture found = {0};
    const uint8_t *s = (const uint8_t *)bytes, *end = s + length;
    for (const uint8_t *rest = s, *bad; (bad = u8_check(rest, (size_t)(end - rest))) != NULL; rest = bad + 1)
        found.bad++;
    for (size_t run = 0; s < end;) {
        bool wide = *s >= 0xe0 && is_wide(s, end);
        run = wide ? run + 1 : 0;
        found.wide += wide;
        found.other += !wide && *s >= 0x80;
        found.longest = run > found.longest ? run : found.longest;
        s += wide ? 3 : 1;
    }
    count_strange(&found, bytes, bytes + length);
    return found;
}

/* The next run of UTF-8 at or behind `from` that is long enough to prove itself; its length, 0 for none. */
static size_t next_run(const char *from, const char *end, const char **run)
{
    for (const uint8_t *s = (const uint8_t *)from; s < (const uint8_t *)end; s++) {
        const uint8_t *last = s;
        while (*last >= 0xe0 && is_wide(last, (const uint8_t *)end))
            last += 3;
        *run = (const char *)s;
        if (last - s >= 3 * RUN_PROVES)
            return (size_t)(last - s);
    }
    return 0;
}

/* GB18030 with runs of UTF-8 in it: each run becomes one bad place. */
static bool decode_around_runs(char *bytes, size_t length, struct arena *arena, struct decoded *decoded)
{
    struct growing out = {.arena = arena, .text = {.arena = arena}};
    char *from = bytes, *end = bytes + length;
    while (from < end) {
        const char *run = end;
        size_t run_length = next_run(from, end, &run);
        struct decoded part;
        if (!decode_foreign(from, run_length ? (size_t)(run - from) : (size_t)(end - from), arena, "GB18030", 1, &part))
            return false;
        for (size_t i = 0; i < part.bad_count; i++)
            ARRAY_ADD(arena, out.bad, out.bad_count, out.text.length + part.bad[i]);
        buffer_add_n(&out.text, part.text, part.length);
        if (run_length)
            add_bad(&out);
        from = run_length ? bytes + (run - bytes) + run_length : end;
    }
    *decoded = finish(&out, "GB18030");
    return true;
}

bool encoding_decode(char *bytes, size_t length, struct arena *arena, struct decoded *decoded)
{
    bool marked = length >= 3 && memcmp(bytes, BOM, 3) == 0;
    if (length >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0)
        return decode_foreign(bytes + 2, length - 2, arena, "UTF-16LE", 2, decoded);
    if (length >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0)
        return decode_foreign(bytes + 2, length - 2, arena, "UTF-16BE", 2, decoded);
    struct mixture mixture = mixture_of(bytes, length);
    if (marked) {
        *decoded = decode_utf8(bytes, length, arena, "UTF-8 BOM", mixture.bad > 0 && mixture.wide > 0);
        return true;
    }
    /* What is not UTF-8 in a file that mostly is shows as bad. */
    if (mixture.bad == 0 || (mixture.wide > 1 && mixture.wide * 2 > mixture.other)) {
        *decoded = decode_utf8(bytes, length, arena, "UTF-8", mixture.bad > 0);
        if (mixture.bad > 0 || !all_below_0800(decoded->text))
            return true;
    }
    bool proven = mixture.bad > 0 && mixture.longest >= RUN_PROVES;
    if (proven ? !decode_around_runs(bytes, length, arena, decoded)
               : !decode_foreign(bytes, length, arena, "GB18030", 1, decoded))
        return mixture.bad == 0;
    /* Refused either way when both have faults; the better reading then shows where they are. */
    if (decoded->bad_count > 0 && decoded->bad_count >= mixture.bad)
        *decoded = decode_utf8(bytes, length, arena, "UTF-8", false);
    return true;
}

/* U+E815–U+E864 are GBK's FE50–FEA0 in their order, 7F left out. */
const char *encoding_meant(struct arena *arena, uint32_t character)
{
    if (character < 0xE815 || character > 0xE864)
        return NULL;
    unsigned trail = character - 0xE815 + 0x50;
    char bytes[] = {(char)0xFE, (char)(trail + (trail >= 0x7F))};
    struct decoded decoded;
    if (!decode_foreign(bytes, sizeof bytes, arena, "GB18030", 1, &decoded) || decoded.bad_count)
        return NULL;
    const char *text = decoded.text;
    return text_fault(text_next(&text)) ? NULL : decoded.text;
}

const char *encoding_guess(struct arena *arena, const char *name)
{
    struct decoded meant;
    size_t length = strlen(name);
    if (decode_foreign(arena_string_n(arena, name, length), length, arena, "GB18030", 1, &meant) && !meant.bad_count)
        return meant.text;
    struct buffer shown = {.arena = arena};
    for (const uint8_t *s = (const uint8_t *)name; *s; s++)
        buffer_format(&shown, *s < 0x80 ? "%c" : "\\x%02X", *s);
    return buffer_text(&shown);
}

/* Bytes that are looked at to tell what a file is: an even number, for characters of two. */
enum { PROBED = 4096 };

static bool begins_as(const char *bytes, size_t length, const char *const *marks, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (length >= strlen(marks[i]) && memcmp(bytes, marks[i], strlen(marks[i])) == 0)
            return true;
    return false;
}

static bool is_workbook(const char *bytes, size_t length)
{
    static const char *const marks[] = {"PK\x03\x04", "\xD0\xCF\x11\xE0"}; /* xlsx, xls */
    return begins_as(bytes, length, marks, sizeof marks / sizeof *marks);
}

/* PDF, PNG, JPEG, GIF, RAR, 7z, gzip: what gets renamed or saved into the wrong folder. */
static bool is_other_format(const char *bytes, size_t length)
{
    static const char *const marks[] = {"%PDF-", "\x89PNG",        "\xFF\xD8\xFF", "GIF8",
                                        "Rar!",  "7z\xBC\xAF\x27", "\x1F\x8B\x08"};
    return begins_as(bytes, length, marks, sizeof marks / sizeof *marks);
}

/* Text in two bytes a character: of a table's commas, digits and ends of lines one of the two is always NUL, and a NUL
 * stands nowhere else. */
static bool is_unmarked_utf16(const char *bytes, size_t length)
{
    size_t nuls[2] = {0, 0}, plain = 0;
    for (size_t i = 0; i + 1 < length; i += 2) {
        nuls[0] += bytes[i] == '\0';
        nuls[1] += bytes[i + 1] == '\0';
        const char *other = bytes[i] ? &bytes[i] : &bytes[i + 1];
        plain +=
            (!bytes[i] || !bytes[i + 1]) && ((*other >= ' ' && *other <= '~') || (*other && strchr("\t\n\r", *other)));
    }
    return (nuls[0] == 0 || nuls[1] == 0) && plain > 0 && plain == nuls[0] + nuls[1];
}

enum content encoding_content(const char *bytes, size_t length)
{
    if (is_workbook(bytes, length))
        return CONTENT_WORKBOOK;
    if (is_other_format(bytes, length))
        return CONTENT_OTHER;
    if (length >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0))
        return CONTENT_TEXT;
    size_t probe = length < PROBED ? length : PROBED, nuls = 0, controls = 0;
    for (size_t i = 0; i < probe; i++) {
        nuls += bytes[i] == '\0';
        controls += (unsigned char)bytes[i] < ' ' && !strchr("\t\n\v\f\r\x1a", bytes[i]);
    }
    if (nuls * 32 <= probe && controls * 16 <= probe)
        return CONTENT_TEXT;
    return is_unmarked_utf16(bytes, probe) ? CONTENT_UTF16 : CONTENT_OTHER;
}
