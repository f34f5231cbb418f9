/* SPDX-License-Identifier: MIT */
/* What a workbook stores in a cell as what its reader sees there: numbers, percentages, dates. */
#ifndef TONGBAO_READ_STORED_H
#define TONGBAO_READ_STORED_H

#include "base/arena.h"

#include <stdbool.h>

/* How a number format shows a number. */
enum stored_kind { STORED_PLAIN, STORED_PERCENT, STORED_DATE };

struct stored_format {
    enum stored_kind kind;
    bool day; /* STORED_DATE: the format shows the day; else only year and month */
};

/* Of a built-in format (ECMA-376 part 1, 18.8.30), and of a format's own code such as 0.0%. */
struct stored_format stored_builtin(int id);
struct stored_format stored_code(struct arena *arena, const char *code);

/* The number as the format has it: 6.7% for 0.067, 2019-09-30 or 2019年9月 for a date's number; else a plain decimal of
 * at most 15 digits, which is all that Excel keeps and shows of one (0.3 for 0.30000000000000004). `date1904`: days are
 * counted from 1904. What is no number stays as it is. Lives in `arena`. */
const char *stored_text(struct arena *arena, const char *number, struct stored_format format, bool date1904);

#endif
