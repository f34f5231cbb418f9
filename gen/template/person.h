/* SPDX-License-Identifier: MIT */
/* What people write under text/: their words go into the documents as they are, their numbers do not. */
#ifndef TONGBAO_TEMPLATE_PERSON_H
#define TONGBAO_TEMPLATE_PERSON_H

#include "template/scan.h"

/* A finding for each number in a piece of text: digits (but for the number that a heading or a list begins with, where
 * the piece `begins_line`), 百分之…, and 一个百分点, 三亿元 in Chinese numerals. */
void person_check_numbers(struct findings *findings, const struct piece *piece, bool begins_line);

/* A finding for each number that an expression would print as it stands: {{12.5}}, {{“3个”}}, {{数字(7)}}. How many of
 * a list, as in 前(目标项, 2), is none. */
void person_check_expression(struct findings *findings, const char *text, const struct spot *spot, struct arena *arena);

#endif
