/* SPDX-License-Identifier: MIT */
/* What the parts of the RTF renderer share: the document being written, its styles and paragraphs. Lengths are in
 * twips, 1/20 pt, unless they say otherwise; sizes of type are in half points, as RTF has them. */
#ifndef TONGBAO_RENDER_RTF_RTF_WRITE_H
#define TONGBAO_RENDER_RTF_RTF_WRITE_H

#include "document/document.h"
#include "render/gbt9704.h"
#include "render/rtf/rtf_text.h"

#define TWIPS(mm) ((int)((mm)*1440 / 25.4 + 0.5))
#define HALF_POINTS(pt) ((int)((pt)*2))
#define PERCENT(share) ((int)((share)*100 + 0.5))

enum style {
    STYLE_NORMAL,
    STYLE_HEADING_1, /* STYLE_HEADING_1 + level - 1 */
    STYLE_HEADING_2,
    STYLE_HEADING_3,
    STYLE_HEADING_4,
    STYLE_TITLE,
    STYLE_BODY,
    STYLE_MARK,
    STYLE_NUMBER,
    STYLE_SALUTATION,
    STYLE_ENCLOSURE,
    STYLE_SIGNER,
    STYLE_ANNEX,
    STYLE_ANNEX_TITLE,
    STYLE_NOTE,
    STYLE_HEADLINE,
    STYLE_MASTHEAD,
    STYLE_TABLE_TITLE,
    STYLE_UNIT,
    STYLE_CELL,
    STYLE_TABLE_NOTE,
    STYLE_IMPRINT,
    STYLE_HEADER,
    STYLE_FOOTER,
    STYLE_COUNT
};

/* \cf numbers; INK_TONES + a tone that isn't plain is that of panel_tones. */
enum ink { INK_AUTO, INK_RED, INK_TONES = INK_RED };

struct writer {
    struct buffer *out;
    const struct document *document;
    /* The body's type, and what is made of it. */
    struct body_type type;
    int size;     /* half points */
    int pitch;    /* from line to line */
    int tracking; /* added to each character, so that a line holds as many as it should */
    int width;    /* of the present section's type area */
    bool landscape;
    size_t tables; /* in this section */
    int previous;  /* the style of the paragraph before, -1 after anything else */
};

/* ---- rtf_style.c ---- */

struct writer rtf_writer(const struct document *document, struct buffer *out);
/* Appends all before the first paragraph: fonts, colours, styles, properties. */
void rtf_prologue(struct writer *writer);

/* The width of a character of the body, with its tracking. */
int rtf_cell(const struct writer *writer);
/* Begins a paragraph with all its style's properties; the caller may append some of its own before the text. */
void rtf_paragraph(struct writer *writer, enum style style);
/* Appends the paragraph's text in its style's face, in another one, and ends it. */
void rtf_text(struct writer *writer, const char *text);
void rtf_text_in(struct writer *writer, enum face face, const char *text, size_t length);
void rtf_end(struct writer *writer);
/* Text and end; begin, text and end. */
void rtf_line_end(struct writer *writer, const char *text);
void rtf_line(struct writer *writer, enum style style, const char *text);
/* A size of type and the pitch that goes with it, in per cent of the size, instead of the style's. */
void rtf_size(struct writer *writer, int half_points, int leading);

/* ---- rtf_table.c ---- */

void rtf_table(struct writer *writer, const struct table *table);
/* Its caption, its sentence and its figures as a table. */
void rtf_chart(struct writer *writer, const struct chart *chart);

/* ---- rtf_page.c ---- */

/* Begins a section's pages: their size and margins, banner and page number. */
void rtf_section(struct writer *writer, bool landscape, bool first);
/* The red head. */
void rtf_head(struct writer *writer);
void rtf_signer(struct writer *writer);
/* 版记. */
void rtf_imprint(struct writer *writer);

#endif
