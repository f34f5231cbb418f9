/* SPDX-License-Identifier: MIT */
/* The documents of a run: adding one is a row and a template. */
#ifndef TONGBAO_TEMPLATE_PRODUCTS_H
#define TONGBAO_TEMPLATE_PRODUCTS_H

#include "words/composer.h"

struct desk;

struct product {
    const char *name;     /* as --document has it; all of one name are of one kind */
    const char *template; /* its text, in templates/; each has its own */
    const char *folder;   /* below DIR: "", "areas", "letters" */
    const char *stem;     /* how the file's name begins, before the period; NULL: the area's code and name */
    enum document_kind kind;
    bool each_area; /* one for every area below the region; else one for the region */
    bool drafted;   /* always a draft, and editable beside each PDF */
    bool editions;  /* where documents.csv names bulletins, those instead of it */
    /* Whether a run writes it for the area; NULL: always. */
    bool (*due)(const struct composer *composer, const struct area *area);
    /* Fills in what frames the text: head, signature, colophon; NULL for nothing. */
    void (*frame)(const struct desk *desk, struct document *document);
};

/* Ends with a row whose name is NULL. */
extern const struct product products[];

/* Whether the template of that name is one of ours and of a bulletin of the region, which documents.csv may ask for. */
bool products_edition_template(const char *name);
/* Whether a document has a template of the name; and all such names, joined by 、. */
bool products_have_template(const char *name);
const char *products_templates(struct arena *arena);
/* The names of the documents, each once, joined by 、. */
const char *products_names(struct arena *arena);

#endif
