/* SPDX-License-Identifier: MIT */
/* A PDF as render/pdf/ writes it: one cross-reference table, text as numbers of glyphs with a ToUnicode table for each
 * face, each piece of text between BT and ET. */
#include "proof/found.h"

#include <stdlib.h>
#include <string.h>
#include <unistr.h>

enum { FACES = 10, OPERANDS = 8, ENTRY = 20 };

/* Characters by CID. */
struct face {
    ucs4_t *characters;
    size_t count;
};

struct pdf {
    struct arena *arena;
    struct span whole;
    struct span table; /* the entries of the cross-reference table */
    struct face faces[FACES];
};

/* ---- objects ---- */

/* The number of digits at the beginning; `otherwise` where there is none. */
static size_t number_at(struct span span, size_t otherwise)
{
    size_t value = 0, i = 0;
    while (i < span.length && span.at[i] == ' ')
        i++;
    if (i == span.length || span.at[i] < '0' || span.at[i] > '9')
        return otherwise;
    for (; i < span.length && span.at[i] >= '0' && span.at[i] <= '9' && value < SIZE_MAX / 100; i++)
        value = value * 10 + (size_t)(span.at[i] - '0');
    return value;
}

static struct span from(struct span span, size_t offset)
{
    return offset < span.length ? (struct span){span.at + offset, span.length - offset} : (struct span){NULL, 0};
}

static bool find_table(struct pdf *pdf)
{
    enum { TAIL = 64 };
    size_t length = pdf->whole.length;
    struct span tail = span_behind(from(pdf->whole, length > TAIL ? length - TAIL : 0), "startxref\n");
    struct span table = span_behind(from(pdf->whole, number_at(tail, length)), "xref\n0 ");
    size_t count = number_at(table, 0);
    table = span_behind(table, "\n");
    if (!table.at || count > table.length / ENTRY)
        return false;
    pdf->table = (struct span){table.at, count * ENTRY};
    return true;
}

/* An object from behind its number on, without its stream, if it has one. */
static struct span object(const struct pdf *pdf, size_t number)
{
    if (number >= pdf->table.length / ENTRY)
        return (struct span){NULL, 0};
    struct span entry = {pdf->table.at + number * ENTRY, ENTRY};
    struct span body = span_behind(from(pdf->whole, number_at(entry, pdf->whole.length)), " obj\n");
    return span_until(span_until(body, "endobj"), "\nstream");
}

/* What stands behind a key; {NULL, 0} where it has none. */
static struct span value_of(struct span dictionary, const char *key)
{
    struct span found = dictionary;
    do
        found = span_behind(found, key);
    while (found.length && !strchr(" [<(/", *found.at));
    return found;
}

static struct span referred(const struct pdf *pdf, struct span dictionary, const char *key)
{
    struct span value = value_of(dictionary, key);
    if (value.length > 1 && value.at[0] == ' ' && value.at[1] == '[')
        value = from(value, 2);
    return object(pdf, number_at(value, SIZE_MAX));
}

/* The stream of an object, as it stands in the file. */
static struct span stream_of(const struct pdf *pdf, struct span dictionary)
{
    size_t length = number_at(referred(pdf, dictionary, "/Length"), 0);
    if (!dictionary.at)
        return dictionary;
    size_t behind = (size_t)(dictionary.at + dictionary.length - pdf->whole.at);
    struct span stream = span_behind(from(pdf->whole, behind), "stream");
    stream = span_behind(stream, "\n");
    return stream.length >= length ? (struct span){stream.at, length} : (struct span){NULL, 0};
}

static struct span inflated(const struct pdf *pdf, struct span dictionary)
{
    return span_inflate_zlib(pdf->arena, stream_of(pdf, dictionary));
}

/* ---- texts in hexadecimal ---- */

static int hex_digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Four digits at the beginning; false where there are none. */
static bool take_unit(struct span *hex, unsigned *unit)
{
    *unit = 0;
    if (hex->length < 4)
        return false;
    for (int i = 0; i < 4; i++) {
        int digit = hex_digit(hex->at[i]);
        if (digit < 0)
            return false;
        *unit = *unit << 4 | (unsigned)digit;
    }
    *hex = from(*hex, 4);
    return true;
}

