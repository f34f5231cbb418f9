/* SPDX-License-Identifier: MIT */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* fopencookie */
#endif

#include "render/xlsx/archive.h"

#include "render/xlsx/chart_text.h"

#include <libdeflate.h>
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>
#include <xlsxwriter/third_party/zip.h>

enum { HEAP_STEP = 1 << 20 };

/* Bytes outside the arena: they are large and short-lived. */
struct bytes {
    unsigned char *data;
    size_t length, room;
};

static void bytes_reserve(struct bytes *bytes, size_t length)
{
    if (length <= bytes->room)
        return;
    size_t room = bytes->room ? bytes->room : (size_t)64 * 1024;
    while (room < length)
        room *= 2;
    unsigned char *grown = realloc(bytes->data, room);
    if (!grown)
        memory_exhausted();
    bytes->data = grown;
    bytes->room = room;
}

/* ---- the library's temporary files ---- */

struct memory_file {
    struct bytes bytes;
    size_t position;
};

/* What has been seen of the library since archive_begin; the proof that the overrides took hold. */
static struct archive {
    struct buffer *out;
    size_t start; /* where the zip begins in out */
    struct libdeflate_compressor *compressor;
    struct bytes part, packed, directory;
    char name[128]; /* of the part being written */
    unsigned part_count, file_count;
    bool opened, closed;
} archive;

static ssize_t memory_read(void *cookie, char *data, size_t length)
{
    struct memory_file *file = cookie;
    size_t left = file->position < file->bytes.length ? file->bytes.length - file->position : 0;
    if (length > left)
        length = left;
    if (length)
        memcpy(data, file->bytes.data + file->position, length);
    file->position += length;
    return (ssize_t)length;
}

static ssize_t memory_write(void *cookie, const char *data, size_t length)
{
    struct memory_file *file = cookie;
    bytes_reserve(&file->bytes, file->position + length);
    if (length)
        memcpy(file->bytes.data + file->position, data, length);
    file->position += length;
    if (file->bytes.length < file->position)
        file->bytes.length = file->position;
    return (ssize_t)length;
}

/* The library only ever rewinds. */
static int memory_seek(void *cookie, off64_t *offset, int whence)
{
    struct memory_file *file = cookie;
    off64_t base = whence == SEEK_CUR ? (off64_t)file->position : whence == SEEK_END ? (off64_t)file->bytes.length : 0;
    if (base + *offset < 0 || base + *offset > (off64_t)file->bytes.length)
        return -1;
    *offset += base;
    file->position = (size_t)*offset;
    return 0;
}

static int memory_close(void *cookie)
{
    struct memory_file *file = cookie;
    free(file->bytes.data);
    free(file);
    return 0;
}

/* The library's prototypes, in this house's spelling. */
/* NOLINTBEGIN(readability-inconsistent-declaration-parameter-name, readability-non-const-parameter) */

FILE *lxw_tmpfile(char *directory)
{
    (void)directory;
    struct memory_file *file = calloc(1, sizeof *file);
    if (!file)
        memory_exhausted();
    cookie_io_functions_t functions = {memory_read, memory_write, memory_seek, memory_close};
    FILE *stream = fopencookie(file, "w+", functions);
    if (!stream)
        memory_exhausted();
    archive.file_count++;
    return stream;
}

/* NOLINTEND(readability-inconsistent-declaration-parameter-name, readability-non-const-parameter) */

/* ---- the zip format (APPNOTE 4.3): no dates but 1 January 1980, no sizes after the data ---- */

/* Level 6 would save a tenth of the bytes for twice the time. */
enum { ZIP_LEVEL = 1, ZIP_VERSION = 20, ZIP_STORED = 0, ZIP_DEFLATED = 8, ZIP_FIRST_DAY = (1 << 5) | 1 };

static void put(unsigned char **at, unsigned long value, int bytes)
{
    for (; bytes > 0; bytes--, value >>= 8)
        *(*at)++ = (unsigned char)value;
}

/* One part as both of its headers describe it. */
struct entry {
    unsigned long method, crc, packed, plain, offset;
    size_t name_length;
};

/* The fields that the local header and the central one have in common. */
static void put_common(unsigned char **at, const struct entry *entry)
{
    put(at, ZIP_VERSION, 2);
    put(at, 0, 2); /* flags: part names are ASCII */
    put(at, entry->method, 2);
    put(at, 0, 2); /* time */
    put(at, ZIP_FIRST_DAY, 2);
    put(at, entry->crc, 4);
    put(at, entry->packed, 4);
    put(at, entry->plain, 4);
    put(at, entry->name_length, 2);
    put(at, 0, 2); /* extra field */
}

static void put_local(struct buffer *out, const struct entry *entry, const char *name, const void *data)
{
    unsigned char header[30], *at = header;
    put(&at, 0x04034b50, 4);
    put_common(&at, entry);
    buffer_add_n(out, header, (size_t)(at - header));
    buffer_add_n(out, name, entry->name_length);
    buffer_add_n(out, data, entry->packed);
}

static void put_central(struct bytes *directory, const struct entry *entry, const char *name)
{
    bytes_reserve(directory, directory->length + 46 + entry->name_length);
    unsigned char *at = directory->data + directory->length;
    put(&at, 0x02014b50, 4);
    put(&at, ZIP_VERSION, 2);
    put_common(&at, entry);
    put(&at, 0, 2); /* comment */
    put(&at, 0, 2); /* disk */
    put(&at, 0, 2); /* internal attributes */
    put(&at, 0, 4); /* external attributes */
    put(&at, entry->offset, 4);
    memcpy(at, name, entry->name_length);
    directory->length = (size_t)(at - directory->data) + entry->name_length;
}

