/* SPDX-License-Identifier: MIT */
#include "base/text.h"
#include "check/account.h"
#include "check/target_reading.h"
#include "read/book.h"
#include "read/folder.h"

#include <string.h>
#include <strings.h>

/* What a region folder may hold besides targets*.csv (§1). */
static const char *const known_files[] = {"settings.csv",   "areas.csv",   "indicators.csv", "scoring.csv",
                                          "identities.csv", "sources.csv", "checks.csv",     "documents.csv",
                                          "wording.csv",    "text",        "templates",      "data"};

/* README, README.md, readme.txt and the Chinese for it: for people. */
static bool is_readme(const char *name)
{
    static const char *const forms[] = {"README", "README.md", "README.txt", "说明.txt"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (strcasecmp(name, forms[i]) == 0)
            return true;
    }
    return false;
}

/* areas.xlsx for areas.csv; phrases and texts are none of the tables that come as workbooks. */
static bool is_as_book(const char *name, const char *known)
{
    size_t stem = strlen(known) - strlen("csv");
    return text_ends(known, ".csv") && strcmp(known, "wording.csv") != 0 && strncmp(name, known, stem) == 0 &&
           strcasecmp(name + stem, "xlsx") == 0;
}

static bool unknown_in_region(const char *name)
{
    for (size_t i = 0; i < sizeof known_files / sizeof *known_files; i++) {
        if (strcmp(name, known_files[i]) == 0 || is_as_book(name, known_files[i]))
            return false;
    }
    return !targets_file(name) && !is_readme(name);
}

static bool unknown_in_data(const char *name)
{
    return folder_is_lock(name) ||
           (!text_ends(name, ".csv") && !book_is(name) && !is_readme(name) && strcmp(name, "上报") != 0);
}

/* A file nobody reads is often a table with a mistyped name. */
static void report_unknown_files(struct loader *loader, const char *below, bool (*unknown)(const char *),
                                 enum rule rule)
{
    size_t count;
    const char *const *names = folder_read(loader->folder, below, unknown, loader->arena, loader->findings, &count);
    for (size_t i = 0; i < count; i++) {
        const char *file = arena_format(loader->arena, "%s%s", below, names[i]);
        enum rule told = folder_is_lock(names[i]) ? RULE_FILE_LOCK : book_is_other(names[i]) ? RULE_BOOK_OTHER : rule;
        FINDING(loader->findings, told, &(struct where){.file = file}, file);
    }
}

const struct dataset *check_region(const char *folder, bool keep_going, struct arena *arena, struct findings *findings)
{
    struct dataset *dataset = arena_alloc(arena, sizeof *dataset);
    struct loader loader = {
        .folder = folder, .keep_going = keep_going, .arena = arena, .findings = findings, .dataset = dataset};
    dataset->folder = folder;
    names_build(dataset, arena); /* so far of nobody */
    if (!folder_exists(folder)) {
        FINDING(findings, RULE_FOLDER_MISSING, NULL, folder);
        return dataset;
    }
    report_unknown_files(&loader, "", unknown_in_region, RULE_FILE_UNKNOWN);
    report_unknown_files(&loader, "data/", unknown_in_data, RULE_DATA_UNKNOWN);
    areas_read(&loader);
    indicators_read(&loader);
    settings_read(&loader);
    targets_read(&loader);
    scoring_read(&loader);
    identities_read(&loader);
    house_rules_read(&loader);
    editions_read(&loader);
    observations_read(&loader);
    targets_check_dates(&loader);
    targets_check_sense(&loader);
    accounts_finish(&loader);
    return dataset;
}
