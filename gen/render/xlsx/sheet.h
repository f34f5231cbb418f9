/* SPDX-License-Identifier: MIT */
/* The sheets of a workbook. */
#ifndef TONGBAO_RENDER_XLSX_SHEET_H
#define TONGBAO_RENDER_XLSX_SHEET_H

#include "render/xlsx/book.h"

/* A section becomes a sheet of the book. */
void sheet_write(struct book *book, const struct document *document, const struct section *section);

#endif