/* ---- what the library calls instead of minizip ---- */

/* NOLINTBEGIN(readability-inconsistent-declaration-parameter-name) */

zipFile zipOpen(const char *path, int append)
{
    (void)path;
    (void)append;
    if (!archive.out)
        return NULL;
    archive.opened = true;
    return &archive;
}

int zipOpenNewFileInZip4_64(zipFile file, const char *filename, const zip_fileinfo *info, const void *extra_local,
                            uInt extra_local_size, const void *extra_global, uInt extra_global_size,
                            const char *comment, int method, int level, int raw, int window_bits, int memory_level,
                            int strategy, const char *password, uLong password_crc, uLong version_made_by,
                            uLong flag_base, int zip64)
{
    (void)file, (void)info, (void)extra_local, (void)extra_local_size, (void)extra_global, (void)extra_global_size;
    (void)comment, (void)method, (void)level, (void)raw, (void)window_bits, (void)memory_level, (void)strategy;
    (void)password, (void)password_crc, (void)version_made_by, (void)flag_base, (void)zip64;
    size_t length = strlen(filename);
    if (length >= sizeof archive.name)
        return ZIP_PARAMERROR;
    memcpy(archive.name, filename, length + 1);
    archive.part.length = 0;
    return ZIP_OK;
}

int zipWriteInFileInZip(zipFile file, const void *data, unsigned length)
{
    (void)file;
    bytes_reserve(&archive.part, archive.part.length + length);
    if (length)
        memcpy(archive.part.data + archive.part.length, data, length);
    archive.part.length += length;
    return ZIP_OK;
}

/* What the library has no words for is put into the finished part. */
static void finish_part(void)
{
    struct buffer finished = {.arena = archive.out->arena};
    if (!chart_text_is_in(archive.name))
        return;
    chart_text_put(&finished, (const char *)archive.part.data, archive.part.length);
    bytes_reserve(&archive.part, finished.length);
    archive.part.length = finished.length;
    memcpy(archive.part.data, buffer_text(&finished), finished.length);
}

int zipCloseFileInZip(zipFile file)
{
    (void)file;
    finish_part();
    size_t plain = archive.part.length, offset = archive.out->length - archive.start;
    if (plain >= UINT32_MAX || offset >= UINT32_MAX - plain || archive.part_count == UINT16_MAX)
        return ZIP_INTERNALERROR; /* a workbook past 4 GiB: no zip64 here */
    bytes_reserve(&archive.packed, libdeflate_deflate_compress_bound(archive.compressor, plain));
    size_t packed = libdeflate_deflate_compress(archive.compressor, archive.part.data, plain, archive.packed.data,
                                                archive.packed.room);
    bool store = packed == 0 || packed >= plain;
    struct entry entry = {.method = store ? ZIP_STORED : ZIP_DEFLATED,
                          .crc = libdeflate_crc32(0, archive.part.data, plain),
                          .packed = store ? plain : packed,
                          .plain = plain,
                          .offset = offset,
                          .name_length = strlen(archive.name)};
    put_local(archive.out, &entry, archive.name, store ? archive.part.data : archive.packed.data);
    put_central(&archive.directory, &entry, archive.name);
    archive.part_count++;
    return ZIP_OK;
}

int zipClose(zipFile file, const char *comment)
{
    (void)file;
    (void)comment;
    size_t offset = archive.out->length - archive.start;
    if (offset >= UINT32_MAX - archive.directory.length)
        return ZIP_INTERNALERROR;
    unsigned char end[22], *at = end;
    put(&at, 0x06054b50, 4);
    put(&at, 0, 2); /* disk */
    put(&at, 0, 2); /* disk of the directory */
    put(&at, archive.part_count, 2);
    put(&at, archive.part_count, 2);
    put(&at, archive.directory.length, 4);
    put(&at, offset, 4);
    put(&at, 0, 2); /* comment */
    buffer_add_n(archive.out, archive.directory.data, archive.directory.length);
    buffer_add_n(archive.out, end, sizeof end);
    archive.closed = true;
    return ZIP_OK;
}

/* NOLINTEND(readability-inconsistent-declaration-parameter-name) */

/* ---- the face ---- */

void archive_begin(struct buffer *out)
{
    archive = (struct archive){.out = out, .start = out->length};
    /* The library asks for and gives back some thousands of small pieces: without these the heap grows and shrinks
     * with every book. */
    mallopt(M_TOP_PAD, HEAP_STEP);
    mallopt(M_TRIM_THRESHOLD, 16 * HEAP_STEP);
    mallopt(M_MMAP_THRESHOLD, 16 * HEAP_STEP);
    archive.compressor = libdeflate_alloc_compressor(ZIP_LEVEL);
    if (!archive.compressor)
        memory_exhausted();
    bytes_reserve(&archive.part, 1); /* so that an empty part is not a NULL pointer */
}

bool archive_end(void)
{
    /* Every part but none other comes from a temporary file, so a count of 0 means the library kept its own. */
    bool whole = archive.opened && archive.closed && archive.file_count > 0;
    libdeflate_free_compressor(archive.compressor);
    free(archive.part.data);
    free(archive.packed.data);
    free(archive.directory.data);
    archive = (struct archive){0};
    return whole;
}
