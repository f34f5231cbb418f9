/* SPDX-License-Identifier: MIT */
/* The files that a run has read, each with the sum of the bytes that were read: RUN.txt names them. */
#ifndef TONGBAO_BASE_FILES_READ_H
#define TONGBAO_BASE_FILES_READ_H

#include "base/arena.h"
#include "base/sum.h"

struct file_sum {
    const char *file; /* relative to its folder, with '/' */
    struct sum sum;
};

/* Begins as {0}. */
struct file_list {
    struct file_sum *items;
    size_t count;
};

struct files_read {
    struct file_list region;   /* of the region's folder */
    struct file_list program;  /* the program's own templates and wording, templates/… */
    struct file_list previous; /* of an earlier publication of the period */
    struct file_list last;     /* of that of the period before */
};

/* Notes a file once, however often it is read. False when it is noted with another sum: it has changed meanwhile. */
bool file_list_add(struct file_list *list, struct arena *arena, const char *file, const struct sum *sum);
/* By the bytes of their names. */
void file_list_sort(struct file_list *list);

/* Where the files of templates/ are. */
struct own_templates {
    const char *folder;
    const char *newer; /* NULL; where the folder is an archive's, that of this program, which may have more */
};

#endif