static void add_character(struct buffer *out, ucs4_t character)
{
    uint8_t bytes[6];
    int count = u8_uctomb(bytes, character, sizeof bytes);
    buffer_add_n(out, bytes, count > 0 ? (size_t)count : 0);
}

/* UTF-16, with the surrogates of a pair joined. */
static bool take_character(struct span *hex, ucs4_t *character)
{
    unsigned unit, low;
    if (!take_unit(hex, &unit))
        return false;
    *character = unit;
    struct span before = *hex;
    if (unit >= 0xD800 && unit < 0xDC00 && take_unit(hex, &low) && low >= 0xDC00 && low < 0xE000)
        *character = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    else
        *hex = before;
    return true;
}

/* <FEFF…> behind a key; NULL for none. */
static const char *text_of(const struct pdf *pdf, struct span dictionary, const char *key)
{
    struct span hex = span_behind(span_until(value_of(dictionary, key), ">"), "<FEFF");
    struct buffer out = {.arena = pdf->arena};
    buffer_add(&out, "");
    if (!hex.at)
        return NULL;
    for (ucs4_t character; take_character(&hex, &character);)
        add_character(&out, character);
    return out.data;
}

/* ---- faces ---- */

static void set_character(struct pdf *pdf, struct face *face, size_t cid, ucs4_t character)
{
    while (face->count <= cid)
        ARRAY_ADD(pdf->arena, face->characters, face->count, 0);
    face->characters[cid] = character;
}

/* 1 beginbfrange, <first> <last> [<one><other>…]: as pdf_type0.c writes it. */
static void read_characters(struct pdf *pdf, struct face *face, struct span map)
{
    for (struct span range = span_behind(map, "beginbfrange\n<"); range.at; range = span_behind(range, "range\n<")) {
        unsigned first, last;
        ucs4_t character;
        struct span hex = range;
        if (!take_unit(&hex, &first) || !take_unit(&(struct span){hex.at + 3, hex.length - 3}, &last))
            return;
        hex = span_behind(span_until(range, "]"), "[<");
        for (size_t cid = first; cid <= last && take_character(&hex, &character); cid++) {
            set_character(pdf, face, cid, character);
            hex = from(hex, 2); /* >< */
        }
    }
}

static void read_faces(struct pdf *pdf, struct span resources)
{
    struct span fonts = referred(pdf, resources, "/Font");
    for (int i = 0; i < FACES; i++) {
        const char key[] = {'/', 'F', (char)('0' + i), '\0'};
        if (value_of(fonts, key).at)
            read_characters(pdf, &pdf->faces[i], inflated(pdf, referred(pdf, referred(pdf, fonts, key), "/ToUnicode")));
    }
}

/* ---- a page ---- */

struct reading {
    struct pdf *pdf;
    struct found *found;
    const struct face *face;
    long operands[OPERANDS]; /* the last numbers, in hundredths */
    size_t operand_count;
    struct buffer text; /* of the piece that is open */
    bool open, placed;
    long row, column;
};

/* Returns how many bytes the number takes. */
static size_t take_number(struct reading *r, struct span span)
{
    enum { PLACES = 2, LARGEST = 10000000 };
    bool negative = span.at[0] == '-', point = false;
    long value = 0;
    int places = 0;
    size_t i = negative;
    for (; i < span.length && (span.at[i] == '.' || (span.at[i] >= '0' && span.at[i] <= '9')); i++) {
        if (span.at[i] == '.') {
            point = true;
        } else if (places < PLACES && value < LARGEST) {
            value = value * 10 + (span.at[i] - '0');
            places += point;
        }
    }
    for (; places < PLACES; places++)
        value *= 10;
    r->operands[r->operand_count++ % OPERANDS] = negative ? -value : value;
    return i ? i : 1;
}

static void take_glyphs(struct reading *r, struct span hex)
{
    for (unsigned cid; r->open && r->face && take_unit(&hex, &cid);)
        if (cid < r->face->count)
            add_character(&r->text, r->face->characters[cid]);
}

