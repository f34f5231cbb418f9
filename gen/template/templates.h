/* SPDX-License-Identifier: MIT */
/* A region's templates, each compiled: the documents' own, and what people wrote under text/. */
#ifndef TONGBAO_TEMPLATE_TEMPLATES_H
#define TONGBAO_TEMPLATE_TEMPLATES_H

#include "template/program.h"

/* What somebody wrote for a place of an area. */
struct written {
    const struct area *area;
    const char *place;
    const struct template_text *text;
};

/* load.c fills it. */
struct templates {
    const struct template_text **items;
    size_t count;
    struct written *written;
    size_t written_count;
};

/* region, area, letter, …: NULL when there is none of that name or it has errors. */
const struct template_text *templates_find(const struct templates *templates, const char *name);
/* What somebody wrote for a place (原因): for the region text/原因.txt, for an area text/<area>/原因.txt. NULL: nobody.
 */
const struct template_text *templates_written(const struct templates *templates, const char *place,
                                              const struct area *area);

#endif
