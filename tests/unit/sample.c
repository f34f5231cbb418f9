/* SPDX-License-Identifier: MIT */
#include "sample.h"

#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void write_file(const char *folder, const char *name, const char *text)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(text, file), 0);
    ck_assert_int_eq(fclose(file), 0);
}

static bool mentioned(const struct sample_file *files, const char *name)
{
    for (; files->name; files++)
        if (strcmp(files->name, name) == 0)
            return true;
    return false;
}

static void remove_folder(const char *folder)
{
    char path[512];
    DIR *entries = opendir(folder);
    for (struct dirent *entry; entries && (entry = readdir(entries));) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        remove(path);
    }
    if (entries)
        closedir(entries);
    rmdir(folder);
}

struct sample sample_read(const struct sample_file *files)
{
    char folder[] = "/tmp/tongbao-sample-XXXXXX", data[64];
    struct sample sample = {.arena = arena_new()};
    sample.findings.arena = sample.arena;
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(data, sizeof data, "%s/data", folder);
    ck_assert_int_eq(mkdir(data, 0700), 0);
    if (!mentioned(files, "areas.csv"))
        write_file(folder, "areas.csv", SAMPLE_AREAS);
    if (!mentioned(files, "indicators.csv"))
        write_file(folder, "indicators.csv", SAMPLE_INDICATORS);
    for (; files->name; files++)
        if (files->text)
            write_file(folder, files->name, files->text);
    sample.dataset = check_region(arena_string(sample.arena, folder), false, sample.arena, &sample.findings);
    remove_folder(data);
    remove_folder(folder);
    return sample;
}

void sample_free(struct sample *sample)
{
    arena_free(sample->arena);
}

static const struct finding *first(const struct sample *sample, enum rule rule)
{
    for (size_t i = 0; i < sample->findings.count; i++)
        if (sample->findings.items[i].rule == rule)
            return &sample->findings.items[i];
    return NULL;
}

size_t sample_count(const struct sample *sample, enum rule rule)
{
    size_t count = 0;
    for (size_t i = 0; i < sample->findings.count; i++)
        count += sample->findings.items[i].rule == rule;
    return count;
}

const char *sample_message(const struct sample *sample, enum rule rule)
{
    const struct finding *finding = first(sample, rule);
    return finding ? finding->message : "";
}

int sample_line(const struct sample *sample, enum rule rule)
{
    const struct finding *finding = first(sample, rule);
    return finding ? finding->where.line : -1;
}

size_t sample_errors(const struct sample *sample)
{
    return sample->findings.by_severity[SEVERITY_ERROR];
}
