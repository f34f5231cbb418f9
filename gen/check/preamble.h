/* SPDX-License-Identifier: MIT */
/* What stands around a table: the title and the preamble above its header, notes and sources below it (SPEC §1). */
#ifndef TONGBAO_CHECK_PREAMBLE_H
#define TONGBAO_CHECK_PREAMBLE_H

#include "check/loader.h"

/* Each "" when the table does not say. */
struct preamble {
    const char *area, *indicator; /* 地区：…, 指标：… */
    const char *unit; /* 单位：亿元; of several (亿元、%) the one that is no rate, "" when that is not one */
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
bool preamble_is_cell(const char *text);

/* How many cells of the row have something in them. */
size_t row_filled(const struct raw_row *row);
/* The first of them, or "". */
const char *row_first(const struct raw_row *row);
/* For each row of the table whether it is a note: a title or preamble (above `data`), or below it a row that begins
 * with 注, 数据来源, 说明 …, consists of such remarks as 制表：…, or goes on with one of those. */
const bool *rows_noted(struct loader *loader, const struct raw_table *table, size_t header, size_t data);
/* Says once for the table how many rows and empty columns were kept as notes, if any. */
void notes_report(struct loader *loader, const struct raw_table *table, const bool *noted);
/* Warns of columns of the data rows that have content but, at or behind `count` headers or where headers[i] is "",
 * no header. */
void columns_report_unnamed(struct loader *loader, const struct raw_table *table, size_t data, const bool *noted,
                            const char *const *headers, size_t count);

#endif
