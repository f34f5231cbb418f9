/* SPDX-License-Identifier: MIT */
/* Of which region and period a publication is: its RUN.txt says so, and of one that has none its review page. */
#ifndef TONGBAO_PUBLISH_TENANT_H
#define TONGBAO_PUBLISH_TENANT_H

#include "publish/listing.h"
#include "publish/order.h"

enum tenant {
    TENANT_SAME,    /* the order's region and period */
    TENANT_PERIOD,  /* another period */
    TENANT_REGION,  /* another region */
    TENANT_UNKNOWN, /* it doesn't say */
    TENANT_UNREAD   /* errno is set */
};

/* The mark of a region and period: a sum over the region's code, its name in areas.csv and in the settings, and the
 * period, so that no two that differ in one of them, be it by an & or a quote, are taken for each other. */
const char *tenant_mark(struct arena *arena, const struct dataset *dataset, struct period period);

/* By the first lines of RUN.txt where there is one. Else, for publications of before there was a RUN.txt: the same when
 * index.html begins with the order's page_lead and the mark; with another mark, the first row of data/measures.csv,
 * which every run writes, tells whether it is another period. Only files that the listing has found count, and without
 * RUN.txt and one of the two nobody knows. */
enum tenant tenant_of(const struct listing *listing, int folder, const struct publish_order *order);

#endif
