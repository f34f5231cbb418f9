/* SPDX-License-Identifier: MIT */
/* What the renderers of a 公文 find in a document's texts, or put around them. Results live in the arena given. */
#ifndef TONGBAO_RENDER_TEXTS_H
#define TONGBAO_RENDER_TEXTS_H

#include "base/arena.h"
#include "document/document.h"

/* How many bytes of a body paragraph are a heading of level 1 (一、…。) or 2 (（一）…。) that text follows, with the
 * level in *level; 0 when none is. */
size_t run_in_heading(const char *paragraph, int *level);

/* The pieces that a line of 附件说明 begins with, in bytes: 附件：, then 1. and its blank; the name follows. */
struct enclosure {
    size_t label, number;
    size_t digits; /* of `number` */
};

struct enclosure enclosure_pieces(const char *line);

/* A paragraph with the indent of its style as blanks, for those who don't set it. */
const char *indented_paragraph(struct arena *arena, const struct block *block);

/* 抄送：…。 and 2019年10月18日印发; "" where the document has no 抄送. */
const char *imprint_copies(struct arena *arena, const struct document *document);
const char *imprint_date(struct arena *arena, const struct document *document);

/* 单位：亿元 */
const char *unit_line(struct arena *arena, const char *unit);
/* 标题（单位：%）; of a further part 标题（续图）（单位：%）. */
const char *chart_caption(struct arena *arena, const struct chart *chart, bool continued);

/* Whether the signer follows this section: it stands after the body's text, before the annexes. */
bool section_ends_body(const struct document *document, size_t section);

#endif
