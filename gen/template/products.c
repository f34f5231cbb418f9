/* SPDX-License-Identifier: MIT */
/* Which documents there are, and what frames what their templates say: head, signature, colophon. */
#include "template/products.h"
#include "template/template.h"
#include "words/frame.h"

/* ---- frames ---- */

static void frame_region_bulletin(const struct desk *desk, struct document *document)
{
    static const enum head_style heads[] = {
        [HEAD_SETTING_FULL] = HEAD_FULL, [HEAD_SETTING_BLANK] = HEAD_BLANK, [HEAD_SETTING_NONE] = HEAD_NONE};
    const struct settings *settings = &desk->dataset->settings;
    if (settings->title)
        document->title = settings->title;
    document->head = heads[settings->head];
    document->issuer_mark = settings->issuer_mark ? settings->issuer_mark : settings->issuer;
    document->doc_number = settings->doc_number;
    document->signer = settings->signer ? settings->signer : settings->issuer;
    document->date_text = desk_day(desk, desk->composer->issued);
    document->seal_room = settings->seal_space;
    if (document->head == HEAD_NONE)
        return;
    document->copy_to = settings->copy_to;
    document->printer = settings->printer ? settings->printer : settings->issuer;
    document->print_date_text = FILL(&desk->say, WORD_PRINTED_ON, "日期", document->date_text);
}

/* A letter goes out under the office's own name; its number is its own too, and stands in its template when it has one.
 */
static void frame_letter(const struct desk *desk, struct document *document)
{
    const struct settings *settings = &desk->dataset->settings;
    document->head = HEAD_LETTER;
    document->issuer_mark = document->author;
    document->signer = settings->signer ? settings->signer : settings->issuer;
    document->date_text = desk_day(desk, desk->composer->issued);
    document->seal_room = settings->seal_space;
    document->copy_to = desk->area->copy_to;
}

static bool letter_due(const struct composer *composer, const struct area *area)
{
    for (size_t i = 0; i < composer->letter_count; i++)
        if (composer->letters[i].area == area)
            return true;
    return false;
}

static void frame_region_workbook(const struct desk *desk, struct document *document)
{
    document->sign_off = SAY(&desk->say, WORD_SIGN_OFF);
}

const struct product products[] = {
    {"bulletin", "region", "", DOCUMENT_BULLETIN, false, NULL, frame_region_bulletin},
    {"workbook", "region-book", "", DOCUMENT_WORKBOOK, false, NULL, frame_region_workbook},
    {"bulletin", "area", "areas", DOCUMENT_BULLETIN, true, NULL, NULL},
    {"workbook", "area-book", "areas", DOCUMENT_WORKBOOK, true, NULL, NULL},
    {"letter", "letter", "letters", DOCUMENT_BULLETIN, true, letter_due, frame_letter},
    {"targets", "targets", NULL, DOCUMENT_BULLETIN, false, NULL, NULL},
    {NULL, NULL, NULL, DOCUMENT_BULLETIN, false, NULL, NULL},
};

/* ---- composing ---- */

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
