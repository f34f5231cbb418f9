/* SPDX-License-Identifier: MIT */
#include "render/pdf/pdf_type0.h"

#include "base/message.h"
#include "render/pdf/pdf_stream.h"

#include <hb-subset.h>

#include <string.h>

/* One character of a face, in the order of CIDs: entry i is CID i + 1. */
struct used {
    uint32_t character;
    uint16_t glyph, width;
};

struct used_face {
    uint16_t *rows[FONT_CHARACTERS / 256]; /* CID by character, its last byte apart; NULL where none is used */
    struct used *used;
    size_t count;
};

struct type0_set {
    struct arena *arena;
    const struct fonts *fonts;
    struct used_face faces[FONT_ROLES];
};

/* What writing one face needs. */
struct writing {
    struct arena *arena;
    const struct font_face *face;
    const struct used_face *used;
    HPDF_Doc doc;
    struct libdeflate_compressor *compressor;
    const char *name; /* with the subset's tag: ABCDEF+Name */
};

struct type0_set *type0_new(struct arena *arena, const struct fonts *fonts)
{
    struct type0_set *set = arena_alloc(arena, sizeof *set);
    set->arena = arena;
    set->fonts = fonts;
    return set;
}

unsigned type0_cid(struct type0_set *set, enum font_role role, const struct paper_glyph *glyph)
{
    struct used_face *face = &set->faces[role];
    uint16_t **row = &face->rows[glyph->character >> 8];
    if (!*row)
        *row = arena_alloc(set->arena, 256 * sizeof **row);
    uint16_t *cid = &(*row)[glyph->character & 0xFF];
    if (!*cid) {
        struct used entry = {glyph->character, glyph->glyph, glyph->width};
        ARRAY_ADD(set->arena, face->used, face->count, entry);
        *cid = (uint16_t)face->count;
    }
    return *cid;
}

/* ---- the cut font ---- */

static hb_subset_input_t *subset_input(const struct used_face *used)
{
    /* Tables that a CIDFontType2 has no use for: the PDF carries its own encoding and names. */
    static const char dropped[][5] = {"cmap", "name", "OS/2", "post", "GSUB", "GPOS", "GDEF", "BASE", "vhea",
                                      "vmtx", "VORG", "gasp", "kern", "DSIG", "meta", "STAT", "hdmx", "LTSH"};
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        memory_exhausted();
    hb_set_t *tables = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
        hb_set_add(tables, hb_tag_from_string(dropped[i], 4));
    hb_set_clear(hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG));
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    hb_set_t *characters = hb_subset_input_unicode_set(input);
    for (size_t i = 0; i < used->count; i++)
        hb_set_add(characters, used->used[i].character);
    return input;
}

/* Cuts the face; fills map[] with the two bytes of each CID's new glyph number, CID 0 first. Returns NULL when
 * harfbuzz cannot read the font. */
static hb_blob_t *cut_face(const struct writing *w, unsigned char *map)
{
    hb_blob_t *blob = NULL;
    hb_subset_input_t *input = subset_input(w->used);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(w->face->hb, input);
    hb_face_t *cut = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    if (cut) {
        const hb_map_t *numbers = hb_subset_plan_old_to_new_glyph_mapping(plan);
        for (size_t i = 0; i < w->used->count; i++) {
            hb_codepoint_t glyph = hb_map_get(numbers, w->used->used[i].glyph);
            if (glyph == HB_MAP_VALUE_INVALID)
                goto out;
            map[2 * i + 2] = (unsigned char)(glyph >> 8);
            map[2 * i + 3] = (unsigned char)(glyph & 0xFF);
        }
        blob = hb_face_reference_blob(cut);
        if (!hb_blob_get_length(blob)) {
            hb_blob_destroy(blob);
            blob = NULL;
        }
    }
out:
    hb_face_destroy(cut);
    hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
    return blob;
}

static HPDF_Dict deflated(const struct writing *w, const void *bytes, size_t length)
{
    HPDF_Dict dict = HPDF_DictStream_New(w->doc->mmgr, w->doc->xref);
    if (dict)
        stream_deflated(dict, w->arena, w->compressor, bytes, length);
    return dict;
}

