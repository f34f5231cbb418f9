/* SPDX-License-Identifier: MIT */
#include "render/pdf/pdf_file.h"

#include "base/message.h"
#include "render/pdf/pdf.h"
#include "render/pdf/pdf_meta.h"
#include "render/pdf/pdf_stream.h"
#include "render/pdf/srgb.h"

#include <hpdf.h>
#include <libdeflate.h>

#include <string.h>

/* Level 1: a fifth of zlib 6's time for 1.6 % more bytes. */
#define COMPRESSION_LEVEL 1

struct page {
    HPDF_Page page;
    const char *name; /* as the target of links; NULL for none */
    struct canvas *canvas;
};

struct outline {
    int depth;
    const char *title;
    size_t page; /* index */
    double y;
};

struct link {
    const char *name;
    size_t page;
    struct box area;
};

struct pdf_file {
    struct arena *arena;
    struct paper_properties properties;
    struct type0_set *set;
    struct libdeflate_compressor *compressor;
    HPDF_Doc doc;
    HPDF_STATUS status; /* libharu's first word of trouble; its own errors stick and hide it */
    struct page *pages;
    size_t page_count;
    struct outline *outlines;
    size_t outline_count;
    struct link *links;
    size_t link_count;
};

static void on_error(HPDF_STATUS status, HPDF_STATUS detail, void *user)
{
    struct pdf_file *file = user;
    (void)detail;
    if (!file->status)
        file->status = status;
}

struct pdf_file *pdf_file_new(struct arena *arena, const struct fonts *fonts, const struct paper_properties *properties)
{
    struct pdf_file *file = arena_alloc(arena, sizeof *file);
    file->arena = arena;
    file->properties = *properties;
    file->set = type0_new(arena, fonts);
    file->compressor = libdeflate_alloc_compressor(COMPRESSION_LEVEL);
    file->doc = HPDF_New(on_error, file);
    if (!file->doc || !file->compressor) {
        pdf_file_free(file);
        return NULL;
    }
    file->doc->pdf_version = HPDF_VER_14;
    return file;
}

void pdf_file_free(struct pdf_file *file)
{
    if (file->doc)
        HPDF_Free(file->doc);
    libdeflate_free_compressor(file->compressor);
}

void pdf_file_page(struct pdf_file *file, const char *name)
{
    struct page page = {HPDF_AddPage(file->doc), name, canvas_new(file->arena, file->set)};
    if (page.page) {
        HPDF_Page_SetWidth(page.page, (HPDF_REAL)PAGE_WIDTH);
        HPDF_Page_SetHeight(page.page, (HPDF_REAL)PAGE_HEIGHT);
    }
    ARRAY_ADD(file->arena, file->pages, file->page_count, page);
}

struct canvas *pdf_file_canvas(struct pdf_file *file)
{
    return file->pages[file->page_count - 1].canvas;
}

void pdf_file_outline(struct pdf_file *file, int depth, const char *title, double y)
{
    struct outline outline = {depth, title, file->page_count - 1, y};
    ARRAY_ADD(file->arena, file->outlines, file->outline_count, outline);
}

void pdf_file_link(struct pdf_file *file, const char *name, const struct box *area)
{
    struct link link = {name, file->page_count - 1, *area};
    ARRAY_ADD(file->arena, file->links, file->link_count, link);
}

/* ---- what stands around the pages ---- */

/* [page /XYZ null y null], direct, as PDF/A-1 readers want it in outlines. */
static HPDF_Array destination(struct pdf_file *file, size_t page, double y)
{
    HPDF_MMgr mmgr = file->doc->mmgr;
    HPDF_Array array = HPDF_Array_New(mmgr);
    if (!array)
        return NULL;
    HPDF_Array_Add(array, file->pages[page].page);
    HPDF_Array_AddName(array, "XYZ");
    HPDF_Array_Add(array, HPDF_Null_New(mmgr));
    HPDF_Array_AddReal(array, (HPDF_REAL)(PAGE_HEIGHT - y));
    HPDF_Array_Add(array, HPDF_Null_New(mmgr));
    return array;
}

static void write_outlines(struct pdf_file *file)
{
    HPDF_Outline parent = NULL;
    for (size_t i = 0; i < file->outline_count; i++) {
        const struct outline *o = &file->outlines[i];
        HPDF_Outline entry = HPDF_CreateOutline(file->doc, o->depth ? parent : NULL, "-", NULL);
        if (!entry)
            return;
        if (!o->depth)
            parent = entry;
        HPDF_Dict_Add(entry, "Title", stream_text_string(file->doc->mmgr, file->arena, o->title));
        HPDF_Dict_Add(entry, "Dest", destination(file, o->page, o->y));
    }
}

