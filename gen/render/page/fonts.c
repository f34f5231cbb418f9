/* SPDX-License-Identifier: MIT */
#include "render/page/fonts.h"

#include "base/message.h"
#include "base/text.h"

#include <hb-ot.h>

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ISO 32000 and OpenType OS/2: what fsType forbids. */
#define EMBEDDING_RESTRICTED 0x0002
#define EMBEDDING_NO_SUBSET 0x0100
#define EMBEDDING_BITMAP 0x0200

#define BEARING_BIAS 0x4000

/* A face with what has been asked of it. */
struct kept_face {
    struct font_face face;
    const char *path;
    struct stat status; /* of the file, when it was opened */
    hb_font_t *font;
    bool own; /* named in the settings */
    /* By character; 0 is "not asked yet", GLYPH_MISSING "the font lacks it". The pages that no document
     * touches are never brought into memory. */
    uint16_t *glyphs;
    uint16_t *widths; /* 1/1000 em */
    /* Of marks only: left and right bearing, each + BEARING_BIAS, as two halves; 0 is "not asked yet". */
    uint32_t *bearings;
};

#define GLYPH_MISSING 0xFFFF

struct fonts {
    struct arena *arena;
    struct kept_face faces[FONT_ROLES];
};

static const struct {
    const char *file; /* in the cache */
    const char *label;
} roles[FONT_ROLES] = {
    {"title.ttf", N_("标题（小标宋）")},
    {"body.ttf", N_("正文（仿宋）")},
    {"kai.ttf", N_("楷体")},
    {"hei.ttf", N_("黑体")},
    {"song.ttf", N_("宋体")},
    {"fallback.ttf", N_("后备")},
};

/* ---- paths ---- */

static const char *cache_path(struct arena *arena, const char *file)
{
    const char *base = getenv("XDG_CACHE_HOME");
    if (base && base[0])
        return arena_format(arena, "%s/tongbao/fonts/%s", base, file);
    const char *home = getenv("HOME");
    return arena_format(arena, "%s/.cache/tongbao/fonts/%s", home && home[0] ? home : "/root", file);
}

static const char *default_path(struct arena *arena, const struct font_paths *paths, const char *file)
{
    const char *installed = paths->installed ? arena_format(arena, "%s/%s", paths->installed, file) : NULL;
    return installed && access(installed, F_OK) == 0 ? installed : cache_path(arena, file);
}

/* Splits "x.ttc#2"; a '#' that is followed by anything but digits belongs to the name. */
static const char *split_index(struct arena *arena, const char *path, unsigned *index)
{
    const char *hash = strrchr(path, '#');
    *index = 0;
    if (!hash || !hash[1] || hash[1 + strspn(hash + 1, "0123456789")] || strlen(hash + 1) > 4)
        return path;
    *index = (unsigned)strtoul(hash + 1, NULL, 10);
    return arena_string_n(arena, path, (size_t)(hash - path));
}

/* ---- tables ---- */

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    bool found = hb_blob_get_length(blob) > 0;
    hb_blob_destroy(blob);
    return found;
}

/* Reads a big-endian 16-bit field of a table; `absent` when the table is too short. */
static int table_field(hb_face_t *face, hb_tag_t tag, unsigned offset, int absent)
{
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    unsigned length;
    const unsigned char *bytes = (const unsigned char *)hb_blob_get_data(blob, &length);
    int value = absent;
    if (length >= 2 && offset <= length - 2)
        value = (int16_t)(uint16_t)(bytes[offset] << 8 | bytes[offset + 1]);
    hb_blob_destroy(blob);
    return value;
}

static int per_mille(int units, unsigned upem)
{
    return (int)((long)units * 1000 / (long)upem);
}

