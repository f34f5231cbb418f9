/* SPDX-License-Identifier: MIT */
/* What a run asks of publishing, and how that went. */
#ifndef TONGBAO_PUBLISH_ORDER_H
#define TONGBAO_PUBLISH_ORDER_H

#include "check/dataset.h"

#include <stdbool.h>

/* What is to be published, and where. It must outlive the publication. */
struct publish_order {
    const char *dir;
    const struct dataset *dataset; /* whose region this is; NULL: any region and period may be replaced */
    struct period period;
    /* What the review page, index.html, begins with; behind it stands the publication's mark (publish/tenant.h). Needed
     * with a dataset. */
    const char *page_lead;
    /* Whether a run could have written a file of this name, relative to DIR: one that it couldn't is somebody's, also
     * when it is listed. NULL: any. */
    bool (*may_write)(const void *context, const char *path);
    /* Whether the run leaves a file of this name, relative to DIR, out on demand: then it replaces nothing that holds
     * one. NULL when it leaves nothing out. */
    bool (*leaves_out)(const void *context, const char *path);
    const void *context;
    bool keep_old; /* rename what stands at DIR instead of replacing it */
};

/* How it went. With all but GOOD there is a complete sentence. */
enum publish_state {
    PUBLISH_GOOD,
    PUBLISH_REFUSED, /* something at DIR isn't ours to replace; it is as it was */
    PUBLISH_FAILED   /* the system: disk, permission */
};

#endif