/* Returns the index of the page that links to `name` lead to; the number of pages when there is none. */
static size_t find_page(const struct pdf_file *file, const char *name)
{
    size_t i = 0;
    while (i < file->page_count && (!file->pages[i].name || strcmp(file->pages[i].name, name) != 0))
        i++;
    return i;
}

static void write_link(struct pdf_file *file, const struct link *link, size_t target)
{
    HPDF_MMgr mmgr = file->doc->mmgr;
    HPDF_Page page = file->pages[link->page].page;
    HPDF_Array annotations = HPDF_Dict_GetItem(page, "Annots", HPDF_OCLASS_ARRAY);
    if (!annotations && (annotations = HPDF_Array_New(mmgr)))
        HPDF_Dict_Add(page, "Annots", annotations);
    HPDF_Dict dict = stream_indirect(file->doc, HPDF_Dict_New(mmgr));
    HPDF_Array rect = HPDF_Array_New(mmgr), border = HPDF_Array_New(mmgr);
    if (!annotations || !dict || !rect || !border)
        return;
    const struct box *area = &link->area;
    const double corners[] = {area->x, PAGE_HEIGHT - (area->y + area->height), area->x + area->width,
                              PAGE_HEIGHT - area->y};
    for (int i = 0; i < 4; i++)
        HPDF_Array_AddReal(rect, (HPDF_REAL)corners[i]);
    for (int i = 0; i < 3; i++)
        HPDF_Array_AddNumber(border, 0);
    HPDF_Dict_AddName(dict, "Type", "Annot");
    HPDF_Dict_AddName(dict, "Subtype", "Link");
    HPDF_Dict_Add(dict, "Rect", rect);
    HPDF_Dict_Add(dict, "Border", border);
    HPDF_Dict_AddNumber(dict, "F", 4); /* PDF/A-1 6.5.3: printed */
    HPDF_Dict_Add(dict, "Dest", destination(file, target, 0));
    HPDF_Array_Add(annotations, dict);
}

static void write_links(struct pdf_file *file)
{
    for (size_t i = 0; i < file->link_count; i++) {
        size_t target = find_page(file, file->links[i].name);
        if (target < file->page_count)
            write_link(file, &file->links[i], target);
    }
}

static void write_info(struct pdf_file *file)
{
    const struct paper_properties *p = &file->properties;
    const char *date = p->date.year ? meta_info_date(file->arena, p->date) : NULL;
    const char *const entries[][2] = {
        {"Title", p->title},       {"Author", p->author},      {"Subject", p->subject},
        {"Keywords", p->keywords}, {"Producer", PDF_PRODUCER}, {"Creator", PDF_CREATOR},
    };
    HPDF_MMgr mmgr = file->doc->mmgr;
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
        if (entries[i][1] && entries[i][1][0])
            HPDF_Dict_Add(file->doc->info, entries[i][0], stream_text_string(mmgr, file->arena, entries[i][1]));
    if (date) {
        HPDF_Dict_Add(file->doc->info, "CreationDate", HPDF_String_New(mmgr, date, NULL));
        HPDF_Dict_Add(file->doc->info, "ModDate", HPDF_String_New(mmgr, date, NULL));
    }
}

static void write_metadata(struct pdf_file *file)
{
    struct buffer xmp = {.arena = file->arena};
    meta_xmp(&xmp, &file->properties);
    HPDF_Dict dict = HPDF_DictStream_New(file->doc->mmgr, file->doc->xref);
    if (!dict)
        return;
    HPDF_Dict_AddName(dict, "Type", "Metadata");
    HPDF_Dict_AddName(dict, "Subtype", "XML");
    stream_plain(dict, file->arena, xmp.data, xmp.length);
    HPDF_Dict_Add(file->doc->catalog, "Metadata", dict);
}

static void write_output_intent(struct pdf_file *file)
{
    static const char condition[] = "sRGB IEC61966-2.1";
    HPDF_MMgr mmgr = file->doc->mmgr;
    HPDF_Dict profile = HPDF_DictStream_New(mmgr, file->doc->xref);
    HPDF_Dict intent = stream_indirect(file->doc, HPDF_Dict_New(mmgr));
    HPDF_Array intents = HPDF_Array_New(mmgr);
    if (!profile || !intent || !intents)
        return;
    stream_deflated(profile, file->arena, file->compressor, srgb_profile, sizeof srgb_profile);
    HPDF_Dict_AddNumber(profile, "N", 3);
    HPDF_Dict_AddName(intent, "Type", "OutputIntent");
    HPDF_Dict_AddName(intent, "S", "GTS_PDFA1");
    HPDF_Dict_Add(intent, "OutputConditionIdentifier", HPDF_String_New(mmgr, condition, NULL));
    HPDF_Dict_Add(intent, "Info", HPDF_String_New(mmgr, condition, NULL));
    HPDF_Dict_Add(intent, "RegistryName", HPDF_String_New(mmgr, "http://www.color.org", NULL));
    HPDF_Dict_Add(intent, "DestOutputProfile", profile);
    HPDF_Array_Add(intents, intent);
    HPDF_Dict_Add(file->doc->catalog, "OutputIntents", intents);
}

