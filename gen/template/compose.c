/* SPDX-License-Identifier: MIT */
#include "template/compose.h"

#include "template/interpret.h"
#include "words/frame.h"

static const char *subject_of(const struct desk *desk)
{
    const char *period = desk_period(desk);
    if (desk->area == desk->region)
        return FILL(&desk->say, WORD_SUBJECT_REGION, "时期", period, "区域", desk_region_name(desk));
    return FILL(&desk->say, WORD_SUBJECT_AREA, "时期", period, "地区", desk->area->name);
}

const struct document *product_compose(const struct product *product, const struct composer *composer,
                                       const struct area *area, struct arena *arena, struct findings *faults)
{
    struct desk desk = desk_new(composer, area, arena);
    const struct template_text *template = templates_find(composer->templates, product->template);
    struct composed composed = template_run(composer->templates, template, &desk, product->kind, faults);
    struct document *document = document_begin(&desk, product->kind, composed.title, subject_of(&desk));
    document->sections = composed.sections;
    document->section_count = composed.section_count;
    if (product->frame)
        product->frame(&desk, document);
    if (composed.doc_number)
        document->doc_number = composed.doc_number;
    return document;
}
