/* SPDX-License-Identifier: MIT */
/* Of which region and period a publication is, told by its own tables. */
#ifndef TONGBAO_PUBLISH_TENANT_H
#define TONGBAO_PUBLISH_TENANT_H

#include "publish/listing.h"
#include "publish/order.h"

enum tenant {
    TENANT_SAME,    /* the order's region and period */
    TENANT_PERIOD,  /* another period */
    TENANT_REGION,  /* another region */
    TENANT_UNKNOWN, /* its tables don't say */
    TENANT_UNREAD   /* errno is set */
};

/* The period is the one that data/measures.csv, which every run writes, has in its rows. The region is the order's when
 * its code is among their areas, or, should the region itself have no rows, when all their areas are the order's; and
 * when index.html, if there is one, names the region: codes alone are easily the same in two folders that were made
 * from one example. Only files that the listing has found count. */
enum tenant tenant_of(const struct listing *listing, int folder, const struct publish_order *order);

#endif
