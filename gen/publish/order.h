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
    /* Reads the proof of a file that has been written, from its bytes as they were read back by its name, relative to
     * DIR. NULL, or a complete sentence in `arena`: then nothing is published. NULL when nobody does. */
    const char *(*proof)(const void *context, const char *path, const void *bytes, size_t length, struct arena *arena);
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