static void read_metrics(struct font_face *f)
{
    static const hb_tag_t head = HB_TAG('h', 'e', 'a', 'd'), hhea = HB_TAG('h', 'h', 'e', 'a'),
                          os2 = HB_TAG('O', 'S', '/', '2'), post = HB_TAG('p', 'o', 's', 't');
    unsigned upem = hb_face_get_upem(f->hb);
    for (unsigned i = 0; i < 4; i++)
        f->metrics.box[i] = per_mille(table_field(f->hb, head, 36 + 2 * i, 0), upem);
    f->metrics.ascent = per_mille(table_field(f->hb, hhea, 4, 0), upem);
    f->metrics.descent = per_mille(table_field(f->hb, hhea, 6, 0), upem);
    int cap_height = table_field(f->hb, os2, 0, 0) >= 2 ? table_field(f->hb, os2, 88, 0) : 0;
    f->metrics.cap_height = cap_height > 0 ? per_mille(cap_height, upem) : 700;
    f->metrics.italic_angle = table_field(f->hb, post, 4, 0);
    f->metrics.fixed_pitch = table_field(f->hb, post, 12, 0) || table_field(f->hb, post, 14, 0);
}

/* A name for the file: printable ASCII without PDF's delimiters, at most 60 characters. */
static const char *postscript_name(struct arena *arena, hb_face_t *face, enum font_role role)
{
    char raw[64];
    unsigned length = sizeof raw;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, raw);
    char *name = arena_alloc(arena, sizeof raw);
    size_t kept = 0;
    for (unsigned i = 0; i < length && raw[i]; i++)
        if (isascii((unsigned char)raw[i]) && (isalnum((unsigned char)raw[i]) || raw[i] == '-' || raw[i] == '_'))
            name[kept++] = raw[i];
    return kept ? name : arena_format(arena, "TongbaoFont%d", (int)role);
}

/* ---- opening ---- */

static const char *open_file(struct arena *arena, enum font_role role, const char *path, unsigned index, bool own,
                             hb_face_t **face)
{
    const char *label = _(roles[role].label);
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
    if (!blob && errno == ENOMEM)
        memory_exhausted();
    if (!blob && !own)
        return arena_format(arena, _("默认的%s字体 %s 打不开：字体还没有备好。请运行 make deps 后再试。"), label, path);
    if (!blob)
        return arena_format(arena, _("%s字体 %s 打不开：%s。请改正设置中的路径，或删去这一项改用默认字体。"), label,
                            path, errno ? strerror(errno) : _("不是普通文件"));
    unsigned faces = hb_face_count(blob);
    if (index >= faces && faces) {
        hb_blob_destroy(blob);
        return arena_format(arena,
                            _("%s字体 %s 里只有 %u 个字形集，没有第 #%u 个。请改正设置中 # 后面的序号（从 0 数起）。"),
                            label, path, faces, index);
    }
    *face = hb_face_create(blob, index);
    hb_blob_destroy(blob);
    if (*face == hb_face_get_empty()) /* what HarfBuzz gives for want of memory */
        memory_exhausted();
    return NULL;
}

static const char *check_face(struct arena *arena, enum font_role role, const char *path, hb_face_t *face)
{
    static const char needed[][5] = {"head", "hhea", "hmtx", "maxp", "cmap"};
    const char *label = _(roles[role].label);
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (!has_table(face, hb_tag_from_string(needed[i], 4)))
            return arena_format(arena, _("%s字体 %s 不是完整的字体文件（缺 %s 表）。请换一个字体文件。"), label, path,
                                needed[i]);
    if (!has_table(face, HB_TAG('g', 'l', 'y', 'f')) || !has_table(face, HB_TAG('l', 'o', 'c', 'a')))
        return arena_format(
            arena, _("%s字体 %s 不是 TrueType 轮廓（可能是 CFF 轮廓的 OpenType 字体），不能嵌入。请换用 .ttf 字体。"),
            label, path);
    int rights = table_field(face, HB_TAG('O', 'S', '/', '2'), 8, 0);
    if ((rights & 0x000F) == EMBEDDING_RESTRICTED || rights & (EMBEDDING_NO_SUBSET | EMBEDDING_BITMAP))
        return arena_format(arena,
                            _("%s字体 %s 的授权标志禁止嵌入或裁切。请换用允许嵌入的字体，或向字体厂商取得授权版本。"),
                            label, path);
    return NULL;
}

