/* SPDX-License-Identifier: MIT */
#include "render/texts.h"

#include "base/text.h"

#include <string.h>

/* A run-in heading is no longer than this, in characters; a longer first sentence is text. */
#define LONGEST_RUN_IN 40

static bool is_numeral(uint32_t character)
{
    const char *numerals = "一二三四五六七八九十";
    for (uint32_t numeral; (numeral = text_next(&numerals)) != 0;)
        if (numeral == character)
            return true;
    return false;
}

size_t run_in_heading(const char *paragraph, int *level)
{
    const char *p = paragraph;
    uint32_t character = text_next(&p);
    bool bracket = character == 0xFF08; /* （ */
    if (bracket)
        character = text_next(&p);
    if (!is_numeral(character))
        return 0;
    while (is_numeral(character))
        character = text_next(&p);
    if (character != (bracket ? 0xFF09 : 0x3001)) /* ） or 、 */
        return 0;
    for (int i = 0; i < LONGEST_RUN_IN && (character = text_next(&p)) != 0; i++)
        if (character == 0x3002 && *p) { /* 。 */
            *level = bracket ? 2 : 1;
            return (size_t)(p - paragraph);
        }
    return 0;
}

struct enclosure enclosure_pieces(const char *line)
{
    static const char label[] = "附件：";
    struct enclosure pieces = {.label = text_starts(line, label) ? sizeof label - 1 : 0};
    const char *number = line + pieces.label;
    pieces.digits = strspn(number, "0123456789");
    if (pieces.digits && number[pieces.digits] == '.')
        pieces.number = pieces.digits + 1 + strspn(number + pieces.digits + 1, " ");
    return pieces;
}

const char *indented_paragraph(struct arena *arena, const struct block *block)
{
    static const char indent[] = "　　";
    bool indented = block->style == PARAGRAPH_BODY || block->style == PARAGRAPH_ENCLOSURE;
    return indented && !text_starts(block->text, indent) ? arena_format(arena, "%s%s", indent, block->text)
                                                         : block->text;
}

const char *imprint_copies(struct arena *arena, const struct document *document)
{
    static const char label[] = "抄送：";
    const char *copies = document->copy_to;
    if (!copies || !copies[0])
        return "";
    return arena_format(arena, "%s%s%s", text_starts(copies, label) ? "" : label, copies,
                        text_ends(copies, "。") ? "" : "。");
}

const char *imprint_date(struct arena *arena, const struct document *document)
{
    const char *date = document->print_date_text ? document->print_date_text : "";
    return arena_format(arena, "%s%s", date, text_ends(date, "印发") ? "" : "印发");
}

const char *unit_line(struct arena *arena, const char *unit)
{
    static const char label[] = "单位：";
    return text_starts(unit, label) ? unit : arena_format(arena, "%s%s", label, unit);
}

const char *chart_caption(struct arena *arena, const struct chart *chart, bool continued)
{
    const char *title = chart->title ? chart->title : "", *unit = chart->unit ? chart->unit : "";
    return arena_format(arena, "%s%s%s%s%s", title, continued ? "（续图）" : "",
                        unit[0] ? (text_starts(unit, "单位") ? "（" : "（单位：") : "", unit, unit[0] ? "）" : "");
}

bool section_ends_body(const struct document *document, size_t section)
{
    return document->sections[section].kind == SECTION_BODY &&
           (section + 1 == document->section_count || document->sections[section + 1].kind != SECTION_BODY);
}
