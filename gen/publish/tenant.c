/* SPDX-License-Identifier: MIT */
#include "publish/tenant.h"

#include "publish/record.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define PAGE "index.html"
#define TABLE "data/measures.csv"

/* Each part with the NUL at its end: none can run into the next. */
const char *tenant_mark(struct arena *arena, const struct dataset *dataset, struct period period)
{
    const char *const parts[] = {dataset->region->code, dataset->region->name, dataset->settings.region,
                                 period_code(arena, period)};
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const char *part = parts[i] ? parts[i] : "";
        buffer_add_n(&text, part, strlen(part) + 1);
    }
    struct sum sum = sum_of(text.data, text.length);
    char digits[SUM_DIGITS + 1];
    sum_write(&sum, digits);
    return arena_string(arena, digits);
}

static bool listed_there(const struct listing *listing, const char *path)
{
    for (size_t i = 0; i < listing->count; i++)
        if (strcmp(listing->items[i].path, path) == 0)
            return listing->items[i].there;
    return false;
}

/* As much of the file's beginning as is there, at most size − 1 bytes, with a NUL behind. False with errno set. */
static bool read_beginning(int folder, const char *path, char *text, size_t size)
{
    const char *name;
    int holder = tree_open_holder(folder, path, &name);
    int opened = holder < 0 ? -1 : openat(holder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    FILE *file = opened < 0 ? NULL : fdopen(opened, "rb");
    size_t got = file ? fread(text, 1, size - 1, file) : 0;
    bool good = file && !ferror(file);
    int failure = errno;
    text[got] = '\0';
    if (file)
        fclose(file);
    else if (opened >= 0)
        close(opened);
    if (holder >= 0)
        close(holder);
    errno = failure;
    return good;
}

/* Whether the table's first row below its header is of the period. */
static bool is_of_period(const char *table, const char *period)
{
    const char *row = strchr(table, '\n');
    size_t length = strlen(period);
    return row && strncmp(row + 1, period, length) == 0 && row[1 + length] == ',';
}

/* RUN.txt says it in words, in its first lines. */
static enum tenant tenant_by_record(struct arena *arena, int folder, const struct publish_order *order)
{
    const char *lead = record_lead(arena, order->period), *region = record_region(arena, order->dataset);
    size_t length = strlen(lead), size = length + strlen(region) + 1;
    char *text = arena_alloc(arena, size);
    if (!read_beginning(folder, RECORD, text, size))
        return TENANT_UNREAD;
    if (!text_starts(text, record_title))
        return TENANT_UNKNOWN;
    if (!text_starts(text, lead))
        return TENANT_PERIOD;
    return strcmp(text + length, region) == 0 ? TENANT_SAME : TENANT_REGION;
}

enum tenant tenant_of(const struct listing *listing, int folder, const struct publish_order *order)
{
    char page[1024], table[4096];
    size_t lead = strlen(order->page_lead);
    struct sum said;
    if (listed_there(listing, RECORD))
        return tenant_by_record(listing->arena, folder, order);
    if (!listed_there(listing, TABLE) || !listed_there(listing, PAGE))
        return TENANT_UNKNOWN;
    if (!read_beginning(folder, PAGE, page, sizeof page) || !read_beginning(folder, TABLE, table, sizeof table))
        return TENANT_UNREAD;
    if (strncmp(page, order->page_lead, lead) != 0 || !sum_read(page + lead, &said))
        return TENANT_UNKNOWN;
    if (strncmp(page + lead, tenant_mark(listing->arena, order->dataset, order->period), SUM_DIGITS) == 0)
        return TENANT_SAME;
    return is_of_period(table, period_code(listing->arena, order->period)) ? TENANT_REGION : TENANT_PERIOD;
}
