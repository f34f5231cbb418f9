/* SPDX-License-Identifier: MIT */
/* What the text of a header names. */
#ifndef TONGBAO_CHECK_HEADER_NAME_H
#define TONGBAO_CHECK_HEADER_NAME_H

#include "check/loader.h"

/* What one text names: the indicator with the longest name at its beginning, when the rest says nothing but its unit,
 * 累计值, 增速 and the like. */
struct header_name {
    enum name_match match;
    const struct indicator *indicator; /* NAME_ONE */
    const char *name;                  /* the part of the text that is the name, or is ambiguous */
    const char *unit;                  /* "" for none */
    bool growth, marked;               /* 增速; the mark of a note, ① */
};
struct header_name header_name_read(const struct loader *loader, const char *text);

/* What a text meant that names nothing because a radical stands in it for the Hanzi that looks like it: ⼯业投资 for
 * 工业投资. "" otherwise. */
const char *header_hint(const struct loader *loader, const char *text);

/* Whether the text says nothing but how a figure is meant: 绝对量, 同比±%, 累计（万元）; `found` then has what it says.
 */
bool header_rest_read(const struct loader *loader, const char *text, struct header_name *found);

#endif
