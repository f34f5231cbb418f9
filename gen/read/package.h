/* SPDX-License-Identifier: MIT */
/* The parts of an Office Open XML package (ECMA-376 part 2): the XML in a zip, unpacked into memory and nowhere else.
 */
#ifndef TONGBAO_READ_PACKAGE_H
#define TONGBAO_READ_PACKAGE_H

#include "base/arena.h"

struct package_part {
    const char *name; /* xl/worksheets/sheet1.xml: no slash before it */
    const char *bytes;
    size_t length;
};

struct package {
    struct package_part *parts;
    size_t count;
};

/* PACKAGE_HUGE: more than any workbook of figures holds; reading ended there. */
enum package_state { PACKAGE_GOOD, PACKAGE_DAMAGED, PACKAGE_HUGE };

/* Unpacks the parts that are XML; pictures and the like are passed over. They live in `arena`. */
enum package_state package_open(const char *bytes, size_t length, struct arena *arena, struct package *package);
/* NULL: there is none such. */
const struct package_part *package_part(const struct package *package, const char *name);

#endif