/* Size 1000 makes every answer come in 1/1000 em, whatever the font's own unit. */
static const char *open_face(struct fonts *fonts, enum font_role role, const struct font_paths *paths,
                             const char *given, struct arena *arena)
{
    struct kept_face *f = &fonts->faces[role];
    unsigned index = 0;
    const char *path = given ? split_index(arena, given, &index) : default_path(arena, paths, roles[role].file);
    f->path = arena_string(fonts->arena, path);
    if (stat(path, &f->status) != 0) /* the opening will say why */
        f->status = (struct stat){0};
    errno = 0;
    const char *error = open_file(arena, role, path, index, given != NULL, &f->face.hb);
    if (!error)
        error = check_face(arena, role, path, f->face.hb);
    if (error)
        return error;
    f->font = hb_font_create(f->face.hb);
    if (f->font == hb_font_get_empty())
        memory_exhausted();
    hb_font_set_scale(f->font, 1000, 1000);
    f->face.name = postscript_name(fonts->arena, f->face.hb, role);
    read_metrics(&f->face);
    f->own = given != NULL;
    f->glyphs = calloc(FONT_CHARACTERS, sizeof *f->glyphs);
    f->widths = calloc(FONT_CHARACTERS, sizeof *f->widths);
    f->bearings = calloc(FONT_CHARACTERS, sizeof *f->bearings);
    if (!f->glyphs || !f->widths || !f->bearings)
        memory_exhausted();
    hb_codepoint_t probe;
    if (!hb_font_get_nominal_glyph(f->font, 0x4E2D, &probe))
        return arena_format(arena, _("%s字体 %s 里没有汉字（连“中”也没有）。请换一个中文字体。"), _(roles[role].label),
                            path);
    return NULL;
}

/* In the order of the roles. */
static void list_paths(const struct font_paths *paths, const char *given[FONT_ROLES])
{
    const char *const listed[FONT_ROLES] = {paths->title, paths->body, paths->kai,
                                            paths->hei,   paths->song, paths->fallback};
    memcpy(given, listed, sizeof listed);
}

bool fonts_prepared(const struct font_paths *paths, struct arena *arena)
{
    const char *given[FONT_ROLES];
    list_paths(paths, given);
    for (int role = 0; role < FONT_ROLES; role++)
        if (!given[role] && access(default_path(arena, paths, roles[role].file), F_OK) != 0)
            return false;
    return true;
}

struct fonts *fonts_open(const struct font_paths *paths, struct arena *arena, const char **error)
{
    struct fonts *fonts = calloc(1, sizeof *fonts);
    if (!fonts)
        memory_exhausted();
    fonts->arena = arena_new();
    const char *given[FONT_ROLES];
    list_paths(paths, given);
    *error = NULL;
    for (int role = 0; role < FONT_ROLES && !*error; role++)
        *error = open_face(fonts, (enum font_role)role, paths, given[role], arena);
    if (!*error)
        return fonts;
    fonts_close(fonts);
    return NULL;
}

void fonts_close(struct fonts *fonts)
{
    if (!fonts)
        return;
    for (int role = 0; role < FONT_ROLES; role++) {
        struct kept_face *f = &fonts->faces[role];
        hb_font_destroy(f->font);
        hb_face_destroy(f->face.hb);
        free(f->glyphs);
        free(f->widths);
        free(f->bearings);
    }
    arena_free(fonts->arena);
    free(fonts);
}

const struct font_face *fonts_face(const struct fonts *fonts, enum font_role role)
{
    return &fonts->faces[role].face;
}

/* ---- what they were read from ---- */

/* The file stays mapped: were it changed in place, the pages set before would show another face than those behind. */
static bool is_unchanged(const struct kept_face *f)
{
    struct stat now;
    return stat(f->path, &now) == 0 && now.st_dev == f->status.st_dev && now.st_ino == f->status.st_ino &&
           now.st_size == f->status.st_size && now.st_mtim.tv_sec == f->status.st_mtim.tv_sec &&
           now.st_mtim.tv_nsec == f->status.st_mtim.tv_nsec;
}

