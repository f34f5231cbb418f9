/* SPDX-License-Identifier: MIT */
/* The renderers' common face. A renderer turns a const document into bytes: it lays out, never computes, never opens
 * a file for writing and never sees the dataset. Adding one is a folder and a row in renderers[] (render.c). */
#ifndef TONGBAO_RENDER_RENDER_H
#define TONGBAO_RENDER_RENDER_H

#include "render/context.h"

/* All that the program knows of a kind of file: options, runs and lists go by these fields, never by a name. */
struct renderer {
    const char *name;                  /* as --only has it, and the file's extension: xlsx, pdf */
    const char *help;                  /* what its files are, for --help; to be translated */
    bool makes[DOCUMENT_WORKBOOK + 1]; /* which kinds of document it can make */
    bool usual;                        /* written where --only asks for nothing */
    bool editable;                     /* a bulletin to go on writing in: then written, too, of drafts */
    bool needs_fonts;                  /* sets type itself: the run opens the settings' faces for it */
    bool terminal;                     /* what preview shows where no file is named */
    /* Appends the file's bytes to `out`. Returns NULL, or a complete sentence (in out->arena) saying what is wrong
     * and what to do; then `out` is unusable and nothing may be published. */
    const char *(*render)(const struct document *document, const struct render_context *context, struct buffer *out);
};

/* Ends with a row whose name is NULL. A row that makes nothing and renders nothing is no renderer: csv stands for the
 * tables for programs, which are written in every run and are all there is when --only asks for them alone. */
extern const struct renderer renderers[];

#endif
