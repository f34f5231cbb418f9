/* SPDX-License-Identifier: MIT */
#include "render/pdf/pdf_meta.h"

#include <string.h>

const char *meta_info_date(struct arena *arena, struct day day)
{
    return arena_format(arena, "D:%04d%02d%02d000000+08'00'", day.year, day.month, day.day);
}

static void escaped(struct buffer *out, const char *text)
{
    for (const char *p = text; *p; p++) {
        switch (*p) {
        case '&':
            buffer_add(out, "&amp;");
            break;
        case '<':
            buffer_add(out, "&lt;");
            break;
        case '>':
            buffer_add(out, "&gt;");
            break;
        default:
            buffer_add_n(out, p, 1);
        }
    }
}

/* <tag>before text after</tag>, or nothing at all without a text: Info then has no such entry either. */
static void element(struct buffer *out, const char *tag, const char *before, const char *text, const char *after)
{
    if (!text || !text[0])
        return;
    buffer_format(out, "<%s>%s", tag, before);
    escaped(out, text);
    buffer_format(out, "%s</%s>\n", after, tag);
}

void meta_xmp(struct buffer *out, const struct paper_properties *p)
{
    static const char alt[] = "<rdf:Alt><rdf:li xml:lang=\"x-default\">", alt_end[] = "</rdf:li></rdf:Alt>";
    buffer_add(out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
                    "<pdfaid:part>1</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n"
                    "<dc:format>application/pdf</dc:format>\n");
    element(out, "dc:title", alt, p->title, alt_end);
    element(out, "dc:creator", "<rdf:Seq><rdf:li>", p->author, "</rdf:li></rdf:Seq>");
    element(out, "dc:description", alt, p->subject, alt_end);
    element(out, "pdf:Keywords", "", p->keywords, "");
    element(out, "pdf:Producer", "", PDF_PRODUCER, "");
    element(out, "xmp:CreatorTool", "", PDF_CREATOR, "");
    if (p->date.year) {
        const char *date =
            arena_format(out->arena, "%04d-%02d-%02dT00:00:00+08:00", p->date.year, p->date.month, p->date.day);
        element(out, "xmp:CreateDate", "", date, "");
        element(out, "xmp:ModifyDate", "", date, "");
    }
    buffer_add(out, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n");
}
