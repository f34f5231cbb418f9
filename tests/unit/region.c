/* SPDX-License-Identifier: MIT */
#include "region.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void write_file(const char *folder, const struct region_file *file)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s", folder, file->path);
    FILE *out = fopen(path, "wb");
    ck_assert_ptr_nonnull(out);
    ck_assert_int_ge(fputs(file->text, out), 0);
    ck_assert_int_eq(fclose(out), 0);
}

void region_open(struct region *region, const struct region_file *files, bool may_fail)
{
    char folder[] = "/tmp/tongbao-unit.XXXXXX", data[64], path[512];
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(data, sizeof data, "%s/data", folder);
    ck_assert_int_eq(mkdir(data, 0700), 0);
    for (const struct region_file *file = files; file->path; file++)
        write_file(folder, file);

    memset(region, 0, sizeof *region);
    region->arena = arena_new();
    region->findings.arena = region->arena;
    region->dataset = check_region(arena_string(region->arena, folder), false, region->arena, &region->findings);

    for (const struct region_file *file = files; file->path; file++) {
        snprintf(path, sizeof path, "%s/%s", folder, file->path);
        unlink(path);
    }
    rmdir(data);
    rmdir(folder);

    struct buffer said = {.arena = region->arena};
    for (size_t i = 0; i < region->findings.count; i++)
        finding_print(&region->findings.items[i], &said);
    bool good = region->findings.by_severity[SEVERITY_ERROR] == 0;
    ck_assert_msg(good || may_fail, "%s", buffer_text(&said));
    if (good)
        region->engine = engine_new(region->dataset, region->arena);
}

void region_close(struct region *region)
{
    arena_free(region->arena);
}

const struct area *region_area(const struct region *region, const char *code)
{
    for (size_t i = 0; i < region->dataset->area_count; i++)
        if (strcmp(region->dataset->areas[i].code, code) == 0)
            return &region->dataset->areas[i];
    ck_abort_msg("no area %s", code);
}

const struct indicator *region_indicator(const struct region *region, const char *id)
{
    for (size_t i = 0; i < region->dataset->indicator_count; i++)
        if (strcmp(region->dataset->indicators[i].id, id) == 0)
            return &region->dataset->indicators[i];
    ck_abort_msg("no indicator %s", id);
}

size_t region_count(const struct region *region, enum rule rule)
{
    size_t count = 0;
    for (size_t i = 0; i < region->findings.count; i++)
        count += region->findings.items[i].rule == rule;
    return count;
}
