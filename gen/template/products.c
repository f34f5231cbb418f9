/* SPDX-License-Identifier: MIT */
/* Which documents there are, and what frames what their templates say: head, signature, colophon. */
#include "template/products.h"

#include "base/text.h"
#include "words/frame.h"

#include <string.h>

/* ---- frames ---- */

/* Who signs, when, and whether there is room for a seal. */
static void sign(const struct desk *desk, struct document *document)
{
    const struct settings *settings = &desk->dataset->settings;
    document->signer = settings->signer ? settings->signer : settings->issuer;
    document->date_text = desk_day(desk, desk->composer->issued);
    document->seal_room = settings->seal_space;
}

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
    sign(desk, document);
    if (document->head == HEAD_NONE)
        return;
    document->copy_to = settings->copy_to;
    document->printer = settings->printer ? settings->printer : settings->issuer;
    document->print_date_text = FILL(&desk->say, WORD_PRINTED_ON, "日期", document->date_text);
}

/* 州制造强办函〔2019〕　　号: of the kind that the office's numbers are, its own to be filled in. NULL when those have
 * no year in brackets. */
static const char *letter_number(const struct desk *desk)
{
    const char *number = desk->dataset->settings.doc_number, *year = number ? strstr(number, "〔") : NULL;
    if (!year || year == number)
        return NULL;
    return FILL(&desk->say, WORD_LETTER_NUMBER, "代字", arena_string_n(desk->arena, number, (size_t)(year - number)),
                "年", arena_format(desk->arena, "%d", desk->composer->issued.year));
}

/* A letter goes out under the office's own name. Its number is its own too: one in its template goes before this. */
static void frame_letter(const struct desk *desk, struct document *document)
{
    document->head = HEAD_LETTER;
    document->doc_number = letter_number(desk);
    document->issuer_mark = document->author;
    sign(desk, document);
    document->copy_to = desk->area->copy_to;
}

/* An area's bulletin goes out with the region's: on a desk of its own its first line says with which. */
static void frame_area_bulletin(const struct desk *desk, struct document *document)
{
    const char *number = desk->dataset->settings.doc_number;
    if (!number || !document->section_count || document->sections[0].kind != SECTION_BODY)
        return;
    struct section *sections =
        arena_copy(desk->arena, document->sections, document->section_count * sizeof *document->sections);
    sections[0].kind = SECTION_ANNEX;
    sections[0].name = FILL(&desk->say, WORD_ENCLOSED_NUMBER, "字号", number);
    sections[0].title = document->title;
    document->sections = sections;
}

static bool letter_due(const struct composer *composer, const struct area *area)
{
    for (size_t i = 0; i < composer->letter_count; i++)
        if (composer->letters[i].area == area)
            return true;
    return false;
}

/* Where nobody has set a target there is nothing to break down; a comparison is none. */
static bool targets_due(const struct composer *composer, const struct area *area)
{
    (void)area;
    for (size_t i = 0; i < composer->verdict_count; i++) {
        const struct target *target = composer->verdicts[i].target;
        if (target && target->op != OP_COMPARE)
            return true;
    }
    return false;
}

/* Where nobody has set a target nobody is behind; what areas are compared in is enough. */
static bool brief_due(const struct composer *composer, const struct area *area)
{
    (void)area;
    if (!composer->dataset->settings.brief)
        return false;
    for (size_t i = 0; i < composer->verdict_count; i++)
        if (composer->verdicts[i].target)
            return true;
    return false;
}

/* A sheet of its own, whose line of head says whose it is and of when. */
static void frame_brief(const struct desk *desk, struct document *document)
{
    document->head = HEAD_SHEET;
    document->issuer_mark = document->author;
    document->date_text = desk_day(desk, desk->composer->issued);
}

/* What has not changed needs no correction. */
static bool correction_due(const struct composer *composer, const struct area *area)
{
    (void)area;
    return composer->revision && composer->revision->changes.count;
}

/* A draft under the office's name, for whoever decides whether and how it goes out. */
static void frame_correction(const struct desk *desk, struct document *document)
{
    sign(desk, document);
    if (!desk->dataset->settings.draft)
        document->banner =
            document->banner ? arena_format(desk->arena, "%s　%s", document->banner, SAY(&desk->say, WORD_BANNER_DRAFT))
                             : SAY(&desk->say, WORD_BANNER_DRAFT);
}

static void frame_region_workbook(const struct desk *desk, struct document *document)
{
    document->sign_off = SAY(&desk->say, WORD_SIGN_OFF);
}

const struct product products[] = {
    {"bulletin", "region", "", "region", .editions = true, .frame = frame_region_bulletin},
    {"workbook", "region-book", "", "region", DOCUMENT_WORKBOOK, .frame = frame_region_workbook},
    {"bulletin", "area", "areas", NULL, .each_area = true, .frame = frame_area_bulletin},
    {"workbook", "area-book", "areas", NULL, DOCUMENT_WORKBOOK, .each_area = true},
    {"letter", "letter", "letters", NULL, .each_area = true, .due = letter_due, .frame = frame_letter},
    {"targets", "targets", "", "targets", .due = targets_due},
    {"brief", "brief", "", "brief", .due = brief_due, .frame = frame_brief},
    {"correction", "correction", "", "correction", .drafted = true, .due = correction_due, .frame = frame_correction},
    {.name = NULL},
};

bool products_edition_template(const char *name)
{
    for (const struct product *p = products; p->name; p++)
        if (!strcmp(p->template, name))
            return !p->each_area && p->kind == DOCUMENT_BULLETIN;
    return false;
}

bool products_have_template(const char *name)
{
    for (const struct product *p = products; p->name; p++)
        if (!strcmp(p->template, name))
            return true;
    return false;
}

const char *products_templates(struct arena *arena)
{
    struct strings list = {0};
    for (const struct product *p = products; p->name; p++)
        strings_add(&list, arena, p->template);
    return strings_join(&list, arena, "、");
}

const char *products_names(struct arena *arena)
{
    struct strings list = {0};
    for (const struct product *p = products; p->name; p++) {
        const struct product *first = products;
        while (strcmp(first->name, p->name) != 0)
            first++;
        if (first == p)
            strings_add(&list, arena, p->name);
    }
    return strings_join(&list, arena, "、");
}
