/* SPDX-License-Identifier: MIT */
/* The header of a table with a column for each period (SPEC §1), and what stands beside the periods in it. */
#ifndef TONGBAO_CHECK_PERIOD_COLUMNS_H
#define TONGBAO_CHECK_PERIOD_COLUMNS_H

#include "check/loader.h"

enum period_head {
    HEAD_PERIOD,
    HEAD_UNCLEAR, /* meant for a period: Y2024年, 2025.1, 9月, Sep-19 */
    HEAD_BLANK,
    HEAD_NAME,  /* 地区, 指标 */
    HEAD_INDEX, /* 序号 */
    HEAD_NOTE,  /* 备注 */
    HEAD_UNIT,  /* 单位 */
    HEAD_OTHER  /* 增长, 合计 */
};

struct period_columns {
    size_t count;
    enum period_head *heads; /* [column] */
    struct period *periods;  /* [column], of a HEAD_PERIOD */
    size_t name;             /* the column of the rows' names */
    int unit;                /* that of their units, or −1 */
};

/* The first row of the table that is such a header, or the row count. It stands above the first row of several cells
 * that begins with an area, an indicator or a lone period: 1953.06 below that is a figure. */
size_t period_header(struct loader *loader, const struct raw_table *table);
/* Understands the header, and reports the columns that are not read. */
struct period_columns period_columns_read(struct loader *loader, const struct raw_table *table, size_t header);

/* 9月, 1—9月, 上半年, Q3: a period once it has a year. */
bool period_lacks_year(struct arena *arena, const char *text);

#endif
