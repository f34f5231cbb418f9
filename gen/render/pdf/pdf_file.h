/* SPDX-License-Identifier: MIT */
/* The file: pages, fonts, outlines, links and metadata, put together through libharu's object layer and valid as
 * PDF/A-1b (GB/T 23286.1, ISO 19005-1 level B). libharu keeps the pages tree, the outline tree, the cross-reference
 * table and the writing; its own fonts, filters and metadata are not used. */
#ifndef TONGBAO_RENDER_PDF_PDF_FILE_H
#define TONGBAO_RENDER_PDF_PDF_FILE_H

#include "render/page/fonts.h"
#include "render/pdf/pdf_canvas.h"

#include <hpdf.h>

struct pdf_file;

/* What the Info dictionary and the XMP packet both say. Strings may be NULL. */
struct pdf_properties {
    const char *title, *author, *subject, *keywords;
    struct day date;
};

/* Returns a new, empty file, or NULL when libharu cannot begin one. The caller calls pdf_file_free. `arena` must
 * outlive it. */
struct pdf_file *pdf_file_new(struct arena *arena, const struct pdf_fonts *fonts);
void pdf_file_free(struct pdf_file *file);

/* Adds an A4 page and returns the canvas to draw it on; the canvas stays open until pdf_file_finish. */
struct canvas *pdf_file_page(struct pdf_file *file);
/* The number of pages so far: the number of the newest page, counted from 1. */
size_t pdf_file_pages(const struct pdf_file *file);

/* The pages so far and the characters that came from the fallback face. */
void pdf_file_notes(const struct pdf_file *file, struct arena *arena, struct render_notes *notes);

/* Adds an entry to the outlines, `depth` 0 or 1, that leads to the height `y` (pt from the top) of the newest page. */
void pdf_file_outline(struct pdf_file *file, int depth, const char *title, double y);

/* Names the newest page as the target of links to `name`. */
void pdf_file_target(struct pdf_file *file, const char *name);
/* Makes an area of the newest page a link to a target that may be named later; without a target there is no link.
 * The box is in pt from the page's top left: left, top, right, bottom. */
void pdf_file_link(struct pdf_file *file, const char *name, const double box[4]);

/* Writes the file to `out`. Returns NULL or a complete sentence in `out`'s arena. */
const char *pdf_file_finish(struct pdf_file *file, const struct pdf_properties *properties, struct buffer *out);

#endif