static void write_catalog(struct pdf_file *file)
{
    HPDF_MMgr mmgr = file->doc->mmgr;
    HPDF_Dict preferences = HPDF_Dict_New(mmgr);
    if (!preferences)
        return;
    HPDF_Dict_AddBoolean(preferences, "DisplayDocTitle", HPDF_TRUE);
    HPDF_Dict_Add(file->doc->catalog, "ViewerPreferences", preferences);
    HPDF_Dict_Add(file->doc->catalog, "Lang", HPDF_String_New(mmgr, "zh-CN", NULL));
}

/* FNV-1a over eight bytes at a time, folded so that high bits count too. */
static uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t length)
{
    const unsigned char *p = bytes;
    for (size_t step; length; p += step, length -= step) {
        uint64_t part = 0;
        step = length < sizeof part ? length : sizeof part;
        memcpy(&part, p, step);
        hash = (hash ^ part) * 1099511628211u;
        hash ^= hash >> 32;
    }
    return hash;
}

/* Deflates the pages' operators and gives the file its ID: a hash of what the pages say, never of the clock. */
static void write_pages(struct pdf_file *file, HPDF_Dict fonts)
{
    uint64_t halves[2] = {14695981039346656037u, 1099511628211u};
    const char *title = file->properties.title ? file->properties.title : "";
    halves[1] = hash_bytes(halves[1], title, strlen(title));
    for (size_t i = 0; i < file->page_count; i++) {
        HPDF_Page page = file->pages[i].page;
        const struct buffer *ops = canvas_finish(file->pages[i].canvas);
        HPDF_Dict contents = HPDF_Dict_GetItem(page, "Contents", HPDF_OCLASS_DICT);
        HPDF_Dict resources = HPDF_Dict_GetItem(page, "Resources", HPDF_OCLASS_DICT);
        if (!contents || !resources)
            return;
        stream_deflated(contents, file->arena, file->compressor, buffer_text(ops), ops->length);
        ((HPDF_PageAttr)page->attr)->stream = contents->stream; /* the old one is gone */
        HPDF_Dict_Add(resources, "Font", fonts);
        for (int half = 0; half < 2; half++)
            halves[half] = hash_bytes(halves[half], buffer_text(ops), ops->length);
    }
    HPDF_Array ids = HPDF_Array_New(file->doc->mmgr);
    for (int twice = 0; ids && twice < 2; twice++)
        HPDF_Array_Add(ids, HPDF_Binary_New(file->doc->mmgr, (HPDF_BYTE *)halves, sizeof halves));
    HPDF_Dict_Add(file->doc->trailer, "ID", ids);
}

static HPDF_STATUS append(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT length)
{
    buffer_add_n(stream->attr, bytes, length);
    return HPDF_OK;
}

/* libharu saves into a stream of its own making unless there is one already. */
static void save(struct pdf_file *file, struct buffer *out)
{
    file->doc->stream = HPDF_CallbackWriter_New(file->doc->mmgr, append, out);
    if (file->doc->stream)
        HPDF_SaveToStream(file->doc);
}

const char *pdf_file_finish(struct pdf_file *file, struct buffer *out)
{
    const char *error = NULL;
    HPDF_Dict fonts = type0_write(file->set, file->doc, file->compressor, &error);
    if (error)
        return arena_string(out->arena, error);
    if (fonts && !file->status) {
        write_pages(file, fonts);
        write_outlines(file);
        write_links(file);
        write_info(file);
        write_metadata(file);
        write_output_intent(file);
        write_catalog(file);
        save(file, out);
    }
    if (!fonts || file->status)
        return arena_format(
            out->arena, _("生成 PDF 时出错（libharu 错误 0x%04lX）。请确认内存充足后重试；仍然出错请报告给开发者。"),
            (unsigned long)file->status);
    return NULL;
}

const char *pdf_library(struct arena *arena)
{
    return arena_format(arena, "libharu %s", HPDF_GetVersion());
}
