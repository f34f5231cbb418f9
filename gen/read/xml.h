/* SPDX-License-Identifier: MIT */
/* A part of a package read from its beginning to its end. Names are local names: the strict and the transitional form
 * of the format have other name spaces. */
#ifndef TONGBAO_READ_XML_H
#define TONGBAO_READ_XML_H

#include "read/package.h"

#include <stdbool.h>

struct xml;

/* Reads the part, calling `visit` at each element's beginning and end until it says false. False when the part is no
 * well-formed XML, or declares entities: no workbook does, but who wants to fill the memory. */
struct xml_visit {
    bool (*begin)(void *context, struct xml *xml, const char *name);
    void (*text)(void *context, const char *text); /* NULL: nobody asks */
    bool (*end)(void *context, const char *name);  /* NULL: nobody asks */
    void *context;
};
bool xml_read(const struct package_part *part, const struct xml_visit *visit);

/* Of the element that begins: an attribute by its local name, in `arena`; NULL for none. */
const char *xml_attribute(struct xml *xml, const char *name, struct arena *arena);
/* The same as a number; −1 for none, and for what is none. */
long xml_number(struct xml *xml, const char *name, struct arena *arena);
bool xml_true(struct xml *xml, const char *name, struct arena *arena);

#endif
