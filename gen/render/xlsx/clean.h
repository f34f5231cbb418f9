/* SPDX-License-Identifier: MIT */
/* The one sanitiser: every string that goes into a workbook passes through here. */
#ifndef TONGBAO_RENDER_XLSX_CLEAN_H
#define TONGBAO_RENDER_XLSX_CLEAN_H

#include "base/arena.h"

/* For a cell. Returns `text` as XML and Excel can hold it: bad UTF-8, control characters, U+FFFE and U+FFFF become
 * U+FFFD, CR LF becomes LF, what Excel would read as an escape (_x0041_) is escaped itself, and past 32,767 UTF-16
 * units the text ends in a mark that says so. A clean text is returned as it is, else a copy in `arena`. */
const char *clean_cell(struct arena *arena, const char *text);

/* For titles, names, descriptions and formulas: the same without escapes, on one line (tabs and line ends become
 * spaces) and of at most `limit` UTF-16 units. */
const char *clean_line(struct arena *arena, const char *text, size_t limit);

/* For a page header or footer: as clean_line, and & full-width, since & begins a code there (and the library takes
 * even a doubled && for one when a G follows). */
const char *clean_header(struct arena *arena, const char *text, size_t limit);

#endif
