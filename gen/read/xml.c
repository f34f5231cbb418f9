/* SPDX-License-Identifier: MIT */
#include "read/xml.h"

#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct xml {
    xmlTextReaderPtr reader;
};

static const char *local_name(xmlTextReaderPtr reader)
{
    return (const char *)xmlTextReaderConstLocalName(reader);
}

/* False: the visitor has seen enough. */
static bool visit_node(struct xml *xml, const struct xml_visit *visit)
{
    switch (xmlTextReaderNodeType(xml->reader)) {
    case XML_READER_TYPE_ELEMENT: {
        bool empty = xmlTextReaderIsEmptyElement(xml->reader) == 1;
        const char *name = local_name(xml->reader);
        if (visit->begin && !visit->begin(visit->context, xml, name))
            return false;
        return !empty || !visit->end || visit->end(visit->context, name);
    }
    case XML_READER_TYPE_END_ELEMENT:
        return !visit->end || visit->end(visit->context, local_name(xml->reader));
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
    case XML_READER_TYPE_WHITESPACE:
        if (visit->text)
            visit->text(visit->context, (const char *)xmlTextReaderConstValue(xml->reader));
        return true;
    default:
        return true;
    }
}

bool xml_read(const struct package_part *part, const struct xml_visit *visit)
{
    static const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT;
    if (part->length > INT_MAX)
        return false;
    xmlResetLastError();
    struct xml xml = {xmlReaderForMemory(part->bytes, (int)part->length, NULL, NULL, options)};
    if (!xml.reader)
        memory_exhausted();
    int state;
    bool more = true, sound = true;
    while (more && sound && (state = xmlTextReaderRead(xml.reader)) == 1) {
        sound = xmlTextReaderNodeType(xml.reader) != XML_READER_TYPE_DOCUMENT_TYPE;
        more = sound && visit_node(&xml, visit);
    }
    const xmlError *error = xmlGetLastError();
    bool exhausted = error && error->code == XML_ERR_NO_MEMORY;
    sound = sound && (!more || state == 0);
    xmlFreeTextReader(xml.reader);
    if (exhausted)
        memory_exhausted();
    return sound;
}

const char *xml_attribute(struct xml *xml, const char *name, struct arena *arena)
{
    const char *found = NULL;
    for (int more = xmlTextReaderMoveToFirstAttribute(xml->reader); more == 1 && !found;
         more = xmlTextReaderMoveToNextAttribute(xml->reader))
        if (strcmp(local_name(xml->reader), name) == 0)
            found = arena_string(arena, (const char *)xmlTextReaderConstValue(xml->reader));
    xmlTextReaderMoveToElement(xml->reader);
    return found;
}

long xml_number(struct xml *xml, const char *name, struct arena *arena)
{
    const char *text = xml_attribute(xml, name, arena);
    char *end;
    long number = text ? strtol(text, &end, 10) : -1;
    return text && *text && !*end && number >= 0 ? number : -1;
}

bool xml_true(struct xml *xml, const char *name, struct arena *arena)
{
    const char *text = xml_attribute(xml, name, arena);
    return text && (strcmp(text, "1") == 0 || strcmp(text, "true") == 0);
}
