/* SPDX-License-Identifier: MIT */
/* A publication that is there already: what archive and verify look at. */
#ifndef TONGBAO_CLI_ISSUE_H
#define TONGBAO_CLI_ISSUE_H

#include "cli/options.h"
#include "publish/holding.h"
#include "publish/record.h"
#include "publish/seal.h"

struct issue {
    struct arena *arena;
    const char *dir;   /* its folder */
    const char *shown; /* as sentences call it */
    int folder;        /* open; the caller closes it with issue_close */
    struct holding holding;
    struct recorded recorded;
    bool sealed;
    struct seal seal;
};

/* Opens it, holds it against its sums and reads its RUN.txt, whatever the sums say. EXIT_CLEAN; else the sentence has
 * been printed: EXIT_USAGE when it is no publication, EXIT_REFUSED when its SHA256SUMS is no list of sums, EXIT_SYSTEM
 * when it can't be read. */
enum exit_status issue_open(struct issue *issue, const char *dir, struct arena *arena);
void issue_close(struct issue *issue);

/* A sentence for each difference from its sums, on lines of their own, to standard error. */
void issue_print_differences(const struct holding *holding, const char *shown);

/* Where things are by the usual order of folders, output/REGION/PERIOD, with input/REGION and issued/ beside output/:
 * seen from DIR. NULL for the region when that isn't DIR's place or there is no such folder; without an output/ above
 * it, issued/ is beside DIR. */
const char *issue_region(struct arena *arena, const char *dir);
const char *issue_archives(struct arena *arena, const char *dir);

/* The options with which the publication was made, by what RUN.txt says; for another region folder, output and earlier
 * publication (NULL: none). False when RUN.txt's arguments aren't understood. From here on the date of issue, where the
 * settings give none, is RUN.txt's. */
bool issue_options(const struct recorded *recorded, const char *region, const char *output, const char *previous,
                   const char *last, struct arena *arena, struct options *options);

/* Names of files whose sums aren't those that are recorded, each with what became of it: changed, gone, new. Returns
 * how many; their sentences are appended to `out`, each on a line of its own. */
size_t issue_compare_files(const struct file_list *recorded, const struct file_list *now, struct buffer *out);

#endif
