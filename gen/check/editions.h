/* SPDX-License-Identifier: MIT */
/* documents.csv: the bulletins of the region that a run makes, each with a template and the periods it is for. */
#ifndef TONGBAO_CHECK_EDITIONS_H
#define TONGBAO_CHECK_EDITIONS_H

#include "check/dataset.h"

enum edition_time {
    EDITION_MONTHLY = 1,   /* of a month */
    EDITION_QUARTERLY = 2, /* of a quarter */
    EDITION_HALF = 4,      /* that ends with June */
    EDITION_WITHIN = 8,    /* that ends before the year does */
    EDITION_YEAR_END = 16, /* that ends with the year */
};

struct edition {
    const char *name;                 /* its files': 位次通报 */
    const char *template;             /* in templates/, without its ending */
    unsigned times;                   /* of enum edition_time, one of which the period must be; 0: any period */
    const char *copy_to, *doc_number; /* NULL: those of settings.csv */
    struct where place;               /* of its template's cell */
};

/* Whether a run of the period makes it. */
bool edition_is_due(const struct edition *edition, struct period period);
/* Of that name, however it is typed; NULL for none. */
const struct edition *edition_named(const struct dataset *dataset, const char *name);

#endif
