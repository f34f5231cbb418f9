/* SPDX-License-Identifier: MIT */
/* What archive_command.c, archive_inputs.c, archive_pack.c and issued.c share. */
#ifndef TONGBAO_CLI_ARCHIVE_H
#define TONGBAO_CLI_ARCHIVE_H

#include "cli/composing.h"
#include "cli/earlier.h"
#include "cli/issue.h"
#include "template/products.h"

/* A sealing under way. */
struct archive_work {
    struct arena *arena;
    struct issue issue;
    const char *region;     /* folder of the input */
    const char *previous;   /* the earlier issue; NULL */
    const char *last;       /* that of the period before; NULL */
    struct earlier earlier; /* both, open */
    const char *to;         /* folder of the archives */
    struct options options;
    struct session session; /* over the region as it is now */
    struct composer composer;
};

/* Reads the region, the templates and the fonts as a run would now, and holds them against RUN.txt. EXIT_CLEAN when all
 * is as it was; else what has changed has been printed. */
enum exit_status archive_check_inputs(struct archive_work *work);

/* One 件 of 归档文件目录.csv. */
struct archive_item {
    const char *issuer, *number, *title, *date; /* date: 20191018 */
    long pages;                                 /* 0: not known */
    const char *files;                          /* below outputs/ */
};

/* The documents of the publication, the region's bulletin first; with at least one. NULL, with the sentence printed,
 * when a file can't be read. */
const struct archive_item *archive_items(struct archive_work *work, size_t *count);

/* The archive's name without its ending: 湘西自治州-2019年前三季度, and （更正1） behind it when DIR's name ends so. */
const char *archive_name(const struct archive_work *work);
/* All of the archive. NULL, or a complete sentence. */
const char *archive_bytes(struct archive_work *work, const struct archive_item *items, size_t count,
                          struct buffer *out);

/* The table of the archives, in their folder, and the columns of it that a program reads. */
#define ISSUED_TABLE "台账.csv"
enum { ISSUED_FILE = 5, ISSUED_SUM = 6 };

/* Enters the archive in 台账.csv and writes index.html beside it. NULL, or a complete sentence: the archive itself
 * stands. */
const char *issued_enter(struct arena *arena, const char *folder, const struct archive_item *item,
                         const struct recorded *recorded, const char *file, const struct sum *sum);

#endif
