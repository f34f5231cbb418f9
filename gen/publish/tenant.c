/* SPDX-License-Identifier: MIT */
#include "publish/tenant.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* ---- the first two fields of every row ---- */

enum { PERIOD, AREA, FIELDS };

/* Where a reader of a table stands. A longer field than this is none of a period or of a code that we know. */
struct row_reader {
    char fields[FIELDS][256];
    size_t lengths[FIELDS], field;
    bool quoted;
};

static void add_character(struct row_reader *reader, char c)
{
    if (reader->field >= FIELDS)
        return;
    size_t *length = &reader->lengths[reader->field];
    if (*length < sizeof reader->fields[0] - 1)
        reader->fields[reader->field][(*length)++] = c;
    reader->fields[reader->field][*length] = '\0';
}

/* A quote in the file: one that begins or ends a field, or, doubled, one that is meant. */
static void take_quote(FILE *file, struct row_reader *reader)
{
    int next = reader->quoted ? getc(file) : EOF;
    if (next == '"') {
        add_character(reader, '"');
        return;
    }
    if (next != EOF)
        ungetc(next, file);
    reader->quoted = !reader->quoted;
}

/* The next row, the header being the first; false at the end. */
static bool next_row(FILE *file, struct row_reader *reader)
{
    *reader = (struct row_reader){0};
    int c;
    while ((c = getc(file)) != EOF) {
        if (c == '"')
            take_quote(file, reader);
        else if (c == '\n' && !reader->quoted)
            return true;
        else if (c == ',' && !reader->quoted)
            reader->field++;
        else
            add_character(reader, (char)c);
    }
    return false;
}

/* Without the apostrophe that keeps a spreadsheet from running the text. */
static const char *code_in(const char *field)
{
    return field[0] == '\'' && field[1] && strchr("=+-@", field[1]) ? field + 1 : field;
}

/* Whether the code is an area's, looked for from *at on: the tables have the areas in their order. */
static bool is_area(const struct dataset *dataset, const char *code, size_t *at)
{
    for (size_t tried = 0; tried < dataset->area_count; tried++, *at = (*at + 1) % dataset->area_count)
        if (strcmp(dataset->areas[*at].code, code) == 0)
            return true;
    return false;
}

static enum tenant tenant_of_table(FILE *file, const struct publish_order *order, struct arena *arena)
{
    struct row_reader reader;
    const char *period = period_code(arena, order->period);
    size_t rows = 0, at = 0;
    bool all_known = true;
    next_row(file, &reader);
    while (next_row(file, &reader)) {
        const char *code = code_in(reader.fields[AREA]);
        if (strcmp(reader.fields[PERIOD], period) != 0)
            return TENANT_PERIOD;
        if (strcmp(code, order->dataset->region->code) == 0)
            return TENANT_SAME;
        all_known = all_known && is_area(order->dataset, code, &at);
        rows++;
    }
    if (ferror(file))
        return TENANT_UNREAD;
    return !rows ? TENANT_UNKNOWN : all_known ? TENANT_SAME : TENANT_REGION;
}

/* ---- the region's name ---- */

/* As much of the review page as is looked through; its title is at the top. */
#define LONGEST_LOOK ((size_t)8 * 1024 * 1024)

/* In HTML these look otherwise; then nothing can be said. */
static bool looks_otherwise(const char *name)
{
    return name[strcspn(name, "&<>\"'")] != '\0';
}

static enum tenant tenant_of_page(FILE *file, const struct publish_order *order, struct arena *arena)
{
    const char *names[] = {order->dataset->settings.region, order->dataset->region->name};
    struct buffer text = {.arena = arena};
    char chunk[65536];
    for (size_t got; text.length < LONGEST_LOOK && (got = fread(chunk, 1, sizeof chunk, file)) > 0;)
        buffer_add_n(&text, chunk, got);
    if (ferror(file))
        return TENANT_UNREAD;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i] && (looks_otherwise(names[i]) || strstr(buffer_text(&text), names[i])))
            return TENANT_SAME;
    return TENANT_REGION;
}

/* ---- both ---- */

static bool listed_there(const struct listing *listing, const char *path)
{
    for (size_t i = 0; i < listing->count; i++)
        if (strcmp(listing->items[i].path, path) == 0)
            return listing->items[i].there;
    return false;
}

static enum tenant ask(const struct listing *listing, int folder, const char *path, const struct publish_order *order,
                       enum tenant (*look)(FILE *, const struct publish_order *, struct arena *))
{
    const char *name;
    int holder = tree_open_holder(folder, path, &name);
    int opened = holder < 0 ? -1 : openat(holder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    FILE *file = opened < 0 ? NULL : fdopen(opened, "rb");
    enum tenant tenant = file ? look(file, order, listing->arena) : TENANT_UNREAD;
    int failure = errno;
    if (file)
        fclose(file);
    else if (opened >= 0)
        close(opened);
    if (holder >= 0)
        close(holder);
    errno = failure;
    return tenant;
}

enum tenant tenant_of(const struct listing *listing, int folder, const struct publish_order *order)
{
    if (!listed_there(listing, "data/measures.csv"))
        return TENANT_UNKNOWN;
    enum tenant tenant = ask(listing, folder, "data/measures.csv", order, tenant_of_table);
    if (tenant == TENANT_SAME && listed_there(listing, "index.html"))
        tenant = ask(listing, folder, "index.html", order, tenant_of_page);
    return tenant;
}
