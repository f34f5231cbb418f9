/* SPDX-License-Identifier: MIT */
#include "template/compose.h"

#include "check/editions.h"
#include "template/interpret.h"
#include "words/frame.h"

#include <string.h>

/* What documents.csv says of a bulletin goes before settings.csv, which speaks of all of them; so does the title in a
 * template of its own. */
static void frame_edition(const struct product *product, const struct edition *edition, const char *title,
                          struct document *document)
{
    if (strcmp(edition->template, product->template) != 0)
        document->title = title;
    if (edition->copy_to && document->head != HEAD_NONE)
        document->copy_to = edition->copy_to;
    if (edition->doc_number)
        document->doc_number = edition->doc_number;
}

/* Every area's name, for titles. */
static void name_areas(const struct desk *desk, struct document *document)
{
    const struct dataset *d = desk->dataset;
    const char **names = arena_alloc(desk->arena, (d->area_count + 1) * sizeof *names);
    for (size_t i = 0; i < d->area_count; i++)
        names[i] = d->areas[i].name;
    document->names = names;
    document->name_count = d->area_count;
}

const struct document *product_compose(const struct product *product, const struct edition *edition,
                                       const struct composer *composer, const struct area *area, struct arena *arena,
                                       struct findings *faults)
{
    struct desk desk = desk_new(composer, area, arena);
    const struct template_text *template =
        templates_find(composer->templates, edition ? edition->template : product->template);
    struct composed composed = template_run(composer->templates, template, &desk, product->kind, faults);
    struct document *document = document_begin(&desk, product->kind, composed.title, parts_subject(&desk));
    document->sections = composed.sections;
    document->section_count = composed.section_count;
    name_areas(&desk, document);
    if (product->frame)
        product->frame(&desk, document);
    if (composed.doc_number)
        document->doc_number = composed.doc_number;
    if (edition)
        frame_edition(product, edition, composed.title, document);
    return document;
}