/* ---- the dictionaries ---- */

/* ISO 32000 9.6.4: six letters that tell subsets apart; drawn from the characters, so that the same document always
 * gets the same. */
static const char *tagged_name(const struct writing *w)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < w->used->count; i++)
        hash = (hash ^ w->used->used[i].character) * 1099511628211u;
    char tag[7] = "";
    for (int i = 0; i < 6; i++, hash /= 26)
        tag[i] = (char)('A' + hash % 26);
    return arena_format(w->arena, "%s+%s", tag, w->face->name);
}

/* CID → Unicode, one range of at most 100 characters that doesn't cross a high byte at a time (Adobe TN 5411). */
static HPDF_Dict to_unicode(const struct writing *w)
{
    struct buffer text = {.arena = w->arena};
    buffer_add(&text, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    for (size_t cid = 1, last; cid <= w->used->count; cid = last + 1) {
        last = cid + 99 < (cid | 0xFF) ? cid + 99 : (cid | 0xFF);
        if (last > w->used->count)
            last = w->used->count;
        buffer_format(&text, "1 beginbfrange\n<%04zX> <%04zX> [", cid, last);
        for (size_t i = cid; i <= last; i++) {
            buffer_add_n(&text, "<", 1);
            stream_utf16(&text, w->used->used[i - 1].character);
            buffer_add_n(&text, ">", 1);
        }
        buffer_add(&text, "]\nendbfrange\n");
    }
    buffer_add(&text, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    return deflated(w, text.data, text.length);
}

/* One bit for each CID present, CID 0 included (PDF/A-1 6.3.5). */
static HPDF_Dict cid_set(const struct writing *w)
{
    size_t bits = w->used->count + 1, length = (bits + 7) / 8;
    unsigned char *bytes = arena_alloc(w->arena, length);
    for (size_t i = 0; i < bits; i++)
        bytes[i / 8] |= (unsigned char)(0x80 >> i % 8);
    return deflated(w, bytes, length);
}

static HPDF_Dict descriptor(const struct writing *w, HPDF_Dict file)
{
    const struct font_metrics *m = &w->face->metrics;
    HPDF_Dict dict = stream_indirect(w->doc, HPDF_Dict_New(w->doc->mmgr));
    HPDF_Array box = HPDF_Array_New(w->doc->mmgr);
    if (!dict || !box)
        return NULL;
    for (int i = 0; i < 4; i++)
        HPDF_Array_AddNumber(box, m->box[i]);
    HPDF_Dict_AddName(dict, "Type", "FontDescriptor");
    HPDF_Dict_AddName(dict, "FontName", w->name);
    HPDF_Dict_AddNumber(dict, "Flags", 4 | (m->fixed_pitch ? 1 : 0)); /* symbolic: its glyphs have no Latin names */
    HPDF_Dict_Add(dict, "FontBBox", box);
    HPDF_Dict_AddNumber(dict, "ItalicAngle", m->italic_angle);
    HPDF_Dict_AddNumber(dict, "Ascent", m->ascent);
    HPDF_Dict_AddNumber(dict, "Descent", m->descent);
    HPDF_Dict_AddNumber(dict, "CapHeight", m->cap_height);
    HPDF_Dict_AddNumber(dict, "StemV", 80); /* only used to imitate a font that is missing; ours is embedded */
    HPDF_Dict_Add(dict, "FontFile2", file);
    HPDF_Dict_Add(dict, "CIDSet", cid_set(w));
    return dict;
}

/* /DW 1000 and /W for the rest: [1 [500 1000 …]]. Runs of full-width characters are left out. */
static const char *widths(const struct writing *w)
{
    struct buffer text = {.arena = w->arena};
    bool open = false;
    buffer_add(&text, "/W [");
    for (size_t i = 0; i < w->used->count; i++) {
        unsigned width = w->used->used[i].width;
        if (width == 1000 && open)
            buffer_add(&text, "]\012");
        else if (width != 1000 && !open)
            buffer_format(&text, "%zu [%u", i + 1, width);
        else if (width != 1000)
            buffer_format(&text, " %u", width);
        open = width != 1000;
    }
    buffer_add(&text, open ? "]]\012" : "]\012");
    return text.data;
}

static HPDF_Dict descendant(const struct writing *w, HPDF_Dict file, HPDF_Dict map)
{
    HPDF_Dict dict = stream_indirect(w->doc, HPDF_Dict_New(w->doc->mmgr));
    HPDF_Dict system = HPDF_Dict_New(w->doc->mmgr);
    if (!dict || !system)
        return NULL;
    HPDF_Dict_Add(system, "Registry", HPDF_String_New(w->doc->mmgr, "Adobe", NULL));
    HPDF_Dict_Add(system, "Ordering", HPDF_String_New(w->doc->mmgr, "Identity", NULL));
    HPDF_Dict_AddNumber(system, "Supplement", 0);
    HPDF_Dict_AddName(dict, "Type", "Font");
    HPDF_Dict_AddName(dict, "Subtype", "CIDFontType2");
    HPDF_Dict_AddName(dict, "BaseFont", w->name);
    HPDF_Dict_Add(dict, "CIDSystemInfo", system);
    HPDF_Dict_Add(dict, "FontDescriptor", descriptor(w, file));
    HPDF_Dict_AddNumber(dict, "DW", 1000);
    HPDF_Dict_Add(dict, "CIDToGIDMap", map);
    stream_raw_entries(dict, widths(w));
    return dict;
}

/* Returns the Type0 font of one face; NULL when the face cannot be cut or libharu fails. */
static HPDF_Dict write_face(struct writing *w)
{
    size_t map_length = 2 * (w->used->count + 1);
    unsigned char *map = arena_alloc(w->arena, map_length);
    hb_blob_t *blob = cut_face(w, map);
    if (!blob)
        return NULL;
    unsigned length;
    const char *bytes = hb_blob_get_data(blob, &length);
    w->name = tagged_name(w);
    HPDF_Dict file = HPDF_DictStream_New(w->doc->mmgr, w->doc->xref);
    if (file)
        stream_deflated_font(file, w->arena, bytes, length);
    hb_blob_destroy(blob);
    HPDF_Dict font = stream_indirect(w->doc, HPDF_Dict_New(w->doc->mmgr));
    HPDF_Array descendants = HPDF_Array_New(w->doc->mmgr);
    if (!file || !font || !descendants)
        return NULL;
    HPDF_Dict_AddNumber(file, "Length1", (HPDF_INT32)length);
    HPDF_Array_Add(descendants, descendant(w, file, deflated(w, map, map_length)));
    HPDF_Dict_AddName(font, "Type", "Font");
    HPDF_Dict_AddName(font, "Subtype", "Type0");
    HPDF_Dict_AddName(font, "BaseFont", w->name);
    HPDF_Dict_AddName(font, "Encoding", "Identity-H");
    HPDF_Dict_Add(font, "DescendantFonts", descendants);
    HPDF_Dict_Add(font, "ToUnicode", to_unicode(w));
    return font;
}

HPDF_Dict type0_write(struct type0_set *set, HPDF_Doc doc, struct libdeflate_compressor *compressor, const char **error)
{
    HPDF_Dict fonts = stream_indirect(doc, HPDF_Dict_New(doc->mmgr));
    for (int i = 0; i < FONT_ROLES && fonts; i++) {
        struct writing w = {.arena = set->arena,
                            .face = fonts_face(set->fonts, (enum font_role)i),
                            .used = &set->faces[i],
                            .doc = doc,
                            .compressor = compressor};
        if (!w.used->count)
            continue;
        HPDF_Dict font = write_face(&w);
        if (!font) {
            *error = arena_format(set->arena,
                                  _("字体 %s 裁切失败，可能已经损坏。请重新运行 make deps，或在设置中换一个字体。"),
                                  w.face->name);
            return NULL;
        }
        HPDF_Dict_Add(fonts, arena_format(set->arena, "F%d", i), font);
    }
    return fonts;
}
