/* SPDX-License-Identifier: MIT */
/* The columns that all tables of a sheet share. */
#ifndef TONGBAO_RENDER_XLSX_GRID_H
#define TONGBAO_RENDER_XLSX_GRID_H

#include "render/xlsx/tab.h"

/* Sets the tab's widths, columns and total from all that its section holds. */
void grid_fit(struct tab *tab);
/* True when the section is a data sheet: its first table is a data table. */
bool section_is_data(const struct section *section);

#endif
