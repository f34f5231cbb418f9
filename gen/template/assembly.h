/* SPDX-License-Identifier: MIT */
/* What a template prints becomes sections and blocks: 一、 begins a heading, a blank line a paragraph, 附件 an annex.
 */
#ifndef TONGBAO_TEMPLATE_ASSEMBLY_H
#define TONGBAO_TEMPLATE_ASSEMBLY_H

#include "template/program.h"

#include "words/desk.h"

/* A document being written. Lives in the desk's arena. */
struct assembly;

struct assembly *assembly_new(const struct desk *desk, enum document_kind kind, struct findings *faults);

/* Where the template's text is from here on: for findings about its structure. */
void assembly_at(struct assembly *assembly, const struct spot *spot);

/* Text of the template itself, or, `inserted`, of a figure, a phrase or a person: a number that it begins with stands
 * for itself, where the template's own are counted anew. \n ends a line, two a paragraph. */
void assembly_text(struct assembly *assembly, const char *text, bool inserted);
/* From here to the end of the paragraph, and of what it is part of: small print. */
void assembly_small_print(struct assembly *assembly);
/* Tables and charts, or such as are made at the end; false when the line has other text, so that they can't stand
 * there.
 */
bool assembly_blocks(struct assembly *assembly, const struct value *value);
/* A reference to a note of the template, and the note: what is printed up to the paragraph's end is its text. */
void assembly_note_reference(struct assembly *assembly, const struct template_text *owner, size_t note,
                             const struct spot *spot);
void assembly_note(struct assembly *assembly, const struct template_text *owner, size_t note);
/* Ends the paragraph. */
void assembly_break(struct assembly *assembly);
/* What running a template has made. */
struct composed {
    const char *title;      /* of the document; "" when the template gives none */
    const char *doc_number; /* of a line 文号：…; NULL */
    const struct section *sections;
    size_t section_count;
};

/* Ends everything. Annexes and sheets without content are left out, the rest numbered, the annexes named below the
 * body; each section's notes stand at its end. A reference whose note was not printed, and a document without a title,
 * are findings; `start` is where the latter stands. */
struct composed assembly_finish(struct assembly *assembly, const struct spot *start);

#endif
