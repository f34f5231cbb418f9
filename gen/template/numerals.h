/* SPDX-License-Identifier: MIT */
/* Numbers in running text by GB/T 15835-2011 出版物上数字用法. */
#ifndef TONGBAO_TEMPLATE_NUMERALS_H
#define TONGBAO_TEMPLATE_NUMERALS_H

#include "base/arena.h"

enum numeral_style {
    NUMERAL_GROUPED, /* 5.1.1: from five digits on in groups of three, a thin blank between: 22 035.5 */
    NUMERAL_CHINESE, /* counted, in Chinese characters, with 零: 二万二千零三十五点五 */
    NUMERAL_DIGITS   /* 5.2: digit by digit, as for years, with 〇: 二〇一九 */
};

/* `plain` is a plain ASCII decimal such as -1234.50. Numbers of more than 16 digits before the point stay Arabic. */
const char *numeral_text(struct arena *arena, const char *plain, enum numeral_style style);

#endif
