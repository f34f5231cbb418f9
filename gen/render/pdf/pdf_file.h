/* SPDX-License-Identifier: MIT */
/* The file: pages, fonts, outlines, links and metadata, put together through libharu's object layer and valid as
 * PDF/A-1b (GB/T 23286.1, ISO 19005-1 level B). libharu keeps the pages tree, the outline tree, the cross-reference
 * table and the writing; its own fonts, filters and metadata are not used. */
#ifndef TONGBAO_RENDER_PDF_PDF_FILE_H
#define TONGBAO_RENDER_PDF_PDF_FILE_H

#include "render/page/paper.h"
#include "render/pdf/pdf_canvas.h"

struct pdf_file;

/* Returns a new, empty file, or NULL when libharu cannot begin one. The caller calls pdf_file_free. `arena` and what
 * else it is given must outlive it. */
struct pdf_file *pdf_file_new(struct arena *arena, const struct fonts *fonts,
                              const struct paper_properties *properties);
void pdf_file_free(struct pdf_file *file);

/* Adds an A4 page, the target of links to `name` unless that is NULL. */
void pdf_file_page(struct pdf_file *file, const char *name);
/* The newest page's, open until the next page or pdf_file_finish. */
struct canvas *pdf_file_canvas(struct pdf_file *file);

/* Adds an entry to the outlines, `depth` 0 or 1, that leads to the height `y` (pt from the top) of the newest page. */
void pdf_file_outline(struct pdf_file *file, int depth, const char *title, double y);

/* Makes an area of the newest page a link to a page that may be added later; without one of that name there is no
 * link. */
void pdf_file_link(struct pdf_file *file, const char *name, const struct box *area);

/* Writes the file to `out`. Returns NULL or a complete sentence in `out`'s arena. */
const char *pdf_file_finish(struct pdf_file *file, struct buffer *out);

#endif
