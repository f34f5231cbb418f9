/* SPDX-License-Identifier: MIT */
/* What a renderer is given beside the document, and what it tells of the file. */
#ifndef TONGBAO_RENDER_CONTEXT_H
#define TONGBAO_RENDER_CONTEXT_H

#include "base/arena.h"
#include "document/document.h"

/* Faces by role; NULL means the default: of an installation, else from the user's cache. A path may carry a TTC index:
 * x.ttc#2. */
struct font_paths {
    const char *installed; /* the folder where an installation has its faces, if it has any; NULL */
    const char *title;     /* 小标宋 */
    const char *body;      /* 仿宋 */
    const char *kai;       /* 楷体 */
    const char *hei;       /* 黑体 */
    const char *song;      /* 宋体: page numbers, tables */
    const char *fallback;  /* for characters the others lack */
};

/* What a renderer tells of a file beside its bytes. */
struct render_notes {
    int pages;             /* of what has pages; the sheets of a workbook; 0: not counted */
    size_t fallback_count; /* different characters that came from the fallback face */
    const char *fallback;  /* those, in the order of their codes; NULL or in the arena of the bytes */
};

/* What stays loaded for the whole run and is shared, const, by all workers after the fork. */
struct render_context {
    const struct fonts *fonts;  /* page/fonts.h; NULL when none are needed */
    struct render_notes *notes; /* filled for one document, zeroed by the caller; NULL: nobody asks */
};

#endif
