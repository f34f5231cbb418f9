/* SPDX-License-Identifier: MIT */
#include "render/xlsx/chart_text.h"

#include "render/xlsx/book.h"

#include <string.h>

#define FACES "<a:latin typeface=\"" BOOK_FACE "\"/><a:ea typeface=\"" BOOK_FACE "\"/>"

bool chart_text_is_in(const char *part)
{
    static const char folder[] = "xl/charts/chart";
    return strncmp(part, folder, sizeof folder - 1) == 0;
}

/* Properties of text as the library writes them, empty and with the language first where they state one. */
static const struct {
    const char *begin, *instead;
} changes[] = {
    {"<c:lang val=\"en-US\"", "<c:lang val=\"zh-CN\"/>"},
    {"<a:endParaRPr lang=\"en-US\"", "<a:endParaRPr lang=\"zh-CN\"/>"},
};

/* <a:defRPr sz="900"/> and <a:rPr lang="en-US" sz="900"/>, which get the faces inside. */
static const char *const empty_properties[] = {"<a:defRPr", "<a:rPr"};

static bool begins(const char *at, const char *end, const char *word)
{
    size_t length = strlen(word);
    return (size_t)(end - at) >= length && memcmp(at, word, length) == 0;
}

/* Where the tag at `at` ends: behind its >. */
static const char *tag_end(const char *at, const char *end)
{
    const char *close = memchr(at, '>', (size_t)(end - at));
    return close ? close + 1 : end;
}

static void put_properties(struct buffer *out, const char *name, const char *at, const char *close)
{
    static const char english[] = " lang=\"en-US\"";
    const char *rest = at + strlen(name);
    buffer_format(out, "%s lang=\"zh-CN\"", name);
    if (begins(rest, close, english))
        rest += sizeof english - 1;
    buffer_add_n(out, rest, (size_t)(close - rest) - 2); /* all but the slash and the bracket */
    buffer_format(out, ">" FACES "</%s>", name + 1);
}

/* True when the tag at `at`, which ends at `close`, has been put in another form. */
static bool put_changed(struct buffer *out, const char *at, const char *close)
{
    if (close - at < 3 || close[-2] != '/')
        return false;
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
        if (begins(at, close, changes[i].begin)) {
            buffer_add(out, changes[i].instead);
            return true;
        }
    for (size_t i = 0; i < sizeof empty_properties / sizeof *empty_properties; i++)
        if (begins(at, close, empty_properties[i])) {
            put_properties(out, empty_properties[i], at, close);
            return true;
        }
    return false;
}

void chart_text_put(struct buffer *out, const char *xml, size_t length)
{
    /* The text that has no properties of its own: after the chart, before the set-up of its page. */
    static const char rest[] = "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr lang=\"zh-CN\">" FACES
                               "</a:defRPr></a:pPr><a:endParaRPr lang=\"zh-CN\"/></a:p></c:txPr>";
    const char *end = xml + length;
    for (const char *at = xml; at < end;) {
        const char *close = *at == '<' ? tag_end(at, end) : memchr(at, '<', (size_t)(end - at));
        if (!close)
            close = end;
        if (begins(at, close, "<c:printSettings"))
            buffer_add(out, rest);
        if (*at != '<' || !put_changed(out, at, close))
            buffer_add_n(out, at, (size_t)(close - at));
        at = close;
    }
}
