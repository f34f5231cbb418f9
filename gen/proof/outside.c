/* SPDX-License-Identifier: MIT */
#include "proof/outside.h"

#include "base/message.h"
#include "base/whole.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <libxml/xmlreader.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

bool outside_read(const char *path, struct buffer *out)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    bool good = whole_read(file, out);
    int failure = errno;
    close(file);
    errno = failure;
    return good;
}

/* ---- PDF ---- */

static const char *cannot(struct arena *arena, const char *path, const char *why)
{
    return arena_format(arena, _("读不出这份文件的全文：'%s'（%s）"), text_shown(arena, path), why);
}

/* Starts it with its output in the pipe. 0, or an error number. */
static int start_pdftotext(struct arena *arena, const char *path, const int ends[2], pid_t *child)
{
    static const char *const words[] = {"pdftotext", "-q", "-layout", "-nopgbrk", "-enc", "UTF-8"};
    enum { WORDS = sizeof words / sizeof *words };
    char *arguments[WORDS + 3] = {NULL};
    for (size_t i = 0; i < WORDS; i++)
        arguments[i] = arena_string(arena, words[i]);
    arguments[WORDS] = arena_string(arena, path);
    arguments[WORDS + 1] = arena_string(arena, "-");
    posix_spawn_file_actions_t actions;
    int error = posix_spawn_file_actions_init(&actions);
    if (error)
        return error;
    error = posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    if (!error)
        error = posix_spawnp(child, arguments[0], &actions, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

const char *outside_pdf(const char *path, struct buffer *out, bool *missing)
{
    int ends[2], state = 0;
    pid_t child;
    if (pipe2(ends, O_CLOEXEC) != 0)
        return cannot(out->arena, path, strerror(errno));
    int error = start_pdftotext(out->arena, path, ends, &child);
    close(ends[1]);
    bool good = !error && whole_read(ends[0], out);
    close(ends[0]);
    *missing = error == ENOENT;
    if (*missing)
        return NULL;
    if (error)
        return cannot(out->arena, path, strerror(error));
    while (waitpid(child, &state, 0) < 0 && errno == EINTR)
        ;
    if (!good || !WIFEXITED(state) || WEXITSTATUS(state) != 0)
        return cannot(out->arena, path, "pdftotext");
    return NULL;
}

/* ---- workbooks ---- */

enum { SHEETS_MOST = 256 };

struct parts {
    struct arena *arena;
    struct buffer strings;
    struct buffer *sheets; /* by number, from 1; without data: none */
};

static bool take_data(struct archive *archive, struct buffer *out)
{
    char chunk[65536];
    for (;;) {
        la_ssize_t got = archive_read_data(archive, chunk, sizeof chunk);
        if (got <= 0)
            return got == 0;
        buffer_add_n(out, chunk, (size_t)got);
    }
}

/* Reads what is wanted into its buffer, and passes over the rest. */
static bool take_part(struct parts *parts, struct archive *archive, const char *name)
{
    int number = 0, end = 0;
    if (name && strcmp(name, "xl/sharedStrings.xml") == 0)
        return take_data(archive, &parts->strings);
    if (name && sscanf(name, "xl/worksheets/sheet%3d.xml%n", &number, &end) == 1 && end > 0 && !name[end] &&
        number > 0 && number < SHEETS_MOST)
        return take_data(archive, &parts->sheets[number]);
    return true;
}

static bool read_parts(const char *path, struct parts *parts)
{
    struct archive *archive = archive_read_new();
    struct archive_entry *entry;
    int state = ARCHIVE_FATAL;
    if (!archive)
        memory_exhausted();
    if (archive_read_support_format_zip(archive) == ARCHIVE_OK &&
        archive_read_open_filename(archive, path, 65536) == ARCHIVE_OK)
        while ((state = archive_read_next_header(archive, &entry)) == ARCHIVE_OK)
            if (!take_part(parts, archive, archive_entry_pathname(entry)))
                break;
    archive_read_free(archive);
    return state == ARCHIVE_EOF;
}

static xmlTextReaderPtr reader_of(const struct buffer *part)
{
    int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE;
    xmlTextReaderPtr reader = xmlReaderForMemory(buffer_text(part), (int)part->length, NULL, NULL, options);
    if (!reader)
        memory_exhausted();
    return reader;
}

static bool is_element(xmlTextReaderPtr reader, int type, const char *name)
{
    return xmlTextReaderNodeType(reader) == type &&
           strcmp((const char *)xmlTextReaderConstLocalName(reader), name) == 0;
}

/* The text of the element that the reader stands on. */
static const char *inner(xmlTextReaderPtr reader, struct arena *arena)
{
    xmlChar *text = xmlTextReaderReadString(reader);
    const char *copy = arena_string(arena, text ? (const char *)text : "");
    xmlFree(text);
    return copy;
}

static bool read_strings(const struct parts *parts, struct strings *strings)
{
    xmlTextReaderPtr reader = reader_of(&parts->strings);
    int state;
    while ((state = xmlTextReaderRead(reader)) == 1)
        if (is_element(reader, XML_READER_TYPE_ELEMENT, "si"))
            strings_add(strings, parts->arena, inner(reader, parts->arena));
    xmlFreeTextReader(reader);
    return state == 0;
}

struct cell {
    long row, column;
    bool shared, number;
};

static const char *attribute(xmlTextReaderPtr reader, const char *name, struct arena *arena)
{
    xmlChar *text = xmlTextReaderGetAttribute(reader, (const xmlChar *)name);
    const char *copy = text ? arena_string(arena, (const char *)text) : NULL;
    xmlFree(text);
    return copy;
}

static struct cell cell_begun(xmlTextReaderPtr reader, struct arena *arena)
{
    const char *place = attribute(reader, "r", arena), *type = attribute(reader, "t", arena);
    struct cell cell = {.number = !type, .shared = type && strcmp(type, "s") == 0};
    for (; place && *place >= 'A' && *place <= 'Z' && cell.column < 100000; place++)
        cell.column = cell.column * 26 + (*place - 'A' + 1);
    cell.row = place ? strtol(place, NULL, 10) : 0;
    return cell;
}

static const char *said(const struct cell *cell, const char *value, const struct strings *strings, struct arena *arena)
{
    size_t index = cell->shared ? strtoul(value, NULL, 10) : 0;
    if (cell->number)
        return arena_format(arena, "%.15g", strtod(value, NULL));
    if (!cell->shared)
        return value;
    return index < strings->count ? strings->items[index] : "";
}

static bool read_sheet(const struct buffer *part, const struct strings *strings, struct found *found)
{
    xmlTextReaderPtr reader = reader_of(part);
    struct cell cell = {0};
    int state;
    while ((state = xmlTextReaderRead(reader)) == 1) {
        if (is_element(reader, XML_READER_TYPE_ELEMENT, "c"))
            cell = cell_begun(reader, found->arena);
        else if (is_element(reader, XML_READER_TYPE_ELEMENT, "v"))
            found_cell(found, said(&cell, inner(reader, found->arena), strings, found->arena), cell.row, cell.column);
    }
    xmlFreeTextReader(reader);
    found_sort(found);
    return state == 0;
}

const char *outside_book(const char *path, struct arena *arena,
                         const char *(*sheet)(void *context, const struct found *found), void *context)
{
    struct parts parts = {.arena = arena, .strings = {.arena = arena}};
    struct strings strings = {0};
    parts.sheets = arena_alloc(arena, SHEETS_MOST * sizeof *parts.sheets);
    for (int i = 0; i < SHEETS_MOST; i++)
        parts.sheets[i].arena = arena;
    if (!read_parts(path, &parts) || !parts.sheets[1].data || (parts.strings.data && !read_strings(&parts, &strings)))
        return cannot(arena, path, "xlsx");
    for (int i = 1; i < SHEETS_MOST; i++) {
        struct found *found = arena_alloc(arena, sizeof *found);
        *found = (struct found){.arena = arena, .exact = true, .text = {.arena = arena}};
        if (!parts.sheets[i].data)
            continue;
        if (!read_sheet(&parts.sheets[i], &strings, found))
            return cannot(arena, path, "xlsx");
        const char *error = sheet(context, found);
        if (error)
            return error;
    }
    return NULL;
}

const char *outside_archive(struct arena *arena)
{
    return arena_string(arena, archive_version_string());
}

const char *outside_xml(struct arena *arena)
{
    return arena_format(arena, "libxml2 %s", LIBXML_DOTTED_VERSION);
}