const char *fonts_source(const struct fonts *fonts, enum font_role role, struct arena *arena,
                         struct font_source *source)
{
    const struct kept_face *f = &fonts->faces[role];
    const char *slash = strrchr(f->path, '/');
    unsigned length;
    hb_blob_t *blob = hb_face_reference_blob(f->face.hb);
    const char *bytes = hb_blob_get_data(blob, &length);
    *source = (struct font_source){roles[role].label, slash ? slash + 1 : f->path, sum_of(bytes, length)};
    hb_blob_destroy(blob);
    return is_unchanged(f) ? NULL
                           : arena_format(arena, _("%s字体 %s 在运行期间被改过。请等它装好后重新运行。"),
                                          _(roles[role].label), f->path);
}

const char *fonts_library(struct arena *arena)
{
    return arena_format(arena, "HarfBuzz %s", hb_version_string());
}

/* ---- glyphs ---- */

/* Whether a glyph that the face may have for the character is one to be printed. */
static bool is_printable(const struct kept_face *f, uint32_t character)
{
    enum text_fault fault = text_fault(character);
    return fault == TEXT_FIT || (fault == TEXT_PRIVATE && f->own);
}

/* Fills the cache for one character and tells whether the face has it. */
static bool face_has(const struct kept_face *f, uint32_t character)
{
    if (!f->glyphs[character]) {
        hb_codepoint_t glyph = 0;
        bool found = is_printable(f, character) && hb_font_get_nominal_glyph(f->font, character, &glyph) && glyph &&
                     glyph < GLYPH_MISSING;
        f->glyphs[character] = found ? (uint16_t)glyph : GLYPH_MISSING;
        if (found) {
            hb_position_t width = hb_font_get_glyph_h_advance(f->font, glyph);
            f->widths[character] = (uint16_t)(width < 0 ? 0 : width);
        }
    }
    return f->glyphs[character] != GLYPH_MISSING;
}

bool fonts_find(const struct fonts *fonts, enum font_role role, uint32_t character, struct font_glyph *found)
{
    const enum font_role chain[] = {role, FONT_FALLBACK, FONT_SONG, FONT_TITLE, FONT_BODY, FONT_KAI, FONT_HEI};
    if (character >= FONT_CHARACTERS)
        return false;
    for (size_t i = 0; i < sizeof chain / sizeof *chain; i++) {
        const struct kept_face *f = &fonts->faces[chain[i]];
        if (!face_has(f, character))
            continue;
        *found = (struct font_glyph){chain[i], f->glyphs[character], f->widths[character]};
        return true;
    }
    return false;
}

bool fonts_have(const struct fonts *fonts, uint32_t character)
{
    struct font_glyph found;
    return fonts_find(fonts, FONT_SONG, character, &found);
}

void fonts_bearings(const struct fonts *fonts, const struct font_glyph *glyph, uint32_t character, int *left,
                    int *right)
{
    const struct kept_face *f = &fonts->faces[glyph->face];
    uint32_t *kept = &f->bearings[character];
    if (!*kept) {
        hb_glyph_extents_t ink = {0};
        hb_font_get_glyph_extents(f->font, glyph->glyph, &ink);
        int after = glyph->width - ink.x_bearing - ink.width;
        *kept = (uint32_t)(ink.x_bearing + BEARING_BIAS) << 16 | (uint32_t)(after + BEARING_BIAS);
    }
    *left = (int)(*kept >> 16) - BEARING_BIAS;
    *right = (int)(*kept & 0xFFFF) - BEARING_BIAS;
}

int fonts_ink_top(const struct fonts *fonts, const struct font_glyph *glyph)
{
    hb_glyph_extents_t ink;
    if (!hb_font_get_glyph_extents(fonts->faces[glyph->face].font, glyph->glyph, &ink))
        return 0;
    return ink.y_bearing;
}