static void take_operator(struct reading *r, const char *name, size_t length)
{
    if (length != 2)
        return;
    if (memcmp(name, "BT", 2) == 0) {
        r->text = (struct buffer){.arena = r->pdf->arena};
        r->open = true;
        r->placed = false;
    } else if (memcmp(name, "Tm", 2) == 0 && !r->placed) {
        r->column = r->operands[(r->operand_count + OPERANDS - 2) % OPERANDS];
        r->row = -r->operands[(r->operand_count + OPERANDS - 1) % OPERANDS];
        r->placed = true;
    } else if (memcmp(name, "ET", 2) == 0 && r->open) {
        found_cell(r->found, buffer_text(&r->text), r->row, r->column);
        r->open = false;
    }
}

static size_t word_length(struct span span)
{
    size_t i = 1;
    while (i < span.length && !strchr(" \n<>[]/", span.at[i]))
        i++;
    return i;
}

static void read_page(struct reading *r, struct span ops)
{
    for (size_t taken; ops.length; ops = from(ops, taken)) {
        char c = *ops.at;
        taken = 1;
        if ((c >= '0' && c <= '9') || c == '-') {
            taken = take_number(r, ops);
        } else if (c == '<') {
            struct span hex = span_until(from(ops, 1), ">");
            take_glyphs(r, hex);
            taken = 1 + hex.length;
        } else if (c == '/') {
            taken = word_length(ops);
            if (taken == 3 && ops.at[1] == 'F' && ops.at[2] >= '0' && ops.at[2] <= '9')
                r->face = &r->pdf->faces[ops.at[2] - '0'];
        } else if (c >= 'A' && c <= 'z' && c != '[' && c != ']') {
            taken = word_length(ops);
            take_operator(r, ops.at, taken);
        }
    }
}

/* ---- the whole ---- */

/* XMP says the same as Info; both are asked by somebody. */
static bool agrees(struct pdf *pdf, const struct found *found, struct span catalog)
{
    struct span xmp = stream_of(pdf, referred(pdf, catalog, "/Metadata"));
    const char *text = xmp.at ? span_xml_text(pdf->arena, xmp) : "";
    return strstr(text, found->title) && strstr(text, found->subject) && strstr(text, found->keywords);
}

static struct span first_page(const struct pdf *pdf, struct span catalog)
{
    enum { DEEPEST = 32 };
    struct span node = referred(pdf, catalog, "/Pages");
    for (int depth = 0; depth < DEEPEST && value_of(node, "/Kids").at; depth++)
        node = referred(pdf, node, "/Kids");
    return node;
}

bool found_read_pdf(struct found *found, const void *bytes, size_t length)
{
    struct pdf pdf = {.arena = found->arena, .whole = {bytes, length}};
    struct reading reading = {.pdf = &pdf, .found = found};
    if (!find_table(&pdf))
        return false;
    struct span trailer =
        span_behind((struct span){pdf.table.at, length - (size_t)(pdf.table.at - pdf.whole.at)}, "trailer");
    struct span catalog = referred(&pdf, trailer, "/Root"), info = referred(&pdf, trailer, "/Info");
    struct span page = first_page(&pdf, catalog);
    found->properties = found->headed = true;
    found->title = text_of(&pdf, info, "/Title");
    found->subject = text_of(&pdf, info, "/Subject");
    found->keywords = text_of(&pdf, info, "/Keywords");
    if (!found->title || !found->subject || !found->keywords)
        return false;
    found->agree = agrees(&pdf, found, catalog);
    read_faces(&pdf, page);
    struct span ops = inflated(&pdf, referred(&pdf, page, "/Contents"));
    read_page(&reading, ops);
    size_t number = number_at(value_of(referred(&pdf, catalog, "/Outlines"), "/First"), SIZE_MAX);
    for (size_t most = pdf.table.length / ENTRY; most > 0 && number != SIZE_MAX; most--) {
        struct span entry = object(&pdf, number);
        const char *title = text_of(&pdf, entry, "/Title");
        if (title)
            found_head(found, title);
        number = number_at(value_of(entry, "/Next"), SIZE_MAX);
    }
    found_sort(found);
    return ops.at != NULL;
}
