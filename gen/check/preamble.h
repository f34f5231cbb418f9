/* SPDX-License-Identifier: MIT */
/* What stands above a table: its title and preamble, with the units that it states (SPEC §1). */
#ifndef TONGBAO_CHECK_PREAMBLE_H
#define TONGBAO_CHECK_PREAMBLE_H

#include "check/loader.h"
#include "check/stated_unit.h"
#include "check/table_rows.h"

/* Each "" when the table does not say. */
struct preamble {
    const char *area, *indicator; /* 地区：…, 指标：… */
    struct stated_units *units;   /* 单位：亿元、%; never NULL */
    bool has_period;
    /* Named in the title, else in 时间：…, else in the file's name. A year alone is made closer by what the title (or
     * the name) says elsewhere: 2019年全州工业1—9月情况. */
    struct period period;
    bool file_differs; /* the file's name says another period than that */
};

/* Reads the rows above the header, `rows` of them, and the name of the file. The header's own cells come in as well:
 * 单位：% may stand in its corner. */
void preamble_read(struct loader *loader, const struct raw_table *table, size_t rows, size_t header_rows,
                   struct preamble *preamble);

/* 数据库：…, 指标：…, 地区：…, 时间：…, 单位：…, in brackets too. */
bool preamble_is_cell(const struct loader *loader, const char *text);
/* Adds the units that notes below the header state: 注：金额单位为万元. */
void preamble_read_notes(struct loader *loader, const struct raw_table *table, size_t data, const bool *noted,
                         struct preamble *preamble);

#endif
