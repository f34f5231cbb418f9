/* SPDX-License-Identifier: MIT */
/* The command line. */
#ifndef TONGBAO_CLI_OPTIONS_H
#define TONGBAO_CLI_OPTIONS_H

#include "base/arena.h"
#include "base/period.h"

#include <stdbool.h>

enum exit_status {
    EXIT_CLEAN = 0,    /* published or checked; notes at most */
    EXIT_WARNINGS = 1, /* published, with warnings */
    EXIT_REFUSED = 2,  /* the input has errors, nothing was published */
    EXIT_USAGE = 3,    /* wrong usage */
    EXIT_SYSTEM = 4    /* disk, permission, font, memory */
};

struct options {
    const char *program;   /* how we were called */
    const char *input;     /* the folder after the command: of `new`, the one to make; of `words`, a column or NULL */
    const char *of_region; /* of `words`: the folder after the column; NULL */
    bool has_period;
    struct period period; /* else the latest in the data */
    const char *output;   /* of preview: one file; NULL: the terminal */
    long jobs;            /* 0: one for each processor */
    const char **areas;   /* only these areas' documents; none: all */
    size_t area_count;
    const char **only; /* names of renderers[]; none: the usual ones */
    size_t only_count;
    bool keep_going;
    bool keep_old;             /* what stands at `output` is renamed, not replaced */
    const char *template_name; /* new: this template instead of a whole folder; NULL */
    const char *previous;      /* an earlier publication of the period to compare with; NULL: none */
    const char *last;          /* that of the period before; NULL: none */
    const char *document;      /* the name of a product; NULL: the first one's */
    bool watch;
    const char *explain; /* check: draws this table; NULL */
    /* trace; NULL */
    const char *indicator, *measure, *figure;
    const char *region; /* archive, verify: the region folder of the publication that `input` is; NULL: the usual one */
    const char *to;     /* archive: the folder of the archives; NULL: the usual one */
};

struct command {
    const char *name, *arguments, *help; /* arguments in brackets may be left out */
    const char *options;                 /* letters of the options it takes */
    const char *required;                /* letters of those it can't do without */
    bool shows;                          /* what it prints is its result: when that fails, so has the command */
    enum exit_status (*run)(const struct options *options, struct arena *arena);
    bool takes_region; /* a second folder may follow */
};

/* Ends with a row whose name is NULL. */
extern const struct command commands[];

/* Reads the command line. On success returns the command and fills `options`; else returns NULL with *status set, the
 * help or the complaint having been printed. */
const struct command *options_read(int argc, char **argv, struct arena *arena, struct options *options,
                                   enum exit_status *status);

#endif
