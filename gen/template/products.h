/* SPDX-License-Identifier: MIT */
/* The documents of a run: adding one is a row and a template. */
#ifndef TONGBAO_TEMPLATE_PRODUCTS_H
#define TONGBAO_TEMPLATE_PRODUCTS_H

#include "words/composer.h"

struct desk;

struct product {
    const char *name;     /* as --document has it; all of one name are of one kind */
    const char *template; /* its text, in templates/ */
    const char *folder;   /* below DIR: "", "areas", "letters"; NULL: not published, only previewed */
    enum document_kind kind;
    bool each_area; /* one for every area below the region; else one for the region */
    /* Whether a run writes it for the area; NULL: always. */
    bool (*due)(const struct composer *composer, const struct area *area);
    /* Fills in what frames the text: head, signature, colophon; NULL for nothing. */
    void (*frame)(const struct desk *desk, struct document *document);
};

/* Ends with a row whose name is NULL. */
extern const struct product products[];

/* One document of `area`, the region or an area below it; it lives in `arena`. What goes wrong in its template becomes
 * findings in `faults`; with errors among them the document is of no use. */
const struct document *product_compose(const struct product *product, const struct composer *composer,
                                       const struct area *area, struct arena *arena, struct findings *faults);

#endif
