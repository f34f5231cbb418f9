/* SPDX-License-Identifier: MIT */
/* RUN.txt: what a publication was made from (SPEC §6). Every line is a remark that begins with #, or the sum and name
 * of a file of the region, so that sha256sum -c RUN.txt, called in the region's folder, tells what has changed since.
 */
#ifndef TONGBAO_PUBLISH_RECORD_H
#define TONGBAO_PUBLISH_RECORD_H

#include "base/files_read.h"
#include "base/text.h"
#include "check/dataset.h"

#define RECORD "RUN.txt"

struct record_font {
    const char *name, *label; /* body.ttf, 正文（仿宋） */
    struct sum sum;
};

struct record {
    const struct dataset *dataset; /* whose region this is */
    struct period period;
    const char *issued;    /* the date of issue, 2019-10-18 */
    const char *arguments; /* those that change the result, in normal form */
    const char *program;   /* name and version */
    struct strings libraries;
    const struct files_read *inputs;
    const struct record_font *fonts; /* in the order of their roles */
    size_t font_count;
};

/* Appends the whole file. It is Chinese whatever the locale, and nothing of it depends on where the run took place. */
void record_write(const struct record *record, struct buffer *out);

struct recorded_font {
    const char *name;
    struct sum sum;
};

/* What a RUN.txt says. */
struct recorded {
    const char *period, *period_name; /* 2019Q3; 2019年前三季度 */
    const char *region_code, *region_name, *setting_region;
    const char *issued, *arguments, *program, *libraries;
    struct file_list inputs, program_files, previous, last;
    struct recorded_font *fonts;
    size_t font_count;
};

/* Reads a whole RUN.txt. False when it is none, or one that has been cut or changed so that something is missing, or a
 * path in it isn't plain. */
bool record_read(struct arena *arena, const char *text, struct recorded *recorded);

/* What the file begins with: its title and the period; and what follows on that: the region. Each ends its last line.
 */
const char *record_lead(struct arena *arena, struct period period);
const char *record_region(struct arena *arena, const struct dataset *dataset);
/* The first line, which every RUN.txt has. */
extern const char record_title[];

#endif
