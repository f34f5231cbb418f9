/* SPDX-License-Identifier: MIT */
/* What is still to be done this year, beside what was done so far: what can be hoped for, what takes more, what is
 * hard, as compute/forecast.h judges it. */
#ifndef TONGBAO_WORDS_OUTLOOK_H
#define TONGBAO_WORDS_OUTLOOK_H

#include "words/desk.h"

/* 需加力的有研发经费投入（第四季度月均需为前9个月月均的1.2倍）、…: the targets of the document's area that are totals
 * or growths and ask for something more, from half-year on until the year is over; "" for none. Without 。 */
const char *outlook_hope(const struct desk *desk);
const char *outlook_push(const struct desk *desk);
const char *outlook_hard(const struct desk *desk);

#endif
