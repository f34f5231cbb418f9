/* SPDX-License-Identifier: MIT */
/* A document under construction, shared by assembly.c, which takes what is printed, and assembly_end.c, which finishes
 * it. */
#ifndef TONGBAO_TEMPLATE_ASSEMBLY_PARTS_H
#define TONGBAO_TEMPLATE_ASSEMBLY_PARTS_H

#include "template/program.h"

enum { LEVELS = 4, LISTED = 2 }; /* of them the upper two are headings only; 1. and （1） may number a list */

/* A heading that waits for something to stand under it. */
struct waiting {
    const char *title; /* NULL: none */
    bool own_number;   /* as it was written */
    const char *whole;
};

struct reference {
    const struct template_text *owner;
    size_t note;
    struct spot spot;
};

/* What stands in a section: a block, or, until the end, what is to be made of it then. */
struct held {
    struct block block;
    const struct value *deferred; /* NULL: it is the block */
};

/* A section under way. */
struct draft_section {
    enum section_kind kind;
    const char *name, *title, *about;
    bool landscape;
    struct held *held;
    size_t held_count;
    struct reference *references; /* each note once */
    size_t reference_count;
};

struct note_text {
    const struct template_text *owner;
    size_t note;
    const char *text;
};

struct assembly {
    const struct desk *desk;
    struct arena *arena;
    enum document_kind kind;
    struct findings *faults;
    struct spot spot; /* of the last text of the template */
    struct draft_section *sections;
    size_t section_count;
    struct waiting waiting[LEVELS];
    int numbers[LEVELS]; /* the last heading's, in this section */
    /* The paragraph under way. */
    struct buffer text;
    bool inserted; /* its first character was */
    bool line_end; /* a line has just ended */
    bool small;
    const struct template_text *note_owner; /* NULL: it is no note */
    size_t note;
    struct note_text *notes;
    size_t note_count;
    size_t marks; /* references numbered so far */
    const char *doc_number;
};

void assembly_put(struct assembly *assembly, struct draft_section *section, struct block block);
/* Gives a table that goes on with another's columns a sheet of its own, behind that of the other. */
void assembly_part_sheets(struct assembly *assembly);
/* A name that a sheet can have and none has yet. */
bool assembly_sheet_name_fits(const struct assembly *assembly, const char *name);
/* ① … ⑳, then （21）: the mark of the n-th note. */
const char *assembly_mark(struct assembly *assembly, size_t n);
/* Gives up the headings that still wait below the `kept` upper levels. One of the template with nothing under it goes;
 * 1. and （1） stay, and so does a line that somebody has written or a figure has given: they may be one of a list. */
void assembly_drop_headings(struct assembly *assembly, int kept);

#endif
