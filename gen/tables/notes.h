/* SPDX-License-Identifier: MIT */
/* 口径: what a reader must know of the figures, and only of those that are there. */
#ifndef TONGBAO_TABLES_NOTES_H
#define TONGBAO_TABLES_NOTES_H

#include "words/lane.h"

/* Only about what the document has told so far. In full with each indicator's own note; as lines where a table of
 * those follows; brief, all in one paragraph, with a word on where the indicators' notes are. */
enum notes_form { NOTES_FULL, NOTES_LINES, NOTES_BRIEF };
void notes_add(const struct desk *document, struct builder *builder, enum notes_form form);
/* Whether the document has told a figure of the indicator. */
bool indicator_used(const struct desk *desk, const struct indicator *indicator);
/* 目标依据：…. "" without targets. */
const char *notes_sources(const struct desk *desk);

#endif
